"""Write an encrypted backup of a home to a folder, disk or stick, and prove it by restoring it to a scratch place."""

import argparse
import json
from pathlib import Path

from desktop.console.homes import home_arguments, open_home
from dossiers.store.backup import BackupReport, back_up


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `motcua backup`."""
    home_arguments(parser)
    parser.add_argument("--to", type=Path, required=True, metavar="FOLDER", help="where the backup goes")
    parser.add_argument("--json", action="store_true", help="answer as one JSON object")


def run(options: argparse.Namespace) -> int:
    """Exit 0 when everything was copied and read back, 1 when a file was already lost before."""
    with open_home(options) as desk:
        report = back_up(desk, options.to)
    if options.json:
        print(json.dumps(as_json(report), ensure_ascii=False))
    else:
        print(f"Đã sao lưu và thử phục hồi: {report.dossiers} hồ sơ, {report.files} tệp, tại {report.folder}.")
        print("".join(f"{fault}\n" for fault in report.faults), end="")
    return 1 if report.faults else 0


def as_json(report: BackupReport) -> dict[str, object]:
    """The report as data."""
    return {
        "folder": str(report.folder), "dossiers": report.dossiers, "journal_lines": report.journal_lines,
        "files": report.files, "faults": list(report.faults),
    }  # fmt: skip
