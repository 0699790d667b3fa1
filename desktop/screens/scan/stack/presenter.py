"""What the stack screen decides: pages come in, a plan says where each goes, a person answers where it cannot know."""

from dataclasses import replace
from functools import partial
from uuid import UUID

from desktop.i18n import t
from desktop.jobs import Failure, Jobs
from desktop.screens.scan.binding import say_large
from desktop.screens.scan.feed import Feed
from desktop.screens.scan.looking import key_of
from desktop.screens.scan.machine import Machine
from desktop.screens.scan.pages_editing import PageEditing
from desktop.screens.scan.pile import Page
from desktop.screens.scan.stack.bench import Bench
from desktop.screens.scan.stack.edits import file, found_again, lay_out
from desktop.screens.scan.stack.memory import Memory, keep_memory, read_memory
from desktop.screens.scan.stack.pages import Pages, find_dossier
from desktop.screens.scan.stack.saving import Parcel, bind_parcel, file_parcel, parcel_of
from desktop.screens.scan.stack.state import StackState, StackView, asked_of, groups_of, lines_of, say_short
from desktop.screens.scan.state import Scanner
from desktop.stage import Here, Stage
from desktop.theme.tokens import Tone
from dossiers.codes import SlipCode, parse_slip
from dossiers.dossier import Dossier, Scan
from dossiers.filing import Answer, Goes, Leads, Plain, Plan, Role
from scanning.events import PageRead, ScanEvent


