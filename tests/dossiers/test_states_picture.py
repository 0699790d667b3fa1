"""The one table of moves: the picture in the docs is drawn from it, and what it promises is what verbs do."""

from pathlib import Path

import pytest

from dossiers import fold
from dossiers.status import MOVES, WORDS, Status, possible
from installer.draw_states import PICTURE, draw

FIRST = {"received", "carried_over", "recovered_from_slip"}


def test_the_picture_in_the_docs_is_the_table() -> None:
    assert PICTURE.read_text(encoding="utf-8") == draw(), "run: python installer/draw_states.py"
    readme = Path(PICTURE.parent, "doors.md").read_text(encoding="utf-8")
    assert PICTURE.name in readme


def test_every_op_that_changes_a_dossier_has_its_row_and_no_other() -> None:
    assert set(MOVES) == set(fold.FOLDS) - FIRST
    assert all(move.undo in MOVES for move in MOVES.values() if move.undo)


@pytest.mark.parametrize("status", Status)
def test_no_state_is_a_dead_end_without_a_word(status: Status) -> None:
    assert possible(status)
    assert WORDS[status]
