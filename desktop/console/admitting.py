"""Admit a desk whose request came on a stick: read its six words aloud, then write the answer file."""

import argparse
import json
from pathlib import Path

from dossiers.clock import system_clock
from dossiers.errors import InvalidInput


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this among those of `motcua province`."""
    parser.add_argument("--accept-request", type=Path, metavar="FILE", help="admit the desk of a .mcq file")
    parser.add_argument("--words", default="", help="the six words the desk reads out, with --accept-request")
    parser.add_argument("--url", default="", help="where the desk will connect, with --accept-request")
    parser.add_argument("--tls-ca", type=Path, metavar="PEM", help="the authority it shall pin, with --accept-request")


def admit(options: argparse.Namespace) -> int:
    """Without --words say which words the desk must read out; with them write the answer beside the request."""
    from sync import fingerprint
    from sync.enrolment_file import ANSWER_SUFFIX
    from sync.province import enrolment_file
    from sync.province.keys import intake_recipients, load_or_make
    from sync.province.server import open_database

    data = options.accept_request.read_bytes()
    request = enrolment_file.read(data)
    if not options.words:
        raise InvalidInput(
            "Yêu cầu của đơn vị {unit}. Nhờ quầy đọc sáu từ trên màn hình của họ, gõ lại sau --words.",
            unit=request.unit, field="words",
        )  # fmt: skip
    database = open_database(options.database or None, options.folder)
    try:
        answer = enrolment_file.accept(
            database, load_or_make(options.folder), data, slot=options.slot, typed=options.words, url=options.url,
            ca=options.tls_ca.read_bytes() if options.tls_ca else b"",
            intake_keys=intake_recipients(options.folder), clock=system_clock,
        )  # fmt: skip
    finally:
        database.close()
    target = options.accept_request.with_suffix(ANSWER_SUFFIX)
    target.write_bytes(answer)
    words = fingerprint.words(answer)
    sentence = f"Đã nhận máy vào quầy {options.slot}. Mang {target} về quầy và đọc cho quầy nghe: {words}"
    print(json.dumps({"file": str(target), "words": words}, ensure_ascii=False) if options.json else sentence)
    return 0
