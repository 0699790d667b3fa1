"""A slice of the codes' benchmark: one page of every family and a few wrecks, and never a wrong code taken."""

import pytest

from tests.benchmarks._codes_corpus import FAMILIES, PAGES, Page, make_page, make_wreck
from tests.benchmarks._codes_readers import OURS, truth_of

SEED = 11
ALWAYS_READ = ("scanner clean", "scanner stamped", "scanner skewed", "camera clean", "camera turned", "card scan")
FIRSTS = [sum(count for _, count, _ in FAMILIES[:number]) for number in range(len(FAMILIES))]


@pytest.fixture(scope="module")
def slice_of_pages() -> list[Page]:
    """The first page of each family."""
    return [make_page(SEED, first) for first in FIRSTS]


@pytest.mark.parametrize("name", [name for name, reader in OURS.items() if not reader.bars_only])
def test_worn_pages_are_read_and_none_wrong(name: str, slice_of_pages: list[Page]) -> None:
    missed = []
    for page in slice_of_pages:
        taken, true = OURS[name].read(page.picture).texts, {truth_of(code.text) for code in page.codes}
        assert taken <= true, f"a wrong code was taken from {page.family}"
        missed += [page.family] if true and not taken else []
    assert not set(missed) & set(ALWAYS_READ)
    assert len(missed) <= 2


def test_wrecked_bars_are_read_right_or_not_at_all() -> None:
    read = 0
    for number in range(60):
        wreck = make_wreck(SEED, number)
        taken = next(iter(OURS.values())).read(wreck.picture).texts
        assert taken <= {truth_of(code.text) for code in wreck.codes}
        read += bool(taken)
    assert read > 8, "the test must show readings for its silence to mean anything"


def test_a_page_is_the_same_whatever_was_made_before_it() -> None:
    one, again = make_page(SEED, 3), make_page(SEED, 3)
    assert (one.picture == again.picture).all()
    assert one.codes == again.codes
    with pytest.raises(IndexError):
        make_page(SEED, PAGES)
