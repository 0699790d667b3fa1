"""Carry an open dossier over from the paper book or an older system: its code, dates and promise stay as they were."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import NAMESPACE_URL, UUID, uuid5

from dossiers.acting import Act, require_clerk
from dossiers.clock import local_date
from dossiers.dossier import Appointment, Channel, Dossier, PaymentMode
from dossiers.errors import InvalidInput, KnownError
from dossiers.journal import Op
from dossiers.names import nfc
from dossiers.people import Person
from dossiers.receive import tidy_person
from dossiers.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCase:
    """One open dossier as another book holds it."""

    code: str
    procedure_code: str
    owner: Person
    received_at: datetime
    due_at: datetime | None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedOver:
    """The body of op `carried_over`."""

    unit: str
    desk: str
    return_place: str
    procedure_name: str
    procedure_version: int
    sector: str
    certification: bool
    case: OpenCase


def identity(unit: str, code: str) -> UUID:
    """The same code always gives the same identity, so importing a list twice makes nothing twice."""
    return uuid5(NAMESPACE_URL, f"motcua:{unit}:{code}")


def carry_over(act: Act, case: OpenCase) -> Dossier:
    """Take one open dossier into the register; raises InvalidInput naming what does not hold together."""
    require_clerk(act.clerk)
    if case.due_at is not None and case.due_at < case.received_at:
        raise InvalidInput("Ngày hẹn trả sớm hơn ngày nhận.", field="due_at")
    if case.received_at > act.now:
        raise InvalidInput("Ngày nhận nằm sau hôm nay.", field="received_at")
    procedure = act.procedure(case.procedure_code, local_date(case.received_at))
    body = CarriedOver(
        unit=act.office.unit, desk=act.office.desk_name, return_place=act.office.reception,
        procedure_name=procedure.name, procedure_version=procedure.version, sector=procedure.sector,
        certification=procedure.certification,
        case=replace(case, owner=tidy_person(case.owner, "owner"), note=nfc(case.note)),
    )  # fmt: skip
    return act.append("carried_over", identity(act.office.unit, case.code), body)


def fold(before: Dossier | None, op: Op, body: CarriedOver) -> Dossier:
    """A dossier that was received elsewhere; what it was promised there is what it is judged by here."""
    if before is not None:
        raise KnownError("Hồ sơ này đã có trong sổ. Dòng lặp được giữ lại để xem xét.")
    case = body.case
    reasons = ("Chuyển tiếp từ sổ đang dùng; giữ nguyên ngày đã hẹn.",)
    return Dossier(
        id=op.dossier_id, code=case.code, unit=body.unit, desk=body.desk, status=Status.RECEIVED,
        channel=Channel.COUNTER, procedure_code=case.procedure_code, procedure_version=body.procedure_version,
        procedure_name=body.procedure_name, sector=body.sector, certification=body.certification,
        owner=case.owner, filer=None, summary="", sets=1, papers=(), fees=(), payment=PaymentMode.LATER,
        return_place=body.return_place, received_at=case.received_at, received_by=op.actor,
        appointment=Appointment(due_at=case.due_at, reasons=reasons, confirmed_by=op.actor),
        original_due_at=case.due_at, note=case.note,
    )  # fmt: skip
