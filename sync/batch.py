"""A batch as bytes: a signed header and the exact journal lines its chain covers (docs/protocol.md; SYNC 3.5)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from dossiers.journal import Entry, Epoch, link
from sync.protocol import BATCH, MAX_PLAIN_BYTES, Header, Origin, decode, seal_message
from sync.sealing import SEAL_BYTES, Garbled, pack, unpack, unseal


@dataclass(frozen=True, slots=True)
class Batch:
    """A verified batch: its header and the exact lines."""

    header: Header
    lines: tuple[bytes, ...]

    @property
    def hashes(self) -> tuple[bytes, ...]:
        """The chain after each line."""
        return chain(self.header.previous, self.lines)

    def entries(self) -> tuple[Entry, ...]:
        """The lines in their places, origins resolved."""
        origins = {origin.seq: origin for origin in self.header.origins}
        entries = []
        for seq, (line, digest) in enumerate(zip(self.lines, self.hashes, strict=True), self.header.first):
            origin = origins.get(seq, Origin(seq, self.header.epoch, seq))
            entries.append(
                Entry(epoch=self.header.epoch, seq=seq, line=line, hash=digest,
                      origin_epoch=origin.epoch, origin_seq=origin.origin_seq)
            )  # fmt: skip
        return tuple(entries)


def chain(previous: bytes, lines: Sequence[bytes]) -> tuple[bytes, ...]:
    """The hash after each line."""
    hashes = []
    for line in lines:
        previous = link(previous, line)
        hashes.append(previous)
    return tuple(hashes)


def origins_of(entries: Sequence[Entry]) -> tuple[Origin, ...]:
    """The origin pairs a batch must carry: none, unless lines were re-homed."""
    return tuple(
        Origin(entry.seq, entry.origin_epoch, entry.origin_seq)
        for entry in entries
        if (entry.origin_epoch, entry.origin_seq) != (entry.epoch, entry.seq)
    )


def epoch_of(header: Header) -> Epoch:
    """The epoch a header speaks of."""
    return Epoch(
        device=header.device, id=header.epoch, parent=header.parent or b"",
        parent_seq=header.parent_seq, parent_hash=header.parent_hash or b"",
    )  # fmt: skip


def write_batch(key: Ed25519PrivateKey, header: Header, lines: Sequence[bytes]) -> bytes:
    """The body of `POST /v1/sync`: zstd(signature ‖ header ‖ LF ‖ line ‖ LF ‖ line …).

    The signature covers the header; the header's chain covers the lines.
    """
    return pack(b"\n".join((seal_message(key, BATCH, header), *lines)))


def read_batch(body: bytes, public_key_of: Callable[[bytes], bytes]) -> Batch:
    """Verify and read a batch; `public_key_of` maps a device to its key. Raises BadSeal or Garbled."""
    plain = unpack(body, MAX_PLAIN_BYTES)
    # The signature may hold any byte, so the header ends at the first LF after it.
    text, *lines = plain[SEAL_BYTES:].split(b"\n")
    claimed = decode(text, Header)
    unseal(public_key_of(claimed.device), BATCH, plain[:SEAL_BYTES] + text)
    batch = Batch(claimed, tuple(lines))
    if len(lines) != claimed.count or (claimed.previous, *batch.hashes)[-1] != claimed.head:
        raise Garbled("Lô dữ liệu không khớp chuỗi băm của nó và không được nhận.")
    return batch
