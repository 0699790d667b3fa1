"""Journal lines: exact bytes, a chain that shows every change, and a key that makes each op apply once."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossiers.errors import KnownError
from dossiers.ids import from_base32, new_id, to_base32
from dossiers.journal import Entry, Epoch, Op, decode, encode, link, op_key

AT = datetime(2026, 11, 23, 1, 15, 0, 123000, tzinfo=UTC)
DEVICE = bytes(range(16))


def entry(seq: int = 1, line: bytes = b"[]", epoch: bytes = b"epoch--1") -> Entry:
    return Entry(epoch=epoch, seq=seq, line=line, hash=link(b"", line), origin_epoch=epoch, origin_seq=seq)


@given(st.uuids(), st.text(max_size=40), st.integers(0, 4_000_000_000_000))
def test_a_line_reads_back_as_written(identity: UUID, actor: str, ms: int) -> None:
    at = datetime.fromtimestamp(ms // 1000, UTC).replace(microsecond=ms % 1000 * 1000)
    op = Op(kind="received", dossier_id=identity, at=at, actor=actor, body=b'{"code":"H99.001-261123-0001"}')
    line = encode(op)
    assert decode(line) == op
    assert b"\n" not in line


@given(st.binary(max_size=200))
def test_bytes_that_are_no_line_get_a_sentence(junk: bytes) -> None:
    with pytest.raises(KnownError):
        decode(junk)


ODD_LINES = (b"[]", b'["x"]', b'["received","short",1,"a",{}]', b'["a","' + b"0" * 26 + b'",9e99,"a",{}]')


@pytest.mark.parametrize("line", ODD_LINES)
def test_a_well_formed_json_that_is_no_line_gets_a_sentence(line: bytes) -> None:
    with pytest.raises(KnownError):
        decode(line)


def test_changing_any_line_changes_every_later_hash() -> None:
    epoch = Epoch(device=DEVICE, id=b"epoch--1")
    lines = [b"one", b"two", b"three"]
    changed = [b"one", b"twO", b"three"]

    def chain(of: list[bytes]) -> list[bytes]:
        hashes = [epoch.root]
        for line in of:
            hashes.append(link(hashes[-1], line))
        return hashes

    before, after = chain(lines), chain(changed)
    assert before[:2] == after[:2]
    assert all(old != new for old, new in zip(before[2:], after[2:], strict=True))


def test_an_epoch_is_tied_to_its_device_and_to_where_its_parent_stopped() -> None:
    first = Epoch(device=DEVICE, id=b"epoch--1")
    roots = {
        first.root,
        Epoch(device=bytes(16), id=b"epoch--1").root,
        Epoch(device=DEVICE, id=b"epoch--2").root,
        Epoch(device=DEVICE, id=b"epoch--2", parent=b"epoch--1", parent_seq=3, parent_hash=bytes(32)).root,
        Epoch(device=DEVICE, id=b"epoch--2", parent=b"epoch--1", parent_seq=4, parent_hash=bytes(32)).root,
    }
    assert len(roots) == 5


def test_a_rehomed_op_keeps_its_key_and_any_other_has_another() -> None:
    original = entry(seq=7, line=b"deed")
    moved = Entry(epoch=b"epoch--2", seq=1, line=b"deed", hash=b"", origin_epoch=b"epoch--1", origin_seq=7)
    assert op_key(DEVICE, original) == op_key(DEVICE, moved)
    elsewhere, otherwise = entry(seq=8, line=b"deed"), entry(seq=7, line=b"deeD")
    others = {op_key(DEVICE, elsewhere), op_key(DEVICE, otherwise), op_key(bytes(16), original)}
    assert op_key(DEVICE, original) not in others
    assert len(others) == 3


@given(st.uuids())
def test_an_id_survives_its_26_characters_and_a_careless_reader(identity: UUID) -> None:
    text = to_base32(identity)
    assert len(text) == 26
    assert from_base32(text) == identity
    assert from_base32(text.lower().replace("0", "o").replace("1", "l")) == identity


@pytest.mark.parametrize("text", ["", "0" * 25, "U" * 26, "Z" * 26, "0" * 27])
def test_what_is_no_id_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        from_base32(text)


def test_ids_grow_with_time_and_never_repeat() -> None:
    earlier = new_id(AT)
    later = new_id(AT.replace(minute=16))
    assert earlier < later
    assert earlier.version == 7
    assert len({new_id(AT) for _ in range(1000)}) == 1000
