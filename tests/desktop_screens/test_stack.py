"""A pile of several dossiers on the stack screen: nothing is filed before somebody says so, nothing is lost."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import cv2
import numpy as np
import pytest

from desktop.screens.scan.pile import Page
from desktop.screens.scan.stack.presenter import StackPresenter
from desktop.screens.scan.stack.separators import Separators
from desktop.screens.scan.stack.state import Asked, StackState
from dossiers.dossier import Appointment, Dossier, PaperLine
from dossiers.filing import Goes, Plain
from dossiers.people import Person
from dossiers.receive import Intake, receive
from printing import raster
from printing.barcodes import separator_payload, sheet_payload
from scanning.errors import Fault
from scanning.events import Failed
from scanning.picture import decode
from tests.benchmarks._pages import draw, scan
from tests.desktop_screens.conftest import Counter
from tests.desktop_screens.feeding import HeardPile, PileDesk, blank
from tests.scanning.paper import Picture, qr

PAPERS = (PaperLine(name="Tờ khai"), PaperLine(name="Giấy chứng sinh"))
APART = "Để riêng, không lưu"


class HeardView(HeardPile[StackState]):
    """A screen that remembers the component lines and the pages in the editor too."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[str, ...] = ()
        self.pages: dict[Page, bytes] = {}

    def show_page(self, page: Page, jpeg: bytes) -> None:
        """See `StackView.show_page`."""
        self.pages[page] = jpeg

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """See `StackView.show_lines`."""
        self.lines = lines


class Desk(PileDesk):
    """Two dossiers, and the stack screen."""

    def __init__(self, counter: Counter, folder: Path) -> None:
        super().__init__(counter, folder)
        self.first, self.second = (self._take(name) for name in ("Nguyễn Thị Phượng", "Đặng Văn Khuể"))
        self.open()

    def open(self) -> None:
        """The screen, as a window that was just started builds it."""
        self.view = HeardView()
        self.presenter: StackPresenter = StackPresenter(**self.services, view=self.view)
        self.presenter.enter()

    def groups(self) -> dict[str, list[int]]:
        """The numbers of the sheets in each group."""
        return {group.title.split(" · ")[0]: [sheet.number for sheet in group.sheets] for group in self.state.groups}

    @property
    def state(self) -> StackState:
        """What is shown."""
        return self.view.state

    @property
    def asked(self) -> Asked:
        """The question."""
        assert self.state.asked is not None
        return self.state.asked

    def keys(self, group: str) -> tuple[str, ...]:
        """The sheets of a group."""
        return next(
            tuple(sheet.key for sheet in each.sheets) for each in self.state.groups if each.title.startswith(group)
        )

    def scans(self, dossier: Dossier) -> list[tuple[str, int]]:
        """Title and pages of what a dossier holds, all of it in the store."""
        scans = self.counter.desk.register.get(dossier.id).scans
        assert all(self.counter.desk.files.has(scan.sha256) for scan in scans)
        return [(scan.title, scan.pages) for scan in scans]

    def _take(self, name: str) -> Dossier:
        intake = Intake(
            procedure_code="1.001193", owner=Person(name=name), fees=(), papers=PAPERS,
            appointment=Appointment(due_at=None),
        )  # fmt: skip
        return self.counter.desk.do(receive, intake)


def leading(dossier: Dossier, line: int | None = None) -> Picture:
    """The office's copy of a dossier, or its separator for a line."""
    code, identity = dossier.code, dossier.id
    says = separator_payload(code, identity) if line is None else sheet_payload(code, identity, line)
    return with_square(blank(), says)


def with_square(page: Picture, says: str) -> Picture:
    """A page with a QR in its corner."""
    square = qr(says, 160)
    page[-200 : len(square) - 200, -200 : len(square) - 200] = square[:, :, None]
    return page


def paper(shade: int = 0) -> Picture:
    """A page without codes; another shade is another page."""
    page = np.full((520, 400, 3), 255 - shade, np.uint8)
    for y in range(60, 260, 40):
        cv2.putText(page, "Giay to kem theo", (30, y), 0, 1, (30, 30, 30), 2)
    return page


@pytest.fixture
def desk(counter: Counter, tmp_path: Path) -> Desk:
    """The desk with an empty feeder."""
    return Desk(counter, tmp_path / "spool")


