"""The sync screen: the line in one sentence, four figures, rows to look at, and enrolment where there is none."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from desktop import keys
from desktop.commands import Command
from desktop.i18n import t
from desktop.line_asks import LineState
from desktop.screen import Screen
from desktop.screens.sync.conflicts import ConflictCard
from desktop.screens.sync.courier import CourierCard
from desktop.screens.sync.day_sheet import DaySheetPrinter
from desktop.screens.sync.figures import FiguresCard
from desktop.screens.sync.held import HeldCard
from desktop.screens.sync.news_card import NewsCard
from desktop.screens.sync.news_page import NewsPage, news_page
from desktop.screens.sync.packs_card import PacksCard
from desktop.screens.sync.presenter import SyncPresenter
from desktop.screens.sync.rescans import RescanCard
from desktop.stage import Session
from desktop.theme import tokens
from desktop.theme.tokens import Tone
from desktop.widgets import Card, Field, KeyHintButton, Line, Page, StatusChip, muted, text


class SyncScreen(Screen):
    """See `View` in the presenter."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._presenter = SyncPresenter(session.jobs, session.stage, session.clock, session.sync, self)
        self._sheet = DaySheetPrinter(session)
        self._ca: bytes | None = None
        page = Page(self, self.title())
        self._state = StatusChip()
        page.head.insertWidget(1, self._state)
        self._figures = FiguresCard()
        page.body.addWidget(self._figures)
        self._clock = text(wrap=True)
        self._clock.setProperty("tone", Tone.WARN.value)
        page.body.addWidget(self._clock)
        self._fault = text(wrap=True)
        self._fault.setProperty("tone", Tone.BAD.value)
        page.body.addWidget(self._fault)
        self._held, self._conflicts, self._news = HeldCard(), ConflictCard(), NewsCard(session)
        self._rescans = RescanCard()
        self._packs, self._courier = PacksCard(session.stage), CourierCard(session)
        self._enrolment = self._enrolment_card()
        self._enrolment.hide()
        for card in (
            self._held, self._rescans, self._conflicts, self._enrolment, self._news, self._packs, self._courier,
            self._copies_card(),
        ):  # fmt: skip
            page.body.addWidget(card)
        page.body.addStretch()
        self._wire()

    def title(self) -> str:
        """See `Screen`."""
        return t("Đồng bộ cuối ngày")

    def commands(self) -> tuple[Command, ...]:
        """See `Screen`."""
        return (
            Command(id="sync.sheet", title=t("In đối soát cuối ngày"), key=keys.PRINT, run=self._sheet.print_today),
            Command(id="sync.backup", title=t("Sao lưu ngay"), run=self._back_up),
            Command(id="sync.tasks", title=t("Tới việc cần xem lại"), key=keys.TASKS, run=self._to_tasks, in_bar=False),
            Command(id="courier.export", title=t("Xuất ra USB…"), run=self._courier.choose_folder, in_bar=False),
            Command(id="courier.import", title=t("Nhận từ USB…"), run=self._courier.choose_files, in_bar=False),
            Command(id="sync.refresh", title=t("Làm mới"), key=keys.REFRESH, run=self._presenter.refresh, in_bar=False),
            Command(
                id="sync.send", title=t("Gửi ngay"), key=keys.FINISH, icon="send", primary=True,
                run=self._presenter.send, enabled=self._presenter.may_send,
            ),
        )  # fmt: skip

    def enter(self, **_: object) -> None:
        """See `Screen`."""
        self._presenter.refresh()
        self._courier.refresh()

    def show_state(self, words: str, tone: Tone) -> None:
        """See `View`."""
        self._state.say(words, tone)
        self._figures.allow(allowed=self._presenter.may_send())
        self.commands_changed.emit()

    def show_figures(self, state: LineState) -> None:
        """See `View`."""
        self._figures.present(state)
        self._held.present(state.set_aside)
        self._rescans.present(state.rescans)
        self._conflicts.present(state.asked)
        self._packs.present(state.packs)
        self._enrolment.setVisible(not state.enrolled and not state.training)
        self.commands_changed.emit()

    def show_waiting(self, words: str, cost: str) -> None:
        """See `View`."""
        self._figures.show_waiting(words, cost)

    def show_clock(self, words: str) -> None:
        """See `View`."""
        self._clock.setText(words)
        self._clock.setVisible(bool(words))

    def show_backup(self, words: str, tone: Tone) -> None:
        """See `View`."""
        self._backup.say(words, tone)

    def show_fault(self, sentence: str, field: str) -> None:
        """See `View`."""
        fields = {"url": self._url, "code": self._code, "ca": self._ca_field}
        for name, each in fields.items():
            if name == field and sentence:
                each.set_error(sentence)
            else:
                each.clear()
        self._fault.setText("" if field in fields else sentence)
        self._fault.setVisible(bool(self._fault.text()))

    def _wire(self) -> None:
        line, keeper = self._session.sync, self._session.keeper
        line.started.connect(self._presenter.on_started)
        line.progressed.connect(self._presenter.on_progress)
        line.finished.connect(self._presenter.on_finished)
        line.failed.connect(self._presenter.on_failed)
        line.enrolled.connect(self._presenter.refresh)
        self._figures.scans_wanted.connect(self._presenter.send_scans)
        self._held.opened.connect(self._presenter.open_dossier)
        self._held.settled.connect(self._presenter.settle)
        self._rescans.opened.connect(self._presenter.open_rescan)
        self._rescans.settled.connect(self._presenter.note_rescanned)
        self._conflicts.opened.connect(self._presenter.open_asked)
        self._conflicts.told_apart.connect(self._presenter.tell_apart)
        keeper.backed_up.connect(self._presenter.refresh)
        self._courier.taken_in.connect(self._on_taken)
        line.finished.connect(lambda report: self._news.present(news_page(report.news, report.packs)))
        self.show_fault("", "")
        self.show_clock("")

    def _to_tasks(self) -> None:
        """To the first thing a person has to look at."""
        if not any(card.take_focus() for card in (self._held, self._rescans, self._conflicts, self._packs)):
            self._session.stage.toast(t("Không có việc nào cần xem lại."))

    def _enrolment_card(self) -> Card:
        card = Card(t("Ghi danh với máy chủ tỉnh"))
        self._url = Field(t("Địa &chỉ máy chủ"), Line("https://"), required=True)
        self._code = Field(t("&Mã ghi danh dùng một lần"), Line(), required=True)
        pick = KeyHintButton(t("Chọn &tệp…"))
        self._ca_field = Field(t("Chứng chỉ (CA) của tỉnh"), pick, hint=t("Cần khi địa chỉ bắt đầu bằng https://"))
        join = KeyHintButton(t("&Ghi danh"))
        pick.clicked.connect(self._on_pick)
        join.clicked.connect(self._on_enrol)
        row = QHBoxLayout()
        row.setSpacing(tokens.CARD_GAP)
        for field, stretch in ((self._url, 3), (self._code, 2), (self._ca_field, 1)):
            row.addWidget(field, stretch)
        card.body.addLayout(row)
        foot = QHBoxLayout()
        foot.addWidget(join)
        foot.addStretch()
        card.body.addLayout(foot)
        return card

    def _copies_card(self) -> Card:
        card = Card(t("Bản sao và đối soát"))
        self._backup = StatusChip()
        row = QHBoxLayout()
        row.addWidget(self._backup)
        row.addStretch()
        card.body.addLayout(row)
        words = t("Bảng đối soát cuối ngày đánh dấu từng hồ sơ: có ở máy này, ở bản sao, ở tỉnh, đủ tệp quét.")
        card.body.addWidget(muted(words, wrap=True))
        return card

    def _on_taken(self, page: NewsPage) -> None:
        self._news.present(page)
        self._presenter.refresh()

    def _on_pick(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, t("Chứng chỉ (CA) của tỉnh"), "", "PEM (*.pem *.crt *.cer)")
        if not chosen:
            return

        def read(data: bytes) -> None:
            self._ca = data
            self._ca_field.set_note(Path(chosen).name)

        self._session.jobs.pool(Path(chosen).read_bytes, read, self._session.stage.complain)

    def _on_enrol(self) -> None:
        url, code = self._url.editor, self._code.editor
        assert isinstance(url, Line)
        assert isinstance(code, Line)
        self._presenter.enrol(url.value(), code.value(), self._ca)

    def _back_up(self) -> None:
        if not self._session.here.devices.backup_folder:
            self._session.stage.toast(t("Chưa chọn nơi sao lưu. Chọn trong Thiết lập, mục Sao lưu."))
            return
        self._session.stage.toast(t("Đang sao lưu và kiểm tra đọc lại. Việc ở quầy vẫn tiếp tục."))
        self._session.keeper.back_up()


def build(session: Session) -> Screen:
    """The sync screen of this sitting."""
    return SyncScreen(session)
