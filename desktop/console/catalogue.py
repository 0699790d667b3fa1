"""Take an office's catalogue of procedures out as JSON with its provenance, or put another one into force."""

import argparse
import json
from pathlib import Path

from desktop.console.homes import home_arguments, open_home
from dossiers.catalogue import export_json, import_json
from dossiers.clock import local_date, system_clock
from dossiers.errors import InvalidInput, KnownError


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `motcua catalogue`."""
    home_arguments(parser)
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument("--export", type=Path, metavar="FILE.json", help="write the catalogue in force")
    way.add_argument("--import", dest="source", type=Path, metavar="FILE.json", help="use this catalogue from now on")
    parser.add_argument("--json", action="store_true", help="answer as one JSON object")


def run(options: argparse.Namespace) -> int:
    """Dossiers already received keep the version they were received under, whatever is imported."""
    with open_home(options) as desk:
        if options.export:
            write(options.export, export_json(desk.catalogue))
            warnings: tuple[str, ...] = ()
        else:
            fresh, warnings = import_json(read(options.source), local_date(system_clock()))
            desk.set_catalogue(fresh)
        version, count = desk.catalogue.version, len(desk.catalogue.procedures)
    if options.json:
        answer = {"version": version, "procedures": count, "warnings": list(warnings)}
        print(json.dumps(answer, ensure_ascii=False))
        return 0
    for warning in warnings:
        print(f"Lưu ý: {warning}")
    verb = "Đã xuất" if options.export else "Đang dùng"
    print(f"{verb} danh mục phiên bản {version}: {count} bản ghi thủ tục.")
    return 0


def read(file: Path) -> bytes:
    """The bytes of a catalogue file."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise InvalidInput("Không đọc được tệp danh mục. Danh mục đang dùng vẫn giữ nguyên.", field="import") from error


def write(file: Path, data: bytes) -> None:
    """Write a file that was not there: an export never replaces anything."""
    try:
        with file.open("xb") as out:
            out.write(data)
    except FileExistsError as error:
        raise KnownError("Đã có tệp mang tên này. Chọn một tên khác.") from error
    except OSError as error:
        raise KnownError("Không ghi được tệp danh mục ở đó. Chọn một thư mục khác.") from error