def test_each_dossier_takes_its_pages_and_nothing_is_filed_before_it_is_said(desk: Desk) -> None:
    first, second = desk.first, desk.second
    desk.feed(leading(first), paper(), blank(), leading(second, 2), paper(1))
    assert desk.groups() == {first.code: [1, 2], second.code: [5], APART: [3, 4]}
    assert (desk.scans(first), desk.scans(second)) == ([], [])
    desk.presenter.save()
    assert (desk.scans(first), desk.scans(second)) == ([("Giấy tờ khác", 2)], [("Giấy chứng sinh", 1)])
    assert (desk.state.may_save, desk.state.may_finish, len(desk.feeder.kept())) == (False, True, 5)
    desk.presenter.finish()
    assert (desk.groups(), desk.feeder.kept()) == ({}, [])


def test_a_page_fed_on_its_head_is_shown_and_filed_upright(desk: Desk) -> None:
    """Only the upper part of the letter is printed on: ink stands in the upper half of what is kept."""
    letter = scan(draw("letter", 1).pixels, 1)[::3, ::3][:1000]
    letter[500:] = 250
    desk.feed(leading(desk.first), np.ascontiguousarray(np.rot90(letter, 2)))
    desk.presenter.save()
    (kept,) = desk.counter.desk.register.get(desk.first.id).scans
    assert kept.pages == 2, "the office's copy leads and is kept too"
    picture = raster.page(desk.counter.desk.files.get(kept.sha256), 1, 100)
    key = desk.feeder.kept()[1].path.name
    for shown in (picture, decode(desk.view.pictures[key])):
        upper, lower = np.array_split(shown, 2)
        assert (upper < 120).sum() > 2 * (lower < 120).sum()


def test_what_a_dossier_lacks_is_shown_beside_it(desk: Desk) -> None:
    desk.feed(leading(desk.first, 1), paper())
    (group, _) = desk.state.groups
    assert group.detail == "1 trang · thiếu 1/2 giấy tờ"
    desk.presenter.look_at(desk.first.id)
    assert desk.view.lines == ("1 · 1 trang · Tờ khai", "2 · chưa có trang · Giấy chứng sinh")


def test_a_leading_sheet_nobody_knows_stops_the_pile_and_the_feeder_goes_on(desk: Desk) -> None:
    stranger = replace(desk.first, code="H31.08.044-261101-0007", id=UUID(int=7))
    desk.feed(leading(desk.first), paper(), leading(stranger), paper(1), leading(desk.second))
    assert (desk.asked.number, desk.asked.behind) == (3, 2)
    assert stranger.code in desk.asked.sentence
    assert not desk.state.may_save
    desk.presenter.answer((desk.asked.key,), Plain.STRAY)
    assert desk.groups() == {"Khay chưa rõ": [3, 4], desk.first.code: [1, 2], desk.second.code: [5]}


def test_a_slip_read_by_hand_answers_the_question_and_undo_asks_again(desk: Desk) -> None:
    stranger = replace(desk.first, code="H31.08.044-261101-0007", id=UUID(int=7))
    desk.feed(leading(desk.first), leading(stranger), paper())
    desk.presenter.name(sheet_payload(desk.second.code, desk.second.id, 1), ())
    assert desk.groups() == {desk.first.code: [1], desk.second.code: [3], APART: [2]}
    assert desk.state.groups[1].sheets[0].words == "1 · Tờ khai"
    desk.presenter.undo()
    assert desk.asked.number == 2


def test_pages_in_the_tray_are_filed_by_a_typed_code(desk: Desk) -> None:
    desk.feed(paper(), paper(1), leading(desk.first))
    desk.presenter.name(desk.second.code, desk.keys("Khay chưa rõ"))
    assert desk.groups() == {desk.second.code: [1, 2], desk.first.code: [3]}


def test_a_code_without_a_chosen_page_says_what_to_do(desk: Desk) -> None:
    desk.feed(leading(desk.first), paper())
    desk.presenter.name(desk.second.code, ())
    desk.presenter.name("H26.19.103-261101-9999", ())
    assert [said.split()[0] for said in desk.counter.stage.said] == ["Chọn", "Mã"]


