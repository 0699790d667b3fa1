"""What the intake screen shows at one moment, put together from the form and everything known beside it."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from desktop import keys
from desktop.i18n import retold, said, t
from desktop.screens.intake.earlier import Earlier, EarlierLine, describe_earlier
from desktop.screens.intake.form import (
    AGENCIES,
    APPLICANT,
    DELEGATE,
    OWNER,
    Field,
    Form,
    applicant_of,
    owner_of,
    read_day,
)
from desktop.screens.intake.money import Money, money_of
from desktop.screens.intake.papers import counts_pages
from desktop.screens.intake.reckoning import Reckoning
from desktop.theme.tokens import Tone
from dossiers.citizen_card import sex_and_year
from dossiers.clock import local, say_date, say_time
from dossiers.counting import say_extension
from dossiers.dossier import PaperCheck
from dossiers.errors import InvalidInput
from dossiers.people import Person
from dossiers.procedure import Procedure
from dossiers.receive import tidy_number
from dossiers.vietqr import BankAccount

TWELVE = 12
NAMED_MISSING = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """One sentence under a field."""

    text: str
    tone: Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Others:
    """Open dossiers of the same person: the only one by its identity, more of them by the words that list them."""

    sentence: str
    dossier_id: UUID | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """What came from outside the form: faults found, the card's warnings, neighbours in the register, the draft."""

    faults: dict[Field, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    known: Person | None = None
    others: Others | None = None
    earlier: Earlier = field(default_factory=dict)
    often_missing: tuple[tuple[str, int, int], ...] = ()
    saved_at: datetime | None = None
    kept_at: datetime | None = None
    asking: bool = False
    refusing: bool = False
    paying: bool = True
    busy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeState:
    """Everything on the screen besides the typed text itself."""

    hints: dict[Field, Hint]
    counts_pages: bool
    certification: bool
    money: Money
    due: str
    reasons: tuple[str, ...]
    extension: str
    later: str
    second_stage: str
    unsure: str
    papers_note: Hint | None
    earlier: dict[int, EarlierLine]
    proposal: str
    others: str
    often_missing: str
    saved: str
    kept: str
    asking: bool
    refusing: bool
    busy: bool


def describe(
    form: Form,
    procedure: Procedure | None,
    reckoning: Reckoning | None,
    notes: Notes,
    account: BankAccount | None = None,
) -> IntakeState:
    """The whole screen as words; `account` is where the office takes transfers, where it has one."""
    return IntakeState(
        hints=_hints(form, reckoning, notes),
        counts_pages=counts_pages(procedure),
        certification=procedure is not None and procedure.certification,
        money=money_of(form, reckoning, account if notes.paying else None),
        due=_due(reckoning, procedure),
        reasons=reckoning.appointment.reasons if reckoning else (),
        extension="" if form.at_once else _extension(reckoning),
        later=_later(reckoning),
        second_stage=_second_stage(reckoning),
        unsure=_unsure(reckoning),
        papers_note=_papers_note(form),
        earlier=describe_earlier(form, notes.earlier),
        proposal=_proposal(notes.known),
        others=notes.others.sentence if notes.others else "",
        often_missing=_often_missing(notes.often_missing),
        saved=t("Bản nháp tự lưu {time}", time=f"{local(notes.saved_at):%H:%M:%S}") if notes.saved_at else "",
        kept=_kept(notes.kept_at, form),
        asking=notes.asking,
        refusing=notes.refusing,
        busy=notes.busy,
    )


def fault_in(form: Form, place: Field) -> str:
    """The sentence for a field as it was left; empty when there is nothing to mend."""
    try:
        match place:
            case Field.BIRTH | Field.OWNER_BIRTH:
                read_day(form.text(place), place)
            case Field.ID_NUMBER:
                tidy_number(applicant_of(replace(form, texts={place: form.text(place)})), "filer")
            case Field.OWNER_ID_NUMBER:
                tidy_number(owner_of(replace(form, for_other=True, texts={place: form.text(place)})), "owner")
    except InvalidInput as fault:
        return said(fault)
    return ""


def _hints(form: Form, reckoning: Reckoning | None, notes: Notes) -> dict[Field, Hint]:
    hints = {}
    if notes.warnings:
        hints[Field.ID_NUMBER] = Hint(text=retold(" ".join(notes.warnings)), tone=Tone.WARN)
    elif check := _number_check(form):
        hints[Field.ID_NUMBER] = check
    faults = (reckoning.faults if reckoning else {}) | notes.faults
    return hints | {place: Hint(text=sentence, tone=Tone.BAD) for place, sentence in faults.items() if sentence}


def _number_check(form: Form) -> Hint | None:
    """Digits 4 to 6 of the number against sex and birth year: a mismatch is a warning, never a wall (UX D.2.10)."""
    number = form.text(Field.ID_NUMBER)
    if len(number) != TWELVE or not number.isdecimal():
        return None
    sex, year = sex_and_year(number)
    odd = []
    if form.text(Field.SEX) not in ("", sex):
        odd.append(t("giới tính"))
    try:
        born = read_day(form.text(Field.BIRTH), Field.BIRTH)
    except InvalidInput:
        born = None
    if born and born.year != year:
        odd.append(t("năm sinh"))
    if odd:
        return Hint(text=t("Không khớp {what} với số định danh. Đối chiếu thẻ.", what=", ".join(odd)), tone=Tone.WARN)
    if born and form.text(Field.SEX):
        return Hint(text=t("Khớp giới tính, năm sinh"), tone=Tone.OK)
    return None


def _due(reckoning: Reckoning | None, procedure: Procedure | None) -> str:
    if reckoning is None or procedure is None:
        return ""
    due_at = reckoning.appointment.due_at
    if due_at:
        return say_time(due_at)
    return t("Chưa có ngày hẹn") if procedure.appointment else t("Không hẹn ngày")


def _extension(reckoning: Reckoning | None) -> str:
    """The words of the longer time the law allows."""
    if reckoning is None or reckoning.extension is None:
        return ""
    return t("Theo luật: {extension}", extension=say_extension(reckoning.extension))


def _later(reckoning: Reckoning | None) -> str:
    """What will be promised soon, where that is another day."""
    later = reckoning.later if reckoning else None
    if later is None or later.appointment.due_at is None:
        return ""
    return t("Nhận từ {time} thì hẹn {due}", time=f"{local(later.when):%H:%M}", due=say_time(later.appointment.due_at))


def _second_stage(reckoning: Reckoning | None) -> str:
    """The promise after the first one, where the procedure has two stages."""
    stage = reckoning.appointment.second_stage if reckoning else None
    return t("Giai đoạn 2 hẹn {due}", due=say_time(stage.due_at)) if stage else ""


def _often_missing(papers: tuple[tuple[str, int, int], ...]) -> str:
    """The papers people came without most often: how many of how many."""
    named = "; ".join(f"{name} ({cases}/{of})" for name, cases, of in papers[:NAMED_MISSING])
    return t("Hay thiếu: {papers}", papers=named) if named else ""


def _unsure(reckoning: Reckoning | None) -> str:
    """What the clerk must look at twice, before or after they did."""
    if reckoning is None:
        return ""
    date = reckoning.due_unsure and reckoning.appointment.due_at is not None
    fee = any(line.name in reckoning.unsure_fees and line.amount_vnd for line in reckoning.fees)
    match (date, fee):
        case (True, True):
            return t("Thời hạn, mức thu chưa &xác minh – đã xem lại")
        case (True, False):
            return t("Thời hạn chưa &xác minh – đã xem lại")
        case (False, True):
            return t("Mức thu chưa &xác minh – đã xem lại")
    return ""


def _papers_note(form: Form) -> Hint | None:
    if missing := len(form.missing):
        words = t("Thiếu {count} giấy tờ – vẫn có thể nhận có điều kiện", count=missing)
        return Hint(text=words, tone=Tone.WARN)
    unseen = sum(paper.check is PaperCheck.NOT_CHECKED and paper.required for paper in form.papers)
    if unseen:
        return Hint(text=t("Chưa kiểm tra {count} giấy tờ", count=unseen), tone=Tone.IDLE)
    return Hint(text=t("Đủ giấy tờ"), tone=Tone.OK) if form.papers else None


def _proposal(known: Person | None) -> str:
    if known is None:
        return ""
    born = say_date(known.birth_date) if known.birth_date else ""
    return " · ".join(part for part in (known.name, born, known.phone, known.address) if part)


def _kept(kept_at: datetime | None, form: Form) -> str:
    if kept_at is None or form.begun:
        return ""
    return t("Khôi phục bản nháp {time}? ({key})", key=keys.RESTORE_DRAFT, time=f"{local(kept_at):%H:%M}")


TEXTS = (
    *APPLICANT, *OWNER, *DELEGATE, *AGENCIES, Field.NOTE, Field.REDUCTION_PAPER, Field.DUE, Field.SETS, Field.SIGNER,
)  # fmt: skip
"""The fields that hold typed text, in reading order."""
