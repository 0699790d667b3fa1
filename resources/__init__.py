"""The data the program ships with: fonts, icons, procedures, holidays, translations; files only, no rules."""

from pathlib import Path

_ROOT = Path(__file__).parent


def path(name: str) -> Path:
    """The file or folder `name`, such as `fonts/NotoSans-Regular.ttf`; FileNotFoundError if not shipped."""
    found = _ROOT / name
    if not found.exists():
        raise FileNotFoundError(f"resources/{name}")
    return found


def read_bytes(name: str) -> bytes:
    """The content of the file `name`."""
    return path(name).read_bytes()


def read_text(name: str) -> str:
    """The content of the UTF-8 file `name`."""
    return path(name).read_text(encoding="utf-8")
