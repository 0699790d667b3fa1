"""Is the province sound? Chains, states as the fold of the journal, files as their hashes."""

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import Connection, select

from dossiers import fold
from dossiers.dossier import Dossier
from dossiers.errors import KnownError
from dossiers.journal import decode, link
from sync.province.blobs import BlobStore
from sync.province.database import Database
from sync.province.schema import dossier, epoch, feed, journal
from sync.roots import leaf

PAGE = 1_000


def verify(database: Database, blobs: BlobStore | None = None) -> tuple[str, ...]:
    """A sentence for each fault; empty when everything holds. With `blobs`, every file is read and hashed too."""
    with database.reading() as connection:
        faults = (*_chains(connection), *_states(connection))
    return (*faults, *(blobs.faults() if blobs else ()))


def _chains(connection: Connection) -> Iterator[str]:
    """Every epoch is gap-free, hashes as claimed, and ends where its row says."""
    for row in connection.execute(select(epoch)).all():
        digest, seq = row.root, 0
        lines = connection.execution_options(yield_per=PAGE).execute(
            select(journal.c.seq, journal.c.line, journal.c.hash)
            .where(journal.c.device == row.device, journal.c.epoch == row.id)
            .order_by(journal.c.seq)
        )
        for line in lines:
            digest, seq = link(digest, line.line), seq + 1
            if line.seq != seq or line.hash != digest:
                break
        if (seq, digest) != (row.seq, row.hash):
            yield f"Chuỗi nhật ký của máy {row.device.hex()[:8]} đứt ở dòng {seq}."


def _states(connection: Connection) -> Iterator[str]:
    """Folding what was applied, in the order it was applied, gives the dossiers as they are kept."""
    place = (journal.c.device == feed.c.device) & (journal.c.epoch == feed.c.epoch) & (journal.c.seq == feed.c.seq)
    lines = connection.execution_options(yield_per=PAGE).execute(
        select(journal.c.line, journal.c.state).join_from(feed, journal, place).order_by(feed.c.id)
    )
    states: dict[UUID, Dossier] = {}
    applied = 0
    for row in lines:
        op = decode(row.line)
        applied += row.state == "applied"
        try:
            states[op.dossier_id] = fold.apply(states.get(op.dossier_id), op)
        except KnownError as error:
            yield f"Một dòng đã áp dụng không còn áp dụng lại được: {error}"
    if applied != len(connection.execute(select(journal.c.seq).where(journal.c.state == "applied")).all()):
        yield "Số dòng đã áp dụng không khớp với bảng tin."
    leaves = {identity.bytes: leaf(identity, fold.encode_state(state)) for identity, state in states.items()}
    kept = {row.id: row.leaf for row in connection.execute(select(dossier.c.id, dossier.c.leaf))}
    unlike = {name for name in leaves.keys() | kept.keys() if leaves.get(name) != kept.get(name)}
    unlike |= {row.id for row in connection.execute(select(dossier)) if leaf(UUID(bytes=row.id), row.state) != row.leaf}
    yield from (f"Hồ sơ {name.hex()[:8]}… không khớp với nhật ký." for name in sorted(unlike))
