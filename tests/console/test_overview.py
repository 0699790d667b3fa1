"""The one program: every word has its help, nothing wrong ends in a traceback."""

import signal
import subprocess
from pathlib import Path

import pytest

from desktop.cli import COMMANDS
from tests.console.consoles import DEADLINE_S, MOTCUA, ROOT, Console, environment, motcua


def test_help_lists_every_command(console: Console) -> None:
    said = console("--help")
    assert (said.code, said.err) == (0, "")
    assert all(word in said.out for word in COMMANDS)


def test_an_unknown_word_is_refused_with_the_list(console: Console) -> None:
    said = console("gui-di")
    assert (said.code, said.out) == (2, "")
    assert "“gui-di”" in said.err
    assert "province" in said.err


@pytest.mark.parametrize("word", COMMANDS)
def test_every_command_explains_itself(console: Console, word: str) -> None:
    said = console(word, "--help")
    assert (said.code, said.err) == (0, "")
    assert f"motcua {word}" in said.out


@pytest.mark.parametrize("word", ["setup", "new"])
def test_every_action_of_office_explains_itself(console: Console, word: str) -> None:
    assert console("office", word, "--help").code == 0


@pytest.mark.parametrize("word", sorted(COMMANDS.keys() - {"open_desk"}))
def test_an_option_nobody_knows_is_refused(console: Console, word: str) -> None:
    said = console(word, "--khong-co")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("usage:")


def test_without_a_screen_the_desk_says_so() -> None:
    """Qt would end the process with a core dump."""
    off = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    env = {name: value for name, value in environment().items() if name not in off}
    done = subprocess.run([*MOTCUA], env=env, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=DEADLINE_S)
    assert done.returncode == 1
    assert "không có màn hình" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_reader_that_walks_away_ends_a_command_quietly() -> None:
    """`motcua due … | head -0`."""
    command = [*MOTCUA, "due", "--procedure", "2.000815", "--received", "2026-11-23T15:10"]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert child.stdout is not None
    child.stdout.close()
    with child:
        assert child.stderr is not None
        assert child.stderr.read() == b""
        assert child.wait(DEADLINE_S) == 1


def test_a_command_without_standard_output_does_its_work(home: Path) -> None:
    shell = f'{" ".join(MOTCUA)} verify --home "{home}" >&-'
    done = subprocess.run(["sh", "-c", shell], env=environment(), cwd=ROOT, capture_output=True, timeout=DEADLINE_S)
    assert (done.returncode, done.stderr) == (0, b"")


def test_ctrl_c_ends_with_a_sentence(tmp_path: Path) -> None:
    command = [*MOTCUA, "province", "--folder", str(tmp_path), "--port", "0", "--json"]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
    with child:
        assert child.stdout is not None
        assert child.stderr is not None
        assert "url" in child.stdout.readline()
        child.send_signal(signal.SIGINT)
        assert child.wait(DEADLINE_S) == 130
        assert child.stderr.read() == "Đã dừng theo yêu cầu. Những gì đã lưu vẫn còn nguyên.\n"


def test_vietnamese_comes_out_whole_on_a_machine_of_another_alphabet() -> None:
    said = motcua("due", "--procedure", "9.999999", "--received", "2026-11-23", PYTHONIOENCODING="ascii")
    assert said.refused("Danh mục không có thủ tục 9.999999")


def test_what_the_system_refuses_is_one_sentence(console: Console, tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("")
    said = console("province", "--folder", tmp_path / "tep" / "tinh", "--verify")
    assert said.refused("Những gì đã lưu vẫn nguyên")
