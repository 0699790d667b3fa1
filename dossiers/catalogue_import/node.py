"""One object of a foreign catalogue file, read field by field: a field of the wrong kind is named, never guessed at."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dossiers.catalogue import at_fault
from dossiers.errors import InvalidInput
from dossiers.names import nfc

_TAG = re.compile(r"(</?[A-Za-z!][^<>]*>)")
_UNSEEN = re.compile(r"<(script|style)\b", re.IGNORECASE)
_WHOLE = re.compile(r"\d{1,9}(?:\.0+)?")
_LONGEST_TEXT = 20_000


@dataclass(frozen=True, slots=True)
class Node:
    """An object of the file with the procedure it belongs to; `remarks` gathers what was understood only in part."""

    fields: Mapping[str, object]
    number: int
    code: str
    remarks: list[str] = field(default_factory=list)
    path: str = ""

    def text(self, key: str) -> str:
        """Plain text in NFC, without HTML; empty where the field is absent or null."""
        value = self.fields.get(key)
        if value is None:
            return ""
        if not isinstance(value, str | int | float):
            raise self.fault(key)
        words = str(value)
        if len(words) > _LONGEST_TEXT:
            raise self.fault(key, "dài quá mức")
        return plain(words)

    def needed(self, key: str) -> str:
        """Text that must be there."""
        words = self.text(key)
        if not words:
            raise self.fault(key, "còn thiếu")
        return words

    def count(self, key: str) -> int | None:
        """A whole number, written as a number or in digits; None where there is none or it is no whole number."""
        words = self.text(key)
        if words.startswith("-"):
            raise self.fault(key, "là số âm")
        return int(words.partition(".")[0]) if _WHOLE.fullmatch(words) else None

    def flag(self, key: str) -> bool | None:
        """True or false; None where nothing is said."""
        value = self.fields.get(key)
        if value is not None and not isinstance(value, bool):
            raise self.fault(key)
        return value

    def day(self, key: str) -> date:
        """A day written YYYY-MM-DD, alone or before a time, that must be there."""
        try:
            return date.fromisoformat(self.needed(key)[:10])
        except ValueError as error:
            raise self.fault(key, "không phải ngày YYYY-MM-DD") from error

    def node(self, key: str) -> "Node":
        """The object in a field; an empty one where the field is absent or null."""
        return self._below(key, key, self.fields.get(key) or {})

    def nodes(self, key: str) -> tuple["Node", ...]:
        """The objects of a list; none where the field is absent or null."""
        return tuple(self._below(key, f"{key}[{place}]", each) for place, each in enumerate(self._list(key)))

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of a list, without empty ones."""
        named = {str(place): each for place, each in enumerate(self._list(key))}
        below = Node(named, self.number, self.code, self.remarks, f"{self.path}{key}.")
        return tuple(filter(None, map(below.text, named)))

    def remark(self, sentence: str) -> None:
        """Say what of this procedure was understood only in part."""
        said = f"Thủ tục {self.code}: {sentence}"
        if said not in self.remarks[-20:]:
            self.remarks.append(said)

    def fault(self, key: str, what: str = "sai kiểu") -> InvalidInput:
        """The refusal that names this procedure and the field."""
        return at_fault(self.number, self.code, f"mục “{self.path}{key}” {what}")

    def _list(self, key: str) -> list[object]:
        value = self.fields.get(key)
        if value is not None and not isinstance(value, list):
            raise self.fault(key)
        return value or []

    def _below(self, key: str, name: str, value: object) -> "Node":
        if not isinstance(value, dict):
            raise self.fault(key)
        return Node(value, self.number, self.code, self.remarks, f"{self.path}{name}.")


def plain(text: str) -> str:
    """Text as a person reads it: entities resolved, HTML tags, scripts and styles left out, one line in NFC."""
    kept, unseen = [], ""
    for part in _TAG.split(html.unescape(text)):
        tag = part.lower()
        if unseen:
            unseen = "" if tag.startswith(f"</{unseen}") else unseen
        elif opened := _UNSEEN.match(part):
            unseen = opened[1].lower()
        else:
            kept.append(" " if _TAG.fullmatch(part) else part)
    return nfc("".join(kept))
