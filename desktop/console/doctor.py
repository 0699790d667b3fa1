"""Look a desk over: a sentence each on disk, data, backup, printer, scanner, reader, line and clock."""

import argparse
import json
from dataclasses import asdict

from desktop.console.homes import home_arguments, open_home
from desktop.diagnosis import Finding, disk, examine, read_facts
from dossiers.clock import system_clock
from dossiers.store.database import Damaged

MARKS = {True: "ổn", None: "lưu ý", False: "cần sửa"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `motcua doctor`."""
    home_arguments(parser)
    parser.add_argument("--json", action="store_true", help="answer as one JSON list")


def run(options: argparse.Namespace) -> int:
    """Exit 0 when nobody has to mend anything, else 1."""
    findings = look_over(options)
    if options.json:
        print(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False))
    else:
        for finding in findings:
            print(f"{MARKS[finding.ok]:<8} {finding.sentence}")
    return 1 if any(finding.ok is False for finding in findings) else 0


def look_over(options: argparse.Namespace) -> tuple[Finding, ...]:
    """Every finding; of a home whose data do not read back, what can be said without them."""
    try:
        with open_home(options) as desk:
            facts = read_facts(desk)
    except Damaged as error:
        return disk(options.home), Finding(topic="home", ok=False, sentence=str(error))
    return tuple(examine(facts, system_clock))
