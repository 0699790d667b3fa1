"""The feeder faults of a network scanner as three clients tell them: this desk's, sane-airscan and libsane's escl.

Run: python -m tests.benchmarks.scan_faults. Four sheets, the fault at the third; the clerk then does what the sentence
says and goes on once. Prints a table and ends with one JSON line.
"""

import json
import tempfile
from pathlib import Path

from scanning.errors import SHEET_TO_FEED_AGAIN
from tests.scanning.escl_machine import Trouble, stack
from tests.scanning.escl_server import serving
from tests.scanning.test_escl import SHEETS, scan_until_fault
from tests.scanning.test_escl_foreign import SHEETS as FOREIGN_SHEETS
from tests.scanning.test_escl_foreign import read_stack

MATRIX = list(Trouble)[:9]
AT = 3


def main() -> None:
    """One line a fault."""
    print(f"{'fault':12}{'this desk':18}{'pages':14}{'sane-airscan':34}libsane escl")
    whole = sum(tell(trouble) for trouble in MATRIX)
    print(json.dumps({"faults": len(MATRIX), "stacks_whole_after_resume": whole}))


def tell(trouble: Trouble) -> bool:
    """Print the line; whether the desk's own stack came to all four pages in order."""
    scanner = stack(SHEETS)
    scanner.troubles[AT] = [trouble]
    with serving(scanner) as address:
        before, fault = scan_until_fault(address)
        scanner.clear(*(SHEETS[AT - 1 : AT] if fault in SHEET_TO_FEED_AGAIN else ()))
        after = scan_until_fault(address)[0] if fault else []
    pages = f"{len(before)} → {len(before + after)}/4" if fault else f"{len(before)}/4"
    said = fault.value if fault else "(nothing)"
    print(f"{trouble:12}{said:18}{pages:14}{foreign('airscan', trouble):34}{foreign('escl', trouble)}")
    return before + after == [1, 2, 3, 4]


def foreign(client: str, trouble: Trouble) -> str:
    """Pages, exit code and last complaint of another client on the same stack."""
    scanner = stack(FOREIGN_SHEETS)
    scanner.troubles[AT] = [trouble]
    with tempfile.TemporaryDirectory() as folder:
        numbers, done = read_stack(client, scanner, Path(folder))
    complaints = [line.partition("sane_start: ")[2] for line in done.stderr.splitlines() if "sane_start: " in line]
    return f"{len(numbers)}/4, {done.returncode}, {complaints[-1] if complaints else 'no word'}"[:33]


if __name__ == "__main__":
    main()
