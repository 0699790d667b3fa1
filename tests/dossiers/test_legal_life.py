"""The legal life of a dossier between reception and return: pauses, custody, ends, apology, money, remarks."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from dossiers.apologise import Apologised, apologise
from dossiers.correct import correct
from dossiers.delivery import Delivery, delivery_of
from dossiers.dossier import (
    Appointment,
    Digital,
    Dossier,
    DueCause,
    EndKind,
    Holder,
    PauseCause,
    PaymentMode,
    Receiver,
    ResultPaper,
)
from dossiers.end_without_result import Ended, refuse, stop, withdraw
from dossiers.errors import Impossible, InvalidInput
from dossiers.finance import Finance, finance_of
from dossiers.financial_duty import demand_duty, fulfil_duty
from dossiers.hand_over import HandedOver, hand_over, take_over
from dossiers.journal import decode
from dossiers.mark_paper import mark_paper
from dossiers.note import note, put_on_shelf
from dossiers.post import post_result, take_back_post
from dossiers.receive import receive
from dossiers.records import RECORDS, read
from dossiers.reopen import reopen
from dossiers.reschedule import Rescheduled, reschedule
from dossiers.result_ready import make_result_ready
from dossiers.return_result import Returned, return_result
from dossiers.standing import counts_overdue, is_overdue, outcome
from dossiers.status import Status
from dossiers.store.desk import Desk
from dossiers.store.register import Query
from dossiers.supplement import receive_supplement, request_supplement
from dossiers.take_fee import refund_fee, take_fee, void_fee
from dossiers.turn_away import Because, TurnedAway, turn_away
from tests.dossiers.deeds import DIPLOMA, FEE, TO_OWNER, a_scan
from tests.store.homes import CERTIFIED_COPY, CHIEF, HandClock, intake

JUSTICE = Holder(person="Hồ Văn Tư Pháp")
PROVINCE = Holder(office="Sở Tư pháp")


# The clock.


def test_many_rounds_each_stop_the_clock_and_every_date_is_kept(
    desk: Desk, dossier: Dossier, clock: HandClock
) -> None:
    """Asked 9:00 to 10:00 and 11:00 to 12:00, with lunch from 11:30: an hour and half an hour, past a holiday."""
    for _ in range(2):
        clock.forward(hours=1)
        desk.do(request_supplement, dossier.id, (DIPLOMA,), "mờ")
        clock.forward(hours=1)
        now = desk.do(receive_supplement, dossier.id)
    assert [pause.cause for pause in now.pauses] == [PauseCause.SUPPLEMENT] * 2
    assert [(change.cause, change.after - change.before) for change in now.due_changes] == [
        (DueCause.PAUSE, timedelta(days=1, hours=15)), (DueCause.PAUSE, timedelta(minutes=30)),
    ]  # fmt: skip
    assert now.due_changes[0].before == now.original_due_at == dossier.appointment.due_at
    assert now.appointment.due_at == now.due_changes[-1].after
    assert counts_overdue(now)
    assert not is_overdue(now, clock.now)


def test_a_duty_to_the_state_stops_the_clock_like_a_missing_paper(
    desk: Desk, dossier: Dossier, clock: HandClock
) -> None:
    waiting = desk.do(demand_duty, dossier.id, 1_200_000, "TB 45/TB-CCT")
    assert waiting.status is Status.AWAITING_PAYMENT
    clock.forward(days=9)
    assert not is_overdue(waiting, clock.now)
    desk.do(receive_supplement, dossier.id)
    assert desk.register.get(dossier.id).status is Status.AWAITING_PAYMENT
    paid = desk.do(fulfil_duty, dossier.id, "Giấy nộp tiền 0012")
    assert (paid.status, paid.duties[-1].evidence) == (Status.RECEIVED, "Giấy nộp tiền 0012")
    assert not is_overdue(paid, clock.now)
    assert paid.pauses[-1].ended_at == clock.now


def test_what_ends_while_the_citizen_is_waited_for_is_not_late_for_it(
    desk: Desk, dossier: Dossier, clock: HandClock
) -> None:
    clock.forward(hours=1)
    desk.do(request_supplement, dossier.id, (DIPLOMA,), "thiếu")
    clock.forward(days=40)
    ended = desk.do(withdraw, dossier.id, "không còn nhu cầu")
    assert outcome(ended) != "late"
    assert ended.ending is not None
    assert ended.ending.kind is EndKind.WITHDRAWN


def test_a_changed_calendar_moves_a_date_as_far_as_it_leads_and_no_further(
    desk: Desk, dossier: Dossier, clock: HandClock
) -> None:
    moved = Rescheduled(due_at=datetime(2026, 12, 30, tzinfo=UTC), reasons=("lịch mới",), notice="TB 9/TB-UBND")
    with pytest.raises(InvalidInput, match="muộn hơn"):
        desk.do(reschedule, dossier.id, moved)
    with pytest.raises(InvalidInput, match="không thay đổi"):
        desk.do(reschedule, dossier.id, replace(moved, due_at=dossier.appointment.due_at or clock.now))
    with pytest.raises(InvalidInput, match="số thông báo"):
        desk.do(reschedule, dossier.id, replace(moved, notice=" "))


# Custody.


def test_every_hop_says_who_gave_and_who_took(desk: Desk, dossier: Dossier, clock: HandClock) -> None:
    step_due = clock.now + timedelta(hours=4)
    given = desk.do(hand_over, dossier.id, HandedOver(receiver=JUSTICE, due_at=step_due, note="kèm bản chính"))
    assert (given.status, given.holder, given.held_since) == (Status.PROCESSING, JUSTICE, clock.now)
    clock.forward(minutes=5)
    taken = desk.do(take_over, dossier.id, "Hồ Văn Tư Pháp")
    assert (taken.hops[-1].taken_by, taken.hops[-1].taken_at, taken.flags) == ("Hồ Văn Tư Pháp", clock.now, ())
    away = desk.do(hand_over, dossier.id, HandedOver(receiver=PROVINCE))
    assert (away.status, away.hops[-1].sender) == (Status.FORWARDED, JUSTICE)
    waiting = desk.do(request_supplement, dossier.id, (DIPLOMA,), "thiếu")
    assert desk.do(receive_supplement, waiting.id).status is Status.FORWARDED
    rows = desk.register.search(Query()).rows
    assert (rows[0].holder, rows[0].held_since) == ("Sở Tư pháp", away.held_since)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (HandedOver(receiver=Holder()), "receiver"),
        (HandedOver(receiver=JUSTICE, due_at=datetime(2026, 1, 1, tzinfo=UTC)), "due_at"),
    ],
)
def test_a_hop_needs_a_receiver_and_a_deadline_ahead(
    desk: Desk, dossier: Dossier, body: HandedOver, field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        desk.do(hand_over, dossier.id, body)
    assert refused.value.field == field


# Ends and ways back.


def test_each_end_keeps_its_reason_and_can_be_taken_back(desk: Desk, dossier: Dossier, clock: HandClock) -> None:
    ends: tuple[Callable[[], Dossier], ...] = (
        lambda: desk.do(refuse, dossier.id, "không thuộc thẩm quyền", "Lê Văn Ký"),
        lambda: desk.do(withdraw, dossier.id, "không còn nhu cầu"),
        lambda: desk.do(stop, dossier.id, Ended(reason="đương sự mất", stage="thẩm định", finances="hoàn lệ phí")),
    )
    for end, status in zip(ends, (Status.REFUSED, Status.WITHDRAWN, Status.STOPPED), strict=True):
        ended = end()
        assert (ended.status, ended.finished_at) == (status, clock.now)
        with pytest.raises(Impossible, match="Lúc này có thể: Mở lại"):
            desk.do(make_result_ready, dossier.id)
        back = desk.do(reopen, dossier.id, "bấm nhầm")
        assert (back.status, back.ending, back.finished_at) == (Status.RECEIVED, None, None)
        clock.forward(minutes=1)


def test_reopening_a_hand_over_keeps_the_day_the_work_was_done(desk: Desk, dossier: Dossier, clock: HandClock) -> None:
    done = desk.do(make_result_ready, dossier.id)
    clock.forward(days=30)
    desk.do(return_result, dossier.id, TO_OWNER)
    back = desk.do(reopen, dossier.id, "trả nhầm người")
    assert (back.status, back.handover, back.finished_at) == (Status.RESULT_READY, None, done.finished_at)
    assert outcome(back) != "late"


def test_an_apology_promises_once_and_moves_no_due_date(desk: Desk, dossier: Dossier, clock: HandClock) -> None:
    clock.forward(days=2)
    body = Apologised(reason="chờ xác minh", signer="Lê Văn Ký", promised_at=clock.now + timedelta(days=3))
    sorry = desk.do(apologise, dossier.id, body)
    assert sorry.apology is not None
    assert (sorry.apology.promised_at, sorry.apology.due_at) == (body.promised_at, dossier.appointment.due_at)
    assert sorry.appointment == dossier.appointment
    assert is_overdue(sorry, clock.now)
    with pytest.raises(Impossible, match="hẹn lại một lần"):
        desk.do(apologise, dossier.id, body)


def test_an_apology_needs_a_date_ahead_and_a_date_to_move(desk: Desk, dossier: Dossier, clock: HandClock) -> None:
    with pytest.raises(InvalidInput) as refused:
        desk.do(apologise, dossier.id, Apologised(reason="x", signer="", promised_at=clock.now))
    assert refused.value.field == "promised_at"
    undated = desk.do(receive, replace(intake(), appointment=Appointment(due_at=None)))
    with pytest.raises(Impossible, match="không hẹn ngày"):
        desk.do(apologise, undated.id, Apologised(reason="x", signer="", promised_at=clock.now + timedelta(days=1)))


# Result and delivery.


def test_a_result_by_post_and_back_and_by_post_again(desk: Desk, dossier: Dossier) -> None:
    assert delivery_of(dossier) is Delivery.NOT_READY
    paper = ResultPaper(number="12/GXN-UBND", signer="Lê Văn Ký", issued_on=date(2026, 11, 23))
    ready = desk.do(make_result_ready, dossier.id, "Giấy xác nhận", "Tủ B", paper)
    assert (delivery_of(ready), ready.result and ready.result.paper) == (Delivery.ON_SHELF, paper)
    assert delivery_of(desk.do(post_result, dossier.id, "EA1VN", "Thôn 1")) is Delivery.POSTED
    assert delivery_of(desk.do(take_back_post, dossier.id, "vắng nhà")) is Delivery.CAME_BACK
    desk.do(post_result, dossier.id, "EA2VN", "Thôn 2")
    done = desk.do(return_result, dossier.id, Returned(receiver=Receiver.POST, name="Nguyễn Thị Hồng Nhung"))
    assert (delivery_of(done), done.flags) == (Delivery.HANDED_OVER, ())


def test_a_result_that_expires_before_it_is_issued_is_a_slip_of_the_pen(desk: Desk, dossier: Dossier) -> None:
    paper = ResultPaper(issued_on=date(2026, 11, 23), expires_on=date(2026, 11, 22))
    with pytest.raises(InvalidInput) as refused:
        desk.do(make_result_ready, dossier.id, "", "", paper)
    assert refused.value.field == "expires_on"


def test_a_signature_is_a_picture_that_lies_in_the_dossier(desk: Desk, dossier: Dossier) -> None:
    desk.do(make_result_ready, dossier.id)
    scan = replace(a_scan(desk, b"\x89PNG strokes"), mime="image/png", title="Chữ ký người nhận")
    with pytest.raises(InvalidInput, match="Ký lại"):
        desk.do(return_result, dossier.id, replace(TO_OWNER, signature=scan.sha256))
    done = desk.do(return_result, dossier.id, replace(TO_OWNER, scans=(scan,), signature=scan.sha256))
    assert done.handover is not None
    assert (done.handover.signature, done.scans) == (scan.sha256, (scan,))
    assert {job.sha256 for job in desk.wire.blobs_waiting()} == {scan.sha256}


# Money.


def test_money_is_a_machine_of_its_own(desk: Desk) -> None:
    one = desk.do(receive, replace(intake(), fees=FEE, payment=PaymentMode.LATER))
    assert finance_of(one) is Finance.DUE
    taken = desk.do(take_fee, one.id, PaymentMode.CASH)
    receipt = taken.receipts[-1]
    assert (finance_of(taken), receipt.total_vnd, receipt.payer) == (Finance.PAID, 12_000, one.owner.name)
    part = desk.do(refund_fee, one.id, receipt.entry, 5_000, "thu thừa")
    assert (finance_of(part), part.fee_kept_vnd) == (Finance.PART_PAID, 7_000)
    with pytest.raises(Impossible, match="đã hoàn tiền"):
        desk.do(void_fee, one.id, receipt.entry, "viết sai")
    with pytest.raises(InvalidInput, match="từ 1 đến 7000"):
        desk.do(refund_fee, one.id, receipt.entry, 7_001, "thu thừa")
    assert finance_of(desk.do(refund_fee, one.id, receipt.entry, 7_000, "thu nhầm")) is Finance.REFUNDED


def test_a_voided_receipt_keeps_its_number_and_its_reason(desk: Desk, dossier: Dossier) -> None:
    first = desk.do(take_fee, dossier.id, PaymentMode.TRANSFER, FEE).receipts[-1]
    voided = desk.do(void_fee, dossier.id, first.entry, "viết sai tên")
    assert (voided.receipts[0].void_reason, voided.fee_kept_vnd) == ("viết sai tên", 0)
    with pytest.raises(Impossible, match="đã hủy"):
        desk.do(void_fee, dossier.id, first.entry, "viết sai tên")
    second = desk.do(take_fee, dossier.id, PaymentMode.CASH, FEE).receipts[-1]
    assert second.entry.number == first.entry.number + 1


@pytest.mark.parametrize(
    ("mode", "lines"), [(PaymentMode.LATER, FEE), (PaymentMode.EXEMPT, FEE), (PaymentMode.CASH, ())]
)
def test_there_is_no_receipt_without_money(desk: Desk, dossier: Dossier, mode: PaymentMode, lines: object) -> None:
    with pytest.raises(InvalidInput):
        desk.do(take_fee, dossier.id, mode, lines)  # type: ignore[arg-type]
    assert desk.register.get(dossier.id).receipts == ()


# Small facts.


def test_a_correction_keeps_old_and_new_of_each_field(desk: Desk, dossier: Dossier) -> None:
    after = desk.do(
        correct, dossier.id,
        {"owner.birth_date": "1999-05-02", "owner.address": " Thôn  7 ", "filer.name": "Người Nộp", "summary": "3 bản"},
    )  # fmt: skip
    assert (after.owner.birth_date, after.owner.address, after.summary) == (date(1999, 5, 2), "Thôn 7", "3 bản")
    assert after.filer is not None
    line = desk.journal.of(dossier.id)[-1].line.decode()
    assert '{"field":"owner.birth_date","before":"","after":"1999-05-02"}' in line
    gone = desk.do(correct, dossier.id, {"filer.name": ""})
    assert gone.filer is None


@pytest.mark.parametrize(
    "wanted",
    [{"code": "H1"}, {"owner.name": " "}, {"owner.birth_date": "2/9"}, {"owner.id_number": "123"}, {"owner.sex": "X"}],
)
def test_what_cannot_be_is_not_written(desk: Desk, dossier: Dossier, wanted: dict[str, str]) -> None:
    with pytest.raises(InvalidInput):
        desk.do(correct, dossier.id, wanted)
    assert desk.register.get(dossier.id) == dossier


def test_remarks_shelf_and_paper_marks(desk: Desk, dossier: Dossier) -> None:
    desk.do(note, dossier.id, "gọi lại sau 14 giờ")
    desk.do(put_on_shelf, dossier.id, "Tủ A, ngăn 2")
    now = desk.do(mark_paper, dossier.id, 0, Digital.REUSED)
    assert ([each.text for each in now.notes], now.shelf) == (["gọi lại sau 14 giờ"], "Tủ A, ngăn 2")
    assert now.papers[0].digital is Digital.REUSED
    with pytest.raises(InvalidInput):
        desk.do(mark_paper, dossier.id, 9, Digital.NONE)
    with pytest.raises(InvalidInput):
        desk.do(note, dossier.id, " ")


def test_whoever_is_sent_home_is_on_record_without_a_name(desk: Desk) -> None:
    body = TurnedAway(
        because=Because.PAPERS_MISSING, procedure_code=CERTIFIED_COPY, reason="", missing=("Bản chính giấy tờ",)
    )
    identity = desk.do(turn_away, body)
    (entry,) = desk.journal.unsent(9)
    op = decode(entry.line)
    assert (op.kind, op.dossier_id, op.actor) == ("turned_away", identity, CHIEF.name)
    assert op.kind in RECORDS
    assert read(op) == body
    assert desk.register.counts().total == 0
    with pytest.raises(InvalidInput):
        desk.do(turn_away, replace(body, missing=()))
