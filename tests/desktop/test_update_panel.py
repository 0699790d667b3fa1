"""The update panel in the real window: what runs here, a bundle taken in, a refusal in a sentence."""

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from desktop.sitting import Sitting
from desktop.update_asks import read_in_use
from dossiers.dossier import Dossier
from dossiers.receive import receive
from dossiers.store.backup import back_up
from sync.updates import engine, installation
from sync.updates.installation import Choice, Installation, read_choice, write_choice
from tests.desktop.driving import Driver, settle, wait_for
from tests.store.homes import intake
from tests.updates.publisher import make_publisher, make_version


def says(sitting: Sitting, words: str) -> bool:
    labels = sitting.frame.front_screen.findChildren(QLabel)
    return any(words in label.text() for label in labels if label.isVisible())


def opened(sitting: Sitting) -> Driver:
    sitting.frame.open("settings", panel="update")
    settle(20)
    return Driver(sitting.frame)


@pytest.fixture
def versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "versions"
    place.mkdir()
    for module in (engine, installation):
        monkeypatch.setattr(module, "versions_folder", lambda: place)
    monkeypatch.setattr(engine, "prove_on_copy", lambda *_: None)  # tried in tests/updates
    return place


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Release 2 for the release 1 that runs here."""
    publisher = make_publisher()
    here: Installation = make_version(tmp_path / "program", 1, publisher.public)
    for module in (engine, installation):
        monkeypatch.setattr(module, "running", lambda: here)
    return publisher.bundle(tmp_path / "2.mcu", make_version(tmp_path / "packed", 2, publisher.public).folder)


def test_a_working_copy_of_the_source_says_so(sitting: Sitting) -> None:
    opened(sitting)
    wait_for(lambda: says(sitting, "từ mã nguồn"), "the sentence")


def test_a_bundle_is_refused_while_work_is_in_one_place_only_and_taken_after_the_backup(
    sitting: Sitting, bundle: Path, versions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting.here.devices = type(sitting.here.devices)(backup_folder=str(tmp_path / "copies"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(bundle), ""))
    done: list[object] = []
    sitting.session.jobs.do(receive, intake(), UUID(int=5), on_done=done.append, on_failed=done.append)
    wait_for(lambda: done and isinstance(done.pop(), Dossier), "the dossier")
    clerk = opened(sitting)
    wait_for(lambda: says(sitting, "Đang dùng bản 0.1.0 (số 1)"), "the version")
    clerk.click("Từ USB hoặc tệp…")
    wait_for(lambda: says(sitting, "chỉ có trên máy này"), "the refusal")
    assert read_choice(versions).number == 0
    sitting.session.jobs.ask(lambda desk: back_up(desk, tmp_path / "copies"), done.append, done.append)
    wait_for(lambda: bool(done), "the backup", 60)
    clerk.click("Từ USB hoặc tệp…")
    wait_for(lambda: says(sitting, "Đã cập nhật lên bản 0.2.0"), "the update", 60)
    assert read_choice(versions).number == 2


def test_a_set_up_for_trying_says_so_and_takes_no_update(
    sitting: Sitting, versions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An officer who installed it in earnest learns it here, and not when the first update is refused."""
    assert versions.exists()
    here = make_version(tmp_path / "trial", 1, b"")
    for module in (engine, installation):
        monkeypatch.setattr(module, "running", lambda: here)
    clerk = opened(sitting)
    wait_for(lambda: says(sitting, "Bộ cài này chỉ để dùng thử"), "the sentence")
    assert not clerk.find("Từ USB hoặc tệp…").isEnabled()


def test_a_version_that_was_left_is_told(sitting: Sitting, bundle: Path, versions: Path) -> None:
    assert bundle.exists()
    write_choice(versions, Choice(left=2))
    opened(sitting)
    wait_for(lambda: says(sitting, "Bản số 2 không mở được nên máy đã tự trở về"), "the sentence")


def test_the_line_offers_nothing_before_the_province_has(sitting: Sitting, bundle: Path, versions: Path) -> None:
    assert bundle.exists()
    assert versions.exists()
    read: list[Any] = []
    sitting.session.jobs.ask(lambda desk: (read_in_use(desk),), read.append, read.append)
    wait_for(lambda: bool(read), "the answer")
    ((state,),) = read
    assert (state.number, state.offered, state.left) == (1, "", 0)
