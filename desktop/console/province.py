"""Run the reference provincial server; or make a one-time enrolment code; or check its database."""

import argparse
import json
import ssl
from pathlib import Path

from desktop.console import admitting, province_upkeep, revoking
from desktop.console.homes import default_home, secret_in
from dossiers.clock import system_clock
from dossiers.errors import InvalidInput

LAST_PORT = 65535


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `motcua province`."""
    folder = default_home().with_name("motcua-province")
    parser.add_argument("--folder", type=Path, default=folder, help="its keys, files and database")
    parser.add_argument("--database", default="", metavar="URL", help="PostgreSQL URL (default: SQLite in the folder)")
    parser.add_argument("--host", default="127.0.0.1", help="plain HTTP only on loopback, else give a certificate")
    parser.add_argument("--port", type=port_number, default=8750, help="0 takes a free port")
    parser.add_argument("--tls-cert", type=Path, metavar="PEM")
    parser.add_argument("--tls-key", type=Path, metavar="PEM")
    parser.add_argument("--new-code", metavar="UNIT", help="print a one-time code that enrols a desk of this office")
    parser.add_argument("--slot", type=int, default=1, choices=range(1, 7), help="the desk's slot, with --new-code")
    parser.add_argument("--sign-revocation", metavar="DEVICE", help="sign that a desk is revoked, beside the key")
    parser.add_argument("--reference-key", type=Path, metavar="FILE", help="the offline key, with --sign-revocation")
    parser.add_argument("--contact", default="", help="whom the clerk shall call, with --sign-revocation")
    parser.add_argument("--out", type=Path, metavar="FILE", help="the signed file, with --sign-revocation")
    parser.add_argument("--install-revocation", type=Path, metavar="FILE", help="revoke the desk a signed file names")
    admitting.arguments(parser)
    province_upkeep.arguments(parser)
    parser.add_argument("--verify", action="store_true", help="check chains, states and files, then exit")
    parser.add_argument("--json", action="store_true", help="answer as JSON")


def run(options: argparse.Namespace) -> int:
    """Serve until interrupted, unless only a code or a check was asked for."""
    if options.sign_revocation:
        return revoking.sign(options)
    if options.accept_request:
        return admitting.admit(options)
    if options.install_revocation:
        return revoking.install(options)

    from sync.province import server

    database_url = options.database or None
    if options.new_code:
        return new_code(options, database_url)
    if options.verify:
        return check(options, database_url)
    if province_upkeep.run(options, database_url):
        return 0

    check_certificate(options.tls_cert, options.tls_key)

    def listening(port: int) -> None:
        scheme = "https" if options.tls_cert else "http"
        url = f"{scheme}://{options.host}:{port}"
        answer = json.dumps({"url": url, "port": port})
        print(answer if options.json else f"Máy chủ tỉnh đang chạy tại {url}. Ctrl+C để dừng.", flush=True)

    server.run(
        options.host, options.port, database_url, options.folder, options.tls_cert, options.tls_key, listening,
        scans=options.scans, metrics_token=secret_in(options.metrics_token_file) if options.metrics_token_file else "",
    )  # fmt: skip
    return 0


def port_number(text: str) -> int:
    """A TCP port; 0 means any free one."""
    if not text.isdecimal() or int(text) > LAST_PORT:
        raise argparse.ArgumentTypeError(f"a port is a number from 0 to {LAST_PORT}")
    return int(text)


def check_certificate(certificate: Path | None, key: Path | None) -> None:
    """Find a certificate that does not work before anybody connects; raises InvalidInput."""
    if certificate is None:
        return
    try:
        ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(certificate, key)
    except (OSError, ValueError) as error:
        raise InvalidInput("Tệp chứng chỉ TLS không đọc được hoặc không khớp với khóa.", field="tls_cert") from error


def new_code(options: argparse.Namespace, database_url: str | None) -> int:
    """Print a one-time enrolment code."""
    from sync.province.admin import new_code as make_code
    from sync.province.server import open_database

    database = open_database(database_url, options.folder)
    try:
        code = make_code(database, options.new_code, options.slot)
    finally:
        database.close()
    sentence = f"Mã ghi danh cho quầy {options.slot} của {options.new_code}: {code} (dùng một lần, trong 24 giờ)."
    print(json.dumps({"code": code, "unit": options.new_code, "slot": options.slot}) if options.json else sentence)
    return 0


def check(options: argparse.Namespace, database_url: str | None) -> int:
    """Exit 0 when the province is sound, else 1 after the list of faults."""
    from sync.province.blobs import open_store
    from sync.province.server import open_database
    from sync.province.verify import verify

    database = open_database(database_url, options.folder)
    try:
        faults = verify(database, open_store(options.folder / "blobs", database, system_clock, options.scans))
    finally:
        database.close()
    said = "\n".join(faults) or "Nguyên vẹn."
    print(json.dumps({"faults": list(faults)}, ensure_ascii=False) if options.json else said)
    return 1 if faults else 0
