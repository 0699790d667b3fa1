"""Where work happens: the database thread, a small pool for pure work, and one way home to the window."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from desktop.i18n import retold, said, t
from dossiers.errors import InvalidInput, KnownError

if TYPE_CHECKING:
    from dossiers.store.desk import Desk as Desk

T = TypeVar("T")
Failed = Callable[["Failure"], None]

log = logging.getLogger("motcua.jobs")


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a job came to nothing: the sentence to show, the form field at fault if any, and the exception itself."""

    sentence: str
    error: Exception
    field: str = ""
    expected: bool = True
    """Whether the world was at fault; otherwise it is our bug and is in the log."""


class Jobs(Protocol):
    """What a presenter may ask for; every answer comes back in the window's thread, and no job lacks a failure path."""

    def do(self, verb: Callable[..., T], *args: object, on_done: Callable[[T], None], on_failed: Failed) -> None:
        """Run `verb(act, *args)` as one committed deed (`desk.do`) on the database thread."""
        ...

    def ask(self, fn: Callable[["Desk"], T], on_done: Callable[[T], None], on_failed: Failed) -> None:
        """Run `fn(desk)` on the database thread."""
        ...

    def latest(self, topic: str, fn: Callable[["Desk"], T], on_done: Callable[[T], None], on_failed: Failed) -> None:
        """Like `ask`, but a newer question on the same topic makes this one silent and cuts its search short."""
        ...

    def pool(self, fn: Callable[[], T], on_done: Callable[[T], None], on_failed: Failed) -> None:
        """Run pure or waiting work that touches no database: rendering, reading a file, a printer's answer."""
        ...

    def wait(self, fn: Callable[["Desk"], T], /) -> T:
        """Run `fn(desk)` on the database thread and wait for it; for work inside `pool`, never for the window."""
        ...


def failure(error: Exception) -> Failure:
    """Put an exception into words; its class is logged, and of one that nobody expected the place: never its words."""
    if isinstance(error, InvalidInput):
        return Failure(said(error), error, error.field)
    if isinstance(error, KnownError):
        log.info("known %s", type(error).__name__)
        return Failure(said(error), error)
    if sentence := _said_of_scan(error):
        log.info("known %s", type(error).__name__)
        return Failure(sentence, error)
    log.error("unexpected %s at %s", type(error).__name__, place(error))
    return Failure(
        t("Phần mềm gặp trục trặc và đã ghi lại để sửa. Việc đã lưu vẫn an toàn; hãy thử lại."), error, expected=False
    )


def _said_of_scan(error: Exception) -> str:
    """The sentence of a scanner's or a token's fault, whose room knows no KnownError; else empty."""
    from scanning.errors import ScanError
    from scanning.signatures.faults import SigningError

    return retold(str(error)) if isinstance(error, ScanError | SigningError) else ""


def place(error: BaseException) -> str:
    """Where an exception arose, innermost last: file names, lines and functions only, so no personal data."""
    steps = []
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        steps.append(f"{code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return " > ".join(steps[-8:])


class ImmediateJobs:
    """Runs every job at once in the calling thread; for tests and for commands without a window."""

    def __init__(self, desk: Any) -> None:
        self._desk = desk

    def do(self, verb: Callable[..., T], *args: object, on_done: Callable[[T], None], on_failed: Failed) -> None:
        """Run the verb now."""
        _run(lambda: self._desk.do(verb, *args), on_done, on_failed)

    def ask(self, fn: Callable[["Desk"], T], on_done: Callable[[T], None], on_failed: Failed) -> None:
        """Ask now."""
        _run(lambda: fn(self._desk), on_done, on_failed)

    def latest(self, topic: str, fn: Callable[["Desk"], T], on_done: Callable[[T], None], on_failed: Failed) -> None:
        """Nothing overtakes a job that runs at once; the topic does not matter."""
        del topic
        self.ask(fn, on_done, on_failed)

    def pool(self, fn: Callable[[], T], on_done: Callable[[T], None], on_failed: Failed) -> None:
        """Run the work now."""
        _run(fn, on_done, on_failed)

    def wait(self, fn: Callable[["Desk"], T], /) -> T:
        """Ask now."""
        return fn(self._desk)


def _run(fn: Callable[[], T], on_done: Callable[[T], None], on_failed: Failed) -> None:
    try:
        value = fn()
    except Exception as error:  # noqa: BLE001 — the border where every fault becomes a sentence
        on_failed(failure(error))
    else:
        on_done(value)
