"""The publisher's tool: makes the two keys, names and replaces release keys, and makes signed update bundles.

    python -m installer.sign_release make-key root.key                 # once, on a machine without a line
    python -m installer.sign_release make-key release.key
    python -m installer.sign_release name-keys --root root.key --number 1 --release PUBLIC --out keys
                                                    # what it prints goes into installer/release.json
    python -m installer.sign_release bundle --key release.key --keys keys --tree NEW [--since OLD …] --out motcua-2.mcu
    python -m installer.sign_release offer motcua-2.mcu [motcua-2-windows.mcu] --out update.json   # for a province

The root key names the release keys in a list with a number and is otherwise never used; a list with a larger number
replaces it, which is how a lost or stolen release key is put out of use. Nothing expires. `--since` names trees of
versions the bundle shall be small for; `--whole` makes it serve every installation.
"""

import argparse
import os
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from zstandard import DICT_TYPE_RAWCONTENT, ZstdCompressionDict, ZstdCompressionParameters, ZstdCompressor

from installer.release import ROOT
from sync.protocol import open_message, seal_message
from sync.sealing import BadSeal, Garbled
from sync.updates.assembly import index
from sync.updates.bundle import (
    KEYS,
    KEYS_PURPOSE,
    MANIFEST,
    MANIFEST_PURPOSE,
    Bundle,
    File,
    Manifest,
    ReleaseKeys,
    by_content,
    check_files,
    patch_name,
    whole_name,
)
from sync.updates.installation import RELEASE_FILE, Installation, installation_in
from sync.updates.offer import write_offer

LEVEL = 19
FIXED_TIME = (2026, 1, 1, 0, 0, 0)
"""Two bundles of the same trees are the same bytes."""


def make_key(file: Path) -> str:
    """A new key in a file only its owner can read; returns its public half in hex.

    Raises FileExistsError, and SystemExit inside the source: what lies there is committed or shipped one day.
    """
    if file.resolve().is_relative_to(ROOT):
        sys.exit(f"{file} lies in the source. Keep a key outside of it, on a medium that is locked away.")
    key = Ed25519PrivateKey.generate()
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
        opened.write(key.private_bytes_raw())
    return public_half(key).hex()


def read_key(file: Path) -> Ed25519PrivateKey:
    """A key that `make_key` wrote."""
    return Ed25519PrivateKey.from_private_bytes(file.read_bytes())


def public_half(key: Ed25519PrivateKey) -> bytes:
    """What others know a key by."""
    return key.public_key().public_bytes_raw()


def name_keys(root: Ed25519PrivateKey, number: int, release_keys: tuple[bytes, ...]) -> bytes:
    """The root key's list of release keys, sealed."""
    return seal_message(root, KEYS_PURPOSE, ReleaseKeys(number=number, keys=release_keys))


def manifest_of(tree: Installation, notes: str = "") -> Manifest:
    """What a packaged tree holds."""
    digests = index(tree.folder)
    files = tuple(
        File(path, digest, (tree.folder / path).stat().st_size, os.access(tree.folder / path, os.X_OK))
        for path, digest in digests.items()
        if path != RELEASE_FILE
    )
    check_files(files)
    release = tree.release
    return Manifest(
        number=release.number, version=release.version, platform=release.platform, files=files, notes=notes
    )


def contents(tree: Installation, since: list[Installation], *, whole: bool) -> Iterator[tuple[str, bytes]]:
    """The parts an installation of one of the `since` lacks, or with `whole` every file."""
    olds = [index(old.folder) for old in since]
    for digest, paths in by_content(index(tree.folder).items()).items():
        if paths == [RELEASE_FILE]:
            continue
        data = (tree.folder / paths[0]).read_bytes()
        served = not whole and bool(olds)
        for base, old in zip(since, olds, strict=True):
            before = next((path for path in paths if path in old), None)
            if digest in old.values():
                continue
            if before is None:
                served = False
            else:
                yield patch_name(old[before], digest), squeeze(data, (base.folder / before).read_bytes())
        if not served:
            yield whole_name(digest), squeeze(data)


def squeeze(data: bytes, old: bytes = b"") -> bytes:
    """A file for the bundle, whole or as what changed since `old`; long matches are found however far apart."""
    known = ZstdCompressionDict(old, dict_type=DICT_TYPE_RAWCONTENT) if old else None
    size = len(data) + len(old)
    window = max(size.bit_length(), 10)
    options = ZstdCompressionParameters.from_level(
        LEVEL, source_size=size, window_log=min(window, 30), enable_ldm=bool(old), write_checksum=True
    )
    return ZstdCompressor(dict_data=known, compression_params=options).compress(data)


