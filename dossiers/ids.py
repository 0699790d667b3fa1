"""Identifiers: time-ordered UUIDs (RFC 9562, version 7) and their 26-character form for QR and lines."""

import secrets
from datetime import datetime
from uuid import UUID

from dossiers.clock import to_ms

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base32 alphabet: no I, L, O or U, so it survives telephones, and no lower case, so QR packs it."""

_VALUES = {letter: value for value, letter in enumerate(CROCKFORD)} | {"I": 1, "L": 1, "O": 0}


def new_id(now: datetime) -> UUID:
    """A fresh UUIDv7: 48 bits of milliseconds, then 74 random bits, so two cloned disks never collide."""
    value = (to_ms(now) & (1 << 48) - 1) << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return UUID(int=value)


def to_base32(identity: UUID) -> str:
    """The 26 Crockford characters of a UUID, as printed in the QR `CODE/ID`."""
    return "".join(CROCKFORD[identity.int >> shift & 31] for shift in range(125, -1, -5))


def from_base32(text: str) -> UUID:
    """Read 26 Crockford characters back; raises ValueError for anything else."""
    value = 0
    if len(text) != 26:
        raise ValueError("an id has 26 characters")
    for letter in text.upper():
        if letter not in _VALUES:
            raise ValueError("not a Crockford base32 character")
        value = value << 5 | _VALUES[letter]
    if value >> 128:
        raise ValueError("too large for a 128-bit id")
    return UUID(int=value)
