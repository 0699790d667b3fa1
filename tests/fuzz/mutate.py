"""Spoil a good file as a broken line, a worn stick or a hostile hand would; the same seed spoils it the same way."""

from collections.abc import Callable
from random import Random

TELLING = (b"", b"\0" * 8, b"\xff" * 8, b"%s%n{}{0}", b"<!DOCTYPE", b"-1", b"9" * 40, b"NaN", "Đỗ\u0301\u202e".encode(),
           b"\r\n")  # fmt: skip
"""Pieces that readers stumble over: nothing, zeros, ones, templates, huge numbers, letters that join or turn round."""

MOST_BYTES = 4 << 20


def spoil(data: bytes, random: Random) -> bytes:
    """One to four faults in a good file."""
    spoilt = bytearray(data)
    for _ in range(random.randint(1, 4)):
        random.choice(FAULTS)(spoilt, random)
    return bytes(spoilt[:MOST_BYTES])


def _flip(data: bytearray, random: Random) -> None:
    if data:
        data[random.randrange(len(data))] ^= 1 << random.randrange(8)


def _cut(data: bytearray, random: Random) -> None:
    del data[random.randrange(len(data) + 1) :]


def _lose(data: bytearray, random: Random) -> None:
    start = random.randrange(len(data) + 1)
    del data[start : start + random.randint(1, 64)]


def _repeat(data: bytearray, random: Random) -> None:
    start = random.randrange(len(data) + 1)
    piece = data[start : start + random.randint(1, 256)]
    data[start:start] = piece * random.choice((1, 2, 50))


def _say(data: bytearray, random: Random) -> None:
    start = random.randrange(len(data) + 1)
    piece = random.choice(TELLING)
    data[start : start + len(piece)] = piece


def _length(data: bytearray, random: Random) -> None:
    """A length or an offset that claims too much."""
    if len(data) >= 4:
        start = random.randrange(len(data) - 3)
        claim = random.choice((0x7FFFFFFF, 0xFFFFFFFF, 1 << 24, 0))
        data[start : start + 4] = claim.to_bytes(4, "big" if random.random() < 0.5 else "little")


def _exchange(data: bytearray, random: Random) -> None:
    if len(data) > 32:
        one, other = (random.randrange(len(data) - 16) for _ in range(2))
        data[one : one + 16], data[other : other + 16] = data[other : other + 16], data[one : one + 16]


FAULTS: tuple[Callable[[bytearray, Random], None], ...] = (_flip, _cut, _lose, _repeat, _say, _length, _exchange)
