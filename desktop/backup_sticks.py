"""Sticks that belong to a desk: each bears the home's own name, so that plugging one in is enough for a backup."""

from pathlib import Path

FOLDER = "motcua-sao-luu"
MARK = "quay.txt"


def marked(home: Path) -> tuple[Path, ...]:
    """The backup folders of this home on the sticks that are plugged in now."""
    from dossiers.store.vault_file import read_keys
    from sync.courier.stick import removable

    name = read_keys(home).home
    return tuple(place / FOLDER for place in removable() if _name_on(place / FOLDER) == name)


def mark(home: Path) -> tuple[Path, ...]:
    """Make every stick that is plugged in one of this home's, other offices' excepted; raises KnownError."""
    from dossiers.store.durable import write_fault, write_whole
    from dossiers.store.vault_file import read_keys
    from sync.courier.stick import removable

    name = read_keys(home).home
    for place in removable():
        if not _name_on(place / FOLDER):
            try:
                (place / FOLDER).mkdir(exist_ok=True)
            except OSError as error:
                raise write_fault(error) from error
            write_whole(place / FOLDER / MARK, [name.encode()])
    return marked(home)


def _name_on(folder: Path) -> str:
    """Whose stick it is; empty where it is nobody's, or was pulled out meanwhile."""
    from dossiers.reading import read_small

    try:
        return read_small(folder / MARK).decode("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""
