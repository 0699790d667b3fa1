"""What the dossier screen shows: one dossier as words, and which acts are possible."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.dossier_asks import Opened, Told
from desktop.i18n import added, retold, t
from desktop.screens.dossier.acts import Offer, offers, why_not
from desktop.screens.dossier.custody import CustodyState, describe_custody
from desktop.screens.dossier.facts import describe_facts, describe_flags, describe_promises, say_person
from desktop.screens.dossier.files import FileRow, describe_file
from desktop.screens.dossier.history import tell
from desktop.screens.dossier.money import MoneyState, describe_money
from desktop.screens.dossier.province import differences
from desktop.screens.dossier.questions import QuestionRow, describe_questions
from desktop.screens.dossier.words import DIGITAL_WORDS
from desktop.slips import PROCESS_HISTORY, printable, title_of
from desktop.theme.tokens import Tone
from dossiers.clock import local, say_time
from dossiers.dossier import Digital, Dossier, PaperCheck, PaperLine
from dossiers.people import Right
from dossiers.permissions import rights_of, why_not_deed
from dossiers.standing import COUNTS_OVERDUE_SOURCE, counts_overdue, standing
from dossiers.status import possible

if TYPE_CHECKING:
    from desktop.dossier_asks import Look

CHECKS = {PaperCheck.OK: "đạt", PaperCheck.NOT_OK: "thiếu", PaperCheck.NOT_CHECKED: "chưa kiểm tra"}
CHECK_TONES = {PaperCheck.OK: Tone.OK, PaperCheck.NOT_OK: Tone.WARN, PaperCheck.NOT_CHECKED: Tone.IDLE}


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """One paper as listed."""

    name: str
    counts: str
    check: str
    tone: Tone
    pages_scanned: int
    digital: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedRow:
    """One line of the history."""

    at: str
    words: str
    actor: str
    sent: str
    tone: Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierState:
    """Everything on the screen; `possible` names the kinds of acts that fit the present state.

    `promises` are the dates beside the due date, `reasons` how that was counted, `notices` what deserves a second
    look; `printable` are the slugs and titles of papers that can be printed again.
    """

    code: str
    word: str
    modifier: str
    tone: Tone
    due: str
    promises: str
    reasons: str
    notices: tuple[str, ...]
    people: str
    procedure: str
    facts: tuple[tuple[str, str], ...]
    papers: tuple[PaperRow, ...]
    deeds: tuple[DeedRow, ...]
    money: MoneyState
    custody: CustodyState
    province: str
    questions: tuple[QuestionRow, ...]
    scans: str
    files: tuple[FileRow, ...]
    possible: frozenset[str]
    offers: tuple[Offer, ...]
    printable: tuple[tuple[str, str], ...]


def describe(opened: Opened, now: datetime) -> DossierState:
    """The whole screen as words; here, on the dossier itself, the number is not masked."""
    dossier = opened.dossier
    stands = standing(dossier, now, opened.calendar)
    due_at = dossier.appointment.due_at
    return DossierState(
        code=dossier.code,
        word=t(stands.word).upper(),
        modifier=added(stands),
        tone=Tone(stands.tone),
        due=t("hẹn {due}", due=say_time(due_at)) if due_at else t("không hẹn ngày"),
        promises=describe_promises(dossier),
        reasons=" ".join(dossier.appointment.reasons),
        notices=(*_held(opened), *_counted(dossier), *describe_flags(dossier)),
        people=say_person(dossier.applicant),
        procedure=f"{dossier.procedure_name} · {dossier.sector}",
        facts=describe_facts(dossier),
        papers=tuple(_paper(dossier, index, paper) for index, paper in enumerate(dossier.papers)),
        deeds=(*(_deed(told, dossier) for told in reversed(opened.history)), *(_look(look) for look in opened.looks)),
        money=describe_money(dossier),
        custody=describe_custody(dossier, now),
        province=_province(opened),
        questions=describe_questions(opened),
        scans=_scans(dossier),
        files=_files(opened),
        possible=_possible(opened) if opened.here else frozenset(),
        offers=offers(dossier) if opened.here else (),
        printable=_printable(dossier) if opened.here else (),
    )


def _files(opened: Opened) -> tuple[FileRow, ...]:
    sees_off = Right.RECORD in rights_of(opened.clerk)
    return tuple(describe_file(file, sees_off=sees_off) for file in opened.scans)


def _possible(opened: Opened) -> frozenset[str]:
    """What the state allows, there is something to act on, and whoever opened it may do."""
    dossier = opened.dossier
    fitting = (kind for kind in possible(dossier.status) if not why_not(kind, dossier))
    return frozenset(kind for kind in fitting if not why_not_deed(opened.clerk, kind))


def _printable(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """Every paper, and the process, which a void dossier has too; the code stands above them all."""
    papers = (*((form, title_of(form, dossier)) for form in printable(dossier)),
              (PROCESS_HISTORY, t("Quá trình xử lý {code}", code=dossier.code)))  # fmt: skip
    return tuple((form, title.removesuffix(dossier.code).rstrip()) for form, title in papers)


def _held(opened: Opened) -> tuple[str, ...]:
    """What the province has not taken, why, and where to say that it is settled."""
    if not opened.held:
        return ()
    reasons = " ".join(retold(reason) for reason in opened.held)
    return (t("Tỉnh chưa nhận: {reasons}", reasons=reasons), t("Sửa xong, bấm Đã xử lý ở Đồng bộ (F12)."))


def _counted(dossier: Dossier) -> tuple[str, ...]:
    """The national index counts it late whatever its date says."""
    if not counts_overdue(dossier):
        return ()
    times, source = len(dossier.supplements), t(COUNTS_OVERDUE_SOURCE)
    return (t("Tính là quá hạn theo {source} (yêu cầu bổ sung {times} lần).", source=source, times=times),)


def _province(opened: Opened) -> str:
    """What the province says otherwise; for a dossier of another desk, that this desk only reads it."""
    if not opened.here:
        return t("Hồ sơ này {desk} tiếp nhận. Đây là những gì tỉnh ghi; quầy này chỉ xem.", desk=opened.dossier.desk)
    theirs = differences(opened.dossier, opened.province) if opened.province else ()
    if theirs:
        return t("Tỉnh ghi: {facts}", facts=" · ".join(theirs))
    return t("Hồ sơ ở {desk}; quầy này cũng làm tiếp được.", desk=opened.dossier.desk) if opened.elsewhere else ""


def _paper(dossier: Dossier, index: int, paper: PaperLine) -> PaperRow:
    if dossier.certification and (paper.pages or paper.copies):
        counts = t("{pages} trang × {copies} bản", pages=paper.pages, copies=paper.copies)
    else:
        parts = (
            (paper.originals, t("chính")), (paper.certified, t("chứng thực")), (paper.photocopies, t("photo")),
        )  # fmt: skip
        counts = ", ".join(f"{count} {words}" for count, words in parts if count)
    return PaperRow(
        name=paper.name, counts=counts, check=t(CHECKS[paper.check]), tone=CHECK_TONES[paper.check],
        pages_scanned=sum(scan.pages for scan in dossier.scans_in_force if scan.paper == index),
        digital=t(DIGITAL_WORDS[paper.digital]) if paper.digital is not Digital.NONE else "–",
    )  # fmt: skip


def _deed(told: Told, dossier: Dossier) -> DeedRow:
    return DeedRow(
        at=f"{local(told.op.at):%H:%M %d/%m}", words=tell(told, dossier), actor=told.op.actor,
        sent=t("Đã gửi") if told.sent else t("Chờ gửi"), tone=Tone.IDLE if told.sent else Tone.INFO,
    )  # fmt: skip


def _look(look: "Look") -> DeedRow:
    return DeedRow(at=f"{local(look.at):%H:%M %d/%m}", words=t("Đã xem"), actor=look.clerk, sent="", tone=Tone.IDLE)


def _scans(dossier: Dossier) -> str:
    scans = dossier.scans_in_force
    if not scans:
        return t("Chưa có bản quét")
    return t("{files} bản quét, {pages} trang", files=len(scans), pages=sum(scan.pages for scan in scans))
