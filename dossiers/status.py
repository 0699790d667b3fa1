"""The states of a dossier, their words, and the one table that says which act is possible in which state."""

from enum import StrEnum


class Status(StrEnum):
    """Business state; money, hand-over and sync are separate machines."""

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

OPEN = frozenset({
    Status.RECEIVED, Status.AWAITING_SUPPLEMENT, Status.AWAITING_PAYMENT, Status.PROCESSING, Status.FORWARDED,
    Status.RESULT_READY,
})  # fmt: skip
"""States in which the office still owes something."""

AT_WORK = frozenset({Status.RECEIVED, Status.PROCESSING, Status.FORWARDED})

MOVES: dict[str, frozenset[Status]] = {
    "supplement_requested": AT_WORK,
    "supplement_received": frozenset({Status.AWAITING_SUPPLEMENT}),
    "result_ready": AT_WORK,
    "returned": frozenset({Status.RESULT_READY}),
    "voided": OPEN - {Status.RESULT_READY},
    "corrected": OPEN,
    "scans_attached": OPEN | {Status.RETURNED},
}
"""Verb → the states it may start from; physical facts outside it are recorded and flagged, never refused."""
