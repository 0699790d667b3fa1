"""Recover dossiers from the signed codes of their slips: a deed of its own, which never passes for the reception."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from dossiers import receive
from dossiers.acting import Act, fresh, require_clerk, require_move
from dossiers.books import REGISTERED_ONLY, Book, BookKind
from dossiers.clock import local_date
from dossiers.dossier import Appointment, Channel, Dossier, PaymentMode, Recovered
from dossiers.errors import InvalidInput, KnownError, NotFound
from dossiers.journal import Op
from dossiers.manage_books import open_book
from dossiers.names import nfc
from dossiers.numbering import DESKS, split
from dossiers.people import Person
from dossiers.procedure import Procedure
from dossiers.slip_header import Owner, SlipHead, open_slip
from dossiers.status import Status
from dossiers.void import Voided

WRONG_PILE = "quét nhầm chồng biên nhận"
REASONS = ("Khôi phục từ biên nhận; giữ nguyên ngày đã hẹn.",)
SINCE = (
    "status", "supplements", "duties", "pauses", "due_changes", "late_since", "apology", "hops", "shelf", "receipts",
    "result", "posting", "handover", "ending", "notes", "prints", "void_reason", "finished_at", "flags", "aliases",
    "wordings", "rivals", "taken_off",
)  # fmt: skip
"""What became of a dossier after its reception, whether that is known from the reception or from its slip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveredFromSlip:
    """The body of op `recovered_from_slip`: the code's text verbatim, and what the office's own books add to it.

    `code` is the head's own, said once more for those who read it without opening the slip. `confirmed_by` vouched
    for a key that no list knows.
    """

    slip: str
    code: str
    unit: str
    desk: str
    return_place: str
    procedure_name: str
    procedure_version: int
    sector: str
    certification: bool
    confirmed_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PileSlip:
    """One office copy of a pile, and whether whoever recovers it vouches for its key."""

    text: str
    vouched: bool = False


def recover(act: Act, pile: Sequence[PileSlip]) -> tuple[UUID, ...]:
    """Take a pile into the register, all of it or nothing; returns what was not there before.

    Raises NotASlip, Forged, or InvalidInput for a slip that is not the office copy of this office. This desk begins
    new volumes of its books, so that no number on a slip that did not turn up is ever given again.
    """
    require_clerk(act.clerk)
    opened = [(slip, open_slip(slip.text)) for slip in pile]
    for _, head in opened:
        require_ours(act.office.unit, head)
    recovered = tuple(head.dossier_id for slip, head in opened if _append(act, slip, head))
    if recovered:
        _begin_new_volumes(act, [head for _, head in opened])
    return recovered


def undo_recovery(act: Act, dossier_ids: Iterable[UUID]) -> tuple[UUID, ...]:
    """Take a wrong pile back, its numbers stay used; a dossier that somebody has worked on since stays as it is."""
    require_clerk(act.clerk)
    undone = []
    for dossier_id in dossier_ids:
        dossier = act.dossier(dossier_id)
        if dossier.recovered and not dossier.recovered.undone and dossier.status is Status.RECEIVED:
            act.append("recovery_undone", dossier_id, Voided(reason=WRONG_PILE))
            undone.append(dossier_id)
    return tuple(undone)


def require_ours(unit: str, head: SlipHead) -> Owner:
    """The owner named on an office copy of this office; raises InvalidInput for any other slip."""
    if head.owner is None:
        raise InvalidInput("Đây là liên giao người dân, không đủ để dựng lại hồ sơ. Cần liên lưu của bộ phận.")
    if split(head.code)[0] != unit:
        raise InvalidInput("Biên nhận này do đơn vị khác cấp nên không đưa vào sổ ở đây.")
    return head.owner


def is_gone(dossier: Dossier | None) -> bool:
    """Whether a slip still has something to bring: no dossier is there, or one whose recovery was undone."""
    return dossier is None or (dossier.recovered is not None and dossier.recovered.undone)


def fold(before: Dossier | None, op: Op, body: RecoveredFromSlip) -> Dossier:
    """The dossier as its slip tells it; where it is known already, nothing changes. Raises KnownError for a forgery."""
    head = open_slip(body.slip)
    if (head.dossier_id, head.code) != (op.dossier_id, body.code):
        raise KnownError("Mã của biên nhận thuộc một hồ sơ khác. Dòng gốc được giữ lại để xem xét.")
    owner = require_ours(body.unit, head)
    recovered = Recovered(at=op.at, by=op.actor, entry=head.entry, confirmed_by=body.confirmed_by)
    if before is not None and is_gone(before):
        return replace(before, status=Status.RECEIVED, void_reason="", finished_at=None, recovered=recovered)
    if before is not None:
        return before
    by = nfc(head.clerk) or op.actor
    return Dossier(
        id=op.dossier_id, code=head.code, unit=body.unit, desk=body.desk, status=Status.RECEIVED,
        channel=Channel.COUNTER, procedure_code=head.procedure_code, procedure_version=body.procedure_version,
        procedure_name=body.procedure_name, sector=body.sector, certification=body.certification,
        owner=_person(owner), filer=None, summary="", sets=1, papers=(), fees=(), payment=PaymentMode.LATER,
        return_place=body.return_place, received_at=head.received_at, received_by=by,
        appointment=Appointment(due_at=head.due_at, reasons=REASONS, confirmed_by=by), original_due_at=head.due_at,
        note=_remark(head, owner), recovered=recovered,
    )  # fmt: skip


