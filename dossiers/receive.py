"""Take a dossier in: the deed behind the slip in the citizen's hand."""

from dataclasses import dataclass, replace
from uuid import UUID

from dossiers.acting import Act, require_clerk
from dossiers.books import BookEntry, BookKind
from dossiers.clock import local_date
from dossiers.dossier import Agency, Appointment, Channel, Dossier, FeeLine, PaperLine, PaymentMode, Scan
from dossiers.errors import InvalidInput, KnownError
from dossiers.ids import new_id
from dossiers.journal import Op
from dossiers.names import nfc
from dossiers.people import IdKind, Person
from dossiers.procedure import Procedure
from dossiers.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What the clerk filled in; `conditional` accepts missing papers, which then become a supplement request.

    `deciding` is the office that owns the decision where it is not this one; `supporting` the one that helped file it.
    """

    procedure_code: str
    owner: Person
    papers: tuple[PaperLine, ...]
    fees: tuple[FeeLine, ...]
    appointment: Appointment
    payment: PaymentMode = PaymentMode.CASH
    filer: Person | None = None
    summary: str = ""
    sets: int = 1
    channel: Channel = Channel.COUNTER
    return_place: str = ""
    conditional: bool = False
    note: str = ""
    scans: tuple[Scan, ...] = ()
    delegate: Person | None = None
    supporting: Agency | None = None
    deciding: Agency | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """The body of op `received`: the intake as taken, with the numbers and names the slip carries.

    `entry` is its line in the register of dossiers (sổ theo dõi hồ sơ).
    """

    code: str
    entry: BookEntry
    unit: str
    desk: str
    procedure_name: str
    procedure_version: int
    sector: str
    certification: bool
    intake: Intake


def receive(act: Act, intake: Intake, dossier_id: UUID | None = None) -> Dossier:
    """Commit one intake and return the dossier with its code; raises InvalidInput naming the field at fault.

    `dossier_id` is the draft's identity, so that pressing F10 twice can never make two dossiers.
    """
    require_clerk(act.clerk)
    intake = tidy(intake)
    procedure = act.procedure(intake.procedure_code, local_date(act.now))
    require_vouched(intake, procedure)
    body = Received(
        code=act.next_code(),
        entry=act.draw(BookKind.DOSSIERS),
        unit=act.office.unit,
        desk=act.office.desk_name,
        procedure_name=procedure.name,
        procedure_version=procedure.version,
        sector=procedure.sector,
        certification=procedure.certification,
        intake=replace(intake, return_place=intake.return_place or act.office.reception),
    )
    return act.append("received", dossier_id or new_id(act.now), body)


def require_vouched(intake: Intake, procedure: Procedure) -> None:
    """A date or an amount from unverified data needs a clerk's name beside it before it is printed."""
    sure = procedure.duration is not None and procedure.duration.verified
    if not sure and intake.appointment.due_at is not None and not intake.appointment.confirmed_by:
        raise InvalidInput("Thời hạn thủ tục này chưa xác minh. Xem lại ngày hẹn rồi xác nhận.", field="appointment")
    unsure = {rule.name for rule in procedure.fees if not rule.verified}
    if any(fee.name in unsure and fee.amount_vnd and not fee.confirmed_by for fee in intake.fees):
        raise InvalidInput("Mức thu của thủ tục này chưa xác minh. Xem lại số tiền rồi xác nhận.", field="fees")


def tidy(intake: Intake) -> Intake:
    """The intake in NFC with spaces in order; raises InvalidInput for what no slip may be printed without."""
    owner = tidy_person(intake.owner, "owner")
    filer = tidy_person(intake.filer, "filer") if intake.filer else None
    delegate = tidy_person(intake.delegate, "delegate") if intake.delegate else None
    if not 1 <= intake.sets <= 99:
        raise InvalidInput("Số bộ hồ sơ phải từ 1 đến 99.", field="sets")
    if any(paper.missing for paper in intake.papers) and not intake.conditional:
        raise InvalidInput("Hồ sơ còn thiếu giấy tờ. Chọn nhận có điều kiện, hoặc chưa nhận.", field="papers")
    return replace(
        intake, owner=owner, filer=filer, delegate=delegate, summary=nfc(intake.summary), note=nfc(intake.note)
    )


def tidy_person(person: Person, field: str) -> Person:
    """A person in NFC; raises InvalidInput for a missing name or a citizen number that is not 12 digits."""
    name = nfc(person.name)
    if not name:
        raise InvalidInput("Chưa có họ và tên.", field=f"{field}.name")
    number = tidy_number(person, field)
    address, phone, email = nfc(person.address), nfc(person.phone), nfc(person.email)
    return replace(person, name=name, id_number=number, address=address, phone=phone, email=email)


def tidy_number(person: Person, field: str) -> str:
    """A person's number without spaces; raises InvalidInput for a citizen number that is not 12 digits."""
    number = "".join(person.id_number.split())
    digits = len(number) if number.isdigit() else -1
    if person.id_kind is IdKind.CITIZEN and number and digits != 12:
        count = sum(letter.isdigit() for letter in number)
        raise InvalidInput(
            "Số định danh phải có đúng 12 chữ số (đang có {count}).", field=f"{field}.id_number", count=count
        )
    return number


def fold(before: Dossier | None, op: Op, body: Received) -> Dossier:
    """A new dossier; a second reception under one id is another dossier's line gone astray."""
    if before is not None:
        raise KnownError("Hồ sơ này đã được tiếp nhận trước đó. Dòng lặp được giữ lại để xem xét.")
    taken = body.intake
    return Dossier(
        id=op.dossier_id, code=body.code, unit=body.unit, desk=body.desk, status=Status.RECEIVED,
        channel=taken.channel, procedure_code=taken.procedure_code, procedure_version=body.procedure_version,
        procedure_name=body.procedure_name, sector=body.sector, certification=body.certification,
        owner=taken.owner, filer=taken.filer, summary=taken.summary, sets=taken.sets, papers=taken.papers,
        fees=taken.fees, payment=taken.payment, return_place=taken.return_place, received_at=op.at,
        received_by=op.actor, appointment=taken.appointment, original_due_at=taken.appointment.due_at,
        conditional=taken.conditional, note=taken.note, scans=taken.scans, delegate=taken.delegate,
        supporting=taken.supporting, deciding=taken.deciding, entries=(body.entry,),
    )  # fmt: skip
