"""The end of an intake: commit, then print; and for half a minute the way back."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from desktop.asks import remember_procedure
from desktop.dossier_asks import TakenBack, take_back
from desktop.i18n import t
from desktop.jobs import Failed, Jobs
from desktop.screens.intake.form import Form
from desktop.slips import RECEIPT, SUPPLEMENT, Slips
from desktop.stage import Stage
from dossiers.acting import Act
from dossiers.clock import say_time
from dossiers.dossier import Dossier
from dossiers.receive import Intake, receive
from dossiers.supplement import request_supplement
from dossiers.void import UNDO_REASON

UNDO_S = 30
LACKING = "Hồ sơ còn thiếu giấy tờ theo thành phần hồ sơ của thủ tục."


def take_in(act: Act, intake: Intake, dossier_id: UUID) -> Dossier:
    """Receive; papers still missing are asked for in the same transaction, so that neither stands alone.

    A dossier received before is returned as it is, and nothing is asked for twice.
    """
    dossier = receive(act, intake, dossier_id)
    missing = tuple(paper for paper in dossier.papers if paper.missing)
    if not missing or dossier.supplements:
        return dossier
    return request_supplement(act, dossier.id, missing, LACKING)


class Finish:
    """Commits intakes of one desk and remembers the last one for its undo."""

    def __init__(self, jobs: Jobs, stage: Stage, slips: Slips, on_undone: Callable[[Form], None]) -> None:
        self._jobs, self._stage, self._slips = jobs, stage, slips
        self._on_undone = on_undone

    def run(self, form: Form, intake: Intake, dossier_id: UUID, on_done: Callable[[], None], on_failed: Failed) -> None:
        """Commit the intake, and only then print; the slips never hold up the next citizen."""

        def taken(dossier: Dossier) -> None:
            self._say(form, dossier)
            self._slips.print(RECEIPT, dossier)
            if dossier.supplements:
                self._slips.print(SUPPLEMENT, dossier)
            on_done()

        self._jobs.ask(
            lambda desk: remember_procedure(desk, intake.procedure_code), lambda _: None, self._stage.complain
        )
        self._jobs.do(take_in, intake, dossier_id, on_done=taken, on_failed=on_failed)

    def guide(self, intake: Intake, procedure_name: str) -> None:
        """Print what the citizen has to bring; nothing is taken in."""
        self._slips.print_guidance(intake, procedure_name, LACKING)
        self._stage.toast(t("Chưa nhận hồ sơ. Phiếu hướng dẫn đã vào hàng đợi in."))

    def _say(self, form: Form, dossier: Dossier) -> None:
        due_at = dossier.appointment.due_at
        words = t("Đã tiếp nhận {code}", code=dossier.code)
        if due_at:
            words = t("Đã tiếp nhận {code} · hẹn trả {due}", code=dossier.code, due=say_time(due_at))
        self._stage.toast(words, action=t("Hoàn tác"), run=lambda: self._undo(form, dossier), seconds=UNDO_S)
        self._stage.counts_changed()

    def _undo(self, form: Form, dossier: Dossier) -> None:
        def undone(taken: TakenBack) -> None:
            self._stage.toast(taken.sentence, seconds=12)
            self._stage.counts_changed()
            self._on_undone(replace(form, vouched=False))

        self._jobs.ask(lambda desk: take_back(desk, dossier.id, UNDO_REASON), undone, self._stage.complain)
