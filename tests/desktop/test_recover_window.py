"""A pile of office copies through the real window: files in, looked over, one key, and they stand in the register."""

from pathlib import Path

import cv2
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PySide6.QtWidgets import QListWidget

from desktop.screens.recover.screen import RecoverScreen
from desktop.sitting import Sitting
from dossiers.store.register import Query
from tests.desktop.driving import Driver, settle, wait_for
from tests.desktop_screens.test_recover import lost_dossier, office_copy

LOST = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))


def lay_in(sitting: Sitting, folder: Path, count: int) -> tuple[RecoverScreen, list[str]]:
    """The screen with a pile that was imported and looked at."""
    files, codes = [], []
    for number in range(1, count + 1):
        dossier = lost_dossier(number, unit="H99.001")
        file = folder / f"{number}.png"
        file.write_bytes(cv2.imencode(".png", office_copy(dossier, LOST))[1].tobytes())
        files.append(str(file))
        codes.append(dossier.code)
    sitting.frame.open("recover")
    screen = sitting.frame.findChild(RecoverScreen)
    assert screen is not None
    screen.presenter.bring_in(tuple(files))
    wait_for(lambda: screen.sheets.count() == count, "the sheets")
    wait_for(screen.key.isVisible, "the question about the key")
    return screen, codes


def test_a_pile_becomes_the_register_again(sitting: Sitting, tmp_path: Path) -> None:
    screen, codes = lay_in(sitting, tmp_path, 3)
    clerk = Driver(sitting.frame.window())
    assert screen.picture.text() == "Chọn một trang trong chồng để xem."
    screen.sheets.setCurrentRow(1)
    settle()
    assert not screen.picture.pixmap().isNull()
    clerk.click("Nhận các tờ của khóa này")
    wait_for(lambda: not screen.key.isVisible(), "the answer about the key")
    assert screen.sheets.hasFocus()
    wait_for(lambda: ready(screen), "F10 to be ready")
    clerk.press("F10")
    wait_for(lambda: "đã có trong sổ" in words_of(screen.sheets, 0), "the register")
    found = sitting.session.jobs.wait(
        lambda desk: {row.code for row in desk.register.search(Query()).rows if row.recovered}
    )
    assert found == set(codes)


def words_of(sheets: QListWidget, row: int) -> str:
    """What the list says of a sheet."""
    return sheets.item(row).text()


def ready(screen: RecoverScreen) -> bool:
    """Whether the primary key is alive."""
    return next(command.enabled() for command in screen.commands() if command.id == "recover.recover")
