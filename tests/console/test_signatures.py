"""`motcua signatures`: who signed a file a citizen brought, without a desk and without a network."""

from pathlib import Path

from tests.console.consoles import Console
from tests.fuzz.signed_files import hostile_files, signed_file
from tests.scanning.signing_office import SIGNER


def test_a_signed_file_is_told_and_a_torn_one_is_not_believed(console: Console, tmp_path: Path) -> None:
    file = tmp_path / "giay.pdf"
    file.write_bytes(signed_file())
    said = console("signatures", str(file), "--json")
    assert said.code == 0
    [found] = said.data["signatures"]
    assert (found["signer"], found["content"], found["trust"]) == (SIGNER, "whole", "no-list")
    file.write_bytes(hostile_files()["another range"])
    assert console("signatures", str(file)).code == 1


def test_a_file_nobody_signed_and_one_that_is_away(console: Console, tmp_path: Path) -> None:
    file = tmp_path / "giay.pdf"
    file.write_bytes(b"%PDF-1.4 plain")
    said = console("signatures", str(file))
    assert (said.code, said.out) == (1, "Tệp này chưa ai ký số.\n")
    assert console("signatures", str(tmp_path / "away.pdf")).refused()
