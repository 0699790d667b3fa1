"""Pages of a pile in the page editor before it is filed: turned, cut, joined, scanned again, set aside, and undone."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from desktop.screens.scan.pile import Pile
from tests.desktop_screens.conftest import Counter
from tests.desktop_screens.test_stack import APART, Desk, leading, paper


@pytest.fixture
def desk(counter: Counter, tmp_path: Path) -> Desk:
    """The first dossier's leading sheet and three pages behind it."""
    desk = Desk(counter, tmp_path / "spool")
    desk.feed(leading(desk.first), paper(), paper(1), paper(2))
    return desk


def opened(desk: Desk, number: int) -> Pile:
    """The editor, looking at the page of this number."""
    desk.presenter.edit(desk.keys(desk.first.code)[number - 1])
    assert desk.state.pile is not None
    return desk.state.pile


def kept(desk: Desk) -> list[tuple[str, int]]:
    """What the first dossier holds once all is saved, and the pile is done with."""
    desk.presenter.save()
    scans = desk.scans(desk.first)
    desk.presenter.finish()
    assert desk.feeder.kept() == []
    return scans


def words(desk: Desk) -> list[str]:
    """What is said of the first dossier's pages."""
    return [f"{sheet.number} {sheet.words}".strip() for sheet in desk.state.groups[0].sheets]


def test_the_editor_shows_the_group_and_nothing_is_filed_meanwhile(desk: Desk) -> None:
    pile = opened(desk, 3)
    assert ([page.read.number for page in pile.pages], pile.current) == ([1, 2, 3, 4], 2)
    assert set(pile.pages) == set(desk.view.pages), "each page has a picture"
    assert not desk.state.may_save
    desk.presenter.save()
    desk.presenter.close_editor()
    assert (desk.state.pile, desk.scans(desk.first), desk.presenter.may_undo) == (None, [], False)


def test_a_turned_page_is_shown_and_kept_so_and_one_undo_takes_all_back(desk: Desk) -> None:
    before = dict(desk.view.pictures)
    quarters = [page.quarters for page in opened(desk, 2).pages]
    desk.presenter.editing.turn()
    desk.presenter.editing.look_at(2)
    desk.presenter.editing.turn()
    desk.presenter.undo()
    desk.presenter.editing.redo()
    desk.presenter.close_editor()
    changed = {key for key in before if before[key] != desk.view.pictures[key]}
    assert changed == set(desk.keys(desk.first.code)[1:3])
    desk.presenter.undo()
    assert not desk.presenter.may_undo
    assert [page.quarters for page in opened(desk, 1).pages] == quarters


def test_halves_are_two_pages_and_each_may_belong_to_its_paper(desk: Desk) -> None:
    opened(desk, 2)
    desk.presenter.editing.cut()
    desk.presenter.editing.assign(0)
    desk.presenter.editing.assign(1)
    desk.presenter.close_editor()
    assert words(desk) == ["1", "2 nửa đầu · 1 · Tờ khai", "2 nửa sau · 2 · Giấy chứng sinh", "3", "4"]
    assert kept(desk) == [("Tờ khai", 1), ("Giấy chứng sinh", 1), ("Giấy tờ khác", 3)]


def test_joined_pages_are_one_and_both_originals_are_kept(desk: Desk) -> None:
    opened(desk, 2)
    desk.presenter.editing.join()
    desk.presenter.close_editor()
    assert desk.groups() == {desk.first.code: [1, 2, 4]}
    desk.presenter.save()
    (scan,) = desk.counter.desk.register.get(desk.first.id).scans
    assert (scan.pages, len(desk.feeder.originals.of(scan.sha256))) == (3, 4)
    assert desk.state.may_finish


def test_a_page_scanned_again_comes_in_its_place(desk: Desk) -> None:
    opened(desk, 2)
    desk.presenter.retake()
    desk.presenter.close_editor()
    assert "F7" in desk.counter.stage.said[-1], "the page would come to the end of the pile, into a stranger's dossier"
    fresh = desk.feeder.seal(paper(60))
    desk.presenter.on_event(fresh)
    desk.feeder.stop()
    desk.presenter.close_editor()
    assert desk.groups() == {desk.first.code: [1, 2, 3, 4]}
    assert opened(desk, 2).pages[1].read == fresh
    desk.presenter.close_editor()
    assert kept(desk) == [("Giấy tờ khác", 4)]


