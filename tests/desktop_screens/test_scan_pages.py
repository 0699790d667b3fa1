"""Pages edited on the scan screen: blank ones lie aside, every step comes back, and no scanned side is ever lost."""

from pathlib import Path

import numpy as np
import pytest

from desktop.screens.scan.pages_drawing import pixels_of
from desktop.screens.scan.pile import Page
from scanning.events import PageRead
from tests.benchmarks._pages import draw
from tests.desktop_screens.conftest import Counter
from tests.desktop_screens.test_scan import Desk
from tests.scanning.paper import Picture

LETTER = draw("letter", 3).pixels[::2, ::2]


@pytest.fixture
def desk(counter: Counter, tmp_path: Path) -> Desk:
    """The scan screen aimed at a dossier, with an empty spool."""
    folder = tmp_path / "spool"
    folder.mkdir()
    desk = Desk(counter, folder)
    desk.presenter.enter(desk.taken.id)
    return desk


def come(desk: Desk, *pictures: Picture) -> tuple[PageRead, ...]:
    """Pages of these pictures come from the scanner."""
    reads = tuple(map(desk.feeder.seal, pictures))
    for read in reads:
        desk.presenter.on_event(read)
    return reads


def blank() -> Picture:
    """The back of a page."""
    return np.full((900, 640), 244, np.uint8)


def numbers(desk: Desk) -> list[int]:
    """The pages in the pile by their number in the spool."""
    return [page.read.number for page in desk.view.state.pile.pages]


def marked(desk: Desk, *values: int) -> None:
    """Pages that are no blanks, one for each grey value."""
    desk.feed(*values)


def test_blank_pages_lie_aside_and_come_back_to_their_place(desk: Desk) -> None:
    marked(desk, 250)
    come(desk, blank())
    marked(desk, 240)
    assert (numbers(desk), [page.read.number for page in desk.view.state.pile.aside]) == ([1, 3], [2])
    desk.presenter.pages.take_back(0)
    assert (numbers(desk), desk.view.state.pile.aside) == ([1, 2, 3], ())
    desk.presenter.pages.undo()
    desk.presenter.save()
    assert desk.scans() == [("Giấy tờ khác", 2)]


def test_a_page_given_to_a_paper_is_never_laid_aside_by_the_machine(desk: Desk) -> None:
    """The clerk is faster than the look at the page: what she said of it holds."""
    pending: list[object] = []
    pool, desk.counter.jobs.pool = desk.counter.jobs.pool, lambda *job: pending.append(job)  # type: ignore[method-assign]
    come(desk, blank())
    desk.presenter.pages.assign(0)
    for job in pending:
        pool(*job)  # type: ignore[misc]
    assert (numbers(desk), desk.view.state.papers[0]) == ([1], ("Tờ khai", 1))


def test_a_page_fed_on_its_head_is_set_upright_and_shown_so(desk: Desk) -> None:
    (read,) = come(desk, np.ascontiguousarray(np.rot90(LETTER, 2)))
    (page,) = desk.view.state.pile.pages
    assert page.quarters == 2
    assert desk.view.pictures[-1][0] == page
    kept = pixels_of(page, desk.feeder.read_page)
    assert np.array_equal(kept, LETTER)
    desk.presenter.pages.undo()
    assert desk.view.state.pile.pages == (Page(read=read),)


def test_every_edit_is_undone_and_done_again(desk: Desk) -> None:
    marked(desk, 250, 245, 240)
    pages, seen = desk.presenter.pages, [desk.view.state.pile]
    edits = (
        pages.turn, pages.dust, pages.cut, pages.join, lambda: pages.move(0, 1), lambda: pages.assign(1), pages.drop,
        pages.set_aside,
    )  # fmt: skip
    for edit in edits:
        edit()
        seen.append(desk.view.state.pile)
    assert len(set(seen)) == len(seen)
    for before in reversed(seen[:-1]):
        pages.undo()
        assert desk.view.state.pile.pages == before.pages
    assert not pages.may_undo
    for after in seen[1:]:
        pages.redo()
        assert desk.view.state.pile.pages == after.pages
    assert not pages.may_redo


def test_a_page_that_comes_after_an_edit_survives_its_undo(desk: Desk) -> None:
    marked(desk, 250)
    desk.presenter.pages.drop()
    marked(desk, 245)
    desk.presenter.pages.undo()
    assert numbers(desk) == [1, 2]


def test_a_page_scanned_again_comes_in_the_place_of_the_old_one(desk: Desk) -> None:
    marked(desk, 250, 245, 240)
    desk.presenter.pages.look_at(1)
    desk.presenter.retake()
    marked(desk, 235)
    assert numbers(desk) == [1, 4, 3]
    desk.presenter.pages.undo()
    assert set(numbers(desk)) == {1, 2, 3, 4}


def test_a_sheet_cut_in_two_gives_two_pages_and_joined_pages_one(desk: Desk) -> None:
    marked(desk, 250, 245)
    desk.presenter.pages.cut()
    upper, lower = desk.view.state.pile.pages[:2]
    whole = pixels_of(Page(read=upper.read), desk.feeder.read_page)
    heights = [pixels_of(page, desk.feeder.read_page).shape[0] for page in (upper, lower)]
    assert sum(heights) == whole.shape[0]
    desk.presenter.pages.look_at(0)
    desk.presenter.pages.join()
    joined = desk.view.state.pile.pages[0]
    assert np.array_equal(pixels_of(joined, desk.feeder.read_page), whole)
    desk.presenter.save()
    assert desk.scans() == [("Giấy tờ khác", 2)]
    assert desk.feeder.kept() == []
