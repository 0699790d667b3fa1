"""Identifiers: time-ordered UUIDs (RFC 9562, version 7) and their 26-character form for QR and lines."""

import re
import secrets
from datetime import datetime
from uuid import UUID

from dossiers.clock import to_ms

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base32 alphabet: no I, L, O or U, so it survives telephones, and no lower case, so QR packs it."""

_READABLE = re.compile("[0-9A-Z]{26}", re.ASCII)
_DIGITS = str.maketrans(CROCKFORD + "ILOU", "0123456789abcdefghijklmnopqrstuv110!")
"""To the digits that `int` reads in base 32: what is easily misread is read right, and U is no digit at all."""


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
    letters = text.upper()
    if not _READABLE.fullmatch(letters):
        raise ValueError("an id has 26 characters of Crockford's base32")
    value = int(letters.translate(_DIGITS), 32)
    if value >> 128:
        raise ValueError("too large for a 128-bit id")
    return UUID(int=value)
