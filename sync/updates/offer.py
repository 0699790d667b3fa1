"""Updates over the province's line: offered in a reference pack, so that the province says when its communes update.

The pack carries the sealed heads of bundles, one a platform; their contents lie on the province's server by hash. The
province can hold an update back, but it cannot make one: the publisher's seals are checked as on a stick.
"""

from typing import TYPE_CHECKING, Annotated

import msgspec

from dossiers.errors import InvalidInput
from dossiers.reading import read_json
from sync.protocol import Message
from sync.updates.bundle import Head, Manifest
from sync.updates.faults import UpdateFault

if TYPE_CHECKING:
    from dossiers.store.desk import Desk
    from sync.updates.engine import Updater

PACK = "update"
KEPT = "update_offer"


class Offer(Message, frozen=True):
    """The heads of one release's bundles."""

    heads: Annotated[tuple[Head, ...], msgspec.Meta(min_length=1, max_length=8)]


def write_offer(heads: list[Head]) -> bytes:
    """The content of the pack, for the province to sign."""
    return msgspec.json.encode(Offer(heads=tuple(heads)))


def decode(content: bytes) -> Offer:
    """Read it; raises InvalidInput."""
    try:
        return read_json(content, Offer)
    except msgspec.MsgspecError as error:
        raise InvalidInput("Bản chào cập nhật không đúng dạng.", field="content") from error


def use(desk: "Desk", content: bytes) -> None:
    """Remember it; whether it is for this machine is seen when somebody asks."""
    decode(content)
    desk.wire.set(KEPT, content)


def offered(desk: "Desk", updater: "Updater") -> tuple[Head, Manifest] | None:
    """The update the province offers this installation; None where there is none that may be used here."""
    content = desk.wire.get(KEPT)
    for head in decode(content).heads if content else ():
        try:
            return head, updater.offered(head)
        except UpdateFault:  # for another system, or already in use
            continue
    return None
