"""The panel of the office's desks says who serves and where the next number comes from."""

from PySide6.QtWidgets import QLabel

from desktop.sitting import Sitting
from dossiers.store.desk import Desk
from dossiers.store.lan import Peer
from tests.desktop.driving import Driver, settle, wait_for


def says(sitting: Sitting, words: str) -> bool:
    labels = sitting.frame.front_screen.findChildren(QLabel)
    return any(words in label.text() for label in labels if label.isVisible())


def test_a_lone_desk_then_one_that_serves(sitting: Sitting) -> None:
    sitting.frame.open("settings", panel="hub")
    wait_for(lambda: says(sitting, "chưa kết nối với quầy nào và tự cấp số"), "how things stand")
    assert says(sitting, "Số tiếp theo lấy trong dải 0001–4999 của quầy này.")
    sitting.session.jobs.wait(_pair)
    sitting.frame.open("sync")
    sitting.frame.open("settings", panel="hub")
    wait_for(lambda: says(sitting, "Máy chủ quầy: Quầy 5 (lần chỉ định 1)."), "the hub's name")
    settle(20)
    Driver(sitting.frame).click("Cho quầy này làm máy chủ quầy")
    wait_for(lambda: says(sitting, "Quầy này là máy chủ quầy (lần chỉ định 2). Đã kết nối: Quầy 5."), "the promotion")


def _pair(desk: Desk) -> None:
    """As if it had joined desk 5, which serves."""
    from dossiers.office_hub import Baton, Leadership

    other = b"5" * 16
    desk.lan.meet(Peer(device=other, public_key=bytes(32), slot=5, name="Quầy 5", address="192.0.2.5:8770",
                       certificate=b""))  # fmt: skip
    desk.lan.hear(Leadership(term=1, device=other), Baton())
