"""setup.exe under Wine: installed, tried, shown, upgraded, refused, removed. Run by `./test packages`."""

import json
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from scanning.read import read_file
from tests.installer.shown import colours, picture, screen, settle, wait_until
from tests.installer.wine import PASSPHRASE, Wine, add_shims

pytestmark = pytest.mark.timeout(900)

PACKAGES = Path(__file__).parents[2] / "out" / "packages"
PICTURES = PACKAGES / "pictures"
UNINSTALL_KEY = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\Motcua"
LINKS = ("AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Một Cửa.lnk", "Desktop/Một Cửa.lnk")
OLD_WINDOWS, DESK_OPEN, NEWER_THERE = 3, 4, 6
A_WINDOW = 60
"""Colours: more than a bare screen or a frame has."""

BUTTON_PX = 3000


@pytest.fixture(scope="module")
def setup() -> Path:
    (file,) = PACKAGES.glob("motcua-*-setup.exe")
    return file


@pytest.fixture(scope="module")
def wine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wine]:
    windows = Wine(tmp_path_factory.mktemp("windows"))
    yield windows
    windows.cut_power()


@pytest.fixture(scope="module")
def program(wine: Wine, setup: Path) -> Path:
    """The folder of the installed program."""
    ended = wine.run(setup, "/S", "/CurrentUser")
    assert ended.code == 0, ended.said
    folder = wine.local / "Programs" / "Motcua"
    add_shims(folder, PACKAGES)
    return folder


@pytest.fixture(scope="module")
def home(wine: Wine, program: Path) -> Path:
    """A synthetic office where the program looks for this account's own."""
    folder = wine.local / "motcua"
    ended = wine.run(program / "motcua-cli.exe", "office", "new", "--home", windows(wine, folder), "--dossiers", "20")
    assert ended.code == 0, ended.said
    return folder


def windows(wine: Wine, path: Path) -> str:
    """A path on the prefix's disk as Windows writes it."""
    return "C:\\" + str(path.relative_to(wine.prefix / "drive_c")).replace("/", "\\")


def remove(wine: Wine, folder: Path, *words: str) -> int:
    """Run the uninstaller to its end, and not a copy of it whose end nobody sees; its exit code."""
    return wine.run(folder / "uninstall.exe", "/S", *words, f"_?={windows(wine, folder)}").code


def sound(wine: Wine, program: Path, home: Path) -> bool:
    """Whether the installed program finds the office's data whole."""
    ended = wine.run(program / "motcua-cli.exe", "verify", "--home", windows(wine, home), "--json")
    return ended.code == 0 and json.loads(ended.said)["faults"] == []


def test_it_stands_in_the_menu_on_the_desktop_and_in_the_list_of_programs(wine: Wine, program: Path) -> None:
    account = wine.local.parents[1]
    assert [link for link in LINKS if not (account / link).exists()] == []
    known = wine.registry(rf"HKCU\{UNINSTALL_KEY}")
    assert "/CurrentUser" in known
    assert (program / "licences" / "Motcua.txt").exists()


def test_the_installed_program_tries_itself(wine: Wine, program: Path) -> None:
    slip = wine.prefix / "drive_c" / "slip.pdf"
    ended = wine.run(program / "motcua-cli.exe", "selftest", "--json", "--slip", windows(wine, slip))
    assert ended.code == 0, ended.said
    print(ended.said)
    codes = {found.reading.text for found in read_file(slip, lambda _: False, thorough=True)}
    assert any(code.startswith("H99.001-") for code in codes)


def test_the_doctor_examines_an_office(wine: Wine, program: Path, home: Path) -> None:
    ended = wine.run(program / "motcua-cli.exe", "doctor", "--home", windows(wine, home), "--json")
    topics = {finding["topic"] for finding in json.loads(ended.said)}
    assert {"disk", "printer", "scanner", "reader"} <= topics


