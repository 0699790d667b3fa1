"""Ghi danh qua USB: a request file out, an answer file in, and the six words that both sides read aloud."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from desktop.i18n import t
from desktop.jobs import Failed
from desktop.line_asks import request_file, take_answer_file
from desktop.stage import Session
from desktop.widgets import Card, Field, KeyHintButton, Line, muted, strong

REQUEST, ANSWER = ".mcq", ".mca"


class EnrolByFile(Card):
    """For an office without a line to the province; `joined` is called once the answer is taken."""

    def __init__(self, session: Session, joined: Callable[[], None], complain: Failed) -> None:
        super().__init__(t("Ghi danh qua USB"))
        self._session, self._joined, self._complain = session, joined, complain
        words = t("Khi chưa có đường truyền: ghi tệp yêu cầu ra USB, mang tới tỉnh, rồi nhận tệp trả lời.")
        self.body.addWidget(muted(words, wrap=True))
        self._said = strong()
        self._said.hide()
        self.body.addWidget(self._said)
        self._words = Field(t("&Sáu từ tỉnh đọc"), Line(), hint=t("Gõ không dấu cũng được"))
        write, take = KeyHintButton(t("Ghi tệp &yêu cầu…")), KeyHintButton(t("&Nhận tệp trả lời…"))
        write.clicked.connect(self._on_write)
        take.clicked.connect(self._on_take)
        self.body.addWidget(self._words)
        row = QHBoxLayout()
        row.addWidget(write)
        row.addWidget(take)
        row.addStretch()
        self.body.addLayout(row)

    def _on_write(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, t("Ghi tệp yêu cầu"), f"ghi-danh{REQUEST}", f"*{REQUEST}")
        if chosen:
            self.write(Path(chosen))

    def write(self, target: Path) -> None:
        """Write the request and show the words to read out."""

        def keep(made: tuple[bytes, str]) -> None:
            data, words = made

            def written(_: object) -> None:
                self._said.setText(t("Khi tỉnh hỏi, đọc sáu từ: {words}", words=words))
                self._said.show()

            self._session.jobs.pool(lambda: target.write_bytes(data), written, self._complain)

        clock = self._session.clock
        self._session.jobs.ask(lambda desk: request_file(desk, clock), keep, self._complain)

    def _on_take(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, t("Nhận tệp trả lời"), "", f"*{ANSWER}")
        if chosen:
            self.take(Path(chosen))

    def take(self, source: Path) -> None:
        """Take the answer in, if the words typed are its words."""
        editor = self._words.editor
        assert isinstance(editor, Line)
        typed = editor.value()

        def read(data: bytes) -> None:
            self._session.jobs.ask(lambda desk: take_answer_file(desk, data, typed), done, self._complain)

        def done(_: object) -> None:
            self._said.hide()
            self._joined()

        self._session.jobs.pool(source.read_bytes, read, self._complain)
