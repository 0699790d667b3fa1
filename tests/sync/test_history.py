"""Restores, clones, revocations and poison: nothing is lost, nothing comes twice, absence deletes nothing."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from zstandard import ZstdCompressor

from dossiers.books import BookEntry, BookKind
from dossiers.clock import to_ms
from dossiers.errors import KnownError
from dossiers.ids import new_id, to_base32
from dossiers.journal import Epoch, Op, encode
from dossiers.print_form import confirm_print
from dossiers.receive import Received
from dossiers.result_ready import make_result_ready
from dossiers.store.desk import Desk
from dossiers.store.verify import verify
from dossiers.void import void
from sync import protocol
from sync.batch import CLEAR_BYTES, chain, write_batch
from sync.client import Client
from sync.exchange import Answer, Exchange, Question
from sync.faults import NotAdmitted, NotTheProvince, ServerBusy
from sync.membership import Membership
from sync.protocol import EnrolReply, EnrolRequest
from sync.province import admin, page
from sync.province.sheet import Line, Sheet
from sync.sealing import SEAL_BYTES, Garbled, pack, unpack
from tests.store.homes import OFFICE, HandClock, intake, open_desk
from tests.sync.provinces import Province, join, lone_desk, running, synchronise, take_in


class RawDesk:
    """A desk that is nothing but a key and a chain: it can write down what no honest program would."""

    def __init__(self, province: Province, clock: HandClock, unit: str = OFFICE.unit, slot: int = 1) -> None:
        self.clock, self.province = clock, province
        self.key = Ed25519PrivateKey.generate()
        self.epoch = Epoch(device=new_id(clock()).bytes, id=b"raw-desk")
        self.head, self.seq = self.epoch.root, 0
        self.client = Client(province.url)
        request = EnrolRequest(
            code=admin.new_code(province.database, unit, slot, clock), device=self.epoch.device, unit=unit,
            public_key=self.key.public_key().public_bytes_raw(), office="", sent_at=to_ms(clock()), nonce=bytes(8),
        )  # fmt: skip
        raw = self.client.post("/v1/enrol", pack(protocol.seal_message(self.key, protocol.ENROL, request)))
        reply = protocol.decode(unpack(raw, 1 << 20)[SEAL_BYTES:], EnrolReply)
        member = Membership(device=self.epoch.device, key=self.key, province_key=reply.province_key)
        self.exchange = Exchange(self.client, member, clock)

    def send(self, *lines: bytes) -> Answer:
        """Append lines, whatever they are, and send them."""
        from dossiers.journal import Entry

        hashes = chain(self.head, lines)
        entries = [
            Entry(epoch=self.epoch.id, seq=seq, line=line, hash=digest, origin_epoch=self.epoch.id, origin_seq=seq)
            for seq, (line, digest) in enumerate(zip(lines, hashes, strict=True), self.seq + 1)
        ]
        question = Question(epoch=self.epoch, after=self.seq, previous=self.head, entries=entries)
        answer = self.exchange.ask(self.exchange.body(question), self.epoch.id)
        self.head, self.seq = hashes[-1], self.seq + len(lines)
        return answer

    def received(self, code: str, unit: str = OFFICE.unit, **changes: Any) -> bytes:
        """An ordinary reception, or one that is not."""
        body = Received(
            code=code, unit=unit, desk="Quầy 1", procedure_name="Chứng thực", procedure_version=1, sector="",
            certification=True, intake=intake(),
            entry=BookEntry(kind=BookKind.DOSSIERS, volume="01", year=2026, number=1),
        )  # fmt: skip
        op = Op(
            kind="received", dossier_id=new_id(self.clock()), at=self.clock(), actor="Thử",
            body=msgspec.json.encode(body),
        )  # fmt: skip
        return encode(replace(op, **changes))


@pytest.fixture
def raw(province: Province, clock: HandClock) -> Iterator[RawDesk]:
    desk = RawDesk(province, clock)
    yield desk
    desk.client.close()


def poisons(raw: RawDesk) -> dict[str, bytes]:
    """Lines that no province can apply."""
    lonely = to_base32(new_id(raw.clock()))
    return {
        "no line at all": b"\xff\xfe\x00",
        "an empty line": b"",
        "a number": b"1",
        "deep nesting": b"[" * 500 + b"]" * 500,
        "an unknown verb": raw.received("X-1", kind="teleported"),
        "a verb with a NUL": raw.received("X-2", kind="a\0b"),
        "a code with a NUL": raw.received("X\0-3"),
        "a body of another shape": raw.received("X-4", body=b'{"code":1}'),
        "no dossier": f'["voided","{lonely}",1,"Thử",{{"reason":"x"}}]'.encode(),
        "an impossible time": f'["received","{lonely}",{10**17},"Thử",{{}}]'.encode(),
        "the last day of all": raw.received("X-5", at=datetime(9999, 12, 31, 23, 59, tzinfo=UTC)),
        "another unit's": raw.received("X-6", unit="H99.777"),
        "a scan without a name": raw.received("X-7", body=b'{"scans":[{"sha256":"../../etc","size":-1}]}'),
    }


@pytest.mark.expects_log
def test_poison_is_held_and_the_rest_applied(
    raw: RawDesk, province: Province, clock: HandClock, caplog: pytest.LogCaptureFixture
) -> None:
    """Where a line trips our own code an engineer is told which and how, and nothing of what it says."""
    lines = poisons(raw)
    good = [raw.received(f"GOOD-{n}") for n in range(len(lines) + 1)]
    mixed = [good[0]]
    for n, line in enumerate(lines.values(), 1):
        mixed += [line, good[n]]
    answer = raw.send(*mixed)
    assert answer.receipt.seq == len(mixed)
    assert {held.seq for held in answer.reply.held} == {2 * n + 2 for n in range(len(lines))}
    assert all(held.reason for held in answer.reply.held)
    assert province.count("SELECT count(*) FROM dossier") == len(good)
    assert province.faults() == ()
    with province.database.reading() as connection:
        shown = page.render("overview.html", overview=page.read(connection, clock()))
    assert f"<b>{len(lines)}</b>Việc chờ xem lại" in shown
    (ours,) = [record.getMessage() for record in caplog.records if record.name == "motcua.province"]
    assert re.fullmatch(r"op [0-9a-f]{32} held: our own OverflowError", ours)


@pytest.mark.expects_log
def test_the_harness_catches_a_province_that_one_line_stops(raw: RawDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: where what trips our code is not held, not one line of the batch gets in."""
    turn = Sheet._turn

    def careless(sheet: Sheet, line: Line) -> str:
        assert line.op is not None
        turn(sheet, line.op)
        sheet.applied.append(line)
        return ""

    monkeypatch.setattr(Sheet, "fold", careless)
    with pytest.raises(ServerBusy):
        raw.send(raw.received("GOOD-1"), poisons(raw)["the last day of all"], raw.received("GOOD-2"))


