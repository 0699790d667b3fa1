"""Dossiers taken under rules that had changed already: one decision each, to keep or to issue again."""

from collections.abc import Callable
from typing import Protocol
from uuid import UUID

from desktop.i18n import t
from desktop.jobs import Failed, Jobs
from desktop.law_asks import issue_again, keep_as_taken, read_old_rules
from desktop.theme.tokens import Tone
from dossiers.dossier import Dossier
from dossiers.old_rules import OldRules

Print = Callable[[Dossier], None]
"""Queues the receipt of a dossier."""


class OldRulesView(Protocol):
    """What lists them."""

    def present(self, old: tuple[OldRules, ...]) -> None:
        """Show what is still to be decided."""
        ...

    def answer(self, sentence: str, tone: Tone = Tone.OK) -> None:
        """Say how something went."""
        ...


class OldRulesPresenter:
    """Nothing is decided by itself: a dossier stays on the list until somebody has."""

    def __init__(self, *, jobs: Jobs, print_receipt: Print, view: OldRulesView, complain: Failed) -> None:
        self._jobs, self._print, self._view, self._complain = jobs, print_receipt, view, complain

    def open(self) -> None:
        """Look anew."""
        self._jobs.ask(read_old_rules, self._view.present, self._complain)

    def keep(self, old: OldRules) -> None:
        """Leave the dossier and its slip as they are."""

        def kept(rest: tuple[OldRules, ...]) -> None:
            self._view.present(rest)
            self._view.answer(t("{code}: giữ như đã nhận, đã ghi vào hồ sơ.", code=old.code))

        self._jobs.ask(lambda desk: keep_as_taken(desk, old), kept, self._complain)

    def issue_again(self, old: OldRules) -> None:
        """Put the dossier under the law of its day, and its new receipt into the queue."""

        def issued(dossier: Dossier) -> None:
            self._print(dossier)
            self._view.answer(t("{code}: đã theo quy định mới, giấy hẹn mới vào hàng đợi in.", code=old.code))
            self.open()

        self._jobs.ask(lambda desk: issue_again(desk, old), issued, self._complain)


def chosen_after(rows: tuple[OldRules, ...], before: int, dossier_id: UUID | None) -> int:
    """The row to stand on when the list changed: the same dossier, else the one that took its place."""
    same = next((row for row, each in enumerate(rows) if each.dossier_id == dossier_id), None)
    return min(before, len(rows) - 1) if same is None else same
