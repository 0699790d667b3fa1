"""A private SANE configuration with its simulated scanners: a glass, a feeder of ten, page images from files."""

from pathlib import Path

_TEST_CONF = """\
number_of_devices 1
mode Color
depth 8
resolution_min 50.0
resolution_max 600.0
resolution_quant 1.0
resolution 300.0
test-picture "Color pattern"
geometry_min 0.0
geometry_max 300.0
geometry_quant 1.0
br_x 210.0
br_y 297.0
"""


def write_sane_config(folder: Path) -> dict[str, str]:
    """Write a SANE_CONFIG_DIR that knows only `pnm:0` (pages from its `filename` option) and `test:0`.

    Returns the environment to add; a flatbed and a feeder of ten sheets stand behind `test:0`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "dll.conf").write_text("pnm\ntest\n")
    (folder / "test.conf").write_text(_TEST_CONF)
    return {"SANE_CONFIG_DIR": str(folder)}
