"""The register as it is searched while typing: names with and without marks, numbers by either end, codes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from random import Random
from uuid import uuid4

import pytest

from dossiers.calendars import vietnam_calendar
from dossiers.clock import local_date
from dossiers.correct import correct_owner
from dossiers.dossier import Appointment, Dossier, Receiver
from dossiers.ids import to_base32
from dossiers.names import fold
from dossiers.receive import receive
from dossiers.result_ready import make_result_ready
from dossiers.return_result import Returned, return_result
from dossiers.standing import Standing, is_overdue, standing, standing_of
from dossiers.status import Status
from dossiers.store.conditions import Filter
from dossiers.store.database import Interrupted
from dossiers.store.desk import Desk
from dossiers.store.register import Query, Row
from dossiers.supplement import receive_supplement, request_supplement
from dossiers.void import void
from tests.store.homes import CERTIFIED_COPY, HandClock, intake

PEOPLE = (
    ("Nguyễn Thị Hồng Nhung", "036199001234", "0912345678"),
    ("Đỗ Văn Đức", "001088007777", ""),
    ("Trần Hòa Bình", "036077005555", "0987 654 321"),
    ("Trần Bình Hoà", "036077006666", ""),
    ("Nguyễn Hồng Thị", "040199009999", ""),
)

EVERYBODY = [name for name, _, _ in reversed(PEOPLE)]


@pytest.fixture
def full(desk: Desk) -> Desk:
    """A desk with a few people in its register."""
    for name, number, phone in PEOPLE:
        desk.do(receive, intake(name, number, phone), uuid4())
    return desk


def names(desk: Desk, text: str, **filters: object) -> list[str]:
    return [row.name for row in desk.register.search(Query(text=text, filter=Filter(**filters))).rows]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("đức", ["Đỗ Văn Đức"]),
        ("duc", ["Đỗ Văn Đức"]),
        ("do van d", ["Đỗ Văn Đức"]),
        ("ĐỖ VĂN", ["Đỗ Văn Đức"]),
        ("hoa", ["Trần Bình Hoà", "Trần Hòa Bình"]),
        ("tran hoa", ["Trần Hòa Bình"]),
        ("nguyen thi h", ["Nguyễn Thị Hồng Nhung"]),
        ("hong nhu", ["Nguyễn Thị Hồng Nhung"]),
        ("ngu", ["Nguyễn Hồng Thị", "Nguyễn Thị Hồng Nhung"]),
        ("n", ["Nguyễn Hồng Thị", "Nguyễn Thị Hồng Nhung"]),
        ("xyz", []),
        ("đức xyz", []),
        ("036", ["Trần Bình Hoà", "Trần Hòa Bình", "Nguyễn Thị Hồng Nhung"]),
        ("001234", ["Nguyễn Thị Hồng Nhung"]),
        ("036 199 001 234", ["Nguyễn Thị Hồng Nhung"]),
        ("0987654", ["Trần Hòa Bình"]),
        ("321", ["Trần Hòa Bình"]),
        ("0003", ["Trần Hòa Bình"]),
        ("261123-0002", ["Đỗ Văn Đức"]),
        ("H99.001-261123-0004", ["Trần Bình Hoà"]),
        ("h99.001-261123-00", EVERYBODY),
        ("2", EVERYBODY),
        ('"', []),
        ("a OR b NOT * (", []),
        ("   ", EVERYBODY),
    ],
)
def test_what_is_typed_finds_whom_it_should(full: Desk, text: str, found: list[str]) -> None:
    assert names(full, text) == found


def test_words_apart_are_found_when_none_stand_side_by_side(full: Desk) -> None:
    answer = full.register.search(Query(text="nguyen nhung"))
    assert [row.name for row in answer.rows] == ["Nguyễn Thị Hồng Nhung"]
    assert answer.any_order
    assert not full.register.search(Query(text="hong nhung")).any_order


def test_any_prefix_of_any_run_of_name_words_finds_its_owner(desk: Desk) -> None:
    """The same as reading every name from the first to the last, for a hundred invented people."""
    random = Random(7)
    family, middle = ("Nguyễn", "Trần", "Đặng", "Lê", "Phạm"), ("Thị", "Văn", "Hồng", "Đức", "Ngọc")
    given = ("Hoa", "Hòa", "Hồng", "Hương", "Đạt", "Đào", "An", "Ánh", "Yến", "Ý")
    everybody = [" ".join(parts) for parts in product(family, middle, given)]
    people = random.sample(everybody, 100)
    for name in people:
        desk.do(receive, intake(name, ""), uuid4())
    for name in random.sample(people, 40):
        words = fold(name).split()
        start = random.randrange(len(words))
        typed = " ".join(words[start:])
        typed = typed[: random.randint(1, len(typed))]
        found = [row.name for row in desk.register.search(Query(text=typed, limit=200)).rows]
        wanted = [each for each in reversed(people) if side_by_side(fold(each).split(), typed.split())]
        assert found == wanted, typed


def side_by_side(words: list[str], typed: list[str]) -> bool:
    """Whether the typed words stand in a row among the words, the last as a beginning."""
    starts = range(len(words) - len(typed) + 1)
    return any(
        words[s : s + len(typed) - 1] == typed[:-1] and words[s + len(typed) - 1].startswith(typed[-1]) for s in starts
    )


@pytest.mark.parametrize(
    "spelling",
    ["{code}", "h99.001-261123-0001", "H99 001 261123 0001", "H99001-261123-0001", "{code}/{id}", "SEP:{code}/{id}",
     "H98.9-200101-0001/{id}"],
)  # fmt: skip
def test_a_code_is_found_in_any_spelling(desk: Desk, spelling: str) -> None:
    dossier = desk.do(receive, intake(), uuid4())
    assert desk.register.find(spelling.format(code=dossier.code, id=to_base32(dossier.id))) == dossier


@pytest.mark.parametrize("text", ["", "  ", "H99.001-261123-9999", "không phải mã", "…"])
def test_what_is_no_code_finds_nothing(full: Desk, text: str) -> None:
    assert full.register.find(text) is None


def test_a_corrected_name_is_found_and_the_old_one_no_more(desk: Desk) -> None:
    dossier = desk.do(receive, intake("Nguyễn Văn Sai"), uuid4())
    desk.do(correct_owner, dossier.id, replace(dossier.owner, name="Nguyễn Văn Đúng", id_number="036199009999"))
    assert names(desk, "sai") == []
    assert names(desk, "dung") == ["Nguyễn Văn Đúng"]
    assert names(desk, "001234") == []
    assert desk.register.search(Query(text="036199009999")).total == 1


def test_pages_of_keys_and_rows_agree(full: Desk) -> None:
    keys = full.register.ids(Query(limit=2))
    assert list(keys) == [5, 4, 3, 2, 1]
    assert [row.key for row in full.register.rows([2, 5, 99])] == [2, 5]
    assert full.register.search(Query(limit=2)).total == 5


def test_the_citizen_of_an_earlier_dossier_fills_the_next_form(full: Desk) -> None:
    person = full.register.citizen("036199001234")
    assert person is not None
    assert person.name == "Nguyễn Thị Hồng Nhung"
    assert full.register.citizen("999999999999") is None


def life_of_a_day(desk: Desk, clock: HandClock, random: Random) -> Iterator[Dossier]:
    """Dossiers in every state this desk brings about, some late before they wait, some due today, some undated."""
    dues = (None, timedelta(hours=-30), timedelta(hours=2), timedelta(hours=20), timedelta(days=3))
    for due, fate in product(dues, ("stay", "wait", "answered", "ready", "returned", "void")):
        appointment = Appointment(due_at=clock() + due if due else None, confirmed_by="Phạm Thị Thử")
        dossier = desk.do(receive, replace(intake(), appointment=appointment), uuid4())
        clock.forward(minutes=random.randrange(300))
        if fate in {"wait", "answered"}:
            desk.do(request_supplement, dossier.id, dossier.papers, "Bản chính mờ.")
        if fate == "answered":
            desk.do(receive_supplement, dossier.id)
        if fate in {"ready", "returned"}:
            desk.do(make_result_ready, dossier.id)
        if fate == "returned":
            desk.do(return_result, dossier.id, Returned(receiver=Receiver.OWNER, name="Người Nhận"))
        if fate == "void" and not is_overdue(dossier, clock()):
            desk.do(void, dossier.id, "nhập nhầm")
        yield desk.register.get(dossier.id)


def test_lists_and_figures_say_the_same_as_the_single_dossier(desk: Desk, clock: HandClock) -> None:
    """Overdue and due today are written twice, in SQL and in standing.py; this holds them together."""
    dossiers = list(life_of_a_day(desk, clock, Random(11)))
    calendar = vietnam_calendar()
    for hours in (0, 3, 12, 26, 100):
        clock.forward(hours=hours)
        now = clock()
        late = {each.id for each in dossiers if each.finished_at is None and is_overdue(each, now)}
        today = {each.id for each in dossiers if standing(each, now, calendar).modifier == "Đến hạn hôm nay"}
        counts = desk.register.counts()
        assert {row.id for row in everything(desk, Filter(overdue=True))} == late
        assert {row.id for row in everything(desk, Filter(due_to=local_date(clock())))} == today
        assert Status.AWAITING_SUPPLEMENT in {each.status for each in dossiers if each.id in late}
        assert (counts.overdue, counts.due_today) == (len(late), len(today))
        assert counts.awaiting == sum(each.status is Status.AWAITING_SUPPLEMENT for each in dossiers)
        assert counts.ready == sum(each.status is Status.RESULT_READY for each in dossiers)
        assert {row.id: stands(row, now) for row in everything(desk, Filter())} == {
            each.id: standing(each, now, calendar) for each in dossiers
        }
    assert counts.total == len(dossiers)


def stands(row: Row, now: datetime) -> Standing:
    """A list row, as the register paints it."""
    return standing_of(
        row.status, row.due_at, now, stopped_at=row.stopped_at, late=row.late, conditional=row.conditional,
        calendar=vietnam_calendar(),
    )  # fmt: skip


def everything(desk: Desk, wanted: Filter) -> list[Row]:
    return list(desk.register.rows(desk.register.ids(Query(filter=wanted))))


def test_the_figures_of_today_are_vietnamese_days(desk: Desk, clock: HandClock) -> None:
    clock.now = datetime(2026, 11, 23, 16, 59, tzinfo=UTC)
    desk.do(receive, intake(), uuid4())
    assert desk.register.counts().received_today == 1
    clock.forward(minutes=2)
    assert desk.register.counts().received_today == 0
    assert desk.register.usage() == {CERTIFIED_COPY: 1}


def test_filters_narrow_a_typed_search(full: Desk, clock: HandClock) -> None:
    row = full.register.search(Query(text="tran")).rows[0]
    full.do(void, row.id, "nhập nhầm")
    assert names(full, "tran", statuses=frozenset({Status.RECEIVED})) == ["Trần Hòa Bình"]
    assert names(full, "tran", statuses=frozenset({Status.VOIDED})) == ["Trần Bình Hoà"]
    assert names(full, "tran", procedure_code="1.001193") == []
    today = datetime(2026, 11, 23, tzinfo=UTC).date()
    assert len(names(full, "", received_from=today, received_to=today)) == 5
    assert names(full, "", received_from=today + timedelta(days=1)) == []
    assert [dossier.code[-4:] for dossier in full.register.received_on(today)] == [f"{n:04d}" for n in range(1, 6)]


def test_a_search_is_cut_short_and_a_commit_never(desk: Desk) -> None:
    """SQLite asks after every few steps whether to go on; each time somebody interrupts."""

    def impatient() -> int:
        desk.interrupt()
        return 0

    desk.database.driver.set_progress_handler(impatient, 1)
    for number in range(30):
        desk.do(receive, intake(f"Người Thứ {number}"), uuid4())
    with pytest.raises(Interrupted):
        desk.register.search(Query(text="nguoi thu"))
    desk.database.driver.set_progress_handler(None, 1)
    assert desk.register.search(Query(text="nguoi thu")).total == 30
    assert desk.journal.count() == 30


def test_an_alias_from_the_province_finds_the_dossier(desk: Desk) -> None:
    from dossiers import fold as folding
    from dossiers.store.wire import Snapshot

    dossier = desk.do(receive, intake(), uuid4())
    renamed = replace(dossier, aliases=("H99.001-261123-9801",))
    desk.wire.take_in([Snapshot(rev=2, state=folding.encode_state(renamed))])
    assert desk.register.find("H99.001-261123-9801") == dossier
