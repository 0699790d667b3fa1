"""Who may take a result, and what is said when it is not there."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from desktop.dossier_asks import Opened
from desktop.screens.dossier import deeds
from desktop.screens.giveback.presenter import GivebackPresenter
from desktop.screens.giveback.state import GivebackState, Receiving
from dossiers.apologise import Apologised
from dossiers.dossier import Appointment, Dossier, FeeLine, PaymentMode, Receiver
from dossiers.fold import encode_state
from dossiers.people import Person
from dossiers.post import post_result
from dossiers.procedure import FeeKind
from dossiers.receive import Intake, receive
from dossiers.result_ready import make_result_ready
from dossiers.status import Status
from dossiers.store.wire import Snapshot
from dossiers.void import void
from tests.desktop_screens.conftest import Counter

OWNER_CARD = "036186001234||Nguyễn Thị Thùy Dương|02091986|Nữ|Xã Mỹ Đức|10052021"
SON_CARD = "036095001111||Đặng Văn Khuể|01021995|Nam|Xã Mỹ Đức|10052021"


class HeardView:
    """A screen that remembers what it was shown."""

    state = GivebackState()
    cleared = 0
    form = ""

    def present(self, state: GivebackState) -> None:
        """See `GivebackView.present`."""
        self.state = state

    def ready_for_next(self) -> None:
        """See `GivebackView.ready_for_next`."""
        self.cleared += 1

    def fill_receiver(self, receiving: Receiving) -> None:
        """See `GivebackView.fill_receiver`."""

    def open_form(self, kind: str, opened: Opened, now: datetime, warning: str) -> None:
        """See `GivebackView.open_form`."""
        del opened, now, warning
        self.form = kind

    def close_form(self) -> None:
        """See `GivebackView.close_form`."""
        self.form = ""

    def blame(self, field: str, sentence: str) -> bool:
        """See `GivebackView.blame`."""
        del field, sentence
        return bool(self.form)


class Desk:
    """One dossier, and the screen on which it is returned."""

    def __init__(self, counter: Counter, **changed: Any) -> None:
        self.counter, self.view = counter, HeardView()
        self.presenter = GivebackPresenter(**counter.services, slips=counter.slips, view=self.view)
        intake = Intake(
            procedure_code="2.000815", owner=Person(name="Nguyễn Thị Thùy Dương", id_number="036186001234"), papers=(),
            fees=(), appointment=Appointment(due_at=None),
        )  # fmt: skip
        self.taken: Dossier = counter.desk.do(receive, replace(intake, **changed))

    def do(self, verb: Any, *args: Any) -> None:
        """A deed done elsewhere."""
        self.counter.desk.do(verb, self.taken.id, *args)

    @property
    def now(self) -> Dossier:
        """The dossier as it stands."""
        return self.counter.desk.register.get(self.taken.id)


@pytest.fixture
def desk(counter: Counter) -> Desk:
    """A dossier still at work."""
    return Desk(counter)


def test_slip_card_and_f10(desk: Desk) -> None:
    desk.do(make_result_ready, "", "Tủ B")
    desk.presenter.look_up(desk.taken.code.lower().replace(".", ""))
    assert (desk.view.state.may_return, desk.view.state.result) == (True, "Tủ B")
    desk.presenter.look_up(OWNER_CARD)
    desk.presenter.hand_over()
    handover = desk.now.handover
    assert handover is not None
    assert (handover.receiver, handover.id_number) == (Receiver.OWNER, "036186001234")
    assert handover.evidence == "Thẻ căn cước"
    assert desk.view.cleared == 1
    assert desk.view.state.found is False
    assert desk.view.state.done == (f"09:00  {desk.taken.code}  Nguyễn Thị Thùy Dương",)


def test_the_list_of_today_is_whole_newest_first_after_a_restart_and_masked(desk: Desk) -> None:
    codes = []
    for _ in range(3):
        other = Desk(desk.counter)
        other.do(make_result_ready)
        other.presenter.enter(other.taken.id)
        other.presenter.hand_over()
        codes.append(other.taken.code)
        desk.counter.clock.now += timedelta(minutes=1)
    again = Desk(desk.counter)
    again.presenter.enter()
    assert [line.split()[1] for line in again.view.state.done] == codes[::-1]
    assert "036186001234" not in " ".join(again.view.state.done)
    desk.counter.clock.now += timedelta(days=1)
    again.presenter.enter()
    assert again.view.state.done == ()


def test_what_another_desk_took_in_is_returned_there(desk: Desk) -> None:
    theirs = replace(desk.taken, id=UUID(int=7), code="H55.242-261123-5001", desk="Quầy 1", status=Status.RESULT_READY)
    desk.counter.desk.wire.take_in([Snapshot(rev=1, state=encode_state(theirs))])
    desk.presenter.look_up(theirs.code)
    assert desk.view.state.fault == "Hồ sơ này Quầy 1 tiếp nhận nên trả ở đó."
    assert desk.view.state.may_return is False


def test_somebody_elses_card_makes_a_delegate(desk: Desk) -> None:
    desk.do(make_result_ready)
    desk.presenter.enter(desk.taken.id)
    desk.presenter.look_up(SON_CARD)
    assert desk.view.state.receiving.receiver is Receiver.DELEGATE
    desk.presenter.hand_over()
    handover = desk.now.handover
    assert handover is not None
    assert (handover.name, handover.receiver) == ("Đặng Văn Khuể", Receiver.DELEGATE)


def test_a_delegate_without_a_number_is_asked_for_it(desk: Desk) -> None:
    desk.do(make_result_ready)
    desk.presenter.enter(desk.taken.id)
    desk.presenter.choose(Receiving(receiver=Receiver.DELEGATE, name="Đặng Văn Khuể"))
    desk.presenter.hand_over()
    assert desk.view.state.fault == "Người nhận thay cần có số giấy tờ đã xuất trình."
    assert desk.now.status is Status.RESULT_READY


def test_what_is_not_ready_says_why_and_one_key_mends_it(desk: Desk) -> None:
    desk.presenter.enter(desk.taken.id)
    assert (desk.view.state.may_return, desk.view.state.may_make_ready) == (False, True)
    assert desk.view.state.reason.startswith("Kết quả chưa về quầy.")
    desk.presenter.hand_over()
    assert desk.now.status is Status.RECEIVED
    desk.presenter.make_ready()
    assert (desk.view.state.word, desk.view.state.may_return) == ("CÓ KẾT QUẢ", True)


def test_a_voided_dossier_and_an_unknown_code_are_told_apart(desk: Desk) -> None:
    desk.do(void, "nhầm thủ tục")
    desk.presenter.look_up(desk.taken.code)
    assert desk.view.state.reason == "Hồ sơ đã hủy: nhầm thủ tục."
    desk.presenter.look_up("H55.242-261123-0999")
    assert desk.view.state.fault.startswith("Không có hồ sơ mang mã này.")


def test_a_signature_is_kept_with_the_dossier_and_printed_on_the_receipt(desk: Desk) -> None:
    desk.do(make_result_ready)
    desk.presenter.enter(desk.taken.id)
    filled = Receiving(phone="0912345678", originals_kept="Sổ hộ khẩu cũ", signature=signature(), print_receipt=True)
    desk.presenter.choose(filled)
    desk.presenter.hand_over()
    handover = desk.now.handover
    assert handover is not None
    (scan,) = desk.now.scans
    assert (scan.sha256, scan.mime, scan.title) == (handover.signature, "image/png", "Chữ ký người nhận kết quả")
    assert desk.counter.desk.files.get(scan.sha256) == filled.signature
    assert (handover.phone, handover.originals_kept, handover.evidence) == ("0912345678", "Sổ hộ khẩu cũ", "Giấy hẹn")
    assert desk.counter.stage.complaints == []
    assert desk.counter.forms() == ["result_receipt"]


def signature() -> bytes:
    """A small picture of a stroke."""
    import cv2
    import numpy as np

    paper = np.full((60, 150), 255, np.uint8)
    cv2.line(paper, (10, 40), (140, 20), 0, 2)
    return cv2.imencode(".png", paper)[1].tobytes()


def test_a_parcel_that_was_delivered_is_a_return_by_post(desk: Desk) -> None:
    desk.do(make_result_ready)
    desk.do(post_result, "EB123456789VN", "Thôn Đông Thượng")
    desk.presenter.enter(desk.taken.id)
    assert desk.view.state.reason.startswith("Đã gửi bưu điện lúc 09:00 23/11/2026.")
    desk.presenter.choose(Receiving(receiver=Receiver.POST))
    desk.presenter.hand_over()
    handover = desk.now.handover
    assert handover is not None
    assert (handover.receiver, handover.evidence) == (Receiver.POST, "Giấy báo phát của bưu điện EB123456789VN")
    assert handover.slip_taken_back is False


def test_out_of_turn_is_possible_after_a_warning_and_flagged(desk: Desk) -> None:
    desk.presenter.enter(desk.taken.id)
    assert (desk.view.state.may_insist, desk.view.state.may_hand_over) == (True, False)
    desk.presenter.insist()
    assert "được đánh dấu ngoài trình tự" in desk.view.state.warning
    desk.presenter.put_aside()
    assert (desk.view.state.found, desk.view.state.may_hand_over) == (True, False)
    desk.presenter.insist()
    desk.presenter.hand_over()
    assert (desk.now.status, desk.now.flags) == (Status.RETURNED, ("returned_out_of_turn",))
    desk.presenter.enter(desk.taken.id)
    assert (desk.view.state.may_insist, desk.view.state.may_hand_over) == (False, False)


def test_a_return_can_be_undone_and_the_result_lies_at_the_desk_again(desk: Desk) -> None:
    desk.do(make_result_ready)
    desk.presenter.enter(desk.taken.id)
    desk.presenter.hand_over()
    assert desk.counter.stage.said[-1] == f"Đã trả kết quả {desk.taken.code}|Hoàn tác|30"
    assert desk.counter.stage.undo is not None
    desk.counter.stage.undo()
    assert (desk.now.status, desk.now.handover) == (Status.RESULT_READY, None)
    assert (desk.view.state.code, desk.view.state.may_return) == (desk.taken.code, True)
    assert desk.view.state.done == ()


def test_money_still_due_is_taken_before_the_result_goes(counter: Counter) -> None:
    fee = FeeLine(name="Phí chứng thực", kind=FeeKind.FEE, amount_vnd=6_000, confirmed_by="Trần Thị Hạnh")
    desk = Desk(counter, fees=(fee,), payment=PaymentMode.LATER)
    desk.do(make_result_ready)
    desk.presenter.enter(desk.taken.id)
    assert (desk.view.state.fee, desk.view.state.owed) == ("còn phải thu 6.000 ₫", True)
    desk.presenter.begin("fee_taken")
    assert desk.view.form == "fee_taken"
    desk.presenter.do(deeds.take_money(PaymentMode.CASH, (fee,), ""))
    assert (desk.view.form, desk.view.state.fee, desk.view.state.owed) == ("", "Đã thu 6.000 ₫", False)
    assert desk.view.state.may_return
    desk.presenter.begin("fee_taken")
    assert counter.stage.said[-1] == "Hồ sơ này không còn khoản nào phải thu."


def test_no_result_yet_is_apologised_for_at_the_counter(counter: Counter) -> None:
    desk = Desk(counter, appointment=Appointment(due_at=counter.clock() - timedelta(hours=1), confirmed_by="x"))
    desk.presenter.enter(desk.taken.id)
    assert (desk.view.state.may_apologise, "Quá hạn 1 ngày." in desk.view.state.reason) == (True, True)
    desk.presenter.begin("apologised")
    assert desk.view.form == "apologised"
    promised_at = counter.clock() + timedelta(days=2)
    desk.presenter.do(deeds.promise_again(Apologised(reason="chờ chữ ký", signer="", promised_at=promised_at)))
    assert counter.forms() == ["apology"]
    assert desk.view.state.may_apologise is False
