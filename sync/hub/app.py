"""A desk's door to the other desks of its office."""

from collections.abc import Callable

import msgspec
from fastapi import FastAPI, Request, Response
from fastapi.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from dossiers.errors import KnownError, NotFound
from sync.hub.answers import Answers
from sync.hub.faults import NotPaired, StrangeDesk
from sync.hub.messages import LIMIT_BYTES
from sync.hub.pairing import Door
from sync.protocol import CONTENT_TYPE, Refusal
from sync.sealing import BadSeal, Garbled


class TooLarge(Garbled):
    """A body beyond what one request may carry."""


def create_app(answers: Answers, door: Door) -> FastAPI:
    """The desk as an ASGI application; it keeps nothing between two requests but an open pairing."""
    app = FastAPI(title="MC-LAN/1", docs_url=None, redoc_url=None, openapi_url=None)
    _add_errors(app)

    async def answered(request: Request, answer: Callable[[bytes, str], bytes]) -> Response:
        body, host = await _body(request), request.client.host if request.client else ""
        return Response(await run_in_threadpool(answer, body, host), media_type=CONTENT_TYPE)

    @app.post("/lan/exchange")
    async def exchange(request: Request) -> Response:
        return await answered(request, answers.exchange)

    @app.post("/lan/code")
    async def code(request: Request) -> Response:
        return await answered(request, lambda body, _host: answers.code(body))

    @app.post("/lan/scan")
    async def scan(request: Request) -> Response:
        return await answered(request, lambda body, _host: answers.scan(body))

    @app.post("/lan/pair/hello")
    async def hello(request: Request) -> Response:
        return await answered(request, lambda body, _host: door.hello(body))

    @app.post("/lan/pair")
    async def pair(request: Request) -> Response:
        return await answered(request, door.pair)

    return app


def _add_errors(app: FastAPI) -> None:
    # A number the band no longer has is our own trouble, so 503: the asking desk goes on in its own band.
    statuses: dict[type[Exception], int] = {
        BadSeal: 401, StrangeDesk: 401, Garbled: 400, TooLarge: 413, NotFound: 404, KnownError: 503,
        ClientDisconnect: 499,
    }  # fmt: skip
    for fault, status in statuses.items():
        app.add_exception_handler(fault, _plain(status))

    @app.exception_handler(NotPaired)
    def refused(_request: Request, error: Exception) -> Response:
        reason = error.reason if isinstance(error, NotPaired) else ""
        return Response(msgspec.json.encode(Refusal(refused=reason)), 403, media_type="application/json")


def _plain(status: int) -> Callable[[Request, Exception], Response]:
    def answer(_request: Request, error: Exception) -> Response:
        return Response(str(error), status, media_type="text/plain; charset=utf-8")

    return answer


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LIMIT_BYTES:
            raise TooLarge("Gói dữ liệu lớn quá mức cho phép của một lần gửi.")
    return bytes(body)
