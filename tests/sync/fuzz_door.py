"""Schemathesis at the province's door: messages of every shape the types allow and do not, sealed as a desk would.

Run: python -m tests.sync.fuzz_door [--examples N]. What the door answers must be in `docs/openapi.json`, and nothing it
is told may break it.
"""

import argparse
import json
import tempfile
from pathlib import Path
from random import Random
from typing import Any

import schemathesis
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.core import NOT_SET
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import response_headers_conformance, status_code_conformance

from installer.make_openapi import document
from sync import protocol, reclaim, rescue
from sync.batch import CLEAR_BYTES
from sync.protocol import CONTENT_TYPE
from sync.sealing import pack, seal
from tests.store.homes import HandClock
from tests.sync.provinces import DEADLINE_S, Province, running
from tests.sync.test_history import RawDesk

CHECKS = [not_a_server_error, status_code_conformance, response_headers_conformance]
PURPOSES = {
    "/v1/enrol": protocol.ENROL, "/v1/rescue": rescue.PURPOSE, "/v1/lines": reclaim.PURPOSE,
    "/v1/blobs/offsets": protocol.OFFSETS,
}  # fmt: skip


def carried() -> dict[str, Any]:
    """The document with each sealed request shown as the message in it, so that messages are made and not noise.

    A file's bytes are noise by nature; they are made where they are sent.
    """
    known = document()
    for path in known["paths"].values():
        for operation in path.values():
            content = operation.get("requestBody", {}).get("content", {})
            if CONTENT_TYPE in content:
                content["application/json"] = {"schema": content.pop(CONTENT_TYPE)["x-carries"]}
            elif content:
                del operation["requestBody"]
    return known


def sealed(path: str, message: object, desk: RawDesk) -> bytes:
    """The message under a right seal; where a desk or a place is named, half the time it is this one's."""
    text = json.dumps(message, ensure_ascii=False).encode(errors="replace")
    if path != "/v1/sync":
        return pack(seal(key_for(path, desk), PURPOSES[path], text))
    places = desk.epoch.device + desk.epoch.id + desk.head + bytes(8)
    signature = desk.key.sign(protocol.BATCH + b"\n" + places + desk.head + text)
    return pack(signature + places + text, CLEAR_BYTES)


def key_for(path: str, desk: RawDesk) -> Ed25519PrivateKey:
    """An enrolment is sealed by whatever key it names, so by none we have; all else by the desk's."""
    return Ed25519PrivateKey.generate() if path == "/v1/enrol" else desk.key


def fuzz(province: Province, desk: RawDesk, examples: int) -> dict[str, int]:
    """Try every operation so many times; returns how often each path was asked. Raises for what is not as written."""
    asked: dict[str, int] = {}
    for result in schemathesis.openapi.from_dict(carried()).get_all_operations():
        if not isinstance(result, Ok):
            raise TypeError("the description has an operation that cannot be read")
        operation = result.ok()
        asked[operation.path] = asked.get(operation.path, 0) + try_out(operation, province, desk, examples)
    return asked


def try_out(operation: Any, province: Province, desk: RawDesk, examples: int) -> int:
    """Ask one operation so many times; returns how often it was."""
    asked = 0

    @settings(
        max_examples=examples, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
    )
    @given(case=operation.as_strategy())
    def ask(case: Any) -> None:
        nonlocal asked
        asked += 1
        extra: dict[str, Any] = {}
        if operation.method == "patch":
            extra, kind = {"data": Random(asked).randbytes(asked)}, protocol.BLOB_TYPE
        elif case.body is not NOT_SET:
            extra, kind = {"data": sealed(operation.path, case.body, desk)}, CONTENT_TYPE
        if extra:
            case.body, case.media_type = NOT_SET, None
            case.headers = {**(case.headers or {}), "Content-Type": kind}
        response = case.call(base_url=province.url, timeout=DEADLINE_S, **extra)
        case.validate_response(response, checks=CHECKS)

    ask()
    return asked


def main() -> None:
    """A long run, on a province of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=400)
    options = parser.parse_args()
    clock = HandClock()
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        with running(Province(f"sqlite:///{here / 'p.db'}", here / "p", clock)) as province:
            asked = fuzz(province, RawDesk(province, clock), options.examples)
            print(json.dumps({"asked": asked, "faults": list(province.faults())}, ensure_ascii=False))


if __name__ == "__main__":
    main()
