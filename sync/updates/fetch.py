"""The contents of an update over the province's line: only what is not here, resumed at the byte a cut left."""

import shutil
from pathlib import Path

from dossiers.store.durable import write_whole
from sync.client import Client, Partial
from sync.faults import LineFault, NotTheProvince
from sync.updates.assembly import Progress, Source, ways
from sync.updates.bundle import KEYS, MANIFEST, MAX_FILE_BYTES, Bundle, Head, Manifest
from sync.updates.faults import LacksFiles
from sync.updates.installation import Installation


def fetch(client: Client, head: Head, manifest: Manifest, base: Installation, folder: Path, watch: Progress) -> Bundle:
    """Fill `folder` with what this installation lacks, as a bundle; raises LineFault, or LacksFiles.

    What arrived stays in the folder, so that the next call goes on from there.
    """
    (folder / "files").mkdir(parents=True, exist_ok=True)
    (folder / "patches").mkdir(exist_ok=True)
    lacking = [sources for sources in ways(manifest, base.folder).values() if sources[0].part]
    for done, sources in enumerate(lacking):
        watch(done, len(lacking))
        if not any(_has(client, folder, way) for way in sources):
            raise LacksFiles(len(lacking) - done)
    write_whole(folder / KEYS, [head.keys])
    write_whole(folder / MANIFEST, [head.manifest])
    return Bundle(folder)


def forget(folder: Path) -> None:
    """Take away what was fetched."""
    shutil.rmtree(folder, ignore_errors=True)


def _has(client: Client, folder: Path, way: Source) -> bool:
    """Whether this part is here now; False where the province has none of that name."""
    if (folder / way.part).exists():
        return True
    begun = (folder / way.part).with_suffix(".part")
    part = _read_part(begun)
    try:
        client.fetch(f"/v1/update/{way.part}", part, most=MAX_FILE_BYTES)
    except NotTheProvince:
        return False
    except LineFault:
        write_whole(begun, [part.etag.encode(), b"\n", bytes(part.data)])
        raise
    write_whole(folder / way.part, [bytes(part.data)])
    begun.unlink(missing_ok=True)
    return True


def _read_part(begun: Path) -> Partial:
    if not begun.exists():
        return Partial()
    etag, _, data = begun.read_bytes().partition(b"\n")
    return Partial(etag.decode(), bytearray(data))
