"""`motcua due`: the promised instant and how it was counted."""

import pytest

from tests.console.consoles import Console

CERTIFIED_COPY = "2.000815"


def test_after_three_the_promise_is_the_next_working_day(console: Console) -> None:
    """24/11 is a public holiday from 2026, so the next working day is the 25th."""
    said = console("due", "--procedure", CERTIFIED_COPY, "--received", "2026-11-23T15:10", "--json")
    assert said.code == 0
    assert said.data["due_at"] == "2026-11-25T17:00:00+07:00"
    assert any("24/11/2026" in reason for reason in said.data["reasons"])


def test_the_sentences_say_the_same(console: Console) -> None:
    said = console("due", "--procedure", CERTIFIED_COPY, "--received", "2026-11-23T09:00")
    assert said.code == 0
    assert "Hẹn trả: 17:00 23/11/2026" in said.out
    assert "Mốc 15:00" in said.out


def test_an_instant_with_an_offset_is_that_instant(console: Console) -> None:
    said = console("due", "--procedure", CERTIFIED_COPY, "--received", "2026-11-23T02:00:00+00:00", "--json")
    assert said.data["received_at"] == "2026-11-23T09:00:00+07:00"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--procedure", "9.999999", "--received", "2026-11-23T15:10"), "không có thủ tục 9.999999"),
        (("--procedure", CERTIFIED_COPY, "--received", "hôm nay"), "không đúng dạng"),
        (("--procedure", CERTIFIED_COPY, "--received", "9999-12-31T23:59"), "2000–2099"),
        (("--procedure", CERTIFIED_COPY, "--received", "0001-01-01T00:00+14:00"), "2000–2099"),
        (("--procedure", CERTIFIED_COPY, "--received", "2019-01-02"), "vào ngày 02/01/2019"),
    ],
)
def test_bad_input_is_one_sentence(console: Console, options: tuple[str, ...], words: str) -> None:
    assert console("due", *options).refused(words)


def test_an_unknown_channel_is_refused(console: Console) -> None:
    assert console("due", "--procedure", "x", "--received", "x", "--channel", "drone").code == 2
