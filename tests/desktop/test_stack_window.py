"""A pile through the real window: a page is opened in the page editor by keys, edited, undone, and back in the pile."""

from pathlib import Path

import cv2
import pytest
from PySide6.QtWidgets import QLabel, QListWidget

from desktop.screens.scan.stack.screen import StackScreen
from desktop.sitting import Sitting
from desktop.theme import tokens
from dossiers.dossier import Dossier
from dossiers.receive import receive
from tests.desktop.driving import Driver, settle, wait_for
from tests.desktop_screens.test_recover import lost_dossier
from tests.desktop_screens.test_stack import leading, paper
from tests.scanning.paper import Picture
from tests.store.homes import intake


@pytest.fixture
def screen(sitting: Sitting, tmp_path: Path) -> StackScreen:
    """The stack screen with a dossier's leading sheet and two pages, all looked at."""
    dossier: Dossier = sitting.session.jobs.wait(lambda desk: desk.do(receive, intake()))
    sitting.frame.open("scan.stack")
    found = sitting.frame.findChild(StackScreen)
    assert found is not None
    bring_in(found, tmp_path, leading(dossier), paper(), paper(1))
    wait_for(lambda: may(found, "stack.save"), "the pile to be looked at")
    return found


def bring_in(screen: StackScreen, folder: Path, *sheets: Picture) -> None:
    """Sheets that were scanned elsewhere."""
    files = [folder / f"{number}-{len(sheets)}.png" for number in range(len(sheets))]
    for file, sheet in zip(files, sheets, strict=True):
        file.write_bytes(cv2.imencode(".png", sheet)[1].tobytes())
    screen.presenter.bring_in(tuple(map(str, files)))


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


def test_while_no_page_is_chosen_the_screen_asks_for_one(sitting: Sitting, screen: StackScreen) -> None:
    """It once asked for paper in the feeder while the pile lay there."""
    assert screen.tree.current_key == ""
    assert screen.picture.text() == "Chọn một trang trong chồng để xem."
    clerk = Driver(sitting.frame.window())
    assert "Giấy tờ của hồ sơ" not in clerk.names()
    screen.tree.setFocus()
    clerk.press("Down")
    wait_for(lambda: not screen.picture.pixmap().isNull(), "the page")
    wait_for(lambda: "Giấy tờ của hồ sơ" in clerk.names(), "what a page may be given to")


def test_on_the_least_window_the_question_stands_there_whole(
    sitting: Sitting, screen: StackScreen, tmp_path: Path
) -> None:
    """Its buttons once lay over its words."""
    sitting.frame.window().resize(*tokens.LEAST_WINDOW)
    bring_in(screen, tmp_path, leading(lost_dossier(7)))
    wait_for(screen.question.isVisible, "the question")
    labels = [label for label in screen.question.findChildren(QLabel) if label.wordWrap()]
    assert len(labels) == 2

    def whole(label: QLabel) -> bool:
        return label.isVisible() and label.height() >= label.heightForWidth(label.width())

    wait_for(lambda: all(map(whole, labels)), "room for the question's words")
