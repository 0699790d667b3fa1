"""The result's way to the citizen, a machine of its own: not there yet, on the shelf, with the post, in their hand."""

from enum import StrEnum

from dossiers.dossier import Dossier


class Delivery(StrEnum):
    """Where the result is."""

    NOT_READY = "not_ready"
    ON_SHELF = "on_shelf"
    POSTED = "posted"
    CAME_BACK = "came_back"
    HANDED_OVER = "handed_over"


DELIVERY_WORDS: dict[Delivery, str] = {
    Delivery.NOT_READY: "Chưa có kết quả",
    Delivery.ON_SHELF: "Chờ người dân tới nhận",
    Delivery.POSTED: "Đã gửi bưu điện",
    Delivery.CAME_BACK: "Bưu điện chuyển hoàn",
    Delivery.HANDED_OVER: "Đã giao tận tay",
}


def delivery_of(dossier: Dossier) -> Delivery:
    """Where a dossier's result is."""
    if dossier.handover is not None:
        return Delivery.HANDED_OVER
    if dossier.posting is not None and dossier.result is not None:
        return Delivery.CAME_BACK if dossier.posting.back_at else Delivery.POSTED
    return Delivery.ON_SHELF if dossier.result is not None else Delivery.NOT_READY
