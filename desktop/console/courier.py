"""Carry work to the province and its answers back on a stick, where no line reaches."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from desktop.console.homes import default_home, home_arguments, open_home
from dossiers.clock import system_clock
from dossiers.errors import KnownError, NotFound
from dossiers.store.desk import Desk
from sync.courier.export import Written, check, export
from sync.courier.messages import ANSWER, BUNDLE, Kind
from sync.courier.take_in import Imported, take_in

T = TypeVar("T")
Told = list[dict[str, object]]


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `motcua courier`."""
    deeds = parser.add_subparsers(dest="deed", required=True)
    out = deeds.add_parser("export", help="write everything without a receipt onto a stick, and read it back")
    out.add_argument("place", type=Path, metavar="FOLDER", help="a folder of the stick")
    back = deeds.add_parser("import", help="take the province's answers in")
    back.add_argument("place", type=Path, metavar="PATH", help="a .mcr file, or a folder with some")
    again = deeds.add_parser("check", help="read a bundle on a stick that was plugged in again")
    again.add_argument("place", type=Path, metavar="PATH", help="a .mcb file, or a folder with some")
    for deed in (out, back, again):
        home_arguments(deed)
    intake = deeds.add_parser("take", help="at the province: take bundles in and write the answers beside them")
    intake.add_argument("place", type=Path, metavar="PATH", help="a .mcb file, or a folder with some")
    intake.add_argument("--folder", type=Path, default=default_home().with_name("motcua-province"))
    intake.add_argument("--database", default="", metavar="URL", help="PostgreSQL URL (default: SQLite in the folder)")
    intake.add_argument("--scans", default="", metavar="URL", help="as motcua province has it")
    intake.add_argument("--answers", type=Path, metavar="FOLDER", help="where answers go (default: beside the bundle)")
    for deed in (out, back, again, intake):
        deed.add_argument("--json", action="store_true", help="answer as one JSON object")


def run(options: argparse.Namespace) -> int:
    """Exit 0 when every file was carried, 1 after a sentence for each that was not."""
    deeds = {"export": export_all, "import": import_all, "check": check_all, "take": take_all}
    told, faults = deeds[options.deed](options)
    for fault in faults:
        print(fault, file=sys.stderr)
    if options.json:
        print(json.dumps({"files": told, "faults": [str(fault) for fault in faults]}, ensure_ascii=False))
    return 1 if faults else 0


def export_all(options: argparse.Namespace) -> tuple[Told, list[KnownError]]:
    """Write bundles; an export is one deed, which fails as one."""
    with open_home(options) as desk:
        bundles = export(asking(desk), options.place, system_clock)
    return [tell(options, written_words(one), as_json(one)) for one in bundles], []


def check_all(options: argparse.Namespace) -> tuple[Told, list[KnownError]]:
    """Check bundles that were written here."""
    with open_home(options) as desk:

        def one(path: Path) -> dict[str, object]:
            written = check(asking(desk), path)
            return tell(options, f"Gói số {written.number} trên USB đọc lại đúng như đã ghi.", as_json(written))

        return each(files(options.place, BUNDLE), one)


def import_all(options: argparse.Namespace) -> tuple[Told, list[KnownError]]:
    """Take answers in, in the order of their bundles."""
    with open_home(options) as desk:

        def one(path: Path) -> dict[str, object]:
            brought = take_in(asking(desk), path, system_clock)
            return tell(options, brought_words(brought), brought_json(brought))

        return each(files(options.place, ANSWER), one)


