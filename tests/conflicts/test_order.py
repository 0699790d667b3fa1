"""The same edits of several desks in another order: what the table of SYNC 3.7 says does not depend on it, does not."""

from datetime import timedelta
from uuid import UUID

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from dossiers import fold
from dossiers.correct import Corrected, read_field
from dossiers.dossier import Dossier
from dossiers.journal import Op
from dossiers.receive import Received
from dossiers.rivals import Change, waiting
from tests.conflicts.two_desks import BEGIN, BOOK_ENTRY
from tests.store.homes import OFFICE
from tests.store.homes import intake as ordinary

ID = UUID(int=1)
IDENTITY_FIELD, SOFT_FIELD = "owner.name", "owner.phone"


def received() -> Dossier:
    body = Received(
        code="H99.001-261123-0001", unit=OFFICE.unit, desk="Quầy 1", procedure_name="Chứng thực", procedure_version=1,
        sector="", certification=True, intake=ordinary(name="Gốc", phone="gốc"), entry=BOOK_ENTRY,
    )  # fmt: skip
    op = Op(kind="received", dossier_id=ID, at=BEGIN, actor="Quầy 1", body=msgspec.json.encode(body))
    return fold.apply(None, op)


def corrected(desk: str, minute: int, name: str, before: str, after: str) -> Op:
    body = Corrected(changes=(Change(field=name, before=before, after=after),))
    at = BEGIN + timedelta(minutes=minute)
    return Op(kind="corrected", dossier_id=ID, at=at, actor=desk, body=msgspec.json.encode(body))


Edits = st.lists(st.tuples(st.sampled_from([IDENTITY_FIELD, SOFT_FIELD]), st.integers(0, 4)), max_size=4)


def written(desk: int, edits: list[tuple[str, int]], base: Dossier) -> list[Op]:
    """What one desk writes that hears nothing of the others: its own clock, its own values."""
    known = {name: read_field(base, name) for name in (IDENTITY_FIELD, SOFT_FIELD)}
    ops, minute = [], 0
    for n, (name, wait) in enumerate(edits):
        minute += wait
        ops.append(corrected(f"Quầy {desk}", minute, name, known[name], f"giá trị {desk}.{n}"))
        known[name] = f"giá trị {desk}.{n}"
    return ops


@given(st.lists(Edits, min_size=2, max_size=3), st.data())
@settings(max_examples=400, deadline=None, derandomize=True, database=None)
def test_which_values_rival_does_not_depend_on_the_order(
    desks: list[list[tuple[str, int]]], data: st.DataObject
) -> None:
    """Soft fields end alike; an identity ends as one of the same values, the others waiting."""
    base = received()
    lines = [written(n, edits, base) for n, edits in enumerate(desks, 1)]
    ends = [deliver(base, lines, data) for _ in range(2)]
    assert read_field(ends[0], SOFT_FIELD) == read_field(ends[1], SOFT_FIELD)
    assert rivals(ends[0]) == rivals(ends[1])


def deliver(base: Dossier, lines: list[list[Op]], data: st.DataObject) -> Dossier:
    """Fold everything, each desk's lines in their order, the desks in any."""
    turns = data.draw(st.permutations([n for n, ops in enumerate(lines) for _ in ops]))
    left, state = [list(ops) for ops in lines], base
    for n in turns:
        state = fold.apply(state, left[n].pop(0))
    return state


def rivals(state: Dossier) -> set[str]:
    return {read_field(state, IDENTITY_FIELD), *(each.value for each in waiting(state))}


def test_the_first_identity_stays_and_the_later_address_stands() -> None:
    name = [corrected("Quầy 1", 9, IDENTITY_FIELD, "Gốc", "Một"), corrected("Quầy 2", 1, IDENTITY_FIELD, "Gốc", "Hai")]
    phone = [corrected("Quầy 1", 9, SOFT_FIELD, "gốc", "09"), corrected("Quầy 2", 1, SOFT_FIELD, "gốc", "01")]
    state = received()
    for op in (*name, *phone):
        state = fold.apply(state, op)
    assert (state.owner.name, state.owner.phone) == ("Một", "09")
    assert [(each.value, each.by, each.waits) for each in state.rivals] == [
        ("Hai", "Quầy 2", True), ("01", "Quầy 2", False),
    ]  # fmt: skip


def test_the_same_correction_at_two_desks_is_no_conflict() -> None:
    state = received()
    for desk in ("Quầy 1", "Quầy 2"):
        state = fold.apply(state, corrected(desk, 1, IDENTITY_FIELD, "Gốc", "Mới"))
    assert (state.owner.name, state.rivals) == ("Mới", ())


def test_a_correction_made_knowing_the_present_value_needs_no_clock() -> None:
    """A desk whose clock is far behind may still correct what it sees."""
    state = fold.apply(received(), corrected("Quầy 1", 500, SOFT_FIELD, "gốc", "05"))
    state = fold.apply(state, corrected("Quầy 2", 1, SOFT_FIELD, "05", "06"))
    state = fold.apply(state, corrected("Quầy 3", 400, SOFT_FIELD, "gốc", "07"))
    assert state.owner.phone == "06"
