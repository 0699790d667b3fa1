"""Internet Printing Protocol messages as bytes, the little of RFC 8010 a desk needs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import count
from struct import error as struct_error
from struct import pack, unpack_from

IPP_2_0 = b"\x02\x00"

_request_ids = count(1)


class Operation(IntEnum):
    """Operation codes (RFC 8011 section 5.4.15; CUPS for the last)."""

    PRINT_JOB = 0x0002
    CANCEL_JOB = 0x0008
    GET_JOB_ATTRIBUTES = 0x0009
    GET_PRINTER_ATTRIBUTES = 0x000B
    CUPS_GET_PRINTERS = 0x4002


class Group(IntEnum):
    """Delimiters between groups of attributes (RFC 8010 section 3.5.1)."""

    OPERATION = 0x01
    JOB = 0x02
    END = 0x03
    PRINTER = 0x04


class Tag(IntEnum):
    """Value tags (RFC 8010 section 3.5.2)."""

    INTEGER = 0x21
    BOOLEAN = 0x22
    ENUM = 0x23
    TEXT = 0x41
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    MIME_TYPE = 0x49


Value = str | int | bool | bytes
Attributes = Mapping[str, tuple[Value, ...]]


@dataclass(frozen=True, slots=True)
class Given:
    """One attribute of a request: its tag, its name, its values."""

    tag: Tag
    name: str
    values: tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Response:
    """An answer: the status code and the groups in the order they came."""

    status: int
    groups: list[tuple[int, Attributes]] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Successful, perhaps with attributes ignored or substituted."""
        return self.status < 0x0100

    def group(self, kind: Group) -> Attributes:
        """The first group of a kind, empty if there is none."""
        return next((attributes for tag, attributes in self.groups if tag == kind), {})

    def all_groups(self, kind: Group) -> list[Attributes]:
        """Every group of a kind."""
        return [attributes for tag, attributes in self.groups if tag == kind]


def encode(operation: Operation, attributes: Iterable[Given], job: Iterable[Given] = ()) -> bytes:
    """A request without its document."""
    head = IPP_2_0 + pack(">HI", operation, next(_request_ids))
    opening = [
        Given(Tag.CHARSET, "attributes-charset", ("utf-8",)),
        Given(Tag.LANGUAGE, "attributes-natural-language", ("vi",)),
    ]
    body = bytes([Group.OPERATION]) + b"".join(map(_encode_attribute, [*opening, *attributes]))
    wishes = b"".join(map(_encode_attribute, job))
    return head + body + (bytes([Group.JOB]) + wishes if wishes else b"") + bytes([Group.END])


def _encode_attribute(given: Given) -> bytes:
    """Only the first of several values carries the name."""
    names = [given.name.encode(), *[b""] * (len(given.values) - 1)]
    return b"".join(
        pack(">BH", given.tag, len(name)) + name + pack(">H", len(value)) + value
        for name, value in zip(names, map(_encode_value, given.values), strict=True)
    )


def _encode_value(value: str | int) -> bytes:
    return pack(">i", value) if isinstance(value, int) else value.encode()


def decode(data: bytes) -> Response:
    """Read an answer; raises ValueError for bytes that are none."""
    try:
        (status,) = unpack_from(">H", data, 2)
        return Response(status, _decode_groups(data))
    except (struct_error, UnicodeDecodeError, IndexError) as fault:
        raise ValueError("not an IPP message") from fault


def _decode_groups(data: bytes) -> list[tuple[int, Attributes]]:
    groups: list[tuple[int, dict[str, tuple[Value, ...]]]] = []
    place, name = 8, ""
    while data[place] != Group.END:
        tag = data[place]
        if tag < 0x10:
            groups.append((tag, {}))
            place += 1
            continue
        (name_length,) = unpack_from(">H", data, place + 1)
        start = place + 3 + name_length
        name = data[place + 3 : start].decode() or name
        (length,) = unpack_from(">H", data, start)
        place = start + 2 + length
        attributes = groups[-1][1]
        attributes[name] = (*attributes.get(name, ()), _decode_value(tag, data[start + 2 : place]))
    return [(tag, attributes) for tag, attributes in groups]


def _decode_value(tag: int, value: bytes) -> Value:
    if tag in (Tag.INTEGER, Tag.ENUM):
        return int(unpack_from(">i", value)[0])
    if tag == Tag.BOOLEAN:
        return value != b"\x00"
    return value.decode() if 0x41 <= tag <= 0x49 else value
