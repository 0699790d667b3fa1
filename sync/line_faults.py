"""What went wrong on the line, by its name: an answer that is not ours, an error of the layers below."""

import errno
import ssl
from collections.abc import Iterator

import requests
import urllib3

from sync.faults import (
    CaptivePortal,
    DictionaryUnknown,
    LineFault,
    NotAdmitted,
    NotTheProvince,
    Offline,
    Refused,
    ServerBusy,
    ServerReset,
    SlowLine,
    TlsFault,
    UpgradeNeeded,
)
from sync.protocol import CONTENT_TYPE

UNKNOWN_DICTIONARY = 415
UNKNOWN_VERSION = 426


def not_ours(response: requests.Response) -> LineFault:
    """Whose answer is this, if it is not the protocol's? Only words of our own server are taken at their word."""
    status = response.status_code
    kind = response.headers.get("Content-Type", "").partition(";")[0]
    if status in {401, 403} and kind in {"text/plain", "application/json"}:
        return NotAdmitted()
    if status == UNKNOWN_VERSION and kind == "application/json":
        return UpgradeNeeded()
    if status == UNKNOWN_DICTIONARY and kind == "application/json":
        return DictionaryUnknown()
    if status == 429 or (500 <= status < 600 and status != 511):
        return ServerBusy()
    # http.client takes a connection cut inside the headers for their end; see also `_require_reply`.
    if status < 300 and CONTENT_TYPE.startswith(kind):
        return ServerReset()
    if status < 400 or status == 511 or (status in {401, 403, 407} and kind == "text/html"):
        return CaptivePortal()
    return NotTheProvince()


def fault_of(error: BaseException) -> LineFault:
    """Name a fault by its innermost known cause."""
    causes = list(_causes(error))

    def among(*kinds: type[BaseException]) -> bool:
        return any(isinstance(cause, kinds) for cause in causes)

    if among(ssl.SSLCertVerificationError):
        return TlsFault()
    numbers = {cause.errno for cause in causes if isinstance(cause, OSError)}
    if errno.ECONNREFUSED in numbers:
        return Refused()
    if numbers & {errno.ECONNRESET, errno.EPIPE, errno.ECONNABORTED}:
        return ServerReset()
    if among(urllib3.exceptions.ConnectTimeoutError, urllib3.exceptions.NewConnectionError):
        return Offline()
    if among(ssl.SSLError) and not among(ssl.SSLEOFError, ssl.SSLZeroReturnError):
        return TlsFault()
    if among(TimeoutError, urllib3.exceptions.TimeoutError):
        return SlowLine()
    return ServerReset()


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """An exception, what it wraps and what it came from, outermost first."""
    while error is not None:
        yield error
        inner = next((item for item in error.args if isinstance(item, BaseException)), None)
        reason = getattr(error, "reason", None)
        error = inner or (reason if isinstance(reason, BaseException) else None) or error.__cause__ or error.__context__
