"""A lost line of this desk's own, written again where its journal now stands, under its old name."""

from collections.abc import Set

from sqlalchemy.exc import IntegrityError

from dossiers import fold, records
from dossiers.errors import KnownError
from dossiers.journal import Entry, decode, link, op_key
from dossiers.records import RECORDS
from dossiers.store.desk import Desk
from dossiers.store.ledger import Head
from dossiers.store.writer import Place, Writer


def put_back(desk: Desk, lost: Entry, moved: Set[bytes]) -> bool:
    """Append a line that was lost with a disk; False where it is here already, which `moved_keys` helps to tell.

    It names its first place, so that the province, which has it, applies it once. Books and numbers come back as of
    an epoch before the restore: nothing more is drawn from them. Raises KnownError, with nothing written, where it
    does not fit what was done here since.
    """
    if _is_here(desk, lost, moved):
        return False
    head = desk.journal.head
    head = Head(head.epoch, head.seq + 1, link(head.hash, lost.line))
    try:
        with desk.database.begin() as connection:
            writer = Writer(connection, desk.journal.unbroken)
            _write(desk, writer, head, lost)
            words = desk.learn(writer)
    except IntegrityError as error:
        raise KnownError("Số của hồ sơ này đã có hồ sơ khác mang.") from error
    desk.journal.load()
    desk.know(words)
    return True


def _write(desk: Desk, writer: Writer, head: Head, lost: Entry) -> None:
    op, place, known = decode(lost.line), Place(lost.origin_epoch, lost.origin_seq), desk.journal.epochs()
    drawn_in = place.epoch if any(epoch.id == place.epoch for epoch in known) else known[0].id
    if op.kind in RECORDS:
        writer.record(head, lost.line, op, records.read(op), place, drawn_in)
        return
    found = writer.find(op.dossier_id)
    before = found.dossier if found else None
    after = fold.apply(before, op)
    if before is None and writer.has_code(after.code):
        raise KnownError("Mã hồ sơ {code} đã có trong sổ.", code=after.code)
    writer.write(head, lost.line, op.at, before, after, place, drawn_in)


def moved_keys(desk: Desk) -> frozenset[bytes]:
    """The op keys of lines that stand here under another place than their first."""
    device = desk.journal.epochs()[-1].device
    return frozenset(op_key(device, entry) for entry in desk.journal.moved())


def _is_here(desk: Desk, lost: Entry, moved: Set[bytes]) -> bool:
    key = op_key(desk.journal.epochs()[-1].device, lost)
    stood = desk.journal.entries(lost.origin_epoch, lost.origin_seq - 1, 1)
    return key in moved or any(entry.line == lost.line and entry.seq == lost.origin_seq for entry in stood)
