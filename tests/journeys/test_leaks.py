"""A stolen disk tells nothing: no word of a day's people is in any file of a desk that was killed at work."""

import base64
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import zlib
from pathlib import Path
from unicodedata import normalize

import pytest

from tests.journeys.leak_search import Leak, search
from tests.journeys.leaky_day import PLANTED

ROOT = Path(__file__).parents[2]
NAME = PLANTED["name"]


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The place where the day was lived, as kill -9 left it."""
    place = tmp_path_factory.mktemp("day")
    temporary = place / "tmp"
    temporary.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "tests.journeys.leaky_day", place], cwd=ROOT, timeout=120, capture_output=True,
        text=True, env=os.environ | dict.fromkeys(("TMPDIR", "TEMP", "TMP", "HOME"), str(temporary)),
    )  # fmt: skip
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert not set(PLANTED.values()) & set(done.stderr.splitlines())
    return place


def test_nothing_of_the_day_can_be_read_anywhere(day: Path) -> None:
    shutil.rmtree(day / "papers")  # the clerk's own pictures, which lay there before
    (day / "plain.db").rename(day.with_name(f"{day.name}-plain.db"))
    assert {"home", "backups", "home-log", "tmp"} <= {path.name for path in day.iterdir()}
    assert list((day / "home" / "scanning").glob("*.page")), "the scan was not under way"
    assert (day / "home" / "desk.db-wal").stat().st_size, "the database was not in use"
    assert (day / "home-log" / "desk.log").read_text(encoding="utf-8").count("\n") >= 2
    assert search([day], PLANTED) == []


def test_the_same_search_finds_everything_in_a_plain_database(day: Path) -> None:
    """The control: what lies sealed in the home is really there, and the search would see it."""
    plain = next(path for path in (day / "plain.db", day.with_name(f"{day.name}-plain.db")) if path.exists())
    folder = day / "control"
    folder.mkdir()
    shutil.copyfile(plain, folder / "office.db")
    with sqlite3.connect(plain) as connection:
        assert connection.execute("SELECT count(*) FROM dossier").fetchone() == (1,)
    found = {leak.what for leak in search([folder], PLANTED)}
    shutil.rmtree(folder)
    assert found >= set(PLANTED) - {"exception"}
    assert "a plain database" in found


@pytest.mark.parametrize(
    ("form", "data"),
    [
        ("as written", NAME.encode()),
        ("taken apart", normalize("NFD", NAME).encode()),
        ("as written, UTF-16LE", NAME.encode("utf-16-le")),
        ("as written, UTF-16BE", NAME.encode("utf-16-be")),
        ("without marks", b"nguyen thi kiem do"),
        ("in capitals", NAME.upper().encode()),
        *((f"base64 at {(3 - pad) % 3}", base64.b64encode(b"x" * pad + NAME.encode() + b"xyz")) for pad in range(3)),
        ("as written, deflated", b"head" + zlib.compress(b'{"name":"' + NAME.encode() + b'"}')),
    ],
)
def test_the_search_sees_each_form(tmp_path: Path, form: str, data: bytes) -> None:
    (tmp_path / "tep.bin").write_bytes(b"\0" * 100 + data + b"\0" * 100)
    assert Leak("tep.bin", "name", form) in search([tmp_path], {"name": NAME})


def test_the_search_reads_names_of_files_and_knows_plain_papers(tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.page").write_bytes(b"%PDF-1.7")
    assert {leak.form for leak in search([tmp_path], {"name": NAME})} >= {"file name as written", "in the clear"}
