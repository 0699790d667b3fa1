"""The parts that screens are made of; each looks right in both schemes and speaks its own name.

A part is loaded when it is first asked for, so that the sign-in pays only for its own.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from desktop.widgets.banner import Banner
    from desktop.widgets.buttons import KeyHintButton, LinkButton, PrimaryButton, command_button, offer
    from desktop.widgets.card import Card, line
    from desktop.widgets.chips import Chip, StatusChip, tone_of
    from desktop.widgets.count import Count
    from desktop.widgets.field import Field
    from desktop.widgets.labels import Elided, caption, muted, page_title, strong, text
    from desktop.widgets.lines import DateLine, Line, parse_date, typed_into
    from desktop.widgets.masked_id import MaskedId
    from desktop.widgets.page import Page
    from desktop.widgets.table import ChipDelegate, Table
    from desktop.widgets.toast import Toast

_HOMES: Final = {
    "Banner": "banner",
    "KeyHintButton": "buttons",
    "LinkButton": "buttons",
    "PrimaryButton": "buttons",
    "command_button": "buttons",
    "offer": "buttons",
    "Card": "card",
    "line": "card",
    "Chip": "chips",
    "StatusChip": "chips",
    "tone_of": "chips",
    "Count": "count",
    "Field": "field",
    "Elided": "labels",
    "caption": "labels",
    "muted": "labels",
    "page_title": "labels",
    "strong": "labels",
    "text": "labels",
    "DateLine": "lines",
    "Line": "lines",
    "parse_date": "lines",
    "typed_into": "lines",
    "MaskedId": "masked_id",
    "Page": "page",
    "ChipDelegate": "table",
    "Table": "table",
    "Toast": "toast",
}

__all__ = [
    "Banner",
    "Card",
    "Chip",
    "ChipDelegate",
    "Count",
    "DateLine",
    "Elided",
    "Field",
    "KeyHintButton",
    "Line",
    "LinkButton",
    "MaskedId",
    "Page",
    "PrimaryButton",
    "StatusChip",
    "Table",
    "Toast",
    "caption",
    "command_button",
    "line",
    "muted",
    "offer",
    "page_title",
    "parse_date",
    "strong",
    "text",
    "tone_of",
    "typed_into",
]


def __getattr__(name: str) -> Any:
    """Load the module of a part (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
