"""Examples that take a signing publisher to make."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.updates.publisher import Publisher, make_publisher, make_version


@cache
def publisher() -> Publisher:
    """The keys of this run."""
    return make_publisher()


@cache
def update_bundle() -> bytes:
    """A whole update of a small program."""
    with TemporaryDirectory() as folder:
        new = make_version(Path(folder) / "new", 2, publisher().public, {"app/desk.bin": bytes(range(256)) * 8})
        return publisher().bundle(Path(folder) / "update.mcu", new.folder).read_bytes()
