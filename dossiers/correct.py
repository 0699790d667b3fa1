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
from dossiers.rivals import Change, Weighing

PERSON_FIELDS = ("name", "id_number", "id_kind", "birth_date", "sex", "address", "phone", "email")
FIELDS = frozenset({
    *(f"{who}.{field}" for who in ("owner", "filer", "delegate") for field in PERSON_FIELDS),
    "summary", "return_place", "note",
})  # fmt: skip
"""What may be corrected. The procedure, the code and every instant may not: void, and receive anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """The body of op `corrected`; `binding` is the province's own word, which no later one unaware of it overrules."""

    changes: tuple[Change, ...]
    binding: bool = False


def correct(act: Act, dossier_id: UUID, wanted: Mapping[str, str]) -> Dossier:
    """Write fields anew, by name (FIELDS); raises InvalidInput for an unknown or impossible one, or no change."""
    require_clerk(act.clerk)
    dossier = act.dossier(dossier_id)
    require_move("corrected", dossier)
    if unknown := next((name for name in wanted if name not in FIELDS), None):
        raise InvalidInput("Trường này không sửa được.", field=unknown)
    after = _tidy(_changed(dossier, {name: nfc(value) for name, value in wanted.items()}), wanted)
    changes = tuple(
        Change(field=name, before=read_field(dossier, name), after=read_field(after, name))
        for name in sorted(wanted)
        if read_field(dossier, name) != read_field(after, name)
    )
    if not changes:
        raise InvalidInput("Không có gì thay đổi.", field=next(iter(wanted), "owner"))
    return act.append("corrected", dossier_id, Corrected(changes=changes))


def correct_owner(act: Act, dossier_id: UUID, after: Person) -> Dossier:
    """Write the owner's details anew; raises InvalidInput when nothing changed."""
    return correct(act, dossier_id, {f"owner.{name}": _text(getattr(after, name)) for name in PERSON_FIELDS})


def fold(before: Dossier | None, op: Op, body: Corrected) -> Dossier:
    """Each change is weighed against what the field shows by now (rivals.py); no value written is ever lost."""
    dossier = fresh(before)
    require_move(op.kind, dossier)
    weighing = Weighing(dossier, op, binding=body.binding)
    for change in body.changes:
        _require_fit(change)
        weighing.weigh(change, weighing.shown.get(change.field, read_field(dossier, change.field)))
    after = _changed(dossier, weighing.shown)
    for name, value in weighing.shown.items():
        if read_field(after, name) != value:
            weighing.drop(name, value)
    return weighing.onto(after)


def _require_fit(change: Change) -> None:
    """Refuse what may not be corrected, or not to this, also where it would not stand."""
    if change.field not in FIELDS:
        raise KnownError("Việc sửa nhắc tới một trường không sửa được. Dòng gốc được giữ nguyên.")
    _, _, field = change.field.partition(".")
    _value(change.field, field, change.after)


def _changed(dossier: Dossier, values: Mapping[str, str]) -> Dossier:
    """The dossier with these fields written anew; a person who was not there comes about by a name."""
    people: dict[str, dict[str, Any]] = {}
    plain: dict[str, Any] = {}
    for name, value in values.items():
        who, _, field = name.partition(".")
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


def read_field(dossier: Dossier, name: str) -> str:
    """A field of FIELDS as text; empty where there is nothing."""
    who, _, field = name.partition(".")
    value = getattr(dossier, who)
    return _text(getattr(value, field) if field and value is not None else value if not field else "")


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value or "")