def test_an_unclear_sheet_scanned_again_answers_its_own_question(desk: Desk) -> None:
    """The question was what its code says; the new side says it, and the pile goes on."""
    stranger = replace(desk.first, code="H31.08.044-261101-0007", id=UUID(int=7))
    desk.feed(leading(stranger), paper(3))
    desk.presenter.edit(desk.asked.key)
    assert desk.state.pile is not None
    assert len(desk.state.pile.pages) == 1
    desk.presenter.retake()
    desk.presenter.on_event(desk.feeder.seal(leading(desk.second)))
    desk.feeder.stop()
    desk.presenter.close_editor()
    assert desk.groups() == {desk.first.code: [1, 2, 3, 4], desk.second.code: [5, 6]}
    desk.presenter.undo()
    assert desk.asked.number == 5


def test_what_is_scanned_in_the_editor_belongs_to_its_dossier(desk: Desk) -> None:
    desk.feed(leading(desk.second))
    opened(desk, 2)
    desk.feed(paper(60))
    desk.presenter.close_editor()
    assert desk.groups() == {desk.first.code: [1, 2, 3, 4, 6], desk.second.code: [5]}
    desk.presenter.undo()
    opened(desk, 4)
    desk.feed(paper(90))
    desk.presenter.editing.join()
    desk.presenter.close_editor()
    assert desk.groups() == {desk.first.code: [1, 2, 3, 4], desk.second.code: [5], APART: [6]}


def test_a_side_that_came_for_nothing_lies_aside(desk: Desk) -> None:
    """Whether it was dropped in the editor or undone behind it, it never falls into the last dossier of the pile."""
    desk.feed(leading(desk.second))
    opened(desk, 2)
    for shade in (60, 90):
        desk.presenter.retake()
        desk.presenter.on_event(desk.feeder.seal(paper(shade)))
        desk.feeder.stop()
    desk.presenter.close_editor()
    assert desk.groups() == {desk.first.code: [1, 2, 3, 4], desk.second.code: [5], APART: [6]}
    desk.presenter.undo()
    assert desk.groups() == {desk.first.code: [1, 2, 3, 4], desk.second.code: [5], APART: [6, 7]}


def test_a_page_set_aside_is_not_filed_and_a_leading_one_goes_on_leading(desk: Desk) -> None:
    opened(desk, 1)
    desk.presenter.editing.set_aside()
    desk.presenter.editing.drop()
    desk.presenter.close_editor()
    assert desk.groups() == {desk.first.code: [3, 4], APART: [1, 2]}
    assert kept(desk) == [("Giấy tờ khác", 2)]


def test_pages_are_kept_in_the_order_they_were_put(desk: Desk) -> None:
    opened(desk, 4)
    desk.presenter.editing.move(3, 1)
    desk.presenter.close_editor()
    assert desk.groups() == {desk.first.code: [1, 4, 2, 3]}
    desk.feed(paper(4))
    assert desk.groups() == {desk.first.code: [1, 4, 2, 3, 5]}


def test_a_paper_for_the_leading_page_moves_nothing_else(desk: Desk) -> None:
    """It went into the dossier before, with all that followed it."""
    desk.feed(leading(desk.second), paper(3))
    desk.presenter.assign(desk.keys(desk.second.code)[:1], 1)
    assert desk.groups() == {desk.first.code: [1, 2, 3, 4], desk.second.code: [5, 6]}
    assert desk.state.groups[1].sheets[0].words == "2 · Giấy chứng sinh"


def test_a_killed_window_finds_the_edited_pages(desk: Desk) -> None:
    opened(desk, 2)
    desk.presenter.editing.cut()
    desk.presenter.editing.look_at(4)
    desk.presenter.retake()
    desk.presenter.on_event(desk.feeder.seal(paper(60)))
    desk.feeder.stop()
    desk.presenter.close_editor()
    shown, pictures = words(desk), dict(desk.view.pictures)
    desk.open()
    assert words(desk) == shown
    assert {key: desk.view.pictures[key] for key in desk.keys(desk.first.code)} == {
        key: pictures[key] for key in desk.keys(desk.first.code)
    }
    desk.feeder.kept()[-1].path.unlink()
    desk.open()
    assert desk.groups() == {desk.first.code: [1, 2, 2, 3, 4]}


def test_what_is_saved_or_shared_out_is_not_edited_here(desk: Desk) -> None:
    opened(desk, 4)
    desk.presenter.editing.cut()
    desk.presenter.close_editor()
    half = desk.keys(desk.first.code)[-1]
    desk.presenter.put((half,), None)
    desk.presenter.edit(half)
    assert (desk.state.pile, len(desk.counter.stage.said)) == (None, 1)
    assert len(opened(desk, 2).pages) == 3
    desk.presenter.close_editor()
    desk.presenter.save()
    desk.presenter.edit(desk.keys(desk.first.code)[0])
    assert desk.state.pile is None