def fold_undone(before: Dossier | None, op: Op, body: Voided) -> Dossier:
    """The recovery is taken back; a dossier whose reception is known, or has come to light since, is left alone."""
    dossier = fresh(before)
    if dossier.recovered is None:
        return dossier
    require_move(op.kind, dossier)
    undone = replace(dossier.recovered, undone=True)
    return replace(dossier, status=Status.VOIDED, void_reason=body.reason, finished_at=op.at, recovered=undone)


def fold_received(before: Dossier | None, op: Op, body: receive.Received) -> Dossier:
    """A reception; where the dossier was recovered meanwhile, the reception takes its place under all done since."""
    if before is None or before.recovered is None:
        return receive.fold(before, op, body)
    original = receive.fold(None, op, body)
    return original if before.recovered.undone else _reunite(original, before)


def _append(act: Act, slip: PileSlip, head: SlipHead) -> bool:
    """Whether the slip brought a dossier back."""
    if not is_gone(_known(act, head.dossier_id)):
        return False
    rule = _rule(act, head)
    body = RecoveredFromSlip(
        slip=slip.text, code=head.code, unit=act.office.unit, desk=act.office.desk_name,
        return_place=act.office.reception, procedure_name=rule.name if rule else head.procedure_code,
        procedure_version=rule.version if rule else 0, sector=rule.sector if rule else "",
        certification=rule is not None and rule.certification, confirmed_by=act.clerk.name if slip.vouched else "",
    )  # fmt: skip
    act.append("recovered_from_slip", head.dossier_id, body)
    return True


def _known(act: Act, dossier_id: UUID) -> Dossier | None:
    try:
        return act.dossier(dossier_id)
    except NotFound:
        return None


def _rule(act: Act, head: SlipHead) -> Procedure | None:
    """The procedure as it was in force; a catalogue that lacks it must not keep a dossier from coming back."""
    try:
        return act.procedure(head.procedure_code, local_date(head.received_at))
    except NotFound:
        return None


def _begin_new_volumes(act: Act, heads: Iterable[SlipHead]) -> None:
    """Leave every volume in which numbers may stand that only lost paper knows."""
    named = {(head.number.volume, head.number.year) for head in heads if head.number}
    for kind in BookKind:
        if kind in REGISTERED_ONLY:
            continue
        begun, next_one = act.has_book(kind), act.draw(kind)
        if begun and not (kind is BookKind.DOSSIERS and (next_one.volume, next_one.year) in named):
            continue
        volume = f"{int(next_one.volume) + DESKS:02d}" if next_one.volume.isdigit() else f"{next_one.volume}-2"
        open_book(act, Book(kind=kind, volume=volume, year=next_one.year, symbol=next_one.symbol))


def _reunite(original: Dossier, found: Dossier) -> Dossier:
    """The reception as it truly was, with what was done and corrected since the dossier was recovered."""
    changes = {name: getattr(found, name) for name in SINCE}
    if found.due_changes:
        changes["appointment"] = found.appointment
    changes["entries"] = (*original.entries, *found.entries)
    changes["scans"] = (*original.scans, *found.scans)
    whole = replace(original, **changes)
    for wording in found.wordings:
        name, _, part = wording.field.partition(".")
        value = getattr(found, name)
        if part and (person := getattr(whole, name)) is not None and value is not None:
            value = replace(person, **{part: getattr(value, part)})
        whole = replace(whole, **{name: value})
    return whole


def _person(owner: Owner) -> Person:
    return Person(name=nfc(owner.name), id_number=owner.id_number, phone=nfc(owner.phone))


def _remark(head: SlipHead, owner: Owner) -> str:
    """What a slip tells that no field of its own can hold."""
    parts = (
        f"Năm sinh ghi trên biên nhận: {owner.birth_year}." if owner.birth_year else "",
        f"Số loại giấy tờ đã nộp: {head.papers}." if head.papers else "",
        f"Phí, lệ phí: {head.fee_vnd} đồng." if head.fee_vnd else "",
    )
    return " ".join(part for part in parts if part)
