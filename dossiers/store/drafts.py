"""Drafts: what stands half-typed on the screen, kept through a power cut."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from dossiers.clock import from_ms, to_ms
from dossiers.store import schema
from dossiers.store.database import Database

draft = schema.draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A form not yet sent; `id` is the identity of the dossier it becomes, `body` is plain JSON."""

    id: UUID
    kind: str
    saved_at: datetime
    body: dict[str, Any]


class Drafts:
    """Kept drafts; receiving a dossier drops its draft in the same transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, kept: Draft) -> None:
        """Keep a draft, over its earlier self; one whose dossier was received already is not kept again."""
        row = {
            "id": kept.id.bytes, "kind": kept.kind, "saved_at": to_ms(kept.saved_at),
            "body": msgspec.json.encode(kept.body),
        }  # fmt: skip
        with self._database.begin() as connection:
            done = select(schema.dossier.c.id).where(schema.dossier.c.uid == kept.id.bytes)
            if connection.execute(done).first() is None:
                connection.execute(insert(draft).values(row).on_conflict_do_update(set_=row))

    def all(self) -> tuple[Draft, ...]:
        """Every draft, the latest first."""
        with self._database.begin() as connection:
            rows = connection.execute(select(draft).order_by(draft.c.saved_at.desc())).all()
        return tuple(
            Draft(
                id=UUID(bytes=row.id), kind=row.kind, saved_at=from_ms(row.saved_at), body=msgspec.json.decode(row.body)
            )
            for row in rows
        )

    def drop(self, draft_id: UUID) -> None:
        """Forget a draft."""
        with self._database.begin() as connection:
            connection.execute(draft.delete().where(draft.c.id == draft_id.bytes))
