"""Rebuild a home from a backup; a new epoch begins before any number is given out."""

import argparse
import json
from pathlib import Path

from desktop.console.homes import first_seat, home_arguments, secret
from dossiers.clock import system_clock
from dossiers.errors import NotFound
from dossiers.store.manifest import backups_in
from dossiers.store.restore import Open, restore
from dossiers.store.vault import KEYS_FILE, unlock, unlock_with_recovery


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `motcua restore`."""
    home_arguments(parser)
    parser.add_argument("--from", dest="source", type=Path, required=True, metavar="FOLDER",
                        help="one backup, or the folder of all of them: the newest is used")  # fmt: skip
    parser.add_argument("--recovery", action="store_true",
                        help="the secret is the words of the recovery sheet, as on another PC")  # fmt: skip
    parser.add_argument("--json", action="store_true", help="answer as one JSON object")


def run(options: argparse.Namespace) -> int:
    """Restore into --home, which must not hold an office yet."""
    backup = choose_backup(options.source)
    report = restore(backup, options.home, way_in(options, backup), system_clock)
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


def way_in(options: argparse.Namespace, backup: Path) -> Open:
    """How the backup's key file is opened: by a user's secret, or by the words of the recovery sheet."""
    if options.recovery:
        words = secret(options, "Khóa phục hồi: ")
        return lambda place: unlock_with_recovery(place, words, system_clock)
    user, known = options.user or first_seat(backup), secret(options)
    return lambda place: unlock(place, user, known, system_clock)


def choose_backup(source: Path) -> Path:
    """The newest finished backup at or below `source`; raises NotFound where there is none."""
    if (source / KEYS_FILE).exists():
        return source
    found = backups_in(source)
    if not found:
        raise no_backup()
    return max(found, key=lambda each: each.folder.name).folder


def no_backup() -> NotFound:
    """The sentence for a folder without backups."""
    return NotFound("Không thấy bản sao lưu nào ở thư mục này. Chọn nơi sao lưu, hoặc một bản sao lưu trong đó.")
