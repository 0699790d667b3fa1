"""The console as a person or a script meets it: words in, exit code and both streams out."""

import json
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.demo.past import CLERK
from dossiers.access import Access, Wanted
from dossiers.attach_scans import attach_scans
from dossiers.clock import system_clock
from dossiers.dossier import Scan
from dossiers.store.desk import Desk
from dossiers.store.register import Query
from dossiers.store.vault import unlock

ROOT = Path(__file__).parent.parent.parent
SECRET = "sáng sớm mùa thu"
MOTCUA = (sys.executable, "-m", "desktop.cli")
DEADLINE_S = 60


@dataclass(frozen=True)
class Said:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """The answer of a command given `--json`."""
        return json.loads(self.out)

    def refused(self, *words: str) -> bool:
        """Whether the command ended as bad input does: exit 1 and one line that says these words."""
        return self.code == 1 and self.err.count("\n") == 1 and all(word in self.err for word in words)


Console = Callable[..., Said]
"""Words of a command → what it said."""


def environment(**changes: str) -> dict[str, str]:
    """This process's environment with the passphrase in it."""
    return os.environ | {"MOTCUA_PASSPHRASE": SECRET} | changes


def motcua(*words: object, stdin: str = "", before: str = "", **env: str) -> Said:
    """Run a command as a process of its own; `before` is Python run ahead of it."""
    start = (*MOTCUA[:1], "-c", f"{before}; import sys; from desktop.cli import main; sys.exit(main())")
    done = subprocess.run(
        [*(start if before else MOTCUA), *map(str, words)], input=stdin, env=environment(**env), cwd=ROOT,
        capture_output=True, encoding="utf-8", timeout=DEADLINE_S,
    )  # fmt: skip
    return Said(done.returncode, done.stdout, done.stderr)


@contextmanager
def desk_of(home: Path, secret: str = SECRET) -> Iterator[Desk]:
    """The desk of a home, opened as the console opens it."""
    vault = unlock(home, CLERK.name, secret, system_clock)
    desk = Desk.open(home, vault, system_clock, platform.node(), ballast_bytes=1 << 20)
    try:
        yield desk
    finally:
        desk.close()


def exports(home: Path) -> list[tuple[str, str]]:
    """Who took what out of a home, the latest first, as its access record tells."""
    with desk_of(home) as desk:
        return [(entry.clerk, entry.what) for entry in desk.access.entries(Wanted(kind=Access.EXPORTED), 10)]


def attach_a_scan(home: Path) -> Path:
    """Put one scan into the latest dossier of a home; returns where its file lies."""
    with desk_of(home) as desk:
        data = b"%PDF-1.7 a page"
        sha256 = desk.files.put(data)
        scan = Scan(sha256=sha256, title="Bản chính", mime="application/pdf", size=len(data), pages=1)
        desk.do(attach_scans, desk.register.search(Query(text="")).rows[0].id, (scan,))
        return desk.files.path(sha256)


@contextmanager
def province(folder: Path, port: int = 0) -> Iterator[str]:
    """A province server as a process of its own; yields its address once it listens."""
    command = [*MOTCUA, "province", "--folder", str(folder), "--port", str(port), "--json"]
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8")
    try:
        assert server.stdout is not None
        yield json.loads(server.stdout.readline())["url"]
    finally:
        server.terminate()
        with server:
            server.wait(DEADLINE_S)
