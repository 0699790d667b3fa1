"""`motcua due`: the promised instant and how it was counted."""

import pytest

from desktop.console.due import as_data, instant, say_dates
from dossiers.calendars import vietnam_calendar
from dossiers.dossier import Channel
from dossiers.dry_run import dry_run
from dossiers.procedure import Duration, Procedure, TimeUnit
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


def test_it_says_from_when_on_the_promise_is_another(console: Console) -> None:
    words = ("due", "--procedure", CERTIFIED_COPY, "--received", "2026-11-23T09:00")
    assert "Nếu nhận từ 15:00 23/11/2026: hẹn trả: 17:00 25/11/2026" in console(*words).out
    (change,) = console(*words, "--json").data["changes"]
    assert (change["from"], change["due_at"]) == ("2026-11-23T15:00:00+07:00", "2026-11-25T17:00:00+07:00")


def test_without_a_time_it_means_now(console: Console) -> None:
    said = console("due", "--procedure", CERTIFIED_COPY, "--json")
    assert said.data["received_at"] < said.data["changes"][0]["from"] <= said.data["due_at"]


def test_the_extension_of_the_law_is_offered_and_given_when_asked_for(console: Console) -> None:
    words = ("due", "--procedure", "1.004873", "--received", "2026-11-23T09:00", "--json")
    plain, longer = console(*words).data, console(*words, "--extended").data
    assert plain["due_at"] == "2026-11-27T09:00:00+07:00"
    assert longer["due_at"] == "2026-12-16T09:00:00+07:00"
    assert plain["extension"] == {
        "amount": 23, "unit": "calendar_day", "total": True, "verified": True, "reason": "cần xác minh",
    }  # fmt: skip
    assert "kéo dài đến 23 ngày" in longer["legal_time"]
    assert console("due", "--procedure", "1.001653", "--extended").refused("không có thời gian kéo dài")


def test_a_procedure_without_a_stated_time_has_no_date_and_nothing_to_wait_for(console: Console) -> None:
    said = console("due", "--procedure", "2.001263", "--received", "2026-11-23T09:00", "--json")
    assert (said.data["due_at"], said.data["changes"]) == (None, [])
    assert "không có ngày hẹn" in console("due", "--procedure", "2.001263", "--received", "2026-11-23T09:00").out


def test_both_stages_are_said() -> None:
    """No procedure that ships has two stages; an office's own may."""
    day = Duration(amount=1, unit=TimeUnit.WORKING_DAY, verified=True)
    two = Procedure(code="1.000001", name="Hai giai đoạn", sector="Đất đai", duration=day, second_duration=day)
    received = instant("2026-11-16T09:00")
    runs = dry_run(two, received, vietnam_calendar())
    assert as_data(two, Channel.COUNTER, runs)["second_stage"] == {
        "begins_at": "2026-11-17T09:00:00+07:00", "due_at": "2026-11-18T09:00:00+07:00",
    }  # fmt: skip
    assert say_dates(runs[0].appointment) == (
        "Hẹn trả: 09:00 17/11/2026", "Giai đoạn 2: từ 09:00 17/11/2026, hẹn trả 09:00 18/11/2026",
    )  # fmt: skip
