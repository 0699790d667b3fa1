"""A pile through the real window: a page is opened in the page editor by keys, edited, undone, and back in the pile."""

from pathlib import Path

import cv2
import pytest
from PySide6.QtWidgets import QListWidget

from desktop.screens.scan.stack.screen import StackScreen
from desktop.sitting import Sitting
from dossiers.dossier import Dossier
from dossiers.receive import receive
from tests.desktop.driving import Driver, settle, wait_for
from tests.desktop_screens.test_stack import leading, paper
from tests.store.homes import intake


@pytest.fixture
def screen(sitting: Sitting, tmp_path: Path) -> StackScreen:
    """The stack screen with a dossier's leading sheet and two pages, all looked at."""
    dossier: Dossier = sitting.session.jobs.wait(lambda desk: desk.do(receive, intake()))
    files = []
    for number, sheet in enumerate((leading(dossier), paper(), paper(1))):
        file = tmp_path / f"{number}.png"
        file.write_bytes(cv2.imencode(".png", sheet)[1].tobytes())
        files.append(str(file))
    sitting.frame.open("scan.stack")
    found = sitting.frame.findChild(StackScreen)
    assert found is not None
    found.presenter.bring_in(tuple(files))
    wait_for(lambda: may(found, "stack.save"), "the pile to be looked at")
    return found


def may(screen: StackScreen, command_id: str) -> bool:
    """Whether a command is there and alive."""
    return any(command.id == command_id and command.enabled() for command in screen.commands())


def listed(screen: StackScreen) -> list[str]:
    """The lines of the first group."""
    head = screen.tree.topLevelItem(0)
    assert head is not None
    children = [head.child(number) for number in range(head.childCount())]
    return [child.text(0) for child in children if child is not None]


def test_enter_opens_a_page_and_escape_comes_back_with_what_was_edited(sitting: Sitting, screen: StackScreen) -> None:
    clerk = Driver(sitting.frame.window())
    screen.tree.setFocus()
    clerk.press("Down")
    clerk.press("Down")
    clerk.press("Return")
    pages = clerk.find("Các trang", QListWidget)
    assert isinstance(pages, QListWidget)
    assert (screen.tree.isVisible(), pages.count(), pages.currentRow()) == (False, 3, 1)
    wait_for(lambda: not screen.picture.pixmap().isNull(), "the page")
    clerk.press("X")
    clerk.press("X")
    assert pages.count() == 4
    clerk.press("B")
    clerk.press("Ctrl+Z")
    assert pages.count() == 4
    assert not may(screen, "stack.save")
    clerk.press("Esc")
    settle()
    assert listed(screen) == ["Trang 1", "Trang 2 · nửa đầu", "Trang 2 · nửa sau", "Trang 3"]
    assert screen.tree.hasFocus()
    clerk.press("Ctrl+Z")
    assert listed(screen) == ["Trang 1", "Trang 2", "Trang 3"]
