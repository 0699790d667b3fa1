"""The hub carries other desks' batches to the province as they are; the replies prove themselves to each desk."""

from contextlib import suppress
from typing import TYPE_CHECKING

from sync import belief, protocol
from sync.client import Client
from sync.exchange import read_receipt
from sync.faults import Deceived, Forked, LineFault, NotAdmitted
from sync.hub.messages import Relayed
from sync.membership import PROVINCE_KEY, membership
from sync.progress import Ask
from sync.protocol import MAX_PLAIN_BYTES, REPLY, Reply
from sync.records import HISTORY
from sync.sealing import BadSeal, Garbled, unpack

if TYPE_CHECKING:
    from dossiers.store.desk import Desk

NOT_TAKEN = b"-"
"""Kept instead of a reply where the province does not admit the desk: it will hear so itself."""


def wanted(desk: "Desk") -> bool:
    """Whether this desk belongs to a province that its lines should go to."""
    return desk.wire.get(PROVINCE_KEY) is not None


def carry(ask: Ask, client: Client) -> int:
    """Bring the province every waiting batch in the order it came; returns how many, raises LineFault."""
    carried = 0
    while (waiting := ask(lambda desk: desk.relay.next())) is not None:
        n, body = waiting
        try:
            reply = client.post("/v1/sync", body)
        except NotAdmitted:
            reply = NOT_TAKEN
        ask(lambda desk: desk.relay.replied(n, reply))  # noqa: B023 — runs now
        carried += 1
    return carried


def believe(desk: "Desk", relayed: Relayed) -> int:
    """Write down what a reply proves, as if it had come directly; returns the hub's name for it.

    A reply that proves nothing is let go: the desk's own line to the province asks again.
    """
    with suppress(LineFault, BadSeal, Garbled):
        _write_down(desk, relayed.reply)
    return relayed.n


def _write_down(desk: "Desk", raw: bytes) -> None:
    member = membership(desk)
    reply = protocol.open_message(member.province_key, REPLY, unpack(raw, MAX_PLAIN_BYTES), Reply)
    known = (desk.wire.get(HISTORY) or b"").decode()
    receipt = protocol.open_message(member.province_key, protocol.RECEIPT, reply.ack, protocol.Receipt)
    if reply.history != known or reply.fork is not None or reply.need is not None:
        # A restored province, or a fork, is for the direct conversation to mend.
        raise Forked(receipt.epoch)
    receipt = read_receipt(member, reply.ack, receipt.epoch, known)
    belief.check(desk, receipt)
    entries = {entry.seq: entry for entry in desk.journal.entries(receipt.epoch, 0, receipt.seq)}
    if any(aside.seq not in entries for aside in reply.held):
        raise Deceived
    with desk.database.begin():
        belief.hold(desk, member.device, entries, reply.held)
        belief.mark(desk, receipt, reply.ack)


