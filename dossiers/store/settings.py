"""What this desk is set to: small JSON values under names, the office and its machines among them."""

from typing import Any, TypeVar

import msgspec
from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from dossiers.store import schema
from dossiers.store.database import Database

T = TypeVar("T")

setting = schema.setting


class Settings:
    """Named values, each replaced whole."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, key: str, type_: type[T]) -> T | None:
        """A value as its type; None when it was never set."""
        data = self.get_bytes(key)
        return msgspec.json.decode(data, type=type_) if data is not None else None

    def set(self, key: str, value: Any) -> None:
        """Keep anything msgspec writes as JSON."""
        self.set_bytes(key, msgspec.json.encode(value))

    def get_bytes(self, key: str) -> bytes | None:
        """The exact JSON."""
        with self._database.begin() as connection:
            return connection.execute(select(setting.c.value).where(setting.c.key == key)).scalar()

    def set_bytes(self, key: str, value: bytes) -> None:
        """Keep exact JSON."""
        with self._database.begin() as connection:
            row = {"key": key, "value": value}
            connection.execute(insert(setting).values(row).on_conflict_do_update(set_=row))
