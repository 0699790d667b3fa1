"""Decisions of the first run: what may be left empty, what is wrong, and the home that the answers make."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import time
from itertools import pairwise
from typing import Protocol

from desktop.i18n import t
from desktop.jobs import Failure
from dossiers.codes import DOSSIER_CODE
from dossiers.names import nfc
from dossiers.office import Devices, Hours, Office
from dossiers.people import Clerk, Role

SHORTEST_SECRET = 6
_HOURS = re.compile(r"(\d{1,2})[:h](\d{2})\s*[-–]\s*(\d{1,2})[:h](\d{2})")


@dataclass(frozen=True, slots=True)
class FirstAnswers:
    """What the wizard asked, ready to be made into a home."""

    office: Office
    devices: Devices
    first: Clerk
    secret: str


class SetUp(Protocol):
    """Make the home away from the window's thread."""

    def __call__(self, answers: FirstAnswers, on_failed: Callable[[Failure], None]) -> None:
        """Make it and go in; `on_failed` says why that was not possible."""
        ...


class View(Protocol):
    """What the presenter tells the screen."""

    def set_errors(self, errors: Mapping[str, str]) -> None:
        """Put a sentence under each field at fault, and the cursor into the first."""

    def complain(self, sentence: str) -> None:
        """Say what belongs to no field."""

    def set_busy(self, *, busy: bool) -> None:
        """The home is being made."""


class WizardPresenter:
    """Checks everything at once when the last step is left, and each step when it is left."""

    def __init__(self, set_up: SetUp, view: View) -> None:
        self._set_up, self._view = set_up, view

    def check(self, typed: Mapping[str, str], fields: tuple[str, ...]) -> bool:
        """Whether the named fields are in order; says what is not."""
        errors = {name: sentence for name, sentence in faults(typed).items() if name in fields}
        self._view.set_errors(errors)
        return not errors

    def finish(self, typed: Mapping[str, str]) -> None:
        """Make the office, if nothing is wrong."""
        if not self.check(typed, tuple(typed)):
            return
        self._view.set_busy(busy=True)
        self._set_up(read_answers(typed), self._on_failed)

    def _on_failed(self, failure: Failure) -> None:
        self._view.set_busy(busy=False)
        self._view.complain(failure.sentence)
        if failure.field:
            self._view.set_errors({failure.field: failure.sentence})


def faults(typed: Mapping[str, str]) -> dict[str, str]:
    """Field → sentence for everything that must be mended."""
    checks = (
        ("unit", not is_unit(typed["unit"]), t("Mã có dạng H55.242, theo quyết định của tỉnh.")),
        ("name", not nfc(typed["name"]), t("Chưa có tên cơ quan.")),
        ("hours", read_hours(typed["hours"]) is None, t("Giờ làm việc có dạng 07:00-11:30, 13:30-17:00.")),
        ("slot", not _is_slot(typed["slot"]), t("Số thứ tự quầy từ 1 đến 99.")),
        ("clerk", not nfc(typed["clerk"]), t("Chưa có họ tên người quản trị.")),
        ("secret", len(nfc(typed["secret"])) < SHORTEST_SECRET, t("Mật khẩu cần ít nhất 6 ký tự.")),
        ("again", typed["again"] != typed["secret"], t("Hai lần nhập chưa giống nhau.")),
    )
    return {name: sentence for name, wrong, sentence in checks if wrong}


def is_unit(text: str) -> bool:
    """Whether a text can head a dossier code."""
    return DOSSIER_CODE.match(f"{text.strip()}-260101-0001") is not None


def read_hours(text: str) -> tuple[Hours, ...] | None:
    """Office hours as typed, None where they make no sense."""
    spans = [_HOURS.fullmatch(part.strip()) for part in text.split(",")]
    try:
        hours = tuple(
            Hours(start=time(int(span[1]), int(span[2])), end=time(int(span[3]), int(span[4])))
            for span in spans
            if span is not None
        )
    except ValueError:
        return None
    ends = [edge for span in hours for edge in (span.start, span.end)]
    in_order = all(early < late for early, late in pairwise(ends))
    return hours if hours and len(hours) == len(spans) and in_order else None


def read_answers(typed: Mapping[str, str]) -> FirstAnswers:
    """Answers from fields that `faults` found in order."""
    office = Office(
        unit=typed["unit"].strip(), name=nfc(typed["name"]), parent=nfc(typed["parent"]), place=nfc(typed["place"]),
        phone=nfc(typed["phone"]), desk_slot=int(typed["slot"]),
        desk_name=nfc(typed["desk"]) or t("Quầy {slot}", slot=typed["slot"]), hours=read_hours(typed["hours"]) or (),
    )  # fmt: skip
    devices = Devices(printer=typed["printer"], scanner=typed["scanner"], reader_port=typed["reader"])
    first = Clerk(name=nfc(typed["clerk"]), role=Role.ADMINISTRATOR, given=bool(typed["helping"]))
    return FirstAnswers(office, devices, first, nfc(typed["secret"]))


def _is_slot(text: str) -> bool:
    return text.isdigit() and 1 <= int(text) <= 99