def test_the_first_dossier_keeps_a_code_and_the_second_is_kept_too(raw: RawDesk, province: Province) -> None:
    answer = raw.send(raw.received("SAME-1"), raw.received("SAME-1"))
    assert [held.seq for held in answer.reply.held] == [2]
    assert province.count("SELECT count(*) FROM dossier") == 1
    assert province.count("SELECT count(*) FROM journal") == 2
    other = RawDesk(province, raw.clock, unit="H99.002")
    assert other.send(other.received("SAME-1", unit="H99.002")).reply.held == ()
    other.client.close()


def test_a_body_too_large_or_false_is_refused(raw: RawDesk, province: Province) -> None:
    bomb = bytes(CLEAR_BYTES) + ZstdCompressor().compress(bytes(64 << 20))
    with pytest.raises(NotTheProvince):
        raw.client.post("/v1/sync", bomb)
    for body in (b"", b"{}", pack(b"x" * 500)):
        with pytest.raises(KnownError):
            raw.client.post("/v1/sync", body)
    assert province.count("SELECT count(*) FROM journal") == 0
    with pytest.raises(Garbled):
        unpack(bomb, 1 << 20, CLEAR_BYTES)


def test_a_broken_chain_is_refused_whole(raw: RawDesk, province: Province) -> None:
    """The signature is right, the lines are not the ones it covers; a bit flipped on the way is another matter."""
    line = raw.received("A-1")
    question = Question(epoch=raw.epoch, after=0, previous=raw.head)
    header = protocol.Header(
        device=raw.epoch.device, epoch=raw.epoch.id, first=1, count=1, previous=raw.head,
        head=chain(raw.head, [line])[-1], sent_at=1, nonce=bytes(8),
    )  # fmt: skip
    body = write_batch(raw.key, header, [line])
    plain = unpack(body, 1 << 20, CLEAR_BYTES)
    with pytest.raises(NotAdmitted):
        raw.client.post("/v1/sync", pack(plain.replace(b"A-1", b"A-2"), CLEAR_BYTES))
    with pytest.raises(NotTheProvince):
        raw.client.post("/v1/sync", body[:-30] + bytes([body[-30] ^ 1]) + body[-29:])
    assert province.count("SELECT count(*) FROM journal") == 0
    assert raw.exchange.ask(raw.exchange.body(question), raw.epoch.id).receipt.seq == 0


