"""A portal of our own on loopback: it enforces the schema, keeps what it got, and fails in every way asked of it."""

import json
import ssl
import threading
from collections import defaultdict, deque
from dataclasses import dataclass, field
from enum import Enum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.portal.schemas import fault

USERNAME, PASSWORD, DSTCODE = "tinh-thu", "mật khẩu cổng", "VN:GOV:000.00.00.G22:thu"
DEADLINE_S = 30.0
PAGE = "<!doctype html><title>Đăng nhập mạng</title>"
Json = dict[str, Any]


class Fault(Enum):
    """One way a single answer goes wrong."""

    ERROR_500 = "the server trips before it keeps anything"
    LOST = "everything is kept, and the answer breaks off in the middle"
    SILENT = "nothing is kept and nothing is answered"
    PAGE = "somebody else answers with a page"
    EXPIRED = "the session has ended"
    BLIND = "a dossier that is there is not found"
    MUTE = "steps are not kept, and the answer says neither yes nor no"
    NO = "steps are not kept, and the answer says so under a good code"


UNDONE = {Fault.MUTE: "Đã tiếp nhận yêu cầu", Fault.NO: "Cập nhật KHÔNG thành công"}
"""What is said of steps that were not kept."""


@dataclass
class Kept:
    """What the portal holds of one dossier: its first and present object, its steps by what they say."""

    first: Json
    present: Json
    updates: int = 0
    steps: dict[str, Json] = field(default_factory=dict)


class StandIn:
    """The server, in its own thread until `close`."""

    def __init__(self, tls: tuple[Path, Path] | None = None) -> None:
        self.dossiers: dict[str, Kept] = {}
        self.refused: dict[str, str] = {}
        self.sectors = {"2.000815": ("Chứng thực bản sao từ bản chính giấy tờ, văn bản", "G15-TP02", "Chứng thực")}
        self.log: list[tuple[str, Json]] = []
        self.invalid: list[str] = []
        self.instead: dict[str, bytes] = {}
        self.sessions = 0
        self._live = ""
        self._faults: defaultdict[str, deque[Fault]] = defaultdict(deque)
        self.released = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*tls)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.url = f"{'https' if tls else 'http'}://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})
        self._thread.start()

    def close(self) -> None:
        """Stop serving; whoever still waits for an answer gets none."""
        self.released.set()
        self._server.shutdown()
        self._thread.join(DEADLINE_S)
        self._server.server_close()

    def fail(self, service: str, *faults: Fault) -> None:
        """The next answers to this service go wrong like this, one after the other."""
        self._faults[service].extend(faults)

    def asked(self, service: str) -> list[Json]:
        """The bodies that came for a service, in order."""
        return [body for name, body in self.log if name == service]

    def steps_sent(self, code: str) -> list[Json]:
        """Every step that arrived for a dossier, repeats included."""
        return [step for body in self.asked("CapNhatTienDoHoSoMC") for step in body["data"] if step["MaHoSo"] == code]

    def answer(self, path: str, headers: Any, body: Json) -> tuple[Json, Fault | None]:
        """The answer to one request, and what goes wrong with it."""
        service = body.get("service", "login") if path == "/mapi/g" else "login"
        waiting = self._faults[service]
        wrong = waiting.popleft() if waiting else None
        self.log.append((service, body))
        if headers.get("dstcode") != DSTCODE or headers.get("Charset") != "utf-8":
            return _no("-9", "Sai mã trục"), wrong
        if service == "login":
            return self._log_in(body), wrong
        if wrong is Fault.EXPIRED:
            self._live = ""
        if body.get("session") != self._live or not self._live:
            return _no("-1", "Session không hợp lệ hoặc đã hết hạn"), wrong
        if wrong in {Fault.ERROR_500, Fault.SILENT, Fault.PAGE}:
            return {}, wrong
        return self._serve(service, body, wrong), wrong

    def _log_in(self, body: Json) -> Json:
        if (body.get("username"), body.get("password")) != (USERNAME, PASSWORD):
            return _no("-1", "Sai tài khoản hoặc mật khẩu")
        self.sessions += 1
        self._live = f"phien-{self.sessions}"
        return {"error_code": "0", "message": "", "session": self._live}

    def _serve(self, service: str, body: Json, wrong: Fault | None) -> Json:
        if wrong_shape := fault("request", body):
            self.invalid.append(wrong_shape)
            return _no("1", f"Dữ liệu không hợp lệ: {wrong_shape}")
        if service == "TraCuuHoSo":
            known = body["mahoso"] in self.dossiers and wrong is not Fault.BLIND
            return _yes([{"MaHoSo": body["mahoso"]}] if known else [])
        if service == "LayThuTuc":
            return _yes(self._procedure(body["maTTHC"]))
        if service == "DongBoHoSoMC":
            return self._keep(body["data"][0], body["isUpdating"] == "True")
        if wrong in UNDONE:
            return _yes(None, UNDONE[wrong])
        return self._keep_steps(body["data"])

    def _procedure(self, code: str) -> list[Json]:
        if code not in self.sectors:
            return []
        name, sector, words = self.sectors[code]
        return [{"MATTHC": code, "TENTTHC": name, "LINHVUCTHUCHIEN": [{"MALINHVUC": sector, "TENLINHVUC": words}]}]

    def _keep(self, dossier: Json, updating: bool) -> Json:
        code = dossier["MaHoSo"]
        if code in self.refused:
            return _no("5", self.refused[code])
        if not updating and code in self.dossiers:
            return _no("-3", f"Mã hồ sơ {code} ĐÃ TỒN TẠI")
        if updating and code not in self.dossiers:
            return _no("4", f"Mã hồ sơ {code} không có trên hệ thống")
        if updating:
            self.dossiers[code].present = dossier
            self.dossiers[code].updates += 1
        else:
            self.dossiers[code] = Kept(dossier, dossier)
        return _yes(None, "Đồng bộ thành công")

    def _keep_steps(self, steps: list[Json]) -> Json:
        if any(step["MaHoSo"] not in self.dossiers for step in steps):
            return _no("4", "Hồ sơ không có trên hệ thống")
        for step in steps:
            self.dossiers[step["MaHoSo"]].steps[json.dumps(step, sort_keys=True)] = step
        return _yes(None, "Cập nhật tiến độ Thành Công")

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        portal = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            wbufsize = -1  # head and body in one packet, or each answer waits 40 ms for an acknowledgement

            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                said, wrong = portal.answer(self.path, self.headers, body)
                if wrong is Fault.SILENT:
                    portal.released.wait(DEADLINE_S)
                    self.close_connection = True
                elif wrong is Fault.ERROR_500:
                    self._send(500, "text/plain", b"")
                elif wrong is Fault.PAGE:
                    self._send(200, "text/html", PAGE.encode())
                else:
                    answer = portal.instead.get(body.get("service", ""), json.dumps(said).encode())
                    self._send(200, "application/json", answer, cut=wrong is Fault.LOST)

            def _send(self, status: int, kind: str, data: bytes, *, cut: bool = False) -> None:
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data[: len(data) // 2] if cut else data)
                self.close_connection = cut

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 — the base class's name
                """Nothing is said on standard error."""

        return Handler


def _yes(result: object, message: str = "") -> Json:
    return {"error_code": "0", "message": message, "result": result}


def _no(code: str, message: str) -> Json:
    return {"error_code": code, "message": message, "result": None}