def take_all(options: argparse.Namespace) -> tuple[Told, list[KnownError]]:
    """Take bundles in at the province and answer each."""
    from sync.province.courier import open_courier
    from sync.province.server import open_database

    database = open_database(options.database or None, options.folder)
    try:
        courier = open_courier(database, options.folder, system_clock, options.scans)

        def one(path: Path) -> dict[str, object]:
            taken = courier.take(path)
            answer = courier.answer(taken, options.answers or path.parent)
            words = f"Gói số {taken.header.number} của {taken.desk.unit}: {taken.ops} việc mới, {taken.files} tệp mới."
            kept = f" {taken.held} việc giữ lại để xem xét." if taken.held else ""
            return tell(options, f"{words}{kept}{missing_words(taken.missing)} Biên nhận: {answer.name}", {
                "number": taken.header.number, "unit": taken.desk.unit, "ops": taken.ops, "files": taken.files,
                "held": taken.held, "missing": list(taken.missing), "answer": str(answer),
            })  # fmt: skip

        return each(files(options.place, BUNDLE), one)
    finally:
        database.close()


def each(paths: list[Path], one: Callable[[Path], dict[str, object]]) -> tuple[Told, list[KnownError]]:
    """One file after another; a fault of one does not keep the others."""
    told: Told = []
    faults: list[KnownError] = []
    for path in paths:
        try:
            told.append(one(path))
        except KnownError as error:
            faults.append(KnownError("{file}: {said}", file=path.name, said=error))
    return told, faults


def files(place: Path, kind: Kind) -> list[Path]:
    """The file itself, or those of a folder in the order of their numbers; raises NotFound where there is none."""
    found = sorted(place.glob(f"*{kind.suffix}")) if place.is_dir() else [place] if place.is_file() else []
    if not found:
        raise NotFound("Không thấy tệp {suffix} ở đường dẫn này.", suffix=kind.suffix)
    return found


def asking(desk: Desk) -> Callable[[Callable[[Desk], T]], T]:
    """The direct way to the database."""
    return lambda question: question(desk)


def tell(options: argparse.Namespace, words: str, data: dict[str, object]) -> dict[str, object]:
    """Say it, unless it is asked for as data."""
    if not options.json:
        print(words)
    return data


def written_words(one: Written) -> str:
    """What lies on the stick, and that nothing counts as sent yet."""
    damaged = f" {one.files_damaged} tệp hỏng để lại." if one.files_damaged else ""
    return (
        f"Đã xuất gói số {one.number}: {one.ops} việc, {one.files} tệp, {one.size / 1_000_000:.1f} MB, "
        f"đã đọc lại đúng. Chưa có biên nhận nên chưa coi là đã gửi.{damaged} Tệp: {one.path.name}"
    )


def brought_words(brought: Imported) -> str:
    """What an answer brought."""
    if not brought.fresh and not brought.files_sent:
        return f"Biên nhận của gói số {brought.number} đã nhận từ trước; không có gì thay đổi."
    parts = {
        f"Tỉnh đã xác nhận gói số {brought.number}: {brought.ops_sent} việc, {brought.files_sent} tệp.": True,
        f"Tin mới về {len(brought.news)} hồ sơ.": brought.news,
        f"Tỉnh giữ lại {brought.ops_held} việc để xem xét.": brought.ops_held,
        "Tỉnh đã ngừng nhận máy này; báo cán bộ tỉnh.": brought.revoked,
    }
    return " ".join(part for part, said in parts.items() if said) + missing_words(brought.missing)


def missing_words(numbers: tuple[int, ...]) -> str:
    """Which bundles never came, and that nothing is lost by it."""
    if not numbers:
        return ""
    named = ", ".join(str(number) for number in numbers)
    return f" Gói số {named} chưa tới tỉnh; việc và tệp chưa có biên nhận sẽ nằm trong gói sau nên không mất gì."


def as_json(one: Written) -> dict[str, object]:
    """A bundle as data."""
    return {
        "number": one.number, "file": str(one.path), "size": one.size, "digest": one.digest, "ops": one.ops,
        "dossiers": one.dossiers, "files": one.files, "files_damaged": one.files_damaged,
    }  # fmt: skip


def brought_json(brought: Imported) -> dict[str, object]:
    """An answer as data."""
    return {
        "number": brought.number, "fresh": brought.fresh, "ops_sent": brought.ops_sent, "ops_held": brought.ops_held,
        "files_sent": brought.files_sent, "news": len(brought.news), "missing": list(brought.missing),
        "revoked": brought.revoked,
    }  # fmt: skip
