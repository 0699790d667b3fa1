"""What keeps a province running, as options of `motcua province`: administrators, backup, restore."""

import argparse
import json
from pathlib import Path

from desktop.console.homes import secret
from dossiers.clock import system_clock


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options."""
    parser.add_argument("--scans", default="", metavar="URL",
                        help="s3://bucket/prefix?endpoint=… for verified scans (default: in the folder)")  # fmt: skip
    parser.add_argument("--metrics-token-file", type=Path, metavar="FILE", help="opens /metrics to other machines")
    parser.add_argument("--new-administrator", metavar="NAME", help="make an account, or change its password")
    parser.add_argument("--passphrase-file", type=Path, metavar="FILE", help="the password, with --new-administrator")
    parser.add_argument("--backup", type=Path, metavar="FOLDER", help="write a backup below this folder")
    parser.add_argument("--restore", type=Path, metavar="BACKUP", help="put one backup into --folder, then exit")


def run(options: argparse.Namespace, database_url: str | None) -> bool:
    """Do what was asked for; returns whether anything was."""
    if options.new_administrator:
        new_administrator(options, database_url)
    elif options.backup:
        back_up(options, database_url)
    elif options.restore:
        restore(options, database_url)
    else:
        return False
    return True


def new_administrator(options: argparse.Namespace, database_url: str | None) -> None:
    """Ask for a password and keep it as Argon2id."""
    from sync.province.accounts import Accounts
    from sync.province.server import open_database

    password = secret(options)
    database = open_database(database_url, options.folder)
    try:
        Accounts(database, system_clock).set_password(options.new_administrator, password)
    finally:
        database.close()
    said = f"Đã đặt mật khẩu cho {options.new_administrator}. Đăng nhập tại trang của máy chủ tỉnh."
    print(json.dumps({"administrator": options.new_administrator}, ensure_ascii=False) if options.json else said)


def back_up(options: argparse.Namespace, database_url: str | None) -> None:
    """Write a backup, then let the desks know how far it reaches."""
    from sync.province import backup
    from sync.province.server import open_database

    database = open_database(database_url, options.folder)
    try:
        done = backup.back_up(database, options.folder, options.backup, system_clock, scans=options.scans)
    finally:
        database.close()
    said = f"Đã sao lưu vào {done.folder}: {done.epochs} chuỗi nhật ký, {done.scans} tệp quét mới."
    answer = {"folder": str(done.folder), "epochs": done.epochs, "scans": done.scans}
    print(json.dumps(answer, ensure_ascii=False) if options.json else said)


def restore(options: argparse.Namespace, database_url: str | None) -> None:
    """Put a backup back; the desks send again what it lacks."""
    from sync.province import backup

    done = backup.restore(database_url, options.folder, options.restore, system_clock, scans=options.scans)
    done.database.close()
    said = f"Đã phục hồi. Lịch sử mới {done.history}; {done.scans_awaited} tệp quét chờ gửi lại từ các quầy."
    answer = {"history": done.history, "scans_awaited": done.scans_awaited}
    print(json.dumps(answer, ensure_ascii=False) if options.json else said)
