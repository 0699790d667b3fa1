"""Set up a real office from options, or make a realistic synthetic one for trying and measuring."""

import argparse
import json
import platform
import re
from dataclasses import replace
from datetime import time
from pathlib import Path

from desktop.console.homes import place_arguments, secret, secret_in
from desktop.setting_up import Answers, set_up
from dossiers.books import SYMBOLS, Book, BookKind
from dossiers.catalogue import load_builtin
from dossiers.clock import local_date, system_clock
from dossiers.errors import InvalidInput
from dossiers.names import nfc
from dossiers.office import ORDINARY_HOURS, SCAN_PROFILES, Devices, Hours, Office
from dossiers.open_list import OpenList, read_open_list
from dossiers.people import Clerk, Role

UNIT = re.compile(r"[GH]\d{2,3}(\.\d{1,3}){0,3}")
"""An office identifier of QĐ 20/2020/QĐ-TTg, e.g. H55.242."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `motcua office setup` and `motcua office new`."""
    actions = parser.add_subparsers(dest="action", required=True)
    setup = actions.add_parser("setup", help="the first-run wizard's questions as options")
    setup_arguments(setup)
    new = actions.add_parser("new", help="a synthetic office with dossiers in its past")
    place_arguments(new)
    new.add_argument("--dossiers", type=count_of, default=100, metavar="N")
    new.add_argument("--seed", type=int, default=1, metavar="S")
    new.add_argument("--json", action="store_true", help="answer as one JSON object")


def setup_arguments(parser: argparse.ArgumentParser) -> None:
    """Everything the wizard asks."""
    place_arguments(parser)
    parser.add_argument("--unit", required=True, help="office identifier, e.g. H55.242")
    parser.add_argument("--name", required=True, help="office name as on the letterhead")
    parser.add_argument("--parent", default="", help="the superior authority on the letterhead")
    parser.add_argument("--place", default="", help="place name before the date")
    parser.add_argument("--phone", default="")
    usual = Office(unit="", name="").reception
    parser.add_argument("--reception", default=usual, help=f"its name on the letterhead (default: {usual})")
    parser.add_argument("--lookup-url", default="", help="where citizens look their dossier up")
    parser.add_argument("--hours", default="", metavar="07:00-11:30,13:30-17:00")
    parser.add_argument("--desk-slot", type=int, default=1, choices=range(1, 7))
    parser.add_argument("--desk-name", default="")
    parser.add_argument("--administrator", required=True, help="full name of the first administrator")
    for role in (Role.CLERK, Role.LEADER):
        parser.add_argument(f"--{role}", action="append", default=[], metavar="NAME=SECRET-FILE", help="repeatable")
    parser.add_argument("--training", action="store_true", help="a watermarked office that can never be enrolled")
    parser.add_argument("--printer", default="", help="ipp://… address, a queue's name, or a folder for PDFs")
    parser.add_argument("--paper", choices=("A4", "A5"), default="A4")
    parser.add_argument("--scanner", default="", metavar="DEVICE", help="as `scanimage -L` names it")
    parser.add_argument("--dpi", type=int, default=300, choices=(200, 300, 400, 600))
    parser.add_argument("--watched-folder", default="", help="where a scanner without a driver leaves its files")
    parser.add_argument("--scanner-option", action="append", default=[], metavar="NAME=VALUE", help="repeatable")
    parser.add_argument("--reader", default="", metavar="PORT", help="serial port of the barcode reader")
    parser.add_argument("--backup-folder", default="")
    parser.add_argument("--paper-book", action="append", default=[], metavar="BOOK=LAST-NUMBER")
    parser.add_argument("--open-dossiers", type=Path, metavar="FILE.xlsx", help="open dossiers to carry over")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be done and which rows are bad")
    parser.add_argument("--json", action="store_true", help="answer as one JSON object")


def run(options: argparse.Namespace) -> int:
    """Set up or make, as asked."""
    if options.action == "new":
        return new_office(options)
    listed = read_open_list(options.open_dossiers, load_builtin(), system_clock()) if options.open_dossiers else None
    answers = answers_of(options, listed)
    if (listed and listed.faults) or options.dry_run:
        return say_plan(options, answers, listed)
    set_up(options.home, answers, secret(options), system_clock, platform.node())
    say(options, f"Đã tạo văn phòng {answers.office.name}, chuyển tiếp {len(answers.open_cases)} hồ sơ.", ())
    return 0


def new_office(options: argparse.Namespace) -> int:
    """Make the synthetic office."""
    from desktop.demo.past import CLERK, live_a_past

    live_a_past(options.home, secret(options), options.dossiers, options.seed)
    say(options, f"Văn phòng mẫu có {options.dossiers} hồ sơ; đăng nhập bằng tên {CLERK.name}.", ())
    return 0


