"""Late means late: whoever tries, by whatever verbs in whatever order, a late dossier never comes out on time."""

import shutil
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossiers import fold
from dossiers.dossier import Dossier
from dossiers.errors import Impossible, KnownError
from dossiers.journal import Op
from dossiers.people import Clerk, Role
from dossiers.receive import receive
from dossiers.reschedule import Rescheduled
from dossiers.standing import is_overdue, outcome
from dossiers.status import AT_WORK, Status
from dossiers.store.conditions import Filter
from dossiers.store.desk import Desk
from dossiers.store.register import Query
from dossiers.void import void
from tests.dossiers.deeds import ACTS
from tests.store.homes import CHIEF, HandClock, intake, open_desk

CROWD = (CHIEF, Clerk(name="Lê Văn Bình"), Clerk(name="Phạm Thị Lan", role=Role.LEADER))
STEPS = st.tuples(st.sampled_from(sorted(ACTS)), st.sampled_from(CROWD), st.integers(0, 60 * 40))


def ran_past(dossier: Dossier, now: datetime) -> bool:
    """The oracle, in its own words: the office was at work on it, and the promised instant went by."""
    due_at = dossier.appointment.due_at
    return dossier.status in AT_WORK and due_at is not None and now > due_at


@settings(max_examples=60, deadline=None, derandomize=True)
@given(steps=st.lists(STEPS, min_size=3, max_size=25))
def test_no_verb_and_no_role_turns_a_late_dossier(template: Path, steps: list[tuple[str, Clerk, int]]) -> None:
    with TemporaryDirectory() as folder:
        clock = HandClock()
        desk = open_desk(Path(shutil.copytree(template, Path(folder) / "office")), clock)
        try:
            on = desk.do(receive, intake())
            late = False
            for act, clerk, minutes in steps:
                clock.forward(minutes=minutes)
                late = late or ran_past(on, desk.clock())
                attempt(desk, on, act, clerk)
                on = desk.register.get(on.id)
                if late:
                    assert_still_late(desk, on)
        finally:
            desk.close()


def attempt(desk: Desk, on: Dossier, act: str, clerk: Clerk) -> None:
    """One try; a refusal is an answer too."""
    desk.clerk = clerk
    with suppress(KnownError):
        ACTS[act](desk, on)


def assert_still_late(desk: Desk, dossier: Dossier) -> None:
    """By every way in which lateness is told."""
    assert dossier.status is not Status.VOIDED
    assert outcome(dossier) in {"late", "open"}
    assert is_overdue(dossier, desk.clock())
    if dossier.finished_at is None:
        listed = desk.register.search(Query(filter=Filter(overdue=True))).rows
        assert dossier.id in {row.id for row in listed}
    else:
        assert outcome(dossier) == "late"


def test_a_line_made_by_hand_cannot_cure_it_either(desk: Desk, dossier: Dossier, clock: HandClock) -> None:
    """A desk that lies about the date: the fold keeps what the clock had run past before the line came."""
    clock.forward(days=3)
    body = msgspec.json.encode(Rescheduled(due_at=datetime(2030, 1, 1, tzinfo=UTC), reasons=(), notice="x"))
    asked = Op(kind="rescheduled", dossier_id=dossier.id, at=clock.now, actor=CHIEF.name, body=body)
    after = fold.apply(dossier, asked)
    assert after.late_since == dossier.appointment.due_at
    done = fold.apply(after, Op(kind="result_ready", dossier_id=dossier.id, at=clock.now, actor="x", body=b"{}"))
    assert outcome(done) == "late"


def test_a_late_dossier_may_not_leave_the_figures_by_being_voided(
    desk: Desk, dossier: Dossier, clock: HandClock
) -> None:
    clock.forward(days=3)
    with pytest.raises(Impossible, match="Rút hồ sơ"):
        desk.do(void, dossier.id, "cho đẹp số")
    by_hand = Op(kind="voided", dossier_id=dossier.id, at=clock.now, actor="x", body=b'{"reason":"x"}')
    with pytest.raises(Impossible):
        fold.apply(dossier, by_hand)
