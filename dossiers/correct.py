"""Correct what was written down wrongly: each field's old and new value are kept."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from dossiers.acting import Act, fresh, require_clerk, require_move
from dossiers.dossier import Dossier
from dossiers.errors import InvalidInput, KnownError
from dossiers.journal import Op
from dossiers.names import nfc
from dossiers.people import IdKind, Person, Sex
from dossiers.receive import tidy_person

PERSON_FIELDS = ("name", "id_number", "id_kind", "birth_date", "sex", "address", "phone", "email")
FIELDS = frozenset({
    *(f"{who}.{field}" for who in ("owner", "filer", "delegate") for field in PERSON_FIELDS),
    "summary", "return_place", "note",
})  # fmt: skip
"""What may be corrected. The procedure, the code and every instant may not: void, and receive anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field before and after, as text; empty where there was or is nothing."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """The body of op `corrected`."""

    changes: tuple[Change, ...]


def correct(act: Act, dossier_id: UUID, wanted: Mapping[str, str]) -> Dossier:
    """Write fields anew, by name (FIELDS); raises InvalidInput for an unknown or impossible one, or no change."""
    require_clerk(act.clerk)
    dossier = act.dossier(dossier_id)
    require_move("corrected", dossier)
    if unknown := next((name for name in wanted if name not in FIELDS), None):
        raise InvalidInput("Trường này không sửa được.", field=unknown)
    after = _tidy(_changed(dossier, {name: nfc(value) for name, value in wanted.items()}), wanted)
    changes = tuple(
        Change(field=name, before=_read(dossier, name), after=_read(after, name))
        for name in sorted(wanted)
        if _read(dossier, name) != _read(after, name)
    )
    if not changes:
        raise InvalidInput("Không có gì thay đổi.", field=next(iter(wanted), "owner"))
    return act.append("corrected", dossier_id, Corrected(changes=changes))


def correct_owner(act: Act, dossier_id: UUID, after: Person) -> Dossier:
    """Write the owner's details anew; raises InvalidInput when nothing changed."""
    return correct(act, dossier_id, {f"owner.{name}": _text(getattr(after, name)) for name in PERSON_FIELDS})


def fold(before: Dossier | None, op: Op, body: Corrected) -> Dossier:
    """The later correction stands; what it replaced stays in the journal."""
    dossier = fresh(before)
    require_move(op.kind, dossier)
    return _changed(dossier, {change.field: change.after for change in body.changes})


def _changed(dossier: Dossier, values: Mapping[str, str]) -> Dossier:
    """The dossier with these fields written anew; a person who was not there comes about by a name."""
    people: dict[str, dict[str, Any]] = {}
    plain: dict[str, Any] = {}
    for name, value in values.items():
        who, _, field = name.partition(".")
        if name not in FIELDS:
            raise KnownError("Việc sửa nhắc tới một trường không sửa được. Dòng gốc được giữ nguyên.")
        if field:
            people.setdefault(who, {})[field] = _value(name, field, value)
        else:
            plain[who] = value
    for who, fields in people.items():
        person: Person | None = getattr(dossier, who)
        changed = replace(person or Person(name=""), **fields)
        if who == "owner" and not changed.name:
            raise InvalidInput("Chưa có họ và tên.", field="owner.name")
        plain[who] = changed if changed.name else None
    return replace(dossier, **plain)


def _tidy(dossier: Dossier, wanted: Mapping[str, str]) -> Dossier:
    touched = {name.partition(".")[0] for name in wanted if "." in name}
    people: dict[str, Any] = {who: tidy_person(person, who) for who in touched if (person := getattr(dossier, who))}
    return replace(dossier, **people)


def _value(name: str, field: str, text: str) -> Any:
    try:
        match field:
            case "birth_date":
                return date.fromisoformat(text) if text else None
            case "sex":
                return Sex(text) if text else None
            case "id_kind":
                return IdKind(text) if text else IdKind.CITIZEN
            case _:
                return text
    except ValueError as error:
        raise InvalidInput("Giá trị mới không đúng dạng.", field=name) from error


def _read(dossier: Dossier, name: str) -> str:
    who, _, field = name.partition(".")
    value = getattr(dossier, who)
    return _text(getattr(value, field) if field and value is not None else value if not field else "")


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value or "")
