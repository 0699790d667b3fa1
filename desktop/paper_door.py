"""The door to pictures and documents that others made: a child opens them, and whatever they do ends with it."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TypeAlias, TypeVar

import msgspec

from scanning.errors import Fault, ScanError

CHILD_COMMAND = (sys.executable, "-m", "desktop.paper_child")
DEADLINE_S = 30.0
"""A page takes tenths of a second, a photo one or two; nobody waits longer for one that was made to take for ever."""

MOST_PIXELS = 40_000_000
"""A2 at 300 dpi, A0 on the screen: more of one page is not drawn."""

MOST_BYTES = 3 * MOST_PIXELS
"""So much is taken from the child for one answer, whatever it says it has."""

Placed: TypeAlias = tuple[str, int, int, int, int]
"""A word and its left, top, right and bottom edge in ten-thousandths of the page."""

_ROOM_PARENT = Path(__file__).resolve().parent.parent


class ReadCodes(msgspec.Struct, frozen=True, tag="codes"):
    """Tell the codes of a file (its name as the system spells it), up to the first citizen's card."""

    file: bytes


class Draw(msgspec.Struct, frozen=True, tag="draw"):
    """Draw a page (0-based) of the document whose `size` bytes follow; None is the one of the order before."""

    page: int
    dpi: int
    size: int | None


class LayWords(msgspec.Struct, frozen=True, tag="lay"):
    """Lay words unseen over the pages (0-based) of the document, as `Draw` has it."""

    words: dict[int, tuple[Placed, ...]]
    size: int | None


Order: TypeAlias = ReadCodes | Draw | LayWords


class Seen(msgspec.Struct, frozen=True, tag="seen"):
    """The codes, each with its kind."""

    codes: tuple[tuple[str, str], ...]


class Drawn(msgspec.Struct, frozen=True, tag="drawn"):
    """The page, whose RGB bytes follow, and how many pages its document has."""

    pages: int
    width_px: int
    height_px: int


class Laid(msgspec.Struct, frozen=True, tag="laid"):
    """The document with its words, whose `size` bytes follow."""

    size: int


class Refused(msgspec.Struct, frozen=True, tag="refused"):
    """What is wrong with the file."""

    fault: Fault


Answer: TypeAlias = Seen | Drawn | Laid | Refused
A = TypeVar("A", Seen, Drawn, Laid)


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """One page as plain pixels, three bytes each (RGB), and how many pages there are."""

    pages: int
    width_px: int
    height_px: int
    rgb: bytes


class PaperDoor:
    """One child, begun at the first order and anew after one that died; any thread may ask, one at a time is served."""

    def __init__(self, command: Sequence[str] = CHILD_COMMAND) -> None:
        self._command = command
        self._one_at_a_time = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._held: bytes | None = None
        self.closed = False

    @property
    def child_pid(self) -> int | None:
        """The child's process id, where there is one."""
        return self._child.pid if self._child else None

    def codes(self, file: Path) -> tuple[tuple[str, str], ...]:
        """Kind and text of each code in a file; raises ScanError."""
        with self._serving() as (orders, answers):
            _send(orders, ReadCodes(os.fsencode(file.absolute())))
            return _hear(answers, Seen).codes

    def draw(self, document: bytes, page: int, dpi: int) -> DrawnPage:
        """A page (0-based) of a PDF or picture; raises ScanError.

        The child keeps the document, so that turning a page takes no longer than drawing it.
        """
        with self._serving() as (orders, answers):
            size = self._to_hand_over(document)
            _send(orders, Draw(page, dpi, size), document if size else b"")
            drawn = _hear(answers, Drawn)
            rgb = _read(answers, 3 * drawn.width_px * drawn.height_px)
            return DrawnPage(drawn.pages, drawn.width_px, drawn.height_px, rgb)

    def lay_words(self, document: bytes, words: Mapping[int, tuple[Placed, ...]]) -> bytes:
        """A PDF with words (by page, from 0) laid unseen over its pages; raises ScanError."""
        with self._serving() as (orders, answers):
            size = self._to_hand_over(document)
            _send(orders, LayWords(dict(words), size), document if size else b"")
            return _read(answers, _hear(answers, Laid).size)

    def close(self) -> None:
        """End the child, in the middle of a page too; whoever asks afterwards is refused."""
        self.closed = True
        if child := self._child:
            child.kill()
        with self._one_at_a_time:
            self._bury()

    def _to_hand_over(self, document: bytes) -> int | None:
        """How much of it the child has to be given: None where it still has it."""
        known, self._held = self._held == document, document
        return None if known else len(document)

    @contextmanager
    def _serving(self) -> Iterator[tuple[IO[bytes], IO[bytes]]]:
        """The child's two ends; where it dies, babbles or takes too long it is ended, and the asker told."""
        with self._one_at_a_time:
            child = self._living()
            clock = threading.Timer(DEADLINE_S, child.kill)
            clock.daemon = True
            clock.start()
            try:
                assert child.stdin is not None
                assert child.stdout is not None
                yield child.stdin, child.stdout
            except (OSError, EOFError, msgspec.DecodeError) as error:
                self._bury()
                raise ScanError(Fault.DRAWING_DIED) from error
            finally:
                clock.cancel()

    def _living(self) -> subprocess.Popen[bytes]:
        if self.closed:
            raise ScanError(Fault.DRAWING_DIED)
        if self._child is None or self._child.poll() is not None:
            self._bury()
            self._child = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=_ROOM_PARENT
            )
        return self._child

    def _bury(self) -> None:
        child, self._child, self._held = self._child, None, None
        if child is None:
            return
        child.kill()
        for pipe in (child.stdin, child.stdout):
            assert pipe is not None
            try:
                pipe.close()
            except OSError:
                continue  # an order it did not live to read
        child.wait()


def _send(orders: IO[bytes], order: Order, document: bytes = b"") -> None:
    orders.write(msgspec.json.encode(order) + b"\n")
    orders.write(document)
    orders.flush()


def _hear(answers: IO[bytes], wanted: type[A]) -> A:
    answer = msgspec.json.decode(answers.readline(), type=Answer)
    if isinstance(answer, Refused):
        raise ScanError(answer.fault)
    if not isinstance(answer, wanted):
        raise EOFError
    return answer


def _read(answers: IO[bytes], size: int) -> bytes:
    if not 0 < size <= MOST_BYTES:
        raise EOFError
    data = answers.read(size)
    if len(data) < size:
        raise EOFError
    return data
