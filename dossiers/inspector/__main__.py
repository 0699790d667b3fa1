"""Inspect a home or a backup: `python -m dossiers.inspector FOLDER`; it reads a copy and changes nothing.

For whoever has to judge an office's journal without trusting the office's program. Needs Python, cryptography,
sqlcipher3 and msgspec; on a stick: `dossiers/` and `resources/` beside one another.
"""

import argparse
import getpass
import json
import sys
from pathlib import Path

from dossiers.inspector.finding import Finding, Part
from dossiers.inspector.inspect_place import inspect
from dossiers.inspector.keys import CannotOpen, Secret, open_keys


def main() -> int:
    """Exit 0 when all is sound, 1 after the list of faults."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    parser = argparse.ArgumentParser(prog="inspector", description=__doc__)
    parser.add_argument("folder", type=Path, help="a home, or one backup")
    parser.add_argument("--user", default="", help="whose secret it is (default: the first seat)")
    parser.add_argument("--passphrase-file", type=Path, help="a file with the secret (default: ask)")
    parser.add_argument("--recovery", action="store_true", help="the secret is the words of the recovery sheet")
    parser.add_argument("--head", action="append", default=[], help="a printed head: 'EPOCH SEQ HASH'; may be repeated")
    parser.add_argument("--heads", type=Path, help="a file with one printed head a line")
    parser.add_argument("--json", action="store_true", help="answer as one JSON object")
    options = parser.parse_args()
    printed = [*options.head, *(options.heads.read_text(encoding="utf-8").splitlines() if options.heads else [])]
    file: Path | None = options.passphrase_file
    text = file.read_text(encoding="utf-8-sig").rstrip("\r\n") if file else getpass.getpass("Mật khẩu: ")
    try:
        secret = Secret(text, options.user, options.recovery)
        found = inspect(options.folder, open_keys(options.folder, secret), printed)
    except CannotOpen as error:
        found = (Finding(Part.KEYS, str(error)),)
    if options.json:
        print(json.dumps([{"part": each.part, "sentence": each.sentence} for each in found], ensure_ascii=False))
    else:
        print("\n".join(map(str, found)) or "Nguyên vẹn: không thấy chỗ nào bị sửa, mất hoặc hỏng.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
