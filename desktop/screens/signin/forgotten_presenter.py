"""Decisions of the forgotten secret: which ways are open without a line, and what is asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from desktop.i18n import t
from desktop.jobs import Failure

SAME = "Hai lần nhập chưa giống nhau."


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways this home has: the number of the code to ask the province for, and whether a recovery sheet exists."""

    code: str
    recovery: bool


class ReadWays(Protocol):
    """Look for the ways, away from the window's thread."""

    def __call__(self, on_done: Callable[[Ways], None], on_failed: Callable[[Failure], None]) -> None:
        """Look."""
        ...


class Regain(Protocol):
    """Try a code or the words of the sheet; exactly one of the two answers comes."""

    def __call__(
        self, name: str, code: str, secret: str, on_done: Callable[[], None], on_failed: Callable[[Failure], None]
    ) -> None:
        """Try."""
        ...


class ForgottenView(Protocol):
    """What the presenter tells the card."""

    def show_ways(self, name: str, sentences: tuple[str, ...], *, possible: bool) -> None:
        """Say whom to ask, and offer the fields where there is anything to type."""

    def complain(self, field: str, sentence: str) -> None:
        """Say what was wrong with `code` or `secret`; nothing is wrong with an empty sentence."""

    def set_busy(self, *, busy: bool) -> None:
        """It is being tried."""

    def clear(self) -> None:
        """Empty every field."""


class ForgottenPresenter:
    """One person at a time: the one whose tile was chosen."""

    def __init__(self, read_ways: ReadWays, regain: Regain, view: ForgottenView) -> None:
        self._read_ways, self._regain, self._view = read_ways, regain, view
        self._name = ""

    def begin(self, name: str) -> None:
        """Somebody says that they forgot."""
        self._name = name
        self._view.clear()
        self._read_ways(self._on_ways, self._on_refused)

    def enter(self, code: str, secret: str, again: str) -> None:
        """Try what was typed."""
        self._view.complain("code", "" if code.strip() else t("Nhập mã cứu, hoặc các từ của khóa phục hồi."))
        self._view.complain("secret", "" if secret == again else t(SAME))
        if code.strip() and secret == again:
            self._view.set_busy(busy=True)
            self._regain(self._name, code, secret, self._on_in, self._on_refused)

    def _on_ways(self, ways: Ways) -> None:
        sentences = [t("Có người quản trị ở đây: nhờ đặt lại trong Thiết lập, mục Quầy và người dùng.")]
        if ways.code:
            words = t("Không có: gọi cán bộ tỉnh, đọc số {code}, rồi nhập mã cứu được đọc cho.", code=ways.code)
            sentences.append(words)
        if ways.recovery:
            sentences.append(t("Hoặc nhập các từ trên tờ khóa phục hồi của cơ quan."))
        self._view.show_ways(self._name, tuple(sentences), possible=bool(ways.code) or ways.recovery)

    def _on_in(self) -> None:
        self._view.set_busy(busy=False)
        self._view.clear()

    def _on_refused(self, failure: Failure) -> None:
        self._view.set_busy(busy=False)
        self._view.complain("secret" if failure.field == "secret" else "code", failure.sentence)