def say_plan(options: argparse.Namespace, answers: Answers, listed: OpenList | None) -> int:
    """Name every bad row; nothing is written. Exit 1 when there is one."""
    faults = listed.faults if listed else ()
    ready = f"Chưa ghi gì. Dòng hợp lệ: {len(answers.open_cases)}; dòng cần sửa: {len(faults)}."
    say(options, ready, faults)
    return 1 if faults else 0


def say(options: argparse.Namespace, sentence: str, faults: tuple[str, ...]) -> None:
    """The answer as a sentence with a list, or as data."""
    if options.json:
        print(json.dumps({"answer": sentence, "faults": list(faults)}, ensure_ascii=False))
        return
    for fault in faults:
        print(fault)
    print(sentence)


def answers_of(options: argparse.Namespace, listed: OpenList | None) -> Answers:
    """The options as the wizard's answers; raises InvalidInput naming the option at fault."""
    if not UNIT.fullmatch(options.unit):
        raise InvalidInput("Mã đơn vị không đúng dạng, ví dụ H55.242.", field="unit")
    office = Office(
        unit=options.unit, name=options.name, parent=options.parent, place=options.place, phone=options.phone,
        reception=options.reception, lookup_url=options.lookup_url, desk_slot=options.desk_slot,
        desk_name=options.desk_name or f"Quầy {options.desk_slot}", hours=hours_of(options.hours),
        training=options.training,
    )  # fmt: skip
    devices = Devices(
        printer=options.printer, paper=options.paper, scanner=options.scanner,
        scan_profiles=tuple(replace(profile, dpi=options.dpi) for profile in SCAN_PROFILES),
        reader_port=options.reader, watched_folder=absolute(options.watched_folder),
        backup_folder=absolute(options.backup_folder),
        scanner_options=dict(option_of(text) for text in options.scanner_option),
    )  # fmt: skip
    first = Clerk(name=nfc(options.administrator), role=Role.ADMINISTRATOR, given=True)  # by whoever wrote the command
    return Answers(
        office=office, devices=devices, first=first,
        clerks=(
            *(clerk_of(text, Role.CLERK) for text in options.clerk),
            *(clerk_of(text, Role.LEADER) for text in options.leader),
        ),
        books=tuple(book_of(text, options.desk_slot) for text in options.paper_book),
        open_cases=listed.cases if listed else (),
    )  # fmt: skip


def absolute(folder: str) -> str:
    """A folder as it is called from anywhere; empty where none was given."""
    return str(Path(folder).absolute()) if folder else ""


def hours_of(text: str) -> tuple[Hours, ...]:
    """'07:00-11:30,13:30-17:00' as working intervals in order."""
    if not text:
        return ORDINARY_HOURS
    try:
        spans = [span.split("-") for span in text.split(",")]
        hours = tuple(Hours(start=time.fromisoformat(start), end=time.fromisoformat(end)) for start, end in spans)
    except ValueError as error:
        raise InvalidInput("Giờ làm việc không đúng dạng, ví dụ 07:00-11:30,13:30-17:00.", field="hours") from error
    marks = [mark for span in hours for mark in (span.start, span.end)]
    if marks != sorted(set(marks)):
        raise InvalidInput("Giờ làm việc phải theo thứ tự và không chồng nhau.", field="hours")
    return hours


def clerk_of(text: str, role: Role) -> tuple[Clerk, str]:
    """'NAME=SECRET-FILE' as a user and the secret in that file."""
    name, equals, file = text.partition("=")
    if not nfc(name) or not equals:
        raise InvalidInput("Người dùng ghi dạng HỌ-TÊN=TỆP-MẬT-KHẨU.", field=role.value)
    return Clerk(name=nfc(name), role=role), secret_in(Path(file))


def count_of(text: str) -> int:
    """A number of dossiers."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError("a number of dossiers is 0 or more")
    return int(text)


def book_of(text: str, slot: int) -> Book:
    """'BOOK=LAST-NUMBER' as this year's book that goes on after a paper one; BOOK by its citation or its slug."""
    name, _, number = text.rpartition("=")
    kinds = {kind.value: kind for kind in BookKind} | {symbol: kind for kind, symbol in SYMBOLS.items()}
    if name not in kinds or not number.isdecimal():
        raise InvalidInput(
            "Sổ giấy ghi dạng TÊN-SỔ=SỐ-CUỐI, ví dụ “SCT/BS=37”. Tên sổ là một trong: {books}.", field="paper_book",
            books=", ".join(kinds),
        )  # fmt: skip
    year = local_date(system_clock()).year
    return Book(kind=kinds[name], volume=f"{slot:02d}", year=year, first=int(number) + 1)


def option_of(text: str) -> tuple[str, str]:
    """'NAME=VALUE' as an option handed to the scanner's driver."""
    name, equals, value = text.partition("=")
    if not name or not equals:
        raise InvalidInput("Tùy chọn máy quét ghi dạng TÊN=GIÁ-TRỊ.", field="scanner_option")
    return name, value
