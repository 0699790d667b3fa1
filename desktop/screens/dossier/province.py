"""Where the province's word on a dossier differs from this desk's own book: the facts, as words."""

from collections.abc import Iterator
from datetime import datetime

from desktop.i18n import t
from dossiers.clock import say_date, say_time
from dossiers.dossier import Dossier
from dossiers.people import Person
from dossiers.status import WORDS


def differences(ours: Dossier, theirs: Dossier) -> tuple[str, ...]:
    """What the province holds otherwise of code, state, owner and date; empty where both say the same."""
    return tuple(_differences(ours, theirs))


def _differences(ours: Dossier, theirs: Dossier) -> Iterator[str]:
    if theirs.code != ours.code:
        yield t("mã {code}", code=theirs.code)
    if theirs.status != ours.status:
        yield t("{word} lúc {at}", word=t(WORDS[theirs.status]), at=say_time(_since(theirs)))
    if _identity(theirs.owner) != _identity(ours.owner):
        yield t("chủ hồ sơ {who}", who=_identity(theirs.owner))
    due_at = theirs.appointment.due_at
    if due_at != ours.appointment.due_at:
        yield t("hẹn {due}", due=say_time(due_at)) if due_at else t("không hẹn ngày")


def _since(dossier: Dossier) -> datetime:
    """When the state came about: the latest instant the dossier tells of."""
    handover, asked = dossier.handover, dossier.supplements[-1:]
    instants = (
        dossier.received_at, dossier.finished_at, handover.at if handover else None,
        *(moment for each in asked for moment in (each.requested_at, each.received_at)),
    )  # fmt: skip
    return max(instant for instant in instants if instant is not None)


def _identity(person: Person) -> str:
    born = say_date(person.birth_date) if person.birth_date else ""
    return ", ".join(filter(None, (person.name, born, person.id_number)))
