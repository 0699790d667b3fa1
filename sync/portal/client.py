"""The portal's HTTP: log in once, ask and send by the session, log in again when it ends (domain 4.1)."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

import msgspec
import requests
import urllib3

from dossiers.errors import InvalidInput
from dossiers.names import nfc
from dossiers.reading import read_json
from sync.portal.constants import constants
from sync.portal.faults import (
    Broken,
    NotAdmitted,
    NotThePortal,
    PortalFault,
    Refusal,
    SessionLost,
    Slow,
    Unreachable,
    Untrusted,
)
from sync.portal.fields import truth
from sync.portal.messages import Message, Sector

READ_TIMEOUT_S = 60.0
CONNECT_TIMEOUT_S = 30.0
READ_BYTES = 64 << 10
MAX_ANSWER_BYTES = 8 << 20
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
HEADERS = {
    "Accept": "application/json", "Content-Type": "application/json", "Charset": "utf-8", "User-Agent": "motcua",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Account:
    """How a province reaches the portal: the adapter's address, its two paths, and who it is there.

    `dstcode` names the portal to the province's exchange (trục); empty where the address goes straight there.
    """

    address: str
    username: str
    password: str = field(repr=False)
    dstcode: str = ""
    auth_path: str = field(default_factory=lambda: constants().auth_path)
    send_path: str = field(default_factory=lambda: constants().send_path)
    ca: Path | None = None


class Answer(msgspec.Struct, frozen=True):
    """What the portal said: its code, its words as they came, what it found, and the session it gave."""

    error_code: str | int
    message: str | None = None
    result: Any = None
    session: str | None = None

    @property
    def code(self) -> str:
        """The code as text, which some systems send as a number."""
        return str(self.error_code)

    @property
    def words(self) -> str:
        """The message, empty where there was none."""
        return self.message or ""

    @property
    def ok(self) -> bool:
        """Whether it took the request; 'không thành công' under a good code is a no."""
        return self.code in constants().ok_codes and not any(map(self.says, constants().not_done_words))

    def says(self, words: str) -> bool:
        """Whether its message contains these words, in whatever case and Unicode form they came."""
        return nfc(words).casefold() in nfc(self.words).casefold()


_Word = Annotated[str, msgspec.Meta(min_length=1)]


class _Sector(msgspec.Struct):
    code: _Word = msgspec.field(name="MALINHVUC")
    name: _Word = msgspec.field(name="TENLINHVUC")


class _Procedure(msgspec.Struct):
    """What is read of LayThuTuc's answer (domain 4.6)."""

    name: _Word = msgspec.field(name="TENTTHC")
    sectors: list[_Sector] = msgspec.field(name="LINHVUCTHUCHIEN")


