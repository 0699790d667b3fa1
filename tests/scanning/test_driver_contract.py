"""Every driver that runs here keeps the one contract of scanners (contract.py); what is not shown is written down."""

from pathlib import Path

import pytest

from tests.scanning import contract
from tests.scanning.rigs import RIGS

NOT_SHOWN = {
    "SANE test": {"the picture that lay there", "both sides", "jam in mid-stack, goes on"},
    "SANE pnm": set(contract.CASES) - {
        "found by its name", "one page of the glass", "the picture that lay there", "jam", "empty feeder", "unplugged",
    },
    "eSCL": {"unknown length", "in use"},
    "folder": set(contract.CASES) - {
        "one page of the glass", "the picture that lay there", "a stack in order, normal end",
        "first page while the feeder runs", "stopped in mid-stack, < 1 s", "no such device",
    },
    "camera (film)": set(contract.CASES) - {
        "found by its name", "a stack in order, normal end", "first page while the feeder runs", "grey",
        "stopped in mid-stack, < 1 s", "no such device",
    },
    "WIA (imitated)": {"unknown length"},
}  # fmt: skip
"""States a device does not have, or that nothing here can bring it into (SANE's `test` jams from the first page on)."""


@pytest.mark.parametrize("rig_name", RIGS)
@pytest.mark.parametrize("case", contract.CASES)
def test_the_driver_keeps_the_contract(rig_name: str, case: str, tmp_path: Path) -> None:
    assert contract.run(rig_name, case, tmp_path) is (case not in NOT_SHOWN[rig_name])
