"""Rebuild a home from a backup; a new epoch begins before any number is given out."""

import argparse
import json
from pathlib import Path

from desktop.console.homes import first_seat, home_arguments, secret
from dossiers.clock import system_clock
from dossiers.errors import NotFound
from dossiers.store.backup import restore
from dossiers.store.vault import KEYS_FILE


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `motcua restore`."""
    home_arguments(parser)
    parser.add_argument("--from", dest="source", type=Path, required=True, metavar="FOLDER",
                        help="one backup, or the folder of all of them: the newest is used")  # fmt: skip
    parser.add_argument("--json", action="store_true", help="answer as one JSON object")


def run(options: argparse.Namespace) -> int:
    """Restore into --home, which must not hold an office yet."""
    backup = choose_backup(options.source)
    user = options.user or first_seat(backup)
    report = restore(backup, options.home, user, secret(options), system_clock)
    if options.json:
        answer = {
            "home": str(options.home), "backup": str(backup), "dossiers": report.dossiers,
            "journal_lines": report.journal_lines, "files": report.files,
        }  # fmt: skip
        print(json.dumps(answer, ensure_ascii=False))
    else:
        print(f"Đã phục hồi {report.dossiers} hồ sơ, {report.files} tệp từ bản sao lưu {backup.name}.")
        print("Số hồ sơ mới hôm nay lấy từ dải dự phòng.")
    return 0


def choose_backup(source: Path) -> Path:
    """The backup at `source`, else the newest below it; raises NotFound where there is none."""
    if (source / KEYS_FILE).exists():
        return source
    if not source.is_dir():
        raise no_backup()
    # Named by when they were made; a hidden one was never finished.
    whole = [place for place in source.iterdir() if (place / KEYS_FILE).exists() and not place.name.startswith(".")]
    if not whole:
        raise no_backup()
    return max(whole, key=lambda place: place.name)


def no_backup() -> NotFound:
    """The sentence for a folder without backups."""
    return NotFound("Không thấy bản sao lưu nào ở thư mục này. Chọn nơi sao lưu, hoặc một bản sao lưu trong đó.")
