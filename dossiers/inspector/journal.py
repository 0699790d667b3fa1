"""The journal on its own evidence: every link, every epoch's root, the anchor beside it, heads that were printed."""

import hmac
import struct
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any

from dossiers.inspector.copied import ANCHOR_FILE, Place
from dossiers.inspector.finding import Finding, Part

SLOT_BYTES = 512
_MARK = struct.Struct(">Q8sQ32s32s")


def root(epoch: Any) -> bytes:
    """The hash before an epoch's first line."""
    place = epoch["parent_seq"].to_bytes(8, "big")
    told = b"motcua/epoch/1" + epoch["device"] + epoch["id"] + epoch["parent"] + place + epoch["parent_hash"]
    return sha256(told).digest()


def hash_at(place: Place, epoch: bytes, seq: int) -> bytes | None:
    """The chain at a place; None where there is no such line."""
    if seq == 0:
        return next((root(row) for row in place.ask("SELECT * FROM epoch WHERE id = ?", epoch)), None)
    rows = place.ask("SELECT h FROM journal WHERE epoch = ? AND seq = ?", epoch, seq)
    return rows[0][0] if rows else None


def counting(place: Place) -> dict[bytes, float]:
    """How far each epoch counts: the newest wholly, each forebear up to where its child began."""
    epochs = {row["id"]: row for row in place.ask("SELECT * FROM epoch ORDER BY n")}
    if not epochs:
        return {}
    ends: dict[bytes, float] = {list(epochs)[-1]: float("inf")}
    child = epochs[list(epochs)[-1]]
    while child["parent"] in epochs:
        ends[child["parent"]] = child["parent_seq"]
        child = epochs[child["parent"]]
    return ends


def chain(place: Place) -> Iterator[Finding]:
    """Each epoch tied to where its parent stopped, and each line to all before it."""
    for row in place.ask("SELECT * FROM epoch ORDER BY n"):
        number = row["n"]
        if row["parent"] and hash_at(place, row["parent"], row["parent_seq"]) != row["parent_hash"]:
            yield Finding(Part.EPOCH, f"đời {number} không nối vào chỗ đời trước dừng lại.")
        digest, seq = root(row), 0
        lines = place.rows.execute("SELECT seq, line, h FROM journal WHERE epoch = ? ORDER BY seq", (row["id"],))
        for line in lines:
            digest, seq = sha256(digest + line["line"]).digest(), seq + 1
            if (line["seq"], line["h"]) != (seq, digest):
                yield Finding(Part.LINE, f"đời {number} không còn khớp từ dòng {seq}: có dòng đã bị sửa hoặc mất.")
                break


def anchor(place: Place) -> Iterator[Finding]:
    """The mark beside a home's database: a journal that never stood there is an old copy, or lost its last lines."""
    if place.is_backup:
        return
    path = place.folder / ANCHOR_FILE
    data = path.read_bytes() if path.exists() else b""
    slots = [slot for at in (0, SLOT_BYTES) if any(slot := data[at : at + SLOT_BYTES])]
    marks = [mark for slot in slots if (mark := _mark(place, slot))]
    if len(marks) < len(slots) or not marks:
        yield Finding(Part.ANCHOR, "mất hoặc đã bị sửa.")
    newest = [mark for mark in marks if mark[0] == max(turn for turn, *_ in marks)]
    if len(newest) > 1:
        # Each writing counts one on and takes the other slot, so a desk never leaves this behind.
        sentence = f"hai ô cùng mang số {newest[0][0]}, không biết ô nào ghi sau: có ô đã bị chép đè hoặc làm giả."
        yield Finding(Part.ANCHOR, sentence)
    for _, epoch, seq, digest, _ in newest:
        # A home just restored bears an empty mark: it begins a new epoch when it is opened.
        if any(epoch) and hash_at(place, epoch, seq) != digest:
            yield Finding(Part.ANCHOR, f"nhật ký từng ghi đến dòng {seq}, nay không còn dòng ấy: dữ liệu bị lùi lại.")


def _mark(place: Place, slot: bytes) -> tuple[Any, ...]:
    body, seal = slot[: _MARK.size], slot[_MARK.size : _MARK.size + 32]
    sound = len(seal) == 32 and hmac.compare_digest(hmac.digest(place.key("anchor"), body, "sha256"), seal)
    return _MARK.unpack(body) if sound else ()


def heads(place: Place, printed: Sequence[str]) -> Iterator[Finding]:
    """Heads as the end-of-day sheet prints them, 'EPOCH SEQ HASH': each must still lie on the chain."""
    epochs = [row["id"] for row in place.ask("SELECT id FROM epoch")]
    for head in printed:
        try:
            epoch, seq, digest = head.replace(",", " ").lower().split()
            meant = [each for each in epochs if each.hex().startswith(epoch)]
            found = [hash_at(place, each, int(seq)) for each in meant]
        except ValueError:
            yield Finding(Part.HEAD, f"“{head}” không có dạng ĐỜI DÒNG MÃ-BĂM.")
            continue
        if len(meant) > 1:
            yield Finding(Part.HEAD, f"{len(meant)} đời cùng bắt đầu bằng {epoch}: ghi cả mã đời để biết là đời nào.")
        elif not any(each is not None and each.hex() == digest for each in found):
            yield Finding(Part.HEAD, f"dòng {seq} của đời {epoch} nay khác với mã đã in.")
