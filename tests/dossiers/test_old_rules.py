"""The catalogue's time machine: dossiers taken under rules that were not the law, and what the law says instead."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from dossiers.catalogue import Catalogue, load_builtin
from dossiers.catalogue_import.merge import merge
from dossiers.catalogue_import.read import Imported
from dossiers.deadlines import vietnam_calendar
from dossiers.dossier import Dossier, PaperLine
from dossiers.fees import fee_lines
from dossiers.office import ORDINARY_HOURS
from dossiers.old_rules import OldRules, find_old_rules, say
from dossiers.procedure import Case, Duration, FeeBasis, FeeRule, PaperRule, Procedure, TimeUnit
from dossiers.receive import receive
from dossiers.status import Status
from dossiers.store.desk import Desk
from tests.store.homes import CERTIFIED_COPY, HandClock, intake

CALENDAR = vietnam_calendar(ORDINARY_HOURS)
NEW_LAW_ON = date(2026, 11, 16)
"""Monday a week before the dossiers of these tests; the desk heard of it after them."""


def found(dossier: Dossier, catalogue: Catalogue) -> OldRules | None:
    """What is said of one dossier, if anything."""
    return next(iter(find_old_rules([dossier], catalogue, CALENDAR)), None)


def learned(on: date = NEW_LAW_ON, /, **changes: Any) -> Catalogue:
    """The catalogue after the desk learned that certified copies changed on a day."""
    held = load_builtin().get(CERTIFIED_COPY, on)
    law = replace(held, **changes)
    return merge(load_builtin(), Imported(procedures=(law,), remarks=()), on)


def test_a_dossier_under_the_law_of_its_day_is_none_of_ours(dossier: Dossier) -> None:
    assert found(dossier, load_builtin()) is None
    assert found(dossier, learned(date(2026, 11, 24), result="Khác")) is None


def test_a_later_appointment_is_said_with_both_instants(dossier: Dossier) -> None:
    longer = Duration(amount=2, unit=TimeUnit.WORKING_DAY, verified=True)
    old = found(dossier, learned(duration=longer))
    assert old is not None
    assert old.appointment is not None
    assert old.appointment.due_at == datetime(2026, 11, 26, 1, tzinfo=UTC)
    assert (old.matters, old.may_reissue, old.fees, old.version) == (True, True, None, 1)
    assert say(old) == ("Hẹn trả: đã ghi 17:00 23/11/2026, theo quy định mới 08:00 26/11/2026.",)


def test_another_tariff_is_counted_on_the_papers_of_the_dossier(desk: Desk) -> None:
    tariff = load_builtin().get(CERTIFIED_COPY, NEW_LAW_ON)
    ordinary = intake()
    dossier = desk.do(receive, replace(ordinary, fees=fee_lines(tariff, ordinary.papers)))
    (fee,) = tariff.fees
    old = found(dossier, learned(fees=(replace(fee, amount_vnd=3000),)))
    assert old is not None
    assert old.fees is not None
    assert [each.amount_vnd for each in old.fees] == [18_000]
    assert say(old) == ("Phí, lệ phí: đã tính 12.000 ₫, theo quy định mới 18.000 ₫.",)
    typed = found(dossier, learned(fees=(FeeRule(name="Phí", basis=FeeBasis.PROVINCE, note="do tỉnh"),)))
    assert typed is not None
    assert (typed.fees, typed.changes[0].field) == (None, "fees")


def test_papers_wanted_and_spared_are_named_unless_they_lie_there_already(dossier: Dossier) -> None:
    papers = (
        PaperRule(name="Bản sao cần chứng thực", originals=0, copies=1), PaperRule(name="Giấy ủy quyền"),
        PaperRule(name="Bằng tốt nghiệp"), PaperRule(name="Ảnh", required=False),
    )  # fmt: skip
    old = found(dossier, learned(papers=papers))
    assert old is not None
    assert [line.name for line in dossier.papers] == ["Bằng tốt nghiệp"]
    assert say(old) == (
        "Cần thêm: Giấy ủy quyền (1 bản chính).",
        "Không còn cần: Bản chính giấy tờ, văn bản (1 bản chính, chỉ xuất trình).",
    )


def test_a_paper_of_another_case_is_neither_wanted_nor_spared(dossier: Dossier) -> None:
    held = load_builtin().get(CERTIFIED_COPY, NEW_LAW_ON).papers
    cases = (Case(name="Một", papers=(held[0], PaperRule(name="Giấy A"))), Case(name="Hai", papers=held))
    old = found(dossier, learned(papers=cases[0].papers, cases=cases))
    assert old is not None
    assert (old.papers_wanted, old.papers_spared, old.matters) == ((), (), False)
    assert say(old) == ("Hẹn trả, phí và giấy tờ không khác: giữ phiếu đã cấp.",)


def gone(replaced_by: str = "") -> Procedure:
    """The law that ended certified copies under their code."""
    held = load_builtin().get(CERTIFIED_COPY, NEW_LAW_ON)
    return replace(held, effective_to=NEW_LAW_ON, replaced_by=replaced_by)


def test_a_repealed_procedure_leaves_only_keeping(dossier: Dossier) -> None:
    catalogue = merge(load_builtin(), Imported(procedures=(gone(),), remarks=()), NEW_LAW_ON)
    old = found(dossier, catalogue)
    assert old is not None
    assert (old.law, old.may_reissue) == (None, False)
    assert "bãi bỏ" in say(old)[0]


def test_a_replaced_code_is_compared_with_its_successor(dossier: Dossier) -> None:
    successor = replace(gone(), code="2.999999", effective_to=None, name="Chứng thực bản sao (mới)")
    laws = Imported(procedures=(gone("2.999999"), successor), remarks=())
    old = found(dossier, merge(load_builtin(), laws, NEW_LAW_ON))
    assert old is not None
    assert old.law is not None
    assert old.law.code == "2.999999"
    assert say(old) == ("Thủ tục đã được thay bằng 2.999999 Chứng thực bản sao (mới).",)


def test_the_day_is_the_vietnamese_one(desk: Desk, clock: HandClock) -> None:
    clock.now = datetime(2026, 11, 23, 18, tzinfo=UTC)
    at_night = desk.do(receive, intake())
    assert found(at_night, learned(date(2026, 11, 24), result="Khác")) is not None


@pytest.mark.parametrize("status", [Status.RETURNED, Status.VOIDED, Status.REFUSED, Status.WITHDRAWN])
def test_what_is_over_is_left_alone(dossier: Dossier, status: Status) -> None:
    assert found(replace(dossier, status=status), learned(result="Khác")) is None


def test_a_version_this_catalogue_never_had_is_compared_by_what_the_dossier_holds(dossier: Dossier) -> None:
    stray = replace(dossier, procedure_version=7, papers=(PaperLine(name="Bản chính giấy tờ, văn bản"),))
    old = found(stray, load_builtin())
    assert old is not None
    assert old.changes == ()
    assert old.papers_wanted == ("Bản sao cần chứng thực (1 bản sao)",)
    assert old.appointment is not None
    assert not old.due_differs
