"""Row 18 of the fault matrix, in full: `python -m tests.conflicts.harness [examples]` prints it."""

import sys

from hypothesis.stateful import run_state_machine_as_test

from dossiers import fold
from dossiers.correct import Corrected
from tests.conflicts.test_two_desks import last_write_wins, some
from tests.conflicts.two_desks import TwoDesks
from tests.faults.matrix import Row, table

EXAMPLES = 2_000


def two_desks(examples: int = EXAMPLES) -> Row:
    """Every interleaving Hypothesis finds, and the control that lets the last write win."""
    row = Row("18", "two desks, one dossier; server correction", "examples", control="last write wins, no task")
    with row.timed():
        run_state_machine_as_test(TwoDesks, settings=some(examples))
        row.run = examples
        row.caught = _control_caught()
    return row


def _control_caught() -> bool:
    built = fold.FOLDS["corrected"]
    fold.FOLDS["corrected"] = (Corrected, last_write_wins)
    try:
        run_state_machine_as_test(TwoDesks, settings=some(200))
    except AssertionError:
        return True
    finally:
        fold.FOLDS["corrected"] = built
    return False


if __name__ == "__main__":
    print(table([two_desks(int(sys.argv[1]) if sys.argv[1:] else EXAMPLES)]))
