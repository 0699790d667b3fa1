"""Old desks and new ones: every line ever written is taken, fields from the future stay, and only the pull may wait."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest

from dossiers import fold
from dossiers.journal import decode, encode
from dossiers.reading import read_json
from dossiers.records import RECORDS
from dossiers.store.desk import Desk
from sync import protocol
from sync.batch import CLEAR_BYTES
from sync.exchange import Question
from sync.faults import UpgradeNeeded
from sync.province import admin, devices, intake
from sync.province.books import Posting
from sync.sealing import SEAL_BYTES, pack, unpack
from tests.store.homes import OFFICE, HandClock
from tests.sync.provinces import Province, synchronise, take_in
from tests.sync.test_history import RawDesk

OLD_LINES = Path(__file__).parent / "old_lines"


@pytest.fixture
def raw(province: Province, clock: HandClock) -> Iterator[RawDesk]:
    desk = RawDesk(province, clock)
    yield desk
    desk.client.close()


def test_a_field_from_the_future_is_kept_and_sent_again_as_it_was(raw: RawDesk, province: Province) -> None:
    """The line is stored byte for byte and applied; sent again it is the same line, not another."""
    known = raw.received("NEW-1")
    body = json.loads(decode(known).body) | {"priority": {"because": "cao tuổi"}}
    line = raw.received("NEW-1", body=json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode())
    first = raw.send(line)
    assert (first.receipt.seq, first.reply.held) == (1, ())
    raw.head, raw.seq = raw.epoch.root, 0
    again = raw.send(line)
    assert (again.receipt.seq, again.reply.fork) == (1, None)
    with province.database.reading() as connection:
        kept = connection.exec_driver_sql("SELECT line, state FROM journal").all()
    assert [(bytes(row.line), row.state) for row in kept] == [(line, "applied")]
    assert province.faults() == ()


def test_the_harness_catches_a_province_that_writes_lines_anew(
    raw: RawDesk, province: Province, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: put down by the types of this version, a field from the future is gone."""
    put_down = intake._line

    def by_our_types(desk: devices.Desk, posting: Posting, now: datetime) -> dict[str, object]:
        op = decode(posting.entry.line)
        body = msgspec.json.encode(read_json(op.body, fold.FOLDS[op.kind][0]))
        return put_down(desk, posting, now) | {"line": encode(replace(op, body=body))}

    monkeypatch.setattr(intake, "_line", by_our_types)
    with pytest.raises(AssertionError):
        test_a_field_from_the_future_is_kept_and_sent_again_as_it_was(raw, province)


def test_a_header_with_a_field_from_the_future_is_read(raw: RawDesk) -> None:
    plain = unpack(raw.exchange.body(Question(epoch=raw.epoch, after=0, previous=raw.head)), 1 << 20, CLEAR_BYTES)
    text = msgspec.json.decode(plain[CLEAR_BYTES:])
    assert answered(raw, plain, text | {"telemetry": [1, 2]})


def test_an_unknown_protocol_is_answered_by_those_known(raw: RawDesk) -> None:
    plain = unpack(raw.exchange.body(Question(epoch=raw.epoch, after=0, previous=raw.head)), 1 << 20, CLEAR_BYTES)
    text = msgspec.json.decode(plain[CLEAR_BYTES:])
    with pytest.raises(UpgradeNeeded):
        answered(raw, plain, {"v": 9, "anything": text})


def answered(raw: RawDesk, plain: bytes, text: dict[str, object]) -> bool:
    """Whether a question with another preamble, signed anew, gets a reply; raises LineFault."""
    places, words = plain[SEAL_BYTES:CLEAR_BYTES], msgspec.json.encode(text)
    signature = raw.key.sign(protocol.BATCH + b"\n" + places + raw.head + words)
    return bool(raw.client.post("/v1/sync", pack(signature + places + words, CLEAR_BYTES)))


@pytest.mark.parametrize("schema", range(1, protocol.SCHEMA + 1))
def test_every_line_ever_written_is_applied(schema: int, raw: RawDesk, province: Province) -> None:
    """Lines of each kind, kept from a desk of that schema, with the states they led to."""
    lines = (OLD_LINES / f"schema-{schema}.ndjson").read_bytes().splitlines()
    answer = raw.send(*lines)
    assert answer.reply.held == ()
    with province.database.reading() as connection:
        states = [fold.decode_state(row.state) for row in connection.exec_driver_sql("SELECT state FROM dossier")]
    expected = json.loads((OLD_LINES / f"schema-{schema}.json").read_text())
    assert {state.code: state.status for state in states} == expected


def test_no_verb_is_ever_forgotten() -> None:
    kinds = {decode(line).kind for file in OLD_LINES.glob("*.ndjson") for line in file.read_bytes().splitlines()}
    assert len(kinds) > 30
    assert not kinds - set(fold.FOLDS) - set(RECORDS)


def test_a_desk_too_old_to_read_states_still_sends(
    desk: Desk, province: Province, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its lines are taken and signed for; the change by the province waits until it is updated, and then comes."""
    taken = take_in(desk, clock, 2)
    synchronise(desk, province.url, clock)
    admin.add_result(province.database, OFFICE.unit, taken[0].code, "Sở Thử nghiệm", "Quyết định", clock)
    take_in(desk, clock, 1, first=2)
    monkeypatch.setattr(protocol, "OLDEST_PULLED", 2)
    old = synchronise(desk, province.url, clock)
    assert isinstance(old.fault, UpgradeNeeded)
    assert (old.ops_sent, old.ops_left, old.changes) == (1, 0, 0)
    monkeypatch.undo()
    updated = synchronise(desk, province.url, clock)
    assert (updated.fault, updated.changes, updated.complete) == (None, 1, True)


def test_states_of_two_schemas_are_not_compared(
    desk: Desk, province: Province, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_in(desk, clock, 1)
    monkeypatch.setattr("sync.province.answers.protocol", SimpleNamespace(**{**vars(protocol), "SCHEMA": 2}))
    report = synchronise(desk, province.url, clock)
    assert (report.fault, report.ops_sent, report.days_equal, report.days_unequal) == (None, 1, (), ())
