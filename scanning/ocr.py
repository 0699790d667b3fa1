"""The printed words of a page, read by tesseract in a child of the lowest priority that can be stopped at once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

LANGUAGE = "vie"
READ_DPI = 300
LONGEST_PAGE_S = 120
MEMORY_BYTES = 1 << 30
"""Address space of one child where the system can bound it; an A4 page at 300 dpi takes a quarter of that."""

SCALE = 10_000
"""Places on a page are told in ten-thousandths of its width and height."""

_SPARSE_TEXT = "11"
"""tesseract's --psm: forms lose whole blocks to its other ways of laying out a page (decision record 0108)."""

_LEAST_SURE = 30
"""Words below this confidence (percent) are pen strokes, seals and dots taken for letters."""

_WORD_LEVEL = "5"
_LOWEST_PRIORITY = 19
_LANGUAGES_S = 10


class Word(NamedTuple):
    """One printed word and the box it fills, in `SCALE` parts of the page from its upper left corner."""

    text: str
    left: int
    top: int
    right: int
    bottom: int


class Unread(Exception):
    """This page cannot be read: it is no picture, or the programme failed, ran out of memory or time."""


class Stopped(Exception):
    """The reading was broken off by `stop`."""


def find_program(chosen: str = "") -> Path | None:
    """tesseract where the office says it lies, else on the path or where Windows installs it; None without it."""
    names = (chosen,) if chosen else ("tesseract", *_WINDOWS_PLACES)
    found = next(filter(None, map(shutil.which, names)), None)
    return Path(found) if found else None


def reads_vietnamese(program: Path) -> bool:
    """Whether the programme runs and has its Vietnamese letters installed."""
    try:
        done = subprocess.run(
            (program, "--list-langs"), capture_output=True, timeout=_LANGUAGES_S, check=False, creationflags=_IDLE
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return LANGUAGE in done.stdout.decode(errors="replace").split()


class TextReader:
    """One page at a time; `stop` may come from any thread and is heard within the page."""

    def __init__(self, program: Path, longest_page_s: float = LONGEST_PAGE_S) -> None:
        self._program, self._longest_page_s = program, longest_page_s
        self._guard = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def read(self, picture: bytes) -> tuple[Word, ...]:
        """The words of a page at `READ_DPI` (PNM, PNG or JPEG) in the order they stand; raises Unread or Stopped."""
        answer = self._run(picture)
        return _in_order(_words(answer.decode(errors="replace")))

    def stop(self) -> None:
        """Break off what is being read; what is asked afterwards is refused."""
        with self._guard:
            self._stopped = True
            if self._child is not None:
                self._child.kill()

    def _run(self, picture: bytes) -> bytes:
        with self._start() as child:
            try:
                answer, _ = child.communicate(picture, timeout=self._longest_page_s)
            except subprocess.TimeoutExpired:
                child.kill()
                raise Unread("longer than a page may take") from None
            finally:
                with self._guard:
                    self._child = None
        if self._stopped:
            raise Stopped
        if child.returncode or not answer:
            raise Unread("the programme failed")
        return answer

    def _start(self) -> subprocess.Popen[bytes]:
        with self._guard:
            if self._stopped:
                raise Stopped
            try:
                child = subprocess.Popen(
                    (self._program, "stdin", "stdout", "-l", LANGUAGE, "--psm", _SPARSE_TEXT, "--dpi", str(READ_DPI),
                     "tsv"),
                    stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                    env=os.environ | {"OMP_THREAD_LIMIT": "1"}, creationflags=_IDLE,
                )  # fmt: skip
            except OSError as error:
                raise Unread("the programme does not start") from error
            _hold_back(child.pid)
            self._child = child
            return child


def _hold_back(pid: int) -> None:
    """Behind everything else on the machine, and never more memory than a page needs."""
    if sys.platform == "win32":
        return  # begun so: see _IDLE
    try:
        os.setpriority(os.PRIO_PROCESS, pid, _LOWEST_PRIORITY)
        if sys.platform == "linux":
            import resource

            resource.prlimit(pid, resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    except ProcessLookupError:
        return  # it has ended already, and `_run` says how


def _words(table: str) -> Iterator[Word]:
    """The words of tesseract's TSV: level, page, block, paragraph, line, word, left, top, width, height, conf, text."""
    width = height = 1
    for line in table.splitlines()[1:]:
        cells = line.split("\t")
        if len(cells) < 12:
            continue
        left, top, wide, high = map(int, cells[6:10])
        if cells[0] == "1":
            width, height = max(wide, 1), max(high, 1)
        elif cells[0] == _WORD_LEVEL and float(cells[10]) >= _LEAST_SURE and any(map(str.isalnum, cells[11])):
            yield Word(
                cells[11].strip(), left * SCALE // width, top * SCALE // height,
                -(-(left + wide) * SCALE // width), -(-(top + high) * SCALE // height),
            )  # fmt: skip


def _in_order(words: Iterator[Word]) -> tuple[Word, ...]:
    """Line by line from above, each from the left: sparse text comes in the order it was found."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.top + word.bottom):
        if rows and _beside(rows[-1][-1], word):
            rows[-1].append(word)
        else:
            rows.append([word])
    return tuple(word for row in rows for word in sorted(row, key=lambda word: word.left))


def _beside(left: Word, right: Word) -> bool:
    """Whether two words stand on one line: the middle of each lies within the other's height."""
    return right.top + right.bottom < 2 * left.bottom and left.top + left.bottom > 2 * right.top


_WINDOWS_PLACES = (
    r"C:\Program Files\Tesseract-OCR\tesseract.exe", r"C:\Program Files (x86)\Tesseract-OCR\tesseract.exe",
)  # fmt: skip
_IDLE = getattr(subprocess, "IDLE_PRIORITY_CLASS", 0) | getattr(subprocess, "CREATE_NO_WINDOW", 0)
