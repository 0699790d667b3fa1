"""One dossier on the screen: what is shown of it, and the deeds that change it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from desktop.screens.dossier.presenter import DossierPresenter
from desktop.screens.dossier.state import DossierState
from dossiers.clock import local_date
from dossiers.deadlines import due
from dossiers.dossier import Appointment, Dossier, PaperCheck, PaperLine
from dossiers.fold import encode_state
from dossiers.people import Clerk, Person, Role
from dossiers.receive import Intake, receive
from dossiers.status import Status
from dossiers.store.wire import Snapshot
from tests.desktop_screens.conftest import Counter

CODE = "1.001193"


class HeardView:
    """A screen that remembers what it was shown."""

    state: DossierState | None = None
    closed = 0

    def present(self, state: DossierState) -> None:
        """See `DossierView.present`."""
        self.state = state

    def show_nothing(self) -> None:
        """See `DossierView.show_nothing`."""
        self.state = None

    def close_form(self) -> None:
        """See `DossierView.close_form`."""
        self.closed += 1


class Desk:
    """One dossier, opened."""

    def __init__(self, counter: Counter) -> None:
        self.counter, self.view = counter, HeardView()
        self.presenter = DossierPresenter(**counter.services, slips=counter.slips, view=self.view)
        procedure = counter.desk.catalogue.get(CODE, counter.clock().date())
        names = ("Tờ khai", "Giấy chứng sinh")
        papers = tuple(PaperLine(name=name, originals=1, check=PaperCheck.OK) for name in names)
        intake = Intake(
            procedure_code=CODE, owner=Person(name="Đặng Văn Khuể", id_number="036095001111", phone="0912345678"),
            papers=papers, fees=(), appointment=due(procedure, counter.clock(), counter.desk.calendar),
        )  # fmt: skip
        intake = replace(intake, appointment=replace(intake.appointment, confirmed_by="Trần Thị Hạnh"))
        self.taken: Dossier = counter.desk.do(receive, intake)
        self.presenter.enter(self.taken.id)

    @property
    def shown(self) -> DossierState:
        """What stands on the screen."""
        assert self.view.state is not None
        return self.view.state

    @property
    def now(self) -> Dossier:
        """The dossier as it stands."""
        return self.counter.desk.register.get(self.taken.id)


@pytest.fixture
def desk(counter: Counter) -> Desk:
    """A dossier still at work."""
    return Desk(counter)


def test_a_dossier_shows_state_person_papers_and_history(desk: Desk) -> None:
    assert (desk.shown.code, desk.shown.word) == (desk.taken.code, "ĐÃ TIẾP NHẬN")
    assert "036095001111" in desk.shown.people
    assert [paper.counts for paper in desk.shown.papers] == ["1 chính", "1 chính"]
    assert [(deed.words, deed.sent) for deed in desk.shown.deeds] == [("Tiếp nhận", "Chờ gửi"), ("Đã xem", "")]
    assert desk.shown.province == ""


@pytest.mark.parametrize(("role", "shown"), [(Role.CLERK, 0), (Role.LEADER, 2), (Role.ADMINISTRATOR, 2)])
def test_who_looked_is_on_record_and_shown_to_those_who_lead(desk: Desk, role: Role, shown: int) -> None:
    desk.counter.desk.clerk = Clerk(name="Lê Văn Xem", role=role)
    for _ in range(3):
        desk.counter.clock.now += timedelta(minutes=1)
        desk.presenter.enter()
    on_record = [look.clerk for look in desk.counter.desk.who_looked.at(desk.taken.id)]
    assert on_record == ["Lê Văn Xem", "Trần Thị Hạnh"]
    looks = [(deed.actor, deed.at) for deed in desk.shown.deeds if deed.words == "Đã xem"]
    assert looks == [("Lê Văn Xem", "09:01 23/11"), ("Trần Thị Hạnh", "09:00 23/11")][:shown]


def told(desk: Desk, theirs: Dossier) -> None:
    """The province says what it holds."""
    desk.counter.desk.wire.take_in([Snapshot(rev=2, state=encode_state(theirs))])
    desk.presenter.enter(theirs.id)


def test_what_the_province_says_otherwise_stands_in_one_line(desk: Desk) -> None:
    told(desk, replace(desk.now, note="ghi ở tỉnh"))
    assert desk.shown.province == ""
    due_at = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)
    changed = replace(
        desk.now, status=Status.RESULT_READY, finished_at=datetime(2026, 11, 25, 3, tzinfo=UTC),
        owner=replace(desk.now.owner, name="Đặng Văn Khuê"), appointment=Appointment(due_at=due_at),
    )  # fmt: skip
    told(desk, changed)
    assert desk.shown.province == (
        "Tỉnh ghi: Có kết quả lúc 10:00 25/11/2026 · chủ hồ sơ Đặng Văn Khuê, 036095001111 · hẹn 16:30 26/11/2026"
    )
    assert (desk.shown.word, "result_ready" in desk.shown.possible) == ("ĐÃ TIẾP NHẬN", True)


def test_a_dossier_of_another_desk_opens_to_be_read(desk: Desk) -> None:
    told(desk, replace(desk.now, id=UUID(int=9), code="H55.242-261123-5001", desk="Quầy 1"))
    theirs = desk.counter.desk.wire.find("h55242 261123 5001")
    assert theirs is not None
    assert (desk.shown.code, desk.shown.possible) == ("H55.242-261123-5001", frozenset())
    assert desk.shown.province.startswith("Hồ sơ này Quầy 1 tiếp nhận.")
    assert len(desk.counter.desk.who_looked.at(theirs.id)) == 1


def test_a_cancelled_reception_takes_its_slip_out_of_the_queue(desk: Desk) -> None:
    desk.presenter.reprint()
    desk.presenter.cancel("nhầm thủ tục")
    assert desk.counter.forms() == []
    assert desk.counter.stage.said[-1].endswith("Giấy hẹn chưa in và sẽ không in nữa.")


def test_a_supplement_stops_the_clock_and_its_answer_starts_it_again(desk: Desk) -> None:
    promised = desk.taken.appointment.due_at
    assert promised is not None
    desk.presenter.ask_supplement(frozenset({1}), "Giấy chứng sinh mờ")
    assert desk.now.status is Status.AWAITING_SUPPLEMENT
    assert desk.counter.forms() == ["supplement"]
    assert "supplement_received" in desk.shown.possible
    desk.counter.clock.now += timedelta(days=1)
    desk.presenter.take_supplement()
    again = desk.now
    assert (again.status, again.original_due_at) == (Status.RECEIVED, promised)
    assert again.appointment.due_at is not None
    assert local_date(again.appointment.due_at) == date(2026, 11, 25)  # 24/11 is a holiday
    assert any("Chờ bổ sung" in reason for reason in again.appointment.reasons)


def test_a_supplement_without_a_reason_is_refused_in_a_sentence(desk: Desk) -> None:
    desk.presenter.ask_supplement(frozenset({0}), " ")
    assert desk.counter.stage.complaints == ["Chưa ghi lý do yêu cầu bổ sung."]
    assert (desk.now.status, desk.view.closed) == (Status.RECEIVED, 0)


def test_a_correction_keeps_what_was(desk: Desk) -> None:
    desk.presenter.correct(replace(desk.taken.owner, name="Đặng Văn Khuê"))
    assert desk.now.owner.name == "Đặng Văn Khuê"
    assert [deed.words for deed in desk.shown.deeds] == ["Sửa thông tin", "Tiếp nhận", "Đã xem"]


def test_a_voided_dossier_can_only_be_looked_at(desk: Desk) -> None:
    desk.presenter.cancel("nhầm thủ tục")
    assert (desk.now.status, desk.shown.word) == (Status.VOIDED, "ĐÃ HỦY")
    assert desk.shown.possible == frozenset()
    assert ("Lý do hủy", "nhầm thủ tục") in desk.shown.facts


def test_the_result_waits_where_it_was_put(desk: Desk) -> None:
    desk.presenter.make_ready("Giấy khai sinh", "Tủ B, ngăn 4")
    assert ("Kết quả", "Giấy khai sinh · Tủ B, ngăn 4") in desk.shown.facts
    desk.presenter.give_back()
    assert desk.counter.stage.opened[-1] == ("giveback", {"dossier_id": desk.taken.id})


def test_a_reprint_goes_to_the_queue(desk: Desk) -> None:
    desk.presenter.reprint()
    assert desk.counter.forms() == ["receipt"]


def test_without_a_dossier_the_newest_is_shown_and_in_an_empty_office_none(counter: Counter) -> None:
    view = HeardView()
    presenter = DossierPresenter(**counter.services, slips=counter.slips, view=view)
    presenter.enter()
    assert view.state is None
    taken = Desk(counter).taken
    presenter.enter()
    assert presenter.dossier is not None
    assert presenter.dossier.id == taken.id
