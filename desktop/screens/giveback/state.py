"""What the giveback screen shows: whose result it is, whether it may go, and into whose hand."""

from dataclasses import dataclass, replace
from datetime import datetime

from desktop.dossier_asks import Opened
from desktop.i18n import added, t
from desktop.screens.dossier.money import say_money
from desktop.theme.tokens import Tone
from dossiers.clock import say_time
from dossiers.dossier import Dossier, Receiver
from dossiers.finance import owed_vnd
from dossiers.return_result import Returned
from dossiers.standing import standing
from dossiers.status import MOVES, WORDS, Status

CARD_EVIDENCE = "Thẻ căn cước"
SLIP_EVIDENCE = "Giấy hẹn"
POST_EVIDENCE = "Giấy báo phát của bưu điện"


@dataclass(frozen=True, slots=True, kw_only=True)
class Receiving:
    """Who takes the result, as filled in; `signature` is the picture off the pad (PNG), empty without one."""

    receiver: Receiver = Receiver.OWNER
    name: str = ""
    id_number: str = ""
    phone: str = ""
    evidence: str = ""
    originals_kept: str = ""
    slip_taken_back: bool = True
    signature: bytes = b""
    print_receipt: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GivebackState:
    """Everything on the screen; without a dossier only the box and today's list.

    `may_insist` is a result handed over in a state that does not expect it: `insisting` once the clerk was warned.
    """

    found: bool = False
    code: str = ""
    who: str = ""
    word: str = ""
    tone: Tone = Tone.IDLE
    reason: str = ""
    warning: str = ""
    result: str = ""
    fee: str = ""
    owed: bool = False
    may_return: bool = False
    may_insist: bool = False
    insisting: bool = False
    may_make_ready: bool = False
    may_apologise: bool = False
    receiving: Receiving = Receiving()
    fault: str = ""
    done: tuple[str, ...] = ()

    @property
    def may_hand_over(self) -> bool:
        """Whether F10 hands the result over."""
        return self.may_return or self.insisting


def with_dossier(state: GivebackState, opened: Opened, now: datetime, *, insisting: bool) -> GivebackState:
    """The state with everything that follows from the dossier."""
    dossier = opened.dossier
    stands = standing(dossier, now, opened.calendar)
    result, starts = dossier.result, MOVES["returned"].starts
    where = " · ".join(filter(None, (result.description, result.shelf))) if result else ""
    unexpected = dossier.status not in starts | {Status.RETURNED}
    return replace(
        state, found=True, code=dossier.code, who=f"{dossier.applicant.name} · {dossier.procedure_name}",
        word=t(stands.word).upper(), tone=Tone(stands.tone),
        reason="" if insisting else _reason(dossier, added(stands)), warning=_warning(dossier) if insisting else "",
        result=where or _promised(dossier), fee=say_money(dossier),
        owed=bool(owed_vnd(dossier)), may_return=dossier.status in starts, may_insist=unexpected and not insisting,
        insisting=unexpected and insisting, may_apologise=_may_apologise(dossier),
        may_make_ready=dossier.status in MOVES["result_ready"].starts and not insisting,
    )  # fmt: skip


def returned_body(receiving: Receiving, dossier: Dossier) -> Returned:
    """The hand-over as the register keeps it; what nobody typed follows from the dossier."""
    given, taker = receiving, dossier.applicant
    owner = given.receiver is Receiver.OWNER
    number = given.id_number or (taker.id_number if owner else "")
    by_post = given.receiver is Receiver.POST
    shown = POST_EVIDENCE if by_post else CARD_EVIDENCE if given.id_number else SLIP_EVIDENCE
    tracking = f" {dossier.posting.tracking}" if by_post and dossier.posting else ""
    return Returned(
        receiver=given.receiver, name=given.name or ("" if given.receiver is Receiver.DELEGATE else taker.name),
        id_number=number, phone=given.phone or (taker.phone if owner else ""),
        evidence=given.evidence or f"{shown}{tracking}", slip_taken_back=given.slip_taken_back and not by_post,
        originals_kept=given.originals_kept,
    )  # fmt: skip


def _may_apologise(dossier: Dossier) -> bool:
    waits = dossier.status in MOVES["apologised"].starts
    return waits and dossier.apology is None and dossier.appointment.due_at is not None


def _warning(dossier: Dossier) -> str:
    return t(
        "Hồ sơ đang ở trạng thái “{word}”. Nếu vẫn giao kết quả, bấm F10; việc trả được đánh dấu ngoài trình tự.",
        word=t(WORDS[dossier.status]),
    )  # fmt: skip


def _promised(dossier: Dossier) -> str:
    due_at = dossier.appointment.due_at
    if dossier.result:
        return t("có tại quầy")
    return t("hẹn {due}", due=say_time(due_at)) if due_at else ""


def _reason(dossier: Dossier, modifier: str) -> str:
    """Why it cannot go yet; empty when it can."""
    match dossier.status:
        case Status.RESULT_READY if dossier.posting and dossier.posting.back_at is None:
            sent_at = say_time(dossier.posting.at)
            return t("Đã gửi bưu điện lúc {at}. Khi có báo phát, chọn Bưu điện đã phát.", at=sent_at)
        case Status.RESULT_READY:
            return ""
        case Status.RETURNED if dossier.handover:
            return t("Đã trả lúc {at} cho {name}.", at=say_time(dossier.handover.at), name=dossier.handover.name)
        case Status.AWAITING_SUPPLEMENT:
            return t("Hồ sơ đang chờ người dân bổ sung giấy tờ.")
        case Status.AWAITING_PAYMENT:
            return t("Hồ sơ đang chờ người dân nộp nghĩa vụ tài chính.")
        case Status.VOIDED:
            return t("Hồ sơ đã hủy: {reason}.", reason=dossier.void_reason)
        case Status.REFUSED | Status.WITHDRAWN | Status.STOPPED if dossier.ending:
            return f"{t(WORDS[dossier.status])}: {dossier.ending.reason}."
    late = f" {modifier}." if modifier else ""
    return t("Kết quả chưa về quầy.") + late + t(" Nếu đang cầm kết quả, bấm Ctrl+R.")
