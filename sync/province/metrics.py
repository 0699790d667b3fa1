"""The province's figures for Prometheus: what each worker did, and how everything stands in the database."""

from collections.abc import Iterator
from datetime import datetime, time

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from sqlalchemy import Connection, func, select

from dossiers.clock import VIETNAM, Clock, from_ms, local_date, to_ms
from sync.province import quarantine
from sync.province.database import Database
from sync.province.schema import blob, device, journal

BUCKETS_S = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
STATES = ("applied", "recorded", "held", "repeat")


class Metrics:
    """One worker's registry; with several workers Prometheus asks each at its own port."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Measure this process, and the database it shares with the others."""
        self._registry = CollectorRegistry()
        self._requests = Histogram(
            "motcua_request_seconds", "Time from the first byte of a request to the last of its answer.",
            ("route", "status"), buckets=BUCKETS_S, registry=self._registry,
        )  # fmt: skip
        self._bytes = Counter(
            "motcua_received_bytes", "Bytes of request bodies, by route.", ("route",), registry=self._registry
        )
        self._registry.register(_Standing(database, clock))

    def answered(self, route: str, status: int, took_s: float, received_bytes: int) -> None:
        """Count one request."""
        self._requests.labels(route, str(status)).observe(took_s)
        self._bytes.labels(route).inc(received_bytes)

    def render(self) -> bytes:
        """Everything in Prometheus' text format 0.0.4."""
        return generate_latest(self._registry)


class _Standing(Collector):
    """How the database stands at the instant it is asked; every worker says the same."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def describe(self) -> list[GaugeMetricFamily]:
        """Nothing: registering must not ask the database."""
        return []

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The gauges, all from one view of the database."""
        now = self._clock()
        with self._database.reading() as connection:
            yield _ops_today(connection, now)
            yield _lags(connection, now)
            yield from _counts(connection)
            size = self._database.size_bytes(connection)
        yield GaugeMetricFamily("motcua_database_bytes", "Size of the database.", value=size)


def _ops_today(connection: Connection, now: datetime) -> GaugeMetricFamily:
    midnight = datetime.combine(local_date(now), time(), VIETNAM)
    gauge = GaugeMetricFamily("motcua_ops_today", "Lines received since midnight in Vietnam.", labels=["state"])
    query = select(journal.c.state, func.count()).where(
        journal.c.state.in_(STATES), journal.c.taken_at >= to_ms(midnight)
    )
    found = {row[0]: row[1] for row in connection.execute(query.group_by(journal.c.state))}
    for state in STATES:
        gauge.add_metric([state], found.get(state, 0))
    return gauge


def _lags(connection: Connection, now: datetime) -> GaugeMetricFamily:
    gauge = GaugeMetricFamily("motcua_lag_seconds", "Seconds since an office was last heard.", labels=["unit"])
    query = select(device.c.unit, func.max(device.c.heard_at).label("heard_at")).where(device.c.state == "active")
    for row in connection.execute(query.group_by(device.c.unit)):
        gauge.add_metric([row.unit], (now - from_ms(row.heard_at)).total_seconds())
    return gauge


def _counts(connection: Connection) -> Iterator[GaugeMetricFamily]:
    waiting = quarantine.count(connection)
    yield GaugeMetricFamily("motcua_held_lines", "Held lines nobody has looked at.", value=waiting)
    awaited = func.coalesce(func.sum(blob.c.size), 0)
    row = connection.execute(select(func.count(), awaited).where(blob.c.verified_at.is_(None))).one()
    yield GaugeMetricFamily("motcua_scans_awaited", "Scans named by a line and not yet whole.", value=row[0])
    yield GaugeMetricFamily("motcua_scans_awaited_bytes", "Their declared size.", value=int(row[1]))
