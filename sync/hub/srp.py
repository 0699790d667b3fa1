"""SRP-6a (RFC 2945, RFC 5054, 2048-bit group) with SHA-256: six digits prove two desks to each other.

Nobody on the line, not even one who poses as the other desk, can try more than one code per attempt: a plain hash of
six digits could be searched in a moment.
"""

import hmac
import secrets
from hashlib import sha256

BITS = 2048
WIDTH = BITS // 8
N = int(
    "AC6BDB41324A9A9BF166DE5E1389582FAF72B6651987EE07FC3192943DB56050A37329CBB4A099ED8193E0757767A13DD52312AB4B03310D"
    "CD7F48A9DA04FD50E8083969EDB767B0CF6095179A163AB3661A05FBD5FAAAE82918A9962F0B93B855F97993EC975EEAA80D740ADBF4FF74"
    "7359D041D5C33EA71D281E446B14773BCA97B43A23FB801676BD207A436C6481F1D2B9078717461A5B9D32E688F87748544523B524B0D57D"
    "5EA77A2775D2ECFA032CFBDBF52FB3786160279004E57AE6AF874E7303CE53299CCC041C7BC308D82A5698F3A8D0C38271AE35F8E9DBFBB6"
    "94B5C803D89F7AE435DE236D525F54759B65E372FCD68EF20FA7111F9E4AFF73",
    16,
)
G = 2


def secret() -> int:
    """A private value."""
    return secrets.randbits(256)


def public(a: int) -> bytes:
    """The joining desk's public value A."""
    return _wide(pow(G, a, N))


def verifier(code: str, salt: bytes) -> int:
    """What the hub keeps of the code while it waits."""
    return pow(G, _x(code, salt), N)


def public_of_hub(b: int, v: int) -> bytes:
    """The hub's public value B."""
    return _wide((_K * v + pow(G, b, N)) % N)


def key_of_hub(a: bytes, b: int, v: int) -> bytes | None:
    """The shared key at the hub; None for a value no honest desk sends."""
    other = int.from_bytes(a, "big")
    if other % N == 0 or len(a) != WIDTH:
        return None
    u = _int(a, public_of_hub(b, v))
    return sha256(_wide(pow(other * pow(v, u, N), b, N))).digest()


def key_of_desk(code: str, salt: bytes, a: int, b: bytes) -> bytes | None:
    """The shared key at the joining desk; None for a value no honest hub sends."""
    other = int.from_bytes(b, "big")
    if other % N == 0 or len(b) != WIDTH:
        return None
    x, u = _x(code, salt), _int(public(a), b)
    return sha256(_wide(pow(other - _K * pow(G, x, N), a + u * x, N))).digest()


def proof(key: bytes, who: bytes, *parts: bytes) -> bytes:
    """That `who` knows the key, over everything both must have seen alike."""
    return hmac.digest(key, who + b"".join(sha256(part).digest() for part in parts), "sha256")


def _x(code: str, salt: bytes) -> int:
    return _int(salt, code.encode())


def _int(*parts: bytes) -> int:
    return int.from_bytes(sha256(b"".join(parts)).digest(), "big")


def _wide(number: int) -> bytes:
    return number.to_bytes(WIDTH, "big")


_K = _int(_wide(N), _wide(G))
