"""The draft of the intake in hand: saved while typing, dropped once committed, offered again after a power cut."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

import msgspec

from desktop.asks import INTAKE_DRAFT, Kept, keep_draft
from desktop.jobs import Jobs
from desktop.screens.intake.form import Form
from desktop.stage import Stage
from dossiers.clock import Clock
from dossiers.errors import KnownError
from dossiers.ids import new_id

if TYPE_CHECKING:
    from desktop.jobs import Desk


class Drafts:
    """Keeps one form at a time under the id its dossier will have, so that F10 twice never makes two dossiers."""

    def __init__(self, jobs: Jobs, stage: Stage, clock: Clock) -> None:
        self._jobs, self._stage, self._clock = jobs, stage, clock
        self._saved = Form()
        self.id: UUID = new_id(clock())

    def begin(self) -> None:
        """A new intake, of which nothing is kept yet."""
        self.id, self._saved = new_id(self._clock()), Form()

    def go_on(self, kept: Kept) -> Form:
        """Take a kept draft up again; raises KnownError for one this version cannot read."""
        try:
            form = msgspec.convert(kept.body, Form)
        except msgspec.ValidationError as error:
            raise KnownError("Bản nháp này do phiên bản khác lưu nên không đọc được. Nhập lại từ đầu.") from error
        self.id, self._saved = kept.id, form
        return form

    def save(self, form: Form, on_saved: Callable[[datetime], None]) -> None:
        """Keep the form if it changed since it was last kept."""
        if form == self._saved or not form.begun:
            return
        self._saved = form
        identity, body, at = self.id, msgspec.to_builtins(form), self._clock()

        def save(desk: "Desk") -> datetime:
            keep_draft(desk, identity, INTAKE_DRAFT, at, body)
            return at

        self._jobs.ask(save, on_saved, self._stage.complain)

    def drop(self) -> None:
        """Forget the draft in hand; a committed one the store drops by itself."""
        identity = self.id
        self._jobs.ask(lambda desk: desk.drafts.drop(identity), lambda _: None, self._stage.complain)
