"""What others wrote, read back: JSON as one of our types, from any thread; a small file, and no more of it."""

import errno
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

SMALL_BYTES = 4 << 20

_learning = Lock()
_decoders: dict[Any, msgspec.json.Decoder[Any]] = {}


def read_json(data: bytes, kind: type[T]) -> T:
    """A value of `kind`; raises msgspec's DecodeError or ValidationError, and nothing else whatever the bytes are.

    msgspec learns a type at its first use, and a thread that meets a half-learnt one crashes the process (seen with
    0.22): types that more than one thread reads are learnt here, one at a time.
    """
    decoder = _decoders.get(kind)
    if decoder is None:
        with _learning:
            decoder = _decoders.setdefault(kind, msgspec.json.Decoder(kind))
    try:
        value: T = decoder.decode(data)
    except (UnicodeDecodeError, RecursionError) as error:  # of bad UTF-8 in a text, and of a thousand brackets
        raise msgspec.DecodeError("not JSON of a sane shape") from error
    return value


def read_small(path: Path) -> bytes:
    """A file that is small where it is ours; raises OSError for a larger one, and for what is no file at all.

    A stick may hold sixteen gigabytes under our name, or a pipe that is never written to.
    """
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "not a file", str(path))
    with path.open("rb") as file:
        data = file.read(SMALL_BYTES + 1)
    if len(data) > SMALL_BYTES:
        raise OSError(errno.EFBIG, "too large to be ours", str(path))
    return data
