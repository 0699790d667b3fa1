"""The doors of line, stick and printer; what comes sealed is spoilt inside and sealed again: no seal hides it."""

import io
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from dossiers.errors import KnownError
from tests.fuzz.doors import KEY, NOW, PUBLIC
from tests.fuzz.harness import Door, Reader
from tests.fuzz.made import publisher, update_bundle

IDENTITY, SHORT = bytes(range(16)), bytes(range(8))
DIGEST = bytes(range(32))


# A stick.


def _desk_bundles() -> Sequence[bytes]:
    """A desk's bundle with a batch of one line in it."""
    import pyrage

    from sync.courier.envelope import frame, write
    from sync.courier.messages import BATCH, BUNDLE, BundleHeader

    header = BundleHeader(
        device=IDENTITY, unit="H55.242", number=1, made_at=1, recipient="age1", ranges=(), receipts=()
    )
    file = io.BytesIO()
    to = str(pyrage.x25519.Identity.from_str(_age_key()).to_public())
    write(file, BUNDLE, header, [frame(BATCH, _batches()[0])], [to], KEY)
    return [file.getvalue()]


def _age_key() -> str:
    """A key of this test's own, the same in every process that is forked from it."""
    if not _AGE_KEYS:
        import pyrage

        _AGE_KEYS.append(str(pyrage.x25519.Identity.generate()))
    return _AGE_KEYS[0]


_AGE_KEYS: list[str] = []


def _read_bundle(data: bytes) -> object:
    from sync.courier import envelope
    from sync.courier.messages import BUNDLE, BundleHeader
    from sync.sealing import SEAL_BYTES, seal

    digest = envelope.digest_of(io.BytesIO(data), 0, max(0, len(data) - SEAL_BYTES))
    signed = io.BytesIO(data[:-SEAL_BYTES] + seal(KEY, BUNDLE.purpose, digest)[:SEAL_BYTES])
    checked = envelope.check(signed, BUNDLE, BundleHeader, lambda _: PUBLIC)
    plain = io.BytesIO()
    envelope.unseal_into(signed, checked, [_age_key()], plain)
    return list(envelope.read_frames(plain))


def _frames() -> Sequence[bytes]:
    from sync.courier.envelope import frame
    from sync.courier.messages import BATCH, FILE, PACK

    return [frame(BATCH, _batches()[0]) + frame(FILE, DIGEST + b"%PDF-") + frame(PACK, b"{}")]


def _read_frames(data: bytes) -> object:
    from sync.courier.envelope import read_frames

    return list(read_frames(io.BytesIO(data)))


def _enrolments() -> Sequence[bytes]:
    from sync.protocol import EnrolAnswer, EnrolReply

    reply = EnrolReply(request=IDENTITY, province_key=PUBLIC, history="h", unit="H55.242", slot=1, at=1)
    return [msgspec.json.encode(EnrolAnswer(reply=reply, url="https://tinh.example"))]


def _read_enrolment(data: bytes) -> object:
    from sync.enrolment_file import _open
    from sync.protocol import ENROL_FILE
    from sync.sealing import pack, seal

    return _open(pack(seal(KEY, ENROL_FILE, data)))


def _backups() -> Sequence[bytes]:
    from dossiers.store.compare import Figures
    from dossiers.store.manifest import Manifest

    figures = Figures(epoch=IDENTITY, seq=1, hash=DIGEST, lines=1, dossiers=1, states="0", drafts=0, prints=0)
    return [msgspec.json.encode(Manifest(format="motcua", made_at=NOW, figures=figures, files=1)) + b"\nseal\n"]


def _backups_found() -> Reader:
    from dossiers.store.manifest import MANIFEST_FILE, backups_in
    from dossiers.store.vault import KEYS_FILE

    folder = TemporaryDirectory()
    place = Path(folder.name) / "20261123-090000"
    place.mkdir()
    (place / KEYS_FILE).touch()

    def reader(data: bytes) -> object:
        (place / MANIFEST_FILE).write_bytes(data)
        return backups_in(Path(folder.name))

    reader.folder = folder  # type: ignore[attr-defined]  # lives as long as the reader
    return reader


# The line.


def _batches() -> Sequence[bytes]:
    """A batch as it travels."""
    from sync.batch import chain, write_batch
    from sync.protocol import Header

    lines = [b'["noted"]']
    header = Header(
        device=IDENTITY, epoch=SHORT, previous=DIGEST, head=chain(DIGEST, lines)[-1], nonce=SHORT, first=1, count=1,
        sent_at=1,
    )  # fmt: skip
    return [write_batch(KEY, header, lines)]


def _plain_batches() -> Sequence[bytes]:
    from sync.batch import CLEAR_BYTES
    from sync.sealing import unpack

    return [unpack(_batches()[0], 1 << 20, CLEAR_BYTES)]


