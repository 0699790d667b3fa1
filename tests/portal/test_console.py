"""`motcua portal send` as the province's administrator meets it."""

import json
from pathlib import Path

import pytest

from desktop.cli import main
from tests.portal.conftest import Reporting
from tests.portal.stand_in import DSTCODE, PASSWORD, USERNAME, Fault


def words(reporting: Reporting, *more: str) -> list[str]:
    """The command a province would run each night."""
    place = ["--folder", str(reporting.province.folder), "--address", reporting.portal.url]
    return ["portal", "send", *place, "--username", USERNAME, "--dstcode", DSTCODE, *more]


@pytest.fixture
def password(tmp_path: Path) -> str:
    """A file with the password of the account."""
    file = tmp_path / "password"
    file.write_text(f"{PASSWORD}\n", encoding="utf-8")
    return str(file)


def test_a_run_says_how_many_and_which_wait(
    reporting: Reporting, password: str, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = reporting.take_in(2)
    reporting.portal.refused = {taken[0].code: "Thiếu số giấy tờ"}
    assert main(words(reporting, "--password-file", password)) == 1
    said = capsys.readouterr().out
    assert f"{taken[0].code}: Thiếu số giấy tờ" in said
    assert "đã nhận 1 hồ sơ; còn 1 hồ sơ chưa tới Cổng" in said
    reporting.portal.refused = {}
    assert main(words(reporting, "--password-file", password, "--json")) == 0
    answer: dict[str, object] = {"sent": 1, "unchanged": 0, "refused": 0, "waiting": 0, "fault": None, "refusals": []}
    assert json.loads(capsys.readouterr().out) == answer


def test_a_fault_is_said_after_what_was_done(
    reporting: Reporting, password: str, capsys: pytest.CaptureFixture[str]
) -> None:
    reporting.take_in(4)
    reporting.portal.fail("DongBoHoSoMC", *[Fault.ERROR_500] * 3)
    assert main(words(reporting, "--password-file", password, "--json")) == 1
    said = capsys.readouterr()
    answer = json.loads(said.out)
    assert (answer["sent"], answer["refused"], answer["waiting"]) == (0, 3, 4)
    assert "Hồ sơ vẫn nguyên ở máy chủ tỉnh" in said.err


def test_the_password_from_the_environment_and_once_more_on_demand(
    reporting: Reporting, monkeypatch: pytest.MonkeyPatch
) -> None:
    (taken,) = reporting.take_in(1)
    monkeypatch.setenv("MOTCUA_PORTAL_PASSWORD", PASSWORD)
    days = ("--from", "2026-11-23", "--to", "2026-11-23")
    assert main(words(reporting, *days)) == 0
    assert main(words(reporting, "--again", taken.code)) == 0
    assert reporting.portal.dossiers[taken.code].updates == 1


def test_without_a_password_nothing_is_asked(
    reporting: Reporting, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("MOTCUA_PORTAL_PASSWORD", raising=False)
    assert main(words(reporting)) == 1
    assert "Cần mật khẩu kết nối Cổng" in capsys.readouterr().err
    assert reporting.portal.log == []
