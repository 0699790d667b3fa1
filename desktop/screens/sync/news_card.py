"""While you were away: what the line or a stick has brought, one line a dossier, to be opened or printed."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import t
from desktop.screens.sync.courier_slips import CourierSlips
from desktop.screens.sync.news_page import NewsLine, NewsPage
from desktop.stage import Session
from desktop.widgets import Card, KeyHintButton, muted, strong

_MOST_LINES = 30


class NewsCard(Card):
    """Stands until something newer comes; hidden while there is nothing."""

    def __init__(self, session: Session) -> None:
        super().__init__(t("Tin từ tỉnh"))
        self._session, self._slips = session, CourierSlips(session)
        self._page = NewsPage("", ())
        self._summary = strong()
        paper = KeyHintButton(t("In tin từ tỉnh"))
        paper.clicked.connect(lambda: self._slips.print_news(self._page))
        head = QHBoxLayout()
        head.addWidget(self._summary, 1)
        head.addWidget(paper)
        self._lines = QVBoxLayout()
        self.body.addLayout(head)
        self.body.addLayout(self._lines)
        self.hide()

    def present(self, page: NewsPage) -> None:
        """Show a page that has something in it; one without leaves what stands here."""
        if not page.summary:
            return
        self._page = page
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for line in page.lines[:_MOST_LINES]:
            self._lines.addWidget(self._line(line))
        left = len(page.lines) - _MOST_LINES
        if left > 0:
            self._lines.addWidget(muted(t("và {count} hồ sơ nữa", count=left)))
        self._summary.setText(page.summary)
        self.show()

    def _line(self, line: NewsLine) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        opener = KeyHintButton(t("Mở hồ sơ"))
        opener.setAccessibleName(f"{t('Mở hồ sơ')} {line.code}")
        opener.clicked.connect(lambda: self._session.stage.open("dossier", dossier_id=line.dossier_id))
        layout.addWidget(strong(line.code))
        layout.addWidget(muted(line.words, wrap=True), 1)
        layout.addWidget(opener)
        return row
