"""What of the Windows set-up can be judged without building it: what is kept, what is said, and what must agree."""

import re
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import pip
import pytest

from installer.windows import imports, runtime, tree
from sync.hub.place import PORT

ROOT = Path(__file__).parents[2]
WINDOWS = ROOT / "installer" / "windows"
SCRIPT = (WINDOWS / "setup.nsi").read_text(encoding="utf-8")
WORDS = (WINDOWS / "words.nsh").read_text(encoding="utf-8")
INSTALL = (ROOT / "docs" / "install.md").read_text(encoding="utf-8")
A_WINDOWS_PROGRAM = Path(pip.__file__).parent / "_vendor" / "distlib" / "t64.exe"


def test_every_import_is_shipped_or_belongs_to_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "program.exe").write_bytes(A_WINDOWS_PROGRAM.read_bytes())
    assert imports.missing_imports(tmp_path) == {}
    monkeypatch.setattr(imports, "WINDOWS", frozenset())
    missing = imports.missing_imports(tmp_path)
    assert missing["kernel32.dll"] == ["program.exe"]
    (tmp_path / "KERNEL32.dll").write_bytes(A_WINDOWS_PROGRAM.read_bytes())
    assert "kernel32.dll" not in imports.missing_imports(tmp_path)


def test_of_a_runtime_only_what_the_desk_needs_is_taken(tmp_path: Path) -> None:
    taken = {"python313.dll", "_ssl.pyd", "VCRUNTIME140.dll"}
    for name in taken | {"_tkinter.pyd", "_ssl.cp313t-win_amd64.pyd", "api-ms-win-crt-heap-l1-1-0.dll", "python.exe"}:
        (tmp_path / name).touch()
    assert {file.name for file in runtime.wanted(tmp_path)} == taken


def test_qt_keeps_what_the_window_imports_and_nothing_that_is_gpl(tmp_path: Path) -> None:
    kept = [
        "Qt6Widgets.dll", "QtWidgets.pyd", "pyside6.abi3.dll", "msvcp140.dll", "__init__.py",
        "plugins/platforms/qwindows.dll", "translations/qtbase_vi.qm",
    ]  # fmt: skip
    dropped = [
        "Qt6Quick.dll", "QtQuick.pyd", "designer.exe", "opengl32sw.dll", "translations/qtbase_de.qm",
        "plugins/imageformats/qpdf.dll", "plugins/platforminputcontexts/qtvirtualkeyboardplugin.dll", "qml/a.qml",
    ]  # fmt: skip
    for name in kept + dropped:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    tree.prune_qt(tmp_path)
    assert {file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*") if file.is_file()} == set(kept)


def test_the_packed_library_is_the_same_bytes_from_the_same_files(tmp_path: Path) -> None:
    library = tmp_path / "library"
    (library / "json").mkdir(parents=True)
    for name in ("os.pyc", "json/decoder.pyc", "os.py"):
        (library / name).write_text(name, encoding="ascii")
    packs = [tmp_path / "one.zip", tmp_path / "two.zip"]
    for pack in packs:
        tree.pack(library, pack)
    assert packs[0].read_bytes() == packs[1].read_bytes()
    assert zipfile.ZipFile(packs[0]).namelist() == ["json/decoder.pyc", "os.pyc"]


def test_set_up_speaks_two_languages() -> None:
    said = re.findall(r'^!insertmacro Say (\w+) \\?\s*"(.+)" \\?\s*"(.+)"', WORDS, re.MULTILINE)
    assert len(said) == WORDS.count("!insertmacro Say ")
    assert [name for name, vietnamese, english in said if vietnamese == english or not english.isascii()] == []
    assert {name for name, _, _ in said} >= set(re.findall(r"\$\((\w+)\)", SCRIPT))


def test_the_firewall_opens_the_hubs_port_and_the_page_says_so() -> None:
    assert f"!define HUB_PORT {PORT}\n" in SCRIPT
    assert f"TCP port {PORT}," in INSTALL


def test_the_page_names_every_exit_code_and_option() -> None:
    codes = re.findall(r"^!define (?:OLD_WINDOWS|DESK_OPEN|NO_RIGHTS|NEWER_THERE) (\d)", SCRIPT, re.MULTILINE)
    assert len(codes) == 4
    assert [code for code in codes if f"\n| {code} | " not in INSTALL] == []
    options = re.findall(r'\$\{GetOptions\} \$R0 "(/\w+)"', SCRIPT)
    assert [option for option in options if f"`{option}`" not in INSTALL] == []


def test_removal_deletes_only_what_set_up_brought() -> None:
    """A folder deleted whole under %LOCALAPPDATA% is either the ticked data or the versions an update brought."""
    deleted = re.findall(r'RMDir /r "\$LOCALAPPDATA\\(.+)"', SCRIPT)
    assert sorted(deleted) == ["motcua", "motcua-versions"]
    assert 'RMDir /r "$INSTDIR"' not in SCRIPT


def test_the_manifest_asks_for_no_rights_and_for_windows_10() -> None:
    manifest = ET.parse(WINDOWS / "motcua.manifest")
    text = ET.tostring(manifest.getroot(), encoding="unicode")
    assert 'level="asInvoker"' in text
    assert "8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a" in text


def test_a_release_takes_the_same_python() -> None:
    workflow = (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
    assert f'EMBEDDED_PYTHON: "{runtime.PYTHON}.' in workflow
