"""Two piles of tests/benchmarks/stack_filing.py, printed, scanned and read; a rule weakened is noticed."""

from dataclasses import replace

import pytest

from dossiers.filing import Sheet
from tests.benchmarks._stack import FAULTS, Pile, make_pile
from tests.benchmarks.stack_filing import Read, Reader, judge, read_pile

SEED = 11


@pytest.fixture(scope="module")
def reader() -> Reader:
    """One reader, so that papers that piles share are looked at once."""
    return Reader()


def pile_with(fault: str, reader: Reader) -> tuple[Pile, list[Read]]:
    """The smallest of the first piles with a fault at 150 dpi, with one paper of its many, read."""
    step, at = len(FAULTS), list(FAULTS).index(fault)
    piles = (make_pile(SEED, at + step * turn) for turn in range(12))
    pile = min((each for each in piles if each.dpi == 150), key=lambda each: len(each.sides))
    papers = [side for side in pile.sides if side.content]
    pile.sides = [side for side in pile.sides if side not in papers[1:]]
    return pile, read_pile(pile, reader)


def slips_lead(sheet: Sheet) -> Sheet:
    """The rule that only SEP: leads, forgotten."""
    return replace(sheet, codes=tuple(replace(code, slip=replace(code.slip, separator=True)) for code in sheet.codes))


def lone_bars_pass(sheet: Sheet) -> Sheet:
    """The rule that bars alone are asked about, forgotten."""
    return replace(sheet, codes=tuple(code for code in sheet.codes if not code.bars))


def test_an_old_slip_of_another_dossier_splits_nothing_and_would_without_the_rule(reader: Reader) -> None:
    pile, read = pile_with("old slip inside", reader)
    verdict = judge(pile, read)
    assert (verdict.perfect, verdict.false_splits, verdict.asked) == (True, 0, 0)
    assert judge(pile, read, slips_lead).false_splits > 0


def test_half_a_leading_sheet_is_asked_about_and_would_be_filed_without_the_rule(reader: Reader) -> None:
    pile, read = pile_with("jam, sheet fed again", reader)
    verdict = judge(pile, read)
    assert (verdict.perfect, verdict.silent, verdict.asked) == (True, False, 1)
    assert not judge(pile, read, lone_bars_pass).perfect
