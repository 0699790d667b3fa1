"""The province's tests stand on the same provinces and desks as the wire's."""

from tests.sync.conftest import clock, desk, postgres, province, stranger

__all__ = ["clock", "desk", "postgres", "province", "stranger"]
