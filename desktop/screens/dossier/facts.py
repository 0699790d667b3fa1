"""The summary of a dossier: label and words, only where there is something to say."""

from desktop.i18n import t
from desktop.screens.dossier.custody import say_holder
from desktop.screens.dossier.money import say_money
from desktop.screens.dossier.words import cited
from dossiers.books import BookKind
from dossiers.clock import say_date, say_time
from dossiers.dossier import Dossier, Ending, Handover, Receiver, Recovered, Result
from dossiers.people import Person
from dossiers.status import MOVES, OPEN, Status

RECEIVER_WORDS = {
    Receiver.OWNER: "chính chủ", Receiver.DELEGATE: "nhận thay", Receiver.POST: "bưu điện đã phát",
}  # fmt: skip


def describe_facts(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """Everything the summary says."""
    entry = dossier.entry(BookKind.DOSSIERS)
    facts = (
        (t("Chủ hồ sơ"), say_person(dossier.owner) if dossier.filer else ""),
        (t("Nơi cư trú"), dossier.owner.address),
        (t("Nội dung yêu cầu"), dossier.summary),
        (t("Nhận lúc"), t("{at}, {clerk}", at=say_time(dossier.received_at), clerk=dossier.received_by)),
        (t("Khôi phục từ biên nhận"), _recovered(dossier.recovered) if dossier.recovered else ""),
        (t("Số theo dõi"), cited(entry) if entry else ""),
        (t("Đang giữ"), say_holder(dossier) if dossier.status in OPEN else ""),
        (t("Cơ quan giải quyết"), dossier.deciding.name if dossier.deciding else ""),
        (t("Cơ quan hỗ trợ"), dossier.supporting.name if dossier.supporting else ""),
        (t("Phí, lệ phí"), say_money(dossier) if dossier.receipts or dossier.status is not Status.VOIDED else ""),
        (t("Nhận có điều kiện"), t("còn thiếu giấy tờ") if dossier.conditional else ""),
        (t("Bổ sung"), _supplement(dossier)),
        (t("Nghĩa vụ tài chính"), _duty(dossier)),
        (t("Kết quả"), _result(dossier.result) if dossier.result else ""),
        (t("Đã trả"), _handover(dossier.handover) if dossier.handover else ""),
        (t("Nhận kết quả tại"), dossier.return_place),
        (t("Chỗ để hồ sơ"), dossier.shelf),
        *_ending(dossier.ending),
        (t("Lý do hủy"), dossier.void_reason),
        (t("Ghi chú"), " · ".join(filter(None, (dossier.note, *(note.text for note in dossier.notes))))),
    )
    return tuple((label, words) for label, words in facts if words)


def _recovered(recovered: Recovered) -> str:
    vouched = t("khóa do {clerk} nhận", clerk=recovered.confirmed_by) if recovered.confirmed_by else ""
    return " · ".join(filter(None, (t("{at}, {clerk}", at=say_time(recovered.at), clerk=recovered.by), vouched)))


def describe_promises(dossier: Dossier) -> str:
    """The dates beside the one that counts: the first, the one of the apology, the second stage's."""
    moved = dossier.original_due_at != dossier.appointment.due_at and dossier.original_due_at
    apology, second = dossier.apology, dossier.appointment.second_stage
    said = (
        t("hẹn lần đầu {due}", due=say_time(moved)) if moved else "",
        t("xin lỗi và hẹn lại {due}, hạn trên vẫn tính", due=say_time(apology.promised_at)) if apology else "",
        t("giai đoạn 2 hẹn {due}", due=say_time(second.due_at)) if second else "",
    )
    return " · ".join(filter(None, said))


def describe_flags(dossier: Dossier) -> tuple[str, ...]:
    """A sentence for each physical fact that came when the state did not expect it."""
    acts = (flag.removesuffix("_out_of_turn") for flag in dossier.flags)
    return tuple(t("Ghi ngoài trình tự: {act}.", act=t(MOVES[act].words)) for act in acts if act in MOVES)


def say_person(person: Person) -> str:
    """Name, birth date, number and telephone, as far as they are known."""
    born = say_date(person.birth_date) if person.birth_date else ""
    return " · ".join(filter(None, (person.name, born, person.id_number, person.phone)))


def _supplement(dossier: Dossier) -> str:
    if not dossier.supplements:
        return ""
    last = dossier.supplements[-1]
    asked = "; ".join(paper.name for paper in last.papers)
    if last.received_at:
        return t("{papers} – đã nhận {at}", papers=asked, at=say_time(last.received_at))
    return t("{papers} – yêu cầu {at}", papers=asked, at=say_time(last.requested_at))


def _duty(dossier: Dossier) -> str:
    if not dossier.duties:
        return ""
    last = dossier.duties[-1]
    if last.fulfilled_at:
        return t("{basis} – đã nộp {at}", basis=last.basis, at=say_time(last.fulfilled_at))
    return t("{basis} – chờ từ {at}", basis=last.basis, at=say_time(last.demanded_at))


def _result(result: Result) -> str:
    paper = result.paper
    number = t("số {number}", number=paper.number) if paper.number else ""
    expires = t("hết hạn {day}", day=say_date(paper.expires_on)) if paper.expires_on else ""
    return " · ".join(filter(None, (result.description, result.shelf, paper.kind, number, paper.issuer, expires)))


def _handover(handover: Handover) -> str:
    who = t("{at}, {name}", at=say_time(handover.at), name=handover.name)
    signed = t("có chữ ký") if handover.signature else ""
    shown = (who, t(RECEIVER_WORDS[handover.receiver]), handover.evidence, handover.originals_kept, signed)
    return " · ".join(filter(None, shown))


def _ending(ending: Ending | None) -> tuple[tuple[str, str], ...]:
    if ending is None:
        return ()
    return (
        (t("Lý do"), t("{reason} ({at}, {clerk})", reason=ending.reason, at=say_time(ending.at), clerk=ending.by)),
        (t("Người ký"), ending.signer),
        (t("Căn cứ dừng"), " · ".join(filter(None, (ending.stage, ending.decision, ending.finances)))),
    )
