"""scanimage run over a whole stack, each page through its own named pipe: pixels never touch the disk.

Why pipes (measured on scanimage 1.1.1): `--batch` only writes to paths, and one process per page would close
the feeder between sheets. It writes page n to `n.pnm.part` and renames it when the page is whole, so a pipe
laid at that path before the process can reach it gives the bytes, and the name printed by `--batch-print`
tells a whole page from a broken one. How it went is read from its words, not from its exit: drivers have
hung in their last call, Debian's own `test` backend among them (docs/decisions/0101).
"""

import os
import selectors
import signal
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from scanning.drivers import PIPES_PREFIX
from scanning.drivers.pnm import find_header

_TICK_S = 0.05
_GRACE_S = 0.3
_PARKING_S = 5.0
_FAULT_PARKING_S = 1.0
_LAST_WORDS = "Batch terminated"
_CHUNK_BYTES = 1 << 20


@contextmanager
def open_feed(
    arguments: Sequence[str], stopped: threading.Event, on_percent: Callable[[int], None]
) -> Iterator["SaneFeed"]:
    """Start scanimage over a batch; on leaving, whatever happened, the process is gone and the device free."""
    with (
        tempfile.TemporaryDirectory(prefix=PIPES_PREFIX) as pipes,
        tempfile.TemporaryFile() as complaints,
    ):
        # setpriv: if this worker is killed, the device must not stay held by an orphan.
        command = ["setpriv", "--pdeathsig", "KILL", "scanimage", *arguments, "--format=pnm"]
        _lay_pipe(Path(pipes), 1)
        process = subprocess.Popen(
            [*command, f"--batch={pipes}/%d.pnm", "--batch-print"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=complaints,
            env={**os.environ, "LC_ALL": "C"},
        )
        with process:
            feed = SaneFeed(process, Path(pipes), complaints, stopped, on_percent)
            try:
                yield feed
            finally:
                _end(process, feed.patience_s)


class SaneFeed:
    """One running scanimage: iterate `pages()`, then read its `words`."""

    def __init__(
        self,
        process: subprocess.Popen[bytes],
        pipes: Path,
        complaints: IO[bytes],
        stopped: threading.Event,
        on_percent: Callable[[int], None],
    ) -> None:
        assert process.stdout is not None
        self._process = process
        self._pipes = pipes
        self._complaints = complaints
        self._stopped = stopped
        self._on_percent = on_percent
        self._names = process.stdout.fileno()
        self._named = b""

    def pages(self) -> Iterator[bytearray]:
        """Whole pages as PNM bytes, until the process ends or the watch is stopped."""
        number = 1
        while True:
            _lay_pipe(self._pipes, number + 1)
            data = self._read_pipe(number)
            if not self._is_whole(number):
                return
            yield data
            number += 1

    @property
    def words(self) -> str:
        """What scanimage has said so far of its work and of faults (its standard error)."""
        self._complaints.seek(0)
        return self._complaints.read().decode("utf-8", "replace")

    @property
    def is_over(self) -> bool:
        """Whether no further page can come: it has said so, or it is gone."""
        return self._process.poll() is not None or _LAST_WORDS in self.words

    @property
    def patience_s(self) -> float:
        """How long it may take to end by itself: none where it is stopped, little where it met a fault."""
        words = self.words
        if not self.is_over:
            return 0.0
        faulty = "scanimage: sane_" in words and "out of documents" not in words
        return _FAULT_PARKING_S if faulty else _PARKING_S

    def _read_pipe(self, number: int) -> bytearray:
        """All bytes written to the page's pipe; empty where the process ended without opening it."""
        data = bytearray()
        pipe = os.open(self._pipes / f"{number}.pnm.part", os.O_RDONLY | os.O_NONBLOCK)
        try:
            with selectors.DefaultSelector() as ready:
                ready.register(pipe, selectors.EVENT_READ)
                while not self._stopped.is_set():
                    if not ready.select(_TICK_S) and not self.is_over:
                        continue
                    chunk = os.read(pipe, _CHUNK_BYTES)
                    if not chunk:
                        break
                    data += chunk
                    self._tell_percent(data, len(chunk))
        finally:
            os.close(pipe)
        return data

    def _tell_percent(self, data: bytearray, fresh_bytes: int) -> None:
        header = find_header(data)
        if header is None:
            return
        before, now = (10 * count // header.total_bytes for count in (len(data) - fresh_bytes, len(data)))
        if now > before:
            self._on_percent(min(100, 10 * now))

    def _is_whole(self, number: int) -> bool:
        """Whether scanimage has named the page finished; False when it ends without doing so."""
        line = f"{self._pipes}/{number}.pnm\n".encode()
        with selectors.DefaultSelector() as ready:
            ready.register(self._names, selectors.EVENT_READ)
            while not self._stopped.is_set() and line not in self._named:
                over = self.is_over
                if ready.select(0 if over else _TICK_S):
                    self._named += os.read(self._names, _CHUNK_BYTES)
                if over:
                    break
        return line in self._named


def _lay_pipe(folder: Path, number: int) -> None:
    os.mkfifo(folder / f"{number}.pnm.part", 0o600)


def _end(process: subprocess.Popen[bytes], parking_s: float) -> None:
    """Time to park the lamp, then SIGINT to free the device; a driver that ignores both is killed."""
    for patience_s, insist_with in ((parking_s, signal.SIGINT), (_GRACE_S, signal.SIGKILL)):
        try:
            process.wait(patience_s)
        except subprocess.TimeoutExpired:
            process.send_signal(insist_with)
