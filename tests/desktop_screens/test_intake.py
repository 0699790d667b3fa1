"""What the intake decides, without a window."""

from datetime import timedelta
from uuid import UUID

import pytest

from desktop.screens.intake.finish import take_in
from desktop.screens.intake.form import Field
from desktop.theme.tokens import Tone
from dossiers.dossier import Appointment, PaperCheck, PaperLine, Scan
from dossiers.people import Person
from dossiers.receive import Intake
from dossiers.status import Status
from dossiers.store.drafts import Draft
from tests.desktop_screens.conftest import CLERK, Counter
from tests.desktop_screens.intake_hands import BIRTH, CARD, COPY, OTHER_CARD, UNVERIFIED, Desk


@pytest.fixture
def desk(counter: Counter) -> Desk:
    """The intake screen in front."""
    return Desk(counter)


def test_a_card_fills_the_person_and_the_cursor_goes_on(desk: Desk) -> None:
    desk.presenter.choose_procedure(COPY)
    desk.card()
    assert desk.view.form.text(Field.NAME) == "Nguyễn Thị Thùy Dương"
    assert desk.view.form.text(Field.BIRTH) == "02/09/1986"
    assert desk.view.place is Field.PAPERS
    assert desk.hint(Field.ID_NUMBER) == ("Khớp giới tính, năm sinh", Tone.OK)


def test_a_card_that_contradicts_its_number_warns_and_stops_nobody(desk: Desk) -> None:
    desk.presenter.choose_procedure(COPY)
    desk.card(CARD.replace("|Nữ|", "|Nam|"))
    assert desk.hint(Field.ID_NUMBER) == ("Giới tính trên thẻ không khớp với số định danh.", Tone.WARN)
    desk.presenter.sheet.count_paper(0, "pages", "1")
    desk.presenter.finish()
    assert desk.counter.desk.register.counts().total == 1


def test_a_second_card_is_the_next_citizen_and_the_first_stays_a_draft(desk: Desk) -> None:
    desk.card()
    desk.card(OTHER_CARD)
    assert desk.view.form.text(Field.NAME) == "Đặng Văn Khuể"
    assert [draft.body["texts"]["name"] for draft in desk.counter.desk.drafts.all()][-1] == "Nguyễn Thị Thùy Dương"


def test_filing_for_somebody_else_takes_the_second_card_as_the_owner(desk: Desk) -> None:
    desk.presenter.choose_procedure(COPY)
    desk.card()
    desk.presenter.file_for_other(True)
    desk.card(OTHER_CARD)
    desk.presenter.sheet.count_paper(0, "pages", "2")
    desk.presenter.finish()
    (row,) = desk.counter.desk.register.rows([1])
    taken = desk.counter.desk.register.get(row.id)
    assert taken.owner.name == "Đặng Văn Khuể"
    assert taken.filer is not None
    assert taken.filer.name == "Nguyễn Thị Thùy Dương"


@pytest.mark.parametrize(
    ("place", "typed", "sentence"),
    [
        (Field.ID_NUMBER, "03618600123", "Số định danh phải có đúng 12 chữ số (đang có 11)."),
        (Field.BIRTH, "31021986", "Ngày gõ dạng 02091986 hoặc 02/09/1986."),
        (Field.DUE, "hôm sau", "Ngày hẹn gõ dạng 16:30 24/11/2026 hoặc 24/11."),
        (Field.DUE, "20/11/2026", "Ngày hẹn trả phải sau lúc nhận."),
    ],
)
def test_a_fault_is_said_under_its_field_and_stops_the_commit(
    desk: Desk, place: Field, typed: str, sentence: str
) -> None:
    desk.presenter.choose_procedure(COPY)
    desk.card()
    desk.presenter.sheet.count_paper(0, "pages", "1")
    desk.presenter.type(place, typed)
    desk.presenter.leave(place)
    assert desk.hint(place) == (sentence, Tone.BAD)
    desk.presenter.finish()
    assert desk.view.place is place
    assert desk.counter.desk.register.counts().total == 0


def test_a_passport_is_no_wrong_citizen_number(desk: Desk) -> None:
    desk.presenter.choose_procedure(COPY)
    desk.write(ID_NUMBER="C1234567", NAME="Anna Nowak")
    desk.presenter.sheet.count_paper(0, "pages", "1")
    desk.presenter.finish()
    (row,) = desk.counter.desk.register.rows([1])
    assert desk.counter.desk.register.get(row.id).owner.id_kind == "passport"


def test_unverified_time_and_fee_wait_for_the_clerks_word(desk: Desk) -> None:
    desk.presenter.choose_procedure(UNVERIFIED)
    desk.card()
    desk.presenter.sheet.check_all()
    assert "chưa &xác minh" in desk.view.state.unsure
    desk.presenter.finish()
    assert desk.counter.desk.register.counts().total == 0
    assert desk.view.place in (Field.FEES, Field.DUE)
    desk.presenter.sheet.vouch(True)
    desk.presenter.finish()
    (row,) = desk.counter.desk.register.rows([1])
    taken = desk.counter.desk.register.get(row.id)
    assert taken.appointment.confirmed_by == CLERK.name
    assert {fee.confirmed_by for fee in taken.fees} == {CLERK.name}


