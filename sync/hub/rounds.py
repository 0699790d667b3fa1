"""One round of a desk among its neighbours: bring its lines, read others', fetch a number, carry for the others."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from dossiers.clock import Clock, to_ms
from dossiers.journal import Epoch
from dossiers.office_hub import Standing
from dossiers.store.gone_back import heed_desk
from sync.exchange import NONCE_BYTES, Question, write_question
from sync.hub import carrying
from sync.hub.messages import Answer, Ask, Cursor
from sync.hub.neighbour import Neighbour
from sync.membership import Membership, device_key
from sync.progress import Ask as AskDesk
from sync.protocol import Place

if TYPE_CHECKING:
    from dossiers.store.desk import Desk

CURSOR = "lan_cursor:"
PUSHED_AT_ONCE = 200
NO_PROVINCE = bytes(32)
"""A batch names no province; who has none yet signs its batches all the same."""


@dataclass(frozen=True, slots=True)
class Round:
    """What one round brought: lines others wrote, and what this desk believes now."""

    fresh: int
    standing: Standing


class Rounds:
    """This desk's side of every round; `ask` reaches the database."""

    def __init__(self, ask: AskDesk, clock: Clock, port: int) -> None:
        """`port`: where this desk answers the others itself."""
        self._ask = ask
        self._clock = clock
        self._port = port
        self._had: tuple[int, ...] = ()
        self._stands: Mapping[bytes, int] | None = None

    def forget(self) -> None:
        """The next round is with another desk, or after a silence: ask first what it has."""
        self._stands, self._had = None, ()

    def meet(self, other: Neighbour) -> Round:
        """Tell a desk everything it lacks of this desk's lines and read what it tells; raises LineFault."""
        fresh = 0
        while True:
            asked, brought = self._ask(lambda desk: self._question(desk, other))
            answer = other.exchange(asked)
            took, standing = self._ask(lambda desk: self._believe(desk, other, brought, answer))  # noqa: B023 — now
            fresh += took
            before, self._stands = self._stands, {place.epoch: place.seq for place in answer.stands}
            stuck = brought is not None and before == self._stands
            more = self._ask(lambda desk: _next(desk, other, self._stands or {}) is not None)
            if stuck or not (answer.more or more):
                return Round(fresh, standing)

    def fetch_number(self, other: Neighbour) -> None:
        """See that the next number is in hand; raises LineFault."""
        hand, device = self._ask(lambda desk: (desk.lan.wanted(), desk.lan.device))
        if hand is None:
            return
        answer = other.number(device, hand)
        if answer.number:
            self._ask(lambda desk: desk.lan.put_in_hand(hand.ticket, answer.day, answer.number))

    def _question(self, desk: "Desk", other: Neighbour) -> tuple[Ask, Place | None]:
        standing = desk.lan.standing()
        place = _next(desk, other, self._stands) if self._stands is not None else None
        batch, brought, carry = self._batch(desk, *place) if place else (b"", None, False)
        asked = Ask(
            device=desk.lan.device, at=to_ms(self._clock()), nonce=secrets.token_bytes(NONCE_BYTES),
            slot=desk.office.desk_slot, name=desk.office.desk_name, port=self._port,
            leadership=standing.leadership, baton=standing.baton, cursor=_cursor(desk, other.peer.device),
            batch=batch, carry=carry, had=self._had,
        )  # fmt: skip
        return asked, brought

    def _batch(self, desk: "Desk", epoch: Epoch, after: int) -> tuple[bytes, Place, bool]:
        """The next lines of an epoch as a signed batch, its last place, and whether the province lacks them too."""
        entries = desk.journal.live(desk.journal.entries(epoch.id, after, PUSHED_AT_ONCE))
        previous = desk.journal.entries(epoch.id, after - 1, 1)[0].hash if after else epoch.root
        member = Membership(device=epoch.device, key=device_key(desk), province_key=NO_PROVINCE)
        question = Question(epoch=epoch, after=after, previous=previous, entries=entries)
        carry = carrying.wanted(desk) and not desk.journal.covered(epoch.id, entries[-1].seq)
        return write_question(member, question, self._clock, quick=True), Place(epoch.id, entries[-1].seq), carry

    def _believe(
        self, desk: "Desk", other: Neighbour, brought: Place | None, answer: Answer
    ) -> tuple[int, Standing]:
        """Take in the lines with the cursor after them, and the province's replies that came this way."""
        heed_desk(desk, {place.epoch: place.seq for place in answer.stands})
        device = desk.lan.device
        for peer in answer.peers:
            known = desk.lan.peer(peer.device)
            if peer.device != device and known != peer and not desk.lan.forgot(peer.device):
                desk.lan.meet(peer)
        with desk.database.begin():
            fresh = desk.foreign.take(line.told() for line in answer.lines if line.device != device)
            desk.wire.set(CURSOR + other.peer.device.hex(), msgspec.json.encode(answer.cursor))
            if brought is not None and carrying.wanted(desk):
                desk.wire.set(_carried(other, brought.epoch), str(brought.seq).encode())
            desk.lan.heard(other.peer.device)
            standing = desk.lan.hear(answer.leadership, answer.baton)
        self._had = tuple(carrying.believe(desk, relayed) for relayed in answer.replies)
        return fresh, standing


def _next(desk: "Desk", other: Neighbour, stands: Mapping[bytes, int]) -> tuple[Epoch, int] | None:
    """The first epoch of this desk that goes on beyond what the other has, and how far that is.

    Lines the province lacks are brought once more where the other had them before this desk belonged to a province.
    """
    for epoch in desk.journal.epochs():
        after = stands.get(epoch.id, 0)
        if carrying.wanted(desk):
            carried = int(desk.wire.get(_carried(other, epoch.id)) or 0)
            after = min(after, max(carried, desk.journal.sent.get(epoch.id, 0)))
        if desk.journal.end(epoch.id) > after:
            return epoch, after
    return None


def _carried(other: Neighbour, epoch: bytes) -> str:
    return f"lan_carried:{other.peer.device.hex()}:{epoch.hex()}"


def _cursor(desk: "Desk", device: bytes) -> Cursor:
    kept = desk.wire.get(CURSOR + device.hex())
    return msgspec.json.decode(kept, type=Cursor) if kept else Cursor()


