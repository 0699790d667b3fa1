"""Issue a dossier again under the law of its day, learned too late: papers, fees and date; lateness is never cured."""

from dataclasses import dataclass, replace
from uuid import UUID

from dossiers.acting import Act, fresh, require_clerk, require_move
from dossiers.clock import local_date
from dossiers.deadlines import legal_duration
from dossiers.dossier import Appointment, Dossier, DueCause, FeeLine, PaperLine
from dossiers.errors import Impossible, InvalidInput
from dossiers.fees import fee_lines
from dossiers.holiday_sweep import reckon
from dossiers.journal import Op
from dossiers.old_rules import OldRules
from dossiers.pausing import date_of, move_due
from dossiers.procedure import FeeRule, PaperRule, Procedure
from dossiers.reductions import offered, reduce
from dossiers.standing import is_overdue


@dataclass(frozen=True, slots=True, kw_only=True)
class Reissued:
    """The body of op `reissued`: the version that was the law on the day of reception, and what follows from it."""

    procedure_code: str
    procedure_version: int
    procedure_name: str
    sector: str
    certification: bool
    fees: tuple[FeeLine, ...]
    papers: tuple[PaperLine, ...]
    appointment: Appointment


def reissue(act: Act, dossier_id: UUID, old: OldRules) -> Dossier:
    """Put the dossier under `old.law`; raises Impossible without one, InvalidInput where another holds by now.

    Only what the law changed moves. Money taken, a promise where the law counts no date, and the date of a late
    dossier stay. Whoever does this vouches for what the new rules leave unverified.
    """
    require_clerk(act.clerk)
    dossier = act.dossier(dossier_id)
    require_move("reissued", dossier)
    law = _law(act, dossier, old)
    body = Reissued(
        procedure_code=law.code, procedure_version=law.version, procedure_name=law.name, sector=law.sector,
        certification=law.certification, fees=_fees(act, dossier, law, old),
        papers=(*dossier.papers, *map(_line, old.wanted)), appointment=_appointment(act, dossier, law, old),
    )  # fmt: skip
    return act.append("reissued", dossier_id, body)


def fold(before: Dossier | None, op: Op, body: Reissued) -> Dossier:
    """The dossier as if taken in under that law; the first promise stays on record."""
    dossier = fresh(before)
    require_move(op.kind, dossier)
    moved = move_due(dossier, op, DueCause.LAW, date_of(body.appointment))
    return replace(
        moved, procedure_code=body.procedure_code, procedure_version=body.procedure_version,
        procedure_name=body.procedure_name, sector=body.sector, certification=body.certification, fees=body.fees,
        papers=body.papers, appointment=body.appointment,
    )  # fmt: skip


def _law(act: Act, dossier: Dossier, old: OldRules) -> Procedure:
    if old.law is None:
        raise Impossible("Thủ tục này đã bị bãi bỏ vào ngày tiếp nhận nên chỉ có thể giữ hồ sơ như đã nhận.")
    law = act.procedure(old.law.code, local_date(dossier.received_at))
    if law != old.law or (law.code, law.version) == (dossier.procedure_code, dossier.procedure_version):
        raise InvalidInput("Danh mục hoặc hồ sơ đã đổi từ khi so. Mở lại danh sách rồi chọn lần nữa.", field="law")
    return law


def _appointment(act: Act, dossier: Dossier, law: Procedure, old: OldRules) -> Appointment:
    if old.appointment is None or is_overdue(dossier, act.now):
        return dossier.appointment
    counted = reckon(dossier, law, act.calendar, extended=False)
    if counted.due_at is None:
        return dossier.appointment
    duration = legal_duration(law, dossier.channel)
    sure = duration is not None and duration.verified
    return counted if sure else replace(counted, confirmed_by=act.clerk.name)


def _fees(act: Act, dossier: Dossier, law: Procedure, old: OldRules) -> tuple[FeeLine, ...]:
    """By the law's tariff, each reduction granted again where the new tariff still has it."""
    if old.fees is None or dossier.fee_kept_vnd:
        return dossier.fees
    rules = {rule.name: rule for rule in law.fees}
    reduced = {line.name: line for line in dossier.fees if line.reduction}
    lines = fee_lines(law, dossier.papers, dossier.sets)
    again = (_reduced(line, rules[line.name], reduced.get(line.name)) for line in lines)
    return tuple(
        line if rules[line.name].verified or not line.amount_vnd else replace(line, confirmed_by=act.clerk.name)
        for line in again
    )


def _reduced(line: FeeLine, rule: FeeRule, before: FeeLine | None) -> FeeLine:
    if before is None or not line.amount_vnd:
        return line
    group = next((each for each in offered(rule) if before.reduction.endswith(f": {each.words}")), None)
    return line if group is None else reduce(line, group, before.reduction_paper)


def _line(rule: PaperRule) -> PaperLine:
    return PaperLine(name=rule.name, originals=rule.originals, photocopies=rule.copies, required=rule.required)
