"""Exemptions and reductions: never without a reason and a paper, never lost, never more than the fee."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossiers.catalogue import Catalogue, export_json, import_json
from dossiers.dossier import FeeLine
from dossiers.errors import InvalidInput
from dossiers.procedure import Exemption, FeeKind, FeeRule, Procedure
from dossiers.reductions import general_exemptions, offered, reduce, restore, say_fee

LINE = FeeLine(name="Lệ phí hộ tịch", kind=FeeKind.CHARGE, amount_vnd=15_000, confirmed_by="Lê Thị Hạnh")
POOR = Exemption(slug="ho_ngheo", words="Người thuộc hộ nghèo", paper="Giấy chứng nhận hộ nghèo")
NEAR_POOR = replace(POOR, slug="ho_can_ngheo", words="Người thuộc hộ cận nghèo", percent=50)
PAPER = "Giấy chứng nhận hộ nghèo số 12, UBND xã Hòa Bình"


def test_an_exempt_line_keeps_its_full_amount_its_reason_and_its_paper() -> None:
    line = reduce(LINE, POOR, PAPER)
    assert (line.amount_vnd, line.full_vnd) == (0, 15_000)
    assert (line.reduction, line.reduction_paper) == ("miễn: Người thuộc hộ nghèo", PAPER)
    assert (line.name, line.kind, line.confirmed_by) == (LINE.name, LINE.kind, LINE.confirmed_by)


@given(st.integers(1, 10**9), st.integers(1, 100), st.integers(1, 100))
def test_what_falls_away_is_counted_from_the_full_amount_however_often(amount: int, first: int, second: int) -> None:
    line = replace(LINE, amount_vnd=amount)
    twice = reduce(reduce(line, replace(POOR, percent=first), PAPER), replace(NEAR_POOR, percent=second), PAPER)
    assert twice == reduce(line, replace(NEAR_POOR, percent=second), PAPER)
    assert 0 <= twice.amount_vnd < amount == twice.full_vnd
    taken_off = amount - twice.amount_vnd
    assert amount * second <= taken_off * 100 < amount * second + 100
    assert restore(twice) == line


@pytest.mark.parametrize("paper", ["", "   ", "\u200b"])
def test_without_a_paper_nothing_falls_away(paper: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        reduce(LINE, POOR, paper)
    assert refused.value.field == "reduction_paper"


def test_an_amount_nobody_has_written_cannot_be_reduced() -> None:
    with pytest.raises(InvalidInput) as refused:
        reduce(replace(LINE, amount_vnd=0), POOR, PAPER)
    assert refused.value.field == "amount"


def test_the_paper_is_kept_in_one_spelling() -> None:
    assert reduce(LINE, POOR, "Gia\u0302\u0301y  hộ nghèo ").reduction_paper == "Giấy hộ nghèo"


def test_the_tariff_shows_the_full_amount_beside_the_reduced_one() -> None:
    assert say_fee(reduce(LINE, NEAR_POOR, PAPER)) == ("7.500 ₫ (mức đủ 15.000 ₫; giảm 50%: Người thuộc hộ cận nghèo)")
    assert say_fee(reduce(LINE, POOR, PAPER)) == "0 ₫ (mức đủ 15.000 ₫; miễn: Người thuộc hộ nghèo)"
    assert say_fee(LINE) == say_fee(restore(LINE)) == "15.000 ₫"


def test_the_laws_groups_are_offered_until_a_tariff_names_its_own() -> None:
    own = FeeRule(name="Lệ phí hộ tịch", exemptions=(NEAR_POOR,))
    assert offered(own) == (NEAR_POOR,)
    assert offered(FeeRule(name="Phí")) == general_exemptions()


def test_the_shipped_groups_are_sound_and_say_that_nobody_has_verified_them() -> None:
    """Domain 6.5 names seven groups."""
    groups = general_exemptions()
    assert len({group.slug for group in groups}) == len(groups) == 7
    assert all(group.is_sound and group.source and not group.verified for group in groups)
    assert {group.percent for group in groups} == {50, 100}


def test_an_imported_tariff_keeps_its_groups_and_one_that_makes_no_sense_is_refused() -> None:
    def file(exemption: Exemption) -> bytes:
        rule = FeeRule(name="Lệ phí hộ tịch", kind=FeeKind.CHARGE, exemptions=(exemption,))
        procedure = Procedure(
            code="1.001193", name="Đăng ký khai sinh", sector="Hộ tịch", fees=(rule,), source="Nghị quyết",
            checked_on=date(2026, 1, 5),
        )  # fmt: skip
        return export_json(Catalogue((procedure,), 1))

    (procedure,) = import_json(file(NEAR_POOR), date(2026, 2, 5))[0].procedures
    assert procedure.fees[0].exemptions == (NEAR_POOR,)
    for wrong in (
        replace(POOR, percent=0),
        replace(POOR, percent=101),
        replace(POOR, words=" "),
        replace(POOR, paper=""),
    ):
        with pytest.raises(InvalidInput, match=r"1\.001193"):
            import_json(file(wrong), date(2026, 2, 5))
