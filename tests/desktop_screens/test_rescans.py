"""A scan that will not arrive whole stands on the sync screen, with what is safe and what to press."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.frame.news import banner_words, read_news, sync_words
from desktop.line_asks import LineState, read_line
from desktop.screens.sync.presenter import SyncPresenter
from desktop.screens.sync.rescans import RescanCard, rescan_words
from desktop.theme.tokens import Tone
from desktop.widgets import KeyHintButton
from dossiers.attach_scans import attach_scans
from dossiers.dossier import Dossier, Scan
from dossiers.receive import receive
from dossiers.store.rescans import Why
from tests.desktop_screens.conftest import Counter
from tests.desktop_screens.test_line_limits import Line, Shown
from tests.store.homes import intake

SIZE = 20


def scanned(counter: Counter, dossier: Dossier, data: bytes) -> str:
    """One more scan in a dossier; returns its name."""
    name = counter.desk.files.put(data)
    paper = Scan(sha256=name, title="Giấy khai sinh", mime="application/pdf", size=len(data), pages=1)
    counter.desk.do(attach_scans, dossier.id, (paper,))
    return name


@pytest.fixture
def dossier(counter: Counter) -> Dossier:
    return counter.desk.do(receive, intake())


@pytest.fixture
def card(qapp: QApplication) -> Iterator[RescanCard]:
    page, card = QWidget(), RescanCard()
    card.setParent(page)
    yield card
    page.deleteLater()


class Screen(Shown):
    """What is shown of the tasks too."""

    state: LineState

    def show_figures(self, state: LineState) -> None:
        """See `View`."""
        self.state = state


def test_a_refused_scan_is_a_row_with_a_way_on(counter: Counter, dossier: Dossier, card: RescanCard) -> None:
    name = scanned(counter, dossier, b"x" * SIZE)
    counter.desk.rescans.need(name, Why.REFUSED)
    shown = Screen()
    presenter = SyncPresenter(counter.jobs, counter.stage, counter.clock, Line(), shown)
    card.opened.connect(presenter.open_rescan)
    card.settled.connect(presenter.note_rescanned)
    presenter.refresh()
    card.present(shown.state.rescans)
    (task,) = shown.state.rescans
    assert rescan_words(task) == (
        "Bản quét “Giấy khai sinh” đã ba lần không đến tỉnh nguyên vẹn nên máy thôi gửi. "
        "Tệp vẫn an toàn trên máy này. Hãy quét lại, hoặc mang đi bằng USB."
    )
    assert dossier.code in [label.text() for label in card.findChildren(QLabel)]
    look, done = card.findChildren(KeyHintButton)
    look.click()
    assert counter.stage.opened[-1] == ("dossier", {"dossier_id": dossier.id})
    done.click()
    assert "chưa có bản quét mới" in counter.stage.complaints[-1]
    scanned(counter, dossier, b"y" * SIZE)
    done.click()
    assert shown.state.rescans == ()
    assert shown.state.files_waiting == 1


def test_the_frame_never_says_all_is_sent_meanwhile(counter: Counter, dossier: Dossier) -> None:
    counter.desk.rescans.need(scanned(counter, dossier, b"x" * SIZE), Why.SPOILED)
    counter.desk.wire.set("province_key", b"k" * 32)
    news = read_news(counter.desk)
    assert sync_words(news).words == "1 việc cần xem lại"
    assert banner_words(news, None, counter.clock()).tone is Tone.WARN
    (task,) = read_line(counter.desk).rescans
    assert "USB" not in rescan_words(task)
