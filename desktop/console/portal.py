"""Report to the national portal (Cổng DVCQG): write an office's messages to a file, or send a province's own."""

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.console.homes import default_home, home_arguments, open_home, secret_in
from desktop.people_asks import note_export
from dossiers.clock import say_date, system_clock
from dossiers.dossier import Dossier
from dossiers.errors import InvalidInput
from dossiers.journal import Op, decode

if TYPE_CHECKING:
    from dossiers.store.desk import Desk
    from sync.portal.client import Account
    from sync.portal.delivery import Delivered
    from sync.portal.export import Export
    from sync.province.portal_outbox import Outbox

EXPORTED_AS = "Hồ sơ gửi Cổng DVCQG"
PASSWORD_VARIABLE = "MOTCUA_PORTAL_PASSWORD"
EVER = (date(2000, 1, 1), date(9999, 12, 31))


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `motcua portal export` and `motcua portal send`."""
    actions = parser.add_subparsers(dest="action", required=True)
    export = actions.add_parser("export", help="write the messages of the dossiers an office received on some days")
    home_arguments(export)
    day_arguments(export, required=True)
    export.add_argument("--out", type=Path, metavar="FILE.json", help="default: DVCQG-UNIT-FROM-TO.json in this folder")
    send_arguments(actions.add_parser("send", help="send what changed, from the province's database"))
    for each in actions.choices.values():
        each.add_argument("--files-url", default="", metavar="URL", help="where the portal fetches scans: URL/SHA-256")
        each.add_argument("--json", action="store_true", help="answer as one JSON object")


def send_arguments(parser: argparse.ArgumentParser) -> None:
    """Where the province's dossiers lie, and its account at the portal."""
    folder = default_home().with_name("motcua-province")
    parser.add_argument("--folder", type=Path, default=folder, help="the province's folder, as motcua province has it")
    parser.add_argument("--database", default="", metavar="URL", help="PostgreSQL URL (default: SQLite in the folder)")
    parser.add_argument("--address", required=True, metavar="URL", help="the portal's adapter")
    parser.add_argument("--username", required=True)
    parser.add_argument("--password-file", type=Path, help=f"a file with the password (or set {PASSWORD_VARIABLE})")
    parser.add_argument("--dstcode", default="", help="the portal's name on the province's exchange")
    parser.add_argument("--auth-path", default="", help="path to log in (default: resources/portal/portal.json)")
    parser.add_argument("--send-path", default="", help="path to send to (default: resources/portal/portal.json)")
    parser.add_argument("--ca", type=Path, metavar="PEM", help="the authority that signed the adapter's certificate")
    parser.add_argument("--again", nargs="+", default=[], metavar="CODE", help="send these dossiers once more")
    day_arguments(parser, required=False)


def day_arguments(parser: argparse.ArgumentParser, *, required: bool) -> None:
    """The days of reception (NgayTiepNhan), both included."""
    parser.add_argument("--from", dest="first", type=day, required=required, metavar="YYYY-MM-DD", default=EVER[0])
    parser.add_argument("--to", dest="last", type=day, required=required, metavar="YYYY-MM-DD", default=EVER[1])


def day(text: str) -> date:
    """A day as ISO 8601 writes it."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError("a day is written YYYY-MM-DD") from error


def run(options: argparse.Namespace) -> int:
    """Exit 0 when every dossier had its place, else 1 after saying which had not."""
    if options.first > options.last:
        raise InvalidInput("Ngày bắt đầu phải trước hoặc bằng ngày kết thúc.", field="from")
    return write_file(options) if options.action == "export" else send(options)


def write_file(options: argparse.Namespace) -> int:
    """The messages of an office's own dossiers, as a file only its owner can read."""
    from dossiers.store.durable import write_whole
    from sync.portal.export import export
    from sync.portal.messages import Sender

    with open_home(options) as desk:
        note_export(desk, f"{EXPORTED_AS} {say_date(options.first)}–{say_date(options.last)}")
        office = desk.office
        sender = Sender(office=office.name, files_url=options.files_url)
        made = export(received(desk, options.first, options.last), sender)
    file = options.out or Path(f"DVCQG-{office.unit}-{options.first}-{options.last}.json")
    content = made.as_file(office.unit, options.first, options.last)
    before = os.umask(0o077)
    try:
        write_whole(file, [json.dumps(content, ensure_ascii=False, indent=1).encode()])
    finally:
        os.umask(before)
    say_export(options, made, file)
    return 1 if made.unmapped else 0


