"""Rebuild a home from a backup; a new epoch begins before any number is given out."""

import argparse
import json
from pathlib import Path

from desktop.console.homes import home_arguments, secret
from dossiers.clock import system_clock
from dossiers.store.backup import restore
from dossiers.store.vault import seats


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `motcua restore`."""
    home_arguments(parser)
    parser.add_argument("--from", dest="source", type=Path, required=True, metavar="BACKUP", help="the backup to use")
    parser.add_argument("--json", action="store_true", help="answer as one JSON object")


def run(options: argparse.Namespace) -> int:
    """Restore into --home, which must not hold an office yet."""
    user = options.user or seats(options.source)[0].name
    report = restore(options.source, options.home, user, secret(options), system_clock)
    if options.json:
        print(json.dumps({"home": str(options.home), "dossiers": report.dossiers, "files": report.files}))
    else:
        print(f"Đã phục hồi {report.dossiers} hồ sơ, {report.files} tệp. Số hồ sơ mới hôm nay lấy từ dải dự phòng.")
    return 0
