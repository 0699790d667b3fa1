"""Laying an import over the catalogue: new versions beside old ones, nothing lost, and every change said."""

from dataclasses import fields, replace
from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossiers.catalogue import Catalogue, export_json, import_json, load_builtin
from dossiers.catalogue_diff import Change, ChangeKind, compare, differences, missing
from dossiers.catalogue_import.merge import merge
from dossiers.catalogue_import.read import Imported, read_catalogue
from dossiers.procedure import (
    Case,
    Detail,
    Duration,
    Extension,
    FeeBasis,
    FeeKind,
    FeeRule,
    PaperRule,
    Procedure,
    TimeUnit,
)
from tests.dossiers.test_catalogue_import import SHAPES, taken

TODAY = date(2026, 11, 23)
BUILTIN = load_builtin()
COPIES, BIRTH = "2.000815", "1.001193"

LAW = {
    "name", "sector", "duration", "online_duration", "second_duration", "appointment", "fees", "papers", "cases",
    "result", "certification",
}  # fmt: skip
NOT_LAW = {
    "code", "version", "effective_from", "effective_to", "replaced_by", "detail", "aliases", "source", "checked_on",
    "code_verified",
}  # fmt: skip


def listed(code: str = "1.000001", **changes: Any) -> Procedure:
    """A procedure of an invented catalogue."""
    plain = Procedure(
        code=code, name="Thủ tục thử", sector="Hộ tịch", source="QĐ 1/QĐ-UBND", checked_on=TODAY,
        duration=Duration(amount=3, unit=TimeUnit.WORKING_DAY, verified=True), papers=(PaperRule(name="Tờ khai"),),
        detail=Detail.FULL,
    )  # fmt: skip
    return replace(plain, **changes)


def foreign(*procedures: Procedure) -> Imported:
    """An import whose records do not say since when they hold."""
    return Imported(procedures=procedures, remarks=())


def one(*procedures: Procedure) -> Catalogue:
    return Catalogue(procedures, 1)


def spans(catalogue: Catalogue, code: str = "1.000001") -> list[tuple[int, date, date | None]]:
    return [(each.version, each.effective_from, each.effective_to) for each in catalogue.versions(code)]


# Versions


def test_a_changed_procedure_gets_a_version_of_its_own_and_the_old_one_stays() -> None:
    start = date(2027, 1, 1)
    after = merge(one(listed()), foreign(listed(result="Giấy mới")), start)
    assert after.version == 2
    assert spans(after) == [(1, date(2025, 7, 1), start), (2, start, None)]
    assert after.get("1.000001", date(2026, 12, 31)).result == ""
    assert after.get("1.000001", start).result == "Giấy mới"


def test_the_same_law_checked_again_is_the_same_version_with_a_later_check() -> None:
    held = listed(checked_on=date(2026, 9, 1))
    after = merge(one(held), foreign(listed(source="QĐ 2/QĐ-UBND", aliases=("thử",))), TODAY)
    assert after.procedures == (replace(held, source="QĐ 2/QĐ-UBND", checked_on=TODAY, aliases=("thử",)),)
    assert compare(one(held), after) == ()
    older = merge(one(listed()), foreign(listed(source="QĐ 0", checked_on=date(2026, 1, 1))), TODAY)
    assert older.procedures == (listed(),)


def test_two_corrections_on_one_day_keep_all_three_versions() -> None:
    first = merge(one(listed()), foreign(listed(result="A")), TODAY)
    second = merge(first, foreign(listed(result="B")), TODAY)
    assert spans(second) == [(1, date(2025, 7, 1), TODAY), (2, TODAY, TODAY), (3, TODAY, None)]
    assert second.get("1.000001", TODAY).result == "B"
    assert import_json(export_json(second), TODAY)[0] == second


def test_rules_that_reach_back_hold_until_the_next_known_ones() -> None:
    later = merge(one(listed()), foreign(listed(result="tháng mười")), date(2026, 10, 1))
    back = merge(later, foreign(listed(result="tháng chín")), date(2026, 9, 1))
    assert back.get("1.000001", date(2026, 9, 15)).result == "tháng chín"
    assert back.get("1.000001", date(2026, 10, 1)).result == "tháng mười"
    assert import_json(export_json(back), TODAY)[0] == back


def test_a_replaced_code_names_its_successor_and_keeps_its_past() -> None:
    gone = listed(replaced_by="1.000002", effective_from=date(2018, 7, 1), effective_to=TODAY, source="QĐ 8/QĐ-UBND")
    before = one(listed())
    after = merge(before, foreign(gone, listed("1.000002")), TODAY)
    assert after.find("1.000001", TODAY) is None
    assert after.get("1.000001", TODAY - timedelta(days=1)).replaced_by == "1.000002"
    assert after.versions("1.000001")[0].source == "QĐ 1/QĐ-UBND; QĐ 8/QĐ-UBND"
    assert [(change.code, change.kind, change.replaced_by) for change in compare(before, after)] == [
        ("1.000001", ChangeKind.REPLACED, "1.000002"), ("1.000002", ChangeKind.ADDED, ""),
    ]  # fmt: skip
    known = merge(one(), foreign(gone), TODAY)
    assert known.all(TODAY) == []
    assert known.versions("1.000001")[0].replaced_by == "1.000002"


