"""Copy the licence texts of everything in requirements.lock to a folder:  python -m installer.licences FOLDER."""

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

LOCK = Path(__file__).parents[1] / "requirements.lock"
NAMED = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)
TEXT = re.compile(r"(LICEN[CS]E|COPYING|NOTICE|AUTHORS)[^/]*\Z", re.IGNORECASE)


def main() -> None:
    """One folder a package, as its publisher wrote them."""
    (target,) = map(Path, sys.argv[1:])
    for name in sorted(set(NAMED.findall(LOCK.read_text(encoding="utf-8")))):
        try:
            copy(distribution(name), target / name)
        except PackageNotFoundError:  # of another platform
            continue


def copy(package: Distribution, target: Path) -> None:
    """Its texts; two of one name are told apart by their folder."""
    for file in package.files or ():
        if ".dist-info" in file.parts[0] and TEXT.search(file.name):
            target.mkdir(parents=True, exist_ok=True)
            (target / "-".join(file.parts[1:])).write_bytes(file.read_binary())


if __name__ == "__main__":
    main()
