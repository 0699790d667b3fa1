"""Reference packs: what the province decides for all offices, under a key that never sees a network (SYNC 3.13).

A pack is one JSON object, sealed by the province's offline reference key; desks pin its public half when they enrol.
The server only passes packs on: it cannot make one, nor a desk be talked into another.
"""

from collections.abc import Callable
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from zstandard import (
    DICT_TYPE_RAWCONTENT,
    ZstdCompressionDict,
    ZstdCompressionParameters,
    ZstdCompressor,
    ZstdDecompressor,
    ZstdError,
)

from dossiers.calendars import read_days, write_days
from dossiers.catalogue import import_json
from dossiers.errors import InvalidInput, KnownError
from dossiers.reading import read_json
from sync import pack_news, protocol, slip_keys
from sync.membership import REFERENCE_KEY
from sync.protocol import Message, Ref
from sync.sealing import BadSeal, Garbled
from sync.updates import offer

if TYPE_CHECKING:
    from dossiers.store.desk import Desk

PURPOSE = b"motcua/pack/1"
KEPT = 3
MAX_PACK_BYTES = 4 << 20
FORM_WORDS = "form_words"
"""The setting in which the desk keeps the office's own words for its forms (desktop/form_words.py)."""


class Pack(Message, frozen=True):
    """One edition of one thing decided for all; its effective dates stand inside the content, so it may come early."""

    name: Annotated[str, msgspec.Meta(pattern=r"\A[a-z_]{1,40}\Z")]
    number: Annotated[int, msgspec.Meta(ge=1, lt=1 << 31)]
    content: msgspec.Raw


class BadPack(KnownError):
    """A pack that is not what it claims to be; what was in force stays in force."""

    def __init__(self) -> None:
        super().__init__(
            "Bản dữ liệu chung của tỉnh không đúng chữ ký hoặc bị hỏng nên không dùng; bản đang dùng vẫn giữ nguyên. "
            "Báo cán bộ tỉnh."
        )


def sign_pack(key: Ed25519PrivateKey, name: str, number: int, content: bytes) -> bytes:
    """The sealed pack; raises InvalidInput for content that no desk could use."""
    check_content(name, content)
    compact = msgspec.json.encode(msgspec.json.decode(content))
    return protocol.seal_message(key, PURPOSE, Pack(name=name, number=number, content=msgspec.Raw(compact)))


def open_pack(reference_key: bytes, sealed: bytes) -> Pack:
    """A pack under the right seal; raises BadPack."""
    try:
        return protocol.open_message(reference_key, PURPOSE, sealed, Pack)
    except (BadSeal, Garbled) as error:
        raise BadPack from error


def digest(sealed: bytes) -> str:
    """What a pack is known by: SHA-256 in hex."""
    return sha256(sealed).hexdigest()


def squeeze(sealed: bytes, before: bytes = b"") -> bytes:
    """For the line: whole, or as what changed since another edition (zstd with the old one as its prefix)."""
    known = ZstdCompressionDict(before, dict_type=DICT_TYPE_RAWCONTENT) if before else None
    size = len(before) + len(sealed)
    options = ZstdCompressionParameters.from_level(19, source_size=size, write_checksum=True)
    return ZstdCompressor(dict_data=known, compression_params=options).compress(sealed)


def expand(squeezed: bytes, before: bytes = b"") -> bytes:
    """The sealed pack again; raises BadPack."""
    known = ZstdCompressionDict(before, dict_type=DICT_TYPE_RAWCONTENT) if before else None
    try:
        with ZstdDecompressor(dict_data=known, max_window_size=2 * MAX_PACK_BYTES).stream_reader(squeezed) as reader:
            sealed = reader.read(MAX_PACK_BYTES + 1)
    except ZstdError as error:
        raise BadPack from error
    if len(sealed) > MAX_PACK_BYTES:
        raise BadPack
    return sealed


def kept(desk: "Desk", name: str) -> tuple[bytes, ...]:
    """The last editions this desk has had, sealed, the one in force first."""
    data = desk.wire.get(_key(name))
    return msgspec.msgpack.decode(data, type=tuple[bytes, ...]) if data else ()


def in_force(desk: "Desk", name: str) -> int:
    """The number of the edition in force; 0 before the first."""
    editions = kept(desk, name)
    return open_pack(desk.wire.get(REFERENCE_KEY) or b"", editions[0]).number if editions else 0


def wanted(desk: "Desk", offered: tuple[Ref, ...]) -> tuple[Ref, ...]:
    """Those offered that are newer than what is in force here; none for a desk that pinned no reference key."""
    if not desk.wire.get(REFERENCE_KEY):
        return ()
    return tuple(ref for ref in offered if ref.name in USES and ref.number > in_force(desk, ref.name))


def take(desk: "Desk", sealed: bytes) -> Pack | None:
    """Put a pack into force, all of it or nothing; None for an edition not newer than the one in force.

    Raises BadPack where the seal or the content is wrong.
    """
    pack = open_pack(desk.wire.get(REFERENCE_KEY) or b"", sealed)
    if pack.name not in USES or pack.number <= in_force(desk, pack.name):
        return None
    try:
        with desk.database.begin():
            editions = (sealed, *kept(desk, pack.name))[:KEPT]
            desk.wire.set(_key(pack.name), msgspec.msgpack.encode(editions))
            before = desk.catalogue, desk.calendar
            USES[pack.name](desk, bytes(pack.content))
            pack_news.note(desk, pack.name, pack.number, bytes(pack.content), before)
    except InvalidInput as error:
        raise BadPack from error
    return pack


def check_content(name: str, content: bytes) -> None:
    """Read the content as a desk would; raises InvalidInput."""
    match name:
        case "catalogue":
            import_json(content, date.max)
        case "holidays":
            read_days(content)
        case "forms":
            _words(content)
        case slip_keys.LIST:
            slip_keys.decode_list(content)
        case offer.PACK:
            offer.decode(content)
        case _:
            raise InvalidInput("Tên bản dữ liệu phải là một trong: {names}.", field="name", names=", ".join(USES))


def _use_catalogue(desk: "Desk", content: bytes) -> None:
    desk.set_catalogue(import_json(content, date.max)[0])


def _use_holidays(desk: "Desk", content: bytes) -> None:
    """The province's rows over the office's own; a day only the office names stays.

    The days as they were are kept until somebody has looked at the open dossiers that the new ones touch.
    """
    if desk.setting(pack_news.UNWEIGHED_DAYS, None) is None:
        desk.set_setting(pack_news.UNWEIGHED_DAYS, write_days(desk.calendar_days).decode())
    desk.set_calendar_days({**desk.calendar_days, **read_days(content)})


def _use_forms(desk: "Desk", content: bytes) -> None:
    desk.set_setting(FORM_WORDS, _words(content))


def _words(content: bytes) -> str:
    try:
        return read_json(content, str)
    except msgspec.MsgspecError as error:
        raise InvalidInput("Bản lời trên biểu mẫu phải là một chuỗi JSON.", field="content") from error


def _key(name: str) -> str:
    return f"pack.{name}"


USES: dict[str, Callable[["Desk", bytes], None]] = {
    "catalogue": _use_catalogue, "holidays": _use_holidays, "forms": _use_forms,
    slip_keys.LIST: slip_keys.use_list, offer.PACK: offer.use,
}  # fmt: skip
"""What there are packs of, and how each is put into force; fees and their dates are in the catalogue."""
