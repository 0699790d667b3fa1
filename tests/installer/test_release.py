"""No release is built whose updates nobody could sign, or anybody; no bundle is signed that nobody takes."""

import re
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from installer import sign_release
from installer.release import FACTS, Facts, NotForRelease, name_release, read_facts
from installer.sign_release import make_key, name_keys, public_half, read_key
from installer.windows.build import setup_name
from sync.updates.installation import Release, installation_in
from tests.updates.publisher import make_version

ROOT = Path(__file__).parents[2]
PLATFORM = "linux-x86_64"


@pytest.fixture
def root() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.generate()


@pytest.fixture
def release() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.generate()


@pytest.fixture
def facts(root: Ed25519PrivateKey, release: Ed25519PrivateKey) -> Facts:
    """What the publisher commits."""
    return Facts(3, public_half(root).hex(), name_keys(root, 1, (public_half(release),)).hex())


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    folder = tmp_path / "tree"
    folder.mkdir()
    (folder / "library.so").write_bytes(b"\x7fELF")
    return folder


def of(tree: Path) -> Release:
    found = installation_in(tree)
    assert found is not None
    return found.release


def test_a_release_believes_the_root_key_that_is_proven_to_be_held(
    tree: Path, facts: Facts, root: Ed25519PrivateKey
) -> None:
    name_release(tree, PLATFORM, facts, trial=False)
    assert (of(tree).number, of(tree).publisher) == (3, public_half(root))


def test_without_a_publisher_there_is_no_release(tree: Path) -> None:
    for place in (tree, None):
        with pytest.raises(NotForRelease, match="names no publisher"):
            name_release(place, PLATFORM, Facts(1, "", ""), trial=False)
    assert installation_in(tree) is None


def test_a_key_that_nobody_is_known_to_hold_is_not_shipped(tree: Path, facts: Facts) -> None:
    """A slip of the finger, another's key, or zeros put there for the time being: no office could be updated again."""
    stranger = public_half(Ed25519PrivateKey.generate()).hex()
    slipped = facts.publisher[:-1] + ("0" if facts.publisher[-1] != "0" else "1")
    for publisher in (stranger, slipped, "00" * 32, facts.publisher[:-2]):
        with pytest.raises(NotForRelease, match="perhaps nobody holds that key"):
            name_release(tree, PLATFORM, msgspec.structs.replace(facts, publisher=publisher), trial=False)
    with pytest.raises(NotForRelease, match="perhaps nobody holds that key"):
        name_release(tree, PLATFORM, msgspec.structs.replace(facts, keys=""), trial=False)
    assert installation_in(tree) is None


@pytest.mark.parametrize("whose", ["root", "release"])
def test_a_private_half_among_the_files_stops_the_build(
    whose: str, tree: Path, facts: Facts, request: pytest.FixtureRequest
) -> None:
    (tree / "a").mkdir()
    (tree / "a" / "forgotten").write_bytes(request.getfixturevalue(whose).private_bytes_raw())
    (tree / "thumbnail").write_bytes(bytes(range(32)))
    with pytest.raises(NotForRelease, match="a/forgotten is a private key"):
        name_release(tree, PLATFORM, facts, trial=False)
    (tree / "a" / "forgotten").unlink()
    name_release(tree, PLATFORM, facts, trial=False)


def test_a_trial_believes_nobody_also_where_there_are_keys(tree: Path, facts: Facts) -> None:
    name_release(tree, PLATFORM, facts, trial=True)
    assert of(tree).publisher == b""
    assert setup_name("1.2.0", trial=True) == "motcua-1.2.0-trial-setup.exe"
    assert setup_name("1.2.0", trial=False) == "motcua-1.2.0-setup.exe"


@pytest.mark.parametrize("package", ["windows", "debian"])
def test_what_is_committed_is_a_release_or_the_build_stops_before_its_first_step(package: str) -> None:
    """The command people type, and the hosted workflow's: neither asks for a trial."""
    workflow = (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
    assert re.search(r"installer/package windows (?!--trial)", workflow)
    if read_facts().publisher:
        name_release(None, PLATFORM, read_facts(), trial=False)
        return
    done = subprocess.run(
        ["sh", str(ROOT / "installer" / "package"), package], capture_output=True, text=True,
        env={"PATH": "/usr/bin:/bin", "VENV": str(Path(sys.executable).parents[1])},
    )  # fmt: skip
    assert done.returncode != 0
    assert done.stdout == ""
    assert done.stderr.startswith("installer/release.json names no publisher: nobody could sign an update.")


def test_the_page_for_the_publisher_names_what_is_committed() -> None:
    page = (ROOT / "docs" / "install.md").read_text(encoding="utf-8")
    chapter = page.partition("### For the publisher")[2].partition("### For the province")[0]
    assert [name for name in msgspec.json.decode(FACTS.read_bytes()) if f'`"{name}"`' not in chapter] == []


def test_a_key_is_not_made_inside_the_source() -> None:
    inside = ROOT / "installer" / "root.key"
    with pytest.raises(SystemExit, match="lies in the source"):
        make_key(inside)
    assert not inside.exists()


def test_what_name_keys_prints_makes_a_release(
    tmp_path: Path, tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make_key(tmp_path / "root.key")
    public = make_key(tmp_path / "release.key")
    words = ["name-keys", "--root", str(tmp_path / "root.key"), "--number", "1", "--release", public]
    monkeypatch.setattr(sys, "argv", ["sign_release", *words, "--out", str(tmp_path / "keys")])
    sign_release.main()
    printed = capsys.readouterr().out.partition("\n")[2]
    name_release(tree, PLATFORM, msgspec.json.decode(f'{{"number": 1, {printed}}}', type=Facts), trial=False)
    assert of(tree).publisher == public_half(read_key(tmp_path / "root.key"))


def test_a_bundle_no_installation_would_take_is_not_signed(
    tmp_path: Path, root: Ed25519PrivateKey, release: Ed25519PrivateKey
) -> None:
    """Found out at the publisher's desk, and not in fifty communes."""
    keys = name_keys(root, 1, (public_half(release),))
    publisher = public_half(root)
    first, second, trial = (
        make_version(tmp_path / name, number, whom).folder
        for name, number, whom in [("1", 1, publisher), ("2", 2, publisher), ("trial", 3, b"")]
    )
    sign_release.check_believed(release, keys, second, [first])
    others = name_keys(Ed25519PrivateKey.generate(), 1, (public_half(release),))
    for key, named, new, since, why in [
        (release, keys, trial, [first], "it is a trial"),
        (release, others, second, [first], "another root key"),
        (Ed25519PrivateKey.generate(), keys, second, [first], "does not name this release key"),
        (release, keys, first, [second], "no smaller number"),
        (release, keys, second, [second], "no smaller number"),
    ]:
        with pytest.raises(SystemExit, match=why):
            sign_release.check_believed(key, named, new, since)
