"""Take an office's catalogue of procedures out, see what a file would change in it, or put the file into force."""

import argparse
import json
from dataclasses import asdict
from datetime import date
from pathlib import Path

from desktop.console.homes import home_arguments, open_home
from desktop.law_asks import read_file
from dossiers.catalogue import Catalogue, export_json
from dossiers.catalogue_diff import KIND_WORDS, Change, compare, missing
from dossiers.catalogue_import.merge import merge
from dossiers.catalogue_import.read import Imported, read_catalogue
from dossiers.clock import local_date, say_date, system_clock
from dossiers.errors import InvalidInput, KnownError
from dossiers.people import Right
from dossiers.permissions import require
from dossiers.store.desk import Desk


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `motcua catalogue export`, `diff` and `import`."""
    actions = parser.add_subparsers(dest="action", required=True)
    export = actions.add_parser("export", help="write the catalogue in force, with its provenance")
    show = actions.add_parser("diff", help="say what a file would change; nothing is written")
    take = actions.add_parser("import", help="say what a file changes and put it into force")
    for action in (export, show, take):
        action.add_argument("file", type=Path, metavar="FILE.json")
        home_arguments(action)
        action.add_argument("--json", action="store_true", help="answer as one JSON object")
    for action in (show, take):
        action.add_argument("--from", dest="start", default="", metavar="YYYY-MM-DD", help="in force from (today)")
        action.add_argument("--source", default="", help="decision or address the file comes from (its name)")
        action.add_argument("--complete", action="store_true", help="name the procedures the file leaves out")


def run(options: argparse.Namespace) -> int:
    """Dossiers already received keep the version they were received under, whatever is imported."""
    with open_home(options) as desk:
        return write_out(options, desk) if options.action == "export" else take_in(options, desk)


def write_out(options: argparse.Namespace, desk: Desk) -> int:
    """Write the catalogue in force."""
    write(options.file, export_json(desk.catalogue))
    version, count = desk.catalogue.version, len(desk.catalogue.procedures)
    say(options, {"version": version, "procedures": count}, [f"Đã xuất danh mục phiên bản {version}: {count} bản ghi."])
    return 0


def take_in(options: argparse.Namespace, desk: Desk) -> int:
    """Say what the file changes; with `import` it is then in force."""
    today = local_date(system_clock())
    start = day_of(options.start) if options.start else today
    imported = read_catalogue(read_file(options.file), today, options.source or options.file.name)
    before = desk.catalogue
    after = merge(before, imported, start)
    if options.action == "import" and after is not before:
        require(desk.clerk, Right.RULES)
        desk.set_catalogue(after)
    report(options, before, after, imported, start)
    return 0


def report(options: argparse.Namespace, before: Catalogue, after: Catalogue, imported: Imported, start: date) -> None:
    """The changes, what was understood only in part, what a complete file leaves out, and the edition in force."""
    changes = compare(before, after)
    absent = missing(before, imported.procedures, start) if options.complete else ()
    imports = options.action == "import"
    in_force = after if imports else before
    answer = {
        "version": in_force.version, "procedures": len(in_force.procedures), "warnings": list(imported.remarks),
        "changes": [asdict(change) for change in changes], "missing": [each.code for each in absent],
    }  # fmt: skip
    lines = [line for change in changes for line in change_lines(change)]
    lines += [f"Lưu ý: {remark}" for remark in imported.remarks]
    lines += [f"Tệp không có, danh mục vẫn giữ: {each.code} {each.name}" for each in absent]
    lines.append(f"{len(changes)} thay đổi. " + (
        f"Đang dùng danh mục phiên bản {after.version}: {len(after.procedures)} bản ghi thủ tục." if imports
        else "Chưa ghi gì; danh mục đang dùng vẫn giữ nguyên."
    ))  # fmt: skip
    say(options, answer, lines)


def change_lines(change: Change) -> list[str]:
    """A change as a heading and a line for each field."""
    successor = f" bằng {change.replaced_by}" if change.replaced_by else ""
    heading = f"{KIND_WORDS[change.kind]}{successor} từ {say_date(change.from_on)}: {change.code} {change.name}"
    fields = (f"    {each.label}: {each.old or '(chưa có)'} → {each.new or '(bỏ)'}" for each in change.fields)
    return [heading, *fields]


def say(options: argparse.Namespace, answer: dict[str, object], lines: list[str]) -> None:
    """The answer as data or as lines."""
    print(json.dumps(answer, ensure_ascii=False, default=str) if options.json else "\n".join(lines))


def day_of(text: str) -> date:
    """The day of `--from`."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InvalidInput("Ngày hiệu lực không đúng dạng, ví dụ 2027-01-01.", field="from") from error


def write(file: Path, data: bytes) -> None:
    """Write a file that was not there: an export never replaces anything."""
    try:
        with file.open("xb") as out:
            out.write(data)
    except FileExistsError as error:
        raise KnownError("Đã có tệp mang tên này. Chọn một tên khác.") from error
    except OSError as error:
        raise KnownError("Không ghi được tệp danh mục ở đó. Chọn một thư mục khác.") from error
