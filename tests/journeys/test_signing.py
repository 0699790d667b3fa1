"""A morning's scans signed by keys alone: one PIN, the signed file in the old one's place, a token pulled out."""

import sys
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.screens.sign.screen import SignScreen
from desktop.sign_asks import keep_signed
from desktop.signing import Signing
from desktop.widgets import KeyHintButton
from dossiers.attach_scans import attach_scans
from dossiers.dossier import Dossier, Scan
from dossiers.journal import decode
from dossiers.office import Devices
from dossiers.receive import receive
from dossiers.store.desk import Desk
from scanning.pages import PageImage
from scanning.pdf import archive_pdf
from scanning.signatures.check import Content, check
from tests.journeys.driving import CounterTop
from tests.scanning.signing_office import LIBRARY, PIN, SIGNER, Authority, Tokens, der
from tests.store.homes import intake

CTRL = Qt.KeyboardModifier.ControlModifier
NUMBERS = ("036186001234", "036186005678")


@pytest.fixture
def tokens(counter: CounterTop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tokens:
    """A token in its slot, and two dossiers whose papers are scanned."""
    drawer, authority, key = Tokens(tmp_path / "drawer"), Authority.found(), ec.generate_private_key(ec.SECP256R1())
    monkeypatch.setenv("SOFTHSM2_CONF", str(drawer.conf))
    drawer.issue(authority, key, authority.issue(key))
    trust = tmp_path / "trust"
    trust.mkdir()
    (trust / "goc.cer").write_bytes(der(authority.root))
    counter.here.devices = Devices(token_library=LIBRARY, trust_folder=str(trust))
    object.__setattr__(counter.session, "signing", Signing(counter.session.door))
    for number in NUMBERS:
        counter.ask(partial(file_scanned, number=number))
    return drawer


def file_scanned(desk: Desk, number: str) -> None:
    """A dossier whose one paper was scanned."""
    dossier = desk.do(receive, intake("Nguyễn Thị Thùy Dương", number))
    data = archive_pdf([PageImage(np.full((2339, 1654), 200 + int(number[-1]), np.uint8), 200)]).data
    scan = Scan(sha256=desk.files.put(data), title="Tờ khai", mime="application/pdf", size=len(data), pages=1)
    desk.do(attach_scans, dossier.id, (scan,))


def screen_of(counter: CounterTop) -> SignScreen:
    counter.press(Qt.Key.Key_F8, CTRL)
    counter.settle()
    screen = counter.frame.front_screen
    assert isinstance(screen, SignScreen)
    return screen


def type_pin(counter: CounterTop, screen: SignScreen, pin: str) -> None:
    counter.press(Qt.Key.Key_F10)
    counter.until(screen.pin.hasFocus)
    counter.type(pin)
    counter.press(Qt.Key.Key_Return)
    counter.settle()


def dossiers(counter: CounterTop) -> list[Dossier]:
    return counter.ask(lambda desk: desk.register.dossiers([1, 2]))


def read(desk: Desk, sha256: str) -> bytes:
    return desk.files.get(sha256)


def words(counter: CounterTop) -> str:
    return " ".join(label.text() for label in counter.frame.front_screen.findChildren(QLabel) if label.isVisible())


def test_papers_are_signed_by_keys_and_seen_as_signed(
    counter: CounterTop, tokens: Tokens, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    assert tokens.folder.exists()
    screen = screen_of(counter)
    assert screen.certificates.currentText().startswith(SIGNER)
    before = dossiers(counter)
    counter.press(Qt.Key.Key_Insert)
    type_pin(counter, screen, "000000")
    assert "chưa đúng" in screen.said.text()
    assert [each.scans for each in dossiers(counter)] == [each.scans for each in before]
    type_pin(counter, screen, PIN)
    assert screen.said.text().startswith("Đã ký 2 giấy.")
    assert screen.pin.text() == ""
    for old, new in zip(before, dossiers(counter), strict=True):
        [scan] = old.scans
        [signed] = new.scans_in_force
        assert signed.signed_from == scan.sha256
        data, unsigned = (counter.ask(partial(read, sha256=each.sha256)) for each in (signed, scan))
        assert data.startswith(unsigned)
        assert check(data, [], 0).signatures[0].content is Content.WHOLE
        waiting = {job.sha256 for job in counter.ask(lambda desk: desk.wire.blobs_waiting())}
        assert waiting >= {scan.sha256, signed.sha256}
    assert "Không còn giấy nào chờ ký" in words(counter)

    dossier = dossiers(counter)[0]
    counter.frame.open("dossier", dossier_id=dossier.id, scan=dossier.scans_in_force[0].sha256)
    counter.settle()
    seen = words(counter)
    assert f"{SIGNER}, UBND xã Thử ký số lúc" in seen
    assert "Nội dung nguyên vẹn từ lúc ký." in seen
    assert "có trong danh sách tin cậy" in seen
    lines = counter.ask(lambda desk: [decode(entry.line).kind for entry in desk.journal.of(dossier.id)])
    assert lines[-1] == "scans_attached"
    printed = "".join(capfd.readouterr()) + caplog.text
    assert PIN not in printed
    assert SIGNER not in printed


def test_what_was_signed_is_kept_when_the_token_is_pulled_out(
    counter: CounterTop, tokens: Tokens, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = screen_of(counter)
    counter.press(Qt.Key.Key_Insert)

    def pull_after(desk: object, paper: object, signed: bytes) -> None:
        keep_signed(desk, paper, signed)  # type: ignore[arg-type]
        tokens.pull_out()

    monkeypatch.setattr("desktop.screens.sign.presenter.keep_signed", pull_after)
    type_pin(counter, screen, PIN)
    assert "Token vừa bị rút ra." in screen.said.text()
    assert "Đã ký 1, còn 1 giấy." in screen.said.text()
    assert sorted(len(each.scans) for each in dossiers(counter)) == [1, 2]
    assert "1 giấy sẽ ký" in words(counter)


def test_from_a_dossier_its_own_papers_are_ticked(counter: CounterTop, tokens: Tokens) -> None:
    assert tokens.folder.exists()
    dossier = dossiers(counter)[1]
    counter.frame.open("sign", dossier_id=dossier.id)
    counter.settle()
    assert "1 giấy sẽ ký, trong 2 giấy chưa ký" in words(counter)


def test_the_settings_find_the_token_without_a_pin(counter: CounterTop, tokens: Tokens) -> None:
    counter.frame.open("settings", panel="signing")
    counter.settle()
    assert "Có 1 chứng thư trong thư mục này." in words(counter)
    [button] = [each for each in counter.frame.front_screen.findChildren(KeyHintButton) if "tìm token" in each.text()]
    button.click()
    counter.settle()
    assert f"Thấy {SIGNER} · đến 01/01/2045." in words(counter)
    tokens.pull_out()
    button.click()
    counter.settle()
    assert "Chưa thấy USB token nào." in words(counter)


def test_esc_ends_a_library_that_hangs(counter: CounterTop, tokens: Tokens) -> None:
    assert tokens.folder.exists()
    hung = (sys.executable, "-c", "import time; time.sleep(600)")
    object.__setattr__(counter.session, "signing", Signing(counter.session.door, hung))
    counter.press(Qt.Key.Key_F8, CTRL)
    screen = counter.frame.front_screen
    assert isinstance(screen, SignScreen)

    def stopped() -> bool:
        if "Đã dừng ký." in screen.said.text():
            return True
        counter.press(Qt.Key.Key_Escape)
        return False

    counter.until(stopped)
    assert counter.frame.front == "sign"
