"""A forgotten secret without a line: codes go to a real province sealed, and one read out opens the desk once."""

from pathlib import Path

import pytest
import requests

from dossiers.access import Access, Wanted
from dossiers.errors import Impossible, InvalidInput, KnownError
from dossiers.journal import decode
from dossiers.people import Clerk
from dossiers.receive import receive
from dossiers.store import vault_slots as vaults
from dossiers.store.desk import Desk
from dossiers.store.rescue import new_codes, rescue_set, take_seat, ways
from dossiers.store.vault import unlock
from sync.client import Client
from sync.faults import Deceived
from sync.province import admin, audit, rescue
from sync.province.accounts import Accounts
from sync.province.keys import INTAKE_NAME, intake_identities
from sync.rescue import PATH, renew
from tests.store.homes import CHIEF, SECRET, HandClock, intake, open_desk
from tests.sync.provinces import Province, asking, office, synchronise

CLERK = Clerk(name="Lê Văn Thử")
PIN, NEW_PIN = "135790", "246802"
BY = "quan-tri"


@pytest.fixture(autouse=True)
def _cheap_stretching(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vaults, "STRETCHING", vaults.Stretching(memory_kib=64, passes=1, lanes=1))


def read_out(province: Province, spoken: str, clock: HandClock) -> rescue.Shown:
    """What the province's administrator does on the telephone."""
    return rescue.show(province.database, lambda: intake_identities(province.folder), spoken, clock, BY)


def test_a_desk_that_joins_leaves_codes_with_the_province(tmp_path: Path, clock: HandClock) -> None:
    """The clerk reads a number out, the administrator a code, and the clerk works on under a secret of their own."""
    with office(tmp_path, clock) as (desk, province):
        desk.vault.add(CLERK, PIN)
        desk.close()
        shown = read_out(province, ways(desk.home).code.upper().replace("-", " "), clock)
        vault = take_seat(desk.home, CLERK.name, shown.code, NEW_PIN, clock)
        again = open_desk(desk.home, clock, vault)
        assert again.do(receive, intake()).received_by == CLERK.name
        entry = again.access.entries(Wanted(kind=Access.SIGNED_IN), 1)[0]
        again.close()
        assert entry.clerk == CLERK.name
        assert entry.what.startswith("mã cứu ")
        assert unlock(desk.home, CLERK.name, NEW_PIN, clock).clerk == CLERK
        with province.database.reading() as connection:
            told = next(act for act in audit.read(connection, 10) if act.deed == "rescue_shown")
        assert (told.by, told.subject[:17]) == (BY, "H99.001 · Quầy 1 ")
        assert shown.code not in repr(told)


def test_a_code_is_read_out_once_and_the_next_one_serves(tmp_path: Path, clock: HandClock) -> None:
    with office(tmp_path, clock) as (desk, province):
        first = ways(desk.home).code
        read_out(province, first, clock)
        with pytest.raises(Impossible, match="mã số 2"):
            read_out(province, first, clock)
        second = read_out(province, f"{first[:-1]}2", clock)
        assert take_seat(desk.home, CHIEF.name, second.code, NEW_PIN, clock).clerk == CHIEF
        assert ways(desk.home).code == f"{first[:-1]}3"


def test_the_server_without_its_intake_key_reads_nothing(tmp_path: Path, clock: HandClock) -> None:
    with office(tmp_path, clock) as (desk, province):
        with province.database.reading() as connection:
            kept = connection.exec_driver_sql("SELECT sealed FROM rescue_set").scalar_one()
        assert kept.startswith(b"age-encryption.org")
        shown = read_out(province, ways(desk.home).code, clock)
        assert shown.code.encode() not in kept
        (province.folder / INTAKE_NAME).unlink()
        with pytest.raises(KnownError, match="Mang tệp khóa"):
            read_out(province, f"{ways(desk.home).code[:-1]}2", clock)


@pytest.mark.parametrize("spoken", ["", "mã số ba", "0a1b2c3d-7F3K-1", "0a1b2c3d-7F3K"])
def test_a_number_misheard_shows_nothing(tmp_path: Path, clock: HandClock, spoken: str) -> None:
    with office(tmp_path, clock) as (_, province), pytest.raises(InvalidInput):
        read_out(province, spoken, clock)


def test_a_revoked_desk_gets_no_code(tmp_path: Path, clock: HandClock) -> None:
    with office(tmp_path, clock) as (desk, province):
        admin.revoke(province.database, desk.journal.epochs()[-1].device, clock)
        with pytest.raises(Impossible, match="thu hồi"):
            read_out(province, ways(desk.home).code, clock)


