"""An office's own words for its forms: by unit, sector and procedure, from a file that is checked line by line."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from dossiers.dossier import Dossier
from dossiers.office import Office
from printing.form_titles import get_form_title
from printing.texts import FormTexts, sentences_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """What one entry of the file changes, and where: an empty condition holds everywhere, None changes nothing.

    `parent_body` and `body` are the two lines of the letterhead's issuer, `place` stands before the date.
    `texts` replace sentences of the form, by their names in resources/forms/texts.toml.
    """

    slug: str
    unit: str = ""
    sector: str = ""
    procedure: str = ""
    effective_from: date = date.min
    title: str | None = None
    number: str | None = None
    legal_basis: str | None = None
    verified: bool | None = None
    parent_body: str | None = None
    body: str | None = None
    place: str | None = None
    footer: str | None = None
    texts: Mapping[str, str] = field(default_factory=dict)

    def holds(self, slug: str, unit: str, on: date, dossier: Dossier | None) -> bool:
        """Whether it speaks of this form, on this day, here, for this dossier's sector and procedure."""
        sector, procedure = (dossier.sector, dossier.procedure_code) if dossier else ("", "")
        return (
            self.slug == slug
            and self.effective_from <= on
            and self.unit in ("", unit)
            and self.sector in ("", sector)
            and self.procedure in ("", procedure)
        )

    @property
    def weight(self) -> tuple[bool, bool, bool, date]:
        """Procedure before sector before unit before everywhere (domain 1.3); of equals the later."""
        return bool(self.procedure), bool(self.sector), bool(self.unit), self.effective_from


@dataclass(frozen=True, slots=True)
class Overrides:
    """All entries of an office's file; with none every form speaks as shipped."""

    entries: tuple[Override, ...] = ()

    def of(self, slug: str, office: Office, on: date, dossier: Dossier | None = None) -> FormTexts:
        """The words of a form on a day, each taken from the nearest entry that has it.

        Raises NotFound for no such form.
        """
        form = get_form_title(slug, on)
        texts = FormTexts(form=form, issuer=office, sentences=sentences_of(form))
        held = [entry for entry in self.entries if entry.holds(slug, office.unit, on, dossier)]
        for entry in sorted(held, key=lambda entry: entry.weight):
            texts = _changed(texts, entry)
        return texts


AS_SHIPPED = Overrides()


def _changed(texts: FormTexts, entry: Override) -> FormTexts:
    head = _given(name=entry.parent_body, reception=entry.body, place=entry.place)
    line = _given(title=entry.title, number=entry.number, legal_basis=entry.legal_basis, verified=entry.verified)
    return replace(
        texts,
        form=replace(texts.form, **line),
        issuer=replace(texts.issuer, **head),
        sentences={**texts.sentences, **entry.texts},
        footer=texts.footer if entry.footer is None else entry.footer,
    )


def _given(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
