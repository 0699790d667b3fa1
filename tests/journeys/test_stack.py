"""A pile of two dossiers through the real window and the real worker: question, keys, save, done."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pikepdf
from PySide6.QtCore import Qt

from desktop.screens.dossier.screen import DossierScreen
from desktop.screens.scan.stack.screen import StackScreen
from dossiers.clock import local_date
from dossiers.dossier import Appointment, Dossier, PaperLine
from dossiers.people import Person
from dossiers.receive import Intake, receive
from printing.forms import control_slip, separator
from tests.journeys.driving import MORNING, OFFICE, CounterTop

CONTROL = Qt.KeyboardModifier.ControlModifier


def take(counter: CounterTop, name: str) -> Dossier:
    """One dossier with one paper, taken in."""
    intake = Intake(
        procedure_code="1.001193", owner=Person(name=name), fees=(), papers=(PaperLine(name="Tờ khai"),),
        appointment=Appointment(due_at=None),
    )  # fmt: skip
    return counter.ask(lambda desk: desk.do(receive, intake))


def pile(folder: Path, *parts: bytes) -> Path:
    """The first pages of PDFs laid on one another, as a file that another machine scanned."""
    whole = pikepdf.new()
    sources = [pikepdf.open(BytesIO(part)) for part in parts]
    for source in sources:
        whole.pages.append(source.pages[0])
    file = folder / "chồng.pdf"
    whole.save(file)
    return file


def test_a_pile_is_filed_by_keys_alone(counter: CounterTop, tmp_path: Path) -> None:
    first, second = take(counter, "Nguyễn Thị Phượng"), take(counter, "Đặng Văn Khuể")
    unknown = replace(first, code="H31.08.044-261101-0007", id=UUID(int=7))
    on = local_date(MORNING)
    leads = [separator.render((separator.Lead(each),), OFFICE, on) for each in (first, unknown)]
    paper = control_slip.render(first, OFFICE)
    file = pile(tmp_path, leads[0], paper, leads[1], paper)
    counter.frame.open("scan")
    counter.settle()
    counter.press(Qt.Key.Key_F7, CONTROL)
    counter.settle()
    screen = counter.frame.front_screen
    assert isinstance(screen, StackScreen)
    screen.presenter.bring_in((str(file),))
    counter.until(screen.question.isVisible)
    counter.settle()
    counter.scan(second.code)
    assert not screen.question.isVisible()
    counter.press(Qt.Key.Key_Z, CONTROL)
    counter.settle()
    assert screen.question.isVisible()
    counter.press(Qt.Key.Key_K)
    head = screen.tree.topLevelItem(0)
    assert head is not None
    assert head.text(0) == "Khay chưa rõ\n2 trang"
    counter.press(Qt.Key.Key_Z, CONTROL)
    counter.scan(second.code)
    counter.press(Qt.Key.Key_F10)
    counter.until(lambda: any(command.id == "stack.finish" for command in screen.commands()))
    assert [len(counter.dossier(each.code).scans) for each in (first, second)] == [1, 1]
    head = screen.tree.topLevelItem(0)
    page = head.child(0) if head else None
    assert page is not None
    screen.tree.setCurrentItem(page)
    screen.side.dossier.click()
    counter.settle()
    dossiers = counter.frame.front_screen
    assert isinstance(dossiers, DossierScreen)
    assert dossiers.tabs.currentWidget() is dossiers.tabs.files, "a page in the wrong dossier is one press away"
    counter.frame.back()
    counter.settle()
    counter.press(Qt.Key.Key_F10)
    counter.settle()
    assert screen.tree.topLevelItemCount() == 0
    assert not list((counter.home / "scanning" / "stack").glob("*.page"))
