"""Which files the database names: what a backup carries, a check reads and a sweep spares."""

import re

from sqlalchemy import select

from dossiers.store import schema
from dossiers.store.database import Database

_SHA = re.compile(rb'"([0-9a-f]{64})"')


def named_files(database: Database) -> dict[str, str]:
    """SHA-256 (hex) of every scan and slip → what it is, in words that hold no personal data.

    Scans that only a draft names so far count as well: the dossier it becomes will need them. Those let go of because
    the province has them twice do not lie here any longer.
    """
    scans = select(schema.blob.c.sha, schema.dossier.c.code).join(
        schema.dossier, schema.dossier.c.id == schema.blob.c.dossier
    ).where(schema.blob.c.state != "pruned")
    slips = select(schema.print_job.c.sha, schema.print_job.c.id)
    with database.begin() as connection:
        found = {row[0].hex(): f"Bản in số {row[1]}" for row in connection.execute(slips)}
        bodies = connection.execute(select(schema.draft.c.body)).scalars().all()
        found |= {sha.decode(): "Bản quét của một bản nháp" for body in bodies for sha in _SHA.findall(body)}
        return found | {row[0].hex(): f"Bản quét của hồ sơ {row[1]}" for row in connection.execute(scans)}
