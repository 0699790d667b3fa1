"""The lists a day's work is taken from, and whose open dossiers lie here already."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from dossiers.calendars import vietnam_calendar
from dossiers.clock import local_date
from dossiers.dossier import Appointment, Dossier, Holder, Receiver
from dossiers.hand_over import HandedOver, hand_over
from dossiers.receive import receive
from dossiers.result_ready import make_result_ready
from dossiers.return_result import Returned, return_result
from dossiers.store.conditions import Filter, Order
from dossiers.store.desk import Desk
from dossiers.store.register import Query
from dossiers.supplement import request_supplement
from dossiers.worklists import working_days_ahead
from tests.store.homes import HandClock, intake

Take = Callable[..., Dossier]


@pytest.fixture
def take(desk: Desk, clock: HandClock) -> Take:
    """Take a dossier in, due so many hours from now."""

    def taken(name: str, due_in_hours: float = 5, id_number: str = "", born: date | None = None) -> Dossier:
        clock.forward(minutes=1)
        plain = intake(name, id_number)
        due = Appointment(due_at=clock() + timedelta(hours=due_in_hours), confirmed_by="Phạm Thị Thử")
        owner = replace(plain.owner, birth_date=born)
        return desk.do(receive, replace(plain, owner=owner, appointment=due), uuid4())

    return taken


def names(desk: Desk, order: Order = Order.NEWEST, text: str = "", **filters: object) -> list[str]:
    """Who is on a list, in its order; rows, keys and the total must agree."""
    query = Query(text=text, filter=Filter(**filters), order=order)  # type: ignore[arg-type]
    found, keys = desk.register.search(query), desk.register.ids(query)
    assert [row.key for row in found.rows] == list(keys)[: query.limit]
    assert found.total == len(keys)
    return [row.name for row in found.rows]


def test_nearly_due_stands_first_and_late_is_not_among_it(desk: Desk, clock: HandClock, take: Take) -> None:
    for name, hours in (("Lan", 30), ("Mai", 3), ("Nam", 75), ("Oanh", 0.5), ("Phú", 5)):
        take(name, hours)
    asked = take("Quý", 4)
    desk.do(request_supplement, asked.id, asked.papers, "mờ")
    clock.forward(hours=1)
    today = local_date(clock())
    assert names(desk, Order.DUE, due_to=today) == ["Mai", "Phú"]
    assert names(desk, Order.DUE, due_to=today + timedelta(days=1)) == ["Mai", "Phú", "Lan"]
    assert names(desk, Order.DUE, text="p", due_to=today) == ["Phú"]
    assert names(desk, overdue=True) == ["Oanh"]
    assert names(desk, awaiting=True) == ["Quý"]


def test_the_longest_on_the_shelf_stands_first(desk: Desk, clock: HandClock, take: Take) -> None:
    ready = [take(name) for name in ("Lan", "Mai", "Nam")]
    for dossier in reversed(ready):
        clock.forward(days=1)
        desk.do(make_result_ready, dossier.id)
    desk.do(return_result, ready[1].id, Returned(receiver=Receiver.OWNER, name="Mai"))
    today = local_date(clock())
    assert names(desk, Order.READY, ready_to=today) == ["Nam", "Lan"]
    assert names(desk, Order.READY, ready_to=today - timedelta(days=1)) == ["Nam"]
    assert names(desk, Order.READY, ready_to=today - timedelta(days=3)) == []


def test_who_holds_it_since_when(desk: Desk, clock: HandClock, take: Take) -> None:
    given = [take(name) for name in ("Lan", "Mai", "Nam")]
    for dossier in (given[2], given[0]):
        clock.forward(minutes=10)
        desk.do(hand_over, dossier.id, HandedOver(receiver=Holder(person="Đỗ Thị Chuyên")))
    assert names(desk, Order.HELD, holder="Đỗ Thị Chuyên") == ["Nam", "Lan"]
    desk.do(make_result_ready, given[2].id)
    assert names(desk, Order.HELD, holder="Đỗ Thị Chuyên") == ["Lan"]


def test_a_long_list_is_cut_after_it_is_ordered(desk: Desk, take: Take) -> None:
    """The nearest date stands first even where hundreds were received after it."""
    take("Gấp", 10)
    for _ in range(210):
        take("Thong Thả", 500)
    query = Query(filter=Filter(due_to=date(2027, 1, 1)), order=Order.DUE, limit=3)
    found = desk.register.search(query)
    assert found.rows[0].name == "Gấp"
    assert (len(found.rows), found.total, len(desk.register.ids(query))) == (3, 200, 211)


def test_working_days_step_over_weekends_and_holidays() -> None:
    calendar = vietnam_calendar()
    friday = date(2026, 11, 6)
    assert [working_days_ahead(calendar, friday, days) for days in (0, 1, 2)] == [
        friday, date(2026, 11, 9), date(2026, 11, 10),
    ]  # fmt: skip
    assert working_days_ahead(calendar, date(2026, 12, 31), 1) == date(2027, 1, 4)


def neighbours(desk: Desk, *person: object) -> list[str]:
    return [row.name for row in desk.register.neighbours(*person)]  # type: ignore[arg-type]


def test_the_same_number_finds_the_persons_open_dossiers(desk: Desk, take: Take) -> None:
    first = take("Nguyễn Thị Hồng", id_number="036199001234", born=date(1999, 5, 1))
    take("Nguyễn Thị Hồng", id_number="036199001234")
    take("Nguyễn Thị Hồng", id_number="036199009999", born=date(1999, 5, 1))
    assert len(neighbours(desk, "036199001234", "", None)) == 2
    desk.do(make_result_ready, first.id)
    assert len(neighbours(desk, "036 199 001 234", "", None)) == 2, "what lies on the shelf is still open"
    desk.do(return_result, first.id, Returned(receiver=Receiver.OWNER, name="Hồng"))
    assert len(neighbours(desk, "036199001234", "Nguyễn Thị Hồng", 1999)) == 1


@pytest.mark.parametrize(
    ("name", "year", "found"),
    [
        ("Trần Hòa Bình", 1977, 2),
        ("TRAN HOÀ BINH", 1977, 2),
        ("trần hoa binh", 1978, 0),
        ("Trần Bình", 1977, 0),
        ("Trần Hòa Bình An", 1977, 0),
        ("Bình", 1977, 0),
        ("", 1977, 0),
        ('Trần "Hòa" Bình', 1977, 2),
    ],
)
def test_without_the_number_name_and_year_find_them(desk: Desk, take: Take, name: str, year: int, found: int) -> None:
    """A mistyped number must not hide that the same person has a dossier here; the year may stand in their number."""
    take("Trần Hòa Bình", born=date(1977, 3, 2))
    take("Trần Hoà Bình", id_number="036077005555")
    take("Trần Hòa Bình", born=date(1990, 3, 2))
    take("Trần Hòa Bình")
    take("Bình Trần Hòa", born=date(1977, 3, 2))
    assert len(neighbours(desk, "036077005556", name, year)) == found
    assert neighbours(desk, "", name, None) == []


def test_a_delegate_is_a_neighbour_too(desk: Desk, take: Take, clock: HandClock) -> None:
    plain = intake("Lê Văn Chủ", "036077001111")
    filer = replace(plain.owner, name="Lê Thị Đi Nộp", id_number="036185002222", birth_date=date(1985, 1, 1))
    desk.do(receive, replace(plain, filer=filer), uuid4())
    assert neighbours(desk, "036185002222", "", None) == ["Lê Thị Đi Nộp"]
    assert neighbours(desk, "", "le thi di nop", 1985) == ["Lê Thị Đi Nộp"]
