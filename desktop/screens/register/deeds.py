"""What can be done with many dossiers at once: the act, what is said of it, and the one paper for all of them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from desktop.i18n import t
from desktop.screens.register.batch import Verb
from desktop.slips import Letterhead, Slip
from dossiers.acting import Act, require_move
from dossiers.certify import make_certified_ready
from dossiers.dossier import Dossier, Holder
from dossiers.errors import Impossible
from dossiers.hand_over import HandedOver, hand_over, take_over

SHEET = "A4"

Dossiers = tuple[Dossier, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One act for a batch; `said` fills in `{count}`, and `slip` is the paper that lists what was done, if any."""

    verb: Verb
    said: str
    slip: Callable[[Dossiers, datetime], Slip] | None = None


def give_on(receiver: Holder, note: str) -> Deed:
    """Hand over to a person here or to another office, with one record of all."""

    def give(act: Act, dossier_id: UUID) -> Dossier:
        return hand_over(act, dossier_id, HandedOver(receiver=receiver, note=note))

    def record(dossiers: Dossiers, at: datetime) -> Slip:
        def draw(head: Letterhead) -> bytes:
            from printing.forms.batch_transfer import Batch, render

            batch = Batch(sender=Holder(person=head.clerk), receiver=receiver, at=at, dossiers=dossiers)
            return render(batch, head.office, overrides=head.words)

        title = t("Biên bản giao nhận {count} hồ sơ", count=len(dossiers))
        return Slip(form="batch_transfer", title=title, draw=draw, paper=SHEET)

    return Deed(verb=give, said=t("Đã chuyển {count} hồ sơ."), slip=record)


def take_all() -> Deed:
    """Sign for what was given here; a dossier nobody has given is left alone."""
    return Deed(verb=take_given, said=t("Đã nhận bàn giao {count} hồ sơ."))


def take_given(act: Act, dossier_id: UUID) -> Dossier:
    """Sign for the last hop; raises Impossible where there is none to sign for."""
    dossier = act.dossier(dossier_id)
    require_move("taken_over", dossier)
    if not dossier.hops or dossier.hops[-1].taken_at is not None:
        raise Impossible("Không có lần bàn giao nào của hồ sơ này đang chờ ký nhận.")
    return take_over(act, dossier_id)


def bring_results(sender: Holder, shelf: str, description: str) -> Deed:
    """Put the results that came back on the shelf, with the sheet that both sides sign."""

    def shelve(act: Act, dossier_id: UUID) -> Dossier:
        return make_certified_ready(act, dossier_id, description, shelf)

    def sheet(dossiers: Dossiers, at: datetime) -> Slip:
        def draw(head: Letterhead) -> bytes:
            from printing.forms.result_transfer import Results, render

            results = Results(sender=sender, receiver=Holder(person=head.clerk), at=at, dossiers=dossiers)
            return render(results, head.office, overrides=head.words)

        title = t("Phiếu bàn giao {count} kết quả", count=len(dossiers))
        return Slip(form="result_transfer", title=title, draw=draw, paper=SHEET)

    return Deed(verb=shelve, said=t("Đã ghi nhận {count} kết quả."), slip=sheet)
