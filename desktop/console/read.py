"""Read the Code 128 and QR codes of images and PDFs: one JSON object a line."""

import argparse
import json
import sys
from pathlib import Path

from dossiers.citizen_card import looks_like_card, parse_card
from dossiers.clock import local_date, system_clock
from dossiers.codes import accept
from dossiers.errors import InvalidInput
from scanning.codes import Reading
from scanning.errors import ScanError
from scanning.read import read_file
from scanning.sentences import SENTENCES


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `motcua read`."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="JPEG, PNG, TIFF or PDF")


def run(options: argparse.Namespace) -> int:
    """Exit 0 when every file could be read, 1 when some could not (each with one sentence)."""
    today = local_date(system_clock())

    def known(reading: Reading) -> bool:
        return accept(reading.text, today) or is_card(reading.text)

    failed = 0
    for file in options.files:
        try:
            for found in read_file(file, known):
                print(json.dumps(found.as_json(), ensure_ascii=False))
        except ScanError as error:
            failed += 1
            print(f"{file}: {SENTENCES[error.fault].happened}", file=sys.stderr)
    return 1 if failed else 0


def is_card(text: str) -> bool:
    """Whether a reading is a whole citizen card."""
    if not looks_like_card(text):
        return False
    try:
        parse_card(text)
    except InvalidInput:
        return False
    return True
