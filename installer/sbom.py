"""What ships, and under which licence: a table for people, a CycloneDX list for programs, a no to what may not ship.

python -m installer.sbom [--table] [FILE]  writes the list as CycloneDX 1.6 JSON, or the table of docs/licences.md.
Packages are those of requirements.lock; libraries inside their wheels, which no package names, are kept by hand in
licences.json beside this file, as are licences that a package states in words only.
"""

import argparse
import json
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements.lock"
BY_HAND = Path(__file__).with_name("licences.json")

REFUSED = re.compile(r"(?<![A-Z])A?GPL")
"""The GNU licences that would reach into our own code; LGPL is allowed, unmodified and replaceable."""

_LINE = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)[^\n]*(?:\n\s+(?:--hash=\S+ ?\\?)+)*", re.MULTILINE)
_HASH = re.compile(r"sha256:([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Part:
    """A package or a library inside one; `inside` names the package, `hashes` are of the files that may be taken."""

    name: str
    version: str
    licence: str
    inside: str = ""
    hashes: tuple[str, ...] = ()


def parts() -> list[Part]:
    """Everything that ships, packages first."""
    by_hand = json.loads(BY_HAND.read_text(encoding="utf-8"))
    said = by_hand["said_otherwise"]
    locked = [
        Part(match[1], match[2], said.get(match[1]) or licence_of(match[1]), hashes=tuple(_HASH.findall(match[0])))
        for match in _LINE.finditer(LOCK.read_text(encoding="utf-8"))
    ]
    return locked + [Part(each["name"], each["version"], each["licence"], each["in"]) for each in by_hand["inside"]]


def licence_of(name: str) -> str:
    """What the installed package states; empty where it states nothing or is of another platform."""
    try:
        stated = distribution(name).metadata
    except PackageNotFoundError:
        return ""
    for field in ("License-Expression", "License"):
        if said := stated.get_all(field):
            return str(said[0])
    words = [said.rpartition(" :: ")[2] for said in stated.get_all("Classifier", []) if said.startswith("License ::")]
    return " OR ".join(words)


def faults(shipped: list[Part]) -> Iterator[str]:
    """Why something may not ship."""
    for part in shipped:
        if not part.licence:
            yield f"{part.name} {part.version}: no licence is known; name it in {BY_HAND.name}"
        elif all(REFUSED.search(choice) for choice in re.split(r"\s+OR\s+", part.licence)):
            yield f"{part.name} {part.version}: {part.licence} may not ship"


def table(shipped: list[Part]) -> str:
    """docs/licences.md."""
    told = "Written by `python -m installer.sbom --table docs/licences.md`; the texts lie in the packages."
    rows = (
        f"| {part.name} | {part.version or '–'} | {part.licence} | {part.inside or '–'} |\n"
        for part in sorted(shipped, key=lambda part: (part.name.lower(), part.version))
    )
    heads = "| part | version | licence | inside |\n|---|---|---|---|\n"
    return f"# Licences of what ships\n\n{told}\n\n{heads}" + "".join(rows)


def bom(shipped: list[Part]) -> str:
    """CycloneDX 1.6; the same lock gives the same list but for its date (SOURCE_DATE_EPOCH where that is set)."""
    made_at = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", datetime.now(UTC).timestamp())), UTC)
    components = [
        {
            "type": "library", "bom-ref": ref(part), "name": part.name, "version": part.version,
            "licenses": [{"license": {"name": part.licence}}],
            **({"purl": f"pkg:pypi/{part.name}@{part.version}"} if not part.inside else {}),
            **({"hashes": [{"alg": "SHA-256", "content": part.hashes[0]}]} if len(part.hashes) == 1 else {}),
        }
        for part in shipped
    ]  # fmt: skip
    packages = [part for part in shipped if not part.inside]
    depends = [{"ref": "motcua", "dependsOn": [ref(part) for part in packages]}]
    depends += [
        {"ref": ref(package), "dependsOn": [ref(part) for part in shipped if part.inside == package.name]}
        for package in packages
    ]
    text = json.dumps(components)
    return json.dumps({
        "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
        "serialNumber": uuid5(NAMESPACE_URL, text).urn,
        "metadata": {
            "timestamp": made_at.isoformat(),
            "component": {"type": "application", "bom-ref": "motcua", "name": "motcua",
                          "licenses": [{"license": {"id": "Apache-2.0"}}]},
        },
        "components": components, "dependencies": depends,
    }, indent=1)  # fmt: skip


def ref(part: Part) -> str:
    """How one part names another within the list."""
    return "/".join(filter(None, (part.inside, f"{part.name}@{part.version}")))


def main() -> int:
    """Write what was asked for; exit 1 where something may not ship."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--table", action="store_true", help="the table for people instead")
    parser.add_argument("file", nargs="?", type=Path)
    options = parser.parse_args()
    shipped = parts()
    refused = list(faults(shipped))
    text = table(shipped) if options.table else bom(shipped)
    if options.file:
        options.file.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    sys.stderr.write("".join(f"{fault}\n" for fault in refused))
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