class StackPresenter:
    """One pile at a time; its pages stay sealed in the spool until all of it lies in dossiers and a person says so.

    The feeder is never stopped for a question: a sheet under way would pass unread. What it reads waits behind it.
    """

    def __init__(self, *, jobs: Jobs, stage: Stage, here: Here, scanner: Scanner, view: StackView) -> None:
        self._jobs, self._stage, self._scanner, self._view = jobs, stage, scanner, view
        self._pages = Pages(jobs, scanner.read_page, self._on_seen, stage.complain)
        self._memory, self._before = Memory(), list[Memory]()
        self._plan, self._numbers, self._leaves = Plan(()), dict[str, int](), dict[str, Page]()
        self._parcels: tuple[Parcel, ...] = ()
        self._bench: Bench | None = None
        self.editing = PageEditing(jobs, stage, scanner.read_page, view.show_page, self._show)
        self._remembered = False
        self.machine = Machine(jobs, stage, here, scanner, self._show)
        self._feed = Feed(self.machine, scanner, self._show)

    @property
    def may_undo(self) -> bool:
        """Whether there is an answer to take back, or in the page editor an edit."""
        return self.editing.may_undo if self._bench else bool(self._before)

    def dossier(self, dossier_id: UUID | None) -> Dossier | None:
        """A dossier that has a part in the pile."""
        return self._pages.dossiers.get(dossier_id) if dossier_id else None

    def enter(self) -> None:
        """Come to the front; what a killed window left is taken up where it was."""
        if self._remembered:
            self._show()
        else:
            self._jobs.ask(read_memory, self._on_memory, self._stage.complain)

    # The feeder.

    def scan(self) -> None:
        """F7: start, or stop what runs."""
        self._feed.scan()

    def bring_in(self, files: tuple[str, ...]) -> None:
        """Import a pile that was scanned elsewhere."""
        self._feed.bring_in(files)

    def on_event(self, event: ScanEvent) -> None:
        """Something the session said."""
        if self._bench and isinstance(event, PageRead):
            self.editing.take((event,))
        self._feed.take_in(event, self._pages.looking)

    # The page editor.

    def edit(self, key: str) -> None:
        """Open a page, and those that lie with it, in the page editor; the sheet that is asked about comes alone."""
        looked_at = next((each for each in self._plan.placed if each.key == key), None)
        if self._bench or self._parcels or looked_at is None:
            return
        beside = (looked_at,) if looked_at.role is Role.WAITING else self._plan.pages_of(looked_at.dossier_id)
        bench = Bench.lay((each for each in beside if each.key not in self._memory.saved), self._leaves)
        if key in bench.pages:
            self._bench = bench
            self.editing.begin(bench.pile(key))
            self._show()
        else:
            self._stage.toast(t("Chỉ sửa được trang chưa lưu và chưa chia cho hồ sơ khác."))

    def retake(self) -> None:
        """T in the page editor: scan the page looked at once more."""
        self._feed.scan_again(self.editing)

    def close_editor(self) -> None:
        """Back to the pile with what was edited, one undo takes it back; not while a page is still to come to it."""
        if self._bench and self._scanner.running:
            self._stage.toast(t("Máy đang quét trang cho chỗ này. Chờ xong, hoặc bấm F7 để dừng."))
        elif self._bench:
            fresh = self._bench.fresh(self.editing.pile)
            self._before = [each.answer(fresh, Plain.ASIDE) for each in (*self._before, self._memory)]
            now = self._bench.take_up(self._before[-1], self.editing.pile, self.editing.again)
            self._bench = None
            self.editing.clear()
            if now == self._before[-1]:
                self._before.pop()
            self._remember(now)

    # What a person says.

    def answer(self, keys: tuple[str, ...], answer: Answer) -> None:
        """Say of some sheets what they are; saved ones stay where they are."""
        open_keys = tuple(key for key in keys if key not in self._memory.saved)
        if open_keys:
            self._before.append(self._memory)
            self._remember(self._memory.answer(open_keys, answer))

    def undo(self) -> None:
        """Ctrl+Z: take the last answer back, or in the page editor the last edit."""
        if self._bench:
            self.editing.undo()
        elif self._before:
            before = self._before.pop()
            self._remember(replace(self._memory, answers=before.answers, edits=before.edits, order=before.order))

    def lay_in(self, count: int) -> None:
        """How many dossiers the clerk laid in; 0 where nobody counted."""
        if count != self._memory.laid_in:
            self._remember(replace(self._memory, laid_in=count))

    def name(self, text: str, keys: tuple[str, ...]) -> None:
        """A code was typed or read by hand: it answers the question, else the pages go into that dossier."""
        self.close_editor()
        if self._bench:
            return
        slip = parse_slip(text)
        find = (lambda desk: find_dossier(desk, slip)) if slip else (lambda desk: desk.register.find(text))
        self._jobs.ask(find, partial(self._on_named, slip, keys), self._stage.complain)

    def assign(self, keys: tuple[str, ...], line: int) -> None:
        """1…9: the pages are of that component line; again takes them out of it."""
        for placed in (each for each in self._plan.placed if each.key in keys):
            dossier = self.dossier(placed.dossier_id)
            if dossier and line < len(dossier.papers):
                self.answer((placed.key,), Goes(dossier.id, None if placed.paper == line else line))

    def put(self, keys: tuple[str, ...], dossier_id: UUID | None) -> None:
        """Pages were drawn onto a dossier, or into the tray."""
        self.answer(keys, Goes(dossier_id))

    def look_at(self, dossier_id: UUID | None) -> None:
        """A dossier or one of its pages is looked at: show its component lines."""
        dossier = self.dossier(dossier_id)
        self._view.show_lines(lines_of(dossier, self._plan) if dossier else ())

    # F10.

    def save(self, dossier_id: UUID | None = None) -> None:
        """Save one dossier, or all of them."""
        if self._parcels or self._bench or self._scanner.running:
            return
        wanted = self._plan.dossiers if dossier_id is None else (dossier_id,)
        parcels = (
            parcel_of(self._pages.dossiers[each], self._plan, self._memory.saved, self._leaves) for each in wanted
        )
        self._parcels = tuple(parcel for parcel in parcels if parcel)
        self._save_next()

    def finish(self) -> None:
        """All of it lies in dossiers: leading sheets and blank backs are let go of with the pages."""
        reads = tuple(self._pages.looking.reads.values())

        def forgotten(_: object) -> None:
            for read in reads:
                self._scanner.forget(read)
            self._pages.clear()
            self._memory = Memory()
            self._feed.forget_faults()
            self._before.clear()
            self._feed.say(t("Đã xong chồng này. Đặt chồng khác vào máy rồi bấm F7."), Tone.OK)
            self._replan()

        self._jobs.ask(lambda desk: keep_memory(desk, Memory()), forgotten, self._stage.complain)

    def _save_next(self) -> None:
        if not self._parcels:
            self._stage.counts_changed()
            self._feed.say(t("Đã lưu vào hồ sơ."), Tone.OK)
            self._replan()
            return
        parcel, read, ceiling_mb = self._parcels[0], self._scanner.read_page, self.machine.here.devices.scan_ceiling_mb
        self._feed.say(t("Đang lưu hồ sơ {code}…", code=parcel.dossier.code), Tone.INFO)
        self._show()
        self._jobs.pool(
            lambda: bind_parcel(parcel, read, ceiling_mb),
            lambda bound: self._jobs.ask(
                lambda desk: file_parcel(desk, parcel, bound, self._memory),
                lambda scans: self._on_filed(parcel, scans), self._on_save_failed,
            ),
            self._on_save_failed,
        )  # fmt: skip

    def _on_filed(self, parcel: Parcel, scans: tuple[Scan, ...]) -> None:
        for (_, pages), scan in zip(parcel.bundles, scans, strict=True):
            self._scanner.put_by((read for page in pages for read in page.reads()), scan.sha256)
        if large := say_large(scans, self.machine.here.devices.scan_ceiling_mb):
            self._stage.toast(large)
        self._memory = self._memory.save(parcel.keys)
        self._before.clear()
        self._parcels = self._parcels[1:]
        self._save_next()

    def _on_save_failed(self, failure: Failure) -> None:
        """Nothing is lost: the pages still lie in the spool."""
        self._parcels = ()
        self._feed.say(failure.sentence, Tone.BAD)
        self._replan()

    # Helpers.

    def _on_memory(self, memory: Memory) -> None:
        self._memory, self._remembered = memory, True
        said = (each for each in memory.answers.values() if isinstance(each, Leads | Goes))
        wanted = {each.dossier_id for each in said if each.dossier_id}
        self._jobs.ask(
            lambda desk: [desk.register.get(dossier_id) for dossier_id in wanted], self._on_kept, self._stage.complain
        )

    def _on_kept(self, dossiers: list[Dossier]) -> None:
        for dossier in dossiers:
            self._pages.learn(dossier)
        kept = self._scanner.kept()
        edits = found_again(self._memory.edits, {key_of(read): read for read in kept})
        self._memory = replace(self._memory, edits=edits)
        if kept:
            self._feed.say(t("Máy này còn giữ {count} trang đã quét.", count=len(kept)), Tone.INFO)
        self._pages.looking.add(kept)
        self._show()

    def _on_seen(self, key: str, jpeg: bytes) -> None:
        self._view.show_picture(key, jpeg)
        if key in self._memory.edits:
            self._pages.draw(key, self._memory.edits, self._on_drawn)
        self._replan()

    def _on_named(self, slip: SlipCode | None, keys: tuple[str, ...], dossier: Dossier | None) -> None:
        if dossier is None:
            self._stage.toast(t("Mã này chưa có trong sổ của quầy."))
            return
        self._pages.learn(dossier)
        if self._plan.question:
            line = slip.sheet - 1 if slip and slip.sheet and slip.sheet <= len(dossier.papers) else None
            self.answer((self._plan.question.key,), Leads(dossier.id, line))
        elif keys:
            self.answer(keys, Goes(dossier.id))
        else:
            self._stage.toast(t("Chọn trang trong danh sách trước, rồi quét hoặc gõ mã hồ sơ nhận trang."))

    def _remember(self, memory: Memory) -> None:
        before, self._memory = self._memory.edits, memory
        self._jobs.ask(lambda desk: keep_memory(desk, memory), lambda _: None, self._stage.complain)
        for sheet in {**before, **memory.edits}:
            if before.get(sheet) != memory.edits.get(sheet):
                self._pages.draw(sheet, memory.edits, self._on_drawn)
        self._replan()

    def _on_drawn(self, key: str, jpeg: bytes) -> None:
        self._view.show_picture(key, jpeg)
        self._show()

    def _replan(self) -> None:
        edits = self._memory.edits
        sheets = self._pages.sheets(edits)
        self._numbers = self._pages.numbers(edits)
        self._leaves = {key: page for sheet in self._numbers for key, page in self._pages.of(sheet, edits).items()}
        found = file(sheets, self._pages.known, self._memory.answers)
        self._plan = lay_out(found, self._leaves, self._memory.order)
        self._show()

    def _show(self) -> None:
        pages = [placed for placed in self._plan.placed if placed.role is Role.PAGE and placed.dossier_id]
        unsaved = any(page.key not in self._memory.saved for page in pages)
        idle = not (self._scanner.running or self._parcels or self._bench or self._pages.looking.unseen)
        laid_in = self._memory.laid_in
        short = "" if self._scanner.running else say_short(self._plan, laid_in)
        settled = not (self._plan.question or self._plan.tray)
        self._view.present(
            StackState(
                feeder=self._feed.state(), pile=self.editing.pile if self._bench else None,
                groups=groups_of(self._plan, self._numbers, self._pages.dossiers, self._memory.saved, self._leaves),
                asked=asked_of(self._plan, self._numbers, self._pages.looking.unseen), laid_in=laid_in, short=short,
                may_save=idle and unsaved and not short and not self._plan.question, may_save_one=idle and unsaved,
                may_finish=idle and settled and not unsaved and bool(self._pages.looking.reads),
            )
        )  # fmt: skip
