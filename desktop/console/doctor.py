"""Look a desk over: a sentence each on disk, data, backup, printer, scanner, reader, line and clock."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from desktop import telephone
from desktop.console.homes import default_home, home_arguments, open_home
from desktop.diagnosis import disk, examine, read_facts
from desktop.findings import Finding
from desktop.logbook import gather
from dossiers import help_code, help_words
from dossiers.clock import system_clock
from dossiers.store.database import Damaged

MARKS = {True: "ổn", None: "lưu ý", False: "cần sửa"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `motcua doctor`."""
    home_arguments(parser, required=False)
    parser.set_defaults(home=default_home())
    parser.add_argument("--json", action="store_true", help="answer as one JSON list")
    parser.add_argument("--decode", metavar="CODE", help="say what a help code heard over the telephone means")
    parser.add_argument("--log", type=Path, metavar="FILE", help="write the desk's log for support into a zip file")


def run(options: argparse.Namespace) -> int:
    """Exit 0 when nobody has to mend anything, else 1."""
    if options.decode:
        print("\n".join(help_words.lines(help_code.read(options.decode))))
        return 0
    findings, code = look_over(options)
    if options.log:
        gather(options.home, [asdict(finding) for finding in findings], options.log)
    if options.json:
        print(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False))
    else:
        for finding in findings:
            print(f"{MARKS[finding.ok]:<8} {finding.sentence}")
        if code:
            print(f"Mã trợ giúp: {code}")
    return 1 if any(finding.ok is False for finding in findings) else 0


def look_over(options: argparse.Namespace) -> tuple[tuple[Finding, ...], str]:
    """Every finding and the help code; of a home whose data do not read back, what can be said without them."""
    try:
        with open_home(options) as desk:
            facts = read_facts(desk)
    except Damaged as error:
        return (disk(options.home), Finding(topic="home", ok=False, sentence=str(error))), ""
    findings = tuple(examine(facts, system_clock))
    return findings, telephone.help_code(facts, findings, system_clock())