def test_a_deed_overtaken_by_the_province_is_held_and_shown(
    desk: Desk, province: Province, clock: HandClock
) -> None:
    """The result was ready at the province before the desk, offline, voided the dossier."""
    first, second = take_in(desk, clock, 2)
    synchronise(desk, province.url, clock)
    admin.add_result(province.database, OFFICE.unit, first.code, "Sở Thử nghiệm", clock=clock)
    desk.do(void, first.id, "Nhập nhầm")
    desk.do(void, second.id, "Nhập nhầm")
    report = synchronise(desk, province.url, clock)
    assert (report.ops_sent, report.ops_held, report.ops_left) == (2, 1, 0)
    (held,) = desk.wire.held()
    assert held.code == first.code
    assert "Có kết quả" in held.reason
    assert province.faults() == ()


def test_a_revoked_desk_loses_nothing_and_learns_nothing(desk: Desk, province: Province, clock: HandClock) -> None:
    taken = take_in(desk, clock, 2)
    synchronise(desk, province.url, clock)
    admin.revoke(province.database, desk.journal.epochs()[-1].device)
    admin.add_result(province.database, OFFICE.unit, taken[0].code, "Sở Thử nghiệm", clock=clock)
    take_in(desk, clock, 3, first=2)
    report = synchronise(desk, province.url, clock)
    assert report.revoked
    assert not report.complete
    assert (report.ops_sent, report.ops_held, report.changes) == (3, 3, 0)
    assert province.count("SELECT count(*) FROM journal WHERE state = 'held'") == 3
    assert province.count("SELECT count(*) FROM dossier") == 2
    assert len(list(desk.register.received_on(clock().date()))) == 5


@pytest.mark.parametrize("told", [True, False])
def test_a_province_restored_from_a_backup_gets_everything_again(
    told: bool, stranger: Desk, clock: HandClock, tmp_path: Path
) -> None:
    """Whether or not its administrator remembers to say so, what the desk has comes back."""
    old, url = tmp_path / "old.db", f"sqlite:///{tmp_path / 'now.db'}"
    with running(Province(url, tmp_path / "keys", clock)) as province:
        join(stranger, province, clock)
        take_in(stranger, clock, 3)
        assert synchronise(stranger, province.url, clock).complete
    shutil.copyfile(tmp_path / "now.db", old)
    with running(Province(url, tmp_path / "keys", clock)) as province:
        take_in(stranger, clock, 4, first=3)
        assert synchronise(stranger, province.url, clock).complete
    for file in tmp_path.glob("now.db*"):
        file.unlink()
    shutil.copyfile(old, tmp_path / "now.db")
    with running(Province(url, tmp_path / "keys", clock)) as province:
        if told:
            admin.renew_history(province.database)
        assert synchronise(stranger, province.url, clock).complete
        assert province.count("SELECT count(*) FROM journal WHERE state = 'applied'") == 7
        assert province.faults() == ()
        again = synchronise(stranger, province.url, clock)
        assert (again.complete, again.ops_sent) == (True, 0)


def test_a_desk_restored_from_an_old_copy_is_told_what_it_lost(
    desk: Desk, province: Province, clock: HandClock, tmp_path: Path
) -> None:
    home = desk.home
    take_in(desk, clock, 3)
    synchronise(desk, province.url, clock)
    desk.close()
    shutil.copytree(home, tmp_path / "copy")
    later = open_desk(home, clock)
    lost = take_in(later, clock, 2, first=3)
    assert synchronise(later, province.url, clock).complete
    later.close()

    anchor = (home / "anchor").read_bytes()
    shutil.rmtree(home)
    shutil.copytree(tmp_path / "copy", home)
    (home / "anchor").write_bytes(anchor)
    restored = open_desk(home, clock)
    take_in(restored, clock, 2, first=5)
    report = synchronise(restored, province.url, clock)
    assert report.fault is None
    assert (report.ops_sent, report.ops_left, report.complete) == (2, 0, True)
    assert all(restored.wire.snapshot(dossier.id) for dossier in lost)
    assert province.count("SELECT count(*) FROM journal WHERE state = 'applied'") == 7
    assert province.count("SELECT count(DISTINCT code) FROM dossier") == 7
    assert province.faults() == ()
    restored.close()


