"""A stick of this desk that is plugged in gets a backup by itself; another office's is left alone."""

import os
from pathlib import Path

import pytest

from desktop.backup_sticks import FOLDER, MARK, mark, marked
from desktop.sitting import Sitting
from dossiers.store.manifest import MANIFEST_FILE, backups_in
from dossiers.store.vault import KEYS_FILE
from sync.courier import stick
from tests.desktop.driving import wait_for


@pytest.fixture
def plugged(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The sticks of this test, plugged in and pulled out by hand."""
    sticks: list[Path] = []
    monkeypatch.setattr(stick, "removable", lambda: tuple(sticks))
    return sticks


def test_plugging_one_in_is_enough(sitting: Sitting, plugged: list[Path], tmp_path: Path) -> None:
    usb = tmp_path / "usb"
    usb.mkdir()
    plugged.append(usb)
    (folder,) = mark(sitting.here.home)
    sitting.keeper.look_at_sticks()
    wait_for(lambda: len(backups_in(folder)) == 1 and not sitting.keeper.running, "a backup on the stick")
    sitting.keeper.look_at_sticks()
    sitting.keeper.back_up()
    wait_for(lambda: not sitting.keeper.running, "the hourly one")
    assert backups_in(usb)[0].dossiers == 0


def test_only_this_home_s_sticks_are_written_to(home: Path, plugged: list[Path], tmp_path: Path) -> None:
    own, other, photos = (tmp_path / name for name in ("own", "other", "photos"))
    for place in (own, other, photos):
        place.mkdir()
    (other / FOLDER).mkdir()
    (other / FOLDER / MARK).write_text("0011223344556677", encoding="ascii")
    plugged += [own, other]
    assert mark(home) == (own / FOLDER,)
    plugged += [photos, tmp_path / "pulled out"]
    assert marked(home) == (own / FOLDER,)
    assert list(photos.iterdir()) == []


def test_a_stick_made_to_stop_the_desk_is_nobody_s(home: Path, plugged: list[Path], tmp_path: Path) -> None:
    """Plugging it in is enough for it to be looked at: a mark of a terabyte, one that never ends, a false backup."""
    own, vast, endless = (tmp_path / name for name in ("own", "vast", "endless"))
    for place in (own, vast, endless):
        (place / FOLDER).mkdir(parents=True)
    with (vast / FOLDER / MARK).open("wb") as file:
        file.truncate(1 << 40)
    os.mkfifo(endless / FOLDER / MARK)
    plugged.append(own)
    mark(home)
    plugged += [vast, endless]
    assert marked(home) == (own / FOLDER,)
    backup = vast / FOLDER / "20261123-090000"
    backup.mkdir()
    (backup / KEYS_FILE).touch()
    with (backup / MANIFEST_FILE).open("wb") as file:
        file.truncate(1 << 40)
    assert backups_in(vast) == ()
