"""The parts that screens are made of; each looks right in both schemes and speaks its own name."""

from desktop.widgets.banner import Banner
from desktop.widgets.buttons import KeyHintButton, LinkButton, PrimaryButton, command_button
from desktop.widgets.card import Card, line
from desktop.widgets.chips import Chip, StatusChip, tone_of
from desktop.widgets.count import Count
from desktop.widgets.field import Field
from desktop.widgets.labels import caption, muted, page_title, strong, text
from desktop.widgets.lines import DateLine, Line, parse_date, typed_into
from desktop.widgets.masked_id import MaskedId
from desktop.widgets.page import Page
from desktop.widgets.table import ChipDelegate, Table
from desktop.widgets.toast import Toast

__all__ = [
    "Banner",
    "Card",
    "Chip",
    "ChipDelegate",
    "Count",
    "DateLine",
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
    "page_title",
    "parse_date",
    "strong",
    "text",
    "tone_of",
    "typed_into",
]
