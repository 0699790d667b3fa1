"""A column of values as PostgreSQL's binary array: the driver's own way costs several times the rest of a batch."""

import struct
from collections.abc import Callable, Collection
from typing import Any

from psycopg import Connection, pq
from psycopg.adapt import Dumper
from sqlalchemy import BigInteger, Integer, LargeBinary, String
from sqlalchemy.types import TypeEngine

NULL = b"\xff\xff\xff\xff"
HEAD = struct.Struct(">iiIii")
"""Dimensions, whether any element is NULL, the elements' type, how many, the first one's index."""

ENCODERS: dict[type[TypeEngine[Any]], tuple[int, Callable[[Any], bytes]]] = {
    LargeBinary: (17, bytes),
    String: (1043, str.encode),
    BigInteger: (20, lambda value: value.to_bytes(8, signed=True)),
    Integer: (23, lambda value: value.to_bytes(4, signed=True)),
}
"""For each type of our tables: its number in PostgreSQL's catalogue, and a value's binary form."""


class Array:
    """An array's bytes, told from any other bytes."""

    __slots__ = ("data",)

    def __init__(self, kind: TypeEngine[Any], values: Collection[Any]) -> None:
        """Values of one of our columns' types."""
        number, encode = ENCODERS[type(kind)]
        elements = [
            NULL if value is None else len(data := encode(value)).to_bytes(4) + data for value in values
        ]  # fmt: skip
        self.data = HEAD.pack(1, NULL in elements, number, len(elements), 1) + b"".join(elements)


class _ArrayDumper(Dumper):
    format = pq.Format.BINARY

    def dump(self, obj: Array) -> bytes:
        return obj.data


def know_arrays(connection: Connection[Any]) -> None:
    """Teach a connection to send them; each must stand inside a CAST, which tells its type."""
    connection.adapters.register_dumper(Array, _ArrayDumper)