def received(desk: "Desk", first: date, last: date) -> Iterator[tuple[Dossier, Sequence[Op]]]:
    """Every dossier received on these days with its history, oldest first."""
    for ahead in range((last - first).days + 1):
        for dossier in desk.register.received_on(first + timedelta(days=ahead)):
            yield dossier, [decode(entry.line) for entry in desk.journal.of(dossier.id)]


def say_export(options: argparse.Namespace, made: "Export", file: Path) -> None:
    """How many, where to, and what could not be mapped."""
    if options.json:
        answer = {
            "file": str(file), "dossiers": len(made.dossiers), "steps": len(made.steps), "voided": made.voided,
            "unmapped": [{"code": code, "reason": reason} for code, reason in made.unmapped],
        }  # fmt: skip
        print(json.dumps(answer, ensure_ascii=False))
        return
    for code, reason in made.unmapped:
        print(f"{code}: {reason}", file=sys.stderr)
    left_out = f" Bỏ qua {made.voided} hồ sơ đã hủy tiếp nhận." if made.voided else ""
    print(
        f"Đã ghi {len(made.dossiers)} hồ sơ và {len(made.steps)} bước xử lý, nhận từ {say_date(options.first)} đến "
        f"{say_date(options.last)}, vào {file}.{left_out} Tệp có dữ liệu cá nhân: chuyển xong thì xóa."
    )


def send(options: argparse.Namespace) -> int:
    """One run of delivery from the province's database."""
    from sync.portal.client import PortalClient
    from sync.portal.delivery import Delivery
    from sync.province.portal_outbox import Outbox
    from sync.province.server import open_database

    client = PortalClient(account(options))
    database = open_database(options.database or None, options.folder)
    try:
        outbox = Outbox(database, system_clock)
        if options.again:
            outbox.send_again(options.again)
        done = Delivery(outbox, client, options.files_url).run(options.first, options.last)
        say_delivery(options, done, outbox)
    finally:
        client.close()
        database.close()
    return 1 if done.refused or done.fault else 0


def account(options: argparse.Namespace) -> "Account":
    """The account at the portal; its password comes from a file or the environment, never from the arguments."""
    from sync.portal.client import Account

    paths = {name: getattr(options, name) for name in ("auth_path", "send_path") if getattr(options, name)}
    password = secret_in(options.password_file) if options.password_file else os.environ.get(PASSWORD_VARIABLE, "")
    if not password:
        raise InvalidInput(
            "Cần mật khẩu kết nối Cổng: dùng --password-file hoặc biến {variable}.", field="password_file",
            variable=PASSWORD_VARIABLE,
        )  # fmt: skip
    return Account(
        address=options.address, username=options.username, password=password, dstcode=options.dstcode, ca=options.ca,
        **paths,
    )  # fmt: skip


def say_delivery(options: argparse.Namespace, done: "Delivered", outbox: "Outbox") -> None:
    """Each dossier that waits for a person with the portal's own words, how many went out and how many did not."""
    refusals, waiting = outbox.refusals(), len(outbox.waiting(options.first, options.last))
    if options.json:
        answer = {
            "sent": done.sent, "unchanged": done.unchanged, "refused": done.refused, "waiting": waiting,
            "fault": str(done.fault) if done.fault else None,
            "refusals": [{"unit": unit, "code": code, "reason": reason} for unit, code, reason in refusals],
        }  # fmt: skip
        print(json.dumps(answer, ensure_ascii=False))
    else:
        for _unit, code, reason in refusals:
            print(f"{code}: {reason}")
        print(f"Cổng DVCQG đã nhận {done.sent} hồ sơ; còn {waiting} hồ sơ chưa tới Cổng.")
    if done.fault:
        print(str(done.fault), file=sys.stderr)
