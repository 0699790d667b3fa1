"""Where a scan lands: cards at the intake, slips at their dossier, words in the search; nothing is lost."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from desktop.jobs import Failure, ImmediateJobs
from desktop.routing import Router
from dossiers.dossier import Dossier
from dossiers.ids import new_id, to_base32
from dossiers.status import Status

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
ID = new_id(NOW)
CODE = "H99.001-261123-0001"
CARD = "036186001234||Đặng Thị Ngọc Ánh|02091986|Nữ|Thôn Đông, xã Mẫu Sơn|15082021"


@dataclass
class Stage:
    """Notes where the router goes and what it says."""

    opened: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def open(self, screen: str, **what: Any) -> None:
        """Note it."""
        self.opened.append((screen, what))

    def toast(self, sentence: str, **_: Any) -> None:
        """Note it."""
        self.said.append(sentence)

    def complain(self, why: Failure) -> None:
        """Note it."""
        self.said.append(why.sentence)


@dataclass
class Found:
    """As much of a dossier as the router looks at."""

    status: Status
    id: UUID = ID


class Register:
    """Knows one slip."""

    def __init__(self, found: Found | None) -> None:
        self.found = found
        self.asked: list[str] = []

    def find(self, text: str) -> Dossier | None:
        """The one dossier."""
        self.asked.append(text)
        return self.found  # type: ignore[return-value]


class Desk:
    """A desk that is only a register, and what the province told of other desks."""

    def __init__(self, register: Register, wire: Register) -> None:
        self.register, self.wire = register, wire


def route(text: str, found: Found | None = None, told: Found | None = None) -> Stage:
    stage = Stage()
    Router(ImmediateJobs(Desk(Register(found), Register(told))), stage, lambda: NOW).take(text)  # type: ignore[arg-type]
    return stage


def test_a_citizen_card_fills_the_intake_from_any_screen() -> None:
    ((screen, what),) = route(CARD).opened
    assert screen == "intake"
    assert what["card"].person().name == "Đặng Thị Ngọc Ánh"


def test_a_card_that_cannot_be_read_says_why_and_opens_nothing() -> None:
    stage = route(CARD.replace("036186001234", "03618600"))
    assert stage.opened == []
    assert "12 chữ số" in stage.said[0]


@pytest.mark.parametrize(
    "text", [CODE, CODE.lower(), f"{CODE}/{to_base32(ID)}", f"SEP:{CODE}/{to_base32(ID)}"],
    ids=["bars", "bars in small letters", "slip", "office copy"],
)  # fmt: skip
def test_a_slip_opens_its_dossier(text: str) -> None:
    assert route(text, Found(Status.RECEIVED)).opened == [("dossier", {"dossier_id": ID})]


def test_a_slip_whose_result_waits_opens_the_return() -> None:
    assert route(CODE, Found(Status.RESULT_READY)).opened == [("giveback", {"dossier_id": ID})]


def test_a_slip_of_another_desk_opens_what_the_province_told() -> None:
    assert route(CODE, told=Found(Status.RECEIVED)).opened == [("dossier", {"dossier_id": ID})]


def test_a_slip_nobody_knows_is_said_calmly() -> None:
    stage = route(CODE)
    assert stage.opened == []
    assert "chưa có trong sổ" in stage.said[0]


@pytest.mark.parametrize("text", ["nguyen thi", "0912345678", "hộ tịch"])
def test_words_are_searched_for(text: str) -> None:
    assert route(text).opened == [("register", {"text": text})]
