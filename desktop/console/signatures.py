"""Say who signed a PDF, when, and whether it is still what was signed; nothing is asked over a network."""

import argparse
import json
from pathlib import Path

import msgspec

from desktop.scan_asks import check_file
from desktop.signature_words import GOOD, say_checked
from dossiers.clock import system_clock


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `motcua signatures`."""
    parser.add_argument("file", type=Path, help="the PDF")
    parser.add_argument("--trust", default="", metavar="FOLDER", help="a folder with the certificates to trust")
    parser.add_argument("--json", action="store_true", help="answer as one JSON object")


def run(options: argparse.Namespace) -> int:
    """Print a line for each signature; 0 where there is one and every one holds, else 1."""
    checked = check_file(options.file, options.trust, system_clock())
    print(json.dumps(msgspec.to_builtins(checked), ensure_ascii=False) if options.json else say_checked(checked))
    return 0 if checked.signatures and all(each.content in GOOD for each in checked.signatures) else 1
