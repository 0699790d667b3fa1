"""Two desks and server corrections on one dossier in any order: each losing value kept, one task each (row 18)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from dossiers import fold
from dossiers.correct import Corrected, _changed
from dossiers.dossier import Dossier
from dossiers.journal import Op
from tests.conflicts.two_desks import TwoDesks

SLICE = 60


def some(examples: int) -> settings:
    """Always the same examples, and no time limit for one: the disk is shared."""
    quiet = (HealthCheck.too_slow, HealthCheck.filter_too_much)
    return settings(
        max_examples=examples, stateful_step_count=14, deadline=None, derandomize=True, suppress_health_check=quiet,
        database=None,
    )  # fmt: skip


def test_no_value_is_lost_and_every_rival_asks_once() -> None:
    run_state_machine_as_test(TwoDesks, settings=some(SLICE))


def last_write_wins(before: Dossier | None, op: Op, body: Corrected) -> Dossier:
    """What most programs do."""
    assert before is not None
    return _changed(before, {change.field: change.after for change in body.changes})


def silent(before: Dossier | None, op: Op, body: Corrected) -> Dossier:
    """The right value stands, but nobody is asked."""
    after = fold_as_built(before, op, body)
    return replace(after, rivals=tuple(replace(rival, waits=False) for rival in after.rivals))


fold_as_built: Callable[[Dossier | None, Op, Any], Dossier] = fold.FOLDS["corrected"][1]


@pytest.mark.parametrize("broken", [last_write_wins, silent])
def test_weaker_rules_are_caught(
    broken: Callable[[Dossier | None, Op, Corrected], Dossier], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(fold.FOLDS, "corrected", (Corrected, broken))
    quick = settings(some(SLICE), phases=(Phase.generate,), report_multiple_bugs=False)
    with pytest.raises(AssertionError):
        run_state_machine_as_test(TwoDesks, settings=quick)
