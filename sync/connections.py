"""Connections to a province: one authority and no other, small buffers, opened before there is anything to say."""

import socket
import ssl
from typing import Any, cast
from urllib.parse import urlsplit

import requests
import urllib3
from requests.adapters import HTTPAdapter

from dossiers.errors import InvalidInput

SOCKET_OPTIONS = ((socket.IPPROTO_TCP, socket.TCP_NODELAY, 1), (socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1))
LOOPBACK = {"localhost", "127.0.0.1", "::1"}


class Adapter(HTTPAdapter):
    """Connections that hand the system no more than so many bytes beyond what the other end has, 0 for its own will."""

    def __init__(self, buffer_bytes: int) -> None:
        self._buffer = [(socket.SOL_SOCKET, socket.SO_SNDBUF, buffer_bytes)] if buffer_bytes else []
        super().__init__()

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **pool_kwargs: Any) -> None:
        options = [*SOCKET_OPTIONS, *self._buffer]
        super().init_poolmanager(connections, maxsize, block, socket_options=options, **pool_kwargs)


class _Pool(urllib3.HTTPSConnectionPool):
    """Connections, one of which may have been opened before there is anything to say.

    That one does not lie among the others: a ticket of TLS 1.3 waits on it unread, which is taken for its end there.
    """

    _opened: Any = None

    def open_one(self, timeout_s: float) -> None:
        """Open it, for whoever asks next."""
        connection = self._get_conn()
        connection.timeout = timeout_s
        connection.connect()
        self._opened = connection

    def _get_conn(self, timeout: float | None = None) -> Any:
        opened, self._opened = self._opened, None
        return opened or super()._get_conn(timeout)


class PinnedAdapter(Adapter):
    """Trusts one authority and nobody else, whatever the machine or its environment trusts."""

    def __init__(self, pinned_ca: bytes, name: str, buffer_bytes: int) -> None:
        self._name = name
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._context.minimum_version = ssl.TLSVersion.TLSv1_3
        self._context.load_verify_locations(cadata=pinned_ca.decode("ascii"))
        super().__init__(buffer_bytes)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **pool_kwargs: Any) -> None:
        super().init_poolmanager(connections, maxsize, block, **pool_kwargs)
        self.poolmanager.pool_classes_by_scheme = {"https": _Pool}

    def open(self, url: str, timeout_s: float) -> None:
        """Have an open connection lie ready for the next request; raises what urllib3 raises."""
        pool = self.get_connection_with_tls_context(requests.Request("POST", url).prepare(), verify=True)
        cast("_Pool", pool).open_one(timeout_s)

    def build_connection_pool_key_attributes(
        self, request: requests.PreparedRequest, verify: Any, cert: Any = None
    ) -> Any:
        host, _ = super().build_connection_pool_key_attributes(request, verify, cert)
        return host, {"ssl_context": self._context} | ({"assert_hostname": self._name} if self._name else {})

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Left to the context: the default would add the public authorities to it."""


def adapter_for(base_url: str, pinned_ca: bytes | None, name: str, buffer_bytes: int = 0) -> HTTPAdapter:
    """Connections for an address, as `Client` says of its own; raises InvalidInput for one that is not safe."""
    scheme, host = urlsplit(base_url).scheme, urlsplit(base_url).hostname
    if scheme == "http" and host in LOOPBACK:
        return Adapter(buffer_bytes)
    if scheme == "http":
        raise InvalidInput(
            "Địa chỉ máy chủ tỉnh phải bắt đầu bằng https://; http:// chỉ dùng được trên chính máy này.", field="url"
        )
    if scheme != "https" or not host:
        raise InvalidInput("Địa chỉ máy chủ tỉnh không đúng dạng, ví dụ https://motcua.tinh.gov.vn.", field="url")
    if pinned_ca is None:
        raise InvalidInput("Cần tệp chứng chỉ (CA) của tỉnh để ghim trước khi kết nối.", field="ca")
    try:
        return PinnedAdapter(pinned_ca, name, buffer_bytes)
    except (ssl.SSLError, UnicodeDecodeError, ValueError) as error:
        raise InvalidInput("Tệp chứng chỉ (CA) của tỉnh không đọc được.", field="ca") from error
