"""Two values in one field, in the real window: the list says so, the dossier asks, a click lets one stand."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from desktop.line_asks import tell_apart
from desktop.screens.dossier.screen import DossierScreen
from desktop.screens.sync.conflicts import ConflictCard
from desktop.theme.theme import Theme
from dossiers import fold
from dossiers.dossier import Dossier, Rival
from dossiers.people import Person
from dossiers.receive import receive
from dossiers.store.desk import Desk
from dossiers.store.wire import Snapshot
from sync import asking
from sync.protocol import Change, Twin
from tests.journeys.driving import CounterTop, DeskClock, new_office
from tests.store.homes import intake

MINE, THEIRS = date(1986, 9, 2), date(1986, 9, 20)


@pytest.fixture
def counter(qapp: QApplication, tmp_path: Path) -> Iterator[CounterTop]:
    theme = Theme(qapp)
    theme.apply(dark=False)
    template = tmp_path / "office"
    vault = new_office(template)
    made = CounterTop(qapp, Path(shutil.copytree(template, tmp_path / "home")), vault, clock=DeskClock(), theme=theme)
    yield made
    made.close()


def differing(desk: Desk) -> Dossier:
    """A dossier all of whose deeds are signed for, and of which the province holds another birth date."""
    owner = Person(name="Nguyễn Thị Thùy Dương", id_number="036186001234", birth_date=MINE)
    mine = desk.do(receive, replace(intake(), owner=owner))
    rival = Rival(field="owner.birth_date", value=MINE.isoformat(), at=mine.received_at, by="Thử", waits=True)
    theirs = replace(mine, owner=replace(owner, birth_date=THEIRS), rivals=(rival,))
    epoch = desk.journal.epochs()[-1].id
    desk.wire.mark_sent(epoch, desk.journal.end(epoch), b"thu")
    state = fold.encode_state(theirs)
    desk.wire.take_in([Snapshot(rev=2, state=state)])
    asking.take_in(desk, [Change(2, msgspec.Raw(state))])
    return mine


def buttons(widget: QWidget) -> dict[str, QPushButton]:
    return {button.text().replace("&", ""): button for button in widget.findChildren(QPushButton)}


def words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


@pytest.mark.parametrize(("choice", "stands"), [("Giữ của tôi", MINE), ("Lấy của máy chủ", THEIRS)])
def test_the_clerk_sees_both_values_and_a_click_decides(choice: str, stands: date, counter: CounterTop) -> None:
    mine = counter.ask(differing)
    counter.frame.open("dossier", dossier_id=mine.id)
    screen = counter.frame.front_screen
    assert isinstance(screen, DossierScreen)
    counter.until(lambda: not screen.questions.isHidden())
    said = words(screen.questions)
    assert "Ngày sinh (chủ hồ sơ) khác với máy chủ: 02/09/1986 / 20/09/1986" in said
    buttons(screen.questions)[choice].click()
    counter.until(screen.questions.isHidden)
    assert counter.ask(lambda desk: desk.register.get(mine.id)).owner.birth_date == stands
    assert counter.ask(asking.read) == ()


def test_the_list_names_what_differs_and_what_looks_alike(counter: CounterTop) -> None:
    mine = counter.ask(differing)
    other = Twin(mine.id.bytes, mine.code, bytes(16), "H99.001-261123-0009")
    counter.ask(lambda desk: asking.take_in_twins(desk, (other,)))
    page = QWidget()
    opened: list[asking.Asked] = []
    card = ConflictCard()
    card.setParent(page)
    card.opened.connect(opened.append)
    card.told_apart.connect(lambda asked: counter.ask(lambda desk: tell_apart(desk, asked)))
    card.present(counter.ask(asking.read))
    assert "Có thể trùng với hồ sơ H99.001-261123-0009" in words(card)
    assert "Ngày sinh (chủ hồ sơ): máy này và máy chủ ghi khác nhau." in words(card)
    buttons(card)["Không trùng"].click()
    buttons(card)["Mở hồ sơ"].click()
    assert [asked.dossier_id for asked in opened] == [mine.id]
    (left,) = counter.ask(asking.read)
    assert left.twin is None
    page.close()
