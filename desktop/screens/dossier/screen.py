"""The dossier screen: the state in big letters, the forms of its acts, six tabs; every decision is the presenter's."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop import keys
from desktop.commands import Command
from desktop.dossier_asks import Opened
from desktop.i18n import t
from desktop.screen import Screen
from desktop.screens.dossier.act_sheet import ActSheet
from desktop.screens.dossier.files_presenter import FilesPresenter
from desktop.screens.dossier.forms.host import FormHost
from desktop.screens.dossier.presenter import DossierPresenter
from desktop.screens.dossier.question_card import QuestionCard
from desktop.screens.dossier.refiling import Refiling
from desktop.screens.dossier.state import DossierState
from desktop.screens.dossier.tabs import TABS, DossierTabs
from desktop.slips import Slips
from desktop.stage import Session
from desktop.theme import tokens
from desktop.theme.tokens import Tone
from desktop.widgets import Card, LinkButton, Page, StatusChip, muted, strong, text
from dossiers.dossier import Dossier
from dossiers.people import Right
from dossiers.status import MOVES

TITLES = {"scans_attached": "Quét giấy tờ"}
"""Where a button says more plainly what the act is."""

SUFFIXES = {"application/pdf": ".pdf", "image/png": ".png", "image/jpeg": ".jpg"}


class DossierScreen(Screen):
    """One dossier; the forms of its acts open above the tabs."""

    def __init__(self, session: Session, slips: Slips) -> None:
        super().__init__()
        self._state: DossierState | None = None
        self._words, self._scan, self._at_scans = "", "", False
        self._stage, self._here = session.stage, session.here
        self.forms = FormHost()
        self.word, self.due = StatusChip(), muted()
        self.why = LinkButton(t("Vì sao ngày này?"), self._on_why)
        self.promises, self.reasons, self.notices = strong(), muted(wrap=True), text(wrap=True)
        self.people, self.procedure = strong(), muted(wrap=True)
        self.province = text(wrap=True)
        self.questions = QuestionCard()
        self.tabs = DossierTabs(session.theme)
        self.sheet = ActSheet()
        self.presenter = DossierPresenter(
            jobs=session.jobs, stage=session.stage, clock=session.clock, slips=slips, view=self
        )
        self.files = FilesPresenter(
            jobs=session.jobs, clock=session.clock, here=session.here, sides=session.scans, door=session.door,
            view=self.tabs.files, fetched=self.presenter.enter,
        )  # fmt: skip
        self.refiling = Refiling(self.tabs.files, self.files, self.presenter, self.forms, lambda: self._state)
        self.tabs.files.wanted.connect(self.files.look)
        self.tabs.files.original_wanted.connect(self.files.look_behind)
        self.tabs.files.pages.page_wanted.connect(self.files.turn)
        self.tabs.files.signing_wanted.connect(self._sign)
        self.tabs.files.pages.save_asked.connect(self._save_scan)
        self.forms.agreed.connect(self.presenter.do)
        self.forms.slip_wanted.connect(self.presenter.print)
        self.forms.changed.connect(self.commands_changed)
        self.questions.chosen.connect(self.presenter.decide)
        self.sheet.act_chosen.connect(self.presenter.begin)
        self.sheet.paper_chosen.connect(self.presenter.print)
        self.sheet.dismissed.connect(self.close_form)
        self._lay_out()

    def title(self) -> str:
        """See `Screen.title`."""
        return t("Hồ sơ")

    def commands(self) -> tuple[Command, ...]:
        """See `Screen.commands`: while a form is open, only its two keys."""
        if self.forms.form is not None:
            return self.forms.commands()
        if not self.sheet.isHidden():
            return (
                Command(id="dossier.dismiss", title=t("Thôi"), key=keys.BACK, run=self.close_form, in_bar=False),
            )
        state = self._state
        if state is None or not state.offers:
            return self._tab_commands()
        acts = [
            Command(
                id=f"dossier.{offer.kind}", title=t(TITLES.get(offer.kind) or MOVES[offer.kind].words), key=offer.key,
                run=self._beginner(offer.kind), primary=offer.main, in_bar=offer.in_bar,
            )
            for offer in state.offers
        ]  # fmt: skip
        papers = (
            Command(
                id="dossier.move_scans", title=t("Chuyển bản quét…"), run=self.presenter.move_scans, in_bar=False
            ),
            Command(id="dossier.reprint", title=t("In lại"), key=keys.REPRINT, run=self.presenter.reprint),
            Command(
                id="dossier.papers", title=t("In giấy khác…"), key=keys.PRINT, run=self._show_papers, in_bar=False
            ),
            Command(id="dossier.more", title=t("Việc khác…"), key=keys.MORE, run=self._show_acts),
        )  # fmt: skip
        return (*acts, *papers, *self._tab_commands())

    def enter(self, **what: Any) -> None:
        """See `Screen.enter`; `dossier_id` is the one to open, at its `scan` or the paper that bears `words`.

        `scans`: at the list of its scans.
        """
        self.close_form()
        self._at_scans = bool(what.get("scans"))
        self._words, self._scan = what.get("words", ""), what.get("scan", "")
        self.presenter.enter(what.get("dossier_id"))

    # DossierView.

    def present(self, state: DossierState) -> None:
        """See `DossierView.present`."""
        if self._state is None or self._state.code != state.code:
            self.reasons.hide()
            self.tabs.setCurrentIndex(0)
            self.tabs.files.close_pages()
            self.files.leave()
        self._state = state
        self.page.title.setText(state.code)
        self.word.say(" · ".join(filter(None, (state.word, state.modifier))), state.tone)
        self.due.setText(state.due)
        self.why.setVisible(bool(state.reasons))
        for label, words in (
            (self.promises, state.promises), (self.notices, " ".join(state.notices)), (self.province, state.province),
        ):  # fmt: skip
            label.setText(words)
            label.setVisible(bool(words))
        self.reasons.setText(state.reasons)
        self.people.setText(state.people)
        self.procedure.setText(state.procedure)
        self.questions.present(state.questions)
        self.tabs.show_state(state)
        self.refiling.close_what_left(state)
        self.tabs.files.pages.offer_save(self._here.why_not(Right.EXPORT))
        self._whole.show()
        self._show_words()
        self.commands_changed.emit()

    def show_nothing(self) -> None:
        """See `DossierView.show_nothing`."""
        self._whole.hide()
        self.why.hide()
        self.page.title.setText(t("Chưa mở hồ sơ nào"))
        self.due.setText(t("Quét biên nhận, hoặc tìm trong Tra cứu."))

    def open_form(self, kind: str, opened: Opened, now: datetime, warning: str) -> None:
        """See `DossierView.open_form`."""
        self.sheet.hide()
        self.forms.open(kind, opened, now, warning)

    def close_form(self) -> None:
        """See `DossierView.close_form`."""
        self.sheet.hide()
        self.forms.put_away()
        self.commands_changed.emit()

    def blame(self, field: str, sentence: str) -> bool:
        """See `DossierView.blame`."""
        return self.forms.blame(field, sentence)

    def offer_dossiers(self, found: tuple[Dossier, ...]) -> None:
        """See `DossierView.offer_dossiers`."""
        self.refiling.offer(found)

    # Wiring.

    def _show_words(self) -> None:
        """The paper that led here, once."""
        if self._at_scans:
            self._at_scans = False
            self._turn_to(self.tabs.indexOf(self.tabs.files))
        words, scan, self._words, self._scan = self._words, self._scan, "", ""
        if not (words or scan) or self._state is None or self.presenter.dossier is None:
            return
        self.tabs.setCurrentWidget(self.tabs.files)
        files = [row.file for row in self._state.files if row.act or not row.file.off]
        if words:
            self.files.look_for(words, self.presenter.dossier.id, files)
        for file in files:
            if file.scan.sha256 == scan:
                self.files.look(file)

    def _sign(self) -> None:
        if self.presenter.dossier is not None:
            self._stage.open("sign", dossier_id=self.presenter.dossier.id)

    def _save_scan(self) -> None:
        file, dossier = self.files.shown, self.presenter.dossier
        if file is None or dossier is None:
            return
        suffix = SUFFIXES.get(file.scan.mime, "")
        name = f"{dossier.code} {file.scan.title}{suffix}".replace("/", "-")
        chosen, _ = QFileDialog.getSaveFileName(self, t("Lưu bản quét"), name, f"*{suffix}")
        if chosen:
            self.files.save(dossier.code, Path(chosen), self._on_saved, self._stage.complain)

    def _on_saved(self, path: Path) -> None:
        self._stage.toast(t("Đã lưu {name}.", name=path.name))

    def _beginner(self, kind: str) -> Callable[[], None]:
        return lambda: self.presenter.begin(kind)

    def _on_why(self) -> None:
        self.reasons.setVisible(self.reasons.isHidden())

    def _show_acts(self) -> None:
        self._show_sheet(papers_first=False)

    def _show_papers(self) -> None:
        self._show_sheet(papers_first=True)

    def _show_sheet(self, *, papers_first: bool) -> None:
        if self._state is not None:
            self.sheet.present(self._state, papers_first=papers_first)
            self.commands_changed.emit()

    def _tab_commands(self) -> tuple[Command, ...]:
        return tuple(
            Command(id=f"dossier.tab{place}", title=t(words), key=key, run=self._turner(place), in_bar=False)
            for place, (words, key) in enumerate(zip(TABS, keys.TABS, strict=True))
        )

    def _turner(self, place: int) -> Callable[[], None]:
        return lambda: self._turn_to(place)

    def _turn_to(self, place: int) -> None:
        self.tabs.setCurrentIndex(place)
        if self.tabs.currentWidget() is self.tabs.files:
            self.tabs.files.take_keys()

    def _lay_out(self) -> None:
        self.page = Page(self, self.title())
        for place, part in enumerate((self.word, self.due, self.why), start=1):
            self.page.head.insertWidget(place, part)
        self.why.hide()
        self.page.body.addWidget(self.sheet)
        self.page.body.addWidget(self.forms)
        self._whole = QWidget()
        whole = QVBoxLayout(self._whole)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(tokens.SMALL_GAP)
        self.notices.setProperty("tone", Tone.WARN.value)
        self.province.setProperty("tone", Tone.INFO.value)
        for label in (self.promises, self.reasons, self.notices, self.province, self.people, self.procedure):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            whole.addWidget(label)
        whole.addWidget(self.questions)
        self.reasons.hide()
        card = Card()
        card.body.addWidget(self.tabs)
        whole.addSpacing(tokens.SMALL_GAP)
        whole.addWidget(card, 1)
        self.page.body.addWidget(self._whole, 1)


def build(session: Session) -> DossierScreen:
    """The screen with its presenter."""
    return DossierScreen(session, Slips(session.jobs, session.stage, session.clock, session.printing.wake))
