"""The open home: every call belongs to one thread, the database thread, except `interrupt`."""

from collections.abc import Callable, Mapping
from datetime import date
from itertools import chain, islice, zip_longest
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar
from uuid import UUID

import msgspec
from sqlalchemy import func, select

from dossiers.access import Access
from dossiers.acting import Act
from dossiers.calendars import DayRule, WorkCalendar, read_days, vietnam_calendar, write_days
from dossiers.catalogue import Catalogue, export_json, import_json, load_builtin
from dossiers.clock import Clock, local_date
from dossiers.errors import NotFound
from dossiers.numbering import business_day
from dossiers.office import Devices, Office
from dossiers.procedure import Procedure
from dossiers.store import schema
from dossiers.store.access import AccessLog
from dossiers.store.act import OpenAct, Surroundings
from dossiers.store.anchor import Anchor
from dossiers.store.ballast import BALLAST_BYTES, Ballast
from dossiers.store.books import Books
from dossiers.store.database import Damaged, Database
from dossiers.store.drafts import Drafts
from dossiers.store.durable import DiskFull, refuse_remote
from dossiers.store.epochs import begin_epoch_where_needed
from dossiers.store.files import Files
from dossiers.store.foreign import Foreign
from dossiers.store.inventory import named_files
from dossiers.store.key_swap import discard_change
from dossiers.store.lan import Lan
from dossiers.store.ledger import Ledger
from dossiers.store.migrate import migrate
from dossiers.store.paper_text import PaperText
from dossiers.store.prints import Prints
from dossiers.store.records_read import Records
from dossiers.store.register import Register
from dossiers.store.relay import Relay
from dossiers.store.reports import Reports
from dossiers.store.rescans import Rescans
from dossiers.store.search import Search
from dossiers.store.seating import Seating
from dossiers.store.settings import Settings
from dossiers.store.till import Till
from dossiers.store.vault import Vault, seats
from dossiers.store.wire import Wire
from dossiers.store.writer import Writer

P = ParamSpec("P")
R = TypeVar("R")

DATABASE_FILE = "desk.db"
ANCHOR_FILE = "anchor"
LINKS_CHECKED_AT_ONCE = 1000


