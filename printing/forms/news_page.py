"""Tin từ tỉnh: what came from the province while the desk was without it, one line a dossier."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dossiers.clock import local_date
from dossiers.office import Office
from printing.blocks import Column, Signature, line, ruled_table, said
from printing.leaves import bind
from printing.overrides import AS_SHIPPED, Overrides
from printing.sheet_sizes import A4
from printing.slip import signed_by, slip
from printing.typography import plain
from printing.words import long_time

SLUG = "news_page"
COLUMNS = (Column("TT", 0.08), Column("Mã hồ sơ", 0.32), Column("Tin", 0.6))


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsSheet:
    """Lines of (code, what is new); no name and no citizen number among them."""

    at: datetime
    desk: str
    clerk: str
    lines: tuple[tuple[str, str], ...]


def render(sheet: NewsSheet, office: Office, *, overrides: Overrides = AS_SHIPPED) -> bytes:
    """The PDF of the page on A4."""
    on = local_date(sheet.at)
    texts = overrides.of(SLUG, office, on)
    rows = [(str(number), plain(code), plain(words)) for number, (code, words) in enumerate(sheet.lines, start=1)]
    body = [
        *said(texts.say("count", count=str(len(rows))), A4),
        ruled_table(COLUMNS, rows, A4) if rows else line(plain(texts.say("none")), A4),
    ]
    hands = signed_by(A4, Signature(texts.say("clerk"), sheet.clerk))
    copy = slip(texts, on, A4, body, hands, below=f"{sheet.desk}, {long_time(sheet.at)}")
    return bind([copy], A4, texts.form.title, training=office.training)
