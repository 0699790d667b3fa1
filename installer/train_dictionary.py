"""Train the wire's dictionary on invented offices and put it among the shipped ones.

Run: python -m installer.train_dictionary [--number N]. The same corpus and the same zstd give the same bytes. A
dictionary that was ever shipped is never trained anew under its number: a desk in the field packs with it.
"""

import argparse
from hashlib import sha256

import msgspec
import zstandard
from zstandard import ZstdCompressionDict, train_dictionary

import resources
from dossiers import fold
from dossiers.clock import to_ms
from installer.wire_corpus import Choices, ImaginedOffice, full_day, imagine, lean_day
from sync.dictionaries import SUFFIX
from sync.exchange import APP
from sync.protocol import Change, Preamble, Receipt, Reply

SIZE_BYTES = 110 << 10
FIRST_NUMBER = 0x8000
"""Smaller ones are kept for a public registrar, and larger ones than 65 535 take four bytes of every frame."""

OFFICES = range(1_000, 1_080)
DOSSIERS_EACH = 40
SEGMENT_BYTES, MATCH_BYTES = 2048, 8


def main() -> None:
    """Train one dictionary and say what it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--number", type=int, default=FIRST_NUMBER + 1)
    number = parser.parse_args().number
    trained = train(number)
    folder = resources.path("wire")
    (folder / f"{number}{SUFFIX}").write_bytes(trained)
    print(f"{number}: {len(trained)} byte, SHA-256 {sha256(trained).hexdigest()}, zstd {zstandard.ZSTD_VERSION}")


def train(number: int) -> bytes:
    """The dictionary's bytes."""
    samples: list[bytes | bytearray | memoryview] = [sample for seed in OFFICES for sample in samples_of(seed)]
    trained: ZstdCompressionDict = train_dictionary(
        SIZE_BYTES, samples, dict_id=number, level=19, k=SEGMENT_BYTES, d=MATCH_BYTES
    )
    return trained.as_bytes()


def samples_of(seed: int) -> list[bytes]:
    """What an office says and hears: its lines, some alone under a preamble as on a live line, and some answers."""
    act = imagine(seed)
    lines = (lean_day if seed % 2 else full_day)(act, DOSSIERS_EACH)
    alone = [msgspec.json.encode(preamble(act)) + b"\n" + line for line in lines[::9]]
    return lines + alone + [msgspec.json.encode(reply(act, kept)) for kept in range(3)]


def preamble(act: ImaginedOffice) -> Preamble:
    """One that brings a single line."""
    random = act.random
    return Preamble(
        first=random.randint(1, 9_999), count=1, sent_at=to_ms(act.now), app=APP, history=random.randbytes(8).hex(),
        cursor=f"0.{random.randint(1, 9_999)}",
    )  # fmt: skip


def reply(act: ImaginedOffice, changes: int) -> Reply:
    """An answer that brings some dossiers of another desk."""
    random = act.random
    states = [fold.encode_state(dossier) for dossier in list(act.dossiers.values())[:changes]]
    return Reply(
        request=random.randbytes(16), history=random.randbytes(8).hex(), at=to_ms(act.now), ack=receipt(act, random),
        cursor=f"0.{random.randint(1, 9_999)}", changes=tuple(Change(1, msgspec.Raw(state)) for state in states),
    )  # fmt: skip


def receipt(act: ImaginedOffice, random: Choices) -> bytes:
    """A seal as no key makes it, over a receipt."""
    said = Receipt(
        device=random.randbytes(16), epoch=random.randbytes(8), seq=random.randint(1, 9_999),
        hash=random.randbytes(32), history=random.randbytes(8).hex(), at=to_ms(act.now),
    )  # fmt: skip
    return random.randbytes(64) + msgspec.json.encode(said)


if __name__ == "__main__":
    main()
