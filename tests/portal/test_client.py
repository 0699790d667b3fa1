"""The portal's HTTP: where a password may go, and how each fault is named."""

from pathlib import Path

import pytest

from dossiers.errors import InvalidInput
from sync.portal.client import Account, PortalClient
from sync.portal.faults import NotAdmitted, NotThePortal, Refusal, Untrusted
from tests.portal.conftest import TIMEOUT_S, account
from tests.portal.stand_in import PASSWORD, StandIn
from tests.sync.certificates import certificate


@pytest.mark.parametrize("address", ["http://cong.example.vn", "cong.example.vn", "ftp://127.0.0.1", "https://", ""])
def test_a_password_never_goes_out_in_clear(address: str) -> None:
    with pytest.raises(InvalidInput, match="https://"):
        PortalClient(Account(address=address, username="x", password="y"))


def test_an_authority_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="CA"):
        PortalClient(Account(address="https://127.0.0.1", username="x", password="y", ca=tmp_path / "ca.pem"))


def test_a_certificate_is_checked(tmp_path: Path) -> None:
    chain, key, root = certificate(tmp_path, "cong")
    (tmp_path / "ca.pem").write_bytes(root)
    server = StandIn(tls=(chain, key))
    try:
        trusting = PortalClient(account(server, ca=tmp_path / "ca.pem"), TIMEOUT_S)
        assert not trusting.knows("H99.001", "H99.001-261123-0001")
        trusting.close()
        stranger = PortalClient(account(server), TIMEOUT_S)
        with pytest.raises(Untrusted):
            stranger.knows("H99.001", "H99.001-261123-0001")
        stranger.close()
        assert len(server.log) == 2
    finally:
        server.close()


def test_the_password_is_in_no_text(portal: StandIn) -> None:
    assert PASSWORD not in repr(account(portal))
    client = PortalClient(account(portal, "mật khẩu sai"), TIMEOUT_S)
    with pytest.raises(NotAdmitted) as refused:
        client.knows("H99.001", "H99.001-261123-0001")
    client.close()
    assert "mật khẩu sai" not in f"{refused.value} {refused.value.message}"


@pytest.mark.parametrize("said", ["[]", "null", "{}", '{"error_code": []}', '{"error_code": "0"', "<html>", "\xff", ""])
def test_an_answer_that_is_none(portal: StandIn, said: str) -> None:
    """Whatever comes back instead of the portal's JSON is named so, and is no bug of ours."""
    portal.instead["TraCuuHoSo"] = said.encode("latin-1")
    client = PortalClient(account(portal), TIMEOUT_S)
    with pytest.raises(NotThePortal):
        client.knows("H99.001", "H99.001-261123-0001")
    client.close()


def test_an_answer_without_end(portal: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sync.portal.client.MAX_ANSWER_BYTES", 1000)
    portal.instead["TraCuuHoSo"] = b" " * 5000
    client = PortalClient(account(portal), TIMEOUT_S)
    with pytest.raises(NotThePortal):
        client.knows("H99.001", "H99.001-261123-0001")
    client.close()


def test_a_refusal_keeps_the_words_as_data_and_out_of_the_sentence() -> None:
    refusal = Refusal("H99.001-261123-0001", "5", "Sai số định danh 036199001234")
    assert "036199001234" not in str(refusal)
    assert ("H99.001-261123-0001" in str(refusal), refusal.message) == (True, "Sai số định danh 036199001234")
