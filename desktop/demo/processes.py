"""The other programs of the play, each with an owner: the province and the desk, started, heard and ended."""

import contextlib
import json
import queue
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

END_DEADLINE_S = 10.0
LAST_WORDS = 60
"""Lines: what a crash writes of every thread fits in."""


class Program:
    """A child of this process that writes JSON lines; what it says on standard error goes to a log file."""

    def __init__(self, words: Sequence[str], environment: Mapping[str, str], log: Path) -> None:
        self._log = log.open("ab")
        self._process = subprocess.Popen(
            [sys.executable, "-m", *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._log,
            env=dict(environment), text=True, encoding="utf-8",
        )  # fmt: skip
        self._lines: queue.Queue[str | None] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def say(self, **what: Any) -> None:
        """Give the child one JSON line."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(what, ensure_ascii=False) + "\n")
        self._process.stdin.flush()

    def hear(self, timeout_s: float) -> dict[str, Any]:
        """The child's next JSON line; raises ChildGone when it says nothing in time or has ended."""
        try:
            line = self._lines.get(timeout=timeout_s)
        except queue.Empty:
            raise ChildGone(f"said nothing for {timeout_s:.0f} s; see {self._log.name}") from None
        if line is None:
            code = self._process.wait(END_DEADLINE_S)
            raise ChildGone(f"ended with code {code}; see {self._log.name}, which ends with:\n{self._last_words()}")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def kill(self) -> None:
        """End it as a power cut does: at once, with nothing flushed."""
        self._process.kill()
        self._process.wait(END_DEADLINE_S)
        self._close()

    def end(self) -> int:
        """Close its input, wait for it, and kill it past the deadline; returns its exit code."""
        with contextlib.suppress(OSError):
            assert self._process.stdin is not None
            self._process.stdin.close()
        try:
            code = self._process.wait(END_DEADLINE_S)
        except subprocess.TimeoutExpired:
            self._process.terminate()
            try:
                code = self._process.wait(END_DEADLINE_S)
            except subprocess.TimeoutExpired:
                self._process.kill()
                code = self._process.wait(END_DEADLINE_S)
        self._close()
        return code

    def _last_words(self) -> str:
        lines = Path(self._log.name).read_text(encoding="utf-8", errors="replace").splitlines()
        return "\n".join(lines[-LAST_WORDS:])

    def _close(self) -> None:
        self._reader.join(END_DEADLINE_S)
        for stream in (self._process.stdin, self._process.stdout, self._log):
            with contextlib.suppress(OSError):
                if stream is not None:
                    stream.close()

    def _read(self) -> None:
        assert self._process.stdout is not None
        with contextlib.suppress(ValueError, OSError):
            for line in self._process.stdout:
                if line.startswith("{"):
                    self._lines.put(line)
        self._lines.put(None)


class ChildGone(Exception):
    """A program of the play fell silent."""


def run_motcua(words: Sequence[str], environment: Mapping[str, str]) -> tuple[int, str, str]:
    """Run one `motcua` command to its end; returns exit code, standard output, standard error."""
    done = subprocess.run(
        [sys.executable, "-m", "desktop.cli", *words], capture_output=True, text=True, encoding="utf-8",
        env=dict(environment), timeout=600,
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr
