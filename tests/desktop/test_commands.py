"""One registry for keys, buttons and palette."""

from desktop import keys
from desktop.commands import Command, Commands


def command(name: str, key: str, ran: list[str], *, possible: bool = True, title: str = "") -> Command:
    return Command(id=name, title=title or name, key=key, run=lambda: ran.append(name), enabled=lambda: possible)


def test_the_screen_in_front_gets_a_key_before_the_frame() -> None:
    ran: list[str] = []
    commands = Commands()
    commands.set_frame([command("frame", "F9", ran)])
    commands.set_screen([command("screen", "F9", ran)])
    assert commands.press("F9")
    commands.set_screen([command("screen", "F9", ran, possible=False)])
    assert commands.press("F9")
    assert ran == ["screen", "frame"]


def test_a_key_that_nothing_carries_does_nothing() -> None:
    assert not Commands().press("F11")


def test_ctrl_enter_is_f10_and_f3_is_ctrl_k() -> None:
    ran: list[str] = []
    commands = Commands()
    commands.set_frame([command("finish", keys.FINISH, ran), command("box", keys.TOP_BOX, ran)])
    assert commands.press(keys.FINISH_TOO)
    assert commands.press(keys.TOP_BOX_TOO)
    assert ran == ["finish", "box"]


def test_the_palette_finds_by_beginnings_and_initials_without_marks() -> None:
    ran: list[str] = []
    commands = Commands()
    commands.set_frame([
        command("print", "", ran, title="In lại biên nhận"),
        command("sync", "", ran, title="Đồng bộ cuối ngày"),
        command("off", "", ran, title="In sổ", possible=False),
    ])  # fmt: skip
    assert [found.id for found in commands.search("in bien")] == ["print"]
    assert [found.id for found in commands.search("dong bo")] == ["sync"]
    assert [found.id for found in commands.search("bn")] == ["print", "sync"][:1]
    assert commands.search("xyz") == []


def test_no_key_of_the_frame_is_the_window_managers() -> None:
    """F10 with Shift opens menus and Alt+F4 closes windows: neither is ever ours (UX D.2)."""
    assert not {"Shift+F10", "Alt+F4"} & set(keys.ANYWHERE)
    assert len(set(keys.ANYWHERE)) == len(keys.ANYWHERE)