def _read_batch(data: bytes) -> object:
    from sync.batch import CLEAR_BYTES, read_batch
    from sync.sealing import pack

    return read_batch(pack(data, CLEAR_BYTES), lambda _: PUBLIC)


def _squeezed_batch(data: bytes) -> object:
    from sync.batch import read_batch

    return read_batch(data, lambda _: PUBLIC)


def _batch_bombs() -> Sequence[bytes]:
    from zstandard import ZstdCompressor

    from sync.batch import CLEAR_BYTES

    return [bytes(CLEAR_BYTES) + ZstdCompressor(level=19).compress(bytes(1 << 28))]


def _messages() -> Sequence[bytes]:
    """What a province and the desks of an office tell."""
    from sync import protocol
    from sync.hub import messages

    return [
        msgspec.json.encode(each)
        for each in (
            protocol.Reply(request=IDENTITY, history="h", ack=DIGEST, at=1, held=(protocol.Held(1, "?"),), cursor="c",
                           changes=(protocol.Change(1, msgspec.Raw(b'{"a":1}')),),
                           roots=(protocol.DayRoot("2026-11-23", DIGEST, 3),), ref=(protocol.Ref("update", 2),)),
            protocol.OffsetsReply(request=IDENTITY, offsets=(0, None)),
            messages.CodeAnswer(request=IDENTITY, day=date(2026, 11, 23), number=7),
            messages.PairProof(a=DIGEST, unit="H55.242", card=b"{}", proof=DIGEST),
        )
    ]  # fmt: skip


def _read_message(data: bytes) -> object:
    from sync import protocol
    from sync.hub import messages
    from sync.reclaim import LinesReply
    from sync.rescue import RescueKept
    from sync.sealing import Garbled

    kinds: tuple[type[protocol.Message], ...] = (
        protocol.Reply, protocol.OffsetsReply, protocol.Revocation, protocol.BlobReceipt, protocol.Receipt,
        protocol.Refusal, LinesReply, RescueKept, messages.Ask, messages.Answer, messages.CodeAnswer, messages.ScanAsk,
        messages.PairProof, messages.PairWelcome,
    )  # fmt: skip
    for kind in kinds:
        with suppress(Garbled):
            protocol.decode(data, kind)
    return None


def _offers() -> Sequence[bytes]:
    from sync.updates.bundle import Bundle
    from sync.updates.offer import write_offer

    with TemporaryDirectory() as folder:
        (file := Path(folder) / "update.mcu").write_bytes(update_bundle())
        return [write_offer([Bundle(file).head()])]


def _read_offer(data: bytes) -> object:
    from sync.updates.bundle import believe
    from sync.updates.offer import decode

    return [believe(head, publisher().public) for head in decode(data).heads]


def _key_lists() -> Sequence[bytes]:
    from sync.slip_keys import DeskKey

    return [msgspec.json.encode([DeskKey(key=PUBLIC.hex(), unit="H55.242", office="UBND xã Thử", slot=1)])]


def _read_key_list(data: bytes) -> object:
    from sync.slip_keys import decode_list

    return decode_list(data)


# A printer on the network.


def _printer_answers() -> Sequence[bytes]:
    def attribute(tag: int, name: bytes, value: bytes) -> bytes:
        return bytes([tag]) + len(name).to_bytes(2) + name + len(value).to_bytes(2) + value

    charset = attribute(0x47, b"attributes-charset", b"utf-8")
    state = attribute(0x23, b"printer-state", bytes([0, 0, 0, 3]))
    reasons = attribute(0x44, b"printer-state-reasons", b"media-low") + attribute(0x44, b"", b"cover-open")
    return [b"\x02\x00\x00\x00\x00\x00\x00\x01\x01" + charset + b"\x04" + state + reasons + b"\x03"]


def _read_answer(data: bytes) -> object:
    from printing.printers.ipp_message import decode

    return decode(data)


def _always(read: Callable[[bytes], object]) -> Callable[[], Reader]:
    return lambda: read


WIRE_DOORS = (
    Door("bundle of a desk", _desk_bundles, _always(_read_bundle), (KnownError,)),
    Door("inside of a bundle", _frames, _always(_read_frames), (KnownError,)),
    Door("enrolment by stick", _enrolments, _always(_read_enrolment), (KnownError,)),
    Door("backups on a stick", _backups, _backups_found, ()),
    Door("batch", _batches, _always(_squeezed_batch), (KnownError,), _batch_bombs),
    Door("inside of a batch", _plain_batches, _always(_read_batch), (KnownError,)),
    Door("messages", _messages, _always(_read_message), ()),
    Door("offered update", _offers, _always(_read_offer), (KnownError,)),
    Door("keys of desks", _key_lists, _always(_read_key_list), (KnownError,)),
    Door("printer's answer", _printer_answers, _always(_read_answer), (ValueError,)),
)
