"""Issuing again under the law of the day of reception: what it moves, what it leaves, and that it cures nothing."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from dossiers.catalogue import load_builtin
from dossiers.catalogue_import.merge import merge
from dossiers.catalogue_import.read import Imported
from dossiers.dossier import Dossier, DueCause
from dossiers.errors import Impossible, InvalidInput
from dossiers.fees import fee_lines
from dossiers.old_rules import OldRules, find_old_rules
from dossiers.people import Clerk, Role
from dossiers.procedure import Duration, Exemption, PaperRule, TimeUnit
from dossiers.receive import receive
from dossiers.reductions import reduce
from dossiers.reissue import reissue
from dossiers.result_ready import make_result_ready
from dossiers.standing import is_overdue, outcome
from dossiers.status import Status
from dossiers.store.desk import Desk
from dossiers.supplement import receive_supplement, request_supplement
from tests.dossiers.deeds import DIPLOMA, take
from tests.store.homes import CERTIFIED_COPY, HandClock, intake

NEW_LAW_ON = date(2026, 11, 16)
TWO_DAYS = Duration(amount=2, unit=TimeUnit.WORKING_DAY, verified=True)
POOR = Exemption(slug="poor", words="Người thuộc hộ nghèo", paper="Sổ hộ nghèo", percent=50)


def learn(desk: Desk, dossier: Dossier, **changes: Any) -> OldRules:
    """The desk learns that certified copies had changed a week before; what it then says of the dossier."""
    law = replace(load_builtin().get(CERTIFIED_COPY, NEW_LAW_ON), effective_from=NEW_LAW_ON, version=2, **changes)
    imported = Imported(procedures=(law,), remarks=(), dated=True)
    desk.set_catalogue(merge(desk.catalogue, imported, NEW_LAW_ON))
    (old,) = find_old_rules([desk.register.get(dossier.id)], desk.catalogue, desk.calendar)
    return old


def test_date_and_version_are_the_laws_and_the_first_promise_stays(desk: Desk, dossier: Dossier) -> None:
    """Monday 8:00 and two working days, Tuesday being a holiday."""
    after = desk.do(reissue, dossier.id, learn(desk, dossier, duration=TWO_DAYS))
    due_at = datetime(2026, 11, 26, 1, tzinfo=UTC)
    assert (after.appointment.due_at, after.original_due_at) == (due_at, dossier.original_due_at)
    assert (after.procedure_version, after.appointment.legal_time) == (2, "2 ngày làm việc")
    (change,) = after.due_changes
    assert (change.cause, change.before, change.after) == (DueCause.LAW, dossier.appointment.due_at, due_at)
    assert find_old_rules([after], desk.catalogue, desk.calendar) == ()


def test_what_is_late_keeps_its_date_and_stays_late(desk: Desk, dossier: Dossier, clock: HandClock) -> None:
    old = learn(desk, dossier, duration=TWO_DAYS)
    clock.forward(hours=12)
    after = desk.do(reissue, dossier.id, old)
    assert (after.appointment, after.procedure_version) == (dossier.appointment, 2)
    assert is_overdue(after, clock.now)
    assert outcome(desk.do(make_result_ready, dossier.id)) == "late"


def test_every_pause_is_counted_again(desk: Desk, dossier: Dossier, clock: HandClock) -> None:
    desk.do(request_supplement, dossier.id, (DIPLOMA,), "thiếu")
    clock.forward(hours=48)
    desk.do(receive_supplement, dossier.id)
    after = desk.do(reissue, dossier.id, learn(desk, dossier, duration=TWO_DAYS))
    assert after.appointment.due_at == datetime(2026, 11, 27, 1, tzinfo=UTC)


def test_fees_follow_the_tariff_with_the_reduction_that_was_granted(desk: Desk) -> None:
    tariff = load_builtin().get(CERTIFIED_COPY, NEW_LAW_ON)
    (rule,) = tariff.fees
    (line,) = fee_lines(tariff, intake().papers)
    dossier = desk.do(receive, replace(intake(), fees=(reduce(line, POOR, "Sổ hộ nghèo số 12"),)))
    old = learn(desk, dossier, fees=(replace(rule, amount_vnd=3000, exemptions=(POOR,), verified=False),))
    (fee,) = desk.do(reissue, dossier.id, old).fees
    assert (fee.amount_vnd, fee.full_vnd, fee.reduction_paper) == (9_000, 18_000, "Sổ hộ nghèo số 12")
    assert fee.confirmed_by == desk.clerk.name


def test_money_that_was_taken_stays_as_it_was(desk: Desk) -> None:
    tariff = load_builtin().get(CERTIFIED_COPY, NEW_LAW_ON)
    (rule,) = tariff.fees
    dossier = desk.do(receive, replace(intake(), fees=fee_lines(tariff, intake().papers)))
    take(desk, dossier)
    after = desk.do(reissue, dossier.id, learn(desk, dossier, fees=(replace(rule, amount_vnd=3000),)))
    assert after.fees == dossier.fees


def test_new_papers_are_asked_for_and_old_ones_kept(desk: Desk, dossier: Dossier) -> None:
    wanted = PaperRule(name="Giấy ủy quyền", originals=1, copies=2)
    after = desk.do(reissue, dossier.id, learn(desk, dossier, papers=(wanted,)))
    assert [(line.name, line.originals, line.photocopies) for line in after.papers] == [
        ("Bằng tốt nghiệp", 1, 0), ("Giấy ủy quyền", 1, 2),
    ]  # fmt: skip


def test_a_promise_stands_where_the_law_counts_no_date(desk: Desk, dossier: Dossier) -> None:
    unstated = Duration(amount=0, unit=TimeUnit.UNSTATED)
    after = desk.do(reissue, dossier.id, learn(desk, dossier, duration=unstated))
    assert (after.appointment, after.due_changes) == (dossier.appointment, ())


def test_what_was_repealed_can_only_be_kept(desk: Desk, dossier: Dossier) -> None:
    old = replace(learn(desk, dossier, duration=TWO_DAYS), law=None)
    with pytest.raises(Impossible, match="chỉ có thể giữ"):
        desk.do(reissue, dossier.id, old)


def test_a_list_grown_old_writes_nothing(desk: Desk, dossier: Dossier) -> None:
    old = learn(desk, dossier, duration=TWO_DAYS)
    learn(desk, dossier, duration=replace(TWO_DAYS, amount=4))
    with pytest.raises(InvalidInput, match="Mở lại danh sách"):
        desk.do(reissue, dossier.id, old)
    assert desk.register.get(dossier.id) == dossier


def test_twice_is_refused_and_so_is_a_dossier_with_a_result_and_a_leader(desk: Desk, dossier: Dossier) -> None:
    old = learn(desk, dossier, duration=TWO_DAYS)
    chief = desk.clerk
    desk.clerk = Clerk(name="Phạm Thị Lan", role=Role.LEADER)
    with pytest.raises(Impossible, match="chỉ xem"):
        desk.do(reissue, dossier.id, old)
    desk.clerk = chief
    desk.do(reissue, dossier.id, old)
    with pytest.raises(InvalidInput, match="Mở lại danh sách"):
        desk.do(reissue, dossier.id, old)
    assert desk.do(make_result_ready, dossier.id).status is Status.RESULT_READY
    with pytest.raises(Impossible, match="Có kết quả"):
        desk.do(reissue, dossier.id, old)
