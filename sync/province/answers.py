"""Signed answers: what the province says to an enrolment, a batch and a question about files."""

from collections.abc import Sequence
from datetime import datetime

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection, select

from dossiers.clock import Clock, to_ms
from sync import protocol
from sync.batch import dictionary_of, read_batch
from sync.protocol import (
    BlobReceipt,
    EnrolReply,
    EnrolRequest,
    Header,
    OffsetsReply,
    OffsetsRequest,
    Place,
    Receipt,
    Reply,
)
from sync.province import conflicts, devices, feed, intake, packs, quarantine, revocation
from sync.province.blobs import BlobStore
from sync.province.database import Database
from sync.province.devices import Desk
from sync.province.schema import backed_up, blob
from sync.sealing import SEAL_BYTES, BadSeal, pack, unpack


class UnknownDevice(BadSeal):
    """A device nobody enrolled."""


class Answers:
    """Takes a request's exact bytes, returns the reply's; no state of the protocol lives between two calls."""

    def __init__(
        self, database: Database, blobs: BlobStore, key: Ed25519PrivateKey, clock: Clock,
        intake_keys: tuple[str, ...] = (),
    ) -> None:  # fmt: skip
        """Answer from this database and these files, signing with the province's key.

        `intake_keys` go to every desk that enrols, to seal what it sends on a stick.
        """
        self._database = database
        self._blobs = blobs
        self._key = key
        self._clock = clock
        self._intake_keys = intake_keys
        self.public_key = key.public_key().public_bytes_raw()

    def enrol(self, body: bytes) -> bytes:
        """Admit a desk; raises Refused, BadSeal or Garbled."""
        plain = unpack(body, protocol.MAX_PLAIN_BYTES)
        claimed = protocol.decode(plain[SEAL_BYTES:], EnrolRequest)
        request = protocol.open_message(claimed.public_key, protocol.ENROL, plain, EnrolRequest)
        now = self._clock()
        with self._database.writing(request.unit) as connection:
            desk = devices.admit(connection, request, now)
            history, reference_key = self._database.history(connection), packs.reference_key(connection)
        reply = EnrolReply(
            request=protocol.fingerprint(body), province_key=self.public_key, history=history,
            unit=desk.unit, slot=desk.slot, at=to_ms(now), intake_keys=self._intake_keys,
            reference_key=reference_key,
        )  # fmt: skip
        return pack(protocol.seal_message(self._key, protocol.ENROL, reply))

    def sync(self, body: bytes) -> bytes:
        """Take a batch, then answer with a receipt for what is durable and with what the desk has not seen."""
        known: dict[bytes, Desk] = {}
        batch = read_batch(body, lambda identity: known.setdefault(identity, self._desk(identity)).public_key)
        header, now = batch.header, self._clock()
        with self._database.writing(known[header.device].unit) as connection:
            desk = self._known(connection, header.device)
            devices.heard(connection, header, now)
            verdict = intake.take(self._database, connection, desk, batch, now)
        # From here on the lines are on disk: only now may a receipt exist.
        with self._database.reading() as connection:
            reply = self.reply(connection, desk, header, verdict, protocol.fingerprint(body), now)
        sealed = protocol.seal_message(self._key, protocol.REPLY, reply)
        return pack(sealed, number=dictionary_of(body), quick=True)

    def offsets(self, body: bytes) -> bytes:
        """How much is held of each file asked for."""
        plain = unpack(body, protocol.MAX_PLAIN_BYTES)
        claimed = protocol.decode(plain[SEAL_BYTES:], OffsetsRequest)
        desk = self._desk(claimed.device)
        request = protocol.open_message(desk.public_key, protocol.OFFSETS, plain, OffsetsRequest)
        with self._database.reading() as connection:
            query = select(blob.c.sha256, blob.c.size, blob.c.verified_at).where(blob.c.sha256.in_(request.blobs))
            known = {row.sha256: row for row in connection.execute(query)}
        if request.blocks and known.keys() & set(request.blobs[:1]):
            self._blobs.mend(request.blobs[0], request.blocks)
        offsets = tuple(
            self._blobs.offset(name, known[name].size, known[name].verified_at is not None) if name in known else None
            for name in request.blobs
        )
        refused = self._blobs.refused(request.blobs)
        reply = OffsetsReply(request=protocol.fingerprint(body), offsets=offsets, refused=refused)
        return pack(protocol.seal_message(self._key, protocol.REPLY, reply))

    def _desk(self, identity: bytes) -> Desk:
        with self._database.reading() as connection:
            return self._known(connection, identity)

    @staticmethod
    def _known(connection: Connection, identity: bytes) -> Desk:
        desk = devices.find_desk(connection, identity)
        if desk is None:
            raise UnknownDevice("Máy này chưa được ghi danh với máy chủ tỉnh.")
        return desk

    def reply(
        self, connection: Connection, desk: Desk, header: Header, verdict: intake.Verdict, request: bytes,
        now: datetime,
    ) -> Reply:  # fmt: skip
        """All there is to say to a batch: what is proven of it, and what the desk has not seen."""
        reply = self.proof(connection, desk, header, verdict, request, now)
        if desk.revoked:
            notice = revocation.notice_for(connection, desk.id)
            return msgspec.structs.replace(reply, notice=protocol.REVOKED, revocation=notice)
        reply = msgspec.structs.replace(reply, blobs_have=self.blob_receipts(connection, desk, header.blobs, now))
        if header.schema < protocol.OLDEST_PULLED:
            return msgspec.structs.replace(reply, notice=protocol.UPGRADE)
        news = feed.news(self._database, connection, desk, header)
        # States of two schemas differ in their bytes where they agree in what they say.
        comparable = header.days and header.schema == protocol.SCHEMA
        reply = msgspec.structs.replace(
            reply, changes=news.changes, cursor=news.cursor, more=news.more,
            twins=conflicts.twins_of(connection, desk), ref=packs.offered(connection),
            settled=quarantine.settled(self._database, connection, desk, header.held),
        )  # fmt: skip
        return self._account(connection, desk, header, reply) if comparable else reply

    def _account(self, connection: Connection, desk: Desk, header: Header, reply: Reply) -> Reply:
        """The days asked about, and how much of the desk's past is in a backup."""
        anew = feed.day_anew(self._database, connection, desk, header.repair) if header.repair else ()
        rows = connection.execute(select(backed_up).where(backed_up.c.device == desk.id)).all()
        return msgspec.structs.replace(
            reply, changes=(*reply.changes, *anew),
            roots=feed.day_roots(self._database, connection, desk, header.days),
            backed_up=tuple(Place(row.epoch, row.seq) for row in rows),
            files_before=min((row.files_before for row in rows), default=0),
        )  # fmt: skip

    def proof(
        self, connection: Connection, desk: Desk, header: Header, verdict: intake.Verdict, request: bytes,
        now: datetime,
    ) -> Reply:  # fmt: skip
        """What is proven of a batch once its lines are on disk: the receipt, and what kept the rest from it."""
        history = self._database.history(connection)
        receipt = Receipt(
            device=desk.id, epoch=header.epoch, seq=verdict.seq, hash=verdict.hash, history=history, at=to_ms(now)
        )
        return Reply(
            request=request, history=history, at=to_ms(now), fork=verdict.fork, need=verdict.need, held=verdict.held,
            ack=protocol.seal_message(self._key, protocol.RECEIPT, receipt),
        )  # fmt: skip

    def blob_receipts(
        self, connection: Connection, desk: Desk, names: Sequence[bytes], now: datetime
    ) -> tuple[bytes, ...]:
        """Sealed receipts for those of the files that are here whole and verified."""
        if not names:
            return ()
        history = self._database.history(connection)
        query = select(blob).where(blob.c.sha256.in_(names), blob.c.verified_at.is_not(None))
        return tuple(
            protocol.seal_message(
                self._key, protocol.BLOB_RECEIPT,
                BlobReceipt(device=desk.id, sha256=row.sha256, size=row.size, history=history, at=to_ms(now)),
            )
            for row in connection.execute(query)
        )  # fmt: skip
