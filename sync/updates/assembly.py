"""A version put together side by side with the one in use, each file proven by its hash before and after the disk."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import msgspec
from zstandard import DICT_TYPE_RAWCONTENT, ZstdCompressionDict, ZstdDecompressor, ZstdError

from dossiers.errors import KnownError
from dossiers.store.durable import disk_full, free_bytes, sync_folder, write_fault
from sync.updates.bundle import MAX_FILE_BYTES, Bundle, File, Manifest, by_content, patch_name, whole_name
from sync.updates.faults import LacksFiles, Unreadable
from sync.updates.installation import RELEASE_FILE, Installation, Release

CHUNK_BYTES = 1 << 20
SPARE_BYTES = 256 << 20
"""Room that stays free beside a new version, for the office's own work."""

Progress = Callable[[int, int], object]
"""Files done, files in all."""


@dataclass(frozen=True, slots=True)
class Source:
    """How a file of the new version comes about: as it is here, as a patch of one here, or whole from the bundle."""

    kept: Path | None
    part: str


def index(folder: Path) -> dict[str, bytes]:
    """The SHA-256 of every file of an installation, by its path in it."""
    return {_inside(path, folder): hash_file(path) for path in sorted(folder.rglob("*")) if path.is_file()}


def ways(manifest: Manifest, base: Path) -> dict[bytes, list[Source]]:
    """How each content can come about here, the smallest way first; one way only where it is here already."""
    here = index(base)
    kept = {digest: base / path for path, digest in here.items()}
    found: dict[bytes, list[Source]] = {}
    for digest, paths in by_content((file.path, file.sha256) for file in manifest.files).items():
        patches = [Source(base / path, patch_name(here[path], digest)) for path in paths if path in here]
        whole = Source(None, whole_name(digest))
        found[digest] = [Source(kept[digest], "")] if digest in kept else [*patches, whole]
    return found


def plan(manifest: Manifest, bundle: Bundle, base: Path) -> dict[bytes, Source]:
    """The way the bundle has for each content; raises LacksFiles before anything is written."""
    chosen: dict[bytes, Source] = {}
    for digest, sources in ways(manifest, base).items():
        if (way := next((way for way in sources if not way.part or bundle.has(way.part)), None)) is not None:
            chosen[digest] = way
    if lacking := len({file.sha256 for file in manifest.files}) - len(chosen):
        raise LacksFiles(lacking)
    return chosen


def assemble(manifest: Manifest, bundle: Bundle, base: Installation, target: Path, progress: Progress) -> None:
    """Write the version into the new folder `target` and read all of it back; raises UpdateFault or KnownError.

    What is there already is copied and hashed on the way, so a file that has rotted on this disk is noticed here.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    needed = sum(file.size for file in manifest.files)
    if free_bytes(target.parent) < needed + SPARE_BYTES:
        raise disk_full()
    sources = plan(manifest, bundle, base.folder)
    written: dict[bytes, Path] = {}
    try:
        target.mkdir()
        for done, file in enumerate(manifest.files):
            progress(done, len(manifest.files))
            path = target / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            if file.sha256 in written:  # a library under two names: one file, or it would be loaded twice
                os.link(written[file.sha256], path)
                continue
            _write(path, contents(file, sources[file.sha256], bundle))
            path.chmod(0o755 if file.program else 0o644)
            written[file.sha256] = path
        release = Release(
            number=manifest.number, version=manifest.version, platform=manifest.platform,
            publisher=base.release.publisher,
        )  # fmt: skip
        _write(target / RELEASE_FILE, msgspec.json.encode(release))
        for folder in [target, *(path for path in target.rglob("*") if path.is_dir())]:
            sync_folder(folder)
    except OSError as error:
        raise write_fault(error) from error
    prove(manifest, target)


def contents(file: File, source: Source, bundle: Bundle) -> bytes:
    """The file's bytes, under the right hash; raises Unreadable."""
    if not source.part:
        assert source.kept is not None
        data = source.kept.read_bytes()
    else:
        squeezed = bundle.read(source.part, MAX_FILE_BYTES)
        if squeezed is None:
            raise Unreadable
        data = expand(squeezed, file.size, source.kept.read_bytes() if source.kept else b"")
    if len(data) != file.size or sha256(data).digest() != file.sha256:
        raise Unreadable
    return data


def expand(squeezed: bytes, size: int, old: bytes = b"") -> bytes:
    """A part of a bundle unpacked, never beyond the `size` that the signed manifest gives; raises Unreadable."""
    known = ZstdCompressionDict(old, dict_type=DICT_TYPE_RAWCONTENT) if old else None
    try:
        with ZstdDecompressor(dict_data=known, max_window_size=1 << 30).stream_reader(squeezed) as reader:
            return reader.read(size + 1)
    except (ZstdError, MemoryError) as error:
        raise Unreadable from error


def prove(manifest: Manifest, folder: Path) -> None:
    """Every file reads back from the disk as signed, and there is no other; raises KnownError."""
    there = {_inside(path, folder) for path in folder.rglob("*") if path.is_file()}
    wanted = {file.path for file in manifest.files} | {RELEASE_FILE}
    if there != wanted or any(hash_file(folder / file.path) != file.sha256 for file in manifest.files):
        raise KnownError("Ổ đĩa không giữ đúng những gì vừa ghi. Máy vẫn dùng phiên bản đang có. Kiểm tra ổ đĩa.")


def sweep(versions: Path, keep: set[int]) -> None:
    """Take away what an interrupted update left, and versions nobody goes back to."""
    for path in _folders(versions):
        if path.name.startswith(".incoming-") or (path.name.isdigit() and int(path.name) not in keep):
            shutil.rmtree(path, ignore_errors=True)


def hash_file(path: Path) -> bytes:
    """SHA-256 of a file."""
    digest = sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK_BYTES):
            digest.update(chunk)
    return digest.digest()


def _folders(versions: Path) -> Iterator[Path]:
    if versions.is_dir():
        yield from (path for path in list(versions.iterdir()) if path.is_dir())


def _inside(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as opened:
        opened.write(data)
        opened.flush()
        os.fsync(opened.fileno())
