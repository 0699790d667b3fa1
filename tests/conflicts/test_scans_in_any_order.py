"""Desks that attach, take off, move and sign the same scans, heard in any order: one rule, and no file is lost."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import permutations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossiers import fold
from dossiers.attach_scans import ScansAttached
from dossiers.dossier import Digital, Dossier, Scan
from dossiers.journal import Op
from dossiers.mark_paper import PaperMarked
from dossiers.take_off_scans import ScansTakenOff
from tests.conflicts.test_order import ID, received
from tests.conflicts.two_desks import BEGIN

FILES = tuple(
    Scan(sha256=letter * 64, title="Căn cước", mime="application/pdf", size=9, pages=1, paper=0) for letter in "ab"
)
SIGNED = Scan(
    sha256="c" * 64, title="Căn cước", mime="application/pdf", size=12, pages=1, paper=0, signed_from="a" * 64
)


def op(kind: str, body: object, desk: int = 1, minute: int = 0) -> Op:
    at = BEGIN + timedelta(minutes=minute)
    return Op(kind=kind, dossier_id=ID, at=at, actor=f"Quầy {desk}", body=msgspec.json.encode(body))


def attach(scan: Scan, **more: object) -> Op:
    return op("scans_attached", ScansAttached(scans=(scan,), **more))  # type: ignore[arg-type]


def off(scan: Scan, reason: str = "nhầm hồ sơ", moved_to: str = "") -> Op:
    return op("scans_taken_off", ScansTakenOff(scans=(scan,), reason=reason, moved_to=moved_to))


def told(*ops: Op) -> Dossier:
    state = received()
    for each in ops:
        state = fold.apply(state, each)
    return state


def orders(*desks: tuple[Op, ...]) -> Iterator[list[Op]]:
    """Every order in which lines may be heard, each desk's own in theirs."""
    turns = set(permutations([n for n, ops in enumerate(desks) for _ in ops]))
    for turn in turns:
        left = [list(ops) for ops in desks]
        yield [left[n].pop(0) for n in turn]


A = FILES[0]
BACK = attach(A, puts_back=True)


@pytest.mark.parametrize(
    ("desks", "stands"),
    [
        (((attach(A),), (off(A),)), False),
        (((attach(A),), (off(A), BACK)), True),
        (((attach(A),), (off(A), BACK, off(A))), False),
        (((attach(A), off(A)), (off(A, "quét chưa đạt"),)), False),
        (((attach(A), off(A)), (off(A, moved_to="H99.001-261123-0002"),)), False),
        (((attach(A),), (off(A),), (attach(SIGNED),)), False),
        (((attach(A),), (attach(A),), (off(A),)), False),
    ],
)  # fmt: skip
def test_where_no_two_decide_otherwise_the_order_does_not_matter(
    desks: tuple[tuple[Op, ...], ...], stands: bool
) -> None:
    """Taking off follows on attaching, whichever is heard first; a signature brings nothing back."""
    for heard in orders(*desks):
        state = told(*heard)
        assert bool(state.scans_in_force) is stands, [each.kind for each in heard]
        assert A in state.scans


def test_a_fold_that_puts_back_whatever_is_attached_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    body, built = fold.FOLDS["scans_attached"]

    def last_write_wins(before: Dossier | None, op: Op, body: ScansAttached) -> Dossier:
        return built(before, op, replace(body, puts_back=True))

    monkeypatch.setitem(fold.FOLDS, "scans_attached", (body, last_write_wins))
    ends = {bool(told(*heard).scans_in_force) for heard in orders((attach(A),), (off(A),))}
    assert ends == {True, False}, "the order decided what nobody disagreed about"


def test_where_two_desks_decide_otherwise_the_last_line_stands() -> None:
    before = (attach(A), off(A))
    assert told(*before, BACK, off(A)).scans_in_force == ()
    assert told(*before, off(A), BACK).scans_in_force == (A,)


def test_a_scan_taken_off_while_it_is_moved_away_lies_where_it_was_moved_to() -> None:
    """The other dossier has its own line; here it is off either way, and both lines are in the history."""
    there = told(attach(A, moved_from="H99.001-261123-0001"))
    for heard in orders((off(A),), (off(A, moved_to=there.code),)):
        assert told(attach(A), *heard).scans_in_force == ()
    assert there.scans_in_force == (A,)


def test_the_mark_of_the_line_follows_its_scans_in_every_order() -> None:
    marked = op("paper_marked", PaperMarked(paper=0, before=Digital.NONE, after=Digital.SCANNED))
    base = (attach(A), attach(FILES[1]), marked)
    for heard in orders((off(A),), (off(FILES[1]),)):
        state = told(*base, *heard)
        assert (state.papers[0].digital, state.scans_in_force) == (Digital.NONE, ())
    for heard in orders((off(A), BACK), (off(FILES[1]),)):
        state = told(*base, *heard)
        assert (state.papers[0].digital, state.scans_in_force) == (Digital.SCANNED, (A,))


Deeds = st.lists(
    st.sampled_from(["attach", "put back", "off", "sign", "move away"]).flatmap(
        lambda deed: st.tuples(st.just(deed), st.sampled_from(FILES))
    ),
    max_size=5,
)  # fmt: skip


def line(deed: str, scan: Scan) -> Op:
    match deed:
        case "attach":
            return attach(scan)
        case "put back":
            return attach(scan, puts_back=True)
        case "sign":
            return attach(SIGNED)
        case "off":
            return off(scan)
        case _:
            return off(scan, moved_to="H99.001-261123-0002")


@given(st.lists(Deeds, min_size=2, max_size=3), st.data())
@settings(max_examples=300, deadline=None, derandomize=True, database=None)
def test_no_file_is_lost_and_the_last_word_on_each_stands(
    desks: list[list[tuple[str, Scan]]], data: st.DataObject
) -> None:
    lines = [[(deed, scan, line(deed, scan)) for deed, scan in deeds] for deeds in desks]
    turns = data.draw(st.permutations([n for n, deeds in enumerate(lines) for _ in deeds]))
    heard = [lines[n].pop(0) for n in turns]
    state = told(*(each for _, _, each in heard))
    named = {SIGNED if deed == "sign" else scan for deed, scan, _ in heard if deed in {"attach", "put back", "sign"}}
    assert set(state.scans) == named, "whatever was attached is kept"
    for scan in FILES:
        words = [deed for deed, of, _ in heard if of == scan and deed in {"put back", "off", "move away"}]
        there = {each for each in named if each.place == scan.place}
        stands = {each for each in state.scans_in_force if each.place == scan.place}
        kept = {each for each, _ in state.scans_off if each.place == scan.place}
        if words and words[-1] != "put back":
            assert not stands
            assert bool(kept) is bool(there), "and can be shown to who may see it"
        else:
            assert bool(stands) is bool(there)
            assert not kept
    assert fold.encode_state(fold.decode_state(fold.encode_state(state))) == fold.encode_state(state)
