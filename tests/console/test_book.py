"""`motcua book`: the office's books listed, and written to files."""

from pathlib import Path

from openpyxl import load_workbook

from dossiers.book_lines import BookLine
from dossiers.books import BookKind
from dossiers.store.register_pages import Part, read_page
from tests.console.consoles import Console, desk_of
from tests.printing.pdf_reading import read_pages


def lines(home: Path) -> tuple[BookLine, ...]:
    """The follow-up register as the store holds it."""
    with desk_of(home) as desk:
        state = desk.books.current(BookKind.DOSSIERS)
        assert state is not None
        return read_page(desk.database, Part(book_id=state.id))


def codes(home: Path) -> list[str]:
    """The dossiers of the register in its order."""
    return [line.dossier.code for line in lines(home) if line.dossier]


def year(home: Path) -> int:
    """The year of the office's newest follow-up register."""
    return lines(home)[0].entry.year


def test_books_are_listed_with_what_comes_next(console: Console, home: Path) -> None:
    said = console("book", "--home", home)
    assert said.code == 0
    assert "Sổ theo dõi hồ sơ, quyển 01/" in said.out
    assert said.out.endswith("Không thiếu số nào.\n")
    data = console("book", "--home", home, "--kind", "dossiers", "--json").data
    assert [(book["kind"], book["used"], book["next"]) for book in data["books"][:1]] == [
        ("dossiers", len(codes(home)), len(codes(home)) + 1)
    ]
    assert data["gaps"] == []


def test_a_book_becomes_a_pdf_with_every_number(console: Console, home: Path, tmp_path: Path) -> None:
    file = tmp_path / "so.pdf"
    said = console("book", "--home", home, "--kind", "dossiers", "--year", year(home), "--pdf", file, "--json")
    assert (said.code, said.data["file"]) == (0, str(file))
    assert said.data["numbers"] == len(codes(home))
    text = " ".join(page.text for page in read_pages(file.read_bytes())).replace("- ", "-")
    assert all(code in text for code in codes(home))


def test_a_book_becomes_a_spreadsheet_row_by_row(console: Console, home: Path, tmp_path: Path) -> None:
    file = tmp_path / "so.xlsx"
    said = console("book", "--home", home, "--kind", "dossiers", "--year", year(home), "--xlsx", file, "--short")
    assert (said.code, said.err) == (0, "")
    sheet = load_workbook(file).active
    assert sheet is not None
    assert [row[1] for row in sheet.iter_rows(min_row=2, values_only=True)] == codes(home)


def test_what_cannot_be_written_is_one_sentence_and_no_file(console: Console, home: Path, tmp_path: Path) -> None:
    file = tmp_path / "so.pdf"
    assert console("book", "--home", home, "--kind", "copies", "--year", 2020, "--pdf", file).refused("Năm 2020")
    assert console("book", "--home", home, "--pdf", file).refused("Chưa chọn sổ")
    which = ("--kind", "dossiers", "--year", year(home))
    nothing = console("book", "--home", home, *which, "--to", "2020-01-01", "--pdf", file)
    assert nothing.refused("chưa có số nào")
    backwards = console("book", "--home", home, *which, "--from", "2026-02-02", "--to", "2026-02-01", "--pdf", file)
    assert backwards.refused("Ngày cuối sớm hơn")
    assert console("book", "--home", home, *which, "--pdf", tmp_path / "mất" / "so.pdf").refused("Không ghi được")
    assert list(tmp_path.glob("*.pdf")) == []
