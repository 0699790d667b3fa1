"""Write into a packaged tree which release it is:  python -m installer.release TREE [--number N] [--publisher HEX].

What an installation says of itself (`release.json` beside the program) decides which updates it takes: those with a
larger number, under the publisher's root key. Both stand in installer/release.json; a release raises the number.
"""

import argparse
import tomllib
from pathlib import Path

import msgspec

from sync.updates.installation import RELEASE_FILE, Release, this_platform

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Write the file; what is not given comes from installer/release.json and pyproject.toml."""
    facts = msgspec.json.decode((ROOT / "installer" / "release.json").read_bytes())
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tree", type=Path)
    parser.add_argument("--number", type=int, default=facts["number"])
    parser.add_argument("--publisher", default=facts["publisher"], help="public half of the root key, hex")
    parser.add_argument("--platform", default=this_platform(), help="linux-x86_64, linux-aarch64 or windows-x86_64")
    options = parser.parse_args()
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    release = Release(
        number=options.number, version=version, platform=options.platform, publisher=bytes.fromhex(options.publisher)
    )
    (options.tree / RELEASE_FILE).write_bytes(msgspec.json.encode(release) + b"\n")


if __name__ == "__main__":
    main()
