"""A stranger's paper in a dossier: seen right after scanning, taken off, moved and put back, all by keys."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from desktop.screens.dossier.forms.refile import MoveForm, TakeOffForm
from desktop.screens.dossier.screen import DossierScreen
from dossiers.attach_scans import attach_scans
from dossiers.dossier import Appointment, Dossier, PaperLine, Scan
from dossiers.people import Clerk, Role
from dossiers.receive import receive
from dossiers.store.desk import Desk
from dossiers.take_off_scans import BADLY_SCANNED, WRONG_DOSSIER, WRONG_LINE
from tests.journeys.driving import CounterTop
from tests.journeys.test_a_paper_used_again import picture_of_a_page
from tests.store.homes import intake

CARD, BIRTH = PaperLine(name="Căn cước"), PaperLine(name="Giấy khai sinh")
CONTROL = Qt.KeyboardModifier.ControlModifier


def take_in(desk: Desk, name: str, number: str) -> Dossier:
    due = Appointment(due_at=desk.clock() + timedelta(days=3), confirmed_by="Trần Thị Hạnh")
    return desk.do(receive, replace(intake(name, number), papers=(CARD, BIRTH), appointment=due))


def scanned(desk: Desk, dossier: Dossier, *lines: int) -> Dossier:
    """A page for each of these papers; their bytes differ as scans do."""
    scans = []
    for line in lines:
        data = picture_of_a_page() + b"%" + str(line).encode()
        scans.append(
            Scan(sha256=desk.files.put(data), title=dossier.papers[line].name, mime="application/pdf", size=len(data),
                 pages=1, paper=line)
        )  # fmt: skip
    return desk.do(attach_scans, dossier.id, tuple(scans))


@pytest.fixture
def lan(counter: CounterTop) -> Dossier:
    """Two papers scanned, the second of which is somebody else's."""

    def make(desk: Desk) -> Dossier:
        return scanned(desk, take_in(desk, "Đỗ Thị Lan", "036186001234"), 0, 1)

    return counter.ask(make)


@pytest.fixture
def khac(counter: CounterTop, lan: Dossier) -> Dossier:
    """Whose paper it is."""
    del lan
    return counter.ask(lambda desk: take_in(desk, "Trần Văn Khác", "036186009999"))


def open_scans(counter: CounterTop, dossier: Dossier) -> DossierScreen:
    counter.frame.open("dossier", dossier_id=dossier.id)
    counter.settle()
    counter.press(Qt.Key.Key_6, CONTROL)
    screen = counter.frame.front_screen
    assert isinstance(screen, DossierScreen)
    return screen


def on_show(counter: CounterTop) -> list[str]:
    return [label.text() for label in counter.frame.findChildren(QLabel) if label.isVisible()]


def button(counter: CounterTop, words: str) -> QPushButton | None:
    return next(
        (each for each in counter.frame.findChildren(QPushButton)
         if each.isVisible() and each.accessibleName() == words), None,
    )  # fmt: skip


def titles(dossier: Dossier) -> list[str]:
    return [scan.title for scan in dossier.scans_in_force]


def history(screen: DossierScreen) -> list[str]:
    deeds = screen.tabs.deeds
    return [deeds.data(deeds.index(row, 1)) for row in range(deeds.rowCount())]


def test_taken_off_by_two_keys_and_undone_by_one(counter: CounterTop, lan: Dossier) -> None:
    screen = open_scans(counter, lan)
    counter.press(Qt.Key.Key_Down)
    counter.press(Qt.Key.Key_Delete)
    form = screen.forms.form
    assert isinstance(form, TakeOffForm)
    assert [box.isChecked() for box in form.boxes] == [False, True]
    counter.press(Qt.Key.Key_F10)
    counter.settle()
    assert form.isVisible(), "a reason is asked for"
    assert any("Chưa ghi lý do" in words for words in on_show(counter))
    counter.press(Qt.Key.Key_Down)
    counter.press(Qt.Key.Key_F10)
    counter.settle()
    after = counter.dossier(lan.code)
    assert (titles(after), after.scans_off[0][1].reason) == (["Căn cước"], WRONG_DOSSIER)
    assert f"Gỡ bản quét: Giấy khai sinh · {WRONG_DOSSIER}" in history(screen)
    assert screen.tabs.tabText(5) == "Bản quét (1)"
    counter.press(Qt.Key.Key_Z, CONTROL)
    counter.settle()
    assert titles(counter.dossier(lan.code)) == ["Căn cước", "Giấy khai sinh"]
    assert any("gắn lại bản đã gỡ" in words for words in history(screen))


