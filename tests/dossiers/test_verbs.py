"""Every verb of the office through a real desk: what it does, what it refuses, and that nothing is ever lost."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import msgspec
import pytest

from dossiers import fold
from dossiers.attach_scans import ScansAttached, attach_scans
from dossiers.carry_over import carry_over
from dossiers.catalogue import load_builtin
from dossiers.correct import correct_owner
from dossiers.deadlines import after_pause
from dossiers.dossier import Appointment, Dossier, FeeLine, PaperCheck, PaperLine, Receiver
from dossiers.errors import Impossible, InvalidInput, NotFound
from dossiers.journal import Op, decode
from dossiers.people import Clerk, Person, Role
from dossiers.print_form import confirm_print
from dossiers.procedure import Procedure
from dossiers.receive import Intake, receive
from dossiers.result_ready import make_result_ready
from dossiers.return_result import Returned, return_result
from dossiers.standing import is_overdue, standing
from dossiers.status import Status
from dossiers.store.desk import Desk
from dossiers.store.register import Query
from dossiers.supplement import receive_supplement, request_supplement
from dossiers.void import UNDO_REASON, void
from tests.dossiers.deeds import ACTS, CASE, DIPLOMA, OF_THE_OFFICE, TO_OWNER, a_scan
from tests.store.homes import CHIEF, OFFICE, HandClock, intake


def op(dossier: Dossier, kind: str, body: object, at: datetime) -> Op:
    """A deed as a line brings it, by whatever desk it was done."""
    return Op(kind=kind, dossier_id=dossier.id, at=at, actor=CHIEF.name, body=msgspec.json.encode(body))


# Receiving.


def test_what_was_filled_in_is_what_stands_in_the_register(desk: Desk, clock: HandClock) -> None:
    asked = replace(intake(name="  Nguyễn  Thị Hồng\u200b Nhung ", id_number="036 199 001 234"), summary=" ba bản ")
    dossier = desk.do(receive, asked)
    assert (dossier.owner.name, dossier.owner.id_number) == ("Nguyễn Thị Hồng Nhung", "036199001234")
    assert (dossier.summary, dossier.return_place) == ("ba bản", OFFICE.reception)
    assert (dossier.status, dossier.received_at, dossier.received_by) == (Status.RECEIVED, clock.now, CHIEF.name)
    assert dossier.original_due_at == dossier.appointment.due_at
    assert desk.register.get(dossier.id) == dossier


def test_receiving_one_draft_again_takes_no_second_number(desk: Desk) -> None:
    draft = uuid4()
    assert desk.do(receive, intake(), draft) == desk.do(receive, intake(name="Ai Khác"), draft)
    assert desk.do(receive, intake()).code.endswith("-0002")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"owner": Person(name=" ")}, "owner.name"),
        ({"owner": Person(name="Thử", id_number="03619900123")}, "owner.id_number"),
        ({"filer": Person(name="")}, "filer.name"),
        ({"sets": 0}, "sets"),
        ({"sets": 100}, "sets"),
        ({"papers": (DIPLOMA,)}, "papers"),
    ],
)
def test_an_intake_nobody_could_print_is_refused_by_its_field(
    desk: Desk, changes: dict[str, object], field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        desk.do(receive, replace(intake(), **changes))  # type: ignore[arg-type]
    assert refused.value.field == field
    assert desk.journal.count() == 0
    assert desk.do(receive, intake()).code.endswith("-0001")


def test_missing_papers_come_in_only_on_condition(desk: Desk, clock: HandClock) -> None:
    dossier = desk.do(receive, replace(intake(), papers=(DIPLOMA,), conditional=True))
    assert dossier.conditional
    assert standing(dossier, clock.now - timedelta(days=1), None).modifier == "Có điều kiện"


def test_a_procedure_nobody_has_is_refused(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.do(receive, replace(intake(), procedure_code="9.999999"))


def unverified(unsure: Callable[[Procedure], bool]) -> Procedure:
    """A procedure of the catalogue that no official source vouches for in some way."""
    return next(each for each in load_builtin().all(datetime(2026, 11, 23, tzinfo=UTC).date()) if unsure(each))


def test_an_unverified_time_is_promised_in_a_clerks_name_only(desk: Desk, clock: HandClock) -> None:
    procedure = unverified(lambda each: each.duration is None or not each.duration.verified)
    due_at = clock.now + timedelta(days=4)
    plain = replace(intake(), procedure_code=procedure.code, appointment=Appointment(due_at=due_at))
    with pytest.raises(InvalidInput) as refused:
        desk.do(receive, plain)
    assert refused.value.field == "appointment"
    named = replace(plain, appointment=Appointment(due_at=due_at, confirmed_by=CHIEF.name))
    assert desk.do(receive, named).appointment.confirmed_by == CHIEF.name
    unpromised = desk.do(receive, replace(plain, appointment=Appointment(due_at=None)))
    assert unpromised.appointment.due_at is None


def test_an_unverified_fee_is_taken_in_a_clerks_name_only(desk: Desk) -> None:
    procedure = unverified(lambda each: any(not rule.verified for rule in each.fees))
    rule = next(rule for rule in procedure.fees if not rule.verified)
    fee = FeeLine(name=rule.name, kind=rule.kind, amount_vnd=8000)
    plain = replace(intake(), procedure_code=procedure.code, fees=(fee,))
    with pytest.raises(InvalidInput) as refused:
        desk.do(receive, plain)
    assert refused.value.field == "fees"
    named = desk.do(receive, replace(plain, fees=(replace(fee, confirmed_by=CHIEF.name),)))
    assert named.fee_total_vnd == 8000
    assert desk.do(receive, replace(plain, fees=(replace(fee, amount_vnd=0),))).fee_total_vnd == 0


# Supplements.


def test_the_clock_stands_still_while_the_citizen_is_asked(desk: Desk, dossier: Dossier, clock: HandClock) -> None:
    """Asked on the 23rd at 9:00, answered on the 25th at 9:00, a holiday between: eight working hours are added."""
    clock.forward(hours=1)
    waiting = desk.do(request_supplement, dossier.id, (DIPLOMA,), " Bản chính mờ ")
    asked = waiting.supplements[-1]
    assert (waiting.status, asked.reason, asked.requested_at) == (Status.AWAITING_SUPPLEMENT, "Bản chính mờ", clock.now)
    clock.forward(days=2)
    assert not is_overdue(waiting, clock.now)
    fresh = after_pause(waiting.appointment, asked.requested_at, clock.now, desk.calendar)
    back = desk.do(receive_supplement, dossier.id)
    assert back.appointment == fresh
    assert back.appointment.due_at == datetime(2026, 11, 25, 10, tzinfo=UTC)
    assert "cộng thêm 8 giờ 00 phút" in back.appointment.reasons[-1]
    assert back.original_due_at == dossier.appointment.due_at
    assert (back.status, back.supplements[-1].received_at) == (Status.RECEIVED, clock.now)


def test_answered_papers_are_in_order_and_the_condition_falls(desk: Desk) -> None:
    taken = desk.do(receive, replace(intake(), papers=(DIPLOMA,), conditional=True))
    desk.do(request_supplement, taken.id, (DIPLOMA,), "Thiếu bản chính")
    back = desk.do(receive_supplement, taken.id)
    assert [paper.check for paper in back.papers] == [PaperCheck.OK]
    assert not back.conditional


@pytest.mark.parametrize(("papers", "reason", "field"), [((), "thiếu", "papers"), ((DIPLOMA,), "  ", "reason")])
def test_a_request_says_what_and_why(
    desk: Desk, dossier: Dossier, papers: tuple[PaperLine, ...], reason: str, field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        desk.do(request_supplement, dossier.id, papers, reason)
    assert refused.value.field == field


def test_nobody_is_asked_twice_and_papers_nobody_asked_for_are_kept_with_a_flag(desk: Desk, dossier: Dossier) -> None:
    brought = desk.do(receive_supplement, dossier.id)
    assert (brought.status, brought.flags) == (Status.RECEIVED, ("supplement_received_out_of_turn",))
    assert brought.appointment == dossier.appointment
    desk.do(request_supplement, dossier.id, (DIPLOMA,), "thiếu")
    with pytest.raises(Impossible, match="“Chờ bổ sung”"):
        desk.do(request_supplement, dossier.id, (DIPLOMA,), "thiếu")


# Results.


def test_a_result_waits_on_its_shelf_and_is_fetched(desk: Desk, dossier: Dossier, clock: HandClock) -> None:
    clock.forward(hours=2)
    ready = desk.do(make_result_ready, dossier.id, "3 bản sao", "Tủ B, ngăn 2")
    assert ready.result is not None
    assert (ready.result.description, ready.result.shelf, ready.finished_at) == ("3 bản sao", "Tủ B, ngăn 2", clock.now)
    finished_at = clock.now
    clock.forward(days=9)
    done = desk.do(return_result, dossier.id, TO_OWNER)
    assert done.handover is not None
    assert (done.status, done.handover.name, done.handover.at) == (Status.RETURNED, TO_OWNER.name, clock.now)
    assert done.finished_at == finished_at
    assert not is_overdue(done, clock.now)
    assert done.flags == ()


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (Returned(receiver=Receiver.OWNER, name=" "), "name"),
        (Returned(receiver=Receiver.DELEGATE, name="Người Nhận Thay"), "id_number"),
        (Returned(receiver=Receiver.DELEGATE, name="Người Nhận Thay", id_number="  "), "id_number"),
    ],
)
def test_whoever_takes_a_result_is_named(desk: Desk, dossier: Dossier, body: Returned, field: str) -> None:
    desk.do(make_result_ready, dossier.id)
    with pytest.raises(InvalidInput) as refused:
        desk.do(return_result, dossier.id, body)
    assert refused.value.field == field
    shown = replace(body, name="Người Nhận Thay", id_number="036199000001", evidence="giấy ủy quyền")
    assert desk.do(return_result, dossier.id, shown).status is Status.RETURNED


def test_a_hand_over_out_of_turn_is_a_fact_of_the_world(desk: Desk, dossier: Dossier, clock: HandClock) -> None:
    """It was handed over before anybody wrote that it was ready: it is kept, with a flag for people to see."""
    given = desk.do(return_result, dossier.id, TO_OWNER)
    assert (given.status, given.flags) == (Status.RETURNED, ("returned_out_of_turn",))
    again = fold.apply(given, op(dossier, "returned", TO_OWNER, clock.now))
    assert again.flags == ("returned_out_of_turn",)


def test_a_decision_out_of_turn_is_held_back(desk: Desk, dossier: Dossier, clock: HandClock) -> None:
    """What somebody decided, unlike what physically happened, does not apply to a state it does not fit."""
    voided = desk.do(void, dossier.id, UNDO_REASON)
    with pytest.raises(Impossible):
        fold.apply(voided, op(dossier, "result_ready", {"description": "", "shelf": ""}, clock.now))


# Voiding and correcting.


def test_a_voided_dossier_keeps_its_number_and_its_place(desk: Desk, dossier: Dossier, clock: HandClock) -> None:
    voided = desk.do(void, dossier.id, UNDO_REASON)
    assert (voided.status, voided.void_reason, voided.code) == (Status.VOIDED, UNDO_REASON, dossier.code)
    assert desk.register.find(dossier.code) == voided
    assert desk.do(receive, intake()).code.endswith("-0002")
    assert not is_overdue(voided, clock.now + timedelta(days=30))


def test_voiding_needs_a_reason_and_a_dossier_still_at_work(desk: Desk, dossier: Dossier) -> None:
    with pytest.raises(InvalidInput) as refused:
        desk.do(void, dossier.id, " ")
    assert refused.value.field == "reason"
    desk.do(make_result_ready, dossier.id)
    with pytest.raises(Impossible, match="“Có kết quả”"):
        desk.do(void, dossier.id, "nhầm")


def test_a_corrected_name_is_found_and_the_old_one_stays_in_the_journal(desk: Desk, dossier: Dossier) -> None:
    right = replace(dossier.owner, name="Nguyễn Thị Hồng Nhưng")
    corrected = desk.do(correct_owner, dossier.id, right)
    assert corrected.owner == right
    assert [row.id for row in desk.register.search(Query(text="hong nhung")).rows] == [dossier.id]
    lines = [decode(entry.line).body for entry in desk.journal.of(dossier.id)]
    assert dossier.owner.name.encode() in lines[-1]


def test_a_correction_that_changes_nothing_or_comes_too_late_is_refused(desk: Desk, dossier: Dossier) -> None:
    with pytest.raises(InvalidInput, match="Không có gì thay đổi"):
        desk.do(correct_owner, dossier.id, replace(dossier.owner, name=f" {dossier.owner.name} "))
    desk.do(make_result_ready, dossier.id)
    desk.do(return_result, dossier.id, TO_OWNER)
    with pytest.raises(Impossible):
        desk.do(correct_owner, dossier.id, replace(dossier.owner, phone="0912000000"))


# Scans, paper, other books.


def test_one_page_attached_twice_is_there_once(desk: Desk, dossier: Dossier) -> None:
    scan = a_scan(desk)
    desk.do(attach_scans, dossier.id, (scan,))
    assert desk.do(attach_scans, dossier.id, (scan, a_scan(desk, b"another"))).scans[0] == scan
    assert len(desk.register.get(dossier.id).scans) == 2
    with pytest.raises(InvalidInput):
        desk.do(attach_scans, dossier.id, ())


def test_a_page_for_a_closed_dossier_is_kept_and_flagged(desk: Desk, dossier: Dossier, clock: HandClock) -> None:
    desk.do(void, dossier.id, UNDO_REASON)
    late = desk.do(attach_scans, dossier.id, (a_scan(desk),))
    assert (len(late.scans), late.flags) == (1, ("scans_attached_out_of_turn",))
    again = op(dossier, "scans_attached", ScansAttached(scans=late.scans), clock.now)
    assert fold.apply(late, again).scans == late.scans


def test_papers_are_counted_form_by_form(desk: Desk, dossier: Dossier) -> None:
    for form in ("receipt", "supplement", "receipt"):
        desk.do(confirm_print, dossier.id, form)
    stands = desk.register.get(dossier.id)
    assert (stands.times_printed("receipt"), stands.times_printed("supplement")) == (2, 1)
    assert stands.times_printed("guidance") == 0


def test_a_dossier_of_another_book_keeps_code_dates_and_promise(desk: Desk, clock: HandClock) -> None:
    carried = desk.do(carry_over, CASE)
    assert (carried.code, carried.received_at, carried.original_due_at) == (CASE.code, CASE.received_at, CASE.due_at)
    assert is_overdue(carried, clock.now)
    assert desk.do(carry_over, CASE) == carried
    assert desk.journal.count() == 1


def test_the_counter_passes_over_a_number_that_came_from_another_book(desk: Desk, clock: HandClock) -> None:
    today = replace(CASE, code="H99.001-261123-0001", received_at=clock.now, due_at=None)
    desk.do(carry_over, today)
    assert desk.do(receive, intake()).code == "H99.001-261123-0002"


@pytest.mark.parametrize(
    "changes",
    [
        {"received_at": datetime(2026, 12, 1, tzinfo=UTC), "due_at": None},
        {"due_at": datetime(2026, 11, 1, tzinfo=UTC)},
    ],
)
def test_dates_that_do_not_hold_together_are_refused(desk: Desk, changes: dict[str, datetime | None]) -> None:
    with pytest.raises(InvalidInput):
        desk.do(carry_over, replace(CASE, **changes))  # type: ignore[arg-type]


# Who may act.

@pytest.mark.parametrize("act", ACTS)
def test_a_leader_reads_and_does_not_act(desk: Desk, dossier: Dossier, act: str) -> None:
    desk.clerk = Clerk(name="Phạm Thị Lan", role=Role.LEADER)
    with pytest.raises(Impossible, match="lãnh đạo chỉ xem"):
        ACTS[act](desk, dossier)
    assert desk.journal.count() == 1


def test_the_author_of_a_deed_is_whoever_was_signed_in(desk: Desk, dossier: Dossier) -> None:
    desk.clerk = Clerk(name="Lê Văn Bình")
    desk.do(make_result_ready, dossier.id)
    assert [deed.actor for deed in desk.register.history(dossier.id)] == [CHIEF.name, "Lê Văn Bình"]


@pytest.mark.parametrize("act", [name for name in ACTS if name not in OF_THE_OFFICE])
def test_a_dossier_that_is_not_there_is_not_made(desk: Desk, dossier: Dossier, act: str) -> None:
    with pytest.raises(NotFound):
        ACTS[act](desk, replace(dossier, id=uuid4()))
    assert desk.register.counts().total == 1


def test_an_intake_is_json_and_back(desk: Desk) -> None:
    """What the journal keeps of an intake reads back as the same intake."""
    asked = replace(intake(), filer=Person(name="Người Nộp Thay"), scans=(a_scan(desk),))
    assert msgspec.json.decode(msgspec.json.encode(asked), type=Intake) == asked
