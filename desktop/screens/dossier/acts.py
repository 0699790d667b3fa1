"""Which acts the dossier screen offers, and how: the likely ones as buttons, the rest in one menu."""

from dataclasses import dataclass

from desktop import keys
from desktop.i18n import t
from dossiers.dossier import Dossier
from dossiers.finance import owed_lines
from dossiers.status import AT_WORK, Status

PAPERWORK = ("scans_attached", "scans_taken_off", "corrected", "paper_marked", "noted", "shelved")
"""Acts that leave the state alone."""

GROUPS: tuple[tuple[str, ...], ...] = (
    ("supplement_requested", "supplement_received", "duty_demanded", "duty_fulfilled"),
    ("handed_over", "taken_over"),
    ("certified", "result_ready", "returned", "posted", "post_came_back"),
    ("fee_taken", "fee_voided", "fee_refunded"),
    ("apologised", "refused", "withdrawn", "stopped", "reopened", "voided"),
    PAPERWORK,
)
"""The menu from top to bottom, a line between two groups."""

KEYS = {"result_ready": keys.RESULT_HERE, "returned": keys.GIVE_BACK, "scans_attached": keys.SCAN}
"""The keys of acts that have one."""

MAIN = {
    Status.RECEIVED: "result_ready", Status.PROCESSING: "result_ready", Status.FORWARDED: "result_ready",
    Status.AWAITING_SUPPLEMENT: "supplement_received", Status.AWAITING_PAYMENT: "duty_fulfilled",
    Status.RESULT_READY: "returned", Status.REFUSED: "reopened", Status.WITHDRAWN: "reopened",
    Status.STOPPED: "reopened",
}  # fmt: skip
"""What mostly comes next."""

LIKELY = {
    Status.RECEIVED: ("supplement_requested", "handed_over"), Status.PROCESSING: ("taken_over", "handed_over"),
    Status.FORWARDED: ("taken_over", "handed_over"), Status.RESULT_READY: ("posted",),
}  # fmt: skip
"""What often does."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One act as offered: its kind (`status.MOVES`), its key, and whether it is a button or the main one."""

    kind: str
    key: str
    in_bar: bool
    main: bool


def offers(dossier: Dossier) -> tuple[Offer, ...]:
    """Every act there is, those of the bar first; the palette finds also what is impossible now, and says why."""
    status = dossier.status
    main, likely = MAIN.get(status, ""), LIKELY.get(status, ())
    if dossier.certification and status in AT_WORK:
        likely = ("certified",)
    bar = ("scans_attached", *(kind for kind in likely if not why_not(kind, dossier)), main)
    rest = [kind for group in GROUPS for kind in group if kind not in bar]
    return tuple(
        Offer(kind, KEYS.get(kind, ""), in_bar=kind in bar, main=kind == main) for kind in (*bar, *rest) if kind
    )


def why_not(kind: str, dossier: Dossier) -> str:
    """Why an act that the state allows has nothing to act on here; empty where it has."""
    match kind:
        case "fee_taken" if not owed_lines(dossier):
            return t("Hồ sơ này không còn khoản nào phải thu.")
        case "fee_voided" | "fee_refunded" if not any(receipt.kept_vnd for receipt in dossier.receipts):
            return t("Hồ sơ này không có biên lai nào còn giá trị.")
        case "taken_over" if not unsigned(dossier):
            return t("Không có lần bàn giao nào chờ ký nhận.")
        case "post_came_back" if dossier.posting is None or dossier.posting.back_at:
            return t("Kết quả này không ở bưu điện.")
        case "certified" if not dossier.certification:
            return t("Thủ tục này không phải chứng thực.")
        case "apologised" if dossier.appointment.due_at is None:
            return t("Hồ sơ này không hẹn ngày trả nên không có ngày để hẹn lại.")
        case "scans_taken_off" if not dossier.scans_in_force:
            return t("Hồ sơ này không có bản quét nào đang dùng.")
        case "paper_marked" if not dossier.papers:
            return t("Hồ sơ này không có giấy tờ nào.")
    return ""


def unsigned(dossier: Dossier) -> bool:
    """Whether somebody was given the dossier and has not signed for it."""
    return bool(dossier.hops) and dossier.hops[-1].taken_at is None
