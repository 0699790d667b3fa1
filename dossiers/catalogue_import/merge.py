"""Lay an import over the catalogue in force: changed procedures get a version of their own, and none is ever lost."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from dossiers.catalogue import Catalogue, in_force
from dossiers.catalogue_diff import differences
from dossiers.catalogue_import.read import Imported
from dossiers.catalogue_import.settle import settle
from dossiers.procedure import Procedure

Versions = tuple[Procedure, ...]
"""All versions of one procedure."""


def merge(current: Catalogue, imported: Imported, effective_from: date) -> Catalogue:
    """The catalogue in which the import holds from a day on, under the next edition's number.

    Every old version stays, closed, for the dossiers received under it. What the import does not mention stays as it
    is; merging the same file again changes nothing and returns `current` itself.
    """
    versions = {code: current.versions(code) for code in current.codes}
    for code, laws in _by_code(imported.procedures).items():
        dated = laws if imported.dated else tuple(_dated(each, effective_from) for each in laws)
        known = versions.get(code)
        versions[code] = _lay_all(known, dated, effective_from, settling=not imported.dated) if known else dated
    if all(each == current.versions(code) for code, each in versions.items()):
        return current
    return Catalogue(tuple(each for of_one in versions.values() for each in of_one), current.version + 1)


def _by_code(procedures: Iterable[Procedure]) -> dict[str, Versions]:
    grouped: dict[str, list[Procedure]] = {}
    for each in procedures:
        grouped.setdefault(each.code, []).append(each)
    return {code: tuple(each) for code, each in grouped.items()}


def _dated(law: Procedure, day: date) -> Procedure:
    """A foreign record does not say since when it holds, or since when it no longer does: the clerk's day does."""
    if law.effective_to is None:
        return replace(law, effective_from=day)
    return replace(law, effective_from=min(law.effective_from, day), effective_to=day)


def _lay_all(known: Versions, laws: Versions, day: date, *, settling: bool) -> Versions:
    in_order = sorted(laws, key=lambda each: (each.effective_from, each.version))
    for law in in_order:
        if law.effective_to is None or law.effective_to > day:
            known = _lay(known, law, max(law.effective_from, day), settling=settling)
    return known if in_order[-1].effective_to is None else _end(known, in_order[-1])


def _lay(known: Versions, law: Procedure, start: date, *, settling: bool) -> Versions:
    """The versions with `law` in force on `start`; nothing but provenance moves where it is already the law."""
    held = next((each for each in known if in_force(each, start)), None)
    law = settle(held, law) if held and settling else law
    if held and not differences(held, law):
        return tuple(_refreshed(held, law) if each is held else each for each in known)
    later = [each.effective_from for each in known if each.effective_from > start]
    ends = [*later, *((law.effective_to,) if law.effective_to else ())]
    taken = {each.version for each in known}
    number = max(taken) + 1 if settling or law.version in taken else law.version
    fresh = replace(law, version=number, effective_from=start, effective_to=min(ends, default=None))
    closed = (replace(each, effective_to=start) if each is held else each for each in known)
    return (*closed, fresh)


def _refreshed(held: Procedure, law: Procedure) -> Procedure:
    """The same law with the later of two checks against its source."""
    if held.checked_on and law.checked_on and held.checked_on > law.checked_on:
        return held
    return replace(
        law, version=held.version, effective_from=held.effective_from, effective_to=held.effective_to,
        replaced_by=held.replaced_by,
    )  # fmt: skip


def _end(known: Versions, law: Procedure) -> Versions:
    """No version holds beyond the day `law` ends; the last ones say what replaced them and by which source."""
    end = law.effective_to
    if end is None:
        return known
    return tuple(
        each if each.effective_to is not None and each.effective_to < end else replace(
            each, effective_to=max(each.effective_from, end), replaced_by=law.replaced_by or each.replaced_by,
            source=each.source if law.source in each.source else f"{each.source}; {law.source}",
        )
        for each in known
    )  # fmt: skip
