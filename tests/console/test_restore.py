"""`motcua restore`: everything back elsewhere, and no number given out twice."""

from pathlib import Path

import pytest

from desktop.demo.past import CLERK
from desktop.people_asks import change_secret
from dossiers.numbering import solo_bands, split
from dossiers.receive import receive
from tests.console.consoles import SECRET, Console, desk_of, motcua
from tests.store.homes import intake


@pytest.fixture
def backups(console: Console, home: Path, tmp_path: Path) -> Path:
    """The folder with the office's one backup."""
    folder = tmp_path / "sao-luu"
    assert console("backup", "--home", home, "--to", folder).code == 0
    return folder


OWN = "giữa trưa mùa hạ"
"""What the clerk chose in place of the secret that the set-up gave."""


def take_number(home: Path, secret: str = SECRET) -> int:
    """Receive one dossier and return its number of the day."""
    with desk_of(home, secret) as desk:
        return split(desk.do(receive, intake()).code)[2]


def test_set_up_back_up_and_restore_elsewhere(tmp_path: Path) -> None:
    """The whole way through real processes; the numbers after it cannot meet those of the lost disk."""
    first, second, folder = tmp_path / "may-cu", tmp_path / "may-moi", tmp_path / "sao-luu"
    setup = ("--unit", "H99.001", "--name", "ỦY BAN NHÂN DÂN XÃ MẪU SƠN", "--administrator", CLERK.name)
    assert motcua("office", "setup", "--home", first, *setup).code == 0
    with desk_of(first) as desk:
        change_secret(desk, OWN)
    assert take_number(first, OWN) == 1
    assert motcua("backup", "--home", first, "--to", folder, MOTCUA_PASSPHRASE=OWN).code == 0
    assert take_number(first, OWN) == 2
    said = motcua("restore", "--from", folder, "--home", second, "--json", MOTCUA_PASSPHRASE=OWN)
    assert (said.code, said.data["dossiers"], said.data["home"]) == (0, 1, str(second))
    assert motcua("verify", "--home", second, MOTCUA_PASSPHRASE=OWN).code == 0
    assert take_number(second, OWN) == solo_bands(1)[1].first


def test_of_several_backups_the_newest_is_taken(console: Console, home: Path, backups: Path, tmp_path: Path) -> None:
    """Also beside a newer one that was never finished."""
    (old,) = backups.glob("2*")
    old.rename(backups / "20200101-070000")
    take_number(home)
    newest = Path(console("backup", "--home", home, "--to", backups, "--json").data["folder"])
    unfinished = backups / ".20991231-235959.partial"
    unfinished.mkdir()
    (unfinished / "keys.json").write_bytes((home / "keys.json").read_bytes())
    said = console("restore", "--from", backups, "--home", tmp_path / "moi", "--json")
    assert (said.code, said.data["backup"], said.data["dossiers"]) == (0, str(newest), 13)


def test_one_backup_may_be_named(console: Console, backups: Path, tmp_path: Path) -> None:
    (backup,) = backups.glob("2*")
    said = console("restore", "--from", backup, "--home", tmp_path / "moi")
    assert said.code == 0
    assert f"12 hồ sơ, 0 tệp từ bản sao lưu {backup.name}" in said.out


def test_nothing_is_ever_written_over(console: Console, home: Path, backups: Path) -> None:
    assert console("restore", "--from", backups, "--home", home).refused("không khôi phục đè")
    assert console("verify", "--home", home).code == 0


@pytest.mark.parametrize("name", ["trong", "khong-co", "tep"])
def test_a_folder_without_a_backup(console: Console, tmp_path: Path, name: str) -> None:
    (tmp_path / "trong").mkdir()
    (tmp_path / "tep").write_text("")
    said = console("restore", "--from", tmp_path / name, "--home", tmp_path / "moi")
    assert said.refused("Không thấy bản sao lưu nào")
    assert not (tmp_path / "moi").exists()


def test_a_wrong_passphrase_leaves_nothing(console: Console, backups: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "sai"
    wrong.write_text("không phải")
    said = console("restore", "--from", backups, "--home", tmp_path / "moi", "--passphrase-file", wrong)
    assert said.refused("chưa đúng")
    assert not (tmp_path / "moi").exists()


@pytest.mark.parametrize("name", ["desk.db", "manifest.json", "keys.json"])
def test_a_backup_with_a_flipped_bit_is_refused(console: Console, backups: Path, tmp_path: Path, name: str) -> None:
    (backup,) = backups.glob("2*")
    data = bytearray((backup / name).read_bytes())
    data[len(data) // 2] ^= 1
    (backup / name).write_bytes(data)
    assert console("restore", "--from", backup, "--home", tmp_path / "moi").refused()
    assert not (tmp_path / "moi").exists()