class Desk:
    """One office's memory, opened by one user; `clerk` is the author of what is done from now on."""

    def __init__(self, home: Path, vault: Vault, clock: Clock, machine: str, ballast_bytes: int) -> None:
        self.home = home
        self.vault = vault
        self.clerk = vault.clerk
        self.clock = clock
        self._anchor = Anchor(home / ANCHOR_FILE, vault.key("anchor"))
        self._machine = self._anchor.fingerprint(machine)
        self._ballast = Ballast(home / "ballast", ballast_bytes)
        self.database = Database(home / DATABASE_FILE, vault.key("database"))
        self._search = Search(self.database)
        self._settings = Settings(self.database)
        self.journal = Ledger(self.database)
        self.files = Files(home / "files", vault, self._wanted_files, clock)
        self.register = Register(self.database, self.journal, self._search, clock)
        self.books = Books(self.database)
        self.records = Records(self.database, self.journal)
        self.till = Till(self.journal, self.register)
        self.reports = Reports(self.database, self.journal, clock, lambda: self.catalogue, lambda: self.calendar)
        self.paper_text = PaperText(self.database, self._search)
        self.drafts = Drafts(self.database)
        self.access = AccessLog(self.database, clock)
        self.seating = Seating(self._settings)
        self.prints = Prints(self.database, self.files, clock, self._note_print)
        self.wire = Wire(self.database, self.journal, clock)
        self.rescans = Rescans(self.database, clock)
        self.foreign = Foreign(self)
        self.lan = Lan(self)
        self.relay = Relay(self.database)

    @classmethod
    def open(
        cls, home: Path, vault: Vault, clock: Clock, machine: str = "", *, ballast_bytes: int = BALLAST_BYTES
    ) -> "Desk":
        """Open a home, migrated and checked; after a restore or on another machine a new epoch begins first.

        Raises DeskOpen while another process holds it, Damaged when it does not read back as written.
        """
        refuse_remote(home)
        refuse_emptied(home)
        desk = cls(home, vault, clock, machine, ballast_bytes)
        try:
            discard_change(home)  # of its key, cut before it was ready; whoever holds the database is alone here
            migrate(desk.database)
            desk._start()
        except BaseException:
            desk.database.abandon()
            raise
        return desk

    def close(self) -> None:
        """Leave everything in one file, the anchor durable beside it; closing twice is harmless."""
        if self.database.closed:
            return
        self._anchor.write(self.journal.head, self._machine, durable=True)
        self.database.close()

    def do(self, verb: Callable[Concatenate[Act, P], R], *args: P.args, **kw: P.kwargs) -> R:
        """Run one act and commit it durably; a KnownError leaves nothing behind.

        On a full disk the ballast goes overboard and the act is tried once more.
        """
        self.vault.require_open()
        self.seating.require_own_secret(self.clerk)
        return self._past_a_full_disk(lambda: self._commit(verb, *args, **kw))

    def note_look(self, dossier_id: UUID) -> None:
        """Put on record that the clerk sees this dossier unmasked; looks within five minutes are one."""
        self._past_a_full_disk(lambda: self.access.note_look(dossier_id, self.clerk.name))

    def note(self, kind: Access, what: str = "") -> None:
        """Put on record that the clerk did something else that is no op: an export, a change of people."""
        self._past_a_full_disk(lambda: self.access.note(kind, self.clerk.name, what=what))

    def sign_in(self, vault: Vault) -> None:
        """Whoever came in is the author from now on; that, and every wrong try since the last entry, is on record."""
        self.vault = vault
        self.clerk = self.seating.seated(vault.clerk)
        self._past_a_full_disk(lambda: self.access.note_entry(vault.clerk.name, seats(self.home), vault.by))

    def idle(self) -> None:
        """What can wait for a pause in the work: log into the file, anchor, ballast, a stretch of old chain and files.

        Raises Damaged where the chain is broken.
        """
        self.database.checkpoint("PASSIVE")
        self._anchor.write(self.journal.head, self._machine, durable=True)
        self._ballast.take()
        for _ in islice(self._at_leisure, LINKS_CHECKED_AT_ONCE):
            pass

    def interrupt(self) -> None:
        """Cut a running search short, from any thread; a commit is never touched."""
        self._search.interrupt()

    def business_day(self) -> date:
        """The day written in new codes: today, but never before a day already used."""
        with self.database.begin() as connection:
            last = connection.execute(select(func.max(schema.counter.c.day))).scalar()
        return business_day(self.clock(), date.fromisoformat(last) if last else None)

    @property
    def restored_on(self) -> date | None:
        """The day a new epoch began after a restore, on another machine or after a fork."""
        return None if self.journal.reason == "install" else local_date(self.journal.opened_at)

    @property
    def office(self) -> Office:
        """This office; raises NotFound before it is set up."""
        if self._office is None:
            raise NotFound("Chưa thiết lập văn phòng. Mở Thiết lập để nhập tên và mã định danh.")
        return self._office

    def set_office(self, office: Office) -> None:
        """Change the letterhead, the hours or the desk's place."""
        self._settings.set("office", office)
        self._load_settings()

    @property
    def devices(self) -> Devices:
        """The machines of this desk."""
        return self._devices

    def set_devices(self, devices: Devices) -> None:
        """Choose machines."""
        self._settings.set("devices", devices)
        self._load_settings()

    @property
    def catalogue(self) -> Catalogue:
        """The office's own catalogue of procedures, else the one that ships."""
        return self._catalogue

    def set_catalogue(self, catalogue: Catalogue) -> None:
        """Use another catalogue from now on; dossiers keep the version they were received under."""
        self._settings.set_bytes("catalogue", export_json(catalogue))
        self._load_settings()

    @property
    def calendar(self) -> WorkCalendar:
        """When this office works."""
        return self._calendar

    @property
    def calendar_days(self) -> Mapping[date, DayRule]:
        """The office's own rows of the calendar."""
        data = self._settings.get_bytes("calendar")
        return read_days(data) if data is not None else {}

    def set_calendar_days(self, days: Mapping[date, DayRule]) -> None:
        """Replace the office's own rows of the calendar."""
        self._settings.set_bytes("calendar", write_days(days))
        self._load_settings()

    def setting(self, key: str, default: Any) -> Any:
        """Any other JSON value kept under a name."""
        data = self._settings.get_bytes(f"own.{key}")
        return default if data is None else msgspec.json.decode(data)

    def set_setting(self, key: str, value: Any) -> None:
        """Keep a JSON value under a name."""
        self._settings.set(f"own.{key}", value)

    def learn(self, writer: Writer) -> list[str]:
        """Keep the search words a writer met that are new, within its transaction; `know` them once it is committed."""
        words = sorted(word for word in writer.words if word not in self._search.vocabulary)
        writer.learn(words)
        return words

    def know(self, words: list[str]) -> None:
        """Find by words that are now on disk."""
        self._search.vocabulary.add(words)

    def _start(self) -> None:
        self.journal.load()
        begin_epoch_where_needed(self.journal, self._anchor.read(), self._machine, self.clock)
        for _ in self.journal.links(self.journal.epochs()[-1], max(0, self.journal.head.seq - LINKS_CHECKED_AT_ONCE)):
            pass
        links = chain.from_iterable(self.journal.links(epoch, 0) for epoch in self.journal.epochs())
        self._at_leisure = zip_longest(links, self.files.clear_torn())
        self._search.load()
        self._load_settings()
        self.sign_in(self.vault)
        self._anchor.write(self.journal.head, self._machine, durable=True)

    def _load_settings(self) -> None:
        catalogue = self._settings.get_bytes("catalogue")
        today = local_date(self.clock())
        self._office = self._settings.get("office", Office)
        self._devices = self._settings.get("devices", Devices) or Devices()
        self._catalogue = import_json(catalogue, today)[0] if catalogue else load_builtin()
        hours = self._office.hours if self._office else Office(unit="", name="").hours
        self._calendar = vietnam_calendar(hours, self.calendar_days)

    def _note_print(self, title: str, dossier_id: UUID | None) -> None:
        self.access.note(Access.PRINTED, self.clerk.name, what=title, dossier_id=dossier_id)

    def _wanted_files(self) -> set[str]:
        return set(named_files(self.database))

    def _procedure(self, code: str, on: date) -> Procedure:
        return self._catalogue.get(code, on)

    def _past_a_full_disk(self, write: Callable[[], R]) -> R:
        try:
            return write()
        except DiskFull:
            if not self._ballast.give_up():
                raise
            return write()

    def _commit(self, verb: Callable[Concatenate[Act, P], R], *args: P.args, **kw: P.kwargs) -> R:
        with self.database.begin() as connection:
            writer = Writer(connection, self.journal.unbroken)
            act = OpenAct(writer, self.journal.head, self.journal.last_at, self._surroundings())
            result = verb(act, *args, **kw)
            words = self.learn(writer)
        self.journal.head, self.journal.last_at = act.head, act.last_at
        self.know(words)
        self._anchor.write(act.head, self._machine)
        return result

    def _surroundings(self) -> Surroundings:
        return Surroundings(
            clock=self.clock, clerk=self.clerk, office=lambda: self.office, calendar=lambda: self.calendar,
            procedure=self._procedure, has_file=self.files.has, restored_on=self.restored_on, lan=self.lan,
        )  # fmt: skip


def refuse_emptied(home: Path) -> None:
    """A home that once had a database is never taken for a new one, which would give out the same numbers again."""
    path = home / DATABASE_FILE
    if (home / ANCHOR_FILE).exists() and not (path.exists() and path.stat().st_size):
        raise Damaged(
            "Thiếu tệp dữ liệu desk.db ở thư mục này. Không tạo tệp mới để khỏi cấp trùng số. "
            "Chép lại tệp ấy, hoặc khôi phục từ bản sao lưu vào một thư mục trống."
        )
