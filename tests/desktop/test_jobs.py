"""The database thread: answers come home, failures are told, searches give way, long work lets others go first."""

import threading
import weakref
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop.bridges.jobs import QtJobs
from desktop.jobs import Failure, ImmediateJobs, failure
from dossiers.errors import InvalidInput, KnownError
from scanning.errors import Fault, ScanError
from tests.desktop.driving import wait_for


class FakeDesk:
    """Only what the jobs themselves call."""

    def __init__(self) -> None:
        self.interrupted = threading.Event()
        self.thread = threading.current_thread().name
        self.closed = False

    def do(self, verb: Any, *args: object) -> object:
        """Run a verb."""
        return verb(self, *args)

    def interrupt(self) -> None:
        """Note that a search was cut short."""
        self.interrupted.set()

    def close(self) -> None:
        """Note the end."""
        self.closed = True


class Told:
    """What came home, and in which thread."""

    def __init__(self) -> None:
        self.values: list[object] = []
        self.failures: list[Failure] = []

    def done(self, value: object) -> None:
        """A result."""
        assert threading.current_thread() is threading.main_thread()
        self.values.append(value)

    def failed(self, why: Failure) -> None:
        """A failure."""
        assert threading.current_thread() is threading.main_thread()
        self.failures.append(why)


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[QtJobs]:
    """Jobs with an open desk."""
    del qapp
    made, told = QtJobs(), Told()
    made.open(FakeDesk, told.done, told.failed)  # type: ignore[arg-type]
    wait_for(lambda: told.values, "the desk")
    yield made
    made.close(lambda _: None)


def test_the_desk_lives_on_its_own_thread_and_answers_come_home(jobs: QtJobs) -> None:
    told = Told()
    jobs.ask(lambda desk: desk.thread, told.done, told.failed)  # type: ignore[attr-defined]
    jobs.do(lambda _, word: word.upper(), "hẹn", on_done=told.done, on_failed=told.failed)
    jobs.pool(lambda: 7, told.done, told.failed)
    wait_for(lambda: len(told.values) == 3, "three answers")
    assert "database" in told.values
    assert {"HẸN", 7} <= set(told.values)


def test_a_fault_of_the_world_is_told_in_its_own_sentence(jobs: QtJobs) -> None:
    told = Told()

    def refuse(_: object) -> None:
        raise InvalidInput("Số bộ phải từ {least}.", field="sets", least=1)

    jobs.ask(refuse, told.done, told.failed)
    wait_for(lambda: told.failures, "the failure")
    assert (told.failures[0].sentence, told.failures[0].field) == ("Số bộ phải từ 1.", "sets")
    assert told.failures[0].expected


@pytest.mark.expects_log
def test_our_own_bug_is_logged_by_its_place_and_never_by_its_words(caplog: pytest.LogCaptureFixture) -> None:
    """An exception's message may hold a citizen's name; the log must not (STYLE 37)."""
    told = Told()

    def stumble(_: object) -> None:
        raise ValueError("Nguyễn Thị Bí Mật 036186001234")

    ImmediateJobs(None).ask(stumble, told.done, told.failed)
    assert not told.failures[0].expected
    assert "đã ghi lại" in told.failures[0].sentence
    assert "stumble" in caplog.text
    assert "Bí Mật" not in caplog.text + told.failures[0].sentence


def test_a_scanner_fault_says_what_is_kept_and_what_to_press() -> None:
    sentence = failure(ScanError(Fault.JAM)).sentence
    assert "kẹt giấy" in sentence
    assert "Quét tiếp" in sentence


def test_a_newer_search_silences_and_interrupts_the_older(jobs: QtJobs) -> None:
    told, begun, desks = Told(), threading.Event(), []

    def slow(desk: Any) -> str:
        desks.append(desk)
        begun.set()
        assert desk.interrupted.wait(10)
        raise KnownError("Đã dừng tìm.")

    jobs.latest("search", slow, told.done, told.failed)
    assert begun.wait(10)
    jobs.latest("search", lambda _: "middle", told.done, told.failed)
    jobs.latest("search", lambda _: "newest", told.done, told.failed)
    wait_for(lambda: told.values, "the newest answer")
    assert (told.values, told.failures) == (["newest"], [])


class Widget:
    """Stands for what a job or its answer may hold on to; `last` is told by the thread that lets go of it last."""

    def __init__(self, last: Callable[[str], object]) -> None:
        weakref.finalize(self, lambda: last(threading.current_thread().name))

    def done(self, _: object) -> None:
        """An answer."""

    def failed(self, _: Failure) -> None:
        """A failure."""


def test_what_a_job_held_on_to_dies_in_the_window_s_thread(jobs: QtJobs) -> None:
    died: list[str] = []

    def stumble(held: Widget) -> None:
        raise KnownError(f"Đã giữ {len(repr(held))}.")

    for ask in (jobs.pool, jobs.ask):
        for _ in range(100):
            widget = Widget(died.append)
            ask(lambda *_, held=widget: stumble(held), widget.done, widget.failed)
            del widget
    wait_for(lambda: len(died) == 200, "every widget's end")
    assert set(died) == {threading.main_thread().name}


def test_long_work_lets_waiting_jobs_go_first(jobs: QtJobs) -> None:
    told, waiting = Told(), threading.Event()

    def backup(_: object) -> str:
        assert waiting.wait(10)
        jobs.serve()
        return "backup"

    jobs.ask(backup, told.done, told.failed)
    jobs.ask(lambda _: "commit", told.done, told.failed)
    waiting.set()
    wait_for(lambda: len(told.values) == 2, "both")
    assert told.values == ["commit", "backup"]


def test_closing_does_the_last_thing_and_closes_the_desk_even_if_that_fails(qapp: QApplication) -> None:
    del qapp
    desks: list[Any] = []
    made, told = QtJobs(), Told()
    made.open(FakeDesk, desks.append, told.failed)  # type: ignore[arg-type]
    wait_for(lambda: desks, "the desk")

    def last(_: object) -> None:
        raise KnownError("Ổ sao lưu đã rút ra.")

    made.close(last)
    assert desks[0].closed
