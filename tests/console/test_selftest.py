"""`motcua selftest`: everything is tried on a scratch office, the slip is kept where asked, and nothing else stays."""

from pathlib import Path

from tests.console.consoles import motcua


def test_everything_is_tried_without_a_window_system_and_leaves_only_the_slip(tmp_path: Path) -> None:
    slip, scratch = tmp_path / "slip.pdf", tmp_path / "scratch"
    scratch.mkdir()
    said = motcua(
        "selftest", "--slip", slip, "--json", before="import sys; sys.modules['PySide6'] = None", TMPDIR=str(scratch)
    )
    assert (said.code, said.err) == (0, "")
    assert len(said.data["took_ms"]) == 7
    assert slip.read_bytes().startswith(b"%PDF-")
    assert list(scratch.iterdir()) == []
