"""What the recovery screen decides: what of a pile may come in, whose key is asked about, and the way back."""

from typing import TYPE_CHECKING
from uuid import UUID

from desktop.i18n import t
from desktop.jobs import Failure, Jobs
from desktop.screens.recover.pages import Pages
from desktop.screens.recover.state import Asked, RecoverState, RecoverView, row_of, say_counts
from desktop.screens.scan.feed import Feed
from desktop.screens.scan.machine import Machine
from desktop.screens.scan.state import Scanner
from desktop.slip_pile import Sheet, asked_keys, say_key, slips_of, sort_out
from desktop.stage import Here, Stage
from desktop.theme.tokens import Tone
from dossiers.recover import recover, undo_recovery
from scanning.events import ScanEvent

if TYPE_CHECKING:
    from collections.abc import Iterable

UNDO_S = 120


class RecoverPresenter:
    """One pile at a time; its pages stay sealed in the spool until a person is done with them.

    Nothing enters the register before F10, and then all that may come at once, in one deed.
    """

    def __init__(self, *, jobs: Jobs, stage: Stage, here: Here, scanner: Scanner, view: RecoverView) -> None:
        self._jobs, self._stage, self._scanner, self._view = jobs, stage, scanner, view
        self._pages = Pages(
            jobs, scanner.read_page, seen=self._on_seen, blank=scanner.forget, judged=self._show, failed=stage.complain
        )  # fmt: skip
        self._vouched: frozenset[bytes] = frozenset()
        self._recovered: tuple[UUID, ...] = ()
        self._busy = False
        self.machine = Machine(jobs, stage, here, scanner, self._show)
        self._feed = Feed(self.machine, scanner, self._show)

    def enter(self) -> None:
        """Come to the front; what a killed window left is taken up where it was."""
        self._pages.looking.add(self._scanner.kept())
        self._show()

    # The feeder.

    def scan(self) -> None:
        """F7: start, or stop what runs."""
        self._feed.scan()

    def bring_in(self, files: tuple[str, ...]) -> None:
        """Import a pile that was scanned elsewhere."""
        self._feed.bring_in(files)

    def on_event(self, event: ScanEvent) -> None:
        """Something the session said."""
        self._feed.take_in(event, self._pages.looking)

    # What a person says.

    def vouch(self) -> None:
        """Answer for the key that is asked about; whoever presses F10 stands in the journal for it."""
        asked = self._asked(self._sheets())
        if asked:
            self._vouched |= {asked.key}
            self._show()

    def recover(self) -> None:
        """F10: everything that may come, in one deed."""
        slips = slips_of(self._sheets(), self._vouched)
        if slips and not self._waits():
            self._busy = True
            self._feed.say(t("Đang đưa {count} hồ sơ vào sổ…", count=len(slips)), Tone.INFO)
            self._show()
            self._jobs.do(recover, slips, on_done=self._on_recovered, on_failed=self._on_failed)

    def undo(self) -> None:
        """Ctrl+Z: it was the wrong pile."""
        if self._recovered and not self._busy:
            self._busy = True
            self._jobs.do(undo_recovery, self._recovered, on_done=self._on_undone, on_failed=self._on_failed)

    def clear(self) -> None:
        """Done with this pile: its pages are let go of, what came into the register stays."""
        if not self._waits():
            for read in self._pages.looking.reads.values():
                self._scanner.forget(read)
            self._pages.clear()
            self._vouched, self._recovered = frozenset(), ()
            self._feed.say("")
            self._show()

    # Helpers.

    def _on_recovered(self, recovered: tuple[UUID, ...]) -> None:
        self._busy, self._recovered = False, recovered
        self._stage.counts_changed()
        words = t("Đã khôi phục {count} hồ sơ. Số của chúng không bao giờ cấp lại.", count=len(recovered))
        self._feed.say(words, Tone.OK)
        self._stage.toast(words, action=t("Hoàn tác"), run=self.undo, seconds=UNDO_S)
        self._pages.judge_again()

    def _on_undone(self, undone: tuple[UUID, ...]) -> None:
        left = len(self._recovered) - len(undone)
        self._busy, self._recovered = False, ()
        self._stage.counts_changed()
        kept = t(" {count} hồ sơ đã có người làm tiếp nên giữ nguyên.", count=left) if left else ""
        self._feed.say(t("Đã hủy khôi phục {count} hồ sơ.", count=len(undone)) + kept, Tone.OK)
        self._pages.judge_again()

    def _on_failed(self, failure: Failure) -> None:
        """Nothing of the pile was written; it lies here as before."""
        self._busy = False
        self._feed.say(failure.sentence, Tone.BAD)
        self._show()

    def _on_seen(self, key: str, jpeg: bytes) -> None:
        self._view.show_picture(key, jpeg)
        self._show()

    def _sheets(self) -> tuple[Sheet, ...]:
        return sort_out(self._pages.sheets, self._vouched)

    def _asked(self, sheets: "Iterable[Sheet]") -> Asked | None:
        """The key that has signed the most of what waits."""
        found = asked_keys(sheets).most_common(1)
        return Asked(key=found[0][0], words=say_key(found[0][0]), sheets=found[0][1]) if found else None

    def _waits(self) -> bool:
        return bool(self._busy or self._scanner.running or self._pages.looking.unseen)

    def _show(self) -> None:
        sheets, waits = self._sheets(), self._waits()
        fresh = len(slips_of(sheets, self._vouched))
        self._view.present(
            RecoverState(
                feeder=self._feed.state(), counts=say_counts(sheets), fresh=fresh,
                rows=tuple(row_of(number, sheet) for number, sheet in enumerate(sheets, start=1)),
                asked=self._asked(sheets), may_recover=bool(fresh) and not waits,
                may_clear=bool(self._pages.looking.reads) and not waits,
                may_undo=bool(self._recovered) and not self._busy,
            )
        )  # fmt: skip
