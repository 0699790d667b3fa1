"""Who may take a result, and what is said when it is not there."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from desktop.screens.giveback.presenter import GivebackPresenter, GivebackState, Receiving
from dossiers.dossier import Appointment, Dossier, Receiver
from dossiers.fold import encode_state
from dossiers.people import Person
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

    def present(self, state: GivebackState) -> None:
        """See `GivebackView.present`."""
        self.state = state

    def ready_for_next(self) -> None:
        """See `GivebackView.ready_for_next`."""
        self.cleared += 1

    def fill_receiver(self, receiving: Receiving) -> None:
        """See `GivebackView.fill_receiver`."""


class Desk:
    """One dossier, and the screen on which it is returned."""

    def __init__(self, counter: Counter) -> None:
        self.counter, self.view = counter, HeardView()
        self.presenter = GivebackPresenter(**counter.services, view=self.view)
        intake = Intake(
            procedure_code="2.000815", owner=Person(name="Nguyễn Thị Thùy Dương", id_number="036186001234"), papers=(),
            fees=(), appointment=Appointment(due_at=None),
        )  # fmt: skip
        self.taken: Dossier = counter.desk.do(receive, intake)

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