def test_two_copies_of_one_disk_lose_nothing(desk: Desk, province: Province, clock: HandClock, tmp_path: Path) -> None:
    """Both write on under the same numbers. The second to speak begins a new epoch and brings its lines there."""
    shared = take_in(desk, clock, 4)
    synchronise(desk, province.url, clock)
    home = desk.home
    desk.close()
    shutil.copytree(home, tmp_path / "clone")
    first, second = open_desk(home, clock), open_desk(tmp_path / "clone", clock)
    for dossier in shared[:3]:
        first.do(make_result_ready, dossier.id)
    second.do(confirm_print, shared[0].id, "receipt")
    second.do(void, shared[3].id, "Nhập nhầm")
    take_in(second, clock, 2, first=10)

    assert synchronise(first, province.url, clock).complete
    report = synchronise(second, province.url, clock)
    assert report.fault is None
    assert (report.ops_sent, report.ops_left, report.ops_held) == (4, 0, 0)
    assert second.journal.reason == "fork"
    assert verify(second) == ()
    assert {deed.kind for deed in second.register.history(shared[3].id)} == {"received", "voided"}
    for desk_again in (first, second, first, second):
        take_in(desk_again, clock, 1, first=30)
        assert synchronise(desk_again, province.url, clock).fault is None
    assert province.count("SELECT count(*) FROM journal WHERE state = 'applied'") + _held(province) == 4 + 3 + 4 + 4
    assert province.faults() == ()
    second.close()
    reopened = open_desk(tmp_path / "clone", clock)
    assert verify(reopened) == ()
    first.close()
    reopened.close()


def _held(province: Province) -> int:
    return province.count("SELECT count(*) FROM journal WHERE state = 'held'")


def test_a_copy_put_back_with_its_anchor_goes_on_in_a_new_epoch(
    desk: Desk, province: Province, clock: HandClock, tmp_path: Path
) -> None:
    """A whole machine put back to yesterday's image does not notice; its first new line does."""
    home = desk.home
    take_in(desk, clock, 3)
    synchronise(desk, province.url, clock)
    take_in(desk, clock, 2, first=3)
    desk.close()
    shutil.copytree(home, tmp_path / "image")
    ahead = open_desk(home, clock)
    lost = take_in(ahead, clock, 3, first=5)
    assert synchronise(ahead, province.url, clock).complete
    ahead.close()
    back = open_desk(tmp_path / "image", clock)
    back.do(void, next(iter(back.register.received_on(clock().date()))).id, "Nhập nhầm")
    report = synchronise(back, province.url, clock)
    assert (report.fault, report.ops_left) == (None, 0)
    assert all(back.wire.snapshot(dossier.id) for dossier in lost)
    assert province.count("SELECT count(*) FROM journal WHERE state = 'applied'") == 9
    assert report.complete
    assert verify(back) == ()
    back.close()


def test_a_province_that_lacks_an_earlier_epoch_asks_for_it(
    stranger: Desk, clock: HandClock, tmp_path: Path
) -> None:
    """The desk moved to another machine and began a new epoch; then the province was put back to before the first."""
    url, old = f"sqlite:///{tmp_path / 'now.db'}", tmp_path / "old.db"
    with running(Province(url, tmp_path / "keys", clock)) as province:
        join(stranger, province, clock)
    shutil.copyfile(tmp_path / "now.db", old)
    home = stranger.home
    with running(Province(url, tmp_path / "keys", clock)) as province:
        take_in(stranger, clock, 3)
        assert synchronise(stranger, province.url, clock).complete
        stranger.close()
        moved = open_desk(home, clock, machine="may-khac")
        take_in(moved, clock, 2, first=3)
        assert synchronise(moved, province.url, clock).complete
    for file in tmp_path.glob("now.db*"):
        file.unlink()
    shutil.copyfile(old, tmp_path / "now.db")
    with running(Province(url, tmp_path / "keys", clock)) as province:
        take_in(moved, clock, 1, first=5)
        report = synchronise(moved, province.url, clock)
        assert report.complete
        assert province.count("SELECT count(*) FROM journal WHERE state = 'applied'") == 6
        assert province.count("SELECT count(*) FROM epoch") == 2
        assert province.faults() == ()
    moved.close()


