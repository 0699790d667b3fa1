"""Phiếu giao nhận gói USB: what a stick carries, and through whose hands it goes on its way to the province."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from dossiers.clock import local_date
from dossiers.office import Office
from printing.blocks import Cell, Column, Signature, fact, ruled_table, said
from printing.leaves import Copy, bind
from printing.overrides import AS_SHIPPED, Overrides
from printing.sheet_sizes import A4
from printing.slip import signed_by, slip
from printing.typography import plain
from printing.words import figures, long_time

if TYPE_CHECKING:
    from reportlab.platypus import Table

SLUG = "courier_slip"
MB = 1_000_000
ID_LETTERS = 32
"""Of the digest, in hex: enough to name a bundle, few enough for a QR of 25 mm."""

COUNTS = (
    Column("Hồ sơ", 0.25), Column("Việc (dòng nhật ký)", 0.25), Column("Tệp quét", 0.25),
    Column("Tệp hỏng để lại", 0.25),
)  # fmt: skip
HANDS = (Column("", 0.17), Column("Họ và tên", 0.33), Column("Giờ, ngày", 0.22), Column("Ký", 0.28))
ROOM_TO_SIGN = "<br/><br/><br/>&#160;"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """One bundle on one stick. `size` in bytes, `digest` in hex, `missing` are bundles nobody has answered for."""

    number: int
    file_name: str
    made_at: datetime
    desk: str
    fingerprint: str
    digest: str
    dossiers: int
    ops: int
    files: int
    files_damaged: int
    size: int
    clerk: str
    missing: tuple[int, ...] = ()

    @property
    def identity(self) -> str:
        """What the QR says: the bundle by number and digest."""
        return f"MCB:{self.number}/{self.digest[:ID_LETTERS].upper()}"


def render(manifests: tuple[Manifest, ...], office: Office, *, overrides: Overrides = AS_SHIPPED) -> bytes:
    """The PDF: one sheet a bundle, to go with the stick."""
    copies = [_sheet(manifest, office, overrides) for manifest in manifests]
    on = local_date(manifests[0].made_at)
    return bind(copies, A4, overrides.of(SLUG, office, on).form.title, training=office.training)


def _sheet(manifest: Manifest, office: Office, overrides: Overrides) -> Copy:
    on = local_date(manifest.made_at)
    texts = overrides.of(SLUG, office, on)
    missing = ", ".join(str(number) for number in manifest.missing)
    body = [
        fact("Nơi gửi", f"{office.name} ({office.unit}), {manifest.desk}", A4),
        fact("Lập lúc", long_time(manifest.made_at), A4),
        fact("Tên tệp", manifest.file_name, A4),
        fact("Dung lượng", _size(manifest), A4),
        fact("Mã băm SHA-256", _grouped(manifest.digest), A4),
        fact("Dấu khóa của máy gửi", manifest.fingerprint, A4),
        ruled_table(COUNTS, [(manifest.dossiers, manifest.ops, manifest.files, manifest.files_damaged)], A4),
        *(said(texts.say("missing", numbers=missing), A4) if missing else []),
        *said(texts.say("sealed"), A4),
        *said(texts.say("receipt"), A4),
        _custody(manifest),
    ]
    return slip(
        texts, on, A4, body, signed_by(A4, Signature(texts.say("clerk"), manifest.clerk)),
        below=f"Gói số {manifest.number}", qr_payload=manifest.identity, qr_words=texts.say("scan"),
    )  # fmt: skip


def _size(manifest: Manifest) -> str:
    megabytes = f"{manifest.size / MB:.2f}".replace(".", ",")
    return f"{megabytes} MB ({figures(manifest.size)} byte)"


def _custody(manifest: Manifest) -> Table:
    """Three hands: who gives the stick away, who carries it, who takes it in."""
    rows: list[tuple[Cell, ...]] = [
        ("Người giao", plain(manifest.clerk), "", ROOM_TO_SIGN),
        ("Người chuyển", "", "", ROOM_TO_SIGN),
        ("Người nhận", "", "", ROOM_TO_SIGN),
    ]
    return ruled_table(HANDS, rows, A4)


def _grouped(digest: str) -> str:
    """Sixteen letters at a time, so that two people can compare them aloud."""
    return " ".join(digest[at : at + 16] for at in range(0, len(digest), 16))
