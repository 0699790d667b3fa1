"""Chữ ký số: where the library of the signers' tokens lies, and which certificates this office trusts."""

from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout

from desktop.i18n import t
from desktop.screens.settings.panel import Panel
from desktop.screens.sign.state import say_certificate
from desktop.stage import Session
from desktop.theme.tokens import Tone
from desktop.token_libraries import find_libraries
from desktop.trust_list import read_anchors
from desktop.widgets import Card, Field, KeyHintButton, Line, muted, typed_into
from scanning.signatures.messages import Seen


class SigningPanel(Panel):
    """What is typed or chosen is kept at once; the try asks the token in a child and needs no PIN."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.library, self.trust = QComboBox(), Line()
        self._library_line = typed_into(self.library)
        self._try, self._pick = KeyHintButton(t("&Thử: tìm token")), KeyHintButton(t("&Chọn thư mục…"))
        self.column.addWidget(self._token_card())
        self.column.addWidget(self._trust_card())
        self.add_answer()
        self._library_line.editingFinished.connect(self._on_library)
        self.library.activated.connect(self._on_library)
        self.trust.editingFinished.connect(self._on_trust)
        self._try.clicked.connect(self._on_try)
        self._pick.clicked.connect(self._on_pick)

    def refresh(self) -> None:
        """See `Panel`."""
        devices = self.session.here.devices
        self.trust.setText(devices.trust_folder)
        self.session.jobs.pool(find_libraries, self._on_libraries, self.complain)
        self.on_kept()

    def on_kept(self) -> None:
        """How many certificates the folder holds."""
        folder = self.session.here.devices.trust_folder
        self.session.jobs.pool(lambda: len(read_anchors(folder)), self._on_anchors, self.complain)

    def _token_card(self) -> Card:
        card = Card(t("USB token của người ký"))
        hint = t("Tệp .dll hoặc .so đi kèm token; để trống để tìm ở nơi thường lệ (danh sách chưa xác minh)")
        card.body.addWidget(Field(t("Thư &viện của token"), self.library, hint=hint))
        foot = QHBoxLayout()
        foot.addWidget(self._try)
        foot.addStretch()
        card.body.addLayout(foot)
        return card

    def _trust_card(self) -> Card:
        card = Card(t("Nơi cấp chứng thư được tin cậy"))
        hint = t("Tệp .cer, .crt, .pem do Ban Cơ yếu Chính phủ hoặc cơ quan cấp trên giao")
        row = QHBoxLayout()
        row.addWidget(Field(t("Thư &mục chứng thư"), self.trust, hint=hint), 1)
        row.addWidget(self._pick)
        card.body.addLayout(row)
        self._anchors = muted(wrap=True)
        card.body.addWidget(self._anchors)
        words = t("Phần mềm không hỏi qua mạng xem chứng thư có bị thu hồi không.")
        card.body.addWidget(muted(words, wrap=True))
        return card

    def _on_libraries(self, found: tuple[str, ...]) -> None:
        self.library.clear()
        self.library.addItems(list(found))
        self.library.setCurrentText(self.session.here.devices.token_library)

    def _on_anchors(self, count: int) -> None:
        none = t("Chưa có chứng thư nào: mọi chữ ký sẽ ghi “chưa biết nơi cấp”.")
        self._anchors.setText(t("Có {count} chứng thư trong thư mục này.", count=count) if count else none)

    def _on_library(self, *_: object) -> None:
        typed = self._library_line.value()
        if typed != self.session.here.devices.token_library:
            self.keep(token_library=typed)

    def _on_trust(self) -> None:
        if self.trust.value() != self.session.here.devices.trust_folder:
            self.keep(trust_folder=self.trust.value())

    def _on_pick(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, t("Thư mục chứng thư"))
        if folder:
            self.trust.setText(folder)
            self._on_trust()

    def _on_try(self) -> None:
        libraries = (self._library_line.value(),) if self._library_line.value() else find_libraries()
        if not libraries:
            self.answer(t("Chưa thấy thư viện nào ở nơi thường lệ. Ghi đường dẫn tệp đi kèm token."), Tone.WARN)
            return
        at = self.session.clock()
        self.answer(t("Đang tìm USB token…"), Tone.INFO)
        self.session.jobs.pool(lambda: self.session.signing.look(libraries[0], at), self._on_seen, self.complain)

    def _on_seen(self, seen: tuple[Seen, ...]) -> None:
        self.answer(t("Thấy {names}.", names="; ".join(map(say_certificate, seen))))


def build(session: Session) -> Panel:
    """The panel of this sitting."""
    return SigningPanel(session)
