"""Phiếu bàn giao kết quả giải quyết TTHC: results given to the reception, listed on A4 on its side (domain 1.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dossiers.clock import local_date
from dossiers.dossier import Dossier, Holder
from dossiers.office import Office
from printing.blocks import Cell, Column, Signature, fact, ruled_table, said
from printing.custody import holder_words
from printing.leaves import bind
from printing.overrides import AS_SHIPPED, Overrides
from printing.sheet_sizes import A4_LANDSCAPE as SHEET
from printing.slip import signed_by, slip
from printing.typography import plain
from printing.words import long_time

SLUG = "result_transfer"

COLUMNS = (
    Column("TT", 0.04), Column("Mã hồ sơ", 0.17), Column("Nội dung giải quyết TTHC", 0.21),
    Column("Kết quả giải quyết", 0.18), Column("Họ tên chủ hồ sơ", 0.12), Column("Địa chỉ", 0.14),
    Column("Phí, lệ phí", 0.06), Column("Đăng ký trả qua bưu điện", 0.08),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """Results that a deciding office gives to the reception together."""

    sender: Holder
    receiver: Holder
    at: datetime
    dossiers: tuple[Dossier, ...]


def render(results: Results, office: Office, *, overrides: Overrides = AS_SHIPPED) -> bytes:
    """The PDF of the sheet; each side keeps a print of it."""
    on = local_date(results.at)
    texts = overrides.of(SLUG, office, on)
    body = [
        fact("Đơn vị chủ trì", holder_words(results.sender, office), SHEET),
        fact("Thời điểm bàn giao", long_time(results.at), SHEET),
        *said(texts.say("count", count=str(len(results.dossiers))), SHEET),
        ruled_table(COLUMNS, [_row(*numbered) for numbered in enumerate(results.dossiers, start=1)], SHEET),
        *said(texts.say("copies"), SHEET),
    ]
    hands = signed_by(
        SHEET,
        Signature(texts.say("giver"), results.sender.person),
        Signature(texts.say("taker"), results.receiver.person),
    )
    return bind([slip(texts, on, SHEET, body, hands)], SHEET, texts.form.title, training=office.training)


def _row(number: int, dossier: Dossier) -> tuple[Cell, ...]:
    by_post = dossier.posting is not None or "bưu" in dossier.return_place.casefold()
    return (
        str(number), plain(dossier.code), plain(dossier.procedure_name), plain(result_words(dossier)),
        plain(dossier.owner.name), plain(dossier.owner.address), dossier.fee_total_vnd > 0, by_post,
    )  # fmt: skip


def result_words(dossier: Dossier) -> str:
    """The result's kind, number and summary, as far as they are known."""
    if dossier.result is None:
        return ""
    paper = dossier.result.paper
    number = f"số {paper.number}" if paper.number else ""
    return ", ".join(words for words in (paper.kind, number, dossier.result.description) if words)
