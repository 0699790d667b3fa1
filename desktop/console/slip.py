"""Check the signed code of a slip with no network, or rebuild the register from the office copies of a lost desk."""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from desktop.console.homes import home_arguments, open_home
from desktop.slip_pile import Lies, Sheet, asked_keys, is_proven, judge, slips_of, sort_out
from dossiers.clock import local_date, say_date
from dossiers.errors import InvalidInput, KnownError
from dossiers.recover import recover
from dossiers.slip_header import is_slip
from scanning.errors import ScanError
from scanning.sentences import SENTENCES

WORDS = {
    Lies.NEW: "đưa vào sổ", Lies.HERE: "đã có trong sổ", Lies.TWICE: "trùng trong chồng",
    Lies.ASKED: "khóa chưa biết", Lies.REFUSED: "không nhận", Lies.BARE: "không có mã",
}  # fmt: skip


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `motcua slip`."""
    parser.add_argument("what", choices=("check", "recover"))
    parser.add_argument("slips", nargs="+", metavar="FILE|TEXT", help="a scan (JPEG, PNG, TIFF, PDF), or a code's text")
    home_arguments(parser)
    parser.add_argument("--name", default="", help="the name printed on the slip, with check")
    parser.add_argument("--vouch", action="store_true",
                        help="answer for keys that no list knows, with recover; your name goes on record")  # fmt: skip
    parser.add_argument("--json", action="store_true", help="answer as JSON, one object a line")


def run(options: argparse.Namespace) -> int:
    """Exit 0 when every slip is genuine, or nothing of the pile was left over."""
    sides = [side for given in options.slips for side in read_sides(given)]
    return check(options, sides) if options.what == "check" else rebuild(options, sides)


def check(options: argparse.Namespace, sides: list[tuple[str, tuple[str, ...]]]) -> int:
    """Say of each code whether it is real."""
    from sync.slip_keys import Verdict, check_slip

    told = [(place, text) for place, texts in sides for text in filter(is_slip, texts)]
    if not told:
        raise InvalidInput("Không thấy mã có chữ ký nào trên các tờ này.", field="slips")
    genuine = 0
    with open_home(options) as desk:
        for place, text in told:
            answer = check_slip(desk, text, options.name)
            genuine += answer.verdict is Verdict.GENUINE
            facts = {"place": place, "verdict": answer.verdict.value, "sentence": answer.sentence}
            print(json.dumps(facts, ensure_ascii=False) if options.json else f"{place}: {answer.sentence}")
    return 0 if genuine == len(told) else 1


def rebuild(options: argparse.Namespace, sides: list[tuple[str, tuple[str, ...]]]) -> int:
    """Take the pile in, all that may come at once."""
    with open_home(options) as desk:
        judged = [judge(desk, place, texts) for place, texts in sides]
        vouched = frozenset(asked_keys(judged)) if options.vouch else frozenset[bytes]()
        sheets = sort_out(judged, vouched)
        recovered = desk.do(recover, slips_of(sheets, vouched))
    for sheet in sheets:
        print(_as_json(sheet) if options.json else _as_line(sheet))
    counts = Counter(sheet.lies for sheet in sheets)
    if not options.json:
        print(f"Đã khôi phục {len(recovered)} hồ sơ.")
    return 1 if counts[Lies.REFUSED] or counts[Lies.ASKED] else 0


def read_sides(given: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each side of paper with the texts of its codes; raises KnownError for a file nobody can read."""
    if is_slip(given):
        yield "mã", (given,)
        return
    from scanning.codes import read_codes
    from scanning.documents import read_pages

    try:
        for page in read_pages(Path(given)):
            readings = read_codes(page.pixels, lambda reading: is_proven(reading.text))
            yield f"{given}, trang {page.number}", tuple(reading.text for reading in readings)
    except ScanError as error:
        raise KnownError(SENTENCES[error.fault].happened) from error


def _as_line(sheet: Sheet) -> str:
    if sheet.head is None:
        return f"{sheet.key}: {WORDS[sheet.lies]}. {sheet.why or ''}".rstrip(". ") + "."
    return f"{sheet.key}: {sheet.head.code}, nhận {say_date(local_date(sheet.head.received_at))}: {WORDS[sheet.lies]}."


def _as_json(sheet: Sheet) -> str:
    facts = {"place": sheet.key, "lies": sheet.lies.value, "code": sheet.head.code if sheet.head else ""}
    return json.dumps(facts | {"why": str(sheet.why or "")}, ensure_ascii=False)
