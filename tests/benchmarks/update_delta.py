"""What an update weighs: the bundle from the packaged tree before this one to this one, beside the package itself.

Needs two runs of `installer/package debian`; the second leaves both trees in out/packages.
"""

import json
import tempfile
import time
import zipfile
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from installer.sign_release import make_bundle, name_keys
from sync.updates.assembly import index

PACKAGES = Path(__file__).parents[2] / "out" / "packages"
BEFORE, AFTER = PACKAGES / "linux-before", PACKAGES / "linux"


def measure() -> dict[str, float]:
    """`update_delta_kb` (kB of 1000 bytes); empty where the two trees are not built."""
    if not BEFORE.exists() or not AFTER.exists():
        print("update_delta_kb: not built twice")
        return {}
    key = Ed25519PrivateKey.generate()
    keys = name_keys(key, 1, (key.public_key().public_bytes_raw(),))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "delta.mcu"
        started = time.perf_counter()
        make_bundle(file, key, keys, AFTER, [BEFORE], whole=False)
        took_s = time.perf_counter() - started
        with zipfile.ZipFile(file) as archive:
            parts = [part for part in archive.infolist() if "/" in part.filename]
        size = file.stat().st_size
    _print(size, parts, took_s)
    return {"update_delta_kb": round(size / 1000, 1)}


def _print(size: int, parts: list[zipfile.ZipInfo], took_s: float) -> None:
    before, after = index(BEFORE), index(AFTER)
    patches = [part for part in parts if part.filename.startswith("patches/")]
    print(f"files: {len(after)}, of them with other bytes than before: {len(set(after.items()) - set(before.items()))}")
    print(f"patched: {len(patches)}, {sum(part.file_size for part in patches) / 1000:.1f} kB")
    print(f"whole: {len(parts) - len(patches)}, {sum(p.file_size for p in parts if p not in patches) / 1000:.1f} kB")
    print(f"bundle with its signed list: {size / 1000:.1f} kB, made in {took_s:.1f} s")
    for package in sorted(PACKAGES.glob("*.deb")):
        print(f"{package.name}: {package.stat().st_size / 1000:.1f} kB, {package.stat().st_size / size:.0f} times that")


if __name__ == "__main__":
    print(json.dumps(measure()))
