"""A day at a desk with words nobody could make up by chance, ended by kill -9 in the middle of a scan and of a print.

Run: python -m tests.journeys.leaky_day PLACE. The home, backups, the log and the system's temporary files all lie below
PLACE; PLACE/plain.db is the same database as anybody else would keep it, for the search to prove itself on.
"""

import logging
import os
import platform
import signal
import socket
import sys
import threading
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from dossiers.acting import Act
from dossiers.clock import system_clock
from dossiers.correct import correct
from dossiers.dossier import Scan
from dossiers.logs import log_to_file
from dossiers.note import note, put_on_shelf
from dossiers.people import Person
from dossiers.receive import receive
from dossiers.store import vault_slots
from dossiers.store.backup import back_up
from dossiers.store.desk import Desk
from dossiers.store.drafts import Draft
from dossiers.store.register import Query
from dossiers.store.rekey import change_key
from dossiers.store.vault import create_home, unlock
from scanning.drivers import ScanRequest
from scanning.session import ScanSession
from scanning.spool_reseal import reseal_folder
from tests.scanning.sessions import Listener
from tests.store.homes import CHIEF, OFFICE, SECRET, intake

PLANTED = {
    "name": "Nguyễn Thị Kiểm Dò", "number": "036199087654", "telephone": "0912876543",
    "address": "Ngõ Rò Rỉ, xã Thử Nghiệm", "mail": "kiem.do@thu-nghiem.example", "filer": "Trần Văn Dò Tìm",
    "filer's number": "036088012399", "summary": "Xin xác nhận việc dò tìm", "note": "Bà dặn gọi sau giờ cơm",
    "second note": "Con dâu sẽ đến lấy thay", "shelf": "Tủ giấy tờ kín", "new name": "Nguyễn Thị Kiểm Dõi",
    "draft": "Lê Thị Nháp Dở", "scan": "BANG TOT NGHIEP RO RI", "exception": "Phạm Văn Ngoại Lệ",
}  # fmt: skip
DOSSIER = UUID(int=7)
SCAN_BYTES = b"%PDF-1.7\n" + PLANTED["scan"].encode() * 3000


def main(place: Path) -> None:
    """Live the day, then die."""
    vault_slots.STRETCHING = vault_slots.Stretching(memory_kib=64, passes=1, lanes=1)
    home = place / "home"
    vault = create_home(home, CHIEF, SECRET, system_clock)
    vault.keep_recovery(bytes(range(16)), system_clock)
    log_to_file(home.with_name("home-log"))
    desk = Desk.open(home, vault, system_clock, platform.node(), ballast_bytes=1 << 16)
    desk.set_office(OFFICE)
    work(desk)
    back_up(desk, place / "backups")
    change_key(desk, platform.node(), partial(reseal_folder, files=frozenset()))
    vault = unlock(home, CHIEF.name, SECRET, system_clock)
    desk = Desk.open(home, vault, system_clock, platform.node(), ballast_bytes=1 << 16)
    desk.do(note, DOSSIER, PLANTED["second note"])
    back_up(desk, place / "backups")
    keep_plain(desk, place / "plain.db")
    print_and_scan(desk, place)
    os.kill(os.getpid(), signal.SIGKILL)


def work(desk: Desk) -> None:
    """Everything a clerk types, scans, prints, searches for and leaves half done."""
    owner = Person(
        name=PLANTED["name"], id_number=PLANTED["number"], phone=PLANTED["telephone"], address=PLANTED["address"],
        email=PLANTED["mail"], birth_date=date(1988, 3, 7),
    )  # fmt: skip
    filer = Person(name=PLANTED["filer"], id_number=PLANTED["filer's number"])
    sha = desk.files.put(SCAN_BYTES)
    scan = Scan(sha256=sha, title=PLANTED["scan"], mime="application/pdf", size=len(SCAN_BYTES), pages=1)
    whole = replace(
        intake(scans=(scan,)), owner=owner, filer=filer, summary=PLANTED["summary"], note=PLANTED["note"]
    )
    desk.do(receive, whole, DOSSIER)
    desk.do(put_on_shelf, DOSSIER, PLANTED["shelf"])
    desk.do(misname)
    desk.drafts.save(Draft(id=UUID(int=8), kind="intake", saved_at=system_clock(), body={"name": PLANTED["draft"]}))
    for text in (PLANTED["new name"], PLANTED["number"], PLANTED["telephone"]):
        desk.register.search(Query(text=text))
    desk.register.history(DOSSIER)
    try:
        raise ValueError(PLANTED["exception"])
    except ValueError:
        logging.getLogger("motcua.desk").exception("unexpected")
        logging.getLogger("elsewhere").warning("about %s", PLANTED["exception"])


def misname(act: Act) -> None:
    """The name was taken down wrong."""
    correct(act, DOSSIER, {"owner.name": PLANTED["new name"]})


def keep_plain(desk: Desk, file: Path) -> None:
    """The database without its lock."""
    desk.database.driver.execute("ATTACH DATABASE ? AS plain KEY ''", (str(file),))
    desk.database.driver.execute("SELECT sqlcipher_export('plain')").fetchall()
    desk.database.driver.execute("DETACH DATABASE plain")


def print_and_scan(desk: Desk, place: Path) -> None:
    """A slip that a printer is being asked to take, and a pile of which the first page has come."""
    from printing.forms.receipt import render
    from printing.printers.ipp import IppPrinter

    slip = render(desk.register.get(DOSSIER), desk.office)
    job = desk.prints.queue("receipt", DOSSIER, PLANTED["name"], slip)
    ear = socket.create_server(("127.0.0.1", 0))
    printer = IppPrinter(f"ipp://127.0.0.1:{ear.getsockname()[1]}/in")
    document = desk.prints.pdf(job.id)
    threading.Thread(target=printer.send, args=(document, job.title, 1, "A4"), daemon=True).start()
    ear.accept()
    listener = Listener()
    request = ScanRequest(driver="files", paths=tuple(draw_pages(place / "papers")), resolution_dpi=200)
    spool = desk.home / "scanning"
    session = ScanSession(request, spool, desk.vault.key("scan-spool"), listener)
    session.start()
    listener.until_pages(1)


def draw_pages(folder: Path) -> list[str]:
    """Some sheets at 200 dpi."""
    from PIL import Image

    folder.mkdir()
    names = [str(folder / f"to-{number}.png") for number in range(4)]
    for name in names:
        Image.effect_noise((1654, 2339), 20).save(name, dpi=(200, 200))
    return names


if __name__ == "__main__":
    main(Path(sys.argv[1]))