def test_moved_to_a_dossier_found_by_a_name_and_taken_back(
    counter: CounterTop, lan: Dossier, khac: Dossier
) -> None:
    screen = open_scans(counter, lan)
    counter.press(Qt.Key.Key_Down)
    counter.press(Qt.Key.Key_Return)
    counter.until(lambda: any(words.startswith("trang 1") for words in on_show(counter)))
    counter.press(Qt.Key.Key_C)
    form = screen.forms.form
    assert isinstance(form, MoveForm)
    counter.type("tran van khac")
    counter.settle()
    assert form.target.currentText() == f"{khac.code} · Trần Văn Khác"
    form.line.setFocus()
    counter.press(Qt.Key.Key_Down)
    counter.press(Qt.Key.Key_F10)
    counter.settle()
    here, there = counter.dossier(lan.code), counter.dossier(khac.code)
    assert (titles(here), titles(there)) == (["Căn cước"], ["Giấy khai sinh"])
    assert here.scans_off[0][1].reason == WRONG_DOSSIER
    assert f"Gỡ bản quét: Giấy khai sinh · {WRONG_DOSSIER} · chuyển sang hồ sơ {khac.code}, “{BIRTH.name}”" in history(
        screen
    )
    assert not any(words.startswith("trang 1") for words in on_show(counter)), "its pages went with it"
    counter.press(Qt.Key.Key_Z, CONTROL)
    counter.settle()
    assert titles(counter.dossier(lan.code)) == ["Căn cước", "Giấy khai sinh"]
    assert titles(counter.dossier(khac.code)) == []
    screen = open_scans(counter, khac)
    assert any(f"chuyển từ hồ sơ {lan.code}" in words for words in history(screen))


def test_another_paper_of_the_same_dossier_and_nothing_found(counter: CounterTop, lan: Dossier) -> None:
    screen = open_scans(counter, lan)
    counter.press(Qt.Key.Key_C)
    form = screen.forms.form
    assert isinstance(form, MoveForm)
    counter.type("không có ai tên thế")
    counter.settle()
    counter.press(Qt.Key.Key_F10)
    counter.settle()
    assert "Chưa chọn hồ sơ nhận." in on_show(counter)
    form.sought.selectAll()
    counter.press(Qt.Key.Key_Backspace)
    assert form.target.currentText() == "Hồ sơ này"
    counter.press(Qt.Key.Key_F10)
    counter.settle()
    assert any("đang nằm đúng ở giấy tờ này" in words for words in on_show(counter))
    counter.press(Qt.Key.Key_Down)
    counter.press(Qt.Key.Key_Down)
    counter.press(Qt.Key.Key_F10)
    counter.settle()
    after = counter.dossier(lan.code)
    assert [(scan.paper, scan.title) for scan in after.scans_in_force] == [(1, BIRTH.name), (None, "Giấy tờ khác")]
    assert after.scans_off[0][1].reason == WRONG_LINE


def test_what_does_not_lie_here_is_fetched_before_it_is_moved(
    counter: CounterTop, lan: Dossier, khac: Dossier
) -> None:
    file = counter.ask(lambda desk: desk.files.path(lan.scans[0].sha256))
    away = file.rename(counter.home / "away")
    screen = open_scans(counter, lan)
    counter.press(Qt.Key.Key_C)
    assert isinstance(screen.forms.form, MoveForm)
    counter.type(khac.code)
    counter.settle()
    counter.press(Qt.Key.Key_F10)
    counter.settle()
    assert any("không nằm ở máy này" in words for words in on_show(counter))
    assert titles(counter.dossier(lan.code)) == ["Căn cước", "Giấy khai sinh"]
    away.rename(file)


def test_what_is_off_is_shown_to_who_may_see_it_and_put_back(counter: CounterTop, lan: Dossier) -> None:
    screen = open_scans(counter, lan)
    counter.press(Qt.Key.Key_Delete)
    counter.type(BADLY_SCANNED)
    counter.press(Qt.Key.Key_F10)
    counter.settle()
    screen.tabs.files.take_keys()
    counter.press(Qt.Key.Key_Down)
    assert any("Tệp vẫn được giữ làm chứng." in words for words in on_show(counter))
    counter.press(Qt.Key.Key_Return)
    counter.until(lambda: any(words.startswith("trang 1") for words in on_show(counter)))
    counter.press(Qt.Key.Key_Backspace)
    back = button(counter, "Gắn lại")
    assert back is not None
    back.click()
    counter.settle()
    assert titles(counter.dossier(lan.code)) == ["Căn cước", "Giấy khai sinh"]


def as_(counter: CounterTop, role: Role) -> Callable[[Desk], None]:
    def sign_in(desk: Desk) -> None:
        desk.clerk = Clerk(name="Lê Văn Khác", role=role)

    counter.here.clerk = Clerk(name="Lê Văn Khác", role=role)
    return sign_in


@pytest.mark.parametrize(("role", "looks", "mends"), [(Role.LEADER, True, False), (Role.CLERK, False, True)])
def test_who_may_look_and_who_may_mend(
    counter: CounterTop, lan: Dossier, role: Role, *, looks: bool, mends: bool
) -> None:
    open_scans(counter, lan)
    counter.press(Qt.Key.Key_Delete)
    counter.press(Qt.Key.Key_Down)
    counter.press(Qt.Key.Key_F10)
    counter.settle()
    counter.ask(as_(counter, role))
    screen = open_scans(counter, lan)
    assert (button(counter, "Gỡ…") is not None) is mends
    counter.press(Qt.Key.Key_Down)
    assert (button(counter, "Xem bản quét") is not None) is looks
    assert (button(counter, "Gắn lại") is not None) is mends
    (row,) = [each for each in screen.tabs.files._files if each.file.off]
    screen.files.look(row.file)
    counter.settle()
    refused = any("Bản quét đã gỡ chỉ lãnh đạo" in words for words in on_show(counter))
    assert refused is not looks, "the desk's door asks again"
