"""Play one day at the desk through the real window, and prove afterwards that nothing was lost or doubled."""

import argparse
import json
from datetime import date
from pathlib import Path

SUMMARY = "summary.json"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `motcua demo`."""
    parser.add_argument("--out", type=Path, default=Path("out"), metavar="DIR", help="slips, pictures and the report")
    parser.add_argument("--dossiers", type=int, default=40, metavar="N", help="visitors of the day (default: 40)")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="another seed is another day")
    parser.add_argument("--day", type=date.fromisoformat, default=date(2026, 11, 23), help="a working day")
    parser.add_argument("--json", action="store_true", help="print the summary as one JSON object")


def run(options: argparse.Namespace) -> int:
    """Exit 0 when every promise held, 1 otherwise; a day cut short goes on where it stopped."""
    from desktop.demo.day import play_day

    summary = play_day(options.out, options.day, options.dossiers, options.seed, say)
    (options.out / SUMMARY).write_text(json.dumps(summary, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    broken = summary["broken"]
    print(json.dumps(summary, ensure_ascii=False) if options.json else summary["sentence"], flush=True)
    return 1 if broken else 0


def say(line: str) -> None:
    """One line for each scene, at once."""
    print(line, flush=True)
