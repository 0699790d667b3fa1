"""What the register decides of batches: who takes part, the paper afterwards, and the account that is given."""

from collections.abc import Sequence
from typing import Protocol

from desktop.i18n import t
from desktop.jobs import Jobs
from desktop.register_asks import Item, read_dossiers, read_items
from desktop.screens.register.batch import Account, Batch
from desktop.screens.register.deeds import Deed
from desktop.screens.register.progress import Progress
from desktop.slips import RECEIPT, Slips
from desktop.stage import Stage
from dossiers.clock import Clock
from dossiers.dossier import Dossier
from dossiers.status import Status

MOST_REPRINTS = 50


class BatchView(Protocol):
    """The screen as batches see it."""

    def show_progress(self, progress: Progress, words: str) -> None:
        """Follow long work until it has ended, with a way to stop it."""
        ...

    def show_account(self, words: str, account: Account) -> None:
        """How it ended, with whatever was refused."""
        ...


class Batches:
    """One batch at a time; dossiers that do not fit it are told with their reason, and the others are done."""

    def __init__(self, *, jobs: Jobs, stage: Stage, clock: Clock, slips: Slips, view: BatchView) -> None:
        self._jobs, self._stage, self._clock, self._slips, self._view = jobs, stage, clock, slips, view
        self._running: Batch | None = None

    @property
    def running(self) -> bool:
        """Whether one is under way."""
        return self._running is not None

    def run(self, keys: Sequence[int], deed: Deed) -> None:
        """Do a deed to each of these dossiers."""
        if not self.running:
            self._jobs.ask(
                lambda desk: read_items(desk, keys), lambda items: self._begin(items, deed), self._stage.complain
            )

    def reprint(self, keys: Sequence[int]) -> None:
        """The receipts of some dossiers once more; a voided one has none."""
        if len(keys) > MOST_REPRINTS:
            self._stage.toast(t("Mỗi lần in lại nhiều nhất {most} giấy hẹn. Chọn ít hồ sơ hơn.", most=MOST_REPRINTS))
        else:
            self._jobs.ask(lambda desk: read_dossiers(desk, keys), self._print, self._stage.complain)

    def _begin(self, items: tuple[Item, ...], deed: Deed) -> None:
        if self.running:
            return
        batch = Batch(self._jobs, items, deed.verb, lambda account: self._on_end(deed, account))
        self._running = batch
        self._view.show_progress(batch.progress, t("Đang làm lần lượt từng hồ sơ"))
        batch.step()

    def _on_end(self, deed: Deed, account: Account) -> None:
        self._running = None
        if account.done and deed.slip:
            self._slips.queue(deed.slip(account.done, self._clock()))
        self._view.show_account(deed.said.format(count=len(account.done)), account)
        self._stage.counts_changed()

    def _print(self, dossiers: Sequence[Dossier]) -> None:
        standing = [dossier for dossier in dossiers if dossier.status is not Status.VOIDED]
        for dossier in standing:
            self._slips.print(RECEIPT, dossier)
        if len(standing) < len(dossiers):
            self._stage.toast(t("Hồ sơ đã hủy không còn giấy hẹn để in lại."))
        else:
            self._stage.toast(t("{count} giấy hẹn đã vào hàng đợi in.", count=len(standing)))
