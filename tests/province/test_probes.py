"""The figures, the two probes and the log: enough for whoever runs the server, and nobody's name in them."""

import io
import json
import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from prometheus_client.parser import text_string_to_metric_families

from dossiers.logs import JsonLines
from dossiers.store.desk import Desk
from sync.province import admin, probes
from sync.province.database import Database
from sync.province.metrics import Metrics
from sync.province.probes import Probes
from tests.store.homes import OFFICE, HandClock
from tests.sync.provinces import DEADLINE_S, Province, synchronise, take_in


def figures(province: Province) -> dict[tuple[str, str], float]:
    """Name and first label → value, read by Prometheus' own parser."""
    answer = requests.get(f"{province.url}/metrics", timeout=10)
    assert answer.status_code == 200
    return {
        (sample.name, next(iter(sample.labels.values()), "")): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }


def test_the_figures_follow_the_work(desk: Desk, province: Province, clock: HandClock) -> None:
    taken = take_in(desk, clock, 3)
    assert synchronise(desk, province.url, clock).complete
    lines = province.count("SELECT count(*) FROM journal")
    admin.revoke(province.database, desk.journal.epochs()[-1].device, clock)
    take_in(desk, clock, 1, first=3)
    synchronise(desk, province.url, clock)
    found = figures(province)
    assert found["motcua_ops_today", "applied"] == lines >= len(taken)
    assert found["motcua_ops_today", "held"] == found["motcua_held_lines", ""] > 0
    assert found["motcua_request_seconds_count", "/v1/sync"] >= 2
    assert found["motcua_received_bytes_total", "/v1/sync"] > 500
    assert found["motcua_database_bytes", ""] > 10_000
    clock.forward(days=1)
    assert figures(province)["motcua_ops_today", "applied"] == 0


def test_the_lag_of_an_office_grows_while_it_is_silent(desk: Desk, province: Province, clock: HandClock) -> None:
    synchronise(desk, province.url, clock)
    clock.forward(hours=5)
    assert figures(province)["motcua_lag_seconds", OFFICE.unit] == 5 * 3600


def test_the_figures_are_for_this_machine_or_for_a_token(province: Province) -> None:
    elsewhere = {"X-Forwarded-For": "198.51.100.7"}
    assert requests.get(f"{province.url}/metrics", headers=elsewhere, timeout=10).status_code == 401
    wrong = elsewhere | {"Authorization": "Bearer "}
    assert requests.get(f"{province.url}/metrics", headers=wrong, timeout=10).status_code == 401


def test_ready_says_what_lacks(province: Province, monkeypatch: pytest.MonkeyPatch) -> None:
    assert requests.get(f"{province.url}/ready", timeout=10).json() == {"ready": True, "lacking": []}
    monkeypatch.setattr(probes, "LEAST_FREE_BYTES", 1 << 62)
    answer = requests.get(f"{province.url}/ready", timeout=10)
    assert (answer.status_code, answer.json()["lacking"]) == (503, ["disk"])


def test_without_its_database_it_lives_but_is_not_ready(tmp_path: Path, clock: HandClock) -> None:
    database = Database(f"sqlite:///{tmp_path / 'p.db'}")
    asked = Probes(database, tmp_path, Metrics(database, clock), token="")
    database.close()
    (tmp_path / "p.db").unlink()
    (tmp_path / "p.db").mkdir()
    assert asked.health().status_code == 200
    assert json.loads(bytes(asked.ready().body)) == {"ready": False, "lacking": ["database"]}


class Written(io.StringIO):
    """A log that tells when it speaks of an address nobody serves: after the answer has left."""

    def __init__(self) -> None:
        super().__init__()
        self.stray = threading.Event()

    def write(self, text: str) -> int:
        """Keep it."""
        done = super().write(text)
        if '"other"' in text:
            self.stray.set()
        return done


@pytest.fixture
def log() -> Iterator[Written]:
    """Everything this process logs, down to the finest, as the server would write it."""
    written = Written()
    handler = logging.StreamHandler(written)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield written
    root.removeHandler(handler)
    root.setLevel(level)


@pytest.mark.expects_log
def test_no_name_gets_into_the_log(
    desk: Desk, province: Province, clock: HandClock, log: Written
) -> None:
    """Work, refusals, a bug of ours with a name in its words, and a database error with a row in it."""
    take_in(desk, clock, 2)
    synchronise(desk, province.url, clock)
    requests.post(f"{province.url}/v1/sync", "Người Thử 0 036199000000".encode(), timeout=10)
    requests.get(f"{province.url}/Người Thử 0?ten=036199000000", timeout=10)

    def broken(*_: object) -> None:
        raise RuntimeError("Người Thử 0 036199000000")

    try:
        broken()
    except RuntimeError:
        logging.getLogger("uvicorn.error").exception("Exception in ASGI application Người Thử 0")
    assert log.stray.wait(DEADLINE_S)
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    ours = [line for line in lines if line["logger"] == "motcua.province.requests"]
    assert {(line["route"], line["status"]) for line in ours} >= {("/v1/sync", 200), ("/v1/sync", 400), ("other", 404)}
    (bug,) = [line for line in lines if "exception" in line]
    assert bug["exception"] == "RuntimeError"
    assert any("test_probes.py" in place for place in bug["passed"])
    for secret in ("Người Thử", "036199", "Ng%C6%B0"):
        assert secret not in log.getvalue()
