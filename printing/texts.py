"""What a form says besides its facts: title, letterhead, sentences and footer, all from data."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import resources
from dossiers.office import Office
from printing.form_titles import FormTitle
from printing.typography import DOTS


@dataclass(frozen=True, slots=True, kw_only=True)
class FormTexts:
    """The words of one form for one office on one day; `issuer` is the office as this form's letterhead names it."""

    form: FormTitle
    issuer: Office
    sentences: Mapping[str, str]
    footer: str = ""

    def say(self, name: str, **facts: str) -> str:
        """A sentence with its facts filled in, dots for those nobody gave; the sentence itself may be empty."""
        return self.sentences[name].format(**{key: value or DOTS for key, value in facts.items()})


@cache
def all_sentences() -> Mapping[str, Mapping[str, str]]:
    """Every form's sentences as shipped, by the name of their table."""
    return tomllib.loads(resources.read_text("forms/texts.toml"))


def sentences_of(form: FormTitle) -> Mapping[str, str]:
    """The sentences a form speaks under its legal basis; none where it has only facts."""
    return all_sentences().get(form.wording or form.slug, {})
