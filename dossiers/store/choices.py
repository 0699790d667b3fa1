"""What the register can be narrowed to: the procedures that were used, and the people who took in or hold dossiers."""

from dataclasses import dataclass

from sqlalchemy import func, select

from dossiers.names import fold, sort_key
from dossiers.store import schema
from dossiers.store.database import Database

dossier = schema.dossier

NAME_OF_EACH = select(dossier.c.procedure_code, func.max(dossier.c.procedure_name)).group_by(dossier.c.procedure_code)
HOLDERS = select(dossier.c.holder).where(dossier.c.finished_at.is_(None)).distinct()
CLERKS = select(dossier.c.clerk).distinct()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Procedures as (code, name), whoever has unfinished work in hand, and whoever took a dossier in; by name."""

    procedures: tuple[tuple[str, str], ...]
    holders: tuple[str, ...]
    clerks: tuple[str, ...]


def read_choices(database: Database) -> Choices:
    """Everything that occurs in the register now."""
    with database.begin() as connection:
        procedures = [(str(code), str(name)) for code, name in connection.execute(NAME_OF_EACH)]
        holders = [str(holder) for holder in connection.execute(HOLDERS).scalars() if holder]
        clerks = [str(clerk) for clerk in connection.execute(CLERKS).scalars() if clerk]
    return Choices(
        procedures=tuple(sorted(procedures, key=lambda each: fold(each[1]))),
        holders=tuple(sorted(holders, key=sort_key)), clerks=tuple(sorted(clerks, key=sort_key)),
    )  # fmt: skip
