"""Begins and does deeds: commits them, queues their papers, and for half a minute keeps the way back."""

from collections.abc import Callable

from desktop.dossier_asks import Opened, TakenBack, undo_deed
from desktop.i18n import t
from desktop.jobs import Failed, Failure, Jobs, failure
from desktop.screens.dossier.acts import why_not
from desktop.screens.dossier.deeds import Deed, Verb
from desktop.slips import Slips
from desktop.stage import Stage
from dossiers.acting import require_move
from dossiers.dossier import Dossier
from dossiers.errors import Impossible
from dossiers.permissions import why_not_deed
from dossiers.status import MOVES, WORDS

UNDO_S = 30
LASTING_S = 12
"""For sentences that ask the clerk to do something."""


class Doing:
    """What the dossier screen and the giveback screen share; `on_undone` hears of a deed that was taken back."""

    def __init__(self, jobs: Jobs, stage: Stage, slips: Slips, on_undone: Callable[[Dossier], None]) -> None:
        self._jobs, self._stage, self._slips, self._on_undone = jobs, stage, slips, on_undone
        self._busy = False

    def may_begin(self, kind: str, opened: Opened) -> bool:
        """Whether an act can be begun; where it cannot, why not, and what is possible, was said."""
        dossier = opened.dossier
        if refusal := why_not_deed(opened.clerk, kind):
            self._stage.complain(failure(refusal))
            return False
        if sentence := why_not(kind, dossier):
            self._stage.toast(sentence)
            return False
        if MOVES[kind].physical:
            return True
        try:
            require_move(kind, dossier)
        except Impossible as refused:
            self._stage.complain(failure(refused))
            return False
        return True

    def run(self, deed: Deed, dossier: Dossier, on_done: Callable[[Dossier], None], on_failed: Failed) -> None:
        """Commit the deed, and only then print; `on_done` gets the dossier after it. F10 pressed twice is one deed."""
        if self._busy:
            return
        self._busy = True

        def done(after: Dossier) -> None:
            self._busy = False
            form = deed.form(after)
            if form:
                self._slips.print(form, after)
            self._say(deed, dossier, after, form)
            on_done(after)

        def voided(taken: TakenBack) -> None:
            self._busy = False
            self._stage.toast(taken.sentence, seconds=LASTING_S)
            self._stage.counts_changed()
            on_done(taken.dossier)

        def failed(why: Failure) -> None:
            self._busy = False
            on_failed(why)

        if deed.voids:
            self._jobs.ask(lambda desk: undo_deed(desk, dossier.id, deed.run, None), voided, failed)
        else:
            self._jobs.do(deed.run, dossier.id, on_done=done, on_failed=failed)

    def _say(self, deed: Deed, before: Dossier, after: Dossier, form: str) -> None:
        words = deed.said.format(code=after.code)
        if deed.back is None:
            self._stage.toast(words)
        else:
            back = deed.back(before, after)
            self._stage.toast(
                words, action=t("Hoàn tác"), run=lambda: self._undo(deed, before, back, form), seconds=UNDO_S
            )
        self._stage.counts_changed()

    def _undo(self, deed: Deed, dossier: Dossier, back: Verb, form: str) -> None:
        def undone(taken: TakenBack) -> None:
            words = (deed.undone or t("Đã hoàn tác việc vừa làm với {code}.")).format(code=dossier.code)
            paper = t("Thu lại giấy đã in.") if taken.slip_out else ""
            self._stage.toast(" ".join(filter(None, (words, paper))), seconds=LASTING_S)
            self._stage.counts_changed()
            self._on_undone(taken.dossier)

        self._jobs.ask(lambda desk: undo_deed(desk, dossier.id, back, form), undone, self._stage.complain)


def out_of_turn(kind: str, dossier: Dossier) -> str:
    """What to warn of when a fact comes in a state that does not expect it; empty in its turn."""
    if dossier.status in MOVES[kind].starts:
        return ""
    return t(
        "Hồ sơ đang ở trạng thái “{word}”. Việc này vẫn ghi được và được đánh dấu ngoài trình tự.",
        word=t(WORDS[dossier.status]),
    )
