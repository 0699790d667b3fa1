"""Titles and numbers of the forms, by slug, legal basis and date: law changes are data (domain 1.2)."""

from dataclasses import dataclass
from datetime import date
from functools import cache

import msgspec

import resources
from dossiers.errors import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class FormTitle:
    """One form under one legal basis; its number moved between circulars, so it is printed only when verified.

    `wording` names its table in texts.toml where the law changed more than title and number.
    """

    slug: str
    title: str
    number: str
    legal_basis: str
    effective_from: date
    verified: bool
    source: str
    wording: str = ""

    @property
    def number_line(self) -> str:
        """The line "Mẫu số … ban hành kèm theo …", empty while nobody has checked it against the law."""
        if not (self.verified and self.number):
            return ""
        return f"Mẫu số {self.number}, ban hành kèm theo {self.legal_basis}"


@cache
def all_titles() -> tuple[FormTitle, ...]:
    """Every row of every form."""
    return msgspec.json.decode(resources.read_bytes("forms/forms.json"), type=tuple[FormTitle, ...])


def get_form_title(slug: str, on: date) -> FormTitle:
    """The form's row in force on a day; before the first circular, the first; raises NotFound for no such form."""
    rows = sorted((row for row in all_titles() if row.slug == slug), key=lambda row: row.effective_from)
    if not rows:
        raise NotFound("Chưa có biểu mẫu “{slug}” trong danh mục biểu mẫu.", slug=slug)
    return next((row for row in reversed(rows) if row.effective_from <= on), rows[0])
