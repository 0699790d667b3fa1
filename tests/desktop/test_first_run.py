"""The first run through the real window: whoever sets up for somebody else leaves them a secret to be changed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox

from desktop.app import Reception
from dossiers.people import Clerk, Role
from dossiers.store.vault import WrongSecret, unlock
from tests.desktop.conftest import ADMINISTRATOR, SECRET, HandClock, inside
from tests.desktop.driving import Driver, wait_for
from tests.desktop.test_people_window import OWN, choose, choose_own

HELPING = "Tôi thiết lập &giúp: người này tự đặt mật khẩu khác khi vào lần đầu"


@pytest.fixture
def fresh(qapp: QApplication, tmp_path: Path, clock: HandClock) -> Iterator[Reception]:
    """A desk on a machine where no office is yet."""
    running = Reception(qapp, tmp_path / "office", clock)
    running.start()
    wait_for(lambda: "Mã định danh cơ quan" in Driver(running.window).names(), "the first page")
    yield running
    running.close()
    running.window.deleteLater()


def answer(reception: Reception, *, helping: bool) -> Driver:
    """Type what must not be empty, page after page."""
    clerk = Driver(reception.window)
    clerk.field("Mã định danh cơ quan").type("H99.001")
    clerk.field("Tên cơ quan").type("ỦY BAN NHÂN DÂN XÃ MẪU SƠN")
    clerk.click("Tiếp tục")
    clerk.field("Họ và tên").type(ADMINISTRATOR)
    for name in ("Mật khẩu hoặc mã PIN", "Nhập lại"):
        clerk.field(name).type(SECRET)
    if helping:
        next(box for box in reception.window.findChildren(QCheckBox) if box.text() == HELPING).click()
    clerk.click("Tiếp tục")
    clerk.click("Tạo quầy và vào làm việc")
    return clerk


def test_who_sets_up_for_themselves_is_in_at_once(fresh: Reception) -> None:
    answer(fresh, helping=False)
    wait_for(lambda: inside(fresh), "the frame")
    assert fresh.sitting is not None
    assert fresh.sitting.here.clerk == Clerk(name=ADMINISTRATOR, role=Role.ADMINISTRATOR)


def test_who_sets_up_for_the_administrator_knows_no_secret_of_the_office(
    fresh: Reception, tmp_path: Path, clock: HandClock
) -> None:
    """The officer goes on to the next commune; whoever sits down chooses their own before anything else is open."""
    clerk = answer(fresh, helping=True)
    choose(clerk, ADMINISTRATOR, SECRET)
    choose_own(clerk)
    assert not inside(fresh)
    clerk.click("Lưu và vào quầy")
    wait_for(lambda: inside(fresh), "the frame")
    assert fresh.sitting is not None
    assert fresh.sitting.here.clerk == Clerk(name=ADMINISTRATOR, role=Role.ADMINISTRATOR)
    with pytest.raises(WrongSecret):
        unlock(tmp_path / "office", ADMINISTRATOR, SECRET, clock)
    assert unlock(tmp_path / "office", ADMINISTRATOR, OWN, clock).clerk.name == ADMINISTRATOR
