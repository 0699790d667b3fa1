"""The administrators' pages in a real browser, and what they refuse to anybody else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from dossiers.help_code import Light, State, write
from dossiers.store.desk import Desk
from sync.client import Client
from sync.enrolment import enrol
from sync.province import admin, audit
from sync.province.accounts import FREE_TRIES, Accounts, NotSignedIn
from tests.province.browser import Browser, browser
from tests.store.homes import OFFICE, HandClock
from tests.sync.certificates import certificate
from tests.sync.provinces import Province, asking, join, lone_desk, running, synchronise, take_in

NAME, PASSWORD = "quan-tri", "một mật khẩu đủ dài"


@pytest.fixture
def there(tmp_path: Path, clock: HandClock) -> Iterator[Province]:
    """A province with one administrator, on SQLite."""
    with running(Province(f"sqlite:///{tmp_path / 'p.db'}", tmp_path / "province", clock)) as province:
        Accounts(province.database, clock).set_password(NAME, PASSWORD)
        yield province


@pytest.fixture(scope="module")
def page() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


def sign_in(page: Browser, url: str) -> None:
    """As a person does it."""
    page.open(f"{url}/")
    page.fill("input[name=name]", NAME)
    page.fill("input[name=password]", PASSWORD)
    page.press(".primary")


def session(province: Province) -> requests.Session:
    """Signed in without a browser."""
    session = requests.Session()
    fields = {"name": NAME, "password": PASSWORD}
    assert session.post(f"{province.url}/sign-in", fields, timeout=10).url == f"{province.url}/"
    return session


def test_a_help_code_heard_over_the_telephone(page: Browser, there: Province) -> None:
    state = State(version=(0, 1, 0), lights={"printer": Light.BAD}, unsent=20, oldest_unsent_h=24, last_error="Offline")
    sign_in(page, there.url)
    page.press("a[href='/help-code']")
    page.fill("input[name=code]", write(state).lower())
    page.press(".primary")
    told = page.text("#told")
    assert "Máy in: cần sửa" in told
    assert "từ 20 việc, cũ nhất từ 24 giờ" in told
    page.fill("input[name=code]", write(state).replace("-", "")[:-1])
    page.press(".primary")
    assert "đọc lại" in page.text(".message")


def deeds(province: Province) -> list[str]:
    with province.database.reading() as connection:
        return [act.deed for act in audit.read(connection, limit=100)[::-1]]


def test_a_day_of_an_administrator(page: Browser, there: Province, clock: HandClock, tmp_path: Path) -> None:
    """Sign in, issue a code, a desk enrols with it, revoke the desk, look at what it still sends, read the audit."""
    sign_in(page, there.url)
    assert page.text("h1") == "Máy chủ tỉnh"
    page.fill("input[name=unit]", OFFICE.unit)
    page.press("form[action='/codes'] button")
    code = page.text("#code")
    assert page.run("document.querySelector('.card svg').getBoundingClientRect().width") > 100
    with lone_desk(tmp_path / "home", clock) as desk:
        client = Client(there.url)
        enrol(asking(desk), client, code, clock)
        client.close()
        page.open(f"{there.url}/")
        assert code not in page.text()
        take_in(desk, clock, 1)
        page.run("document.querySelector('summary').click()")
        page.press("details button")
        assert "Đã thu hồi" in page.text()
        synchronise(desk, there.url, clock)
    page.open(f"{there.url}/")
    assert "Máy gửi đã bị thu hồi quyền" in page.text()
    page.press("form[action$='/release'] button")
    assert "Máy gửi đã bị thu hồi quyền" not in page.text()
    page.press("a[href='/audit']")
    for words in ("Đăng nhập", "Cấp mã ghi danh", "Thu hồi quyền của máy", "Áp dụng việc bị giữ", NAME):
        assert words in page.text("table")
    assert "Người Thử" not in page.run("document.documentElement.outerHTML")
    page.press("form[action='/sign-out'] button")
    assert page.text("h1") == "Đăng nhập máy chủ tỉnh"
    page.open(f"{there.url}/audit")
    assert page.text("h1") == "Đăng nhập máy chủ tỉnh"


def test_the_browser_keeps_the_cookie_from_scripts(page: Browser, there: Province) -> None:
    sign_in(page, there.url)
    assert page.run("document.cookie") == ""
    assert page.run("location.pathname") == "/"


def test_what_came_over_the_wire_is_shown_as_text(
    page: Browser, there: Province, desk_of_mischief: Desk, clock: HandClock
) -> None:
    sign_in(page, there.url)
    assert "<script>" in page.text("table")
    assert page.run("document.querySelectorAll('table script').length") == 0


@pytest.fixture
def desk_of_mischief(there: Province, clock: HandClock, tmp_path: Path) -> Iterator[Desk]:
    """An office whose name is a script."""
    from dataclasses import replace

    with lone_desk(tmp_path / "home", clock) as desk:
        desk.set_office(replace(OFFICE, name="<script>alert(1)</script>"))
        join(desk, there, clock)
        yield desk


def test_nobody_gets_past_without_signing_in(there: Province) -> None:
    for method, path in (("GET", "/"), ("GET", "/audit"), ("POST", "/codes"), ("POST", "/devices/00/revoke")):
        answer = requests.request(method, f"{there.url}{path}", timeout=10, allow_redirects=False)
        assert (answer.status_code, answer.headers["Location"]) == (303, "/sign-in")


def test_a_form_from_elsewhere_does_nothing(there: Province) -> None:
    known = session(there)
    for fields in ({"unit": OFFICE.unit, "slot": "1"}, {"unit": OFFICE.unit, "slot": "1", "token": "guessed"}):
        answer = known.post(f"{there.url}/codes", fields, timeout=10)
        assert answer.status_code == 403
        assert "chưa làm gì" in answer.text
    assert "code_issued" not in deeds(there)


def test_bad_input_is_a_sentence(there: Province) -> None:
    known = session(there)
    token = known.get(there.url, timeout=10).text.split('name="token" value="')[1].split('"')[0]
    answer = known.post(f"{there.url}/codes", {"unit": " ", "slot": "x", "token": token}, timeout=10)
    assert (answer.status_code, "Cần mã đơn vị" in answer.text) == (409, True)
    for path in ("/devices/zz/revoke", "/held/zz/keep", f"/held/{'0' * 32}.00.1/release"):
        assert known.post(f"{there.url}{path}", {"token": token}, timeout=10).status_code == 409
    assert known.post(f"{there.url}/codes", "x" * 20_000, timeout=10).status_code == 413


def test_the_pages_are_closed_to_scripts_frames_and_caches(there: Province) -> None:
    answer = requests.get(f"{there.url}/sign-in", timeout=10)
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["Cache-Control"] == "no-store"


def test_five_wrong_tries_lock_a_name_whoever_has_it(there: Province, clock: HandClock) -> None:
    accounts = Accounts(there.database, clock)
    for name in (NAME, "khong-co-ai"):
        for _ in range(FREE_TRIES):
            with pytest.raises(NotSignedIn, match="chưa đúng"):
                accounts.sign_in(name, "một mật khẩu sai")
        with pytest.raises(NotSignedIn, match="Thử lại lúc"):
            accounts.sign_in(name, PASSWORD)
    assert deeds(there).count("locked_out") == 2
    clock.forward(minutes=16)
    assert accounts.find(accounts.sign_in(NAME, PASSWORD))


def test_a_session_ends_by_time_and_by_a_new_password(there: Province, clock: HandClock) -> None:
    accounts = Accounts(there.database, clock)
    cookie = accounts.sign_in(NAME, PASSWORD)
    clock.forward(hours=9)
    assert accounts.find(cookie) is None
    cookie = accounts.sign_in(NAME, PASSWORD)
    accounts.set_password(NAME, "một mật khẩu khác hẳn")
    assert accounts.find(cookie) is None
    with pytest.raises(NotSignedIn):
        accounts.sign_in(NAME, PASSWORD)


def test_over_tls_the_cookie_travels_sealed_only(tmp_path: Path, clock: HandClock) -> None:
    chain, key, authority = certificate(tmp_path, "tinh")
    (tmp_path / "ca.pem").write_bytes(authority)
    with running(Province(f"sqlite:///{tmp_path / 'p.db'}", tmp_path / "p", clock, tls=(chain, key))) as province:
        Accounts(province.database, clock).set_password(NAME, PASSWORD)
        fields = {"name": NAME, "password": PASSWORD}
        answer = requests.post(
            f"{province.url}/sign-in", fields, timeout=10, verify=str(tmp_path / "ca.pem"), allow_redirects=False,
            headers={"Connection": "close"},
        )  # fmt: skip
        said = answer.headers["Set-Cookie"].lower()
        assert all(word in said for word in ("httponly", "samesite=strict", "secure"))


def test_from_another_machine_without_tls_the_door_is_shut(there: Province, clock: HandClock) -> None:
    """As behind a reverse proxy that forwards plain HTTP from elsewhere."""
    answer = requests.get(f"{there.url}/sign-in", timeout=10, headers={"X-Forwarded-For": "198.51.100.7"})
    assert (answer.status_code, "chứng chỉ TLS" in answer.text) == (403, True)
    admin.new_code(there.database, OFFICE.unit, 1, clock)
    assert requests.get(there.url, timeout=10, headers={"X-Forwarded-For": "198.51.100.7"}).status_code == 403
