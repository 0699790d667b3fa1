"""`motcua slip`: whether a slip is real, said with no network, and a register rebuilt from files."""

import json
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.cli import main
from dossiers.dossier import Dossier
from dossiers.office import Office
from dossiers.people import Clerk, Role
from dossiers.slip_header import open_slip, prove, sign
from dossiers.store import vault_slots
from dossiers.store.desk import Desk
from dossiers.store.register import Query
from dossiers.store.vault import create_home, unlock
from printing.thermal import receipt
from tests.printing.people_and_papers import OFFICE, general

SECRET = "sáng sớm mùa thu"
FIRST = Clerk(name="Trần Thị Hạnh", role=Role.ADMINISTRATOR)
LOST = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new desk of the office whose old one was lost."""
    from dossiers.clock import system_clock

    monkeypatch.setattr(vault_slots, "STRETCHING", vault_slots.Stretching(memory_kib=64, passes=1, lanes=1))
    monkeypatch.setenv("MOTCUA_PASSPHRASE", SECRET)
    folder = tmp_path / "home"
    desk = Desk.open(folder, create_home(folder, FIRST, SECRET, system_clock), system_clock, ballast_bytes=0)
    desk.set_office(Office(unit=OFFICE.unit, name=OFFICE.name))
    desk.close()
    return folder


def codes_in(home: Path) -> list[str]:
    from dossiers.clock import system_clock

    desk = Desk.open(home, unlock(home, FIRST.name, SECRET, system_clock), system_clock, ballast_bytes=0)
    codes = [row.code for row in desk.register.search(Query()).rows]
    desk.close()
    return codes


def printed(folder: Path, dossier: Dossier) -> Path:
    """A slip off a roll as a picture."""
    file = folder / f"{dossier.code}.png"
    file.write_bytes(receipt.render(dossier, OFFICE, width="58mm", proofs=prove(dossier, None, LOST)))
    return file


def test_a_text_is_checked_without_a_network(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = prove(general(), None, LOST).citizen_copy
    forged = sign(open_slip(text), Ed25519PrivateKey.generate())
    assert main(["slip", "check", text, forged, "--home", str(home), "--json"]) == 1
    verdicts = [json.loads(line)["verdict"] for line in capsys.readouterr().out.splitlines()]
    assert verdicts == ["unknown_key", "forged"]


def test_a_pile_of_files_is_recovered_once_somebody_vouches(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = printed(tmp_path, general())
    again = ["slip", "recover", str(file), "--home", str(home)]
    assert main(again) == 1
    assert "khóa chưa biết" in capsys.readouterr().out
    assert codes_in(home) == []
    assert main([*again, "--vouch"]) == 0
    assert "Đã khôi phục 1 hồ sơ." in capsys.readouterr().out
    assert codes_in(home) == [general().code]
    assert main([*again, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["lies"] == "here"


def test_what_is_no_slip_is_one_sentence(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"not a picture")
    for given in ("MC1:xyz", str(broken), str(tmp_path / "absent.pdf")):
        assert main(["slip", "check", given, "--home", str(home)]) == 1
        assert capsys.readouterr().err.count("\n") == 1
