"""The USB card in the real window: out onto a stick, the province's answer back, the slip into the print queue."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from desktop.app import Reception
from desktop.jobs import Jobs
from desktop.sitting import Sitting
from dossiers.receive import receive
from sync.client import Client
from sync.enrolment import enrol
from sync.province import admin
from sync.province.courier import open_courier
from tests.desktop.conftest import OFFICE, HandClock
from tests.desktop.driving import Driver, wait_for
from tests.desktop.test_frame import words_on_show
from tests.store.homes import intake
from tests.sync.provinces import Province, running


def test_there_and_back_by_hand(
    reception: Reception, sitting: Sitting, clock: HandClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs = sitting.session.jobs
    stick, there = tmp_path / "usb", tmp_path / "tinh"
    stick.mkdir()
    there.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(one) for one in stick.glob("*.mcr")], ""))
    with running(Province(f"sqlite:///{there / 'province.db'}", there, clock)) as province:
        code = admin.new_code(province.database, OFFICE.unit, 1, clock)
        client = Client(province.url)
        enrol(jobs.wait, client, code, clock)
        client.close()
        jobs.wait(lambda desk: desk.do(receive, intake()))
        clerk = Driver(reception.window)
        sitting.frame.open("sync")
        wait_for(lambda: "Gói USB" in words_on_show(reception.window), "the card")

        clerk.click("Xuất ra USB…")
        says = "Đã xuất gói số 1 ra USB ngày 23/11/2026, chưa có biên nhận."
        wait_for(lambda: says in words_on_show(reception.window), "the bundle")
        clerk.click("In phiếu giao nhận")
        wait_for(lambda: "courier_slip" in queued(jobs), "the slip")

        courier = open_courier(province.database, there, clock)
        courier.answer(courier.take(next(stick.glob("*.mcb"))), stick)
        clerk.click("Nhận từ USB…")
        says = "Gói số 1 ngày 23/11/2026 đã có biên nhận của tỉnh."
        wait_for(lambda: says in words_on_show(reception.window), "the receipt")
        assert jobs.wait(lambda desk: desk.journal.unsent_count()) == 0
        wait_for(lambda: figures(sitting)[:2] == ["0", "1"], "the figures to be counted anew")


def figures(sitting: Sitting) -> list[str]:
    """The large figures on the sync screen."""
    labels = sitting.frame.front_screen.findChildren(QLabel, "figure")
    return [label.text() for label in labels]


def queued(jobs: Jobs) -> set[str]:
    """The forms in the print queue."""
    return {job.form for job in jobs.wait(lambda desk: desk.prints.recent(5))}
