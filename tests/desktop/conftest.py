"""An invented office whose window can be driven: made once, copied for each test."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.app import Reception
from desktop.setting_up import Answers, set_up
from desktop.sitting import Sitting
from dossiers import recovery_words
from dossiers.office import Devices, Office
from dossiers.people import Clerk, Role
from dossiers.store.vault import unlock
from tests.desktop.driving import Driver, wait_for

ADMINISTRATOR, CLERK, LEADER = "Trần Thị Hạnh", "Lê Văn Bình", "Phạm Thị Lan"
SECRET = "sáng sớm mùa thu"
NINE_O_CLOCK = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
OFFICE = Office(unit="H99.001", name="ỦY BAN NHÂN DÂN XÃ MẪU SƠN", place="Mẫu Sơn", desk_name="Quầy 1")


class HandClock:
    """A clock set by hand; each look moves it a little, so that no two deeds share an instant."""

    def __init__(self) -> None:
        self.now = NINE_O_CLOCK

    def __call__(self) -> datetime:
        """The instant it shows."""
        self.now += timedelta(milliseconds=2)
        return self.now


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with three people, each with a secret of their own, whose recovery sheet lies in the safe."""
    home = tmp_path_factory.mktemp("template") / "office"
    first = Clerk(name=ADMINISTRATOR, role=Role.ADMINISTRATOR)
    answers = Answers(office=OFFICE, first=first, devices=Devices(reader_port="/dev/null/no-reader"))
    set_up(home, answers, SECRET, HandClock())
    vault = unlock(home, ADMINISTRATOR, SECRET, HandClock())
    for person in (Clerk(name=CLERK), Clerk(name=LEADER, role=Role.LEADER)):
        vault.add(person, SECRET)
    vault.keep_recovery(recovery_words.new_key(), HandClock())
    return home


@pytest.fixture
def home(template: Path, tmp_path: Path) -> Path:
    """A copy of the office for one test."""
    return Path(shutil.copytree(template, tmp_path / "office"))


@pytest.fixture
def clock() -> HandClock:
    """The office's clock: Monday 23/11/2026, 9:00."""
    return HandClock()


class HandRunning:
    """How long the office's machine has run, set by hand."""

    def __init__(self) -> None:
        self.seconds = 5_000.0

    def __call__(self) -> float:
        """Seconds since it was started."""
        return self.seconds


@pytest.fixture
def machine() -> HandRunning:
    """The machine that the desk runs on."""
    return HandRunning()


@pytest.fixture
def reception(qapp: QApplication, home: Path, clock: HandClock, machine: HandRunning) -> Iterator[Reception]:
    """The desk at its sign-in."""
    running = Reception(qapp, home, clock, machine)
    running.start()
    wait_for(running.window.isActiveWindow, "the window to be active")
    yield running
    running.close()
    running.window.deleteLater()


@pytest.fixture
def sitting(reception: Reception) -> Sitting:
    """The desk with somebody at work."""
    return sign_in(reception)


def sign_in(reception: Reception, name: str = ADMINISTRATOR, secret: str = SECRET) -> Sitting:
    """Choose a name, type the secret, press Enter, and wait for the frame."""
    clerk = Driver(reception.window)
    wait_for(lambda: name in clerk.names(), "the names")
    clerk.click(name)
    clerk.field("Mật khẩu hoặc mã PIN").type(secret)
    clerk.press("Return")
    wait_for(lambda: inside(reception), "the frame after the sign-in")
    assert reception.sitting is not None
    return reception.sitting


def inside(reception: Reception) -> bool:
    """Whether the frame is in front."""
    return reception.sitting is not None and reception.window.currentWidget() is reception.sitting.frame
