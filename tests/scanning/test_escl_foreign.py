"""The fault server read by two clients that are not ours: to sane-airscan and libsane's escl it is a scanner too."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.scanning.escl_machine import FaultyScanner, Trouble, stack
from tests.scanning.escl_server import serving
from tests.scanning.sheets import number_of, sheet

SHEETS = [sheet(number, width_mm=210, height_mm=297, dpi=100) for number in (1, 2, 3, 4)]


def configure(client: str, address: str, folder: Path) -> str:
    """A private SANE that knows only this device through this client; returns the device's name there."""
    (folder / "dll.conf").write_text(f"{client}\n")
    if client == "airscan":
        quiet = "[options]\ndiscovery = disable\nws-discovery = off\n"
        (folder / "airscan.conf").write_text(f'[devices]\n"Fake" = {address}\n{quiet}')
        return "airscan:e0:Fake"
    root = address.removesuffix("/eSCL")
    (folder / "escl.conf").write_text(f'device {root} "Fake"\n')
    return f"escl:{root}"


def read_stack(client: str, scanner: FaultyScanner, folder: Path) -> tuple[list[int], subprocess.CompletedProcess[str]]:
    """The sheets this client made pages of, and how scanimage ended."""
    with serving(scanner) as address:
        device = configure(client, address, folder)
        done = subprocess.run(
            ["scanimage", "-d", device, "--source", "ADF", "--mode", "Color", "--resolution", "100", "--format=pnm",
             f"--batch={folder}/%d.pnm"],
            env={**os.environ, "SANE_CONFIG_DIR": str(folder), "LC_ALL": "C"},
            capture_output=True, text=True, timeout=60,
        )  # fmt: skip
    files = sorted(folder.glob("*.pnm"), key=lambda path: int(path.stem))
    return [number_of(path.read_bytes()) for path in files], done


@pytest.mark.parametrize("client", ["airscan", "escl"])
def test_a_foreign_client_reads_all_four_sheets(client: str, tmp_path: Path) -> None:
    numbers, done = read_stack(client, stack(SHEETS), tmp_path)
    assert numbers == [1, 2, 3, 4], done.stderr


def test_a_foreign_client_sees_the_jam_as_a_jam(tmp_path: Path) -> None:
    numbers, done = read_stack("airscan", stack(SHEETS, sheet_3=[Trouble.JAM]), tmp_path)
    assert (numbers, done.returncode) == ([1, 2], 6), done.stderr
    assert "jammed" in done.stderr
