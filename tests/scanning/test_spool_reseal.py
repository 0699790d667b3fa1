"""Sealed pages written anew under another key: the waiting ones, those of a pile, and originals behind kept files."""

from pathlib import Path

import pytest

from scanning.drivers import ScannedPage
from scanning.errors import ScanError
from scanning.originals import Originals
from scanning.spool import open_page, recover, seal_page
from scanning.spool_reseal import ORIGINALS, reseal_folder

OLD, NEW = bytes(32), bytes(range(32))
NEEDED, ENDED = "aa" * 32, "bb" * 32


def scanned(number: int) -> ScannedPage:
    return ScannedPage(data=b"trang %d" % number, width_px=10, height_px=20, dpi=300)


@pytest.fixture
def spool(tmp_path: Path) -> Path:
    """A page that waits, one in a pile, and originals behind two files."""
    folder = tmp_path / "scanning"
    (folder / "pile").mkdir(parents=True)
    seal_page(folder, scanned(1), OLD)
    seal_page(folder / "pile", scanned(2), OLD)
    originals = Originals(folder / ORIGINALS, OLD)
    originals.put_by(recover(folder), NEEDED)
    originals.put_by(recover(folder / "pile"), ENDED)
    return folder


def test_every_page_opens_with_the_new_key_alone_under_its_name(spool: Path, tmp_path: Path) -> None:
    assert reseal_folder(spool, tmp_path / "new", OLD, NEW, {NEEDED}) == 3
    for place, data in (("", b"trang 1"), ("pile", b"trang 2")):
        (page,), (before,) = recover(tmp_path / "new" / place), recover(spool / place)
        assert page.path.name == before.path.name
        assert open_page(page.path, NEW) == data
        with pytest.raises(ScanError):
            open_page(page.path, OLD)


def test_originals_are_found_behind_their_file_again_and_those_nobody_needs_are_gone(
    spool: Path, tmp_path: Path
) -> None:
    reseal_folder(spool, tmp_path / "new", OLD, NEW, {NEEDED})
    originals = Originals(tmp_path / "new" / ORIGINALS, NEW)
    assert [open_page(page.path, NEW) for page in originals.of(NEEDED)] == [b"trang 1"]
    assert originals.of(ENDED) == []


def test_a_page_that_was_lost_before_keeps_nobody_from_the_rest(spool: Path, tmp_path: Path) -> None:
    (page,) = recover(spool)
    page.path.write_bytes(b"")
    assert reseal_folder(spool, tmp_path / "new", OLD, NEW, set()) == 1
    assert recover(tmp_path / "new") == []
