"""Tables as .xlsx: every cell as given, and nothing half-written."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from subprocess import PIPE, Popen
from typing import Any

import pytest

from dossiers.errors import KnownError
from dossiers.spreadsheet import Cell, Stopped, write

HEADINGS = ("TT", "Người nộp", "Phí")
ROOT = Path(__file__).parent.parent.parent
CHILD = """
import sys
from pathlib import Path
from dossiers.spreadsheet import write

def rows():
    yield (1, "Đặng Văn Khuể", 0)
    print("half way", flush=True)
    sys.stdin.read()

write(Path(sys.argv[1]), ("TT", "Người nộp", "Phí"), rows())
"""


def rows(count: int) -> Iterator[tuple[Cell, ...]]:
    """Lines as a register gives them: one at a time."""
    return ((number, f"Đặng Văn Khuể {number}", 2000 * number) for number in range(1, count + 1))


def read(path: Path) -> list[tuple[Any, ...]]:
    """The cells of the one sheet."""
    from openpyxl import load_workbook

    return [tuple(cell.value for cell in row) for row in load_workbook(path).active.iter_rows()]  # type: ignore[union-attr]


def test_every_row_is_there_and_amounts_are_numbers(tmp_path: Path) -> None:
    heard: list[int] = []
    assert write(tmp_path / "so.xlsx", HEADINGS, rows(1200), progress=heard.append) == 1200
    assert read(tmp_path / "so.xlsx") == [HEADINGS, *rows(1200)]
    assert heard == list(range(100, 1201, 100))
    assert [file.name for file in tmp_path.iterdir()] == ["so.xlsx"]


@pytest.mark.parametrize("words", ["=1+1", "@SUM(A1)", "+84912345678", "0912345678", "https://example.vn", "{=A1}"])
def test_words_stay_words(tmp_path: Path, words: str) -> None:
    """A name that begins with = is a name; a telephone number keeps its nought."""
    write(tmp_path / "so.xlsx", HEADINGS, [(1, words, 0)])
    assert read(tmp_path / "so.xlsx")[1] == (1, words, 0)


def test_stopped_half_way_it_leaves_what_was_there(tmp_path: Path) -> None:
    file = tmp_path / "so.xlsx"
    file.write_bytes(b"the old one")
    with pytest.raises(Stopped, match="Chưa tệp nào được ghi"):
        write(file, HEADINGS, rows(10_000_000), stop=lambda: True)
    assert (file.read_bytes(), list(tmp_path.iterdir())) == (b"the old one", [file])


def test_a_fault_in_the_rows_leaves_nothing(tmp_path: Path) -> None:
    def broken() -> Iterator[tuple[Cell, ...]]:
        yield (1, "An", 0)
        raise KnownError("Đã dừng tìm theo yêu cầu mới.")

    with pytest.raises(KnownError, match="Đã dừng tìm"):
        write(tmp_path / "so.xlsx", HEADINGS, broken())
    assert list(tmp_path.iterdir()) == []


def test_killed_exports_leave_nothing_that_grows(tmp_path: Path) -> None:
    """Each left a hidden folder of its own with names in it, for good."""
    for name in ("mot.xlsx", "hai.xlsx"):
        with Popen([sys.executable, "-c", CHILD, str(tmp_path / name)], stdout=PIPE, stdin=PIPE, cwd=ROOT) as child:
            assert child.stdout is not None
            assert child.stdout.readline().strip() == b"half way"
            child.kill()
    (left,) = tmp_path.iterdir()
    assert left.is_dir()
    write(tmp_path / "ba.xlsx", HEADINGS, rows(1))
    assert [file.name for file in tmp_path.iterdir()] == ["ba.xlsx"]


def test_two_tables_at_once_both_become_whole(tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        each = [pool.submit(write, tmp_path / f"{name}.xlsx", HEADINGS, rows(300)) for name in range(2)]
        assert [done.result() for done in each] == [300, 300]
    assert [read(tmp_path / f"{name}.xlsx")[300][0] for name in range(2)] == [300, 300]


def test_a_folder_that_is_gone_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="Không ghi được xuống đĩa"):
        write(tmp_path / "mất" / "so.xlsx", HEADINGS, rows(1))
