"""List the office's books and what is missing in them, or write one of them to a PDF or an .xlsx file."""

import argparse
import json
from datetime import date
from pathlib import Path

from desktop.book_files import Progress, Wanted, save_pdf, save_xlsx
from desktop.console.homes import home_arguments, open_home
from dossiers.books import BookKind
from dossiers.clock import local_date
from dossiers.errors import InvalidInput, NotFound
from dossiers.store.books import BookState
from dossiers.store.desk import Desk


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `motcua book`."""
    home_arguments(parser)
    parser.add_argument("--kind", choices=[kind.value for kind in BookKind], help="which book (default: list them all)")
    parser.add_argument("--year", type=int, help="the book's year (default: this one)")
    parser.add_argument("--volume", default="", help="the volume, e.g. 01 (default: the newest of that year)")
    parser.add_argument("--from", dest="first", type=date.fromisoformat, metavar="DAY", help="first day, yyyy-mm-dd")
    parser.add_argument("--to", dest="last", type=date.fromisoformat, metavar="DAY", help="last day")
    parser.add_argument("--short", action="store_true", help="the narrower columns of the follow-up register")
    out = parser.add_mutually_exclusive_group()
    out.add_argument("--pdf", type=Path, metavar="FILE", help="write it as a PDF on A4")
    out.add_argument("--xlsx", type=Path, metavar="FILE", help="write it as a spreadsheet")
    parser.add_argument("--json", action="store_true", help="answer as one JSON object")


def run(options: argparse.Namespace) -> int:
    """Write the book that was asked for; without a file, say which books there are."""
    file: Path | None = options.pdf or options.xlsx
    if file and options.kind is None:
        raise InvalidInput("Chưa chọn sổ để ghi ra tệp. Thêm --kind.", field="kind")
    if options.first and options.last and options.last < options.first:
        raise InvalidInput("Ngày cuối sớm hơn ngày đầu.", field="last")
    with open_home(options) as desk:
        if file:
            write(options, desk, file)
        else:
            say_books(options, desk)
    return 0


def write(options: argparse.Namespace, desk: Desk, file: Path) -> None:
    """One book into one file."""
    progress, state = Progress(), get_book(options, desk)
    wanted = Wanted(state=state, first=options.first, last=options.last, short=options.short)
    (save_pdf if options.pdf else save_xlsx)(lambda fn: fn(desk), wanted, file, progress)
    answer = {"file": str(file), "book": state.words, "numbers": progress.total}
    print(json.dumps(answer, ensure_ascii=False) if options.json else f"{state.words}: {progress.total} số, {file}")


def get_book(options: argparse.Namespace, desk: Desk) -> BookState:
    """The newest book of the kind, year and volume asked for; raises NotFound where there is none."""
    year = options.year or local_date(desk.clock()).year
    for state in desk.books.all():
        book = state.book
        if (book.kind.value, book.year) == (options.kind, year) and options.volume in ("", book.volume):
            return state
    raise NotFound("Năm {year} không có quyển sổ ấy. Chạy `motcua book` không kèm tệp để xem các sổ.", year=year)


def say_books(options: argparse.Namespace, desk: Desk) -> None:
    """Every book that fits, where it stands, and every gap."""
    states = [
        state
        for state in desk.books.all()
        if options.kind in (None, state.book.kind.value) and options.year in (None, state.book.year)
    ]
    gaps = list(desk.books.gaps())
    if options.json:
        print(json.dumps({"books": [as_data(state) for state in states], "gaps": gaps}, ensure_ascii=False))
        return
    for state in states:
        after = "hết số" if state.next_number is None else f"số kế tiếp {state.next_number}"
        print(f"{state.words}: từ số {state.book.first}, đã dùng {state.used}, {after}")
    print("\n".join(gaps) or "Không thiếu số nào.")


def as_data(state: BookState) -> dict[str, object]:
    """A book as data."""
    book = state.book
    return {
        "kind": book.kind.value, "volume": book.volume, "year": book.year, "symbol": book.symbol,
        "template": book.template, "first": book.first, "last": book.last, "used": state.used,
        "next": state.next_number,
    }  # fmt: skip
