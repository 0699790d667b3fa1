"""Gather the words of the window into its Linguist file: `python -m desktop.i18n.collect`.

Words are whatever stands in `t("…")` and in the tables of constants in desktop/, the words of the other rooms' tables
named here, and the sentences of the world's faults anywhere, each sentence by itself (`desktop.i18n.retold`).
Translations already in the file are kept; words that are gone are dropped. `pyside6-lrelease` compiles the file.
"""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import resources
from desktop.i18n import CONTEXT, sentences_in

ROOT = Path(__file__).parents[2]
FAULTS = {"KnownError", "InvalidInput", "Impossible", "NotFound", "PrinterTrouble", "PaperRefused", "Stopped"}
NO_WINDOW = ("desktop/cli.py", "desktop/console", "desktop/demo", "desktop/i18n", "dossiers/open_list.py",
             "sync/province")  # fmt: skip
"""What the window never shows; the console speaks Vietnamese."""

WORDED = ("dossiers/status.py", "dossiers/standing.py", "dossiers/finance.py", "dossiers/delivery.py")
"""Where every Vietnamese literal is a word of the window, and not only the sentences."""

TABLED = (
    "desktop", "dossiers/books.py", "dossiers/move_scans.py", "dossiers/office.py", "dossiers/permissions.py",
    "dossiers/reporting", "dossiers/take_off_scans.py",
)  # fmt: skip
"""Where every Vietnamese literal in a module's tables of constants is a word of the window."""

SAYING = (
    "desktop/bridges/qt_printer.py", "dossiers/store", "dossiers/citizen_card.py", "dossiers/journal.py",
    "dossiers/slip_header.py",
    "printing/overrides_file.py", "printing/printers", "printing/spool.py", "scanning/sentences.py",
    "scanning/signatures/sentences.py", "sync",
)  # fmt: skip
"""Where every literal that ends with a full stop is said in the window."""

NOT_SAID = ("dossiers/store/verify.py", "dossiers/store/inventory.py", "dossiers/store/migrations")
"""Findings of `motcua verify`, put together from pieces."""

OF_CARDS = {"Nam", "Nữ", "Ngày cấp", "Ngày sinh"}
"""The words on a citizen card that are shown by themselves or as a fact of a fault."""

VIETNAMESE = re.compile("[À-ÖØ-öø-ỹ]")
"""A letter that English does not have; the signs × and ÷ stand among them."""


def collect() -> list[str]:
    """Every word to translate, in alphabetical order."""
    found = set(OF_CARDS)
    for room in ("desktop", "dossiers", "printing", "scanning", "sync"):
        for file in (ROOT / room).rglob("*.py"):
            place = file.relative_to(ROOT).as_posix()
            if not place.startswith(NO_WINDOW):
                found |= set(words_of(ast.parse(file.read_text(encoding="utf-8")), place))
    return sorted(found)


def words_of(tree: ast.Module, place: str) -> Iterator[str]:
    """The words in the module at a place, such as `desktop/jobs.py`."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="t"), args=[ast.Constant(value=str(text)), *_]):
                yield text
            case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(text)), *_]) if name in FAULTS:
                yield from sentences_in(text)
    if place.startswith(TABLED):
        yield from (text for table in tables_of(tree) for text in literals_of(table))
    if place.startswith(WORDED):
        yield from literals_of(tree)
    if place.startswith(SAYING) and not place.startswith(NOT_SAID):
        said = (sentence for text in literals_of(tree) for sentence in sentences_in(text))
        yield from (sentence for sentence in said if sentence.endswith("."))


def tables_of(tree: ast.Module) -> Iterator[ast.expr]:
    """The dictionaries and tuples that stand at the level of a module."""
    for line in tree.body:
        match line:
            case ast.Assign(value=value) | ast.AnnAssign(value=value) if isinstance(value, ast.Dict | ast.Tuple):
                yield value


def literals_of(tree: ast.AST) -> Iterator[str]:
    """The Vietnamese texts in a piece of a module, docstrings left out."""
    docstrings = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) if node not in docstrings and VIETNAMESE.search(text):
                yield text


def read_translations(file: Path) -> dict[str, str]:
    """Source → translation, for those that have one."""
    if not file.exists():
        return {}
    messages = ET.parse(file).getroot().iter("message")
    pairs = ((message.findtext("source", ""), message.findtext("translation", "")) for message in messages)
    return {source: translation for source, translation in pairs if translation}


def write_ts(file: Path, words: list[str], known: dict[str, str], language: str) -> None:
    """Write a Linguist file (Qt TS 2.1); words without a translation are marked unfinished."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="vi_VN")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for word in words:
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = word
        translation = ET.SubElement(message, "translation")
        if word in known:
            translation.text = known[word]
        else:
            translation.set("type", "unfinished")
    ET.indent(root, "  ")
    body = ET.tostring(root, encoding="unicode")
    file.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def main() -> int:
    """Renew the English file and compile it."""
    file = resources.path("translations") / "motcua_en.ts"
    words, known = collect(), read_translations(file)
    write_ts(file, words, known, "en")
    compiled = subprocess.run(["pyside6-lrelease", "-silent", str(file), "-qm", str(file.with_suffix(".qm"))])
    missing = [word for word in words if word not in known]
    sys.stdout.write("".join(f"{word}\n" for word in missing))
    return compiled.returncode


if __name__ == "__main__":
    sys.exit(main())
