"""Every check over one home or backup, in an order that says the cause before what follows from it."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from dossiers.inspector.books import books
from dossiers.inspector.copied import Place, copied
from dossiers.inspector.desk_things import drafts, prints, settings
from dossiers.inspector.files import files
from dossiers.inspector.finding import Finding, Part
from dossiers.inspector.journal import anchor, chain, heads
from dossiers.inspector.keys import Key, seats
from dossiers.inspector.manifest import manifest
from dossiers.inspector.pages import log, pages
from dossiers.inspector.receipts import receipts
from dossiers.inspector.states import deeds, states

Check = Callable[[Place], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    lambda place: seats(place.folder, place.key), log, pages, anchor, manifest, chain, receipts, states, deeds, books,
    files, drafts, settings, prints,
)  # fmt: skip


def inspect(folder: Path, key: Key, printed: Sequence[str] = ()) -> tuple[Finding, ...]:
    """What does not hold; empty when all is sound. Not a byte below `folder` changes.

    `printed` are heads as end-of-day sheets show them. A check that cannot go on says so and lets the others speak.
    """
    with copied(folder, key) as place:
        found = [finding for check in CHECKS for finding in _told(check(place))]
        return (*found, *_told(heads(place, printed)))


def _told(findings: Iterator[Finding]) -> list[Finding]:
    told: list[Finding] = []
    try:
        told.extend(findings)
    except sqlcipher.DatabaseError:
        told.append(Finding(Part.DATABASE, "có chỗ không đọc được, hoặc khóa không đúng."))
    except (ValueError, KeyError, TypeError):
        told.append(Finding(Part.DATABASE, "có chỗ đọc được nhưng không đúng dạng."))
    return list(dict.fromkeys(told))