def write_bundle(file: Path, keys: bytes, manifest: bytes, parts: Iterator[tuple[str, bytes]]) -> None:
    """One ZIP that stores them, written anew."""
    with zipfile.ZipFile(file, "x", zipfile.ZIP_STORED) as archive:
        for name, data in ((KEYS, keys), (MANIFEST, manifest)):
            archive.writestr(zipfile.ZipInfo(name, FIXED_TIME), data)
        written: set[str] = set()
        for name, data in parts:
            if name not in written:
                archive.writestr(zipfile.ZipInfo(name, FIXED_TIME), data)
                written.add(name)


def make_bundle(
    file: Path, key: Ed25519PrivateKey, keys: bytes, tree: Path, since: list[Path], *, whole: bool, notes: str = ""
) -> Manifest:
    """Sign a packaged tree as a bundle; raises SystemExit where a tree is none."""
    new, *olds = (_tree(path) for path in [tree, *since])
    manifest = manifest_of(new, notes)
    write_bundle(file, keys, seal_message(key, MANIFEST_PURPOSE, manifest), contents(new, olds, whole=whole))
    return manifest


def check_believed(key: Ed25519PrivateKey, keys: bytes, tree: Path, since: list[Path]) -> None:
    """Raises SystemExit where installations of these trees would not take what is about to be signed."""
    new, *olds = (_tree(path).release for path in [tree, *since])
    try:
        named = open_message(new.publisher, KEYS_PURPOSE, keys, ReleaseKeys).keys
    except (BadSeal, Garbled):
        sys.exit(f"{tree} believes another root key than the one that signed these keys, or nobody's: it is a trial.")
    if public_half(key) not in named:
        sys.exit("The root key's list does not name this release key.")
    if older := [path for path, old in zip(since, olds, strict=True) if old.number >= new.number]:
        sys.exit(f'{older[0]} has no smaller number than {new.number}: raise "number" in installer/release.json.')


def _tree(folder: Path) -> Installation:
    found = installation_in(folder)
    if found is None:
        sys.exit(f"{folder} is no packaged tree: it has no {RELEASE_FILE} (python -m installer.release).")
    return found


def arguments() -> argparse.ArgumentParser:
    """The jobs of a publisher."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    jobs = parser.add_subparsers(dest="job", required=True)
    jobs.add_parser("make-key").add_argument("file", type=Path)
    named = jobs.add_parser("name-keys")
    named.add_argument("--root", type=Path, required=True)
    named.add_argument("--number", type=int, required=True, help="larger than any before")
    named.add_argument("--release", action="append", required=True, metavar="PUBLIC", help="hex; may be repeated")
    named.add_argument("--out", type=Path, required=True)
    bundle = jobs.add_parser("bundle")
    bundle.add_argument("--key", type=Path, required=True)
    bundle.add_argument("--keys", type=Path, required=True, help="what name-keys wrote")
    bundle.add_argument("--tree", type=Path, required=True)
    bundle.add_argument("--since", type=Path, action="append", default=[], metavar="TREE")
    bundle.add_argument("--whole", action="store_true")
    bundle.add_argument("--notes", default="", help="what is new, for the clerk")
    bundle.add_argument("--out", type=Path, required=True)
    offer = jobs.add_parser("offer")
    offer.add_argument("bundles", type=Path, nargs="+")
    offer.add_argument("--out", type=Path, required=True)
    return parser


def main() -> None:
    """Do one of them and say so."""
    options = arguments().parse_args()
    if options.job == "make-key":
        print(f"The public half of {options.file}: {make_key(options.file)}")
    elif options.job == "name-keys":
        named = tuple(bytes.fromhex(text) for text in options.release)
        root = read_key(options.root)
        sealed = name_keys(root, options.number, named)
        options.out.write_bytes(sealed)
        print(f"List {options.number} names {len(named)} release keys. For installer/release.json:")
        print(f'  "publisher": "{public_half(root).hex()}",\n  "keys": "{sealed.hex()}"')
    elif options.job == "offer":
        options.out.write_bytes(write_offer([Bundle(path).head() for path in options.bundles]))
        print(f"{options.out}: for `motcua pack --sign update`, which the province's desks then hear of.")
    else:
        key, keys = read_key(options.key), options.keys.read_bytes()
        check_believed(key, keys, options.tree, options.since)
        manifest = make_bundle(
            options.out, key, keys, options.tree, options.since,
            whole=options.whole or not options.since, notes=options.notes,
        )  # fmt: skip
        print(f"{options.out}: release {manifest.number} for {manifest.platform}, {options.out.stat().st_size} bytes.")


if __name__ == "__main__":
    main()
