"""Parse the text of a citizen card's QR, or say why it is none; reads standard input when no text is given."""

import argparse
import json
import os
import sys

from dossiers.citizen_card import Card, parse_card
from dossiers.clock import say_date


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `motcua card`."""
    parser.add_argument("text", nargs="?", help="the QR's text; standard input when absent")
    parser.add_argument("--json", action="store_true", help="answer as one JSON object")


def run(options: argparse.Namespace) -> int:
    """Print the card's fields and its warnings."""
    # Bytes that are no UTF-8 come as surrogates in an argument; as U+FFFD they can be judged and printed.
    data = sys.stdin.buffer.read() if options.text is None else os.fsencode(options.text)
    card = parse_card(data.decode("utf-8", "replace"))
    fields = as_fields(card)
    if options.json:
        print(json.dumps({**fields, "warnings": list(card.warnings)}, ensure_ascii=False))
        return 0
    for name, value in fields.items():
        print(f"{name}: {value}")
    for warning in card.warnings:
        print(f"Lưu ý: {warning}")
    return 0


def as_fields(card: Card) -> dict[str, str]:
    """The fields as plain text."""
    return {
        "generation": card.generation, "id_number": card.id_number, "old_number": card.old_number, "name": card.name,
        "birth_date": say_date(card.birth_date), "sex": card.sex.value, "address": card.address,
        "issued_on": say_date(card.issued_on),
    }  # fmt: skip
