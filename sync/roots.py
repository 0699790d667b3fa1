"""Day roots: all dossiers received on one day as one number, so that two ends compare a day in 32 bytes."""

from collections.abc import Iterable
from hashlib import sha256
from uuid import UUID


def leaf(dossier_id: UUID, state: bytes) -> bytes:
    """SHA-256 of a dossier's identity and the exact bytes of its state."""
    return sha256(dossier_id.bytes + state).digest()


def root(leaves: Iterable[bytes]) -> bytes:
    """The sum of the leaves modulo 2²⁵⁶ (SYNC 3.6): independent of order, updatable by difference."""
    return (sum(int.from_bytes(item) for item in leaves) & (1 << 256) - 1).to_bytes(32)
