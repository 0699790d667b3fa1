"""Any day at all: verbs in any order leave every state what its lines say, and every code once."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from dossiers import fold
from dossiers.dossier import Dossier
from dossiers.errors import KnownError
from dossiers.journal import decode
from dossiers.numbering import split
from dossiers.receive import receive
from dossiers.store.desk import Desk
from dossiers.store.register import Query
from dossiers.store.verify import verify
from tests.dossiers.deeds import ACTS, CASE
from tests.store.homes import HandClock, intake, open_desk


@settings(max_examples=30, deadline=None, derandomize=True)
@given(deeds=st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.integers(0, 3), st.integers(0, 900)), max_size=25))
def test_whatever_is_done_the_state_is_the_fold_and_codes_are_unique(
    template: Path, deeds: list[tuple[str, int, int]]
) -> None:
    """Verbs in any order on any dossier: each happens whole or not at all, and the clock may also jump back."""
    with TemporaryDirectory() as folder:
        clock = HandClock()
        desk = open_desk(Path(shutil.copytree(template, Path(folder) / "office")), clock)
        try:
            received = [desk.do(receive, intake())]
            for act, index, minutes in deeds:
                clock.forward(minutes=minutes - 100)
                attempt(desk, received, act, received[index % len(received)])
            assert_sound(desk)
        finally:
            desk.close()


def attempt(desk: Desk, received: list[Dossier], act: str, on: Dossier) -> None:
    """One deed; a refusal leaves the journal as it was."""
    before = desk.journal.head
    try:
        done = ACTS[act](desk, on)
    except KnownError:
        assert desk.journal.head == before
        return
    if act == "receive":
        assert isinstance(done, Dossier)
        received.append(done)


def assert_sound(desk: Desk) -> None:
    """Pages, chain, states, list rows; codes unique and numbers of a day without gaps; lines never back in time."""
    assert verify(desk) == ()
    found = desk.register.search(Query(text="", limit=100))
    dossiers = [desk.register.get(row.id) for row in found.rows]
    assert len({each.code for each in dossiers}) == len(dossiers) == found.total
    for dossier in dossiers:
        state: Dossier | None = None
        for entry in desk.journal.of(dossier.id):
            state = fold.apply(state, decode(entry.line))
        assert state == dossier
    numbers: dict[object, list[int]] = {}
    for dossier in dossiers:
        if dossier.code != CASE.code:
            _, day, number = split(dossier.code)
            numbers.setdefault(day, []).append(number)
    assert all(sorted(taken) == list(range(1, len(taken) + 1)) for taken in numbers.values())
