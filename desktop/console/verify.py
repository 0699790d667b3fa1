"""Check a home twice: by the inspector, on a copy, then by the desk: chain, receipts, states, files, printed heads."""

import argparse
import json
from pathlib import Path

from desktop.console.homes import home_arguments, open_home, unlock_home
from dossiers.store.desk import refuse_emptied
from dossiers.store.vault import Vault
from dossiers.store.verify import verify


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `motcua verify`."""
    home_arguments(parser)
    parser.add_argument("--head", action="append", default=[], metavar="HEAD",
                        help="a head as an end-of-day sheet shows it: 'EPOCH SEQ HASH'; may be repeated")  # fmt: skip
    parser.add_argument("--heads", type=Path, help="a file with one printed head a line")
    parser.add_argument("--json", action="store_true", help="answer as one JSON object")


def run(options: argparse.Namespace) -> int:
    """Exit 0 when all is sound, else 1 after the list of faults."""
    refuse_emptied(options.home)
    vault = unlock_home(options)
    lines, faults = 0, look_first(options, vault)
    if not faults:  # an altered home is evidence: it is not opened, for that writes to it
        with open_home(options, vault=vault) as desk:
            lines, faults = desk.journal.count(), verify(desk)
    if options.json:
        print(json.dumps({"journal_lines": lines, "faults": list(faults)}, ensure_ascii=False))
    else:
        print("\n".join(faults) or f"Nguyên vẹn: {lines} dòng nhật ký, trạng thái và tệp đều khớp.")
    return 1 if faults else 0


def look_first(options: argparse.Namespace, vault: Vault) -> tuple[str, ...]:
    """What the inspector finds in the home as it lies there."""
    from dossiers.inspector.inspect_place import inspect

    printed = [*options.head, *(options.heads.read_text(encoding="utf-8").splitlines() if options.heads else [])]
    return tuple(str(finding) for finding in inspect(options.home, vault.key, printed))
