"""Where the libraries of signers' tokens usually lie; the places are data, and chưa xác minh until tried."""

import json
import os
import sys
from pathlib import Path

import resources


def find_libraries() -> tuple[str, ...]:
    """The libraries of the list that are on this machine, in its order."""
    places = json.loads(resources.read_text("token_libraries.json"))
    system = "windows" if sys.platform == "win32" else "linux"
    wanted = (Path(os.path.expandvars(place)) for each in places for place in each[system])
    return tuple(str(path) for path in wanted if path.is_file())
