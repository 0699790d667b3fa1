"""Local administrators of the province: passwords under Argon2id, sessions by cookie, a lock after wrong tries."""

import os
import secrets
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from sqlalchemy import Connection, delete, insert, select, update

from dossiers.clock import Clock, from_ms, say_time, to_ms
from dossiers.errors import InvalidInput, KnownError
from sync.province import audit
from sync.province.audit import CONSOLE
from sync.province.database import Database
from sync.province.schema import administrator, session, sign_in_try

SHORTEST_PASSWORD = 12
LONGEST_NAME = 64
LONGEST_PASSWORD = 1024
FREE_TRIES = 5
LOCK = timedelta(minutes=15)
SESSION_LIFE = timedelta(hours=8)
FORGET_TRIES = timedelta(days=1)

MEMORY_KIB, PASSES, LANES = 64 * 1024, 3, 4
"""RFC 9106, the second recommended option."""

NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
"""The password of a name nobody has: it takes as long to be wrong."""


class NotSignedIn(KnownError):
    """The name or the password is wrong, or the name is locked for a while."""


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody signed in; `form_token` must come back with every form."""

    name: str
    form_token: str


class Accounts:
    """Who may act on the page; kept in the database, so that every worker knows the same."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Accounts of this database."""
        self._database = database
        self._clock = clock

    def set_password(self, name: str, password: str, by: str = CONSOLE) -> None:
        """Make an administrator, or give one a new password and end the old sessions; raises InvalidInput."""
        name = name.strip()
        if not 0 < len(name) <= LONGEST_NAME or not name.isprintable():
            raise InvalidInput("Tên đăng nhập cần từ 1 đến {most} ký tự.", field="name", most=LONGEST_NAME)
        if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
            raise InvalidInput("Mật khẩu cần ít nhất {least} ký tự.", field="password", least=SHORTEST_PASSWORD)
        row = {"password": _stretch(password), "made_at": to_ms(self._clock())}
        with self._database.writing("") as connection:
            changed = connection.execute(update(administrator).where(administrator.c.name == name).values(row)).rowcount
            if not changed:
                connection.execute(insert(administrator).values(name=name, **row))
            connection.execute(delete(session).where(session.c.name == name))
            connection.execute(delete(sign_in_try).where(sign_in_try.c.name == name))
            audit.record(connection, self._clock(), by, "password_changed" if changed else "administrator_made", name)

    def sign_in(self, name: str, password: str) -> str:
        """A session's cookie; raises NotSignedIn.

        A try is counted before it is judged: many at once gain nothing over one after the other.
        """
        name = name.strip()[:LONGEST_NAME]
        tries = self._count_try(name)
        with self._database.reading() as connection:
            query = select(administrator.c.password).where(administrator.c.name == name)
            stored = connection.execute(query).scalar_one_or_none()
        if not _matches(password[:LONGEST_PASSWORD], stored or NOBODY) or stored is None:
            if tries == FREE_TRIES:
                self._audit_lock(name)
            raise NotSignedIn("Tên hoặc mật khẩu chưa đúng.")
        return self._open(name)

    def find(self, cookie: str) -> Session | None:
        """Whose session this cookie is."""
        with self._database.reading() as connection:
            query = select(session).where(session.c.token == _token(cookie), session.c.expires_at > self._now_ms())
            row = connection.execute(query).one_or_none()
        return Session(row.name, row.form_token) if row else None

    def sign_out(self, cookie: str) -> None:
        """End a session."""
        with self._database.writing("") as connection:
            name = connection.execute(
                delete(session).where(session.c.token == _token(cookie)).returning(session.c.name)
            ).scalar_one_or_none()
            if name is not None:
                audit.record(connection, self._clock(), name, "signed_out", name)

    def exist(self) -> bool:
        """Whether anybody can sign in at all."""
        with self._database.reading() as connection:
            return connection.execute(select(administrator.c.name).limit(1)).one_or_none() is not None

    def _count_try(self, name: str) -> int:
        now_ms = self._now_ms()
        with self._database.writing("") as connection:
            connection.execute(delete(sign_in_try).where(sign_in_try.c.wrong_at < now_ms - _ms(FORGET_TRIES)))
            wrong, wrong_at = _tries(connection, name)
            opens_at = wrong_at + _ms(LOCK)
            if wrong >= FREE_TRIES and now_ms < opens_at:
                raise NotSignedIn("Đã nhập sai nhiều lần. Thử lại lúc {time}.", time=say_time(from_ms(opens_at)))
            wrong = wrong + 1 if wrong < FREE_TRIES else 1
            put = self._database.insert(sign_in_try).values(name=name, wrong=wrong, wrong_at=now_ms)
            same = {"wrong": put.excluded.wrong, "wrong_at": put.excluded.wrong_at}
            connection.execute(put.on_conflict_do_update(index_elements=["name"], set_=same))
        return wrong

    def _audit_lock(self, name: str) -> None:
        with self._database.writing("") as connection:
            audit.record(connection, self._clock(), name, "locked_out", name)

    def _open(self, name: str) -> str:
        cookie = secrets.token_urlsafe(32)
        row = {
            "token": _token(cookie), "name": name, "form_token": secrets.token_urlsafe(24),
            "expires_at": self._now_ms() + _ms(SESSION_LIFE),
        }  # fmt: skip
        with self._database.writing("") as connection:
            connection.execute(delete(sign_in_try).where(sign_in_try.c.name == name))
            connection.execute(delete(session).where(session.c.expires_at <= self._now_ms()))
            connection.execute(insert(session).values(row))
            audit.record(connection, self._clock(), name, "signed_in", name)
        return cookie

    def _now_ms(self) -> int:
        return to_ms(self._clock())


def _tries(connection: Connection, name: str) -> tuple[int, int]:
    row = connection.execute(select(sign_in_try).where(sign_in_try.c.name == name)).one_or_none()
    return (row.wrong, row.wrong_at) if row else (0, 0)


def _ms(span: timedelta) -> int:
    return span // timedelta(milliseconds=1)


def _token(cookie: str) -> bytes:
    return sha256(cookie.encode()).digest()


def _stretch(password: str) -> str:
    stretcher = Argon2id(salt=os.urandom(16), length=32, iterations=PASSES, lanes=LANES, memory_cost=MEMORY_KIB)
    return str(stretcher.derive_phc_encoded(password.encode()))


def _matches(password: str, stored: str) -> bool:
    try:
        Argon2id.verify_phc_encoded(password.encode(), stored)
    except InvalidKey:
        return False
    return True
