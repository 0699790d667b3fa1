"""The panel of the office's desks says who serves and where the next number comes from."""

import socket

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QMessageBox

from desktop.sitting import Sitting
from dossiers.store.desk import Desk
from dossiers.store.lan import Peer
from sync.hub import discovery
from sync.hub.discovery import FoundDesk, NoMulticast
from sync.hub.place import read_port
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


def test_a_desk_is_forgotten_by_an_officer_who_has_read_what_that_means(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def yes(_parent: object, title: str, sentence: str) -> QMessageBox.StandardButton:
        asked.append(f"{title}: {sentence}")
        return QMessageBox.StandardButton.Yes

    monkeypatch.setattr(QMessageBox, "question", yes)
    sitting.session.jobs.wait(_pair)
    sitting.frame.open("settings", panel="hub")
    wait_for(lambda: says(sitting, "192.0.2.5:8770, máy chủ quầy"), "the other desk")
    Driver(sitting.frame).click("Quên Quầy 5")
    wait_for(lambda: says(sitting, "Đã quên máy ấy"), "the answer")
    assert asked[0].startswith("Quên Quầy 5: Quầy này không nhận gì từ Quầy 5")
    assert sitting.session.jobs.wait(lambda desk: desk.lan.peers()) == ()


def test_a_found_desk_fills_its_address_in_and_a_taken_port_leaves_the_old_one(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nowhere() -> str:
        raise NoMulticast

    monkeypatch.setattr(discovery, "own_address", nowhere)
    sitting.frame.open("settings", panel="hub")
    clerk = Driver(sitting.frame)
    clerk.click("Tìm quầy trong mạng")
    wait_for(lambda: says(sitting, "Mạng này không cho tìm quầy tự động."), "the refusal")
    sitting.hub.found.emit((FoundDesk("Quầy 3", "192.0.2.7:9001"),))
    settle(20)
    clerk.click("Quầy 3 (192.0.2.7:9001)")
    address = clerk.find("Địa chỉ máy chủ quầy")
    assert isinstance(address, QLineEdit)
    assert address.text() == "192.0.2.7:9001"
    with socket.create_server(("0.0.0.0", 0)) as other, socket.create_server(("127.0.0.1", 0)) as free:
        taken, own = other.getsockname()[1], free.getsockname()[1]
        free.close()
        sitting.hub.move(own)
        wait_for(lambda: says(sitting, f"ở cổng {own}"), "the port")
        sitting.hub.show_code()
        wait_for(lambda: says(sitting, "Nhập mã này ở quầy kia"), "the code")
        sitting.hub.move(taken)
        wait_for(lambda: says(sitting, f"Không mở được cổng {taken}"), "the refusal")
    assert sitting.session.jobs.wait(read_port) == own


def _pair(desk: Desk) -> None:
    """As if it had joined desk 5, which serves."""
    from dossiers.office_hub import Baton, Leadership

    other = b"5" * 16
    desk.lan.meet(Peer(device=other, public_key=bytes(32), slot=5, name="Quầy 5", address="192.0.2.5:8770",
                       certificate=b""))  # fmt: skip
    desk.lan.hear(Leadership(term=1, device=other), Baton())
