"""The print ledger: every slip from queue to paper in hand, its PDF kept until then and after."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, func, select

from dossiers import fold
from dossiers.clock import Clock, from_ms, to_ms
from dossiers.errors import NotFound
from dossiers.store import schema
from dossiers.store.database import Database
from dossiers.store.files import Files

job = schema.print_job

Asked = Callable[[str, UUID | None], None]


class PrintState(StrEnum):
    """How far a slip has come; only a clerk's word makes it paper. Withdrawn: taken out before any printer had it."""

    QUEUED = "queued"
    SENT = "sent"
    CONFIRMED = "confirmed"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintJob:
    """One slip; `reprint` is n of IN LẠI LẦN n, 0 while no paper of this form was confirmed before."""

    id: int
    form: str
    dossier_id: UUID | None
    title: str
    copies: int
    paper: str
    reprint: int
    state: PrintState
    note: str
    queued_at: datetime
    changed_at: datetime


class Prints:
    """The queue of one printer and the memory of what was printed."""

    def __init__(self, database: Database, files: Files, clock: Clock, asked: Asked) -> None:
        """`asked` is told of each slip that somebody wants on paper, within the transaction that queues it."""
        self._database = database
        self._files = files
        self._clock = clock
        self._asked = asked

    def queue(
        self, form: str, dossier_id: UUID | None, title: str, pdf: bytes, copies: int = 1, paper: str = "A4"
    ) -> PrintJob:
        """Keep a slip durably for the printer; a dead printer changes nothing about it."""
        sha, now = self._files.put(pdf), to_ms(self._clock())
        with self._database.begin() as connection:
            values = {
                "form": form, "dossier": dossier_id.bytes if dossier_id else None, "title": title,
                "sha": bytes.fromhex(sha), "copies": copies, "paper": paper, "state": PrintState.QUEUED.value,
                "note": "", "reprint": self._times_printed(form, dossier_id), "queued_at": now, "changed_at": now,
            }  # fmt: skip
            self._asked(title, dossier_id)
            return self.get(connection.execute(job.insert().values(values)).lastrowid)

    def get(self, job_id: int) -> PrintJob:
        """One slip; raises NotFound."""
        found = self._list(select(job).where(job.c.id == job_id))
        if not found:
            raise NotFound("Không có bản in này.")
        return found[0]

    def waiting(self) -> tuple[PrintJob, ...]:
        """Slips that may still become paper in hand, oldest first."""
        return self._list(select(job).where(schema.STILL_TO_PRINT).order_by(job.c.id))

    def recent(self, count: int) -> tuple[PrintJob, ...]:
        """The latest slips, newest first; those withdrawn are none."""
        shown = job.c.state != PrintState.WITHDRAWN.value
        return self._list(select(job).where(shown).order_by(job.c.id.desc()).limit(count))

    def pdf(self, job_id: int) -> bytes:
        """The exact PDF of a slip; raises NotFound, or KnownError when it is damaged."""
        with self._database.begin() as connection:
            sha = connection.execute(select(job.c.sha).where(job.c.id == job_id)).scalar()
        if sha is None:
            raise NotFound("Không có bản in này.")
        return self._files.get(sha.hex())

    def mark(self, job_id: int, state: str, note: str = "") -> PrintJob:
        """Move a slip on; confirmed paper stays confirmed, and confirming it twice changes nothing.

        A withdrawn slip comes back only where a printer had it in hand already, for then it is out.
        """
        wanted, now = PrintState(state), to_ms(self._clock())
        handed = wanted in (PrintState.SENT, PrintState.CONFIRMED)
        with self._database.begin() as connection:
            before = self.get(job_id)
            if before.state is PrintState.CONFIRMED or (before.state is PrintState.WITHDRAWN and not handed):
                return before
            values: dict[str, Any] = {"state": wanted.value, "note": note, "changed_at": now}
            values |= {"handed_at": func.coalesce(job.c.handed_at, now)} if handed else {}
            connection.execute(job.update().where(job.c.id == job_id).values(values))
            if wanted is PrintState.QUEUED:
                self._asked(before.title, before.dossier_id)
            return self.get(job_id)

    def withdraw(self, dossier_id: UUID, form: str | None = None) -> bool:
        """Take a dossier's slips, or those of one form, out of the queue; True where a printer had one before.

        Then paper may be out.
        """
        mine = job.c.dossier == dossier_id.bytes
        if form is not None:
            mine = and_(mine, job.c.form == form)
        waits = job.c.state.in_([PrintState.QUEUED.value, PrintState.FAILED.value])
        values = {"state": PrintState.WITHDRAWN.value, "changed_at": to_ms(self._clock())}
        with self._database.begin() as connection:
            connection.execute(job.update().where(mine, waits).values(values))
            return connection.execute(select(job.c.id).where(mine, job.c.handed_at.is_not(None))).first() is not None

    def _times_printed(self, form: str, dossier_id: UUID | None) -> int:
        """How often this form was confirmed as paper for this dossier: the n of the next reprint."""
        if dossier_id is None:
            return 0
        state = (
            select(schema.state.c.state)
            .join(schema.dossier, schema.dossier.c.id == schema.state.c.dossier)
            .where(schema.dossier.c.uid == dossier_id.bytes)
        )
        with self._database.begin() as connection:
            data = connection.execute(state).scalar()
        return fold.decode_state(data).times_printed(form) if data is not None else 0

    def _list(self, query: Select[Any]) -> tuple[PrintJob, ...]:
        with self._database.begin() as connection:
            rows = connection.execute(query).all()
        return tuple(
            PrintJob(
                id=row.id, form=row.form, dossier_id=UUID(bytes=row.dossier) if row.dossier else None, title=row.title,
                copies=row.copies, paper=row.paper, reprint=row.reprint, state=PrintState(row.state), note=row.note,
                queued_at=from_ms(row.queued_at), changed_at=from_ms(row.changed_at),
            )
            for row in rows
        )  # fmt: skip
