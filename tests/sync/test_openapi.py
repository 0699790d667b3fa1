"""The door's description is what the types say, and the door keeps to it."""

import json
from pathlib import Path
from typing import Any

import pytest
from schemathesis.core.failures import FailureGroup

from installer.make_openapi import FILE, document, text
from sync.province.app import create_app
from tests.store.homes import HandClock
from tests.sync.fuzz_door import fuzz
from tests.sync.provinces import Province, running
from tests.sync.test_history import RawDesk, raw

__all__ = ["raw"]


def test_the_committed_description_is_what_the_types_say() -> None:
    assert FILE.read_text(encoding="utf-8") == text(), "run python -m installer.make_openapi"


def test_every_route_for_desks_is_described(province: Province, clock: HandClock) -> None:
    app = create_app(province.database, province.folder / "blobs", province.key, clock)
    served, described = app.openapi()["paths"], document()["paths"]
    ours = {(path, method) for path, item in served.items() for method in item if path.startswith("/v1/")}
    assert len(ours) >= 6
    assert ours <= {(path, method) for path, item in described.items() for method in item}
    assert json.loads(text())["openapi"].startswith("3.1")


def test_no_message_breaks_the_door(raw: RawDesk, province: Province) -> None:
    asked = fuzz(province, raw, 12)
    assert set(asked) == set(document()["paths"])
    assert province.faults() == ()


def test_a_door_that_breaks_is_caught(tmp_path: Path, clock: HandClock) -> None:
    """The control: a door that fails on one question in silence would make the test above worthless."""

    def broken(app: Any) -> Any:
        async def answer(scope: Any, receive: Any, send: Any) -> None:
            if scope["path"] == "/v1/blobs/offsets":
                await send({"type": "http.response.start", "status": 500, "headers": []})
                await send({"type": "http.response.body", "body": b""})
            else:
                await app(scope, receive, send)

        return answer

    with running(Province(f"sqlite:///{tmp_path / 'p.db'}", tmp_path / "p", clock, wrap=broken)) as province:
        desk = RawDesk(province, clock)
        with pytest.raises(FailureGroup):
            fuzz(province, desk, 2)
        desk.client.close()
