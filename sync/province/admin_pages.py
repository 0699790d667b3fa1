"""The administrators' pages over HTTP: sign in, look, issue a code, revoke a desk, release or keep a held line."""

from collections.abc import Callable
from secrets import compare_digest
from typing import Annotated
from urllib.parse import parse_qs

from fastapi import APIRouter, Depends, FastAPI, Request, Response
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse
from markupsafe import Markup

from dossiers import help_code, help_words
from dossiers.clock import Clock
from dossiers.errors import KnownError, NotFound
from sync.province import admin, audit, conflicts, page, quarantine, rescue
from sync.province.accounts import SESSION_LIFE, Accounts, NotSignedIn, Session
from sync.province.database import Database

COOKIE = "motcua"
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
MAX_FORM_BYTES = 16 << 10
ACTS_SHOWN = 100

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""No script runs on these pages, no other site may frame them, no proxy may keep them."""

STALE = "Trang đã cũ hoặc đến từ nơi khác; chưa làm gì. Tải lại trang rồi bấm lại."

Form = dict[str, str]


class Turned(Exception):
    """The request ends with another answer than the one asked for."""

    def __init__(self, response: Response) -> None:
        super().__init__()
        self.response = response


def add_admin_pages(app: FastAPI, database: Database, clock: Clock, identities: rescue.Identities) -> None:
    """Put the pages into the application; `identities` open what is sealed to the intake, for rescue codes."""

    @app.exception_handler(Turned)
    def turned(_request: Request, error: Exception) -> Response:
        assert isinstance(error, Turned)
        return error.response

    app.include_router(AdminPages(database, clock, identities).router())


def is_sheltered(request: Request) -> bool:
    """Whether nobody on the way can read along: TLS, or this very machine."""
    near = request.client is not None and request.client.host in LOOPBACK
    return near or request.url.scheme == "https"


async def read_form(request: Request) -> Form:
    """The fields of a small form; raises Turned."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_FORM_BYTES:
            raise Turned(Response(status_code=413))
    fields = parse_qs(body.decode(errors="replace"), keep_blank_values=True, max_num_fields=20)
    return {name: values[0] for name, values in fields.items()}


