"""The USB card's decisions: an export is never called sent, a lost bundle is named, and what came back is told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import pytest

from desktop.courier_asks import manifests_of
from desktop.jobs import ImmediateJobs
from desktop.screens.sync.courier_presenter import CourierPresenter
from desktop.screens.sync.news_page import NewsPage, news_page
from desktop.theme.tokens import Tone
from dossiers.status import Status
from sync.courier.export import Step
from sync.news import News, NewsKind
from sync.province import admin
from tests.courier.courier_desk import Road, road, scanned
from tests.desktop_screens.conftest import HeardStage
from tests.store.homes import OFFICE, HandClock
from tests.sync.provinces import take_in


@dataclass
class Shown:
    """The card, as far as words go."""

    state: tuple[str, Tone] = ("", Tone.IDLE)
    enrolled: bool = False
    progress: list[str] = field(default_factory=list)
    fault: str = ""
    written: str = ""
    news: NewsPage | None = None
    shut: bool = False

    def show_state(self, words: str, tone: Tone, *, enrolled: bool) -> None:
        """See `View`."""
        self.state, self.enrolled = (words, tone), enrolled

    def show_progress(self, words: str) -> None:
        """See `View`."""
        self.progress.append(words)

    def show_fault(self, sentence: str) -> None:
        """See `View`."""
        self.fault = sentence

    def show_written(self, words: str) -> None:
        """See `View`."""
        self.written = words

    def show_taken(self, page: NewsPage, *, shut: bool) -> None:
        """See `View`."""
        self.news, self.shut = page, shut


@dataclass
class Card:
    """A presenter with everything around it."""

    way: Road
    shown: Shown
    stage: HeardStage
    presenter: CourierPresenter
    closing: list[bool]


@pytest.fixture
def card(tmp_path: Path) -> Iterator[Card]:
    with road(tmp_path, HandClock()) as way:
        shown, stage, closing = Shown(), HeardStage(), [False]

        def post(step: Step) -> None:
            presenter.on_step(step)

        jobs = ImmediateJobs(way.desk)
        presenter = CourierPresenter(jobs, stage, way.clock, shown, post, lambda: closing[0])
        yield Card(way, shown, stage, presenter, closing)


def test_an_export_says_what_lies_on_the_stick_and_that_no_receipt_is_here(card: Card) -> None:
    scanned(card.way.desk, 2)
    card.presenter.export(card.way.stick)
    words, tone = card.shown.state
    assert words == "Đã xuất gói số 1 ra USB ngày 23/11/2026, chưa có biên nhận."
    assert tone is not Tone.OK
    assert re.match(r"Đã ghi và đọc lại đúng 4\d KB: motcua-H99-001-", card.shown.written)
    assert any("MB" in words for words in card.shown.progress)
    assert card.shown.progress[-1] == ""
    card.presenter.check()
    assert card.stage.said == ["USB đọc lại đúng như đã ghi."]


def test_the_answer_brings_receipts_and_news(card: Card) -> None:
    (dossier,) = take_in(card.way.desk, card.way.clock, 1)
    card.way.round_trip()
    admin.add_result(card.way.province.database, OFFICE.unit, dossier.code, "Tỉnh", clock=card.way.clock)
    (written,) = card.way.export()
    answer = card.way.answer(card.way.take(written.path))

    card.presenter.take_in([answer])

    assert card.shown.state == ("Gói số 2 ngày 23/11/2026 đã có biên nhận của tỉnh.", Tone.OK)
    assert card.shown.news is not None
    assert card.shown.news.summary == "1 hồ sơ có kết quả"
    assert [(line.code, line.words) for line in card.shown.news.lines] == [
        (dossier.code, "Có kết quả, mời công dân đến nhận.")
    ]
    card.presenter.take_in([answer])
    assert card.stage.said[-1] == "Biên nhận này đã nhận từ trước; không có gì thay đổi."


def test_a_lost_bundle_is_named_with_what_it_means(card: Card) -> None:
    take_in(card.way.desk, card.way.clock, 1)
    card.way.export()
    (second,) = card.way.export()
    card.presenter.take_in([card.way.answer(card.way.take(second.path))])
    words, tone = card.shown.state
    assert words.startswith("Gói số 1 chưa có biên nhận.")
    assert "không mất gì" in words
    assert tone is Tone.WARN
    assert "Gói số 1 chưa tới tỉnh" in card.stage.said[-1]


def test_a_pulled_stick_and_the_desk_being_left_are_sentences(card: Card) -> None:
    take_in(card.way.desk, card.way.clock, 1)
    card.presenter.export(card.way.stick / "gone")
    assert card.shown.fault.startswith("Dữ liệu đã lưu an toàn trên máy này. USB bị rút ra")
    card.closing[0] = True
    card.presenter.export(card.way.stick)
    assert "Đã dừng theo yêu cầu" in card.shown.fault
    assert list(card.way.stick.iterdir()) == []
    assert not card.presenter.busy


def test_the_slip_tells_what_the_bundle_holds(card: Card) -> None:
    scanned(card.way.desk, 2)
    card.presenter.export(card.way.stick)
    card.presenter.export(card.way.stick)
    (manifest,) = manifests_of(card.way.desk, card.presenter.written)
    written = card.presenter.written[0]
    assert (manifest.number, manifest.files, manifest.dossiers, manifest.missing) == (2, 2, 2, (1,))
    assert manifest.digest == written.digest
    assert manifest.identity.startswith("MCB:2/")


def test_the_last_word_on_a_dossier_counts_and_results_come_first() -> None:
    one, other = uuid4(), uuid4()
    page = news_page([
        News(NewsKind.MOVE, one, "A-2", Status.PROCESSING),
        News(NewsKind.CORRECTION, other, "A-1", Status.RECEIVED, ("owner.name", "summary")),
        News(NewsKind.RESULT, one, "A-2", Status.RESULT_READY),
    ])  # fmt: skip
    assert page.summary == "1 hồ sơ có kết quả, 1 hồ sơ được sửa"
    assert [line.code for line in page.lines] == ["A-2", "A-1"]
    assert page.lines[1].words == "Được sửa: Họ và tên (chủ hồ sơ), Nội dung yêu cầu."
