"""Base45 (RFC 9285): bytes in the letters of a QR's alphanumeric mode, three for every two bytes."""

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUE = {letter: value for value, letter in enumerate(ALPHABET)}
_BASE = len(ALPHABET)


def encode(data: bytes) -> str:
    """The text of some bytes."""
    letters = []
    for at in range(0, len(data), 2):
        pair = data[at : at + 2]
        number = int.from_bytes(pair)
        for _ in range(len(pair) + 1):
            number, value = divmod(number, _BASE)
            letters.append(ALPHABET[value])
    return "".join(letters)


def decode(text: str) -> bytes:
    """The bytes of a text; raises ValueError for a letter, a length or a group that no encoder writes."""
    data = bytearray()
    for at in range(0, len(text), 3):
        group = text[at : at + 3]
        if len(group) == 1 or any(letter not in _VALUE for letter in group):
            raise ValueError("not base45")
        number, size = sum(_VALUE[letter] * _BASE**place for place, letter in enumerate(group)), len(group) - 1
        if number >= 256**size:
            raise ValueError("not base45")
        data += number.to_bytes(size)
    return bytes(data)
