"""Bytes and seconds on the wire, by the real engine, beside the floor of the corpus and beside other ways to send it.

Run: python -m tests.benchmarks.wire [--dossiers N] [--scans N] [--no-line] [--no-peer]. T1 and T2 are bytes of real
batches; T3 to T8 are times and bytes over two network namespaces with a bad line between them (needs root). Prints
tables and ends with one JSON line; what could not be measured here is not in it.
"""

import argparse
import json
import secrets
import shutil
from collections.abc import Sequence
from random import Random
from statistics import mean

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from dossiers import fold
from installer.wire_corpus import ImaginedOffice, full_day, imagine, lean_day
from sync.batch import chain, write_batch
from sync.dictionaries import shipped
from sync.exchange import APP
from sync.protocol import MAX_OPS, Header
from tests.benchmarks._wire_line import over_the_line
from tests.benchmarks._wire_peer import pouch_bytes_per_dossier
from tests.faults.line.namespaces import why_not

SEEDS = range(1, 11)
"""Offices the dictionary was not trained on."""

HEADS = ("thô", "sàn", "từ điển", "không có", "dây nhanh", "một việc")

POUCH_QUOTED = 1_481
"""PouchDB 9.0.0 → express-pouchdb 4.2.0, bytes up a dossier, one document each (SYNC 2.3); quoted where npm is not."""

COUCH_HEADERS = b"POST /motcua/_bulk_docs HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n\r\n"


def main() -> None:
    """Measure, print, and end with one JSON line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dossiers", type=int, default=200)
    parser.add_argument("--scans", type=int, default=6, help="300 KB scans sent over the line; 300 are a whole day")
    parser.add_argument("--no-line", action="store_true", help="leave T3 to T8 out")
    parser.add_argument("--no-peer", action="store_true", help="do not install and run PouchDB")
    options = parser.parse_args()
    figures = bytes_on_the_wire(options.dossiers)
    figures |= peers(options.dossiers, run_pouch=not options.no_peer)
    if options.no_line or why_not():
        print(f"\nT3–T8 không đo ở đây: {why_not() or 'theo yêu cầu'}")
    else:
        figures |= over_the_line(options.scans)
    print(json.dumps(figures))


def bytes_on_the_wire(dossiers: int) -> dict[str, float]:
    """T1 and T2 over several offices, beside the least any encoding of the same choices needs."""
    print(f"{'ngày':<8}{'dòng/hồ sơ':>12}" + "".join(f"{head:>11}" for head in HEADS))
    rows = {name: [day(seed, name, dossiers) for seed in SEEDS] for name in ("lean", "full")}
    for name, each in rows.items():
        middle = [mean(column) for column in zip(*each, strict=True)]
        print(f"{name:<8}{middle[0]:>12.2f}" + "".join(f"{cell:>11.1f}" for cell in middle[1:]))
    lean, full = ([mean(column) for column in zip(*rows[name], strict=True)] for name in ("lean", "full"))
    print("B/hồ sơ; lean: ngày của bản thử (SYNC 2.1), full: ngày một quầy ghi thật; sàn: entropy của bộ sinh.")
    return {
        "T1": round(lean[3], 1), "T1_floor": round(lean[2], 1), "T1_full": round(full[3], 1),
        "T1_full_floor": round(full[2], 1), "T1_without_dictionary": round(lean[4], 1), "T2": round(lean[6], 1),
        "T2_received": round(mean(alone(seed, b'["received"') for seed in SEEDS), 1),
    }  # fmt: skip


def day(seed: int, name: str, dossiers: int) -> tuple[float, ...]:
    """Lines a dossier; then B a dossier raw, floor, with the dictionary, without, on a fast line; B of one deed."""
    act = imagine(seed)
    lines = (lean_day if name == "lean" else full_day)(act, dossiers)
    batches = [lines[start : start + MAX_OPS] for start in range(0, len(lines), MAX_OPS)]
    packed = [
        sum(len(batch(part, number, quick=quick)) for part in batches) / dossiers
        for number, quick in ((shipped()[-1], False), (None, False), (shipped()[-1], True))
    ]
    single = mean(len(batch([line], shipped()[-1])) for line in lines[::10])
    raw = sum(map(len, lines)) / dossiers
    return (len(lines) / dossiers, raw, act.random.bits / 8 / dossiers, *packed, single)


def alone(seed: int, verb: bytes) -> float:
    """B of one deed of a kind, by itself."""
    lines = lean_day(imagine(seed), 60)
    return mean(len(batch([line], shipped()[-1])) for line in lines if line.startswith(verb))


def batch(lines: Sequence[bytes], dictionary: int | None, *, quick: bool = False) -> bytes:
    """A body as a desk sends it."""
    previous = secrets.token_bytes(32)
    header = Header(
        device=secrets.token_bytes(16), epoch=secrets.token_bytes(8), previous=previous, nonce=secrets.token_bytes(8),
        head=(previous, *chain(previous, lines))[-1], first=5_000, count=len(lines), sent_at=1_795_000_000_000,
        app=APP, history=secrets.token_hex(8), cursor="0.5000",
    )  # fmt: skip
    return write_batch(Ed25519PrivateKey.generate(), header, lines, dictionary, quick=quick)


def peers(dossiers: int, *, run_pouch: bool) -> dict[str, float]:
    """The same dossiers as documents."""
    act = imagine(SEEDS[0])
    lean_day(act, dossiers)
    documents = [document(act, place, Random(place)) for place in range(dossiers)]
    body = json.dumps({"docs": documents, "new_edits": False}, ensure_ascii=False).encode()
    uploaded = len(COUCH_HEADERS) + len(body)
    figures = {"T1_peer_document": round(uploaded / dossiers, 1)}
    print(f"\nCouchDB _bulk_docs, một tài liệu một hồ sơ: {uploaded / dossiers:.0f} B/hồ sơ")
    measured = pouch_bytes_per_dossier(documents) if run_pouch and shutil.which("npm") else None
    if measured is None:
        print(f"PouchDB → express-pouchdb: {POUCH_QUOTED} B/hồ sơ (trích SYNC 2.3, không đo ở đây)")
        return figures | {"T1_peer_quoted": POUCH_QUOTED}
    print(f"PouchDB → express-pouchdb, đo ở đây: {measured:.0f} B/hồ sơ")
    return figures | {"T1_peer": round(measured, 1)}


def document(act: ImaginedOffice, place: int, random: Random) -> dict[str, object]:
    """A dossier as CouchDB would hold it."""
    dossier = list(act.dossiers.values())[place]
    state: dict[str, object] = msgspec.json.decode(fold.encode_state(dossier))
    return {"_id": str(dossier.id), "_rev": f"1-{random.randbytes(16).hex()}"} | state


if __name__ == "__main__":
    main()
