"""1 024 syllables, ten bits each: how bytes are said over the telephone and written down by hand."""

from functools import lru_cache

import resources

FILE = "fingerprint.txt"


@lru_cache
def syllables() -> tuple[str, ...]:
    """1 024 syllables, no two of which are alike without their marks."""
    return tuple(resources.read_text(FILE).split())
