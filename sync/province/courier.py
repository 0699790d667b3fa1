"""What comes to the province on a stick: all of it verified, then taken in one transaction, then answered."""

import asyncio
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection, func, select

from dossiers.clock import Clock, to_ms
from dossiers.store.durable import disk_full, free_bytes
from sync import protocol
from sync.batch import Batch
from sync.courier import envelope, stick
from sync.courier.envelope import Envelope, frame
from sync.courier.messages import (
    ANSWER,
    BLOB_RECEIPT,
    BUNDLE,
    PACK,
    REPLY,
    AnswerHeader,
    BundleHeader,
    file_name,
)
from sync.packs import expand
from sync.protocol import MAX_BLOBS_ASKED, Ref
from sync.province import intake, packs
from sync.province.answers import Answers, UnknownDevice
from sync.province.blobs import BlobStore, open_store
from sync.province.courier_contents import Contents, FileFrame, pieces, read_contents
from sync.province.database import Database
from sync.province.devices import Desk, find_desk
from sync.province.keys import intake_identities, intake_recipients, load_or_make
from sync.province.schema import courier_bundle, epoch

MOST_MISSING = 50
"""Numbers named at most when many bundles never came."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A bundle that was taken in: `ops` and `files` are those new here, `missing` the numbers that never came."""

    desk: Desk
    header: BundleHeader
    digest: bytes
    serial: int
    ops: int
    held: int
    files: int
    missing: tuple[int, ...]
    verdicts: tuple[tuple[Batch, bytes, intake.Verdict], ...]
    names: tuple[bytes, ...]


class Courier:
    """Takes bundles in and writes answers; the same bundle again changes nothing and is answered again."""

    def __init__(
        self, database: Database, blobs: BlobStore, answers: Answers, key: Ed25519PrivateKey, clock: Clock,
        identities: Callable[[], tuple[str, ...]], scratch: Path,
    ) -> None:  # fmt: skip
        """`identities` are asked for only when a bundle whose signature is right is to be opened."""
        self._database = database
        self._blobs = blobs
        self._answers = answers
        self._key = key
        self._clock = clock
        self._identities = identities
        self._scratch = scratch

    def take(self, path: Path) -> Taken:
        """Take a bundle in, wholly or not at all; raises CourierFault."""
        with stick.plainly(), path.open("rb") as file:
            sealed = envelope.check(file, BUNDLE, BundleHeader, self._key_of)
            desk = self._desk(sealed.header)
            with self._unsealed(file, sealed) as plain:
                contents = read_contents(plain, desk)
                taken = self._post(desk, sealed, contents)
                return replace(taken, files=self._keep(plain, desk, contents.files))

    def answer(self, taken: Taken, folder: Path) -> Path:
        """Write the answer to a bundle into `folder`, sealed to its desk; raises CourierFault."""
        frames = list(self._frames(taken))
        stick.ask_room(folder, envelope.sealed_size(sum(map(len, frames))))
        with self._database.reading() as connection:
            history = self._database.history(connection)
        header = AnswerHeader(
            device=taken.desk.id, unit=taken.desk.unit, number=taken.header.number, bundle=taken.digest,
            serial=taken.serial, made_at=to_ms(self._clock()), history=history, missing=taken.missing,
        )  # fmt: skip
        target = folder / file_name(ANSWER, header.unit, header.device, header.number)
        with stick.draft(target) as file:
            digest = envelope.write(file, ANSWER, header, frames, [taken.header.recipient], self._key)
        try:
            stick.read_back(stick.draft_of(target), digest)
            stick.publish(target)
        except BaseException:
            stick.discard(target)
            raise
        return target

    def _key_of(self, header: BundleHeader) -> bytes:
        return self._desk(header).public_key

    def _desk(self, header: BundleHeader) -> Desk:
        with self._database.reading() as connection:
            desk = find_desk(connection, header.device)
        if desk is None:
            raise UnknownDevice("Máy gửi gói này chưa được ghi danh với máy chủ tỉnh. Chưa nhận gì từ tệp.")
        return desk

    @contextmanager
    def _unsealed(self, file: BinaryIO, sealed: Envelope[BundleHeader]) -> Iterator[BinaryIO]:
        """The inside of a bundle in a nameless file of the province's own disk, gone with the block."""
        if free_bytes(self._scratch) < sealed.end - sealed.start:
            raise disk_full()
        with tempfile.TemporaryFile(dir=self._scratch) as plain:
            envelope.unseal_into(file, sealed, self._identities(), plain)
            yield plain

    def _post(self, desk: Desk, sealed: Envelope[BundleHeader], contents: Contents) -> Taken:
        """Every batch in one transaction, with the bundle's number."""
        now = self._clock()
        with self._database.writing(desk.unit) as connection:
            before = _lines(connection, desk)
            verdicts = tuple(
                (batch, body, intake.take(self._database, connection, desk, batch, now))
                for batch, body in contents.batches
            )
            serial = self._enter(connection, desk, sealed, to_ms(now))
            missing = _missing(connection, desk, sealed.header.number)
            ops = _lines(connection, desk) - before
        return Taken(
            desk=desk, header=sealed.header, digest=sealed.digest, serial=serial, ops=ops, files=0, missing=missing,
            held=sum(len(verdict.held) for _, _, verdict in verdicts), verdicts=verdicts,
            names=tuple(file.name for file in contents.files),
        )  # fmt: skip

    def _enter(self, connection: Connection, desk: Desk, sealed: Envelope[BundleHeader], now_ms: int) -> int:
        """Remember the bundle; returns the serial its answer gets."""
        query = select(func.max(courier_bundle.c.answer)).where(courier_bundle.c.device == desk.id)
        serial = (connection.execute(query).scalar_one() or 0) + 1
        put = self._database.insert(courier_bundle).values(
            device=desk.id, digest=sealed.digest, number=sealed.header.number, answer=serial, taken_at=now_ms
        )
        again = put.on_conflict_do_update(index_elements=["device", "digest"], set_={"answer": serial})
        connection.execute(again)
        return serial

    def _keep(self, plain: BinaryIO, desk: Desk, files: Sequence[FileFrame]) -> int:
        """Keep the files that ops have named and that are not here yet; returns how many are new."""
        if desk.revoked:
            return 0
        wanted = [
            file for file in files
            if self._blobs.declared_size(file.name) == file.size and not self._blobs.is_verified(file.name)
        ]  # fmt: skip
        return sum(self._put(plain, file) for file in wanted)

    def _put(self, plain: BinaryIO, file: FileFrame) -> bool:
        """Whether the file is kept; the server may take it over where it comes by the line at this moment."""
        whole = asyncio.run(self._write(plain, file)) == file.size
        return whole and self._blobs.settle(file.name)

    async def _write(self, plain: BinaryIO, file: FileFrame) -> int:
        async with self._blobs.newest(file.name):
            return await self._blobs.write(file.name, 0, file.size, pieces(plain, file))

    def _frames(self, taken: Taken) -> Iterator[bytes]:
        """The receipt of each batch, the pull page by page with the last, the receipts of the files, newer packs."""
        now = self._clock()
        with self._database.reading() as connection:
            for batch, body, verdict in taken.verdicts[:-1]:
                request = protocol.fingerprint(body)
                reply = self._answers.proof(connection, taken.desk, batch.header, verdict, request, now)
                yield self._sealed(reply)
            yield from self._pages(connection, taken, now)
            for start in range(0, len(taken.names), MAX_BLOBS_ASKED):
                names = taken.names[start : start + MAX_BLOBS_ASKED]
                for receipt in self._answers.blob_receipts(connection, taken.desk, names, now):
                    yield frame(BLOB_RECEIPT, receipt)
            if not taken.desk.revoked:
                yield from _packs(connection, taken.header.packs)

    def _pages(self, connection: Connection, taken: Taken, now: datetime) -> Iterator[bytes]:
        batch, body, verdict = taken.verdicts[-1]
        header, more = batch.header, True
        while more:
            reply = self._answers.reply(connection, taken.desk, header, verdict, protocol.fingerprint(body), now)
            yield self._sealed(reply)
            header = msgspec.structs.replace(header, history=reply.history, cursor=reply.cursor)
            more = reply.more

    def _sealed(self, reply: protocol.Reply) -> bytes:
        return frame(REPLY, protocol.seal_message(self._key, protocol.REPLY, reply))


