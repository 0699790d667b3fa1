"""Reading an office's file of form texts (TOML); whatever is wrong is refused with its line.

[[form]]
slug = "receipt"                 # which form; all else is optional
unit = "H26.19.103"              # where it holds: unit, sector, procedure
sector = "Hộ tịch"
procedure = "1.001193"
effective_from = 2026-01-01
title = "…"
number = "01"                    # the number line is printed once verified = true
legal_basis = "…"
verified = true
parent_body = "…"                # the letterhead: two lines and the place
body = "…"
place = "…"
footer = "…"
texts.bring = "…"                # sentences by their names in resources/forms/texts.toml
"""

import re
import string
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from dossiers.errors import InvalidInput
from printing.form_titles import FormTitle, all_titles
from printing.overrides import Override, Overrides
from printing.texts import sentences_of

MOST_BYTES = 64 * 1024
"""Every text of every form takes a fifth of that."""

KINDS: dict[str, type] = {field.name: str for field in fields(Override)} | {
    "effective_from": date, "verified": bool, "texts": dict,
}  # fmt: skip
"""The keys of an entry and what each must be."""

WRONG_KIND = {
    str: "Dòng {line}: mục “{key}” phải là chữ trong ngoặc kép. Mẫu đang dùng vẫn giữ nguyên.",
    date: "Dòng {line}: mục “{key}” phải là ngày dạng 2026-01-31. Mẫu đang dùng vẫn giữ nguyên.",
    bool: "Dòng {line}: mục “{key}” phải là true hoặc false. Mẫu đang dùng vẫn giữ nguyên.",
    dict: "Dòng {line}: mục “{key}” phải là bảng các câu. Mẫu đang dùng vẫn giữ nguyên.",
}

NONE = "–"

Path = tuple[str | int, ...]
"""The way to a value of the file: key by key."""


@dataclass(frozen=True, slots=True)
class _Fault:
    """Something the file must not say, and where in the file it says so."""

    template: str
    path: Path
    facts: Mapping[str, str]


