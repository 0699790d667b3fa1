"""What was scanned of a person's papers before: found by their number alone, read off the dossiers that name it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from dossiers import fold
from dossiers.clock import local_date
from dossiers.dossier import Dossier, PaperLine, Scan
from dossiers.journal import decode
from dossiers.people import Right
from dossiers.permissions import rights_of
from dossiers.reuse_scan import EarlierPaper, same_component
from dossiers.status import Status
from dossiers.store import schema
from dossiers.store.words import words_of

if TYPE_CHECKING:
    from dossiers.store.desk import Desk

MOST = 100
"""So many of a person's dossiers are looked through, the newest: more is an agent's number, not a citizen's."""

number, state = schema.number, schema.state
DOSSIERS_OF = (
    select(state.c.state)
    .join(number, number.c.dossier == state.c.dossier)
    .where(number.c.value == bindparam("number"))
    .order_by(number.c.dossier.desc())
    .limit(MOST)
)


def earlier_papers(desk: "Desk", id_number: str, papers: Sequence[PaperLine]) -> tuple[tuple[EarlierPaper, ...], ...]:
    """For each component line what was scanned of it for dossiers the same person owns, the newest first.

    Never by name. Nothing is told to whoever may not take a dossier in; what an intake taken back had scanned does
    not count, since its number may have been another's.
    """
    asked = _bare(id_number) if papers and Right.ACT in rights_of(desk.clerk) else ""
    owned = list(_owned(desk, asked)) if asked else []
    seen: set[str] = set()
    found: list[list[EarlierPaper]] = [[] for _ in papers]
    for dossier in reversed(owned):
        for place, line in enumerate(dossier.papers):
            # A paper used again already is told of where it was scanned.
            scans = tuple(
                scan for scan in dossier.scans_in_force
                if scan.paper == place and not scan.result and scan.sha256 not in seen
            )  # fmt: skip
            seen.update(scan.sha256 for scan in scans)
            fitting = [each for each, paper in zip(found, papers, strict=True) if scans and same_component(line, paper)]
            if fitting:
                earlier = _tell(desk, dossier, line, scans)
                for each in fitting:
                    each.insert(0, earlier)
    return tuple(map(tuple, found))


def _owned(desk: "Desk", id_number: str) -> Iterator[Dossier]:
    """The newest first."""
    with desk.database.begin() as connection:
        states = connection.execute(DOSSIERS_OF, {"number": id_number}).scalars().all()
    for dossier in map(fold.decode_state, states):
        if _bare(dossier.owner.id_number) == id_number and dossier.status is not Status.VOIDED:
            yield dossier


def _bare(id_number: str) -> str:
    """A number as it is looked up by: digits and letters only."""
    return "".join(words_of(id_number))


def _tell(desk: "Desk", dossier: Dossier, line: PaperLine, scans: tuple[Scan, ...]) -> EarlierPaper:
    return EarlierPaper(
        dossier_id=dossier.id, code=dossier.code, name=line.name, scanned_on=_scanned_on(desk, dossier, scans[-1]),
        scans=scans, here=all(desk.files.has(scan.sha256) for scan in scans),
    )  # fmt: skip


def _scanned_on(desk: "Desk", dossier: Dossier, scan: Scan) -> date:
    """The day of the deed that first named a file."""
    entries = (*desk.journal.of(dossier.id), *(told.entry for told in desk.foreign.of(dossier.id)))
    naming = (decode(entry.line).at for entry in entries if scan.sha256.encode() in entry.line)
    return local_date(min(naming, default=dossier.received_at))
