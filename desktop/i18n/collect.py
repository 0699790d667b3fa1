"""Gather the words of the window into its Linguist file: `python -m desktop.i18n.collect`.

Words are whatever stands in `t("…")` or `mark("…")` in desktop/, and the sentences of the world's faults anywhere.
Translations already in the file are kept; words that are gone are dropped. `pyside6-lrelease` compiles the file.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import resources
from desktop.i18n import CONTEXT

ROOT = Path(__file__).parents[2]
WORDS = {"t", "mark"}
FAULTS = {"KnownError", "InvalidInput", "Impossible", "NotFound", "PrinterTrouble", "PaperRefused"}
FAULT_ROOMS = ("dossiers", "printing", "sync", "desktop")


def collect() -> list[str]:
    """Every word to translate, in alphabetical order."""
    found: set[str] = set()
    for room in FAULT_ROOMS:
        for file in (ROOT / room).rglob("*.py"):
            if "province" not in file.parts:
                found |= set(words_of(ast.parse(file.read_text(encoding="utf-8"))))
    return sorted(found)


def words_of(tree: ast.AST) -> Iterator[str]:
    """The words in one module."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(text)), *_]) if name in WORDS | FAULTS:
                yield text
            case ast.Call(
                func=ast.Attribute(value=ast.Call(func=ast.Name(id="super")), attr="__init__"),
                args=[ast.Constant(value=str(text)), *_],
            ) if " " in text:
                yield text
            case ast.AnnAssign(target=ast.Name(id="WORDS"), value=ast.Dict(values=values)):
                yield from (str(value.value) for value in values if isinstance(value, ast.Constant))
            case ast.ClassDef(body=body) if any("sentence" in ast.dump(line) for line in body):
                yield from sentences_of(body)


def sentences_of(body: list[ast.stmt]) -> Iterator[str]:
    """A fault class that carries its sentence as a class attribute."""
    for line in body:
        match line:
            case ast.Assign(targets=[ast.Name(id="sentence")], value=ast.Constant(value=str(text))) if text:
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
