"""What the scan screen decides: when to scan, what happens to pages, and into which dossier they go."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.i18n import t
from desktop.jobs import Failure, Jobs
from desktop.screens.scan.binding import Bound, bind, say_large
from desktop.screens.scan.feed import Feed
from desktop.screens.scan.machine import Machine
from desktop.screens.scan.pages_editing import PageEditing
from desktop.screens.scan.pile import Pile, scan_of, title_of
from desktop.screens.scan.state import Scanner, ScanState, ScanView, Target
from desktop.stage import Here, Stage
from desktop.theme.tokens import Tone
from dossiers.attach_scans import attach_scans
from dossiers.dossier import Dossier, Scan
from dossiers.take_off_scans import take_off_scans
from dossiers.void import UNDO_REASON
from scanning.drivers import Source
from scanning.errors import Fault
from scanning.events import Failed, PageRead, Progress, ScanEvent

if TYPE_CHECKING:
    from desktop.jobs import Desk

UNDO_S = 30


class ScanPresenter:
    """One pile of pages at a time; pages stay sealed in the spool until a committed dossier names them."""

    def __init__(self, *, jobs: Jobs, stage: Stage, here: Here, scanner: Scanner, view: ScanView) -> None:
        self._jobs, self._stage, self._scanner, self._view = jobs, stage, scanner, view
        self.pages = PageEditing(jobs, stage, scanner.read_page, view.show_picture, self._show)
        self._target: Target | None = None
        self._saving = False
        self.machine = Machine(jobs, stage, here, scanner, self._show)
        self._feed = Feed(self.machine, scanner, self._show)

    @property
    def pile(self) -> Pile:
        """The pages as they lie."""
        return self.pages.pile

    def enter(
        self, dossier_id: UUID | None = None, papers: tuple[str, ...] | None = None, *, result: bool = False
    ) -> None:
        """Come to the front for a dossier or its result, for the intake in hand (`papers`), or for what was last."""
        kept = tuple(self._scanner.kept())
        if kept and not any(self.pile.reads()) and not self._scanner.running:
            self._feed.say(t("Máy này còn giữ {count} trang đã quét.", count=len(kept)), Tone.INFO)
        self.pages.take(kept)
        if papers is not None:
            self._target = Target(words=t("Hồ sơ đang nhập"), papers=papers)
        elif dossier_id is not None:
            aim = self._aim_at_result if result else self._aim
            self._jobs.ask(lambda desk: desk.register.get(dossier_id), aim, self._stage.complain)
        self._show()

    def aim_at(self, code: str) -> None:
        """A slip was scanned: its dossier takes the pages."""
        self._jobs.ask(lambda desk: desk.register.find(code), self._on_slip, self._stage.complain)

    # The machine.

    def scan(self) -> None:
        """F7: start, or stop what runs."""
        self._feed.scan()

    def bring_in(self, files: tuple[str, ...]) -> None:
        """Import pictures and PDFs."""
        self._feed.bring_in(files)

    def on_event(self, event: ScanEvent) -> None:
        """Something the session said."""
        match event:
            case PageRead():
                self.pages.take((event,))
            case Progress(percent=percent):
                number = len(self.pile.pages) + 1
                self._feed.say(t("Đang quét trang {number}: {percent}%", number=number, percent=percent))
            case Failed(fault=Fault.UNSUPPORTED, pages=0) if self.machine.may_use_glass:
                self.machine.source = Source.FLATBED
                self.scan()
            case _:
                self._feed.hear(event, len(self.pile.pages))
        self._show()

    def retake(self) -> None:
        """T: scan the page looked at once more; the new one comes in its place."""
        self._feed.scan_again(self.pages)

    # F10.

    def save(self) -> None:
        """Bind, keep the files durably, and only then name them in the dossier."""
        if self._target is None or not self.pile.pages or self._saving:
            return
        self._saving = True
        self._feed.say(t("Đang ghép và lưu {count} trang…", count=len(self.pile.pages)), Tone.INFO)
        self._show()
        bundles = tuple(self.pile.bundles())
        read, ceiling_mb = self._scanner.read_page, self.machine.here.devices.scan_ceiling_mb
        self._jobs.pool(
            lambda: tuple(bind(pages, paper, read, ceiling_mb) for paper, pages in bundles),
            self._bound(self._target, self.pile), self._failed,
        )  # fmt: skip

    def _bound(self, target: Target, pile: Pile) -> "Callable[[tuple[Bound, ...]], None]":
        def keep(bound: tuple[Bound, ...]) -> None:
            self._jobs.ask(
                lambda desk: _keep_files(desk, bound, target),
                lambda scans: self._name(scans, target, pile), self._failed,
            )  # fmt: skip

        return keep

    def _name(self, scans: tuple[Scan, ...], target: Target, pile: Pile) -> None:
        def named(_: object = None) -> None:
            for (_, pages), scan in zip(pile.bundles(), scans, strict=True):
                self._scanner.put_by((read for page in pages for read in page.reads()), scan.sha256)
            for read in pile.reads():
                self._scanner.forget(read)
            self.pages.clear()
            self._saving = False
            self._feed.forget_faults()
            self._feed.say("")
            self._stage.counts_changed()
            said = say_large(scans, self.machine.here.devices.scan_ceiling_mb)
            if target.dossier_id is None:
                self._stage.open("intake", scans=scans)
                if said:
                    self._stage.toast(said)
            else:
                said = said or t("Đã gắn {count} bản quét vào {where}", count=len(scans), where=target.words)
                self._stage.open("dossier", dossier_id=target.dossier_id)
                take_off = partial(self._take_off, target.dossier_id, scans)
                self._stage.toast(said, action=t("Hoàn tác"), run=take_off, seconds=UNDO_S)

        if target.dossier_id is None:
            named()
        else:
            self._jobs.do(attach_scans, target.dossier_id, scans, on_done=named, on_failed=self._failed)

    def _take_off(self, dossier_id: UUID, scans: tuple[Scan, ...]) -> None:
        """They went into the wrong dossier, which is seen right after."""

        def done(after: Dossier) -> None:
            self._stage.toast(
                t("Đã gỡ {count} bản quét khỏi {code}. Tệp và lý do vẫn được giữ trong diễn biến.", count=len(scans),
                  code=after.code)
            )  # fmt: skip
            self._stage.counts_changed()
            self._stage.open("dossier", dossier_id=dossier_id, scans=True)

        self._jobs.do(
            take_off_scans, dossier_id, scans, UNDO_REASON, on_done=done, on_failed=self._stage.complain
        )  # fmt: skip

    def _failed(self, failure: Failure) -> None:
        """Nothing is lost: the pages still lie in the spool."""
        self._saving = False
        self._feed.say(failure.sentence, Tone.BAD)
        self._show()

    # Helpers.

    def _on_slip(self, dossier: Dossier | None) -> None:
        if dossier is None:
            self._stage.toast(t("Mã này chưa có trong sổ của quầy."))
        else:
            self._aim(dossier)

    def _aim(self, dossier: Dossier) -> None:
        papers = tuple(paper.name for paper in dossier.papers)
        self._target = Target(words=dossier.code, papers=papers, dossier_id=dossier.id)
        self._show()

    def _aim_at_result(self, dossier: Dossier) -> None:
        words = t("kết quả của {code}", code=dossier.code)
        self._target = Target(words=words, papers=(), dossier_id=dossier.id, result=True)
        self._show()

    def _show(self) -> None:
        target = self._target
        names = target.papers if target else ()
        given = [page.paper for page in self.pile.pages]
        counts = tuple((name, given.count(number)) for number, name in enumerate(names))
        self._view.present(
            ScanState(
                feeder=self._feed.state(), target=target.words if target else "", papers=counts, pile=self.pile,
                saving=self._saving,
                may_save=bool(target and self.pile.pages and not self._scanner.running and not self._saving),
            )
        )  # fmt: skip


def _keep_files(desk: "Desk", bound: tuple[Bound, ...], target: Target) -> tuple[Scan, ...]:
    """Put each PDF into the store; only what lies there may be named by an op."""
    other = t("Kết quả") if target.result else t("Giấy tờ khác")
    scans = (
        scan_of(desk.files.put(each.pdf), title_of(target.papers, each.paper, other), len(each.pdf), each.pages,
                each.paper)
        for each in bound
    )  # fmt: skip
    return tuple(replace(scan, result=target.result) for scan in scans)