def test_what_a_complete_import_leaves_out_is_named_and_stays() -> None:
    before = one(listed(), listed("1.000002"))
    imported = foreign(listed("1.000002", name="Tên khác"))
    assert [each.code for each in missing(before, imported.procedures, TODAY)] == ["1.000001"]
    assert merge(before, imported, TODAY).find("1.000001", TODAY) == listed()


# What a foreign record may overrule


def test_a_list_of_names_erases_no_details() -> None:
    name = BUILTIN.get(COPIES, TODAY).name
    bare = Procedure(code=COPIES, name=name, sector="Chứng thực", source="QĐ", checked_on=TODAY)
    kept = merge(BUILTIN, foreign(bare), TODAY).get(COPIES, TODAY)
    assert (kept.papers, kept.fees, kept.detail) == (
        BUILTIN.get(COPIES, TODAY).papers, BUILTIN.get(COPIES, TODAY).fees, Detail.FULL,
    )  # fmt: skip


def test_the_page_tariff_of_certified_copies_survives_the_same_sums_in_words() -> None:
    after = merge(BUILTIN, taken("lay_thu_tuc"), TODAY).get(COPIES, TODAY)
    held = BUILTIN.get(COPIES, TODAY)
    assert (after.fees, after.duration, after.certification) == (held.fees, held.duration, True)


def test_other_sums_in_words_are_left_to_the_clerk() -> None:
    dearer = FeeRule(name="Phí", basis=FeeBasis.PROVINCE, note="3.000 đồng/trang, tối đa 300.000 đồng/bản")
    law = replace(BUILTIN.get(COPIES, TODAY), fees=(dearer,))
    assert merge(BUILTIN, foreign(law), TODAY).get(COPIES, TODAY).fees == (dearer,)


def test_an_unverified_time_becomes_verified_but_never_the_other_way() -> None:
    unsure = Duration(amount=3, unit=TimeUnit.WORKING_DAY)
    assert merge(one(listed()), foreign(listed(duration=unsure)), TODAY) == one(listed())
    surer = merge(one(listed(duration=unsure)), foreign(listed()), TODAY)
    assert surer.get("1.000001", TODAY).duration == listed().duration


# The difference in words


def test_every_change_is_said_as_a_clerk_says_it() -> None:
    old = listed(fees=(FeeRule(name="Lệ phí", kind=FeeKind.CHARGE, amount_vnd=8000, verified=True),))
    new = listed(
        duration=Duration(amount=0, unit=TimeUnit.SAME_DAY, after=time(15), verified=True),
        fees=(FeeRule(name="Lệ phí", kind=FeeKind.CHARGE, amount_vnd=10_000),),
        papers=(PaperRule(name="Căn cước", shown_only=True),),
    )  # fmt: skip
    assert [(each.label, each.old, each.new) for each in differences(old, new)] == [
        ("Thời hạn giải quyết", "3 ngày làm việc", "trong ngày; nhận từ 15:00 trả ngày làm việc tiếp theo"),
        ("Phí, lệ phí", "Lệ phí (lệ phí): 8.000 ₫ mỗi hồ sơ", "Lệ phí (lệ phí): 10.000 ₫ mỗi hồ sơ; chưa xác minh"),
        ("Giấy tờ", "Tờ khai (1 bản chính)", ""),
        ("Giấy tờ", "", "Căn cước (1 bản chính, chỉ xuất trình)"),
    ]


def test_a_repealed_procedure_is_said_to_be_so() -> None:
    before = one(listed())
    after = merge(before, foreign(listed(effective_to=TODAY)), TODAY)
    assert compare(before, after) == (
        Change(code="1.000001", name="Thủ tục thử", kind=ChangeKind.REPEALED, from_on=TODAY),
    )


def test_only_the_order_of_papers_is_a_difference_too() -> None:
    papers = (PaperRule(name="Một"), PaperRule(name="Hai"))
    (change,) = differences(listed(papers=papers), listed(papers=papers[::-1]))
    assert (change.old, change.new) == ("Một (1 bản chính); Hai (1 bản chính)", "Hai (1 bản chính); Một (1 bản chính)")


def test_every_field_of_a_procedure_is_law_or_known_not_to_be() -> None:
    assert {each.name for each in fields(Procedure)} == LAW | NOT_LAW


# Properties

