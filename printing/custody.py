"""Who gave a dossier to whom, in the words of the papers that travel with it."""

from collections.abc import Iterator
from datetime import datetime

from dossiers.clock import local_date
from dossiers.dossier import Dossier, Holder, Hop
from dossiers.office import Office


def holder_words(holder: Holder, office: Office) -> str:
    """An office and a person in it; without an office, this one."""
    where = holder.office or office.name
    return f"{where} ({holder.person})" if holder.person else where


def deciding_words(dossier: Dossier, office: Office) -> str:
    """Who decides the dossier: this office where nobody else is named."""
    return dossier.deciding.name if dossier.deciding else office.name


def assisting_words(dossier: Dossier) -> str:
    """The offices besides the deciding one that had it in hand, and whoever helped to file it, each once."""
    named = [dossier.supporting.name] if dossier.supporting else []
    passed = [hop.receiver.office for hop in dossier.hops if hop.receiver.office]
    deciding = dossier.deciding.name if dossier.deciding else ""
    return "; ".join(name for name in dict.fromkeys([*named, *passed]) if name != deciding)


def steps(dossier: Dossier) -> Iterator[tuple[Hop, datetime | None]]:
    """Every hop with the instant at which its receiver was done with it, None while it is with them."""
    ends = [hop.given_at for hop in dossier.hops[1:]]
    last = dossier.result.ready_at if dossier.result else dossier.finished_at
    return zip(dossier.hops, [*ends, last], strict=False)


def step_outcome(hop: Hop, ended_at: datetime | None) -> str:
    """Trước hạn, đúng hạn or quá hạn against the step's own deadline; empty without one, or before its end."""
    if hop.due_at is None or ended_at is None:
        return ""
    if ended_at > hop.due_at:
        return "Quá hạn"
    return "Trước hạn" if local_date(ended_at) < local_date(hop.due_at) else "Đúng hạn"