def read_overrides(data: bytes) -> Overrides:
    """The entries of a file; InvalidInput with the facts `line` (from 1) and `key` for the first thing wrong in it."""
    if len(data) > MOST_BYTES:
        raise InvalidInput("Tệp lớn quá {most} KB nên không phải tệp mẫu in. Mẫu đang dùng vẫn giữ nguyên.",
                           most=MOST_BYTES // 1024)  # fmt: skip
    text = _decoded(data)
    content = _parsed(text)
    fault = next(_faults(content), None)
    if fault is not None:
        raise InvalidInput(fault.template, line=_line_of(fault.path, text), **fault.facts)
    return Overrides(tuple(Override(**entry) for entry in content.get("form", [])))


def _decoded(data: bytes) -> str:
    try:
        return unicodedata.normalize("NFC", data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InvalidInput("Dòng {line}: tệp không lưu dạng UTF-8. Mẫu đang dùng vẫn giữ nguyên.", line=line) from error


def _parsed(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        said = re.search(r"at line (\d+)", str(error))
        line = int(said[1]) if said else text.rstrip().count("\n") + 1
        raise InvalidInput("Dòng {line}: viết chưa đúng cách của tệp TOML. Mẫu đang dùng vẫn giữ nguyên.",
                           line=line) from error  # fmt: skip


def _line_of(path: Path, text: str) -> int:
    """Where the statement begins that brings a value into the file: read it line by line until the value is there."""
    lines = text.split("\n")
    begun = 0
    for number in range(1, len(lines) + 1):
        try:
            content = tomllib.loads("\n".join(lines[:number]))
        except tomllib.TOMLDecodeError:  # in the middle of a text of several lines
            continue
        if _reaches(path, content):
            break
        begun = number
    return begun + 1


def _reaches(path: Path, value: Any) -> bool:
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return False
    return True


def _faults(content: dict[str, Any]) -> Iterator[_Fault]:
    """Everything wrong, the first first; what follows it is not looked at."""
    for key, value in content.items():
        if key != "form" or not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            yield _fault("Dòng {line}: “{key}” không phải mục của tệp mẫu in. Mỗi mục bắt đầu bằng [[form]]. Mẫu đang"
                         " dùng vẫn giữ nguyên.", (key,), key=key)  # fmt: skip
    seen: set[tuple[Any, ...]] = set()
    for index, entry in enumerate(content.get("form", [])):
        yield from _entry_faults(entry, ("form", index))
        where = tuple(entry.get(key) for key in ("slug", "unit", "sector", "procedure", "effective_from"))
        if where in seen:
            yield _fault("Dòng {line}: mục này lặp lại một mục ở trên cho cùng biểu mẫu và cùng nơi áp dụng."
                         " Mẫu đang dùng vẫn giữ nguyên.", ("form", index), key="form")  # fmt: skip
        seen.add(where)


def _entry_faults(entry: dict[str, Any], at: Path) -> Iterator[_Fault]:
    for key, value in entry.items():
        if key not in KINDS:
            yield _fault("Dòng {line}: không có mục “{key}”. Các mục dùng được: {known}. Mẫu đang dùng vẫn giữ nguyên.",
                         (*at, key), key=key, known=", ".join(KINDS))  # fmt: skip
        elif type(value) is not KINDS[key]:
            yield _fault(WRONG_KIND[KINDS[key]], (*at, key), key=key)
    slug = entry.get("slug", "")
    forms = [form for form in all_titles() if form.slug == slug]
    if not forms:
        known = ", ".join(dict.fromkeys(form.slug for form in all_titles()))
        yield _fault("Dòng {line}: không có biểu mẫu “{key}”. Các biểu mẫu: {known}. Mẫu đang dùng vẫn giữ nguyên.",
                     (*at, "slug") if slug else at, key=slug, known=known)  # fmt: skip
    if not entry.get("title", "…").strip():
        yield _fault("Dòng {line}: tên biểu mẫu ở mục “{key}” không được để trống. Mẫu đang dùng vẫn giữ nguyên.",
                     (*at, "title"), key="title")  # fmt: skip
    for name, sentence in entry.get("texts", {}).items():
        yield from _sentence_faults(name, sentence, forms, (*at, "texts", name))


def _sentence_faults(name: str, sentence: object, forms: Sequence[FormTitle], at: Path) -> Iterator[_Fault]:
    """A sentence must be one the form has, and ask only for facts that the form gives it."""
    shipped = [sentences_of(form) for form in forms]
    if not any(name in sentences for sentences in shipped):
        known = ", ".join(dict.fromkeys(known for sentences in shipped for known in sentences))
        yield _fault("Dòng {line}: biểu mẫu này không có câu “{key}”. Các câu của biểu mẫu: {known}."
                     " Mẫu đang dùng vẫn giữ nguyên.", at, key=name, known=known or NONE)  # fmt: skip
    elif not isinstance(sentence, str):
        yield _fault(WRONG_KIND[str], at, key=name)
    else:
        known_places = {place for sentences in shipped for place in _places(sentences.get(name, "")) or ()}
        places = _places(sentence)
        if places is None or not places <= known_places:
            known = ", ".join(f"{{{place}}}" for place in sorted(known_places)) or NONE
            yield _fault("Dòng {line}: câu “{key}” có chỗ điền lạ hoặc thiếu ngoặc. Chỗ điền dùng được: {known}."
                         " Mẫu đang dùng vẫn giữ nguyên.", at, key=name, known=known)  # fmt: skip


def _places(sentence: str) -> set[str] | None:
    """The names in braces; None where braces do not pair, or ask for more than a name."""
    try:
        parsed = [found for found in string.Formatter().parse(sentence) if found[1] is not None]
    except ValueError:
        return None
    return (
        None
        if any(spec or conversion for _, _, spec, conversion in parsed)
        else {str(name) for _, name, _, _ in parsed}
    )


def _fault(template: str, path: Path, **facts: str) -> _Fault:
    return _Fault(template, path, facts)
