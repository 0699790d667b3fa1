"""What is installed here, and which of several versions side by side is in use.

The version the set-up put on the disk is never written to. Newer ones lie in a folder of the user's own, one folder a
release number, and a small file says which of them is in use: replaced in one step, so there is never half a switch.
"""

import os
import platform
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import msgspec

from dossiers.errors import KnownError
from dossiers.reading import read_json
from dossiers.store.durable import write_whole

RELEASE_FILE = "release.json"
CHOICE_FILE = "choice.json"
STARTS_ALLOWED = 2
"""A version that was begun this often and never got as far as its window is left again."""

Number = Annotated[int, msgspec.Meta(ge=1, lt=1 << 31)]


class Release(msgspec.Struct, frozen=True, kw_only=True):
    """What an installation says of itself; `publisher` is the root key it believes, empty where nobody's."""

    number: Number
    version: str
    platform: str
    publisher: bytes = b""


class Choice(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Which version is in use; 0 is the one the set-up installed.

    `works` once it has shown its window or done a command, `starts` how often it was begun before that; `left` the
    version that did not work and was left again; `keys` the newest list of release keys that was believed.
    """

    number: int = 0
    before: int = 0
    works: bool = True
    starts: int = 0
    left: int = 0
    keys: int = 0


@dataclass(frozen=True, slots=True)
class Installation:
    """A program folder with its release."""

    folder: Path
    release: Release

    @property
    def program(self) -> Path:
        """What starts it: of the same name in every version."""
        return self.folder / Path(sys.executable).name


def this_platform() -> str:
    """The word for what runs here, such as `linux-x86_64`."""
    machine = platform.machine().lower().replace("amd64", "x86_64").replace("arm64", "aarch64")
    return f"{platform.system().lower()}-{machine}"


def running() -> Installation | None:
    """The installation this process belongs to; None for a working copy of the source."""
    return installation_in(Path(sys.executable).parent)


def installation_in(folder: Path) -> Installation | None:
    """The installation in a folder; None where there is none that can be read."""
    try:
        return Installation(folder, read_json((folder / RELEASE_FILE).read_bytes(), Release))
    except (OSError, msgspec.MsgspecError):
        return None


def versions_folder() -> Path:
    """Where this user's newer versions lie: beside the office's data, never in it."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home()))) / "motcua-versions"
    return Path(os.environ.get("XDG_DATA_HOME", str(Path.home() / ".local" / "share"))) / "motcua-versions"


def read_choice(versions: Path) -> Choice:
    """Which version is in use; the installed one where nothing can be read."""
    try:
        return read_json((versions / CHOICE_FILE).read_bytes(), Choice)
    except (OSError, msgspec.MsgspecError):
        return Choice()


def write_choice(versions: Path, choice: Choice) -> None:
    """Replace it, durably and in one step; raises KnownError with the old one still there."""
    write_whole(versions / CHOICE_FILE, [msgspec.json.encode(choice)])


def chosen(base: Installation, versions: Path) -> Installation:
    """The version to start; what the set-up installed where that is newer, or the chosen one cannot be read."""
    number = read_choice(versions).number
    found = installation_in(versions / str(number)) if number > base.release.number else None
    return found if found is not None and found.release.number == number else base


def begin(base: Installation, versions: Path) -> Installation:
    """The version to start now, with the start on record until it has shown that it works.

    One that was begun too often without a sign of life, or whose start cannot be put on record, is not begun.
    """
    found, choice = chosen(base, versions), read_choice(versions)
    if found is base or choice.works:
        return found
    try:
        if choice.starts < STARTS_ALLOWED:
            write_choice(versions, msgspec.structs.replace(choice, starts=choice.starts + 1))
            return found
        leave(versions)
    except KnownError:
        return base
    return chosen(base, versions)


def leave(versions: Path) -> None:
    """Go back to the version before; the data it knows are as it left them."""
    choice = read_choice(versions)
    write_choice(versions, Choice(number=choice.before, left=choice.number, keys=choice.keys))


def confirm(versions: Path) -> None:
    """The version in use has shown that it works."""
    choice = read_choice(versions)
    if not choice.works:
        write_choice(versions, msgspec.structs.replace(choice, works=True, starts=0))