class PortalClient:
    """One account at the portal; used by one thread at a time."""

    def __init__(self, account: Account, timeout_s: float = READ_TIMEOUT_S) -> None:
        """Raises InvalidInput for an address that would show the password, or an authority that is not there."""
        if account.ca and not account.ca.is_file():
            raise InvalidInput("Không thấy tệp chứng chỉ (CA) của Cổng DVCQG.", field="ca")
        self._account = account
        self._base = _safe(account.address)
        self._timeout = (min(CONNECT_TIMEOUT_S, timeout_s), timeout_s)
        self._http = requests.Session()
        # No proxy, netrc or CA bundle of this machine's environment has a say in where the password goes.
        self._http.trust_env = False
        self._http.verify = str(account.ca) if account.ca else True
        self._http.headers.update(HEADERS | ({"dstcode": account.dstcode} if account.dstcode else {}))
        self._session = ""

    def close(self) -> None:
        """Close the connection; the portal ends the session by itself."""
        self._http.close()

    def knows(self, unit: str, code: str) -> bool:
        """Whether the portal has a dossier of this code already (TraCuuHoSo); raises PortalFault."""
        return bool(self._ask(unit, "TraCuuHoSo", mahoso=code).result)

    def sector(self, unit: str, procedure_code: str) -> Sector | None:
        """The portal's own words for a procedure (LayThuTuc), None where it knows none; raises PortalFault."""
        found = self._ask(unit, "LayThuTuc", maTTHC=procedure_code).result
        try:
            procedure = msgspec.convert(found, list[_Procedure])[0]
            sector = procedure.sectors[0]
        except (msgspec.ValidationError, IndexError):
            return None
        return Sector(procedure_name=procedure.name, code=sector.code, name=sector.name)

    def send_dossier(self, unit: str, message: Message) -> None:
        """Put one dossier there, new or changed; raises Refusal with the portal's words, or PortalFault.

        Sending the same again changes nothing: what exists is updated under its code.
        """
        code = message["MaHoSo"]
        updating = self.knows(unit, code)
        answer = self._ask(unit, "DongBoHoSoMC", isUpdating=truth(updating), data=[message])
        exists = answer.code in constants().exists_codes and answer.says(constants().exists_words)
        if exists and not updating:
            answer = self._ask(unit, "DongBoHoSoMC", isUpdating=truth(True), data=[message])
        if not answer.ok:
            raise Refusal(code, answer.code, answer.words)

    def send_steps(self, unit: str, code: str, messages: list[Message]) -> None:
        """Add at most ten steps; only an answer that says so in words counts; raises Refusal or PortalFault."""
        answer = self._ask(unit, "CapNhatTienDoHoSoMC", data=messages)
        if not (answer.ok and answer.says(constants().done_words)):
            raise Refusal(code, answer.code, answer.words)

    def _ask(self, unit: str, service: str, **parts: Any) -> Answer:
        """One request under the session, and once more under a new one where the old had ended."""
        answer = self._once(unit, service, parts)
        if _session_ended(answer):
            self._session = ""
            answer = self._once(unit, service, parts)
            if _session_ended(answer):
                raise SessionLost
        return answer

    def _once(self, unit: str, service: str, parts: dict[str, Any]) -> Answer:
        self._session = self._session or self._log_in()
        envelope = {"session": self._session, "madonvi": unit, "service": service}
        return self._post(self._account.send_path, envelope | parts)

    def _log_in(self) -> str:
        account = self._account
        answer = self._post(account.auth_path, {"username": account.username, "password": account.password})
        if not answer.ok or not answer.session:
            raise NotAdmitted(answer.words)
        return answer.session

    def _post(self, path: str, body: dict[str, Any]) -> Answer:
        options: dict[str, Any] = {"timeout": self._timeout, "allow_redirects": False, "stream": True}
        try:
            with self._http.post(self._base + path, data=msgspec.json.encode(body), **options) as response:
                return _read(response)
        except requests.RequestException as error:
            raise _fault(error) from None  # the cause carries the address, and the body with the password


def _safe(address: str) -> str:
    parts = urlsplit(address)
    if not parts.hostname or (parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK)):
        raise InvalidInput(
            "Địa chỉ Cổng DVCQG phải bắt đầu bằng https://; http:// chỉ dùng được trên chính máy này.", field="address"
        )
    return address.rstrip("/")


def _session_ended(answer: Answer) -> bool:
    """An answer that complains of the session; no source names its code, so its words are looked at."""
    return not answer.ok and any(map(answer.says, constants().session_words))


def _read(response: requests.Response) -> Answer:
    if response.status_code >= 500 and response.status_code != requests.codes.network_authentication_required:
        raise Broken
    body = bytearray()
    for block in response.iter_content(READ_BYTES):
        body += block
        if len(body) > MAX_ANSWER_BYTES:
            raise NotThePortal
    try:
        return read_json(bytes(body), Answer)
    except msgspec.MsgspecError:
        raise NotThePortal from None


def _fault(error: requests.RequestException) -> PortalFault:
    """Name a fault; the order matters, for requests' classes inherit from one another."""
    if isinstance(error, requests.exceptions.SSLError):
        return Untrusted()
    if isinstance(error, requests.exceptions.ReadTimeout):
        return Slow()
    cause = error.args[0] if error.args else None
    never_connected = isinstance(getattr(cause, "reason", None), urllib3.exceptions.NewConnectionError)
    return Unreachable() if never_connected or isinstance(error, requests.exceptions.ConnectTimeout) else Broken()
