"""What the form comes to: the fees and the appointment, computed anew at every change."""

from dataclasses import dataclass, replace
from datetime import datetime

from desktop.i18n import said, t
from desktop.screens.intake.form import Field, Form, read_count, read_instant
from dossiers.calendars import WorkCalendar
from dossiers.deadlines import due
from dossiers.dossier import Appointment, FeeLine
from dossiers.errors import InvalidInput
from dossiers.fees import fee_lines
from dossiers.procedure import FeeBasis, Procedure, TimeUnit


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoning:
    """Fees and appointment as they would be committed now, and what of them no official source vouches for."""

    fees: tuple[FeeLine, ...]
    unsure_fees: frozenset[str]
    typed_fees: frozenset[str]
    appointment: Appointment
    due_unsure: bool
    faults: dict[Field, str]

    @property
    def total_vnd(self) -> int:
        """What is due in dong."""
        return sum(fee.amount_vnd for fee in self.fees)


def reckon(form: Form, procedure: Procedure, calendar: WorkCalendar, now: datetime, clerk: str) -> Reckoning:
    """Count fees and date; a vouched line carries the clerk's name, a typed date says that it was typed."""
    faults: dict[Field, str] = {}
    fees = _fees(form, procedure, clerk, faults)
    duration = procedure.duration
    return Reckoning(
        fees=fees,
        unsure_fees=frozenset(rule.name for rule in procedure.fees if not rule.verified),
        typed_fees=frozenset(rule.name for rule in procedure.fees if rule.basis is FeeBasis.PROVINCE),
        appointment=_appointment(form, procedure, calendar, now, clerk, faults),
        due_unsure=duration is None or duration.unit is TimeUnit.UNSTATED or not duration.verified,
        faults=faults,
    )


def _fees(form: Form, procedure: Procedure, clerk: str, faults: dict[Field, str]) -> tuple[FeeLine, ...]:
    sets = form.text(Field.SETS)
    lines = []
    for line in fee_lines(procedure, form.papers, int(sets) if sets.isdecimal() else 1):
        amount_vnd, vouched = line.amount_vnd, form.vouched
        typed = form.amounts.get(line.name, "").replace(".", "").removesuffix("₫").strip()
        if typed:
            try:
                amount_vnd, vouched = read_count(typed, Field.FEES), True
            except InvalidInput as fault:
                faults[Field.FEES] = said(fault)
        lines.append(replace(line, amount_vnd=amount_vnd, confirmed_by=clerk if vouched else ""))
    return tuple(lines)


def _appointment(
    form: Form, procedure: Procedure, calendar: WorkCalendar, now: datetime, clerk: str, faults: dict[Field, str]
) -> Appointment:
    counted = due(procedure, now, calendar)
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
    return Appointment(due_at=due_at, reasons=(f"{clerk} ghi ngày hẹn tại quầy.",), confirmed_by=clerk)
