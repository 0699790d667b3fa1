"""Check a home: the journal's chain, every state against its fold, every file against its hash."""

import argparse
import json

from desktop.console.homes import home_arguments, open_home
from dossiers.store.verify import verify


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `motcua verify`."""
    home_arguments(parser)
    parser.add_argument("--json", action="store_true", help="answer as one JSON object")


def run(options: argparse.Namespace) -> int:
    """Exit 0 when all is sound, else 1 after the list of faults."""
    with open_home(options) as desk:
        faults = verify(desk)
        lines = desk.journal.count()
    if options.json:
        print(json.dumps({"journal_lines": lines, "faults": list(faults)}, ensure_ascii=False))
    else:
        print("\n".join(faults) or f"Nguyên vẹn: {lines} dòng nhật ký, trạng thái và tệp đều khớp.")
    return 1 if faults else 0
