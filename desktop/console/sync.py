"""Send everything unsent to the province and take in its answers; also enrols a desk by one-time code."""

import argparse
import json
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from desktop.console.homes import home_arguments, open_home
from desktop.line_asks import read_line
from desktop.line_words import waiting_words
from dossiers.clock import system_clock
from dossiers.errors import InvalidInput
from dossiers.store.desk import Desk
from sync import reclaim
from sync.client import Client
from sync.enrolment import enrol
from sync.membership import connect
from sync.progress import Ask, SyncReport

T = TypeVar("T")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `motcua sync`."""
    home_arguments(parser)
    parser.add_argument("--enrol", metavar="URL", help="enrol this desk with the province at URL first")
    parser.add_argument("--code", default="", help="the one-time enrolment code")
    parser.add_argument("--ca", type=Path, help="the province's CA certificate (PEM), required for https")
    parser.add_argument("--enrol-request", type=Path, metavar="FILE", help="write a request (.mcq) to carry on a stick")
    parser.add_argument("--enrol-answer", type=Path, metavar="FILE", help="take in the province's answer (.mca)")
    parser.add_argument("--words", default="", help="the six words the province reads out, with --enrol-answer")
    parser.add_argument("--json", action="store_true", help="answer as one JSON object")


def run(options: argparse.Namespace) -> int:
    """Exit 0 when everything is covered by a verified receipt, 1 when something still waits."""
    if options.enrol and not options.code:
        raise InvalidInput("Cần mã ghi danh một lần do tỉnh cấp: thêm --code.", field="code")
    with open_home(options) as desk:

        def ask(question: Callable[[Desk], T]) -> T:
            return question(desk)

        if options.enrol_request:
            return write_request(options, ask)
        if options.enrol_answer:
            return take_answer(options, ask)
        if options.enrol:
            with closing(Client(options.enrol, authority(options.ca))) as client:
                enrol(ask, client, options.code, system_clock)
        with closing(connect(desk)) as client:
            report = reclaim.run(ask, client, system_clock)
        said = f"{sentence(report)} {why_scans_wait(desk, report)}".rstrip()
    print(json.dumps(as_json(report), ensure_ascii=False) if options.json else said)
    if report.fault:
        print(report.fault, file=sys.stderr)
    return 0 if report.complete else 1


def write_request(options: argparse.Namespace, ask: Ask) -> int:
    """Write the request, and say its six words."""
    from sync import enrolment_file, fingerprint

    data = enrolment_file.write_request(ask, system_clock)
    options.enrol_request.write_bytes(data)
    words = fingerprint.words(data)
    sentence = f"Mang tệp {options.enrol_request} tới tỉnh. Khi tỉnh hỏi, đọc sáu từ: {words}"
    print(json.dumps({"words": words}, ensure_ascii=False) if options.json else sentence)
    return 0


def take_answer(options: argparse.Namespace, ask: Ask) -> int:
    """Join the province that answered."""
    from sync import enrolment_file

    enrolment_file.take_answer(ask, options.enrol_answer.read_bytes(), options.words)
    print(json.dumps({"enrolled": True}) if options.json else "Đã ghi danh với máy chủ tỉnh.")
    return 0


def authority(file: Path | None) -> bytes | None:
    """The pinned certificate, if one was given."""
    if file is None:
        return None
    try:
        return file.read_bytes()
    except OSError as error:
        raise InvalidInput("Không đọc được tệp chứng chỉ (CA) của tỉnh.", field="ca") from error


def sentence(report: SyncReport) -> str:
    """What was proven, and what still waits."""
    waiting = f"Còn chờ gửi: {report.ops_left} việc, {report.blobs_left} tệp; dữ liệu an toàn trên máy này."
    parts = {
        f"Tỉnh đã xác nhận {report.ops_sent} việc và {report.blobs_sent} tệp.": True,
        waiting: report.ops_left or report.blobs_left,
        f"Tỉnh giữ lại {report.ops_held} việc để xem xét.": report.ops_held,
        f"{report.blobs_damaged} bản quét không gửi được nguyên vẹn, cần quét lại.": report.blobs_damaged,
        f"Số liệu {len(report.days_unequal)} ngày chưa khớp với tỉnh.": report.days_unequal,
        "Tỉnh đã ngừng nhận máy này; báo cán bộ tỉnh.": report.revoked,
    }
    return " ".join(part for part, said in parts.items() if said)


def why_scans_wait(desk: Desk, report: SyncReport) -> str:
    """The office's own limit that holds scans back, and when they go; empty where none does."""
    if report.held_back is None:
        return ""
    state = read_line(desk)
    return waiting_words(state.bytes_waiting, report.held_back, state.plan, state.goes_at)


def as_json(report: SyncReport) -> dict[str, object]:
    """The report as data."""
    return {
        "complete": report.complete, "ops_sent": report.ops_sent, "ops_left": report.ops_left,
        "ops_held": report.ops_held, "blobs_sent": report.blobs_sent, "blobs_left": report.blobs_left,
        "blobs_damaged": report.blobs_damaged, "revoked": report.revoked,
        "days_equal": [day.isoformat() for day in report.days_equal],
        "days_unequal": [day.isoformat() for day in report.days_unequal],
        "held_back": report.held_back or "",
        "fault": str(report.fault) if report.fault else "",
    }  # fmt: skip
