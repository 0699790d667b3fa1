"""A batch as bytes: a signed header and the exact journal lines its chain covers (docs/protocol.md; SYNC 3.5)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec.json import encode
from msgspec.structs import asdict

from dossiers.journal import Entry, Epoch, link
from sync.protocol import BATCH, MAX_PLAIN_BYTES, VERSIONS, Header, Origin, Preamble, Spoken, decode
from sync.sealing import SEAL_BYTES, Garbled, UnknownVersion, pack, packed_with, seal, unpack, verify

PLACES = {"device": 16, "epoch": 8, "previous": 32, "nonce": 8}
"""What no dictionary can shorten travels before the frame, in this order: field of the header, bytes."""

CLEAR_BYTES = SEAL_BYTES + sum(PLACES.values())


@dataclass(frozen=True)
class Batch:
    """A verified batch: its header and the exact lines."""

    header: Header
    lines: tuple[bytes, ...]

    @cached_property
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


def write_batch(
    key: Ed25519PrivateKey, header: Header, lines: Sequence[bytes], dictionary: int | None = None, *,
    quick: bool = False,
) -> bytes:  # fmt: skip
    """The body of `POST /v1/sync`: signature ‖ places ‖ zstd(preamble ‖ LF ‖ line ‖ LF ‖ line …).

    The signature covers the header, the chain's head after the last line in it; the head itself does not travel.
    """
    places = b"".join(getattr(header, name) for name in PLACES)
    text = encode(Preamble(**{name: getattr(header, name) for name in Preamble.__struct_fields__}))
    signature = seal(key, BATCH, places + header.head + text)[:SEAL_BYTES]
    return pack(b"\n".join((signature + places + text, *lines)), CLEAR_BYTES, dictionary, quick=quick)


def read_batch(body: bytes, public_key_of: Callable[[bytes], bytes]) -> Batch:
    """Verify and read a batch; `public_key_of` maps a device to its key. Raises BadSeal or Garbled."""
    plain = unpack(body, MAX_PLAIN_BYTES, CLEAR_BYTES)
    # What goes before the text may hold any byte, so the text ends at the first LF after it.
    text, *lines = plain[CLEAR_BYTES:].split(b"\n")
    ends = pairwise(accumulate(PLACES.values(), initial=SEAL_BYTES))
    device, epoch, previous, nonce = (plain[start:end] for start, end in ends)
    head = (previous, *chain(previous, lines))[-1]
    if decode(text, Spoken).version not in VERSIONS:
        raise UnknownVersion("Lô dữ liệu theo một giao thức máy này không biết. Dòng gốc vẫn nguyên ở máy gửi.")
    said = asdict(decode(text, Preamble))
    header = Header(device=device, epoch=epoch, previous=previous, nonce=nonce, head=head, **said)
    payload = plain[SEAL_BYTES:CLEAR_BYTES] + head + text
    verify(public_key_of(header.device), BATCH, payload, plain[:SEAL_BYTES])
    if len(lines) != header.count:
        raise Garbled("Lô dữ liệu không có đủ số dòng nó nói và không được nhận.")
    return Batch(header, tuple(lines))


def repack(body: bytes) -> bytes:
    """The same batch for a reader that lacks the dictionary: other bytes on the line, the same bytes signed."""
    return pack(unpack(body, MAX_PLAIN_BYTES, CLEAR_BYTES), CLEAR_BYTES)


def dictionary_of(body: bytes) -> int | None:
    """The dictionary a batch was packed with, which its writer therefore knows."""
    return packed_with(body, CLEAR_BYTES)
