"""Giới hạn đường truyền: how many megabytes a month scans may take, and at which hours they may go."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from desktop.i18n import t
from desktop.line_asks import LinePlan, LineState, keep_plan
from desktop.line_words import plan_words
from desktop.screens.settings.panel import Panel
from desktop.theme import tokens
from desktop.widgets import Card, Count, Field, muted, text

MOST_MB = 1_000_000


class LineLimits(Card):
    """A part of the line's panel: what is changed is kept at once, and said back in a sentence."""

    def __init__(self, panel: Panel) -> None:
        super().__init__(t("Giới hạn đường truyền"))
        self._panel = panel
        self._kept: LinePlan | None = None
        self._month, self._first, self._last = Count(0, MOST_MB), Count(0, 24), Count(0, 24)
        self._asked = QCheckBox(t("&Chỉ gửi bản quét khi bấm Gửi ngay"))
        self._asked.setAccessibleName(t("Chỉ gửi bản quét khi bấm Gửi ngay"))
        self._said = text(wrap=True)
        row = QHBoxLayout()
        row.setSpacing(tokens.CARD_GAP)
        for field in (
            Field(t("&Mỗi tháng (MB)"), self._month, hint=t("0 là không giới hạn")),
            Field(t("Gửi từ &giờ"), self._first), Field(t("Đến g&iờ"), self._last, hint=t("Cùng giờ là cả ngày")),
        ):  # fmt: skip
            row.addWidget(field, 1)
        self.body.addLayout(row)
        self.body.addWidget(self._asked)
        self.body.addWidget(self._said)
        words = t("Áp dụng cho bản quét. Hồ sơ, biên nhận và tin từ tỉnh không bao giờ chờ.")
        self.body.addWidget(muted(words, wrap=True))
        for count in (self._month, self._first, self._last):
            count.editingFinished.connect(self._on_changed)
        self._asked.clicked.connect(self._on_changed)

    def show_state(self, state: LineState) -> None:
        """Show what is kept now."""
        plan = self._kept = state.plan
        for count, value in ((self._month, plan.month_mb), (self._first, plan.from_hour), (self._last, plan.to_hour)):
            count.setValue(value)
        self._asked.setChecked(plan.only_when_asked)
        self._said.setText(plan_words(plan, state.spent_bytes, self._panel.session.clock()))

    def _on_changed(self) -> None:
        plan = LinePlan(
            month_mb=self._month.value(), from_hour=self._first.value(), to_hour=self._last.value(),
            only_when_asked=self._asked.isChecked(),
        )  # fmt: skip
        if plan != self._kept:
            self._panel.session.jobs.ask(lambda desk: keep_plan(desk, plan), self.show_state, self._panel.complain)
