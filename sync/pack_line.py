"""Reference packs on their way to a desk: what changed where that is enough, resumed at the byte a cut left."""

from typing import TYPE_CHECKING

import msgspec

from sync import packs
from sync.client import Client, Partial
from sync.faults import LineFault, NotTheProvince
from sync.packs import BadPack, Pack
from sync.progress import Ask
from sync.protocol import Ref

if TYPE_CHECKING:
    from dossiers.store.desk import Desk

PART = "pack_part"
"""Under this name: path, ETag and first bytes of the pack that a cut left half fetched."""

NOTHING = msgspec.msgpack.encode(("", "", b""))


def fetch(ask: Ask, client: Client, offered: tuple[Ref, ...]) -> tuple[Pack, ...]:
    """Fetch and put into force what is newer than here; raises LineFault, or BadPack with the old one in force."""
    taken = []
    for ref in ask(lambda desk: packs.wanted(desk, offered)):
        pack = _take(ask, client, ref)
        if pack is not None:
            taken.append(pack)
    return tuple(taken)


def _take(ask: Ask, client: Client, ref: Ref) -> Pack | None:
    editions = ask(lambda desk: packs.kept(desk, ref.name))
    before = ask(lambda desk: packs.in_force(desk, ref.name))
    if before:
        try:
            changed = _download(ask, client, _path(ref, before))
            return ask(lambda desk: packs.take(desk, packs.expand(changed, editions[0])))
        except (BadPack, NotTheProvince):
            # The shelf may have lost the edition this desk has, or this desk a byte of it: the whole one still tells.
            pass
    whole = _download(ask, client, _path(ref, 0))
    return ask(lambda desk: packs.take(desk, packs.expand(whole)))


def _path(ref: Ref, before: int) -> str:
    return f"/v1/ref/{ref.name}/{before}-{ref.number}.zst"


def _download(ask: Ask, client: Client, path: str) -> bytes:
    part = ask(lambda desk: _kept_part(desk, path))
    try:
        client.fetch(path, part)
    except LineFault:
        ask(lambda desk: _keep_part(desk, path, part))
        raise
    ask(lambda desk: desk.wire.set(PART, b""))
    return bytes(part.data)


def _kept_part(desk: "Desk", path: str) -> Partial:
    of_path, etag, data = msgspec.msgpack.decode(desk.wire.get(PART) or NOTHING, type=tuple[str, str, bytes])
    return Partial(etag, bytearray(data)) if of_path == path else Partial()


def _keep_part(desk: "Desk", path: str, part: Partial) -> None:
    desk.wire.set(PART, msgspec.msgpack.encode((path, part.etag, bytes(part.data))))
