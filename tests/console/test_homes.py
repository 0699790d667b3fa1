"""How any command reaches a home: the secret, the seat, and a home that is not to be had."""

from pathlib import Path
from unicodedata import normalize

import pytest

from tests.console.consoles import SECRET, Console, desk_of, motcua


@pytest.fixture
def note(tmp_path: Path) -> Path:
    """A file with the passphrase as Notepad leaves it: a byte-order mark before, a line break after."""
    file = tmp_path / "mat-khau.txt"
    file.write_bytes(b"\xef\xbb\xbf" + SECRET.encode() + b"\r\n")
    return file


def test_the_passphrase_may_come_from_a_file(console: Console, home: Path, note: Path) -> None:
    assert console("verify", "--home", home, "--passphrase-file", note).code == 0


def test_a_secret_typed_in_another_spelling_of_the_same_letters_opens(console: Console, home: Path) -> None:
    """Telex keyboards differ in how they compose a letter."""
    decomposed = home.parent / "nfd"
    decomposed.write_text(normalize("NFD", SECRET), encoding="utf-8")
    assert console("verify", "--home", home, "--passphrase-file", decomposed).code == 0


def test_a_wrong_passphrase_says_how_often_it_may_be_tried_and_then_locks(
    console: Console, home: Path, tmp_path: Path
) -> None:
    wrong = tmp_path / "sai"
    wrong.write_text("không phải")
    tries = [console("verify", "--home", home, "--passphrase-file", wrong) for _ in range(5)]
    assert tries[0].refused("chưa đúng", "Còn 4 lần")
    assert tries[4].refused("Đã nhập sai nhiều lần")
    assert console("verify", "--home", home).refused("Đã nhập sai nhiều lần")


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe\x00"])
def test_a_file_without_a_passphrase_costs_no_try(
    console: Console, home: Path, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "trong"
    file.write_bytes(content)
    for _ in range(6):
        assert console("verify", "--home", home, "--passphrase-file", file).refused("ệp mật khẩu")
    assert console("verify", "--home", home).code == 0


def test_a_passphrase_file_that_is_not_there(console: Console, home: Path) -> None:
    assert console("verify", "--home", home, "--passphrase-file", home / "none").refused("Không đọc được tệp mật khẩu")


def test_nobody_to_ask_for_a_passphrase(home: Path) -> None:
    assert motcua("verify", "--home", home, MOTCUA_PASSPHRASE="").refused("--passphrase-file", "MOTCUA_PASSPHRASE")


@pytest.mark.parametrize("command", ["verify", "doctor", "sync"])
def test_a_folder_without_an_office(console: Console, tmp_path: Path, command: str) -> None:
    said = console(command, "--home", tmp_path / "trong", "--json")
    assert said.refused("Chưa có dữ liệu ở thư mục này")
    assert said.data == {"error": said.err.rstrip()}
    assert not (tmp_path / "trong").exists()


def test_somebody_without_a_seat(console: Console, home: Path) -> None:
    assert console("verify", "--home", home, "--user", "Người Lạ").refused("Không có người dùng này")


def test_a_damaged_key_file(console: Console, home: Path) -> None:
    (home / "keys.json").write_text('{"format": "motcua')
    assert console("verify", "--home", home).refused("keys.json bị hỏng")


@pytest.mark.parametrize("name", ["keys.json", "desk.db", "anchor"])
def test_a_folder_where_a_file_should_be(console: Console, home: Path, name: str) -> None:
    (home / name).rename(home / "aside")
    (home / name).mkdir()
    said = console("verify", "--home", home)
    assert said.refused("nguyên")


@pytest.mark.parametrize("command", ["doctor", "backup"])
def test_a_home_whose_desk_is_open_is_left_alone(home: Path, command: str) -> None:
    """One sentence, and the open desk notices nothing."""
    with desk_of(home) as desk:
        more = ("--to", home.parent / "sao-luu") if command == "backup" else ()
        assert motcua(command, "--home", home, *more).refused("Quầy đang mở dữ liệu này")
        assert desk.register.counts().total == 12
