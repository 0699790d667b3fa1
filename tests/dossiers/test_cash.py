"""A shift's money: nothing counted twice, nothing forgotten, whatever was voided or given back and when."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossiers.books import BookEntry, BookKind
from dossiers.cash import DENOMINATIONS_VND, Shift, counted, difference_vnd, fee_sums, number_ranges, shift
from dossiers.clock import to_ms
from dossiers.dossier import FeeReceipt, PaymentMode
from dossiers.errors import InvalidInput
from dossiers.procedure import FeeKind
from tests.dossiers.till import BIRTH, COPIES, DAY, at, receipt, refunded, voided

FORENOON = shift(DAY, at(0), at(5))
AFTERNOON = shift(DAY, at(6), at(12))


def test_a_shift_lists_its_numbers_its_voids_and_what_it_gave_back() -> None:
    assert [each.entry.number for each in FORENOON.receipts] == [41, 42, 43, 44]
    assert [each.entry.number for each in FORENOON.voided] == [42]
    assert FORENOON.payouts == ()
    assert [each.entry.number for each in AFTERNOON.receipts] == [45]
    assert [(each.receipt.entry.number, each.amount_vnd, each.reason) for each in AFTERNOON.payouts] == [
        (44, 2_000, "thu thừa một bản")
    ]


def test_sums_by_way_of_paying() -> None:
    assert FORENOON.total_vnd(PaymentMode.CASH) == 28_000 + 20_000
    assert FORENOON.total_vnd(PaymentMode.TRANSFER) == 8_000
    assert FORENOON.total_vnd(PaymentMode.ONLINE) == 0
    assert FORENOON.total_vnd() == 56_000
    assert AFTERNOON.total_vnd(PaymentMode.CASH) == 20_000 - 2_000


def test_a_receipt_of_an_earlier_shift_voided_now_leaves_this_till() -> None:
    late = (voided(receipt(50, 1, COPIES), 8),)
    before, after = shift(late, at(0), at(5)), shift(late, at(6), at(12))
    assert (before.total_vnd(), before.voided) == (20_000, ())
    assert (after.total_vnd(), after.receipts) == (-20_000, ())
    assert [payout.reason for payout in after.payouts] == ["ghi nhầm tên"]


def test_what_comes_later_does_not_change_a_shift_that_is_over() -> None:
    later = tuple(voided(each, 30) for each in DAY if each.voided_at is None)
    again = shift((*later, DAY[1]), at(0), at(5))
    assert again.total_vnd() == FORENOON.total_vnd()
    assert [each.entry.number for each in again.standing] == [41, 43, 44]


@st.composite
def receipts(draw: st.DrawFn) -> FeeReceipt:
    hours = draw(st.integers(0, 23))
    amount = draw(st.integers(1, 500)) * 1_000
    mode = draw(st.sampled_from([PaymentMode.CASH, PaymentMode.TRANSFER, PaymentMode.ONLINE]))
    made = receipt(draw(st.integers(1, 10**6)), hours, replace(COPIES, amount_vnd=amount), mode=mode)
    fate = draw(st.sampled_from(["stands", "voided", "refunded", "refunded twice"]))
    if fate == "voided":
        return voided(made, draw(st.integers(hours, 24)))
    if fate.startswith("refunded"):
        made = refunded(made, draw(st.integers(hours, 24)), amount // 4)
    return refunded(made, 24, amount - amount // 4) if fate == "refunded twice" else made


@given(st.lists(receipts(), max_size=12, unique_by=lambda each: each.entry.number), st.lists(st.integers(0, 24)))
def test_the_shifts_of_a_day_add_up_to_what_the_office_kept(known: list[FeeReceipt], ends: list[int]) -> None:
    """However the day is cut into shifts, no đồng is counted twice or lost."""
    millisecond = timedelta(milliseconds=1)
    stops = sorted({*ends, 24})
    starts = [at(0), *(at(stop) + millisecond for stop in stops[:-1])]
    shifts = [shift(known, begun, at(stop)) for begun, stop in zip(starts, stops, strict=True)]
    for mode in PaymentMode:
        kept = sum(each.kept_vnd for each in known if each.mode is mode)
        assert sum(each.total_vnd(mode) for each in shifts) == kept
    assert sorted(each.entry.number for one in shifts for each in one.receipts) == sorted(
        each.entry.number for each in known
    )


def test_numbers_are_told_book_by_book_with_those_that_are_missing() -> None:
    internal = replace(
        receipt(3, 1, COPIES), entry=BookEntry(kind=BookKind.INTERNAL_RECEIPTS, volume="01", year=2026, number=3)
    )
    used = [receipt(number, 1, COPIES) for number in (44, 41, 42)]
    ranges = number_ranges([*used, internal, receipt(9, 1, COPIES, volume="02")])
    assert [(each.book.kind, each.book.volume, each.first, each.last, each.missing) for each in ranges] == [
        (BookKind.FEE_RECEIPTS, "01", 41, 44, (43,)),
        (BookKind.FEE_RECEIPTS, "02", 9, 9, ()),
        (BookKind.INTERNAL_RECEIPTS, "01", 3, 3, ()),
    ]
    assert number_ranges([]) == ()


def test_sums_by_fee_keep_phi_and_le_phi_apart() -> None:
    same_name = replace(BIRTH, kind=FeeKind.FEE)
    sums = fee_sums([*FORENOON.standing, receipt(60, 1, same_name)])
    assert [(each.kind, each.name, each.receipts, each.amount_vnd) for each in sums] == [
        (FeeKind.FEE, "Lệ phí hộ tịch", 1, 8_000),
        (FeeKind.FEE, "Phí chứng thực bản sao", 2, 40_000),
        (FeeKind.CHARGE, "Lệ phí hộ tịch", 2, 16_000),
    ]


def test_a_till_that_fits_needs_no_reason() -> None:
    count = counted({1_000: 3, 20_000: 2, 5_000: 1, 500: 0}, FORENOON)
    assert count.notes == ((20_000, 2), (5_000, 1), (1_000, 3))
    assert (count.counted_vnd, count.expected_vnd, difference_vnd(count)) == (48_000, 48_000, 0)
    assert (count.from_ms, count.to_ms) == (to_ms(at(0)), to_ms(at(5)))


@pytest.mark.parametrize(("notes", "difference"), [({20_000: 2}, -8_000), ({50_000: 1}, 2_000), ({}, -48_000)])
def test_a_till_that_does_not_fit_says_by_how_much_and_why(notes: dict[int, int], difference: int) -> None:
    count = counted(notes, FORENOON, " thối nhầm  tiền ")
    assert (difference_vnd(count), count.reason) == (difference, "thối nhầm tiền")


@pytest.mark.parametrize("notes", [{30_000: 1}, {20_000: 1, 0: 5}])
def test_a_note_nobody_prints_is_refused(notes: dict[int, int]) -> None:
    with pytest.raises(InvalidInput) as refused:
        counted(notes, FORENOON)
    assert refused.value.field == "notes"


def test_every_face_value_is_a_one_a_two_or_a_five() -> None:
    assert list(DENOMINATIONS_VND) == sorted(DENOMINATIONS_VND, reverse=True)
    assert {str(face).rstrip("0") for face in DENOMINATIONS_VND} == {"1", "2", "5"}
    assert len(DENOMINATIONS_VND) == 12


def test_an_empty_shift_is_in_order() -> None:
    empty: Shift = shift((), at(0), at(5))
    assert (empty.total_vnd(), empty.receipts, empty.payouts, fee_sums(empty.standing)) == (0, (), (), ())
    assert difference_vnd(counted({}, empty)) == 0
