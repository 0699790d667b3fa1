"""Boxes that hold the data key: sealed to a public key, so that a new one is put in without anybody's secret."""

import secrets
from dataclasses import dataclass

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

PRIVATE_BYTES = 32
NONCE = bytes(12)
"""Each box has a key of its own, so its nonce may be nought."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """`sealed` opens to whoever holds the private half of `public`; `passing` is the sender's half, used once."""

    public: bytes
    passing: bytes
    sealed: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryWay:
    """The office's printed way in; `vouched` proves to the data key that this home made it; nought is never used."""

    box: Box
    made_at_ms: int
    vouched: bytes
    used_at_ms: int = 0


def public_of(private: bytes) -> bytes:
    """The public half of a 32-byte private key (X25519, RFC 7748)."""
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def seal_to(public: bytes, data: bytes, bound: bytes) -> Box:
    """A box for whoever holds the private half; it also vouches for `bound` (ECIES: X25519, HKDF, AES-256-GCM)."""
    passing = X25519PrivateKey.from_private_bytes(secrets.token_bytes(PRIVATE_BYTES))
    shared = passing.exchange(X25519PublicKey.from_public_bytes(public))
    mine = passing.public_key().public_bytes_raw()
    return Box(public=public, passing=mine, sealed=_cipher(shared, mine, public).encrypt(NONCE, data, bound))


def open_box(private: bytes, box: Box, bound: bytes) -> bytes:
    """What is in the box; raises InvalidTag for another key, another box or another `bound`."""
    own = X25519PrivateKey.from_private_bytes(private)
    shared = own.exchange(X25519PublicKey.from_public_bytes(box.passing))
    return _cipher(shared, box.passing, own.public_key().public_bytes_raw()).decrypt(NONCE, box.sealed, bound)


def _cipher(shared: bytes, passing: bytes, public: bytes) -> AESGCM:
    info = b"motcua/box/1" + passing + public
    return AESGCM(HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=info).derive(shared))
