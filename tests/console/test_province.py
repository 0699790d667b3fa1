"""`motcua province`: the reference server, its codes and its own check."""

import json
import socket
import urllib.request
from pathlib import Path

import pytest

from tests.console.consoles import Console, province


def test_it_says_where_it_listens_and_answers_there(tmp_path: Path) -> None:
    with province(tmp_path) as url, urllib.request.urlopen(f"{url}/health", timeout=10) as answer:
        assert json.load(answer)["ok"] is True


def test_a_code_in_words_and_as_data(console: Console, tmp_path: Path) -> None:
    said = console("province", "--folder", tmp_path, "--new-code", "H99.001", "--slot", "2", "--json")
    assert said.code == 0
    assert (said.data["unit"], said.data["slot"], len(said.data["code"])) == ("H99.001", 2, 11)
    words = console("province", "--folder", tmp_path, "--new-code", "H99.001").out
    assert "dùng một lần, trong 24 giờ" in words
    assert said.data["code"] not in words


def test_a_province_without_faults(console: Console, tmp_path: Path) -> None:
    said = console("province", "--folder", tmp_path, "--verify", "--json")
    assert (said.code, said.data) == (0, {"faults": []})


def test_beyond_this_machine_only_with_a_certificate(console: Console, tmp_path: Path) -> None:
    assert console("province", "--folder", tmp_path, "--host", "0.0.0.0", "--port", "0").refused("chứng chỉ TLS")


def test_a_certificate_that_is_none(console: Console, tmp_path: Path) -> None:
    (tmp_path / "chung-chi.pem").write_text("không phải")
    for name in ("chung-chi.pem", "khong-co.pem"):
        said = console("province", "--folder", tmp_path, "--port", "0", "--tls-cert", tmp_path / name)
        assert said.refused("chứng chỉ TLS không đọc được")


def test_a_port_in_use(console: Console, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert console("province", "--folder", tmp_path, "--port", port).refused(f"cổng {port}")


@pytest.mark.parametrize("port", ["70000", "-1", "http"])
def test_a_port_that_is_none(console: Console, port: str) -> None:
    assert console("province", f"--port={port}").code == 2


@pytest.mark.parametrize("url", ["nonsense", "mysql://localhost/x", "postgresql://127.0.0.1:1/x"])
def test_a_database_that_does_not_open(console: Console, tmp_path: Path, url: str) -> None:
    said = console("province", "--folder", tmp_path, "--database", url, "--verify")
    assert said.refused("ơ sở dữ liệu")


def test_an_administrator_a_backup_and_the_way_back(console: Console, tmp_path: Path) -> None:
    there, again = tmp_path / "tinh", tmp_path / "tinh-moi"
    made = console("province", "--folder", there, "--new-administrator", "quan-tri", "--json")
    assert (made.code, made.data) == (0, {"administrator": "quan-tri"})
    saved = console("province", "--folder", there, "--backup", tmp_path / "sao-luu", "--json")
    assert saved.data["scans"] == 0
    assert console("province", "--folder", there, "--restore", saved.data["folder"]).refused("đã có cơ sở dữ liệu")
    back = console("province", "--folder", again, "--restore", saved.data["folder"], "--json")
    assert (back.code, back.data["scans_awaited"]) == (0, 0)
    assert console("province", "--folder", again, "--verify").code == 0


def test_a_password_too_short_for_an_administrator(console: Console, tmp_path: Path) -> None:
    (tmp_path / "mat-khau").write_text("ngan", encoding="utf-8")
    words = ("--new-administrator", "quan-tri", "--passphrase-file", tmp_path / "mat-khau")
    assert console("province", "--folder", tmp_path, *words).refused("ít nhất 12 ký tự")


def test_a_store_of_scans_that_is_none(console: Console, tmp_path: Path) -> None:
    assert console("province", "--folder", tmp_path, "--port", "0", "--scans", "ftp://x").refused("s3://")
