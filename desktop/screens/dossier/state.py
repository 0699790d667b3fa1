"""What the dossier screen shows: one dossier as words, and which deeds are possible."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.dossier_asks import Opened
from desktop.i18n import added, t
from desktop.screens.dossier.province import differences
from desktop.theme.tokens import Tone
from dossiers.clock import local, say_date, say_time
from dossiers.dossier import Dossier, PaperCheck, PaperLine
from dossiers.fees import say_vnd
from dossiers.people import Person
from dossiers.standing import standing
from dossiers.status import possible

if TYPE_CHECKING:
    from desktop.dossier_asks import Deed, Look

DEEDS = {
    "received": "Tiếp nhận", "carried_over": "Chuyển từ sổ cũ", "supplement_requested": "Yêu cầu bổ sung",
    "supplement_received": "Nhận bổ sung", "result_ready": "Có kết quả", "returned": "Trả kết quả",
    "voided": "Hủy tiếp nhận", "corrected": "Sửa thông tin", "scans_attached": "Gắn bản quét",
    "form_printed": "Xác nhận đã in",
}  # fmt: skip
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
    """Everything on the screen; `possible` names the kinds of deeds that fit the present state."""

    code: str
    word: str
    modifier: str
    tone: Tone
    due: str
    people: str
    procedure: str
    facts: tuple[tuple[str, str], ...]
    papers: tuple[PaperRow, ...]
    deeds: tuple[DeedRow, ...]
    province: str
    scans: str
    possible: frozenset[str]


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
        people=_person(dossier.applicant),
        procedure=f"{dossier.procedure_name} · {dossier.sector}",
        facts=_facts(dossier),
        papers=tuple(_paper(dossier, index, paper) for index, paper in enumerate(dossier.papers)),
        deeds=(*(_deed(deed) for deed in reversed(opened.history)), *(_look(look) for look in opened.looks)),
        province=_province(opened),
        scans=_scans(dossier),
        possible=frozenset(possible(dossier.status) if opened.here else ()),
    )


def _province(opened: Opened) -> str:
    """What the province says otherwise; for a dossier of another desk, that this desk only reads it."""
    if not opened.here:
        return t("Hồ sơ này {desk} tiếp nhận. Đây là những gì tỉnh ghi; quầy này chỉ xem.", desk=opened.dossier.desk)
    theirs = differences(opened.dossier, opened.province) if opened.province else ()
    return t("Tỉnh ghi: {facts}", facts=" · ".join(theirs)) if theirs else ""


def _person(person: Person) -> str:
    born = say_date(person.birth_date) if person.birth_date else ""
    return " · ".join(filter(None, (person.name, born, person.id_number, person.phone)))


def _facts(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """Label and words, only where there is something to say."""
    result, handover = dossier.result, dossier.handover
    moved = dossier.original_due_at != dossier.appointment.due_at and dossier.original_due_at
    facts = (
        (t("Chủ hồ sơ"), _person(dossier.owner) if dossier.filer else ""),
        (t("Nơi cư trú"), dossier.owner.address),
        (t("Nhận lúc"), t("{at}, {clerk}", at=say_time(dossier.received_at), clerk=dossier.received_by)),
        (t("Hẹn lần đầu"), say_time(moved) if moved else ""),
        (t("Cách tính hẹn"), " ".join(dossier.appointment.reasons)),
        (t("Phí, lệ phí"), say_vnd(dossier.fee_total_vnd) if dossier.fees else t("không thu")),
        (t("Nhận có điều kiện"), t("còn thiếu giấy tờ") if dossier.conditional else ""),
        (t("Bổ sung"), _supplement(dossier)),
        (t("Kết quả"), " · ".join(filter(None, (result.description, result.shelf))) if result else ""),
        (t("Đã trả"), t("{at}, {name}", at=say_time(handover.at), name=handover.name) if handover else ""),
        (t("Lý do hủy"), dossier.void_reason),
        (t("Ghi chú"), dossier.note),
    )
    return tuple((label, words) for label, words in facts if words)


def _supplement(dossier: Dossier) -> str:
    if not dossier.supplements:
        return ""
    last = dossier.supplements[-1]
    asked = "; ".join(paper.name for paper in last.papers)
    if last.received_at:
        return t("{papers} – đã nhận {at}", papers=asked, at=say_time(last.received_at))
    return t("{papers} – yêu cầu {at}", papers=asked, at=say_time(last.requested_at))


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
        pages_scanned=sum(scan.pages for scan in dossier.scans if scan.paper == index),
    )  # fmt: skip


def _deed(deed: "Deed") -> DeedRow:
    return DeedRow(
        at=f"{local(deed.at):%H:%M %d/%m}", words=t(DEEDS.get(deed.kind, deed.kind)), actor=deed.actor,
        sent=t("Đã gửi") if deed.sent else t("Chờ gửi"), tone=Tone.IDLE if deed.sent else Tone.INFO,
    )  # fmt: skip


def _look(look: "Look") -> DeedRow:
    return DeedRow(at=f"{local(look.at):%H:%M %d/%m}", words=t("Đã xem"), actor=look.clerk, sent="", tone=Tone.IDLE)


def _scans(dossier: Dossier) -> str:
    if not dossier.scans:
        return t("Chưa có bản quét")
    pages = sum(scan.pages for scan in dossier.scans)
    return t("{files} bản quét, {pages} trang", files=len(dossier.scans), pages=pages)
