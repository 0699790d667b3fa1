"""Read the Code 128 and QR codes of images and PDFs, page by page, and say how sure each reading is."""

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from pathlib import Path

from dossiers.citizen_card import looks_like_card, parse_card
from dossiers.clock import local_date, system_clock
from dossiers.codes import parse_slip
from dossiers.errors import InvalidInput
from dossiers.paper_codes import Trust, settles, weigh
from scanning.errors import ScanError
from scanning.read import PageReading, read_file
from scanning.reading import Reading
from scanning.sentences import SENTENCES

WORDS = {
    "card": "thẻ căn cước",
    "other": "mã khác",
    "slip": "mã hồ sơ",
    "separator": "tờ ngăn hồ sơ",
}
CARE = {
    Trust.SURE: "",
    Trust.LONE: "; chỉ một cách đọc thấy, đối chiếu với giấy",
    Trust.DISPUTED: "; hai cách đọc khác nhau, đối chiếu với giấy",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `motcua read`."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="JPEG, PNG, TIFF or PDF")
    parser.add_argument("--thorough", action="store_true", help="spend longer on pages that no quick reader reads")
    parser.add_argument("--json", action="store_true", help="one JSON object a line for each code")


def run(options: argparse.Namespace) -> int:
    """Exit 0 when every file could be read, 1 when some could not (each with one sentence)."""
    today = local_date(system_clock())
    failed = 0
    for file in options.files:
        try:
            for found, kind, trust in read_with_care(file, today, thorough=options.thorough):
                print(_as_json(found, kind, trust) if options.json else _as_line(found, kind, trust))
        except ScanError as error:
            failed += 1
            print(f"{file}: {SENTENCES[error.fault].happened}", file=sys.stderr)
    return 1 if failed else 0


def read_with_care(
    file: Path, today: date, *, thorough: bool = False
) -> Iterator[tuple[PageReading, str, Trust | None]]:
    """Each code with its kind ("slip", "separator", "card", "other") and, for a dossier's code, how sure it is."""

    def enough(reading: Reading) -> bool:
        return settles(reading, today) or is_card(reading.text)

    for _, page in groupby(read_file(file, enough, thorough=thorough), lambda found: found.page):
        readings = list(page)
        trusts = {code.slip.code: code.trust for code in weigh((found.reading for found in readings), today)}
        for found in readings:
            slip = parse_slip(found.reading.text)
            if slip is not None and slip.code in trusts:
                yield found, "separator" if slip.separator else "slip", trusts[slip.code]
            else:
                yield found, "card" if is_card(found.reading.text) else "other", None


def is_card(text: str) -> bool:
    """Whether a reading is a whole citizen card."""
    if not looks_like_card(text):
        return False
    try:
        parse_card(text)
    except InvalidInput:
        return False
    return True


def _as_json(found: PageReading, kind: str, trust: Trust | None) -> str:
    return json.dumps({**found.as_json(), "kind": kind, "trust": trust}, ensure_ascii=False)


def _as_line(found: PageReading, kind: str, trust: Trust | None) -> str:
    care = CARE[trust] if trust else ""
    return f"{found.file}, trang {found.page}: {found.reading.text} ({WORDS[kind]}{care})"
