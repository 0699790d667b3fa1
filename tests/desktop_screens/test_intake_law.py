"""What the law asks at the counter: channel, other offices, the longer time, and why nothing was taken in."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import msgspec
import pytest

from desktop.asks import INTAKE_DRAFT, keep_draft
from desktop.screens.intake.form import Field
from dossiers.dossier import Agency, Channel, Digital, PaperCheck, Receiver
from dossiers.journal import decode
from dossiers.people import Person
from dossiers.procedure import Duration, TimeUnit
from dossiers.turn_away import Because, TurnedAway
from tests.desktop_screens.conftest import Counter
from tests.desktop_screens.intake_hands import BIRTH, CARD, MARRIAGE, OTHER_CARD, Desk


@pytest.fixture
def desk(counter: Counter) -> Desk:
    """The intake in front."""
    return Desk(counter)


def turned_away(desk: Desk) -> list[TurnedAway]:
    """The deeds of the office that say nothing was taken in."""
    journal = desk.counter.desk.journal
    ops = [decode(entry.line) for entry in journal.entries(journal.head.epoch, 0, 100)]
    return [msgspec.json.decode(op.body, type=TurnedAway) for op in ops if op.kind == "turned_away"]


def opened(desk: Desk) -> tuple[str, dict[str, Any]]:
    """The screen asked for last, and what it was told."""
    return desk.counter.stage.opened[-1]


def test_channel_offices_and_delegate_go_with_the_dossier(desk: Desk) -> None:
    desk.presenter.sheet.come_by(Channel.POST)
    desk.write(DECIDING="Sở Tư pháp", SUPPORTING="UBND xã Mỹ Hưng", DELEGATE_NAME="Đỗ Văn Thay",
               DELEGATE_ID_NUMBER="036 095 002 222")  # fmt: skip
    taken = desk.take_in(BIRTH)
    assert (taken.channel, taken.deciding, taken.supporting) == (
        Channel.POST, Agency(name="Sở Tư pháp"), Agency(name="UBND xã Mỹ Hưng"),
    )  # fmt: skip
    assert taken.delegate == Person(name="Đỗ Văn Thay", id_number="036095002222")
    assert desk.view.form.channel is Channel.COUNTER


def test_a_delegate_without_a_name_is_sent_back_to_it(desk: Desk) -> None:
    desk.copies()
    desk.write(DELEGATE_ID_NUMBER="036095002222")
    desk.presenter.finish()
    assert desk.view.place is Field.DELEGATE_NAME
    assert desk.counter.desk.register.counts().total == 0


def test_the_longer_time_is_the_clerks_to_give(desk: Desk) -> None:
    desk.presenter.choose_procedure(MARRIAGE)
    assert desk.view.state.extension == "Theo luật: kéo dài đến 5 ngày làm việc (cần xác minh)"
    assert desk.view.state.due.endswith("23/11/2026")
    desk.presenter.sheet.extend(True)
    assert desk.view.state.due.endswith("01/12/2026")
    assert "đã xem lại" in desk.view.state.unsure
    taken = desk.take_in(MARRIAGE)
    assert "kéo dài đến 5 ngày làm việc" in taken.appointment.legal_time
    assert taken.appointment.confirmed_by


def test_a_date_typed_keeps_the_legal_time_for_the_slip(desk: Desk) -> None:
    desk.copies()
    desk.write(DUE="16:30 25/11/2026")
    assert desk.finish().appointment.legal_time == "trong ngày"


def with_marriage(desk: Desk, **changes: Any) -> None:
    """The law of one procedure changes, and the intake comes to the front again."""
    store = desk.counter.desk
    procedures = store.catalogue.procedures
    changed = tuple(replace(each, **changes) if each.code == MARRIAGE else each for each in procedures)
    store.set_catalogue(replace(store.catalogue, procedures=changed))
    desk.presenter.enter()


def test_two_stages_are_both_promised(desk: Desk) -> None:
    with_marriage(desk, second_duration=Duration(amount=3, unit=TimeUnit.WORKING_DAY, verified=True))
    desk.presenter.choose_procedure(MARRIAGE)
    assert desk.view.state.due == "17:00 23/11/2026"
    assert desk.view.state.second_stage == "Giai đoạn 2 hẹn 07:00 30/11/2026"
    second = desk.take_in(MARRIAGE).appointment.second_stage
    assert second is not None
    assert second.due_at == datetime(2026, 11, 30, tzinfo=UTC)


def test_a_procedure_without_appointment_promises_no_day(desk: Desk) -> None:
    with_marriage(desk, appointment=False)
    desk.presenter.choose_procedure(MARRIAGE)
    assert (desk.view.state.due, desk.view.state.extension) == ("Không hẹn ngày", "")
    assert desk.take_in(MARRIAGE).appointment.due_at is None


def test_online_the_law_may_give_another_time(desk: Desk) -> None:
    with_marriage(desk, online_duration=Duration(amount=5, unit=TimeUnit.WORKING_DAY, verified=True))
    desk.presenter.choose_procedure(MARRIAGE)
    at_the_counter = desk.view.state.due
    desk.presenter.sheet.come_by(Channel.ONLINE)
    assert (at_the_counter, desk.view.state.due) == ("17:00 23/11/2026", "09:00 01/12/2026")


@pytest.mark.parametrize(("hour", "said"), [(7, "Nhận từ 15:00 thì hẹn 17:00 25/11/2026"), (2, "")])
def test_a_promise_about_to_change_is_said_and_no_other(desk: Desk, hour: int, said: str) -> None:
    desk.counter.clock.now = datetime(2026, 11, 23, hour, 30, tzinfo=UTC)
    desk.presenter.choose_procedure(BIRTH)
    assert desk.view.state.later == said


def test_a_guide_slip_puts_the_missing_papers_on_record(desk: Desk) -> None:
    desk.presenter.choose_procedure(BIRTH)
    desk.card()
    desk.presenter.sheet.check_paper(1, PaperCheck.NOT_OK)
    desk.presenter.finish()
    assert desk.view.state.asking
    desk.presenter.guide_only()
    (away,) = turned_away(desk)
    assert (away.because, away.procedure_code, away.missing) == (Because.PAPERS_MISSING, BIRTH, ("Giấy chứng sinh",))
    assert desk.counter.forms() == ["guidance"]
    assert desk.counter.desk.register.counts().total == 0


def test_a_refusal_is_printed_and_on_record(desk: Desk) -> None:
    desk.presenter.choose_procedure(BIRTH)
    desk.card()
    desk.presenter.ask_refusal()
    assert desk.view.state.refusing
    desk.presenter.refuse("Không thuộc thẩm quyền của xã.")
    (away,) = turned_away(desk)
    assert (away.because, away.reason) == (Because.REFUSED, "Không thuộc thẩm quyền của xã.")
    assert desk.counter.forms() == ["refusal"]
    assert (desk.view.state.refusing, desk.view.form.text(Field.NAME)) == (False, "")
    assert desk.counter.desk.drafts.all() == ()


@pytest.mark.parametrize("reason", ["", "   "])
def test_nobody_is_refused_without_a_reason(desk: Desk, reason: str) -> None:
    desk.presenter.choose_procedure(BIRTH)
    desk.card()
    desk.presenter.ask_refusal()
    desk.presenter.refuse(reason)
    assert (turned_away(desk), desk.counter.forms()) == ([], [])
    assert desk.view.form.text(Field.NAME) == "Nguyễn Thị Thùy Dương"


@pytest.mark.parametrize(("place", "typed"), [("NAME", ""), ("SETS", "hai"), ("ID_NUMBER", "0361")])
def test_a_refusal_of_a_half_filled_form_goes_to_what_is_wrong(desk: Desk, place: str, typed: str) -> None:
    desk.presenter.choose_procedure(BIRTH)
    desk.card()
    desk.write(**{place: typed})
    desk.presenter.ask_refusal()
    desk.presenter.refuse("Không thuộc thẩm quyền của xã.")
    assert desk.view.place is Field[place]
    assert (turned_away(desk), desk.counter.forms()) == ([], [])


def test_stepping_back_from_a_refusal_loses_nothing(desk: Desk) -> None:
    desk.card()
    desk.presenter.ask_refusal()
    desk.presenter.set_aside()
    assert (desk.view.state.refusing, desk.view.form.text(Field.NAME)) == (False, "Nguyễn Thị Thùy Dương")


def test_a_paper_used_again_is_marked(desk: Desk) -> None:
    desk.presenter.choose_procedure(BIRTH)
    desk.card()
    desk.presenter.sheet.mark_digital(2, Digital.REUSED)
    assert desk.take_in(BIRTH).papers[2].digital is Digital.REUSED


def test_every_open_dossier_of_the_person_is_counted(desk: Desk) -> None:
    first = desk.take_in(BIRTH)
    desk.card()
    assert desk.view.state.others == f"Đã có hồ sơ {first.code} ngày 23/11/2026"
    desk.presenter.open_others()
    assert opened(desk) == ("dossier", {"dossier_id": first.id})
    desk.presenter.begin()
    desk.take_in(MARRIAGE)
    desk.card()
    assert desk.view.state.others == "Người này còn 2 hồ sơ chưa xong"
    desk.presenter.open_others()
    assert opened(desk) == ("register", {"text": "036186001234"})
    desk.card(OTHER_CARD)
    assert desk.view.state.others == ""


def test_a_mistyped_number_is_caught_by_name_and_year(desk: Desk) -> None:
    first = desk.take_in(BIRTH)
    desk.card(CARD.replace("036186001234", "036186009999"))
    assert desk.view.state.others == f"Người cùng tên, cùng năm sinh đã có hồ sơ {first.code}"


def test_what_people_often_lack_is_said_from_twenty_cases_on(desk: Desk) -> None:
    for case in range(20):
        desk.presenter.choose_procedure(BIRTH)
        assert desk.view.state.often_missing == ""
        desk.card()
        desk.presenter.sheet.check_paper(1, PaperCheck.NOT_OK)
        if case % 2:
            desk.presenter.guide_only()
        else:
            desk.presenter.sheet.check_paper(1, PaperCheck.OK)
            desk.take_in(BIRTH)
    desk.presenter.begin()
    assert desk.view.state.often_missing == "Hay thiếu: Giấy chứng sinh (10/20)"


def test_an_old_draft_still_opens(desk: Desk) -> None:
    """Drafts kept before there were channels and exemptions."""
    body = {"procedure_code": BIRTH, "texts": {"name": "Đặng Văn Khuể"}, "payment": "exempt"}
    keep_draft(desk.counter.desk, UUID(int=7), INTAKE_DRAFT, desk.counter.clock(), body)
    later = Desk(desk.counter)
    later.presenter.restore()
    assert (later.view.form.text(Field.NAME), later.view.form.channel) == ("Đặng Văn Khuể", Channel.COUNTER)


def test_copies_at_once_are_handed_to_the_owner_in_one_deed(counter: Counter) -> None:
    desk = Desk(counter, at_once=True)
    desk.copies()
    done = desk.finish()
    assert done.handover is not None
    assert (done.handover.receiver, done.handover.name) == (Receiver.OWNER, "Nguyễn Thị Thùy Dương")
    kinds = [deed.kind for deed in counter.desk.register.history(done.id)]
    assert kinds == ["received", "certified", "fee_taken", "result_ready", "returned"]
    assert counter.stage.said[-1].endswith("Số chứng thực 0001, quyển số 01/2026-SCT/BS|Hoàn tác|30")
