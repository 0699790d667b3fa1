"""Where a scanned or typed text belongs: a citizen card to the intake, a slip to its dossier, words to the search."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.i18n import t
from desktop.jobs import Jobs, failure
from desktop.stage import Stage
from dossiers.citizen_card import looks_like_card, parse_card
from dossiers.clock import Clock, local_date
from dossiers.codes import parse_slip
from dossiers.dossier import Dossier
from dossiers.errors import InvalidInput, KnownError
from dossiers.slip_header import is_slip
from dossiers.status import Status

if TYPE_CHECKING:
    from desktop.jobs import Desk
    from sync.slip_keys import SlipCheck

SAID_S = 20
"""A verdict is read with the paper in hand."""


class Router:
    """Sends whatever a reader or the top box delivers to the screen that can use it."""

    def __init__(self, jobs: Jobs, stage: Stage, clock: Clock) -> None:
        self._jobs = jobs
        self._stage = stage
        self._clock = clock

    def take(self, text: str) -> None:
        """Route one text; nothing is lost by a text that nobody knows."""
        if looks_like_card(text):
            self._take_card(text, local_date(self._clock()))
        elif is_slip(text):
            self._jobs.ask(lambda desk: _check(desk, text), self._tell_checked, self._stage.complain)
        elif parse_slip(text):
            self._jobs.ask(lambda desk: _find(desk, text), self._open_found, self._stage.complain)
        else:
            self._stage.open("register", text=text)

    def open_last(self) -> None:
        """F8: the dossier received last."""
        self._jobs.ask(_newest, self._open_newest, self._stage.complain)

    def _open_newest(self, dossier_id: UUID | None) -> None:
        if dossier_id is None:
            self._stage.toast(t("Chưa có hồ sơ nào ở quầy này."))
        else:
            self._stage.open("dossier", dossier_id=dossier_id)

    def _take_card(self, text: str, today: date) -> None:
        try:
            card = parse_card(text, today)
        except InvalidInput as error:
            self._stage.complain(failure(error))
        else:
            self._stage.open("intake", card=card)

    def _tell_checked(self, answer: "tuple[SlipCheck, Dossier | None]") -> None:
        """The signed code of a slip: of this desk's own book it opens the dossier, of any other it says what it is."""
        check, dossier = answer
        if check.believed and dossier is not None:
            self._open_found(dossier)
        elif check.refused:
            self._stage.complain(failure(KnownError(check.template, **check.facts)))
        else:
            self._stage.toast(t(check.template, **check.facts), seconds=SAID_S)

    def _open_found(self, dossier: Dossier | None) -> None:
        if dossier is None:
            self._stage.toast(t("Mã này đúng dạng nhưng chưa có trong sổ của quầy. Kiểm tra mã, hoặc tìm theo tên."))
        elif dossier.status is Status.RESULT_READY:
            self._stage.open("giveback", dossier_id=dossier.id)
        else:
            self._stage.open("dossier", dossier_id=dossier.id)


def _check(desk: "Desk", text: str) -> "tuple[SlipCheck, Dossier | None]":
    from sync.slip_keys import check_slip

    check = check_slip(desk, text)
    return check, _find(desk, check.head.code) if check.head else None


def _find(desk: "Desk", text: str) -> Dossier | None:
    """By code or slip: in this desk's book, else among those of other desks that the province told of."""
    return desk.register.find(text) or desk.wire.find(text)


def _newest(desk: "Desk") -> UUID | None:
    from dossiers.store.register import Query

    return next((row.id for row in desk.register.search(Query(limit=1)).rows), None)
