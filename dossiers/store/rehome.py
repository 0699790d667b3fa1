"""Begin anew where the province last agreed: every later line is written again in a new epoch (SYNC 3.2)."""

import secrets

from sqlalchemy import select

from dossiers.clock import whole_ms
from dossiers.journal import Epoch, link
from dossiers.store import schema
from dossiers.store.desk import Desk
from dossiers.store.epochs import EPOCH_BYTES

dossier, epoch, journal = schema.dossier, schema.epoch, schema.journal


def rehome(desk: Desk, forked: Epoch, agreed_seq: int) -> None:
    """Open an epoch after `agreed_seq` of `forked` and move every later line that counts into it, all or nothing.

    The old lines stay where they are and count no more; each new one names its origin, so that the province
    applies it once wherever it meets it.
    """
    with desk.database.begin() as connection:
        behind = desk.journal.entries(forked.id, agreed_seq - 1, 1)[0].hash if agreed_seq else forked.root
        fresh = Epoch(
            device=forked.device, id=secrets.token_bytes(EPOCH_BYTES), parent=forked.id, parent_seq=agreed_seq,
            parent_hash=behind,
        )  # fmt: skip
        born = {row.id: row.n for row in connection.execute(select(epoch.c.id, epoch.c.n))}
        rows = connection.execute(
            select(journal).join(epoch, epoch.c.id == journal.c.epoch).order_by(epoch.c.n, journal.c.seq)
        ).all()
        later = [
            row for row in rows
            if desk.journal.counts(row.epoch, row.seq)
            and (born[row.epoch], row.seq) > (born[forked.id], agreed_seq)
        ]  # fmt: skip
        desk.journal.open_epoch(fresh, max(whole_ms(desk.clock()), desk.journal.last_at), "fork")
        digest = fresh.root
        for seq, row in enumerate(later, 1):
            digest = link(digest, row.line)
            place = {"epoch": fresh.id, "seq": seq}
            origin = {"origin_epoch": row.origin_epoch, "origin_seq": row.origin_seq, "dossier": row.dossier}
            connection.execute(journal.insert().values(**place, **origin, line=row.line, h=digest))
            connection.execute(dossier.update().where(dossier.c.id == row.dossier).values(place))
    desk.journal.load()