def test_a_typed_date_stands_and_says_who_wrote_it(desk: Desk) -> None:
    desk.presenter.choose_procedure(COPY)
    desk.card()
    desk.presenter.sheet.count_paper(0, "pages", "9")
    desk.write(DUE="16:30 25/11/2026")
    desk.presenter.finish()
    (row,) = desk.counter.desk.register.rows([1])
    appointment = desk.counter.desk.register.get(row.id).appointment
    assert appointment.due_at is not None
    assert appointment.due_at.isoformat() == "2026-11-25T09:30:00+00:00"
    assert appointment.confirmed_by == CLERK.name


def test_f10_twice_makes_one_dossier_and_two_slips_never(desk: Desk) -> None:
    desk.presenter.choose_procedure(COPY)
    desk.card()
    desk.presenter.sheet.count_paper(0, "pages", "1")
    desk.presenter.finish()
    desk.presenter.finish()
    assert desk.counter.desk.register.counts().total == 1
    assert desk.counter.forms() == ["receipt", "internal_receipt/2026-01--1"]
    assert desk.counter.desk.drafts.all() == ()


def test_copies_without_pages_are_not_taken_in(desk: Desk) -> None:
    desk.presenter.choose_procedure(COPY)
    desk.card()
    desk.presenter.finish()
    assert desk.hint(Field.PAPERS)[0] == "Ghi số trang và số bản của từng giấy tờ."


def test_undo_voids_within_its_time_and_returns_the_text(desk: Desk) -> None:
    desk.presenter.choose_procedure(COPY)
    desk.card()
    desk.presenter.sheet.count_paper(0, "pages", "1")
    desk.presenter.finish()
    assert desk.counter.stage.said[-1].endswith("|Hoàn tác|30")
    undo = desk.counter.stage.undo
    assert undo is not None
    undo()
    (row,) = desk.counter.desk.register.rows([1])
    assert row.status is Status.VOIDED
    assert desk.counter.forms() == []
    assert "Giấy hẹn chưa in và sẽ không in nữa." in desk.counter.stage.said[-1]
    assert desk.view.form.text(Field.NAME) == "Nguyễn Thị Thùy Dương"
    assert len(desk.counter.desk.drafts.all()) == 1


def test_undo_asks_for_a_slip_that_is_out(desk: Desk) -> None:
    desk.presenter.choose_procedure(COPY)
    desk.card()
    desk.presenter.sheet.count_paper(0, "pages", "1")
    desk.presenter.finish()
    slip, _ = desk.counter.desk.prints.waiting()
    desk.counter.desk.prints.mark(slip.id, "sent")
    assert desk.counter.stage.undo is not None
    desk.counter.stage.undo()
    assert "Thu lại giấy hẹn đã in cho người dân. Trả lại người nộp 2.000 ₫." in desk.counter.stage.said[-1]


def test_a_slip_drawn_for_a_reception_already_taken_back_is_not_queued(desk: Desk) -> None:
    """Drawing takes a moment; the clerk's undo may be quicker."""
    desk.presenter.choose_procedure(COPY)
    desk.card()
    desk.presenter.sheet.count_paper(0, "pages", "1")
    desk.presenter.finish()
    (row,) = desk.counter.desk.register.rows([1])
    received = desk.counter.desk.register.get(row.id)
    assert desk.counter.stage.undo is not None
    desk.counter.stage.undo()
    desk.counter.slips.print("receipt", received)
    assert desk.counter.forms() == []
    assert desk.counter.stage.complaints == []


def test_a_conditional_dossier_pressed_twice_is_one_request(counter: Counter) -> None:
    papers = (PaperLine(name="Tờ khai", check=PaperCheck.NOT_OK, required=True),)
    intake = Intake(
        procedure_code=BIRTH, owner=Person(name="Đặng Văn Khuể", id_number="036095001111"), papers=papers, fees=(),
        appointment=Appointment(due_at=None, confirmed_by=CLERK.name), conditional=True,
    )  # fmt: skip
    first = counter.desk.do(take_in, intake, UUID(int=5))
    again = counter.desk.do(take_in, intake, UUID(int=5))
    assert again == first
    assert (len(again.supplements), counter.desk.journal.count()) == (1, 2)


def test_a_draft_of_another_version_is_refused_in_a_sentence(desk: Desk) -> None:
    desk.card()
    (kept,) = desk.counter.desk.drafts.all()
    spoilt = Draft(id=kept.id, kind=kept.kind, saved_at=kept.saved_at, body={"papers": "?"})
    desk.counter.desk.drafts.save(spoilt)
    later = Desk(desk.counter)
    later.presenter.restore()
    assert desk.counter.stage.complaints == [
        "Bản nháp này do phiên bản khác lưu nên không đọc được. Nhập lại từ đầu."
    ]


def test_scans_of_an_unfinished_intake_are_no_orphans(desk: Desk) -> None:
    store = desk.counter.desk
    sha = store.files.put(b"%PDF-1.7 scan")
    desk.card()
    desk.presenter.attach((Scan(sha256=sha, title="Tờ khai", mime="application/pdf", size=13, pages=1),))
    desk.counter.clock.now += timedelta(days=400)
    assert (store.files.sweep(), store.files.get(sha)) == (0, b"%PDF-1.7 scan")
    desk.presenter.guide_only()
    assert (store.files.sweep(), store.files.has(sha)) == (1, False)


def test_the_next_intake_begins_with_the_last_procedure(desk: Desk) -> None:
    desk.presenter.choose_procedure(BIRTH)
    desk.card()
    desk.presenter.sheet.check_all()
    desk.presenter.finish()
    assert desk.counter.stage.complaints == []
    assert desk.view.form.procedure_code == BIRTH
    assert {paper.check for paper in desk.view.form.papers} == {PaperCheck.NOT_CHECKED}