def test_the_window_opens_and_an_open_desk_is_left_alone(wine: Wine, setup: Path, program: Path, home: Path) -> None:
    with screen() as display:
        wine.start(program / "motcua.exe", display)
        wait_until(display, lambda: colours(display) > A_WINDOW, "the window")
        settle(display)
        sign_in = colours(display)
        type_keys(display, PASSPHRASE, "Return")
        wait_until(display, lambda: colours(display) > 1.5 * sign_in, "the desk")
        settle(display)
        keep(display, "window")
        assert wine.run(setup, "/S").code == DESK_OPEN
        assert remove(wine, program, "/CurrentUser") == DESK_OPEN
        assert (program / "motcua.exe").exists()
        wine.cut_power()
    assert sound(wine, program, home)


def test_an_upgrade_renews_the_program_and_keeps_the_office(wine: Wine, setup: Path, program: Path, home: Path) -> None:
    left_over = program / "app" / "left_over.pyc"
    left_over.touch()
    assert wine.run(setup, "/S").code == 0
    assert not left_over.exists()
    assert sound(wine, program, home)


def test_an_older_set_up_leaves_a_newer_program_alone(wine: Wine, setup: Path, program: Path) -> None:
    key = rf"HKCU\{UNINSTALL_KEY}"
    wine.run(Path("reg"), "add", key, "/v", "DisplayVersion", "/d", "99.0.0", "/f")
    assert wine.run(setup, "/S").code == NEWER_THERE
    wine.run(Path("reg"), "add", key, "/v", "DisplayVersion", "/d", "0.0.1", "/f")
    assert wine.run(setup, "/S").code == 0


def test_a_windows_too_old_is_told_so(setup: Path, tmp_path: Path) -> None:
    old = Wine(tmp_path / "windows-7")
    old.become("win7")
    assert old.run(setup, "/S").code == OLD_WINDOWS
    assert not (old.local / "Programs").exists()
    old.cut_power()


def test_every_page_in_vietnamese(wine: Wine, setup: Path) -> None:
    with screen() as display:
        shown = picture(display)
        wine.start(setup, display)
        for page in ("language", "welcome", "licence", "for-whom", "components", "folder"):
            wait_until(display, partial(shows_another_page, display, shown), page, within_s=60)
            settle(display)
            shown = keep(display, f"setup-{page}")
            type_keys(display, "Return")
        wine.cut_power()


def test_removal_keeps_the_data_unless_told(wine: Wine, setup: Path, program: Path, home: Path) -> None:
    assert remove(wine, program, "/CurrentUser") == 0
    assert not (program / "motcua.exe").exists()
    assert (home / "desk.db").exists()
    assert wine.registry(rf"HKCU\{UNINSTALL_KEY}") == ""
    assert wine.run(setup, "/S", "/CurrentUser", "/NODESKTOP").code == 0
    assert not (wine.local.parents[1] / LINKS[1]).exists()
    assert remove(wine, program, "/CurrentUser", "/DELETEDATA") == 0
    assert not home.exists()


def test_the_whole_computer(wine: Wine, setup: Path) -> None:
    assert wine.run(setup, "/S", "/AllUsers").code == 0
    folder = wine.prefix / "drive_c" / "Program Files" / "Motcua"
    assert (folder / "motcua.exe").exists()
    assert "/AllUsers" in wine.registry(rf"HKLM\{UNINSTALL_KEY}")
    assert (wine.prefix / "drive_c/ProgramData/Microsoft/Windows/Start Menu/Programs/Một Cửa.lnk").exists()
    assert remove(wine, folder, "/AllUsers") == 0
    assert not (folder / "motcua.exe").exists()


def type_keys(display: str, *keys: str) -> None:
    """Type texts and press named keys as a person would."""
    for key in keys:
        action = ["key", key] if key.isalpha() else ["type", "--delay", "60", key]
        subprocess.run(["xdotool", *action], env={"DISPLAY": display}, check=True)


def shows_another_page(display: str, before: Image.Image) -> bool:
    """Whether a window is there, and more of it differs from before than a button that was pressed."""
    now = picture(display)
    differs = ImageChops.difference(before, now).convert("L").point(lambda light: 255 if light else 0)
    return now.getcolors(1) is None and differs.histogram()[255] > BUTTON_PX


def keep(display: str, name: str) -> Image.Image:
    """Put what the screen shows among the pictures of the packages."""
    PICTURES.mkdir(exist_ok=True)
    shown = picture(display)
    shown.save(PICTURES / f"windows-{name}.png")
    return shown
