"""A restored desk asks the province for its own lost lines: what it had sent after its backup was made comes back."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import msgspec

from dossiers.clock import Clock, to_ms
from dossiers.errors import KnownError
from dossiers.journal import Entry, Epoch, link
from sync import protocol
from sync.client import Client
from sync.engine import Engine
from sync.exchange import NONCE_BYTES
from sync.faults import Deceived, NotTheProvince
from sync.membership import Membership, membership
from sync.progress import Ask, Progress, SyncReport
from sync.protocol import Identity, Number
from sync.sealing import BadSeal, Garbled, pack, unpack

if TYPE_CHECKING:
    from dossiers.store.desk import Desk

PURPOSE = b"motcua/lines/1"
PATH = "/v1/lines"
PAGE = 500
RECLAIMED = "reclaimed"
"""The epoch in which the province was last asked for everything that may have been lost before it began."""


class LinesRequest(protocol.Message, frozen=True, rename={"device": "dev", "epoch": "ep"}):
    """Asks for the lines of this device's own epoch after a place."""

    device: Identity
    epoch: Identity
    after: Number
    sent_at: Number
    nonce: Identity


class Line(msgspec.Struct, frozen=True, array_like=True):
    """A line's exact bytes, and where it was first written."""

    line: Annotated[bytes, msgspec.Meta(max_length=protocol.MAX_BODY_BYTES)]
    origin_epoch: Identity
    origin_seq: Number


class Child(msgspec.Struct, frozen=True, array_like=True):
    """An epoch of this device that left the one asked about at a place."""

    epoch: Identity
    parent_seq: Number
    parent_hash: bytes


class LinesReply(protocol.Message, frozen=True, rename={"request": "re"}):
    """The next lines the province holds of that epoch, in order, and with the last of them the epochs that left it.

    `hash` is the province's chain after the last line told.
    """

    request: bytes
    lines: tuple[Line, ...]
    hash: bytes
    more: bool = False
    children: tuple[Child, ...] = ()


@dataclass(frozen=True, slots=True)
class Break:
    """A place at which an epoch was left, by a restore, another machine or a fork: lines may have followed it."""

    epoch: Epoch
    after: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class Reclaimed:
    """How many lost deeds are in the journal again, and how many do not fit what was done here since."""

    lines: int = 0
    unfit: int = 0


def run(
    ask: Ask, client: Client, clock: Clock, progress: Callable[[Progress], None] | None = None,
    stop: Callable[[], bool] | None = None, *, asked_for: bool = False,
) -> SyncReport:  # fmt: skip
    """One run of the line as `Engine.run`, of a desk that may have been restored: what it lost comes back first."""
    fault: KnownError | None = None
    try:
        reclaim(ask, client, clock)
    except NotTheProvince:
        pass  # a province of an older version tells no lines
    except KnownError as error:
        fault = error
    report = Engine(ask, client, clock).run(progress, stop, asked_for=asked_for)
    ask(let_go_of_lost)
    return replace(report, fault=report.fault or fault)


def reclaim(ask: Ask, client: Client, clock: Clock) -> Reclaimed:
    """Bring back what was lost with a disk, once for each restore, fork or other machine; raises LineFault.

    The next run sends it on under its old places, so that the province, which has it, takes it once.
    """
    member, breaks, known = ask(_to_ask)
    found: list[Entry] = []
    while breaks:
        lines, children = _lost(member, breaks.pop(0), client, clock)
        found += lines
        # Epochs of another restore, which this disk has never heard of.
        breaks += [each for each in children if each.epoch.id not in known]
        known |= {each.epoch.id for each in children}
    return _put_back(ask, found) if known else Reclaimed()


def let_go_of_lost(desk: "Desk") -> None:
    """Scans of reclaimed dossiers that the province has signed for lie there alone: fetched when they are looked at."""
    if len(desk.journal.epochs()) > 1:
        desk.wire.let_go_of_reclaimed(desk.files.has)


def _to_ask(desk: "Desk") -> tuple[Membership, list[Break], set[bytes]]:
    """The breaks to ask about and the epochs known here; none where all was asked already."""
    epochs = {epoch.id: epoch for epoch in desk.journal.epochs()}
    breaks = [Break(epochs[each.parent], each.parent_seq, each.parent_hash) for each in epochs.values() if each.parent]
    if not breaks or desk.wire.get(RECLAIMED) == desk.journal.epochs()[-1].id:
        return membership(desk), [], set()
    return membership(desk), breaks, set(epochs)


def _lost(member: Membership, at: Break, client: Client, clock: Clock) -> tuple[list[Entry], list[Break]]:
    """Every line after a break that the province holds, each proven to continue the chain known here; its children."""
    after, digest, more = at.after, at.hash, True
    found: list[Entry] = []
    hashes = {after: digest}
    while more:
        reply = _ask(member, at.epoch, after, client, clock)
        for each in reply.lines:
            digest, after = link(digest, each.line), after + 1
            hashes[after] = digest
            found.append(_entry(at.epoch.id, after, digest, each))
        if (reply.lines and reply.hash != digest) or (reply.more and not reply.lines):
            raise Deceived
        more = reply.more
    proven = [child for child in reply.children if hashes.get(child.parent_seq) == child.parent_hash]
    return found, [_child(member, at, child) for child in proven]


def _entry(epoch: bytes, seq: int, digest: bytes, told: Line) -> Entry:
    return Entry(
        epoch=epoch, seq=seq, line=told.line, hash=digest, origin_epoch=told.origin_epoch, origin_seq=told.origin_seq
    )


def _child(member: Membership, at: Break, child: Child) -> Break:
    epoch = Epoch(
        device=member.device, id=child.epoch, parent=at.epoch.id, parent_seq=child.parent_seq,
        parent_hash=child.parent_hash,
    )  # fmt: skip
    return Break(epoch, 0, epoch.root)


def _ask(member: Membership, epoch: Epoch, after: int, client: Client, clock: Clock) -> LinesReply:
    request = LinesRequest(
        device=member.device, epoch=epoch.id, after=after, sent_at=to_ms(clock()),
        nonce=secrets.token_bytes(NONCE_BYTES),
    )  # fmt: skip
    body = pack(protocol.seal_message(member.key, PURPOSE, request))
    raw = client.post(PATH, body)
    try:
        plain = unpack(raw, protocol.MAX_PLAIN_BYTES)
        reply = protocol.open_message(member.province_key, PURPOSE, plain, LinesReply)
    except (BadSeal, Garbled) as error:
        raise Deceived from error
    if reply.request != protocol.fingerprint(body):
        raise Deceived
    return reply


def _put_back(ask: Ask, found: list[Entry]) -> Reclaimed:
    """Line by line, so that the clerk's own work goes on between them."""
    from dossiers.store.reclaim import moved_keys, put_back

    moved = ask(moved_keys)
    back = unfit = 0
    for entry in found:
        try:
            back += ask(lambda desk: put_back(desk, entry, moved))  # noqa: B023 — runs now
        except KnownError:
            # What was done here since leaves no room for it; the province shows its side of that dossier.
            unfit += 1
    ask(lambda desk: desk.wire.set(RECLAIMED, desk.journal.epochs()[-1].id))
    return Reclaimed(back, unfit)
