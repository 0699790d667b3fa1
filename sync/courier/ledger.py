"""What a desk remembers of its bundles: which were written, after what, and which the province has answered."""

from typing import TYPE_CHECKING

import msgspec

from sync.courier.messages import Range
from sync.protocol import Place
from sync.records import HISTORY

if TYPE_CHECKING:
    from dossiers.store.desk import Desk

MEMORY = "courier"
IDENTITY = "courier_identity"
KEPT = 200
"""Bundles remembered; an answer to an older one changes nothing, for everything later is cumulative."""


class Bundle(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A bundle as written; `history` and `cursor` are those the desk knew then; `answered_at` in ms, 0 for never."""

    number: int
    digest: bytes
    name: str
    made_at: int
    size: int
    ops: int
    dossiers: int
    files: int
    file_bytes: int
    ranges: tuple[Range, ...]
    history: str = ""
    cursor: str = ""
    answered_at: int = 0


class Memory(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """`newest` is the newest answer taken in, as (bundle number, serial). `places` tells where the next bundle begins
    each epoch, if before the last receipt: as when the province began a new `history`, which is settled here once it
    has again what it had signed for; until then `since` is the history it follows.
    """

    bundles: tuple[Bundle, ...] = ()
    newest: tuple[int, int] = (0, 0)
    history: str = ""
    since: str = ""
    places: tuple[Place, ...] = ()

    @property
    def next_number(self) -> int:
        """The number the next bundle gets."""
        return self.bundles[-1].number + 1 if self.bundles else 1

    @property
    def unanswered(self) -> tuple[Bundle, ...]:
        """Bundles without an answer that none written later has overtaken, oldest first."""
        answered = max((bundle.number for bundle in self.bundles if bundle.answered_at), default=0)
        return tuple(bundle for bundle in self.bundles if bundle.number > answered)

    @property
    def lost(self) -> tuple[int, ...]:
        """Numbers of bundles without an answer although a later one has it: lost on the way, or late."""
        answered = max((bundle.number for bundle in self.bundles if bundle.answered_at), default=0)
        return tuple(bundle.number for bundle in self.bundles if bundle.number < answered and not bundle.answered_at)

    def find(self, number: int, digest: bytes) -> Bundle | None:
        """The bundle an answer is about."""
        return next((one for one in self.bundles if (one.number, one.digest) == (number, digest)), None)


def recall(desk: "Desk") -> Memory:
    """What is remembered."""
    data = desk.wire.get(MEMORY)
    return msgspec.json.decode(data, type=Memory) if data else Memory()


def remember(desk: "Desk", memory: Memory) -> None:
    """Keep it, the newest bundles of it."""
    memory = msgspec.structs.replace(memory, bundles=memory.bundles[-KEPT:])
    desk.wire.set(MEMORY, msgspec.json.encode(memory))


def known_history(desk: "Desk", memory: Memory) -> str:
    """The newest history of the province this desk has heard of, settled or not."""
    settled = (desk.wire.get(HISTORY) or b"").decode()
    return memory.history if memory.history and memory.since == settled else settled


def own_identity(desk: "Desk") -> str:
    """This desk's age identity, made when first asked for and kept beside its signing key."""
    import pyrage

    stored = desk.wire.get(IDENTITY)
    if stored is None:
        stored = str(pyrage.x25519.Identity.generate()).encode()
        desk.wire.set(IDENTITY, stored)
    return stored.decode()


def recipient_of(identity: str) -> str:
    """The public half of an age identity."""
    import pyrage

    return str(pyrage.x25519.Identity.from_str(identity).to_public())
