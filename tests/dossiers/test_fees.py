"""Fees: the tariff's arithmetic, what must be confirmed, and amounts as figures."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossiers.catalogue import load_builtin
from dossiers.dossier import PaperLine
from dossiers.fees import fee_lines, needs_confirmation, say_vnd
from dossiers.procedure import Duration, FeeBasis, FeeKind, FeeRule, Procedure, TimeUnit

COPIES = FeeRule(
    name="Phí chứng thực bản sao", basis=FeeBasis.PER_PAGE, amount_vnd=2000, first_pages=2, next_amount_vnd=1000,
    cap_per_copy_vnd=200_000, verified=True,
)  # fmt: skip
SAME_DAY = Duration(amount=0, unit=TimeUnit.SAME_DAY, verified=True)


def procedure(*fees: FeeRule, duration: Duration | None = SAME_DAY) -> Procedure:
    return Procedure(code="2.000815", name="Chứng thực bản sao", sector="Chứng thực", fees=fees, duration=duration)


def paper(pages: int, copies: int) -> PaperLine:
    return PaperLine(name="Bằng tốt nghiệp", pages=pages, copies=copies)


@pytest.mark.parametrize(
    ("pages", "copies", "amount"),
    [(1, 1, 2000), (2, 1, 4000), (3, 1, 5000), (3, 2, 10_000), (198, 1, 200_000), (500, 3, 600_000), (0, 5, 0)],
)
def test_certified_copies_cost_what_the_tariff_says(pages: int, copies: int, amount: int) -> None:
    (line,) = fee_lines(procedure(COPIES), (paper(pages, copies),))
    assert (line.amount_vnd, line.name, line.kind) == (amount, COPIES.name, FeeKind.FEE)


def test_every_paper_of_a_dossier_is_counted_by_itself() -> None:
    (line,) = fee_lines(procedure(COPIES), (paper(3, 2), paper(1, 3)))
    assert line.amount_vnd == 2 * 5000 + 3 * 2000


@given(st.integers(0, 400), st.integers(0, 50))
def test_a_copy_costs_the_sum_of_its_pages_up_to_the_cap(pages: int, copies: int) -> None:
    """Against the tariff read page by page."""
    by_page = sum(2000 if page <= 2 else 1000 for page in range(1, pages + 1))
    (line,) = fee_lines(procedure(COPIES), (paper(pages, copies),))
    assert line.amount_vnd == copies * min(by_page, 200_000)


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 20)), max_size=8))
def test_the_shipped_tariff_for_certified_copies_is_the_circulars(stack: list[tuple[int, int]]) -> None:
    """TT 226/2016/TT-BTC: 2.000 a page, 1.000 from page 3, at most 200.000 a copy; turned over page by page."""
    due = 0
    for pages, copies in stack:
        for _ in range(copies):
            due += min(sum(2_000 if page < 3 else 1_000 for page in range(1, pages + 1)), 200_000)
    copying = load_builtin().get("2.000815", date(2026, 10, 1))
    (line,) = fee_lines(copying, tuple(paper(pages, copies) for pages, copies in stack))
    assert line.amount_vnd == due


def test_other_fees_are_counted_by_dossier_or_by_copy() -> None:
    extract = FeeRule(name="Trích lục", basis=FeeBasis.PER_COPY, amount_vnd=8000)
    signature = FeeRule(name="Chữ ký", amount_vnd=10_000)
    lines = fee_lines(procedure(extract, signature), (), sets=3)
    assert [line.amount_vnd for line in lines] == [24_000, 10_000]
    assert fee_lines(procedure(extract), (paper(0, 2),), sets=3)[0].amount_vnd == 16_000


def test_free_has_no_line_and_the_provinces_fee_waits_for_the_clerk() -> None:
    free = FeeRule(name="Miễn", basis=FeeBasis.FREE, verified=True)
    province = FeeRule(name="Lệ phí hộ tịch", kind=FeeKind.CHARGE, basis=FeeBasis.PROVINCE)
    (line,) = fee_lines(procedure(free, province), ())
    assert (line.name, line.kind, line.amount_vnd) == ("Lệ phí hộ tịch", FeeKind.CHARGE, 0)
    assert needs_confirmation(procedure(free, province)) == (
        "Lệ phí hộ tịch do Hội đồng nhân dân tỉnh quy định: ghi số tiền.",
    )


def test_what_no_source_vouches_for_is_named() -> None:
    unsure = FeeRule(name="Phí giao dịch", amount_vnd=50_000)
    named = needs_confirmation(procedure(unsure, duration=Duration(amount=2, unit=TimeUnit.WORKING_DAY)))
    assert len(named) == 2
    assert named[0].startswith("Thời hạn giải quyết chưa xác minh")
    assert named[1].startswith("Phí giao dịch chưa xác minh")
    assert "ghi ngày hẹn" in needs_confirmation(procedure(duration=None))[0]
    assert needs_confirmation(procedure(COPIES)) == ()


def test_amounts_are_written_with_points() -> None:
    assert [say_vnd(amount) for amount in (0, 500, 6000, 1_250_000)] == ["0 ₫", "500 ₫", "6.000 ₫", "1.250.000 ₫"]
