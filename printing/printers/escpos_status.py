"""What a receipt printer says of itself in the status bytes of ESC/POS, as sentences for the clerk."""

from collections.abc import Mapping

from printing.printers.reasons import troubles

STATE, OFFLINE_CAUSE, FAULT, PAPER = 1, 2, 3, 4
"""The n of DLE EOT n: a question answered at once, before anything that waits to be printed."""

QUESTIONS = (STATE, OFFLINE_CAUSE, FAULT, PAPER)

OFFLINE = 0x08
_REASONS = (
    (OFFLINE_CAUSE, 0x04, "cover-open"),
    (OFFLINE_CAUSE, 0x20, "media-empty"),
    (PAPER, 0x60, "media-empty"),
    (FAULT, 0x40, "paused"),
    (STATE, OFFLINE, "offline"),
)
"""Question, the bits that say so, and the same reason in the words of IPP."""

CUTTER = "Dao cắt giấy của máy in bị kẹt."
BROKEN = "Máy in báo lỗi; tắt rồi bật lại máy in."
_FAULTS = ((0x08, CUTTER), (0x20, BROKEN))

_NEARLY_EMPTY = 0x0C
NEARLY_EMPTY = "Cuộn giấy của máy in sắp hết."

_PAPER_END = 0x0C
"""In the answer to GS r 1, which comes in turn, the bits of the paper end."""


def said_at_once(byte: int) -> bool:
    """Whether a byte answers DLE EOT: its bits 0, 1, 4 and 7 are fixed."""
    return byte & 0x93 == 0x12


def said_in_turn(byte: int) -> bool:
    """Whether a byte answers GS r: its bits 4 and 7 are fixed."""
    return byte & 0x90 == 0


def paper_ended(answer_in_turn: int) -> bool:
    """Whether the paper was out when the printer came to the question."""
    return bool(answer_in_turn & _PAPER_END)


def stoppers(answers: Mapping[int, int]) -> tuple[str, ...]:
    """The sentences of what stops the printer; "offline" only where nothing explains it."""
    reasons = [reason for question, bits, reason in _REASONS if answers[question] & bits]
    faults = [sentence for bits, sentence in _FAULTS if answers[FAULT] & bits]
    said = (*faults, *troubles(reason for reason in reasons if reason != "offline"))
    return said or troubles(reasons)


def warnings(answers: Mapping[int, int]) -> tuple[str, ...]:
    """What stops nothing yet."""
    return (NEARLY_EMPTY,) if answers[PAPER] & _NEARLY_EMPTY else ()