class AdminPages:
    """Each page asks who is there; each deed asks also for the token of the form it came from."""

    def __init__(self, database: Database, clock: Clock, identities: rescue.Identities) -> None:
        """Pages over this database."""
        self._identities = identities
        self._database = database
        self._clock = clock
        self._accounts = Accounts(database, clock)

    def router(self) -> APIRouter:
        """The routes; none is part of the wire."""
        router = APIRouter(include_in_schema=False)
        router.add_api_route("/page.css", self.style)
        looks: dict[str, Callable[..., Response]] = {
            "/": self.overview, "/sign-in": self.sign_in_form, "/audit": self.audited, "/conflicts": self.conflicts,
            "/rescue": self.rescue_form,
            "/help-code": self.help_code,
        }  # fmt: skip
        for path, look in looks.items():
            router.add_api_route(path, look, response_class=HTMLResponse)
        deeds: dict[str, Callable[..., Response]] = {
            "/sign-in": self.sign_in, "/sign-out": self.sign_out, "/codes": self.issue_code,
            "/rescue": self.show_rescue,
            "/devices/{identity}/revoke": self.revoke, "/held/{place}/release": self.release,
            "/held/{place}/keep": self.keep, "/conflicts/settle": self.settle, "/conflicts/twins": self.settle_twin,
        }  # fmt: skip
        for path, deed in deeds.items():
            router.add_api_route(path, deed, methods=["POST"], response_class=HTMLResponse)
        return router

    def style(self) -> Response:
        """The one style sheet."""
        return FileResponse(page.TEMPLATES / "page.css", media_type="text/css")

    def overview(self, request: Request) -> Response:
        """The first page."""
        return self._overview(self._session(request))

    def sign_in_form(self, request: Request) -> Response:
        """Where one signs in."""
        self._shelter(request)
        return _html(page.render("sign_in.html", anybody=self._accounts.exist()))

    def sign_in(self, request: Request, form: Annotated[Form, Depends(read_form)]) -> Response:
        """A cookie that no script reads and no other site sends."""
        self._shelter(request)
        try:
            cookie = self._accounts.sign_in(form.get("name", ""), form.get("password", ""))
        except NotSignedIn as error:
            return _html(page.render("sign_in.html", message=str(error), anybody=self._accounts.exist()), 403)
        response = RedirectResponse("/", 303, HEADERS)
        secure = request.url.scheme == "https"
        life_s = int(SESSION_LIFE.total_seconds())
        response.set_cookie(COOKIE, cookie, max_age=life_s, secure=secure, httponly=True, samesite="strict")
        return response

    def sign_out(self, request: Request, form: Annotated[Form, Depends(read_form)]) -> Response:
        """The cookie is worth nothing from now on."""
        self._signed(request, form)
        self._accounts.sign_out(request.cookies[COOKIE])
        response = RedirectResponse("/sign-in", 303, HEADERS)
        response.delete_cookie(COOKIE)
        return response

    def issue_code(self, request: Request, form: Annotated[Form, Depends(read_form)]) -> Response:
        """The code and its QR, this once."""
        session = self._signed(request, form)
        unit, slot = form.get("unit", "").strip(), form.get("slot", "")
        try:
            number = int(slot) if slot.isdecimal() else 0
            code = admin.new_code(self._database, unit, number, self._clock, by=session.name)
        except KnownError as error:
            return self._overview(session, error)
        return _html(page.render("code.html", session, code=code, unit=unit, slot=slot, picture=_qr(code)))

    def rescue_form(self, request: Request) -> Response:
        """Where the number that a desk's clerk reads out is typed."""
        return _html(page.render("rescue.html", self._session(request), shown=None))

    def show_rescue(self, request: Request, form: Annotated[Form, Depends(read_form)]) -> Response:
        """One rescue code, this once."""
        session = self._signed(request, form)
        try:
            shown = rescue.show(self._database, self._identities, form.get("spoken", ""), self._clock, session.name)
        except KnownError as error:
            return _html(page.render("rescue.html", session, str(error), shown=None), 409)
        return _html(page.render("rescue.html", session, shown=shown))

    def revoke(self, request: Request, identity: str, form: Annotated[Form, Depends(read_form)]) -> Response:
        """The desk gets no data from now on."""
        return self._act(
            request, form,
            lambda by: admin.revoke(self._database, _identity({"device": identity}, "device"), self._clock, by),
        )  # fmt: skip

    def release(self, request: Request, place: str, form: Annotated[Form, Depends(read_form)]) -> Response:
        """Apply a held line."""
        return self._act(
            request, form,
            lambda by: quarantine.release(self._database, quarantine.read_place(place), self._clock, by),
        )  # fmt: skip

    def keep(self, request: Request, place: str, form: Annotated[Form, Depends(read_form)]) -> Response:
        """Leave a held line as it is; its desk is told the reason."""
        why = form.get("why", "")
        return self._act(
            request, form,
            lambda by: quarantine.keep(self._database, quarantine.read_place(place), self._clock, by, why),
        )  # fmt: skip

    def conflicts(self, request: Request) -> Response:
        """What two places wrote differently, and dossiers that may be one; the only page that shows citizens' data."""
        session = self._session(request)
        tasks, twins = conflicts.open_tasks(self._database), conflicts.open_twins(self._database)
        return _html(page.render("conflicts.html", session, tasks=tasks, twins=twins))

    def settle(self, request: Request, form: Annotated[Form, Depends(read_form)]) -> Response:
        """One value stands from now on."""
        unit, field, value = (form.get(name, "") for name in ("unit", "field", "value"))
        return self._act(
            request, form,
            lambda by: conflicts.settle(
                self._database, unit, _identity(form, "dossier"), field, value, self._clock, by
            ),
            back="/conflicts",
        )  # fmt: skip

    def settle_twin(self, request: Request, form: Annotated[Form, Depends(read_form)]) -> Response:
        """Somebody has looked at two like dossiers."""
        return self._act(
            request, form,
            lambda by: conflicts.settle_twin(
                self._database, _identity(form, "dossier"), _identity(form, "other"), self._clock, by
            ),
            back="/conflicts",
        )  # fmt: skip

    def help_code(self, request: Request, code: str = "") -> Response:
        """What a help code heard over the telephone says."""
        session = self._session(request)
        try:
            lines = help_words.lines(help_code.read(code)) if code else ()
        except help_code.NotACode as error:
            return _html(page.render("help_code.html", session, str(error), code=code, lines=()), 400)
        return _html(page.render("help_code.html", session, code=code, lines=lines))

    def audited(self, request: Request, before: int | None = None) -> Response:
        """What administrators did."""
        session = self._session(request)
        with self._database.reading() as connection:
            acts = audit.read(connection, ACTS_SHOWN, before)
        older = acts[-1].id if len(acts) == ACTS_SHOWN else None
        return _html(page.render("audit.html", session, acts=acts, older=older))

    def _act(self, request: Request, form: Form, deed: Callable[[str], None], back: str = "/") -> Response:
        session = self._signed(request, form)
        try:
            deed(session.name)
        except KnownError as error:
            return self._overview(session, error)
        return RedirectResponse(back, 303, HEADERS)

    def _overview(self, session: Session, error: KnownError | None = None, status: int = 409) -> Response:
        with self._database.reading() as connection:
            overview = page.read(connection, self._clock())
        text = page.render("overview.html", session, str(error or ""), overview=overview)
        return _html(text, status if error else 200)

    def _shelter(self, request: Request) -> None:
        if not is_sheltered(request):
            raise Turned(_html(page.render("closed.html"), 403))

    def _session(self, request: Request) -> Session:
        self._shelter(request)
        session = self._accounts.find(request.cookies.get(COOKIE, ""))
        if session is None:
            raise Turned(RedirectResponse("/sign-in", 303, HEADERS))
        return session

    def _signed(self, request: Request, form: Form) -> Session:
        session = self._session(request)
        if not compare_digest(form.get("token", "").encode(), session.form_token.encode()):
            raise Turned(self._overview(session, KnownError(STALE), 403))
        return session


def _identity(form: Form, name: str) -> bytes:
    try:
        return bytes.fromhex(form.get(name, ""))
    except ValueError as error:
        raise NotFound("Việc này không còn chờ xem lại. Tải lại trang để thấy tình trạng mới.") from error


def _html(text: str, status: int = 200) -> Response:
    return HTMLResponse(text, status, HEADERS)


def _qr(code: str) -> Markup:
    import segno

    return Markup(segno.make(code, error="m", micro=False).svg_inline(scale=6, omitsize=True))
