"""Backups come by themselves: at the first look, an hour after the last proven one, and when the desk closes."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QApplication

from desktop.app import Reception
from desktop.sitting import Sitting
from dossiers.receive import receive
from dossiers.store.manifest import backups_in
from tests.desktop.conftest import HandClock, sign_in
from tests.desktop.driving import settle, wait_for
from tests.store.homes import intake


def look(sitting: Sitting) -> None:
    """What the keeper's clock does every five minutes; answers when what it began is done."""
    sitting.keeper._look.timeout.emit()
    asked: list[object] = []
    sitting.session.jobs.ask(lambda _: (), asked.append, asked.append)
    wait_for(lambda: asked, "the look")
    settle()
    wait_for(lambda: not sitting.keeper.running, "the backup")


def test_one_an_hour_and_one_at_the_close(qapp: QApplication, home: Path, clock: HandClock, tmp_path: Path) -> None:
    folder = tmp_path / "usb"
    folder.mkdir()
    reception = Reception(qapp, home, clock)
    reception.start()
    sitting = sign_in(reception)
    sitting.here.devices = replace(sitting.here.devices, backup_folder=str(folder))
    look(sitting)
    assert len(backups_in(folder)) == 1
    clock.now += timedelta(minutes=59)
    look(sitting)
    assert len(backups_in(folder)) == 1
    clock.now += timedelta(minutes=1)
    look(sitting)
    assert len(backups_in(folder)) == 2
    done: list[object] = []
    sitting.session.jobs.do(receive, intake(), UUID(int=5), on_done=done.append, on_failed=done.append)
    wait_for(lambda: done, "the dossier")
    clock.now += timedelta(minutes=1)
    reception.close()
    reception.window.deleteLater()
    assert [backup.dossiers for backup in backups_in(folder)] == [1, 0, 0]
