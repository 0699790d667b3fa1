"""What a printer means by its state reasons (RFC 8011 section 5.4.12), as sentences for the clerk."""

from collections.abc import Iterable

_PAPER = {
    "media-empty": "Máy in hết giấy.",
    "media-needed": "Máy in đang chờ nạp giấy.",
    "media-jam": "Máy in kẹt giấy.",
    "input-tray-missing": "Máy in thiếu khay giấy.",
    "cover-open": "Nắp máy in đang mở.",
    "door-open": "Cửa máy in đang mở.",
    "interlock-open": "Nắp máy in đang mở.",
    "toner-empty": "Máy in hết mực.",
    "marker-supply-empty": "Máy in hết mực.",
    "output-area-full": "Khay giấy ra đã đầy.",
}
_LINE = {
    "paused": "Máy in đang tạm dừng.",
    "stopped": "Máy in đang dừng.",
    "shutdown": "Máy in đang tắt.",
    "offline": "Máy in đang ngoại tuyến.",
    "timed-out": "Máy in không phản hồi.",
    "connecting-to-device": "Chưa nối được với máy in.",
    "spool-area-full": "Bộ nhớ máy in đã đầy.",
}
_SENTENCES = _PAPER | _LINE
"""Reason without its severity → sentence; reasons not listed (toner-low, …) stop nothing."""

PAPER_TROUBLES = frozenset(_PAPER.values())
"""Troubles after which paper may be missing although the job ended well; the others pass by themselves."""


def troubles(reasons: Iterable[str]) -> tuple[str, ...]:
    """The sentences of the reasons that can stop paper, in the printer's order; reports are no trouble."""
    kinds = (
        reason.removesuffix("-error").removesuffix("-warning") for reason in reasons if not reason.endswith("-report")
    )
    return tuple(dict.fromkeys(_SENTENCES[kind] for kind in kinds if kind in _SENTENCES))
