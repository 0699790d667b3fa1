"""Words read on papers: one page after the other, found side by side first, only where the files are this desk's."""

import re
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from dossiers.dossier import Scan
from dossiers.receive import receive
from dossiers.store.desk import Desk
from dossiers.store.paper_text import ReadSoFar, UnreadPage
from dossiers.store.register import Query
from dossiers.store.wire import SentBlob
from tests.store.homes import intake

ROOT = Path(__file__).parents[2]
DEED = "Trích lục bản đồ địa chính thửa đất số 36199"
LETTER = "Đất ở thửa bên, tờ bản đồ số 7"


def taken_in(desk: Desk, data: bytes, pages: int, mime: str = "application/pdf") -> tuple[UUID, str]:
    """A dossier with one scan, and the scan's name."""
    sha = desk.files.put(data)
    scan = Scan(sha256=sha, title="Giấy tờ", mime=mime, size=len(data), pages=pages)
    return desk.do(receive, intake(scans=(scan,)), uuid4()).id, sha


def placed(text: str) -> list[tuple[str, int, int, int, int]]:
    """Words in one line, each as wide as a tenth of the page."""
    return [(word, at * 1000, 100, at * 1000 + 900, 200) for at, word in enumerate(text.split())]


def test_pages_are_read_one_by_one_newest_dossier_first(desk: Desk) -> None:
    _, old = taken_in(desk, b"old", 1)
    _, new = taken_in(desk, b"new", 2)
    taken_in(desk, b"a signature", 1, "image/png")
    read = []
    while page := desk.paper_text.next():
        read.append(page)
        desk.paper_text.keep(page, placed(DEED) if page.page else None)
    assert read == [UnreadPage(new, 0), UnreadPage(new, 1), UnreadPage(old, 0)]
    assert desk.paper_text.progress() == ReadSoFar(3, 3)
    assert list(desk.paper_text.words(new)) == [1]


def test_a_page_said_twice_is_kept_once(desk: Desk) -> None:
    _, sha = taken_in(desk, b"one", 1)
    for _ in range(2):
        desk.paper_text.keep(UnreadPage(sha, 0), placed(DEED))
    assert desk.paper_text.words(sha) == {0: tuple(placed(DEED))}
    assert desk.paper_text.progress() == ReadSoFar(1, 1)


def test_words_are_found_without_marks_and_while_they_are_typed(desk: Desk) -> None:
    _, sha = taken_in(desk, b"deed", 1)
    desk.paper_text.keep(UnreadPage(sha, 0), placed(DEED))
    row = desk.register.search(Query()).rows[0]
    for typed in ("trích lục", "ban do dia", "THỬA ĐẤT", "36199", "3619", "thua so"):
        assert list(desk.paper_text.keys(typed)) == [row.key], typed
    assert not desk.paper_text.keys("trích lục thửa kế")


@pytest.mark.parametrize(
    ("typed", "marked"),
    [("bản đồ", ["bản", "đồ"]), ("số bản", ["bản", "số"]), ("thửa đất số 36", ["thửa", "đất", "số", "36199"])],
)
def test_the_words_asked_for_are_marked(desk: Desk, typed: str, marked: list[str]) -> None:
    dossier, sha = taken_in(desk, b"deed", 1)
    desk.paper_text.keep(UnreadPage(sha, 0), placed(DEED))
    (page,) = desk.paper_text.pages(dossier, typed)
    assert (page.sha256, page.page) == (sha, 0)
    words = DEED.split()
    assert [words[left // 1000] for left, *_ in page.marks] == marked


def test_pages_that_have_the_words_side_by_side_leave_out_those_that_only_have_them(desk: Desk) -> None:
    near, first = taken_in(desk, b"deed", 1)
    far, second = taken_in(desk, b"letter", 1)
    desk.paper_text.keep(UnreadPage(first, 0), placed(DEED))
    desk.paper_text.keep(UnreadPage(second, 0), placed(LETTER))
    assert len(desk.paper_text.keys("thửa đất")) == 1
    assert desk.paper_text.pages(near, "thửa đất")
    assert len(desk.paper_text.keys("số thửa")) == 2
    assert desk.paper_text.pages(far, "số thửa")


def test_files_let_go_of_are_not_read_but_what_was_read_is_found(desk: Desk) -> None:
    _, read = taken_in(desk, b"read", 1)
    _, unread = taken_in(desk, b"unread", 5)
    desk.paper_text.keep(UnreadPage(read, 0), placed(DEED))
    for sha in (read, unread):
        desk.wire.blob_sent(sha, b"receipt")
        desk.wire.let_go([SentBlob(sha256=sha, receipt=b"receipt", dossier_id=uuid4())])
    assert desk.paper_text.next() is None
    assert desk.paper_text.progress() == ReadSoFar(1, 1)
    assert len(desk.paper_text.keys("trích lục")) == 1


@pytest.mark.parametrize("typed", ["", "đất", '"', "* OR", "số NEAR("])
def test_too_little_and_signs_of_the_index_find_nothing_and_break_nothing(desk: Desk, typed: str) -> None:
    _, sha = taken_in(desk, b"deed", 1)
    desk.paper_text.keep(UnreadPage(sha, 0), placed(DEED))
    assert not desk.paper_text.keys(typed)


def test_what_sends_knows_nothing_of_what_was_read() -> None:
    """What stands on a citizen's papers stays at this desk: no code of the line names these tables."""
    files = [*(ROOT / "sync").rglob("*.py")]
    assert files
    assert not [file.name for file in files if re.search(r"paper_(text|page|words)", file.read_text(encoding="utf-8"))]
