"""Biên bản giao nhận hồ sơ: many dossiers given over at once, listed on A4 laid on its side (domain 1.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dossiers.clock import local_date, say_time
from dossiers.dossier import Dossier, Holder
from dossiers.office import Office
from printing.blocks import Cell, Column, Signature, fact, ruled_table, said
from printing.custody import deciding_words, holder_words
from printing.leaves import bind
from printing.overrides import AS_SHIPPED, Overrides
from printing.sheet_sizes import A4_LANDSCAPE as SHEET
from printing.slip import signed_by, slip
from printing.typography import plain
from printing.words import long_time

SLUG = "batch_transfer"

COLUMNS = (
    Column("STT", 0.04), Column("Mã hồ sơ", 0.17), Column("Nội dung", 0.22), Column("Đơn vị", 0.13),
    Column("Ngày nhận", 0.09), Column("Ngày hẹn trả", 0.09), Column("Thời hạn xử lý", 0.08),
    Column("Số lượng hồ sơ", 0.06), Column("Họ và tên", 0.12),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Dossiers that change hands together, none of them void."""

    sender: Holder
    receiver: Holder
    at: datetime
    dossiers: tuple[Dossier, ...]


def render(batch: Batch, office: Office, *, overrides: Overrides = AS_SHIPPED) -> bytes:
    """The PDF of the record; each side keeps a print of it."""
    on = local_date(batch.at)
    texts = overrides.of(SLUG, office, on)
    body = [
        fact("Bên giao", holder_words(batch.sender, office), SHEET),
        fact("Bên nhận", holder_words(batch.receiver, office), SHEET),
        fact("Thời điểm giao nhận", long_time(batch.at), SHEET),
        *said(texts.say("count", count=str(len(batch.dossiers))), SHEET),
        ruled_table(COLUMNS, [_row(*numbered, office) for numbered in enumerate(batch.dossiers, start=1)], SHEET),
        *said(texts.say("copies"), SHEET),
    ]
    hands = signed_by(
        SHEET,
        Signature(texts.say("giver"), batch.sender.person),
        Signature(texts.say("taker"), batch.receiver.person),
    )
    return bind([slip(texts, on, SHEET, body, hands)], SHEET, texts.form.title, training=office.training)


def _row(number: int, dossier: Dossier, office: Office) -> tuple[Cell, ...]:
    due = dossier.appointment.due_at
    return (
        str(number), plain(dossier.code), plain(dossier.procedure_name), plain(deciding_words(dossier, office)),
        say_time(dossier.received_at), say_time(due) if due else "không hẹn", plain(dossier.appointment.legal_time),
        dossier.sets, plain(dossier.owner.name),
    )  # fmt: skip
