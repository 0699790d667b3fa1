"""The wire's dictionaries: what batches and replies have in common, shipped so that it need not travel (SYNC 2.2).

A zstd frame names the one it was packed with. An old one is never taken out of `resources/wire`: a batch on a stick
may come ten days late, and a desk may be a year behind.
"""

from functools import lru_cache

from zstandard import ZstdCompressionDict

import resources

SUFFIX = ".zdict"


@lru_cache
def shipped() -> tuple[int, ...]:
    """The numbers of the dictionaries this program has, the newest last."""
    return tuple(sorted(int(file.stem) for file in resources.path("wire").glob(f"*{SUFFIX}")))


@lru_cache
def dictionary(number: int) -> ZstdCompressionDict:
    """One of those shipped."""
    return ZstdCompressionDict(resources.read_bytes(f"wire/{number}{SUFFIX}"))