def _packs(connection: Connection, known: Sequence[Ref]) -> Iterator[bytes]:
    """The reference packs that are newer than those the desk says it has."""
    here = {ref.name: ref.number for ref in known}
    for ref in packs.offered(connection):
        if ref.number > here.get(ref.name, ref.number):
            yield frame(PACK, expand(packs.body(connection, ref.name, 0, ref.number)))


def _lines(connection: Connection, desk: Desk) -> int:
    """How many lines of a desk are here."""
    query = select(func.coalesce(func.sum(epoch.c.seq), 0)).where(epoch.c.device == desk.id)
    return int(connection.execute(query).scalar_one())


def _missing(connection: Connection, desk: Desk, number: int) -> tuple[int, ...]:
    """The numbers between this bundle and the last one before it that came."""
    query = select(func.coalesce(func.max(courier_bundle.c.number), 0)).where(
        courier_bundle.c.device == desk.id, courier_bundle.c.number < number
    )
    last = int(connection.execute(query).scalar_one())
    return tuple(range(max(last + 1, number - MOST_MISSING), number))


def open_courier(database: Database, folder: Path, clock: Clock, scans: str = "") -> Courier:
    """The intake of the province whose keys and files lie in `folder`, its scans at an `s3://` URL where one is given.

    Raises InvalidInput or KnownError for a place of scans that cannot be used.
    """
    key, blobs = load_or_make(folder), open_store(folder / "blobs", database, clock, scans)
    answers = Answers(database, blobs, key, clock, intake_recipients(folder))
    return Courier(database, blobs, answers, key, clock, lambda: intake_identities(folder), folder)
