"""Joining a province by stick through the settings, and being stopped by it: what the clerk sees of both."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PySide6.QtWidgets import QLabel

from desktop.app import Reception
from desktop.screens.settings.line import LinePanel
from desktop.sitting import Sitting
from dossiers.clock import system_clock, to_ms
from sync import fingerprint, revocation
from sync.province.enrolment_file import accept
from sync.province.packs import set_reference_key
from sync.province.revocation import install
from tests.desktop.conftest import inside
from tests.desktop.driving import Driver, wait_for
from tests.desktop.test_settings import open_panel, says
from tests.sync.provinces import Province, running

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Province]:
    there = tmp_path / "province"
    there.mkdir()
    with running(Province(f"sqlite:///{there / 'province.db'}", there, system_clock)) as opened:
        set_reference_key(opened.database, KEY.public_key().public_bytes_raw())
        yield opened


def join_by_stick(sitting: Sitting, province: Province, folder: Path) -> Driver:
    """Both files through the panel; only the file dialogs are left out."""
    clerk = open_panel(sitting, "line")
    panel = sitting.frame.front_screen.findChild(LinePanel)
    assert isinstance(panel, LinePanel)
    request, answer = folder / "quay.mcq", folder / "quay.mca"
    panel.by_file.write(request)
    wait_for(lambda: says(sitting, "đọc sáu từ"), "the six words")
    data = request.read_bytes()
    words = fingerprint.words(data)
    assert says(sitting, words)
    answer.write_bytes(
        accept(
            province.database, province.key, data, slot=1, typed=words, url=province.url, ca=b"", intake_keys=(),
            clock=system_clock,
        )
    )  # fmt: skip
    clerk.field("Sáu từ tỉnh đọc").type("sai hết cả")
    panel.by_file.take(answer)
    wait_for(lambda: says(sitting, "Sáu từ không khớp"), "the refusal")
    clerk.field("Sáu từ tỉnh đọc").type(fingerprint.words(answer.read_bytes()))
    panel.by_file.take(answer)
    wait_for(lambda: says(sitting, province.url), "the province's address")
    return clerk


def test_a_desk_joins_by_stick_and_stops_at_the_offline_keys_word(
    reception: Reception, sitting: Sitting, province: Province, tmp_path: Path
) -> None:
    join_by_stick(sitting, province, tmp_path)
    wait_for(lambda: not sitting.sync.running and sitting.sync.last is not None, "the first run", 60)
    device = reception.jobs.wait(lambda desk: desk.journal.epochs()[-1].device)
    install(province.database, revocation.sign(KEY, device, "Sở KH&CN, 0225 000 000", to_ms(system_clock())))
    sitting.sync.run_now()
    wait_for(lambda: not inside(reception), "the lock", 60)

    def told() -> bool:
        return any("Gọi Sở KH&CN" in label.text() for label in reception.window.findChildren(QLabel))

    wait_for(told, "whom to call")
