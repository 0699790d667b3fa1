"""A page made to take for ever, or to kill its reader, is named; every other page comes, whatever lies behind it."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from scanning import session
from scanning.drivers import ScanRequest, Source
from scanning.errors import Fault
from scanning.events import Failed, FileRefused, Finished
from scanning.picture import decode
from scanning.session import ScanSession
from scanning.spool import open_page, recover
from tests.scanning.escl_machine import stack
from tests.scanning.escl_server import serving
from tests.scanning.sessions import Listener
from tests.scanning.sheets import number_of, sheet
from tests.scanning.slow_files import endless_jpeg, pdf_with_endless


@pytest.fixture(autouse=True)
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Long enough for a sound page on a busy machine, and a tenth of what the endless one takes."""
    monkeypatch.setattr(session, "PAGE_DEADLINE_S", 2.0)


def save(path: Path, shade: int) -> str:
    Image.new("L", (700, 900), shade).save(path, dpi=(200, 200))
    return str(path)


@contextlib.contextmanager
def heard(request: ScanRequest, spool: Path, key: bytes) -> Iterator[tuple[Listener, ScanSession]]:
    listener = Listener()
    with ScanSession(request, spool, key, listener) as running:
        yield listener, running


def shades(spool: Path, key: bytes) -> list[int]:
    return [round(decode(open_page(page.path, key)).mean()) for page in recover(spool)]


def test_a_page_that_takes_for_ever_is_named_and_all_others_come(tmp_path: Path, spool: Path, key: bytes) -> None:
    before, behind = save(tmp_path / "trước.png", 10), save(tmp_path / "sau.png", 250)
    slow = tmp_path / "chậm.pdf"
    slow.write_bytes(pdf_with_endless(3, 2))
    with heard(ScanRequest(driver="files", paths=(before, str(slow), behind)), spool, key) as (listener, running):
        assert running.wait(60)
    assert [event for event in listener.events if isinstance(event, FileRefused)] == [
        FileRefused(str(slow), Fault.PAGE_TOO_SLOW, 2)
    ]
    assert listener.events[-1] == Finished(4)
    assert [page.number for page in listener.pages] == [1, 2, 3, 4]
    assert shades(spool, key) == pytest.approx([10, 40, 120, 250], abs=1)
    assert slow.exists()


def test_a_second_such_page_ends_its_file_and_no_other(tmp_path: Path, spool: Path, key: bytes) -> None:
    slow, behind = tmp_path / "chậm.pdf", save(tmp_path / "sau.png", 250)
    slow.write_bytes(pdf_with_endless(4, 1, 3))
    with heard(ScanRequest(driver="files", paths=(str(slow), behind)), spool, key) as (listener, running):
        assert running.wait(60)
    assert [(event.page, event.fault) for event in listener.events if isinstance(event, FileRefused)] == [
        (1, Fault.PAGE_TOO_SLOW), (3, Fault.FILE_TOO_SLOW),
    ]  # fmt: skip
    assert shades(spool, key) == pytest.approx([80, 250], abs=1)


CHILD = """
import os
from scanning import worker
from scanning.drivers import files
encode = files.encode_pnm
files.encode_pnm = lambda pixels: os.abort() if round(pixels.mean()) == 80 else encode(pixels)
worker.main()
"""


def test_a_page_that_kills_its_reader_is_named_and_all_others_come(tmp_path: Path, spool: Path, key: bytes) -> None:
    """A library that crashes ended the import, and the files behind were never read."""
    bad, behind = tmp_path / "hỏng.pdf", save(tmp_path / "sau.png", 250)
    bad.write_bytes(pdf_with_endless(3))
    listener, request = Listener(), ScanRequest(driver="files", paths=(str(bad), behind))
    with ScanSession(request, spool, key, listener, (sys.executable, "-c", CHILD)) as running:
        assert running.wait(60)
    assert [event for event in listener.events if isinstance(event, FileRefused)] == [
        FileRefused(str(bad), Fault.FILE_UNREADABLE, 2)
    ]
    assert listener.events[-1] == Finished(3)
    assert shades(spool, key) == pytest.approx([40, 120, 250], abs=1)


def test_a_watched_folder_goes_on_and_keeps_the_file(tmp_path: Path, spool: Path, key: bytes) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    slow = inbox / "a.jpg"
    slow.write_bytes(endless_jpeg())
    save(inbox / "b.png", 250)
    with heard(ScanRequest(driver="folder", paths=(str(inbox),)), spool, key) as (listener, running):
        listener.until(lambda event: isinstance(event, FileRefused))
        listener.until_pages(1)
        running.cancel()
        end = listener.until(lambda event: isinstance(event, Finished))
    assert end == Finished(1, cancelled=True)
    assert [file.name for file in inbox.iterdir()] == [slow.name]
    assert shades(spool, key) == pytest.approx([250], abs=1)


def test_a_network_scanner_that_sends_one_has_its_sheet_laid_in_again(spool: Path, key: bytes) -> None:
    """The sheets before it are kept, and the clerk goes on as after any picture that came spoilt."""
    with serving(stack([sheet(1), endless_jpeg(), sheet(3)])) as address:
        request = ScanRequest(driver="escl", device=address, source=Source.FEEDER, resolution_dpi=200)
        with heard(request, spool, key) as (listener, running):
            assert running.wait(60)
    assert listener.events[-1] == Failed(Fault.CORRUPT_PAGE, 1)
    assert [number_of(open_page(page.path, key)) for page in recover(spool)] == [1]
