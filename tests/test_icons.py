"""No icon ships that nobody draws."""

from pathlib import Path

import resources

DESKTOP = Path(__file__).parent.parent / "desktop"


def test_every_icon_is_named_by_the_desktop() -> None:
    code = "\n".join(file.read_text(encoding="utf-8") for file in DESKTOP.rglob("*.py"))
    icons = {file.stem for file in resources.path("icons").iterdir()}
    assert len(icons) > 20
    assert {name for name in icons if f'"{name}"' not in code} == set()
