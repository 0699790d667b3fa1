"""The register's worklists at a real desk: what is due comes by its date, filters are kept, lists are handed over."""

from array import array
from datetime import date, timedelta

import pytest

from desktop.register_asks import Narrowing, Worklist, near_end
from desktop.screens.register.presenter import RegisterPresenter
from dossiers.calendars import vietnam_calendar
from dossiers.dossier import Holder
from dossiers.hand_over import HandedOver, hand_over
from dossiers.result_ready import make_result_ready
from dossiers.supplement import request_supplement
from dossiers.void import void
from tests.desktop_screens.conftest import Counter
from tests.desktop_screens.register_desk import BIRTH, MISSING, HeardView, keys_of, take_in


@pytest.fixture
def view() -> HeardView:
    """Remembers what it was shown."""
    return HeardView()


@pytest.fixture
def register(counter: Counter, view: HeardView) -> RegisterPresenter:
    """The register of an office in which something of everything happened, two days later."""
    do = counter.desk.do
    take_in(counter, "Muộn Hơn", due_in_days=4)
    take_in(counter, "Hôm Nay", due_in_days=2)
    take_in(counter, "Quá Hạn", due_in_days=1)
    do(request_supplement, take_in(counter, "Chờ Giấy").id, (MISSING,), "thiếu giấy chứng sinh")
    do(make_result_ready, take_in(counter, "Chưa Lấy").id)
    do(void, take_in(counter, "Đã Bỏ").id, "nhập nhầm người")
    do(hand_over, take_in(counter, "Ở Sở", procedure=BIRTH).id, HandedOver(receiver=Holder(office="Sở Tư pháp")))
    do(make_result_ready, take_in(counter, "Lấy Sau", due_in_days=None).id)
    counter.clock.now += timedelta(days=2, hours=-8)
    presenter = RegisterPresenter(**counter.services, view=view)
    presenter.enter()
    return presenter


@pytest.mark.parametrize(
    ("worklist", "names"),
    [
        (Worklist.DUE_TODAY, ["Hôm Nay"]),
        (Worklist.NEARLY_DUE, ["Hôm Nay", "Muộn Hơn", "Ở Sở"]),
        (Worklist.OVERDUE, ["Quá Hạn"]),
        (Worklist.AWAITING, ["Chờ Giấy"]),
        (Worklist.READY, ["Chưa Lấy", "Lấy Sau"]),
        (Worklist.VOIDED, ["Đã Bỏ"]),
        (Worklist.UNSENT, ["Lấy Sau", "Ở Sở", "Đã Bỏ", "Chưa Lấy", "Chờ Giấy", "Quá Hạn", "Hôm Nay", "Muộn Hơn"]),
    ],
)
def test_a_worklist_holds_what_its_chip_counts(
    register: RegisterPresenter, view: HeardView, worklist: Worklist, names: list[str]
) -> None:
    register.choose(worklist)
    assert view.names == names
    assert view.tallies is not None
    assert view.tallies.worklists[worklist] == len(names)


def test_a_voided_dossier_says_why(register: RegisterPresenter, view: HeardView) -> None:
    register.choose(Worklist.VOIDED)
    page = view.listings[-1][0].first
    assert page.reasons == {page.rows[0].key: "nhập nhầm người"}


def test_nearly_due_counts_working_days_only() -> None:
    friday = date(2026, 11, 20)
    assert near_end(friday, vietnam_calendar()) == date(2026, 11, 26)  # the 24th is a day off


@pytest.mark.parametrize(
    ("narrowing", "names"),
    [
        (Narrowing(holder="Sở Tư pháp"), ["Ở Sở"]),
        (Narrowing(procedure_code=BIRTH), ["Ở Sở"]),
        (Narrowing(clerk="Trần Thị Hạnh", received_to=date(2026, 11, 22)), []),
        (Narrowing(clerk="Ai Đó"), []),
        (Narrowing(received_from=date(2026, 11, 23), received_to=date(2026, 11, 23), holder="Sở Tư pháp"), ["Ở Sở"]),
    ],
)
def test_the_filter_line_narrows_whatever_is_listed(
    register: RegisterPresenter, view: HeardView, narrowing: Narrowing, names: list[str]
) -> None:
    register.narrow(narrowing)
    assert view.names == names
    register.widen()
    assert len(view.names) == 8


def test_the_filter_line_offers_what_occurs(register: RegisterPresenter, view: HeardView) -> None:
    register.offer_choices()
    assert view.choices is not None
    assert (view.choices.holders, view.choices.clerks) == (("Trần Thị Hạnh", "Sở Tư pháp"), ("Trần Thị Hạnh",))
    assert [code for code, _ in view.choices.procedures] == ["2.000815", "1.001193"]


def test_a_filter_is_kept_at_the_desk_with_its_count_until_it_is_dropped(
    counter: Counter, register: RegisterPresenter, view: HeardView
) -> None:
    register.choose(Worklist.NEARLY_DUE)
    register.narrow(Narrowing(holder="Sở Tư pháp", received_from=date(2026, 11, 1)))
    register.save("Việc của Sở")
    register.choose(Worklist.ALL)
    later = HeardView()
    again = RegisterPresenter(**counter.services, view=later)
    again.enter()
    assert later.tallies is not None
    assert later.tallies.saved == {"Việc của Sở": 1}
    again.choose_saved("Việc của Sở")
    assert (later.names, later.choice.name, later.choice.narrowed) == (["Ở Sở"], "Việc của Sở", True)
    assert later.choice.wanted.worklist is Worklist.NEARLY_DUE
    again.forget()
    assert (later.choice.saved, later.choice.name, later.names) == ((), "", ["Ở Sở"])


def test_saving_under_the_same_name_replaces(register: RegisterPresenter, view: HeardView) -> None:
    register.save("Của tôi")
    register.choose(Worklist.OVERDUE)
    register.save("Của tôi")
    assert [(each.name, each.wanted.worklist) for each in view.choice.saved] == [("Của tôi", Worklist.OVERDUE)]


def test_a_list_handed_over_is_shown_as_it_is_until_another_is_chosen(
    counter: Counter, register: RegisterPresenter, view: HeardView
) -> None:
    every = {row.name: row.key for row in view.listings[-1][0].first.rows}
    keys = array("q", [every["Hôm Nay"], every["Đã Bỏ"], every["Ở Sở"]])
    register.enter_with(keys, "Tháng 11: ba hồ sơ")
    assert (view.names, view.choice.title) == (["Hôm Nay", "Đã Bỏ", "Ở Sở"], "Tháng 11: ba hồ sơ")
    register.enter()  # back from a dossier
    assert view.names == ["Hôm Nay", "Đã Bỏ", "Ở Sở"]
    register.type("so")
    assert view.names == ["Ở Sở"]
    register.choose(Worklist.ALL)
    assert (len(view.names), view.choice.title) == (1, "")
    register.type("")
    assert len(view.names) == 8


def test_words_from_the_top_box_search_the_whole_register(register: RegisterPresenter, view: HeardView) -> None:
    register.choose(Worklist.VOIDED)
    register.enter("hom nay")
    assert view.names == ["Hôm Nay"]
    assert view.listings[-1][1] == "1 hồ sơ khớp “hom nay”"


def test_rows_come_in_the_order_of_the_list(counter: Counter, register: RegisterPresenter, view: HeardView) -> None:
    dossiers = [take_in(counter, name) for name in ("An Một", "Ba Hai", "Tư Ba")]
    register.fetch(0, keys_of(counter, dossiers))
    assert [row.name for row in view.pages[-1].rows] == ["An Một", "Ba Hai", "Tư Ba"]
