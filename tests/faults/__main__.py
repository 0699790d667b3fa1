"""`./test faults`: every harness at full length and the tests of faults, told as the fault matrix of SYNC 4."""

import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.conflicts.harness import two_desks
from tests.faults.length import ALL
from tests.faults.line.trial import bad_line
from tests.faults.matrix import Row, table
from tests.faults.power.__main__ import lying_disk, power_cuts
from tests.faults.sim.__main__ import conforming, worlds
from tests.steps import FILE_BY_FILE

ROOT = Path(__file__).parents[2]
HARNESSES: list[Callable[[], Row]] = [worlds, conforming, power_cuts, lying_disk, bad_line, two_desks]
ROOMS = ("faults", "sync", "conflicts", "courier", "hub", "province")
LONGEST_TEST_S = 3600
"""One cuts the line at every byte of a day."""

TOLD_ABOVE = ("test_sim", "test_power", "test_line")
"""Slices of the harnesses, which run at full length before."""


@dataclass(frozen=True, slots=True)
class Group:
    """Tests that show one line of the matrix, and those of them that are its control; `module::name` begins so."""

    number: str
    fault: str
    tests: tuple[str, ...]
    controls: tuple[str, ...] = ()


GROUPS = (
    Group("1", "line cut at every byte, and around every block of a file", ("test_wire_cut::", "test_blobs::test_cut"),
          ("test_wire_cut::",)),
    Group("3", "province or desk dies at a named point", ("test_wire_crash::",),
          ("test_province_disk::test_the_harness_catches",)),
    Group("4", "desk killed at any moment", ("test_kill_desk::",), ("test_kill_desk::test_the_harness_catches",)),
    Group("7", "full, damaged or write-protected disk, desk and province", ("test_bad_disk::", "test_province_disk::"),
          ("test_province_disk::test_the_harness_catches",)),
    Group("8", "clock back, forward 73 years, over midnight", ("test_clock_jumps::", "test_clock::"),
          ("test_clock_jumps::test_the_harness_catches",)),
    Group("9 10 11", "restores, clones and poison on both databases", ("test_history::",),
          ("test_history::test_verify_sees",)),
    Group("12 17", "spoiled file, half-open upload", ("test_blobs::",), ("test_blobs::test_what_is_never_right",)),
    Group("13 15", "captive portal, hostile province", ("test_wire_lies::",),
          ("test_wire_lies::test_the_harness_catches",)),
    Group("14", "proxies", ("test_wire_proxies::",), ("test_wire_proxies::test_the_proxies_do_bite",)),
    Group("18", "two desks: order of arrival, what is asked and answered",
          ("test_two_desks::", "test_order::", "test_asking::"), ("test_two_desks::test_weaker_rules",)),
    Group("19", "codes with a hub that dies, splits, returns", ("test_numbers::",),
          ("test_numbers::test_a_broken_rule",)),
    Group("20", "a commit that comes late", ("test_feed::",), ("test_feed::test_the_control",)),
    Group("21", "old desks, unknown fields and dictionaries", ("test_wire_versions::", "test_wire_bytes::"),
          ("test_wire_versions::test_the_harness_catches",)),
    Group("22", "poison op, quarantine", ("test_quarantine::", "test_history::test_poison"),
          ("test_history::test_the_harness_catches",)),
    Group("23", "revoked, stolen, enrolled again", ("test_revocation::", "test_enrolment::", "test_enrolment_file::"),
          ("test_revocation::test_the_harness_catches",)),
    Group("24", "stick cut, bent, replayed, full", ("test_faults::", "test_stick::", "test_round_trip::"),
          ("test_faults::test_the_cuts_catch",)),
)  # fmt: skip


def tested() -> list[Row]:
    """Run the tests of faults at full length; one row a group."""
    folders = [folder for room in ROOMS if (folder := ROOT / "tests" / room).exists()]
    with tempfile.TemporaryDirectory() as place:
        report = Path(place) / "tests.xml"
        left_out = [f"--deselect=tests/faults/{name}.py" for name in TOLD_ABOVE]
        workers = [f"-n={os.cpu_count() or 1}", *FILE_BY_FILE]
        places = [f"--junitxml={report}", *left_out, *map(str, folders)]
        patience = [f"--timeout={LONGEST_TEST_S}", "--override-ini=faulthandler_timeout=0"]
        command = [sys.executable, "-m", "pytest", "-q", *workers, *patience, *places]
        subprocess.run(command, cwd=ROOT, env=os.environ | {ALL: "1"})
        (suite,) = ET.parse(report).getroot()
        return [_row(group, list(suite.iter("testcase"))) for group in GROUPS]


def _row(group: Group, cases: list[ET.Element]) -> Row:
    row = Row(group.number, group.fault, "tests")
    controls = [case for case in cases if _name(case).startswith(group.controls)] if group.controls else []
    row.caught = bool(controls) and all(len(case) == 0 or case.find("failure") is None for case in controls)
    row.control = f"{len(controls)} tests" if controls else ""
    for case in cases:
        if _name(case).startswith(group.tests):
            row.run += 1
            row.took_s += float(case.attrib["time"])
            if any(case.find(what) is not None for what in ("failure", "error", "skipped")):
                row.broke += 1
                row.notes.append(f"{_name(case)} did not pass")
    return row


def _name(case: ET.Element) -> str:
    return f"{case.attrib['classname'].rpartition('.')[2]}::{case.attrib['name']}"


def main() -> int:
    """Run all, print the matrix; 1 when anything broke or a control was not caught."""
    rows = []
    for harness in HARNESSES:
        rows.append(harness())
        print(table(rows[-1:]), flush=True)
    rows += tested()
    print(table(rows))
    return 1 if any(row.broke or (row.control and not row.caught) for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
