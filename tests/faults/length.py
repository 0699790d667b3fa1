"""How long the tests of faults take: a slice of each in ./test, every case with ./test faults."""

import os
from collections.abc import Iterable

ALL = "MOTCUA_ALL_FAULTS"
"""Set in the environment by `./test faults`."""

FULL = ALL in os.environ


def cases(names: Iterable[str], *few: str) -> list[str]:
    """All the cases, or in ./test the few that show most."""
    return list(names) if FULL else list(few)