_words = st.sampled_from(["", "Một", "Hai ba", "Chứng thực bản sao", "có xác minh"])
_name = st.sampled_from(["Tờ khai", "Đơn", "Căn cước", "Giấy chứng sinh"])
_units = st.sampled_from([TimeUnit.HOUR, TimeUnit.WORKING_DAY, TimeUnit.CALENDAR_DAY, TimeUnit.MONTH])
_extension = st.builds(Extension, amount=st.integers(1, 30), reason=_name, total=st.booleans(), verified=st.booleans())
_duration = st.none() | st.builds(
    Duration, amount=st.integers(1, 60), unit=_units, verified=st.booleans(), note=_words,
    extension=st.none() | _extension,
) | st.builds(
    Duration, amount=st.just(0), unit=st.just(TimeUnit.SAME_DAY), after=st.none() | st.just(time(15)),
    verified=st.booleans(),
)  # fmt: skip
_fee = st.builds(
    FeeRule, name=_name, kind=st.sampled_from(FeeKind), amount_vnd=st.integers(0, 10**6), verified=st.booleans(),
    basis=st.sampled_from([FeeBasis.PER_DOSSIER, FeeBasis.PER_COPY]), note=_words,
)  # fmt: skip
_paper = st.builds(
    PaperRule, name=_name, originals=st.integers(0, 3), copies=st.integers(0, 3), required=st.booleans(),
    shown_only=st.booleans(), note=_words,
)  # fmt: skip
_papers = st.lists(_paper, max_size=3).map(tuple)
_law = {
    "name": _name, "sector": st.sampled_from(["Hộ tịch", "Đất đai"]), "duration": _duration,
    "online_duration": _duration, "second_duration": _duration, "appointment": st.booleans(),
    "fees": st.lists(_fee, max_size=2).map(tuple), "papers": _papers,
    "cases": st.lists(st.builds(Case, name=_name, papers=_papers), max_size=2).map(tuple), "result": _words,
    "certification": st.booleans(),
}  # fmt: skip
_codes = st.sampled_from(["1.000001", "1.000002", "2.000815"])


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    """Some procedures, each with one version or two in a row, some of them ended."""
    made: list[Procedure] = []
    for code in draw(st.lists(_codes, unique=True)):
        days = sorted(draw(st.sets(st.dates(date(2025, 1, 1), date(2027, 12, 31)), min_size=1, max_size=3)))
        for number, (start, end) in enumerate(zip(days, [*days[1:], None], strict=True), start=1):
            law = draw(st.fixed_dictionaries(_law))
            last = draw(st.booleans()) and number == len(days)
            until = start + timedelta(days=40) if last else end
            made.append(listed(code, version=number, effective_from=start, effective_to=until, **law))
    return Catalogue(tuple(made), draw(st.integers(1, 9)))


def dated(catalogue: Catalogue) -> Imported:
    """A catalogue exported and read back."""
    return read_catalogue(export_json(catalogue), TODAY, "tệp thử")


def in_force_imports(catalogue: Catalogue) -> Imported:
    """What a foreign file would say of the last version of everything."""
    last = {each.code: replace(each, effective_to=None) for each in catalogue.procedures}
    return foreign(*last.values())


@given(catalogues())
def test_what_goes_out_comes_back_the_same(catalogue: Catalogue) -> None:
    read = dated(catalogue)
    assert read.procedures == catalogue.procedures
    assert merge(catalogue, read, TODAY) is catalogue


@given(catalogues())
def test_nothing_differs_from_itself(catalogue: Catalogue) -> None:
    assert compare(catalogue, catalogue) == ()


_days = st.dates(date(2024, 1, 1), date(2028, 12, 31))


@settings(deadline=None)
@given(catalogues(), catalogues(), _days, st.booleans())
def test_merging_twice_is_merging_once_and_loses_no_version(
    current: Catalogue, other: Catalogue, day: date, foreign_file: bool
) -> None:
    imported = in_force_imports(other) if foreign_file else dated(other)
    after = merge(current, imported, day)
    assert merge(after, imported, day) is after
    assert import_json(export_json(after), TODAY)[0] == after
    for each in current.procedures:
        kept = after.find_version(each.code, each.version)
        assert kept is not None
        assert differences(each, kept) == ()


@settings(deadline=None)
@given(catalogues(), catalogues(), _days)
def test_a_foreign_file_is_the_law_of_its_day(current: Catalogue, other: Catalogue, day: date) -> None:
    imported = in_force_imports(other)
    after = merge(current, imported, day)
    for each in imported.procedures:
        assert after.get(each.code, day).name == each.name


@settings(deadline=None)
@given(st.fixed_dictionaries(_law), st.fixed_dictionaries(_law))
def test_every_changed_field_is_named(old: dict[str, Any], new: dict[str, Any]) -> None:
    changed = {field for field in LAW if old[field] != new[field]}
    assert {each.field for each in differences(replace(listed(), **old), replace(listed(), **new))} == changed


@settings(deadline=None)
@given(catalogues(), catalogues(), _days)
def test_a_merge_that_changes_the_law_is_never_silent(current: Catalogue, other: Catalogue, day: date) -> None:
    after = merge(current, in_force_imports(other), day)
    said = {change.code for change in compare(current, after)}
    grown = {code for code in after.codes if len(after.versions(code)) != len(current.versions(code))}
    assert grown == said


@pytest.mark.parametrize("shape", SHAPES)
def test_each_shape_merges_once_and_is_kept_by_the_desk(shape: str) -> None:
    imported = taken(shape)
    after = merge(BUILTIN, imported, TODAY)
    assert merge(after, imported, TODAY) is after
    assert import_json(export_json(after), TODAY)[0] == after
    assert compare(BUILTIN, after)