def test_codes_are_renewed_at_a_run_when_few_are_left(tmp_path: Path, clock: HandClock) -> None:
    with office(tmp_path, clock) as (desk, province):
        before = rescue_set(desk.home)
        assert before is not None
        assert synchronise(desk, province.url, clock).fault is None
        assert rescue_set(desk.home) == before, "enough are left"
        eighth = read_out(province, f"{ways(desk.home).code[:-1]}8", clock)
        take_seat(desk.home, CHIEF.name, eighth.code, SECRET, clock)
        assert synchronise(desk, province.url, clock).fault is None
        after = rescue_set(desk.home)
        assert after is not None
        assert after.label != before.label
        assert province.count("SELECT count(*) FROM rescue_set") == 2


def test_codes_count_only_when_the_province_has_proven_that_it_holds_them(
    tmp_path: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with office(tmp_path, clock) as (desk, province):
        desk.vault.keep_rescue("0a1b2c3d", "7F3K", new_codes()[:1])
        before = rescue_set(desk.home)
        with monkeypatch.context() as patch:
            patch.setattr(Client, "post", lambda _self, _path, body: body)
            with pytest.raises(Deceived):
                renew(asking(desk), Client(province.url), clock)
        assert rescue_set(desk.home) == before


def test_a_set_that_nobody_enrolled_sent_is_refused(tmp_path: Path, clock: HandClock) -> None:
    with office(tmp_path, clock) as (desk, province):
        sent: list[bytes] = []
        client = Client(province.url)
        post = client.post
        desk.vault.keep_rescue("0a1b2c3d", "7F3K", new_codes()[:1])

        def heard(path: str, body: bytes) -> bytes:
            sent.append(body)
            return post(path, body)

        client.post = heard  # type: ignore[method-assign]
        assert renew(asking(desk), client, clock)
        client.close()
        broken = bytearray(sent[0])
        broken[10] ^= 1
        assert requests.post(province.url + PATH, bytes(broken), timeout=10).status_code == 401
        assert requests.post(province.url + PATH, b"x" * 100, timeout=10).status_code == 400
        assert requests.post(province.url + PATH, sent[0], timeout=10).status_code == 200
        assert province.count("SELECT count(*) FROM rescue_set") == 2, "sent twice, kept once"


def test_the_page_shows_a_code_to_a_signed_in_administrator_only(tmp_path: Path, clock: HandClock) -> None:
    with office(tmp_path, clock) as (desk, province):
        fields = {"spoken": ways(desk.home).code}
        assert "/sign-in" in requests.post(f"{province.url}/rescue", fields, timeout=10).url
        Accounts(province.database, clock).set_password(BY, "một mật khẩu đủ dài")
        session = requests.Session()
        session.post(f"{province.url}/sign-in", {"name": BY, "password": "một mật khẩu đủ dài"}, timeout=10)
        form = session.get(f"{province.url}/rescue", timeout=10).text
        token = form.split('name="token" value="')[1].split('"')[0]
        assert session.post(f"{province.url}/rescue", fields, timeout=10).status_code == 403
        shown = session.post(f"{province.url}/rescue", fields | {"token": token}, timeout=10)
        code = shown.text.split('id="code">')[1].split("<")[0]
        assert take_seat(desk.home, CHIEF.name, code, NEW_PIN, clock).clerk == CHIEF
        again = session.post(f"{province.url}/rescue", fields | {"token": token}, timeout=10)
        assert again.status_code == 409
        assert "đã được đọc" in again.text


def test_the_author_of_a_deed_is_fixed_when_it_is_done(desk: Desk, province: Province, clock: HandClock) -> None:
    """One clerk takes in, another signs in and sends: the province knows who took in."""
    desk.vault.add(CLERK, PIN)
    desk.sign_in(unlock(desk.home, CLERK.name, PIN, clock))
    taken = desk.do(receive, intake())
    desk.sign_in(unlock(desk.home, CHIEF.name, SECRET, clock))
    report = synchronise(desk, province.url, clock)
    assert (report.fault, report.ops_left) == (None, 0)
    with province.database.reading() as connection:
        lines = connection.exec_driver_sql("SELECT line FROM journal").scalars().all()
    ops = [decode(bytes(line)) for line in lines]
    assert [(op.dossier_id, op.actor) for op in ops] == [(taken.id, CLERK.name)]