def test_a_number_gives_pages_to_a_line_and_again_takes_them_away(desk: Desk) -> None:
    desk.feed(leading(desk.first), paper())
    page = desk.keys(desk.first.code)[1:]
    desk.presenter.assign(page, 1)
    assert desk.state.groups[0].sheets[0].words + desk.state.groups[0].sheets[1].words == "2 · Giấy chứng sinh"
    desk.presenter.assign(page, 1)
    assert [sheet.words for sheet in desk.state.groups[0].sheets] == ["", ""]
    desk.presenter.assign(page, 8)
    assert [sheet.words for sheet in desk.state.groups[0].sheets] == ["", ""]


def test_the_count_tells_of_a_leading_sheet_that_is_lost(desk: Desk) -> None:
    desk.presenter.lay_in(2)
    desk.feed(leading(desk.first), paper(), paper(1))
    assert ("Đã đặt 2 hồ sơ, thấy 1" in desk.state.short, desk.state.may_save) == (True, False)
    desk.presenter.put(desk.keys(desk.first.code)[2:], None)
    desk.presenter.name(desk.second.code, desk.keys("Khay chưa rõ"))
    assert (desk.state.short, desk.state.may_save) == ("", True)


def test_a_killed_window_goes_on_where_it_was(desk: Desk) -> None:
    """Answers and saved pages are remembered; the pages themselves lie in the spool."""
    stranger = replace(desk.first, code="H31.08.044-261101-0007", id=UUID(int=7))
    desk.feed(leading(desk.first), paper(), leading(stranger), paper(1))
    desk.presenter.name(desk.second.code, ())
    desk.presenter.save(desk.first.id)
    desk.open()
    assert desk.groups() == {desk.first.code: [1, 2], desk.second.code: [4], APART: [3]}
    assert "đã lưu" in desk.state.groups[0].detail
    desk.presenter.save()
    assert (desk.scans(desk.first), desk.scans(desk.second)) == ([("Giấy tờ khác", 2)], [("Giấy tờ khác", 1)])


def test_more_of_the_same_dossier_after_a_jam_is_filed_with_it(desk: Desk) -> None:
    desk.feed(leading(desk.first), paper())
    desk.presenter.on_event(Failed(Fault.JAM, 2))
    assert "2 trang đã giữ" in desk.state.feeder.fault
    desk.presenter.save()
    desk.feed(paper(1), leading(desk.second), paper(2))
    assert desk.groups() == {desk.first.code: [1, 2, 3], desk.second.code: [4, 5]}
    desk.presenter.save()
    assert desk.scans(desk.first) == [("Giấy tờ khác", 2), ("Giấy tờ khác", 1)]


def test_a_page_that_cannot_be_opened_stops_the_pile(desk: Desk) -> None:
    desk.feed(leading(desk.first))
    spoilt = desk.feeder.seal(paper())
    spoilt.path.write_bytes(b"MCPG1\n" + bytes(64))
    desk.presenter.on_event(spoilt)
    desk.feed(paper(1))
    assert (desk.asked.number, len(desk.counter.stage.complaints)) == (2, 1)
    desk.presenter.answer((desk.asked.key,), Plain.ASIDE)
    assert desk.groups() == {desk.first.code: [1, 3], APART: [2]}


def test_a_saved_page_stays_where_it_is(desk: Desk) -> None:
    desk.feed(leading(desk.first), paper())
    page = desk.keys(desk.first.code)[1:]
    desk.presenter.save()
    desk.presenter.answer(page, Goes(desk.second.id))
    assert desk.groups() == {desk.first.code: [1, 2]}


def test_a_blank_back_that_is_none_is_brought_back(desk: Desk) -> None:
    desk.feed(leading(desk.first), blank())
    desk.presenter.answer(desk.keys(APART), Plain.PAGE)
    assert desk.groups() == {desk.first.code: [1, 2]}


def test_separators_for_the_day_leave_out_what_is_scanned(desk: Desk) -> None:
    counter = desk.counter
    separators = Separators(counter.jobs, counter.stage, counter.clock, counter.slips)
    desk.feed(leading(desk.first), paper())
    desk.presenter.save()
    separators.print_day()
    separators.print_papers(desk.second)
    titles = [(job.form, job.title) for job in counter.desk.prints.waiting()]
    assert titles == [("separator", "Tờ ngăn, 1 hồ sơ"), ("separator", f"Tờ ngăn {desk.second.code}")]


def test_a_foreign_square_on_a_page_is_no_leading_sheet(desk: Desk) -> None:
    desk.feed(leading(desk.first), with_square(paper(), "https://vi.du/tra-cuu?ma=123"))
    assert desk.groups() == {desk.first.code: [1, 2]}
