"""Which files the database names: what a backup carries, a check reads and a sweep spares."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import CursorResult, select

from dossiers.store import schema
from dossiers.store.database import Database

PAGE = 200

_SHA = re.compile(rb'"([0-9a-f]{64})"')


def named_files(database: Database, between: Callable[[], object] = lambda: None) -> dict[str, str]:
    """SHA-256 (hex) of every scan and slip → what it is, in words that hold no personal data.

    Scans that only a draft names so far count as well: the dossier it becomes will need them. Those let go of because
    the province has them twice do not lie here any longer. `between` is called every few rows.
    """
    scans = select(schema.blob.c.sha, schema.dossier.c.code).join(
        schema.dossier, schema.dossier.c.id == schema.blob.c.dossier
    ).where(schema.blob.c.state != "pruned")
    slips = select(schema.print_job.c.sha, schema.print_job.c.id)
    with database.begin() as connection:
        found = {sha.hex(): f"Bản in số {each}" for sha, each in _paged(connection.execute(slips), between)}
        bodies = connection.execute(select(schema.draft.c.body)).scalars().all()
        found |= {sha.decode(): "Bản quét của một bản nháp" for body in bodies for sha in _SHA.findall(body)}
        scanned = _paged(connection.execute(scans), between)
        return found | {sha.hex(): f"Bản quét của hồ sơ {code}" for sha, code in scanned}


def files_of_open_work(database: Database) -> frozenset[str]:
    """The files (SHA-256, hex) that dossiers at work name, whichever dossier they were scanned for."""
    query = (
        select(schema.state.c.state)
        .join(schema.dossier, schema.dossier.c.id == schema.state.c.dossier)
        .where(schema.dossier.c.finished_at.is_(None))
    )
    with database.begin() as connection:
        states = connection.execute(query).scalars()
        return frozenset(sha.decode() for each in states for sha in _SHA.findall(each))


def _paged(rows: CursorResult[Any], between: Callable[[], object]) -> Iterator[Any]:
    for page in rows.partitions(PAGE):
        yield from page
        between()
