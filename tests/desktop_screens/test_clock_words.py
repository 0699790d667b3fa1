"""A wrong clock is said where the clerk works, and the day is asked for when nobody else can know it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.clock_asks import ClockState, clock_words, confirm_day, day_question, read_clock
from desktop.frame.news import Way, banner_words, read_news
from dossiers.clock import to_ms
from dossiers.receive import receive
from sync import clock_check
from tests.desktop_screens.conftest import Counter
from tests.store.homes import intake

MINUTE_MS, HOUR_MS, DAY_MS = 60_000, 3_600_000, 86_400_000
DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("offset_ms", "said"),
    [
        (0, ""),
        (5 * MINUTE_MS, ""),
        (-5 * MINUTE_MS, ""),
        (5 * MINUTE_MS + 1, "chậm 5 phút"),
        (-45 * MINUTE_MS, "nhanh 45 phút"),
        (3 * HOUR_MS, "chậm 3 giờ"),
        (-26 * HOUR_MS, "nhanh 26 giờ"),
        (400 * DAY_MS, "chậm 400 ngày"),
        (-73 * 365 * DAY_MS, "nhanh 26645 ngày"),
    ],
)
def test_an_offset_is_said_from_five_minutes_on(offset_ms: int, said: str, counter: Counter) -> None:
    clock_check.note(counter.desk, offset_ms, to_ms(counter.clock()))
    words = clock_words(read_clock(counter.desk))
    assert said in words
    assert bool(words) == bool(said)


def test_a_book_that_is_ahead_of_the_machine_goes_on_and_says_so(counter: Counter) -> None:
    counter.desk.do(receive, intake())
    counter.clock.now -= timedelta(days=2)
    words = clock_words(read_clock(counter.desk))
    assert words.startswith("Máy ghi ngày 21/11/2026, sổ đã dùng ngày 23/11/2026: số hồ sơ tiếp tục theo ngày 23/11")


def test_the_day_is_asked_for_once_and_believed(counter: Counter) -> None:
    clock_check.note(counter.desk, 0, to_ms(counter.clock()))
    assert day_question(read_clock(counter.desk)) == ""
    counter.clock.now += timedelta(hours=72)
    asked = banner_words(read_news(counter.desk), None, counter.clock())
    assert asked.way is Way.DAY_IS_RIGHT
    assert asked.words == (
        "Hôm nay có đúng là Thứ Năm 26/11/2026? Máy chưa đối chiếu giờ với tỉnh từ 23/11/2026. "
        "Nếu sai, chỉnh giờ máy trước."
    )
    assert not confirm_day(counter.desk, DAY), "the question was about another day"
    assert day_question(read_clock(counter.desk))
    assert confirm_day(counter.desk, date(2026, 11, 26))
    assert banner_words(read_news(counter.desk), None, counter.clock()).words == ""


def test_a_clock_set_right_needs_no_confirming(counter: Counter) -> None:
    clock_check.note(counter.desk, 0, to_ms(counter.clock()))
    right = counter.clock.now
    counter.clock.now = datetime(2099, 1, 1, tzinfo=UTC)
    assert "01/01/2099" in day_question(read_clock(counter.desk))
    counter.clock.now = right
    assert day_question(read_clock(counter.desk)) == ""


def test_the_wrong_clock_leads_to_comparing_again(counter: Counter) -> None:
    counter.desk.wire.set("province_key", bytes(32))
    clock_check.note(counter.desk, -45 * MINUTE_MS, to_ms(counter.clock()))
    said = banner_words(read_news(counter.desk), None, counter.clock())
    assert (said.way, "nhanh 45 phút" in said.words) == (Way.ASK_THE_TIME, True)
    assert clock_words(ClockState(machine_day=DAY, book_day=DAY)) == ""
