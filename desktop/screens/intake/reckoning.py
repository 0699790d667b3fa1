"""What the form comes to: the fees and the appointment, computed anew at every change."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from desktop.i18n import said, t
from desktop.screens.intake.form import Field, Form, read_count, read_instant
from dossiers.calendars import WorkCalendar
from dossiers.clock import local_date
from dossiers.deadlines import due, legal_duration
from dossiers.dossier import Appointment, FeeLine
from dossiers.dry_run import DryRun, dry_run
from dossiers.errors import InvalidInput
from dossiers.fees import fee_lines
from dossiers.procedure import Exemption, Extension, FeeBasis, FeeRule, Procedure, TimeUnit
from dossiers.reductions import offered, reduce

NEAR = timedelta(minutes=60)
"""How soon a later promise must begin to be worth a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoning:
    """Fees and appointment as they would be committed now, and what of them no official source vouches for.

    `exemptions` are the groups that may pay less, `extension` the longer time the law allows, and `later` the promise
    from soon on, where it will be another day.
    """

    fees: tuple[FeeLine, ...]
    unsure_fees: frozenset[str]
    typed_fees: frozenset[str]
    appointment: Appointment
    due_unsure: bool
    faults: dict[Field, str]
    exemptions: tuple[Exemption, ...] = ()
    extension: Extension | None = None
    later: DryRun | None = None

    @property
    def total_vnd(self) -> int:
        """What is due in dong."""
        return sum(fee.amount_vnd for fee in self.fees)

    @property
    def full_vnd(self) -> int:
        """What would be due without any reduction."""
        return sum(fee.full_vnd or fee.amount_vnd for fee in self.fees)


def reckon(form: Form, procedure: Procedure, calendar: WorkCalendar, now: datetime, clerk: str) -> Reckoning:
    """Count fees and date; a vouched line carries the clerk's name, a typed date says that it was typed."""
    faults: dict[Field, str] = {}
    duration = legal_duration(procedure, form.channel)
    extension = duration.extension if duration and procedure.appointment else None
    extended = form.extended and extension is not None
    return Reckoning(
        fees=_fees(form, procedure, clerk, faults),
        unsure_fees=frozenset(rule.name for rule in procedure.fees if not rule.verified),
        typed_fees=frozenset(rule.name for rule in procedure.fees if rule.basis is FeeBasis.PROVINCE),
        appointment=_appointment(form, procedure, calendar, now, clerk, faults, extended=extended),
        due_unsure=duration is None
        or duration.unit is TimeUnit.UNSTATED
        or not duration.verified
        or (extended and extension is not None and not extension.verified),
        faults=faults,
        exemptions=_exemptions(procedure),
        extension=extension,
        later=None if form.text(Field.DUE) else _later(form, procedure, calendar, now, extended=extended),
    )


def _fees(form: Form, procedure: Procedure, clerk: str, faults: dict[Field, str]) -> tuple[FeeLine, ...]:
    sets = form.text(Field.SETS)
    rules = {rule.name: rule for rule in procedure.fees}
    lines = []
    for line in fee_lines(procedure, form.papers, int(sets) if sets.isdecimal() else 1):
        amount_vnd, vouched = line.amount_vnd, form.vouched
        typed = form.amounts.get(line.name, "").replace(".", "").removesuffix("₫").strip()
        if typed:
            try:
                amount_vnd, vouched = read_count(typed, Field.FEES), True
            except InvalidInput as fault:
                faults[Field.FEES] = said(fault)
        full = replace(line, amount_vnd=amount_vnd, confirmed_by=clerk if vouched else "")
        lines.append(_reduced(form, full, rules[line.name], faults))
    return tuple(lines)


def _reduced(form: Form, line: FeeLine, rule: FeeRule, faults: dict[Field, str]) -> FeeLine:
    """The line less what falls away for the group chosen; nothing falls away of nothing."""
    chosen = next((each for each in offered(rule) if each.slug == form.exemption), None)
    if chosen is None or not line.amount_vnd:
        return line
    try:
        return reduce(line, chosen, form.text(Field.REDUCTION_PAPER))
    except InvalidInput as fault:
        faults[Field.REDUCTION_PAPER] = said(fault)
        return line


def _exemptions(procedure: Procedure) -> tuple[Exemption, ...]:
    """The groups any of its fees may be reduced for, each once."""
    rules = (rule for rule in procedure.fees if rule.basis is not FeeBasis.FREE)
    return tuple({each.slug: each for rule in rules for each in offered(rule)}.values())


def _appointment(
    form: Form,
    procedure: Procedure,
    calendar: WorkCalendar,
    now: datetime,
    clerk: str,
    faults: dict[Field, str],
    *,
    extended: bool,
) -> Appointment:
    counted = due(procedure, now, calendar, form.channel, extended=extended)
    typed = form.text(Field.DUE)
    if not typed:
        return replace(counted, confirmed_by=clerk) if form.vouched else counted
    try:
        due_at = read_instant(typed, now, calendar.hours[-1].end)
    except InvalidInput as fault:
        faults[Field.DUE] = said(fault)
        return counted
    if due_at <= now:
        faults[Field.DUE] = t("Ngày hẹn trả phải sau lúc nhận.")
    reasons = (f"{clerk} ghi ngày hẹn tại quầy.",)
    return Appointment(due_at=due_at, reasons=reasons, confirmed_by=clerk, legal_time=counted.legal_time)


def _later(
    form: Form, procedure: Procedure, calendar: WorkCalendar, now: datetime, *, extended: bool
) -> DryRun | None:
    """The promise that begins within the hour, where it will be another day than now's."""
    today, soon = (
        due(procedure, when, calendar, form.channel, extended=extended).due_at for when in (now, now + NEAR)
    )
    if today is None or soon is None or local_date(today) == local_date(soon):
        return None
    return dry_run(procedure, now, calendar, form.channel, extended=extended)[-1]