def test_an_epoch_hangs_where_its_parent_really_was(raw: RawDesk, province: Province) -> None:
    """A new epoch that claims another past than the province holds is a fork, and nothing of it is taken."""
    raw.send(raw.received("A-1"))
    raw.epoch = Epoch(
        device=raw.epoch.device, id=b"raw-des2", parent=b"raw-desk", parent_seq=1, parent_hash=bytes(32)
    )
    raw.head, raw.seq = raw.epoch.root, 0
    answer = raw.send(raw.received("A-2"))
    assert answer.reply.fork == protocol.Place(b"raw-desk", 1)
    assert answer.receipt.seq == 0
    assert province.count("SELECT count(*) FROM journal") == 1


def test_a_rehomed_line_is_kept_and_not_applied_again(raw: RawDesk, province: Province) -> None:
    """Lines written again in a new epoch carry their origin, and count once."""
    from dossiers.journal import Entry

    lines = (raw.received("A-1"), raw.received("A-2"))
    raw.send(*lines)
    epoch = Epoch(device=raw.epoch.device, id=b"raw-des2", parent=b"raw-desk", parent_hash=raw.epoch.root)
    new = raw.received("A-3")
    written = (*lines, new)
    entries = [
        Entry(epoch=epoch.id, seq=seq, line=line, hash=digest, origin_epoch=b"raw-desk", origin_seq=seq)
        for seq, (line, digest) in enumerate(zip(written, chain(epoch.root, written), strict=True), 1)
    ]
    question = Question(epoch=epoch, after=0, previous=epoch.root, entries=entries)
    answer = raw.exchange.ask(raw.exchange.body(question), epoch.id)
    assert (answer.receipt.seq, answer.reply.held) == (3, ())
    assert province.count("SELECT count(*) FROM journal WHERE state = 'repeat'") == 2
    assert province.count("SELECT count(*) FROM journal WHERE state = 'applied'") == 3
    assert province.faults() == ()


def test_two_desks_of_one_office_hear_of_each_other(
    desk: Desk, province: Province, clock: HandClock, tmp_path: Path
) -> None:
    with lone_desk(tmp_path / "second", clock) as second:
        # The second desk numbers from another band than the first; see dossiers.numbering.
        second.set_office(replace(OFFICE, desk_slot=2))
        join(second, province, clock, slot=2)
        mine = take_in(desk, clock, 2)
        assert synchronise(desk, province.url, clock).complete
        assert synchronise(second, province.url, clock).complete
        assert all(second.wire.snapshot(dossier.id) for dossier in mine)


def test_verify_sees_what_was_tampered_with(tmp_path: Path, stranger: Desk, clock: HandClock) -> None:
    """The control of every `faults() == ()` above."""
    with running(Province(f"sqlite:///{tmp_path / 'p.db'}", tmp_path / "keys", clock)) as province:
        join(stranger, province, clock)
        take_in(stranger, clock, 2)
        assert synchronise(stranger, province.url, clock).complete
        with province.database.writing("") as connection:
            connection.exec_driver_sql("DROP TRIGGER journal_keeps_its_lines")
            connection.exec_driver_sql("UPDATE journal SET line = CAST(line || ' ' AS BLOB) WHERE seq = 1")
            connection.exec_driver_sql("UPDATE dossier SET state = CAST(state || ' ' AS BLOB) WHERE code LIKE '%0002'")
        broken_chain, unlike = province.faults()
        assert "đứt ở dòng 1" in broken_chain
        assert "không khớp với nhật ký" in unlike


def test_a_journal_line_cannot_be_changed_or_deleted(desk: Desk, province: Province, clock: HandClock) -> None:
    take_in(desk, clock, 1)
    synchronise(desk, province.url, clock)
    for statement in ("UPDATE journal SET line = hash", "DELETE FROM journal"):
        with pytest.raises(Exception, match="journal line"), province.database.writing("") as connection:
            connection.exec_driver_sql(statement)
