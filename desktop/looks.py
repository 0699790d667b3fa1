"""How this desk wants to look: light or dark, size of letters, language; readable before sign-in."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings

FILE = "desk.ini"


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """Nothing here is secret: it is shown before anybody has signed in."""

    dark: bool = False
    scale_percent: int = 100
    language: str = "vi"
    lock_after_min: int = 5


def load_looks(home: Path) -> Looks:
    """The kept looks, or the defaults where there are none or they make no sense."""
    kept, plain = _settings(home), Looks()
    try:
        return Looks(
            dark=kept.value("looks/dark", "false") == "true",
            scale_percent=int(str(kept.value("looks/scale_percent", plain.scale_percent))),
            language=str(kept.value("looks/language", plain.language)),
            lock_after_min=int(str(kept.value("looks/lock_after_min", plain.lock_after_min))),
        )
    except ValueError:
        return plain


def keep_looks(home: Path, looks: Looks) -> None:
    """Write them down for the next start."""
    kept = _settings(home)
    kept.setValue("looks/dark", "true" if looks.dark else "false")
    kept.setValue("looks/scale_percent", looks.scale_percent)
    kept.setValue("looks/language", looks.language)
    kept.setValue("looks/lock_after_min", looks.lock_after_min)
    kept.sync()


def keep_widths(home: Path, table: str, widths: list[int]) -> None:
    """Remember a table's column widths for this desk."""
    _settings(home).setValue(f"widths/{table}", ",".join(str(width) for width in widths))


def load_widths(home: Path, table: str) -> list[int]:
    """The remembered widths, empty where there are none."""
    kept = _settings(home).value(f"widths/{table}", "")
    words = kept if isinstance(kept, list) else str(kept).split(",")
    return [int(word) for word in words if str(word).isdigit()]


def _settings(home: Path) -> QSettings:
    return QSettings(str(home / FILE), QSettings.Format.IniFormat)
