"""`motcua key`: the sheet, the way in by it, a new data key, each from the command line to the home."""

from pathlib import Path

import numpy as np
import pypdfium2
import pytest

from desktop.demo.past import CLERK
from dossiers import recovery_words
from dossiers.errors import InvalidInput
from dossiers.store.vault_file import read_keys
from printing.raster import pages
from scanning.codes import read_codes
from tests.console.consoles import Console, desk_of


@pytest.fixture
def sheet(console: Console, home: Path, tmp_path: Path) -> Path:
    """The office's first recovery sheet."""
    file = tmp_path / "to-khoa.pdf"
    said = console("key", "recovery", "--home", home, "--sheet", file)
    assert (said.code, said.err) == (0, "")
    return file


def words_on(sheet: Path) -> str:
    """The fourteen words, by the order of their numbers."""
    text = pypdfium2.PdfDocument(sheet)[0].get_textpage().get_text_range().split()
    return " ".join(text[text.index(f"{at}.") + 1] for at in range(1, recovery_words.WORDS + 1))


def test_the_words_of_the_sheet_open_the_home_and_give_a_new_passphrase(
    console: Console, home: Path, sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Chưa lập" not in console("key", "state", "--home", home).out
    monkeypatch.setenv("MOTCUA_RECOVERY_WORDS", words_on(sheet).upper())
    monkeypatch.setenv("MOTCUA_PASSPHRASE", "mật khẩu khác")
    said = console("key", "open", "--home", home, "--user", CLERK.name)
    assert (said.code, said.err) == (0, "")
    assert console("verify", "--home", home).code == 0
    assert "đã dùng lúc" in console("key", "state", "--home", home).out


def test_the_square_on_the_sheet_says_the_same_words(sheet: Path) -> None:
    [page] = pages(sheet.read_bytes(), 200)
    [reading] = read_codes(np.asarray(page), lambda _: False)
    assert recovery_words.read(reading.text) == recovery_words.read(words_on(sheet))


def test_a_new_sheet_ends_the_old_one(
    console: Console, home: Path, sheet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    console("key", "recovery", "--home", home, "--sheet", tmp_path / "to-moi.pdf")
    monkeypatch.setenv("MOTCUA_RECOVERY_WORDS", words_on(sheet))
    assert console("key", "open", "--home", home).refused("tờ khóa in gần nhất")


def test_a_sheet_that_could_not_be_written_puts_no_key_in_force(console: Console, home: Path, tmp_path: Path) -> None:
    said = console("key", "recovery", "--home", home, "--sheet", tmp_path / "khong-co" / "to.pdf")
    assert said.code == 1
    assert read_keys(home).recovery is None


def test_the_data_key_is_changed_and_all_is_sound(console: Console, home: Path, sheet: Path) -> None:
    before = read_keys(home)
    said = console("key", "change", "--home", home)
    assert (said.code, said.err) == (0, "")
    assert console("verify", "--home", home).code == 0
    assert read_keys(home).slots[0].box != before.slots[0].box
    with desk_of(home) as desk:
        assert desk.register.counts().total == 12


@pytest.mark.parametrize(
    ("typed", "says"), [("", "có 0 từ"), ("bò " * 13, "có 13 từ"), ("bò " * 13 + "xyz", "thứ 14"), ("bò " * 14, "sai")]
)
def test_words_that_are_none_are_named_by_their_place(typed: str, says: str) -> None:
    with pytest.raises(InvalidInput, match=says) as refused:
        recovery_words.read(typed)
    assert "xyz" not in str(refused.value)


def test_words_are_read_however_they_were_typed() -> None:
    for first in range(200):
        key = bytes([first, 7 * first % 256] * 8)
        said = recovery_words.say(key)
        assert recovery_words.read(said) == key
        numbered = (f"{at}. {word.upper()}" for at, word in enumerate(said.split(), 1))
        assert recovery_words.read(" ; ".join(numbered)) == key


def test_a_wrong_or_swapped_word_is_noticed() -> None:
    said = recovery_words.say(bytes(range(16))).split()
    unnoticed = 0
    for at in range(recovery_words.WORDS - 1):
        swapped = [*said[:at], said[at + 1], said[at], *said[at + 2 :]]
        wrong = [*said[:at], "ngoai", *said[at + 1 :]]
        for words in (swapped, wrong):
            try:
                recovery_words.read(" ".join(words))
                unnoticed += 1
            except InvalidInput:
                continue
    assert unnoticed == 0
