"""A computer put back to an older image, at its next sign-in: the stick in its slot knows more than the desk."""

import platform
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from desktop.app import Reception
from desktop.backup_sticks import mark
from desktop.sitting import Sitting
from dossiers.receive import receive
from dossiers.store.backup import back_up
from dossiers.store.desk import Desk
from dossiers.store.vault import unlock
from sync.courier import stick
from tests.desktop.conftest import ADMINISTRATOR, SECRET, HandClock, sign_in
from tests.desktop.driving import wait_for
from tests.store.homes import intake


def test_the_stick_is_heeded_at_the_sign_in_and_the_clerk_is_told(
    reception: Reception, home: Path, clock: HandClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (usb := tmp_path / "usb").mkdir()
    monkeypatch.setattr(stick, "removable", lambda: (usb,))
    open_here(home, clock).close()
    clock.now += timedelta(days=1)
    image = shutil.copytree(home, tmp_path / "image")
    desk = open_here(home, clock)
    given = desk.do(receive, intake()).code
    back_up(desk, mark(home)[0])
    desk.close()
    shutil.rmtree(home)
    shutil.copytree(image, home)
    sitting = sign_in(reception)
    wait_for(lambda: told(sitting, "có nhiều hồ sơ hơn máy này"), "the news")
    code = sitting.session.jobs.wait(lambda desk: desk.do(receive, intake())).code
    assert (given[-4:], code[-4:]) == ("0001", "5400")


def open_here(home: Path, clock: HandClock) -> Desk:
    """As the window opens it: the office was made under another machine's name."""
    return Desk.open(home, unlock(home, ADMINISTRATOR, SECRET, clock), clock, platform.node(), ballast_bytes=0)


def told(sitting: Sitting, words: str) -> bool:
    """Whether these words are on show anywhere in the frame."""
    return any(words in label.text() for label in sitting.frame.findChildren(QLabel) if label.isVisible())
