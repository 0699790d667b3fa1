"""The states of a dossier, their words, and the one table that says which act leads from where to where."""

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """Business state; money, delivery and sync are separate machines (finance.py, delivery.py, the sync ledger)."""

    RECEIVED = "received"
    AWAITING_SUPPLEMENT = "awaiting_supplement"
    AWAITING_PAYMENT = "awaiting_payment"
    PROCESSING = "processing"
    FORWARDED = "forwarded"
    RESULT_READY = "result_ready"
    RETURNED = "returned"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    STOPPED = "stopped"
    VOIDED = "voided"


WORDS: dict[Status, str] = {
    Status.RECEIVED: "Đã tiếp nhận",
    Status.AWAITING_SUPPLEMENT: "Chờ bổ sung",
    Status.AWAITING_PAYMENT: "Chờ nghĩa vụ tài chính",
    Status.PROCESSING: "Đang xử lý",
    Status.FORWARDED: "Đã chuyển",
    Status.RESULT_READY: "Có kết quả",
    Status.RETURNED: "Đã trả",
    Status.REFUSED: "Từ chối",
    Status.WITHDRAWN: "Đã rút",
    Status.STOPPED: "Dừng giải quyết",
    Status.VOIDED: "Đã hủy",
}
"""The words on screen, paper and statistics alike."""

AT_WORK = frozenset({Status.RECEIVED, Status.PROCESSING, Status.FORWARDED})
"""States in which the office's clock runs."""

WAITING = frozenset({Status.AWAITING_SUPPLEMENT, Status.AWAITING_PAYMENT})
"""States in which the citizen is waited for, and the clock stands still."""

OPEN = AT_WORK | WAITING | {Status.RESULT_READY}
"""States in which the office still owes something."""

ENDED = frozenset({Status.REFUSED, Status.WITHDRAWN, Status.STOPPED})
"""Ends without a result."""

ANY = frozenset(Status)


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One act: its words, the states it starts from, those it leads to (empty: it changes none), what undoes it.

    A `physical` act is a fact of the world: outside its states it is recorded and flagged, never refused.
    """

    words: str
    starts: frozenset[Status]
    leads_to: tuple[Status, ...] = ()
    physical: bool = False
    undo: str = ""


_AT_WORK_AGAIN = (Status.RECEIVED, Status.PROCESSING, Status.FORWARDED)

MOVES: dict[str, Move] = {
    "supplement_requested": Move(
        words="Yêu cầu bổ sung", starts=AT_WORK, leads_to=(Status.AWAITING_SUPPLEMENT,), undo="supplement_received"
    ),
    "supplement_received": Move(
        words="Nhận bổ sung", starts=frozenset({Status.AWAITING_SUPPLEMENT}), leads_to=_AT_WORK_AGAIN, physical=True
    ),
    "duty_demanded": Move(
        words="Chờ nghĩa vụ tài chính", starts=AT_WORK, leads_to=(Status.AWAITING_PAYMENT,), undo="duty_fulfilled"
    ),
    "duty_fulfilled": Move(
        words="Đã nộp nghĩa vụ tài chính", starts=frozenset({Status.AWAITING_PAYMENT}), leads_to=_AT_WORK_AGAIN,
        physical=True,
    ),
    "handed_over": Move(
        words="Chuyển hồ sơ", starts=AT_WORK, leads_to=(Status.PROCESSING, Status.FORWARDED), undo="handed_over"
    ),
    "taken_over": Move(words="Nhận bàn giao", starts=AT_WORK, physical=True),
    "certified": Move(words="Vào sổ chứng thực", starts=AT_WORK),
    "result_ready": Move(words="Có kết quả", starts=AT_WORK, leads_to=(Status.RESULT_READY,), undo="reopened"),
    "posted": Move(words="Gửi bưu điện", starts=frozenset({Status.RESULT_READY}), physical=True, undo="post_came_back"),
    "post_came_back": Move(words="Bưu điện chuyển hoàn", starts=frozenset({Status.RESULT_READY}), physical=True),
    "returned": Move(
        words="Trả kết quả", starts=frozenset({Status.RESULT_READY}), leads_to=(Status.RETURNED,), physical=True,
        undo="reopened",
    ),
    "refused": Move(
        words="Từ chối", starts=AT_WORK | {Status.AWAITING_SUPPLEMENT}, leads_to=(Status.REFUSED,), undo="reopened"
    ),
    "withdrawn": Move(
        words="Rút hồ sơ", starts=AT_WORK | WAITING, leads_to=(Status.WITHDRAWN,), undo="reopened"
    ),
    "stopped": Move(
        words="Dừng giải quyết", starts=AT_WORK | WAITING, leads_to=(Status.STOPPED,), undo="reopened"
    ),
    "reopened": Move(
        words="Mở lại", starts=ENDED | {Status.RESULT_READY, Status.RETURNED},
        leads_to=(*_AT_WORK_AGAIN, Status.RESULT_READY),
    ),
    "voided": Move(words="Hủy tiếp nhận", starts=AT_WORK | WAITING, leads_to=(Status.VOIDED,)),
    "recovery_undone": Move(
        words="Hủy khôi phục từ biên nhận", starts=frozenset({Status.RECEIVED}), leads_to=(Status.VOIDED,)
    ),
    "apologised": Move(words="Xin lỗi và hẹn lại", starts=AT_WORK | WAITING),
    "rescheduled": Move(words="Hẹn lại theo lịch mới", starts=AT_WORK | WAITING),
    "reissued": Move(words="Cấp lại theo quy định mới", starts=AT_WORK | WAITING),
    "corrected": Move(words="Sửa thông tin", starts=OPEN, undo="corrected"),
    "paper_marked": Move(words="Đánh dấu số hóa", starts=OPEN | {Status.RETURNED}, undo="paper_marked"),
    "scans_attached": Move(
        words="Gắn bản quét", starts=OPEN | {Status.RETURNED}, physical=True, undo="scans_taken_off"
    ),
    "scans_taken_off": Move(words="Gỡ bản quét", starts=ANY, physical=True, undo="scans_attached"),
    "fee_taken": Move(words="Thu phí, lệ phí", starts=ANY - {Status.VOIDED}, physical=True, undo="fee_voided"),
    "fee_voided": Move(words="Hủy biên lai", starts=ANY, physical=True),
    "fee_refunded": Move(words="Hoàn tiền", starts=ANY, physical=True),
    "shelved": Move(words="Ghi chỗ để hồ sơ", starts=ANY, physical=True, undo="shelved"),
    "noted": Move(words="Ghi chú", starts=ANY),
    "form_printed": Move(words="In giấy", starts=ANY, physical=True),
}  # fmt: skip
"""Op kind → the act behind it. docs/states.svg is drawn from this table."""


def possible(status: Status) -> tuple[str, ...]:
    """The kinds of act that may start from a state."""
    return tuple(kind for kind, move in MOVES.items() if status in move.starts)
