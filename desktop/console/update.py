"""Bring the installed program to a newer version from a signed bundle, or say which version is in use."""

import argparse
import json
import os
import sys
from pathlib import Path

import msgspec

from desktop.console.homes import default_home, open_home
from dossiers.errors import InvalidInput
from sync.updates.bundle import Bundle, Manifest
from sync.updates.engine import Stage, Updater
from sync.updates.installation import read_choice, running, versions_folder
from sync.updates.roads import Road, by_line, from_bundle

WORDS = {
    Stage.LINE: "Đang tải bản mới từ máy chủ tỉnh…",
    Stage.FILES: "Đang ghép và kiểm tra các tệp của bản mới…",
    Stage.BACKUP: "Đang sao lưu và thử phục hồi…",
    Stage.TRIAL: "Đang chạy thử bản mới trên một bản sao dữ liệu…",
    Stage.IN_USE: "Đang chuyển sang bản mới…",
}

LEFT = "Bản số {number} không mở được nên máy đã tự trở về bản này; dữ liệu vẫn nguyên."

TRIAL = "Bộ cài này chỉ để dùng thử: nó không nhận bản cập nhật nào. Để làm việc thật, cài bộ cài chính thức."


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `motcua update`; without any it says which version is in use."""
    parser.add_argument("--check", type=Path, metavar="BUNDLE", help="say what a bundle would bring, no more")
    parser.add_argument("--from", type=Path, dest="bundle", metavar="BUNDLE", help="a .mcu file, or a folder of parts")
    parser.add_argument("--from-province", action="store_true", help="fetch what the province offers, over the line")
    parser.add_argument("--shelve", type=Path, metavar="BUNDLE", help="at the province: put a bundle on its shelf")
    province = default_home().with_name("motcua-province")
    parser.add_argument("--folder", type=Path, default=province, help="of the province, with --shelve")
    parser.add_argument("--backup-to", type=Path, metavar="FOLDER", help="default: the desk's own backup folder")
    parser.add_argument("--home", type=Path, default=default_home(), help="the office whose data come along")
    parser.add_argument("--user", default="", help="who signs in (default: the first seat)")
    parser.add_argument("--passphrase-file", type=Path, help="a file with the passphrase")
    parser.add_argument("--json", action="store_true", help="answer as one JSON object")
    parser.add_argument("--try", type=Path, dest="copy", help=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    """Exit 0 when the version asked for is in use from the next start on."""
    if options.copy:
        return try_copy(options.copy)
    if options.check:
        facts, sentence = check(options.check)
    elif options.shelve:
        facts, sentence = put_on_shelf(options.shelve, options.folder)
    elif options.bundle or options.from_province:
        facts, sentence = update(options)
    else:
        facts, sentence = in_use()
    print(json.dumps(facts, ensure_ascii=False) if options.json else sentence)
    return 0


def try_copy(copy: Path) -> int:
    """What the version before asks of this one: open a copy of its data, with the key on standard input."""
    from sync.updates.trial import open_copy

    figures = open_copy(copy, bytes.fromhex(sys.stdin.readline().strip()))
    try_window()
    print(msgspec.json.encode(figures).decode())
    return 0


def try_window() -> None:
    """Build the window where there is a screen: a library that is missing is noticed now, not in front of a citizen."""
    from desktop.console.open_desk import SCREENS
    from desktop.plain_import import restore_import

    if sys.platform == "linux" and not SCREENS & os.environ.keys():
        return
    restore_import()
    from PySide6.QtWidgets import QApplication

    from desktop.theme.theme import Theme
    from desktop.window import Window

    app = QApplication(sys.argv[:1])
    Theme(app).apply(dark=False, scale_percent=100)
    window = Window()
    window.winId()
    window.deleteLater()


def check(path: Path) -> tuple[dict[str, object], str]:
    """What the bundle is; raises UpdateFault where it may not be used here."""
    bundle = Bundle(path)
    try:
        return facts_of(manifest := Updater().offered(bundle.head())), (
            f"Bản {manifest.version} (số {manifest.number}), chữ ký đúng. {manifest.notes}".strip()
        )
    finally:
        bundle.close()


def update(options: argparse.Namespace) -> tuple[dict[str, object], str]:
    """Do it, saying each stage once on standard error."""
    said: set[Stage] = set()

    def watch(stage: Stage, _done: int, _total: int) -> None:
        if stage not in said:
            said.add(stage)
            print(WORDS[stage], file=sys.stderr)

    with open_home(options) as desk:
        backups = options.backup_to or Path(desk.devices.backup_folder)
        if backups == Path():
            raise InvalidInput("Chưa có thư mục sao lưu: nói bằng --backup-to.", field="backup_to")
        road = Road(lambda question: question(desk), backups, watch)
        manifest = by_line(road) if options.from_province else from_bundle(road, options.bundle)
    return facts_of(manifest), f"Đã cập nhật lên bản {manifest.version}. Lần mở sau sẽ dùng bản này."


def put_on_shelf(path: Path, folder: Path) -> tuple[dict[str, object], str]:
    """At the province: the contents its desks will fetch; what they may use is said by a signed pack."""
    from sync.province.updates import FOLDER, shelve

    bundle = Bundle(path)
    try:
        parts = shelve(bundle, folder / FOLDER)
    finally:
        bundle.close()
    return {"parts": parts}, f"Đã đặt {parts} tệp cập nhật lên máy chủ. Ký và công bố bản chào bằng motcua pack."


def in_use() -> tuple[dict[str, object], str]:
    """Which version runs, and whether a newer one was left again."""
    here, choice = running(), read_choice(versions_folder())
    if here is None:
        return {"installed": False}, "Đang chạy từ mã nguồn."
    left = f" {LEFT.format(number=choice.left)}" if choice.left else ""
    release, trial = here.release, not here.release.publisher
    facts = {"installed": True, "number": release.number, "version": release.version, "left": choice.left}
    only_tried = f" {TRIAL}" if trial else ""
    return facts | {"trial": trial}, f"Đang dùng bản {release.version} (số {release.number}).{only_tried}{left}"


def facts_of(manifest: Manifest) -> dict[str, object]:
    """A bundle's version as data."""
    return {"number": manifest.number, "version": manifest.version, "platform": manifest.platform}
