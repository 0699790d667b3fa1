"""The open dossiers of a person at the counter: by their number, else by name without marks and year of birth."""

from collections.abc import Iterable
from itertools import pairwise

from sqlalchemy import Connection, select

from dossiers import fold
from dossiers.citizen_card import sex_and_year
from dossiers.people import IdKind, Person
from dossiers.status import OPEN
from dossiers.store import schema
from dossiers.store.search import MATCHING, index
from dossiers.store.words import people_of, words_of

dossier, state = schema.dossier, schema.state

MOST = 20
"""More open dossiers of one person than a clerk would read."""

OPEN_STATES = dossier.c.status.in_(sorted(OPEN))


def open_dossiers_of(connection: Connection, id_number: str, name: str, birth_year: int | None) -> list[int]:
    """The keys of a person's open dossiers, the newest first; whoever bears the number, else whoever is like them.

    Like them: the same name but for marks and capitals, and the same year of birth, so that a mistyped number is
    found; nobody is, without a name of two words and a year.
    """
    held = select(schema.number.c.dossier).where(schema.number.c.value == "".join(words_of(id_number)))
    by_number = select(dossier.c.id).where(dossier.c.id.in_(held), OPEN_STATES).order_by(dossier.c.id.desc())
    found = list(connection.execute(by_number.limit(MOST)).scalars()) if id_number else []
    if found or birth_year is None:
        return found
    return [key for key, people in _bearing(connection, name) if _like(people, name, birth_year)][:MOST]


def _bearing(connection: Connection, name: str) -> Iterable[tuple[int, list[Person]]]:
    """Open dossiers in which somebody bears the words of a name in this order."""
    words = words_of(name)
    pairs = [f'"{left}_{right}"' for left, right in pairwise(words)]
    if not pairs:
        return
    query = MATCHING.add_columns(state.c.state).join(dossier, dossier.c.id == index.c.rowid)
    query = query.join(state, state.c.dossier == dossier.c.id).where(OPEN_STATES)
    for key, data in connection.execute(query, {"asked": " AND ".join(pairs), "limit": -1}):
        yield key, list(people_of(fold.decode_state(data)))


def _like(people: Iterable[Person], name: str, birth_year: int) -> bool:
    return any(words_of(each.name) == words_of(name) and _birth_year(each) == birth_year for each in people)


def _birth_year(person: Person) -> int | None:
    """As written down, else as a citizen number says it."""
    if person.birth_date is not None:
        return person.birth_date.year
    whole = person.id_kind is IdKind.CITIZEN and len(person.id_number) == 12 and person.id_number.isdigit()
    return sex_and_year(person.id_number)[1] if whole else None
