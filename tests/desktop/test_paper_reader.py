"""The reader of papers comes in quiet time and goes at the first touch, through the real window."""

import os
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.app import Reception
from desktop.bridges.paper_reader import PaperReader, read_vietnamese
from desktop.jobs import ImmediateJobs
from desktop.paper_door import PaperDoor
from desktop.screens.settings.paper_reading import say_program
from desktop.sitting import Sitting
from dossiers.dossier import Scan
from dossiers.receive import receive
from dossiers.store.desk import Desk
from dossiers.store.paper_text import ReadSoFar
from scanning.ocr import TextReader
from tests.desktop.conftest import sign_in
from tests.desktop.driving import wait_for
from tests.scanning.test_ocr import page, stand_in
from tests.store.homes import intake

SPEAKS_VIETNAMESE = 'if [ "$1" = --list-langs ]; then echo vie; exit; fi\n'


def scanned(desk: Desk, data: bytes, pages: int = 1) -> None:
    """A dossier with one scan."""
    sha = desk.files.put(data)
    scan = Scan(sha256=sha, title="Giấy tờ", mime="application/pdf", size=len(data), pages=pages)
    desk.do(receive, intake(scans=(scan,)))


def progress(sitting: Sitting) -> ReadSoFar:
    return sitting.session.jobs.wait(lambda desk: desk.paper_text.progress())


def ended(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def test_reading_begins_when_nobody_touches_the_desk_and_ends_at_the_first_key(
    reception: Reception, tmp_path: Path
) -> None:
    begun = tmp_path / "begun"
    program = stand_in(tmp_path, f"{SPEAKS_VIETNAMESE}echo $$ >> {begun}; exec sleep 600")
    sitting = sign_in(reception)
    sitting.here.devices = replace(sitting.here.devices, text_program=str(program))
    sitting.session.jobs.wait(lambda desk: scanned(desk, page()))
    reception.quiet.start(0.05)
    wait_for(lambda: begun.exists() and begun.read_text().endswith("\n"), "the first page")
    QTest.keyClick(reception.window.windowHandle(), Qt.Key.Key_Shift)
    first = int(begun.read_text())
    wait_for(lambda: ended(first), "the end of the child")
    assert progress(sitting) == ReadSoFar(0, 1)
    wait_for(lambda: begun.read_text().count("\n") == 2, "the next quiet time")


@pytest.mark.parametrize("devices", [{"reads_papers": False}, {"text_program": "/nowhere/tesseract"}])
def test_nothing_is_begun_where_it_is_off_or_not_installed(sitting: Sitting, devices: dict[str, object]) -> None:
    sitting.here.devices = replace(sitting.here.devices, **devices)  # type: ignore[arg-type]
    sitting.session.jobs.wait(lambda desk: scanned(desk, page()))
    told: list[object] = []
    reader = PaperReader(sitting.session.jobs, sitting.here)
    reader.page_read.connect(lambda: told.append(1))
    reader.begin()
    reader.pause()
    assert (told, progress(sitting)) == ([], ReadSoFar(0, 1))


def test_pages_that_cannot_be_read_are_passed_over(sitting: Sitting, tmp_path: Path) -> None:
    """A file that is no PDF, a page the programme fails at, a file spoilt on the disk: the next ones are read."""
    program = stand_in(tmp_path, f"{SPEAKS_VIETNAMESE}cat > /dev/null; printf 'level\\n'")
    told: list[int] = []

    def read_all(desk: Desk) -> tuple[ReadSoFar, int]:
        for data in (b"no PDF", page(), b"%PDF spoilt"):
            scanned(desk, data)
        spoilt = max(desk.files.folder.glob("*/*"), key=lambda path: path.stat().st_mtime_ns)
        spoilt.write_bytes(b"spoilt")
        with closing(PaperDoor()) as door:
            read_vietnamese(program, TextReader(program), door, ImmediateJobs(desk), lambda: told.append(1))
        return desk.paper_text.progress(), len(told)

    assert sitting.session.jobs.wait(read_all) == (ReadSoFar(3, 3), 3)


def test_the_settings_say_what_is_lacking(tmp_path: Path) -> None:
    assert "Chưa thấy tesseract" in say_program(str(tmp_path / "nothing"))
    assert "chưa có bộ chữ tiếng Việt" in say_program(str(stand_in(tmp_path, "echo eng")))
    assert say_program(str(stand_in(tmp_path, SPEAKS_VIETNAMESE))) == ""
