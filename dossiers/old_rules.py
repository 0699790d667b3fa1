"""Dossiers taken under rules that were not the law on their day, because the newer ones reached the desk later."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from dossiers.calendars import WorkCalendar
from dossiers.catalogue import Catalogue
from dossiers.catalogue_diff import FieldChange, differences, say_paper
from dossiers.clock import local_date, say_time
from dossiers.deadlines import due
from dossiers.dossier import Appointment, Dossier, FeeLine
from dossiers.fees import fee_lines, say_vnd
from dossiers.names import fold
from dossiers.procedure import FeeBasis, PaperRule, Procedure
from dossiers.status import OPEN

_TIMES = {"duration", "online_duration", "second_duration", "appointment"}


@dataclass(frozen=True, slots=True, kw_only=True)
class OldRules:
    """One dossier to decide on: keep it, for the citizen holds the slip, or issue it again under the law of its day.

    Without a `law` the procedure was repealed and nothing came in its place: the dossier can only be kept.
    """

    dossier_id: UUID
    code: str
    procedure_code: str
    procedure_name: str
    received_at: datetime
    version: int
    law: Procedure | None
    changes: tuple[FieldChange, ...] = ()
    """What the law says otherwise than the version the dossier was taken under."""

    promised_at: datetime | None = None
    appointment: Appointment | None = None
    """What was promised at reception, and what the law gives instead; None where its time is the same."""

    fee_vnd: int = 0
    fees: tuple[FeeLine, ...] | None = None
    """What was counted before reductions, and the lines of the law's tariff; None where that is the same or typed."""

    wanted: tuple[PaperRule, ...] = ()
    papers_spared: tuple[str, ...] = ()

    @property
    def papers_wanted(self) -> tuple[str, ...]:
        """The papers the law wants that nobody asked for, in words."""
        return tuple(map(say_paper, self.wanted))

    @property
    def may_reissue(self) -> bool:
        """Whether there is a law to issue it again under."""
        return self.law is not None

    @property
    def matters(self) -> bool:
        """Whether the citizen would notice: another date, another sum, another paper."""
        return self.due_differs or self.fee_differs or bool(self.papers_wanted or self.papers_spared)

    @property
    def due_differs(self) -> bool:
        """Whether the law's time ends at another instant than was promised."""
        return self.appointment is not None and self.appointment.due_at != self.promised_at

    @property
    def fee_differs(self) -> bool:
        """Whether the law's tariff comes to another sum."""
        return self.fees is not None and sum(each.amount_vnd for each in self.fees) != self.fee_vnd


def find_old_rules(dossiers: Iterable[Dossier], catalogue: Catalogue, calendar: WorkCalendar) -> tuple[OldRules, ...]:
    """The open ones of these (unsent) dossiers whose version was not the law on the Vietnamese day they came in."""
    found = (_against(dossier, catalogue, calendar) for dossier in dossiers if dossier.status in OPEN)
    return tuple(each for each in found if each)


def say(old: OldRules) -> tuple[str, ...]:
    """What a clerk has to know to decide, one sentence for each thing that differs."""
    law = old.law
    if law is None:
        return ("Thủ tục này đã bị bãi bỏ vào ngày tiếp nhận: giữ hồ sơ như đã nhận và hỏi cơ quan giải quyết.",)
    sentences = []
    if law.code != old.procedure_code:
        sentences.append(f"Thủ tục đã được thay bằng {law.code} {law.name}.")
    if old.due_differs and old.appointment:
        promised, new = _moment(old.promised_at), _moment(old.appointment.due_at)
        sentences.append(f"Hẹn trả: đã ghi {promised}, theo quy định mới {new}.")
    if old.fee_differs and old.fees is not None:
        total = sum(each.amount_vnd for each in old.fees)
        sentences.append(f"Phí, lệ phí: đã tính {say_vnd(old.fee_vnd)}, theo quy định mới {say_vnd(total)}.")
    sentences += [f"Cần thêm: {each}." for each in old.papers_wanted]
    sentences += [f"Không còn cần: {each}." for each in old.papers_spared]
    return tuple(sentences) or ("Hẹn trả, phí và giấy tờ không khác: giữ phiếu đã cấp.",)


def _against(dossier: Dossier, catalogue: Catalogue, calendar: WorkCalendar) -> OldRules | None:
    law = _law(dossier.procedure_code, local_date(dossier.received_at), catalogue)
    if law and (law.code, law.version) == (dossier.procedure_code, dossier.procedure_version):
        return None
    taken = catalogue.find_version(dossier.procedure_code, dossier.procedure_version)
    old = OldRules(
        dossier_id=dossier.id, code=dossier.code, procedure_code=dossier.procedure_code,
        procedure_name=dossier.procedure_name, received_at=dossier.received_at, version=dossier.procedure_version,
        law=law, promised_at=dossier.original_due_at,
        fee_vnd=sum(each.full_vnd or each.amount_vnd for each in dossier.fees),
    )  # fmt: skip
    return old if law is None else _compared(old, dossier, taken, law, calendar)


def _law(code: str, on: date, catalogue: Catalogue) -> Procedure | None:
    """The law of a day: the procedure's version in force, else that of the code which replaced it."""
    found = catalogue.find(code, on)
    if found is not None:
        return found
    successors = (each.replaced_by for each in catalogue.versions(code) if each.replaced_by)
    return next(filter(None, (catalogue.find(each, on) for each in successors)), None)


def _compared(
    old: OldRules, dossier: Dossier, taken: Procedure | None, law: Procedure, calendar: WorkCalendar
) -> OldRules:
    """What a person would notice; a field the law left alone is not compared, whatever a clerk typed there."""
    changes = differences(taken, law) if taken else ()
    changed = {each.field for each in changes}
    typed = any(rule.basis is FeeBasis.PROVINCE for rule in law.fees)
    wanted, spared = _papers(dossier, taken, law)
    return replace(
        old, changes=changes, wanted=wanted, papers_spared=spared,
        appointment=due(law, dossier.received_at, calendar, dossier.channel)
        if taken is None or changed & _TIMES else None,
        fees=fee_lines(law, dossier.papers, dossier.sets)
        if not typed and (taken is None or "fees" in changed) else None,
    )  # fmt: skip


def _papers(dossier: Dossier, taken: Procedure | None, law: Procedure) -> tuple[tuple[PaperRule, ...], tuple[str, ...]]:
    """The papers the law wants that nobody asked for, and those asked for that it spares."""
    before = _asked(taken) if taken else {}
    now = _asked(law)
    seen = before.keys() | {fold(line.name) for line in dossier.papers}
    wanted = tuple(rule for name, rule in now.items() if rule.required and name not in seen)
    every_case = now.keys() | {fold(rule.name) for case in law.cases for rule in case.papers}
    return wanted, tuple(say_paper(rule) for name, rule in before.items() if name not in every_case)


def _asked(procedure: Procedure) -> dict[str, PaperRule]:
    """The papers that every case asks for, by their folded names."""
    common = {fold(rule.name): rule for rule in procedure.papers}
    for case in procedure.cases:
        names = {fold(rule.name) for rule in case.papers}
        common = {name: rule for name, rule in common.items() if name in names}
    return common


def _moment(instant: datetime | None) -> str:
    return say_time(instant) if instant else "cán bộ ghi ngày"
