"""Originals behind kept PDFs: there until the dossier is closed, sealed, and never at the cost of a full disk."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from scanning.drivers import ScannedPage
from scanning.events import PageRead
from scanning.originals import Originals
from scanning.spool import discard, open_page, recover, seal_page

OPEN, CLOSED, IN_HAND = "11" * 32, "22" * 32, "33" * 32
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
NO_GUARD = 0


@pytest.fixture
def pages(spool: Path, key: bytes) -> list[PageRead]:
    sealed = [seal_page(spool, ScannedPage(f"page {number}".encode(), 10, 10, 300), key) for number in range(3)]
    return [page for page in sealed if page is not None]


@pytest.fixture
def originals(spool: Path, key: bytes) -> Originals:
    return Originals(spool / "originals", key)


def _age(originals: Originals, sha256: str, days: int) -> None:
    [shelf] = {page.path.parent for page in originals.of(sha256)}
    when = (NOW - timedelta(days=days)).timestamp()
    os.utime(shelf, (when, when))


def test_pages_outlive_the_spool(pages: list[PageRead], originals: Originals, spool: Path, key: bytes) -> None:
    originals.put_by(pages[:2], OPEN)
    originals.put_by(pages[1:], CLOSED)
    originals.put_by(pages[1:], CLOSED)
    for page in pages:
        discard(page.path)
    assert recover(spool) == []
    assert [open_page(page.path, key) for page in originals.of(OPEN)] == [b"page 0", b"page 1"]
    assert [open_page(page.path, key) for page in originals.of(CLOSED)] == [b"page 1", b"page 2"]
    assert OPEN not in str(originals.of(OPEN)[0].path)


def test_they_go_with_the_end_of_the_work(pages: list[PageRead], originals: Originals) -> None:
    for sha256, days in ((OPEN, 30), (CLOSED, 2), (IN_HAND, 0)):
        originals.put_by(pages, sha256)
        _age(originals, sha256, days)
    assert originals.let_go({OPEN}, NOW, NO_GUARD) == 1
    assert [len(originals.of(sha256)) for sha256 in (OPEN, CLOSED, IN_HAND)] == [3, 0, 3]


def test_a_full_disk_takes_them_all(pages: list[PageRead], originals: Originals) -> None:
    originals.put_by(pages, OPEN)
    assert originals.let_go({OPEN}, NOW, keep_free_bytes=1 << 60) == 1
    assert originals.of(OPEN) == []


def test_nothing_was_ever_put_by(originals: Originals) -> None:
    assert originals.let_go(set(), NOW) == 0
