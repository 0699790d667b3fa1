"""Two values in one field: each question as a sentence, with the values that may stand."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.dossier_asks import Opened
from desktop.i18n import t
from desktop.screens.dossier.words import field_words
from dossiers.clock import say_date

if TYPE_CHECKING:
    from desktop.dossier_asks import Question


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question in words; `choices` are a button's words and the value it lets stand."""

    words: str
    choices: tuple[tuple[str, str], ...]


def describe_questions(opened: Opened) -> tuple[QuestionRow, ...]:
    """What a person must decide about this dossier."""
    return tuple(_row(question) for question in opened.questions)


def _row(question: "Question") -> QuestionRow:
    values = " / ".join(_say(question.field, value) for value in question.choices)
    words = t("{field} khác với máy chủ: {values}", field=field_words(question.field), values=values)
    return QuestionRow(words, tuple((_choice(question, value), value) for value in question.choices))


def _choice(question: "Question", value: str) -> str:
    if value == question.mine:
        return t("Giữ của tôi")
    if value == question.theirs:
        return t("Lấy của máy chủ")
    by = next(rival.by for rival in question.rivals if rival.value == value)
    return t("Lấy của {who}: {value}", who=by, value=_say(question.field, value))


def _say(field: str, value: str) -> str:
    if field.endswith("birth_date") and value:
        return say_date(date.fromisoformat(value))
    return value or t("để trống")
