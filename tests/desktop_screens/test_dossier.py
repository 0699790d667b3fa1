"""One dossier on the screen: what is shown of it, and how an act is begun, refused, done and undone."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from desktop.dossier_asks import Opened
from desktop.screens.dossier import deeds
from desktop.screens.dossier.presenter import DossierPresenter
from desktop.screens.dossier.state import DossierState
from dossiers.apologise import Apologised
from dossiers.clock import local_date
from dossiers.deadlines import due
from dossiers.dossier import Appointment, Dossier, FeeLine, Holder, PaperCheck, PaperLine, PaymentMode, ResultPaper
from dossiers.fold import encode_state
from dossiers.hand_over import HandedOver
from dossiers.people import Clerk, Person, Right, Role
from dossiers.procedure import FeeKind
from dossiers.receive import Intake, receive
from dossiers.status import Status
from dossiers.store.wire import Snapshot
from tests.desktop_screens.conftest import Counter

CODE = "1.001193"
NO_PAPER = ResultPaper()


class HeardView:
    """A screen that remembers what it was shown."""

    def __init__(self) -> None:
        self.state: DossierState | None = None
        self.closed = 0
        self.form, self.warning = "", ""
        self.blamed: list[tuple[str, str]] = []
        self.found: tuple[Dossier, ...] = ()

    def present(self, state: DossierState) -> None:
        """See `DossierView.present`."""
        self.state = state

    def show_nothing(self) -> None:
        """See `DossierView.show_nothing`."""
        self.state = None

    def open_form(self, kind: str, opened: Opened, now: datetime, warning: str) -> None:
        """See `DossierView.open_form`."""
        del opened, now
        self.form, self.warning = kind, warning

    def close_form(self) -> None:
        """See `DossierView.close_form`."""
        self.closed += 1

    def blame(self, field: str, sentence: str) -> bool:
        """See `DossierView.blame`."""
        self.blamed.append((field, sentence))
        return True

    def offer_dossiers(self, found: tuple[Dossier, ...]) -> None:
        """See `DossierView.offer_dossiers`."""
        self.found = found


class Desk:
    """One dossier, opened."""

    def __init__(self, counter: Counter, **changed: Any) -> None:
        self.counter, self.view = counter, HeardView()
        self.presenter = DossierPresenter(**counter.services, slips=counter.slips, view=self.view)
        procedure = counter.desk.catalogue.get(CODE, counter.clock().date())
        names = ("Tờ khai", "Giấy chứng sinh")
        papers = tuple(PaperLine(name=name, originals=1, check=PaperCheck.OK) for name in names)
        appointment = due(procedure, counter.clock(), counter.desk.calendar)
        intake = Intake(
            procedure_code=CODE, owner=Person(name="Đặng Văn Khuể", id_number="036095001111", phone="0912345678"),
            papers=papers, fees=(), appointment=replace(appointment, confirmed_by="Trần Thị Hạnh"),
        )  # fmt: skip
        self.taken: Dossier = counter.desk.do(receive, replace(intake, **changed))
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

    def undo(self) -> None:
        """Ctrl+Z while the toast stands."""
        assert self.counter.stage.undo is not None
        self.counter.stage.undo()


@pytest.fixture
def desk(counter: Counter) -> Desk:
    """A dossier still at work."""
    return Desk(counter)


def test_a_dossier_shows_state_person_papers_and_history(desk: Desk) -> None:
    assert (desk.shown.code, desk.shown.word) == (desk.taken.code, "ĐÃ TIẾP NHẬN")
    assert "036095001111" in desk.shown.people
    assert [paper.counts for paper in desk.shown.papers] == ["1 chính", "1 chính"]
    told = [(deed.words, deed.sent) for deed in desk.shown.deeds]
    assert told == [("Tiếp nhận: số 0001, quyển số 01/2026", "Chờ gửi"), ("Đã xem", "")]
    assert desk.shown.province == ""


@pytest.mark.parametrize(("role", "shown"), [(Role.CLERK, 0), (Role.LEADER, 2), (Role.ADMINISTRATOR, 2)])
def test_who_looked_is_on_record_and_shown_to_those_who_lead(desk: Desk, role: Role, shown: int) -> None:
    desk.counter.desk.clerk = Clerk(name="Lê Văn Xem", role=role)
    for _ in range(3):
        desk.counter.clock.now += timedelta(minutes=1)
        desk.presenter.enter()
    on_record = [look.clerk for look in desk.counter.desk.access.looks_at(desk.taken.id)]
    assert on_record == ["Lê Văn Xem", "Trần Thị Hạnh"]
    looks = [(deed.actor, deed.at) for deed in desk.shown.deeds if deed.words == "Đã xem"]
    assert looks == [("Lê Văn Xem", "09:01 23/11"), ("Trần Thị Hạnh", "09:00 23/11")][:shown]


def test_what_a_clerk_was_not_given_is_not_offered_and_says_why(desk: Desk) -> None:
    assert "voided" in desk.shown.possible
    desk.counter.desk.clerk = Clerk(name="Lê Văn Thử", withheld=frozenset({Right.VOID}))
    desk.presenter.enter()
    assert desk.shown.possible.isdisjoint({"voided", "reopened"})
    desk.presenter.begin("voided")
    assert "Nhờ người quản trị giao" in desk.counter.stage.complaints[-1]


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
    assert (desk.shown.code, desk.shown.possible, desk.shown.offers) == ("H55.242-261123-5001", frozenset(), ())
    assert desk.shown.province.startswith("Hồ sơ này Quầy 1 tiếp nhận.")
    assert len(desk.counter.desk.access.looks_at(theirs.id)) == 1


def test_a_cancelled_reception_takes_its_slip_out_of_the_queue(desk: Desk) -> None:
    desk.presenter.reprint()
    desk.presenter.do(deeds.void_it("nhầm thủ tục"))
    assert desk.counter.forms() == []
    assert desk.counter.stage.said[-1].endswith("Giấy hẹn chưa in và sẽ không in nữa.")
    assert (desk.now.status, desk.shown.word) == (Status.VOIDED, "ĐÃ HỦY")
    assert desk.shown.possible == {"noted", "shelved", "form_printed"}
    assert [form for form, _ in desk.shown.printable] == ["process_history"]
    assert ("Lý do hủy", "nhầm thủ tục") in desk.shown.facts


def test_a_supplement_stops_the_clock_and_its_answer_starts_it_again(desk: Desk) -> None:
    promised = desk.taken.appointment.due_at
    assert promised is not None
    desk.presenter.do(deeds.ask_supplement(desk.taken, frozenset({1}), "Giấy chứng sinh mờ"))
    assert desk.now.status is Status.AWAITING_SUPPLEMENT
    assert desk.counter.forms() == ["supplement"]
    assert "supplement_received" in desk.shown.possible
    desk.counter.clock.now += timedelta(days=1)
    desk.presenter.begin("supplement_received")
    again = desk.now
    assert (again.status, again.original_due_at) == (Status.RECEIVED, promised)
    assert again.appointment.due_at is not None
    assert local_date(again.appointment.due_at) == date(2026, 11, 25)  # 24/11 is a holiday
    assert any("Chờ bổ sung" in reason for reason in again.appointment.reasons)
    assert desk.shown.promises == "hẹn lần đầu 17:00 23/11/2026"
    answer, request = desk.shown.deeds[:2]
    assert answer.words == (
        "Nhận bổ sung: tạm dừng từ 09:00 23/11/2026 đến 09:00 24/11/2026; hẹn 17:00 23/11/2026 → 14:59 25/11/2026"
    )
    assert request.words == "Yêu cầu bổ sung: Giấy chứng sinh · Giấy chứng sinh mờ; thời hạn tạm dừng"


def test_asked_for_papers_twice_it_counts_as_overdue_with_the_source(desk: Desk) -> None:
    for _ in range(2):
        desk.presenter.do(deeds.ask_supplement(desk.now, frozenset({0}), "thiếu chữ ký"))
        desk.presenter.begin("supplement_received")
    assert desk.shown.notices == ("Tính là quá hạn theo QĐ 766/QĐ-TTg (yêu cầu bổ sung 2 lần).",)


def test_a_fault_is_said_under_its_field_and_nothing_is_committed(desk: Desk) -> None:
    desk.presenter.do(deeds.ask_supplement(desk.taken, frozenset({0}), " "))
    assert desk.view.blamed == [("reason", "Chưa ghi lý do yêu cầu bổ sung.")]
    assert (desk.now.status, desk.view.closed) == (Status.RECEIVED, 0)


def test_an_impossible_act_says_why_and_what_is_possible(desk: Desk) -> None:
    desk.presenter.do(deeds.make_ready("", "", NO_PAPER))
    desk.presenter.begin("refused")
    (said,) = desk.counter.stage.complaints
    assert said.startswith("Hồ sơ đang ở trạng thái “Có kết quả”. Việc “Từ chối” chỉ làm được khi hồ sơ:")
    assert "Trả kết quả" in said.partition("Lúc này có thể: ")[2]
    assert desk.view.form == ""


def test_a_physical_fact_out_of_turn_is_possible_after_a_warning(desk: Desk) -> None:
    desk.presenter.begin("supplement_received")
    assert (desk.view.form, desk.now.flags) == ("supplement_received", ())
    assert desk.view.warning.endswith("Việc này vẫn ghi được và được đánh dấu ngoài trình tự.")
    desk.presenter.do(deeds.take_supplement())
    assert desk.now.flags == ("supplement_received_out_of_turn",)
    assert desk.shown.notices == ("Ghi ngoài trình tự: Nhận bổ sung.",)


def test_what_has_nothing_to_act_on_says_so(desk: Desk) -> None:
    for kind in ("fee_taken", "fee_refunded", "taken_over", "certified"):
        desk.presenter.begin(kind)
        assert kind not in desk.shown.possible
    assert desk.counter.stage.said == [
        "Hồ sơ này không còn khoản nào phải thu.", "Hồ sơ này không có biên lai nào còn giá trị.",
        "Không có lần bàn giao nào chờ ký nhận.", "Thủ tục này không phải chứng thực.",
    ]  # fmt: skip
    assert desk.view.form == ""


def test_every_possible_act_is_offered_once(desk: Desk) -> None:
    kinds = [offer.kind for offer in desk.shown.offers]
    assert len(kinds) == len(set(kinds))
    elsewhere = {"rescheduled", "reissued", "form_printed", "recovery_undone"}
    """By calendar, by law, from the print queue, with the pile it came from."""
    assert desk.shown.possible - set(kinds) == elsewhere
    bar = [offer.kind for offer in desk.shown.offers if offer.in_bar]
    assert bar == ["scans_attached", "supplement_requested", "handed_over", "result_ready"]


def test_a_correction_keeps_what_was_in_words_and_goes_back(desk: Desk) -> None:
    wanted = {"owner.name": "Đặng Văn Khuê", "owner.birth_date": "1995-01-02", "summary": "Khai sinh cho con"}
    desk.presenter.do(deeds.correct_it(wanted))
    assert (desk.now.owner.name, desk.now.summary) == ("Đặng Văn Khuê", "Khai sinh cho con")
    assert desk.shown.deeds[0].words == (
        "Sửa thông tin: Ngày sinh (chủ hồ sơ): – → 1995-01-02; "
        "Họ và tên (chủ hồ sơ): Đặng Văn Khuể → Đặng Văn Khuê; Nội dung yêu cầu: – → Khai sinh cho con"
    )
    desk.undo()
    assert (desk.now.owner, desk.now.summary) == (desk.taken.owner, "")


def test_the_result_waits_where_it_was_put(desk: Desk) -> None:
    paper = ResultPaper(number="12/2026", issuer="UBND xã Mỹ Đức", expires_on=date(2027, 1, 1))
    desk.presenter.do(deeds.make_ready("Giấy khai sinh", "Tủ B, ngăn 4", paper, scan_next=True))
    wanted = "Giấy khai sinh · Tủ B, ngăn 4 · số 12/2026 · UBND xã Mỹ Đức · hết hạn 01/01/2027"
    assert ("Kết quả", wanted) in desk.shown.facts
    assert desk.counter.stage.opened[-1] == ("scan", {"dossier_id": desk.taken.id, "result": True})
    desk.presenter.begin("returned")
    assert desk.counter.stage.opened[-1] == ("giveback", {"dossier_id": desk.taken.id})


def test_every_paper_there_is_something_to_print_of_goes_to_the_queue(desk: Desk) -> None:
    desk.presenter.do(deeds.give_on(HandedOver(receiver=Holder(office="Công an xã Mỹ Đức"), note="kèm bản chính")))
    assert desk.counter.forms() == ["handover_sheet"]
    desk.presenter.reprint()
    for form, _ in desk.shown.printable:
        desk.presenter.print(form)
    printed = ["receipt", "control_slip", "handover_sheet", "process_history"]
    assert desk.counter.forms() == ["handover_sheet", "receipt", *printed]
    assert desk.counter.stage.complaints == []


def test_custody_is_shown_hop_by_hop_and_handed_back(desk: Desk) -> None:
    due_at = datetime(2026, 11, 23, 9, tzinfo=UTC)
    desk.presenter.do(deeds.give_on(HandedOver(receiver=Holder(person="Lê Văn Tư"), due_at=due_at)))
    assert (desk.now.status, desk.counter.forms()) == (Status.PROCESSING, ["control_slip"])
    (hop,) = desk.shown.custody.hops
    assert (hop.sender, hop.receiver, hop.due, hop.taken) == (
        "Trần Thị Hạnh", "Lê Văn Tư", "16:00 23/11/2026", "chưa ký nhận"
    )  # fmt: skip
    assert desk.shown.custody.holder == "Lê Văn Tư, từ 09:00 23/11/2026"
    assert "taken_over" in [offer.kind for offer in desk.shown.offers if offer.in_bar]
    desk.undo()
    assert desk.shown.custody.holder.startswith("Trần Thị Hạnh, từ 09:00")
    assert desk.counter.forms() == []
    desk.presenter.do(deeds.sign_for(""))
    assert desk.shown.custody.hops[-1].taken == "Trần Thị Hạnh 09:00 23/11/2026"


def test_an_apology_stands_beside_the_date_and_moves_nothing(desk: Desk) -> None:
    due_at = desk.now.appointment.due_at
    desk.counter.clock.now += timedelta(days=3)
    desk.presenter.enter()
    assert (desk.shown.modifier, desk.shown.tone) == ("Quá hạn 3 ngày", "bad")
    promised_at = datetime(2026, 12, 1, 10, tzinfo=UTC)
    body = Apologised(reason="thiếu người ký", signer="Lê Văn Ký", promised_at=promised_at)
    desk.presenter.do(deeds.promise_again(body))
    assert desk.now.appointment.due_at == due_at
    assert (desk.shown.modifier, desk.shown.due) == ("Quá hạn 3 ngày", "hẹn 17:00 23/11/2026")
    assert desk.shown.promises == "xin lỗi và hẹn lại 17:00 01/12/2026, hạn trên vẫn tính"
    assert desk.counter.forms() == ["apology"]


FEE = FeeLine(name="Lệ phí đăng ký khai sinh", kind=FeeKind.CHARGE, amount_vnd=8_000, confirmed_by="Trần Thị Hạnh")


def test_money_is_taken_under_a_number_and_its_undo_keeps_the_number(counter: Counter) -> None:
    desk = Desk(counter, fees=(FEE,), payment=PaymentMode.LATER)
    assert (desk.shown.money.word, "fee_taken" in desk.shown.possible) == ("Chưa thu", True)
    desk.presenter.do(deeds.take_money(PaymentMode.CASH, (FEE,), ""))
    assert desk.shown.money.sums == "Phải thu 8.000 ₫ · đã thu 8.000 ₫ · còn phải thu 0 ₫"
    (row,) = desk.shown.money.receipts
    assert (desk.shown.money.word, row.number, row.state) == ("Đã thu", "0001, quyển số 01/2026", "còn giá trị")
    assert counter.forms() == ["internal_receipt/2026-01--1"]
    desk.undo()
    (row,) = desk.shown.money.receipts
    assert (desk.shown.money.word, row.state) == ("Chưa thu", "đã hủy: hoàn tác")
    assert counter.forms() == []
    assert counter.stage.said[-1] == f"Đã hủy biên lai của {desk.taken.code}. Số biên lai vẫn tính là đã dùng."
    desk.presenter.do(deeds.take_money(PaymentMode.TRANSFER, (FEE,), "Lê Văn Nộp"))
    assert [(row.number, row.payer) for row in desk.shown.money.receipts][1] == ("0002, quyển số 01/2026", "Lê Văn Nộp")
    desk.presenter.do(deeds.give_money_back(desk.now.receipts[1].entry, 8_000, "miễn theo luật"))
    assert (desk.shown.money.word, "fee_taken" in desk.shown.possible) == ("Đã hoàn", False)


def test_an_undo_after_the_slip_is_out_asks_for_it_back(desk: Desk) -> None:
    desk.presenter.do(deeds.refuse_it("không thuộc thẩm quyền", "Lê Văn Ký"))
    (slip,) = desk.counter.desk.prints.waiting()
    assert (slip.form, desk.now.status) == ("refusal", Status.REFUSED)
    desk.counter.desk.prints.mark(slip.id, "sent")
    desk.undo()
    assert (desk.now.status, desk.shown.word) == (Status.RECEIVED, "ĐÃ TIẾP NHẬN")
    assert desk.counter.stage.said[-1].endswith("Thu lại giấy đã in.")


def test_a_slip_drawn_for_a_deed_already_undone_is_not_queued(desk: Desk) -> None:
    """Drawing takes a moment; the clerk's undo may be quicker."""
    desk.presenter.do(deeds.refuse_it("không thuộc thẩm quyền", ""))
    refused = desk.now
    desk.undo()
    desk.counter.slips.print("refusal", refused)
    assert desk.counter.forms() == []


def test_an_undo_comes_when_another_dossier_is_shown(desk: Desk) -> None:
    desk.presenter.do(deeds.lay_on_shelf("Tủ A"))
    way_back = desk.counter.stage.undo
    assert way_back is not None
    other = Desk(desk.counter)
    desk.presenter.enter(other.taken.id)
    way_back()
    assert (desk.now.shelf, desk.shown.code) == ("", other.taken.code)


def test_without_a_dossier_the_newest_is_shown_and_in_an_empty_office_none(counter: Counter) -> None:
    view = HeardView()
    presenter = DossierPresenter(**counter.services, slips=counter.slips, view=view)
    presenter.enter()
    assert view.state is None
    taken = Desk(counter).taken
    presenter.enter()
    assert presenter.dossier is not None
    assert presenter.dossier.id == taken.id
