"""What came while nobody was looking, in words: results first, then corrections, then moves and new dossiers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.courier_asks import News, NewsKind
from desktop.i18n import t
from desktop.screens.dossier.words import FIELD_WORDS, PERSON_WORDS
from desktop.screens.sync.pack_words import NAMES
from dossiers.status import WORDS

if TYPE_CHECKING:
    from printing.forms.news_page import NewsSheet

HEADINGS = {
    NewsKind.RESULT: "{count} hồ sơ có kết quả",
    NewsKind.LEFT: "{count} hồ sơ có việc tỉnh không áp dụng",
    NewsKind.CORRECTION: "{count} hồ sơ được sửa",
    NewsKind.MOVE: "{count} hồ sơ chuyển bước",
    NewsKind.NEW: "{count} hồ sơ do quầy khác tiếp nhận",
    NewsKind.RELEASED: "{count} hồ sơ có việc từng bị giữ, nay tỉnh đã áp dụng",
}


@dataclass(frozen=True, slots=True)
class NewsLine:
    """One dossier and what is new about it."""

    dossier_id: UUID
    code: str
    words: str


@dataclass(frozen=True, slots=True)
class NewsPage:
    """A sentence that counts, a line a dossier, and which of the common data came anew; empty when nothing is new."""

    summary: str
    lines: tuple[NewsLine, ...]
    packs: tuple[str, ...] = ()


def news_page(news: Sequence[News], packs: Sequence[str] = ()) -> NewsPage:
    """The page for what a run of the line or an answer on a stick brought; the last word on a dossier counts.

    `packs` are the reference packs that were put into force.
    """
    latest = {one.dossier_id: one for one in news}.values()
    order = list(NewsKind)
    sorted_news = sorted(latest, key=lambda one: (order.index(one.kind), one.code))
    counts = {kind: sum(one.kind is kind for one in sorted_news) for kind in order}
    names = tuple(t(NAMES[name]) for name in packs)
    told = ", ".join(t(HEADINGS[kind], count=count) for kind, count in counts.items() if count)
    came = t("Dữ liệu chung mới: {names}", names=", ".join(names)) if names else ""
    lines = tuple(NewsLine(one.dossier_id, one.code, words_of(one)) for one in sorted_news)
    return NewsPage(" · ".join(filter(None, (told, came))), lines, names)


def words_of(news: News) -> str:
    """What is new about one dossier."""
    corrected = ", ".join(field_words(name) for name in news.fields)
    match news.kind:
        case NewsKind.RESULT:
            return t("Có kết quả, mời công dân đến nhận.")
        case NewsKind.LEFT:
            return t("Tỉnh đã xem một việc và không áp dụng; lý do ghi trong hồ sơ.")
        case NewsKind.RELEASED:
            return t("Việc từng bị giữ nay tỉnh đã áp dụng.")
        case NewsKind.CORRECTION:
            return t("Được sửa: {fields}.", fields=corrected)
        case NewsKind.MOVE:
            return t("Chuyển sang: {status}.", status=t(WORDS[news.status]))
        case NewsKind.NEW:
            return t("Quầy khác tiếp nhận: {status}.", status=t(WORDS[news.status]))


def field_words(name: str) -> str:
    """A field of a dossier as people name it."""
    who, _, field = name.partition(".")
    return f"{t(FIELD_WORDS[field])} ({t(PERSON_WORDS[who])})" if field else t(FIELD_WORDS[who])


def sheet_of(page: NewsPage, at: datetime, desk: str, clerk: str) -> "NewsSheet":
    """The page as a form to print."""
    from printing.forms.news_page import NewsSheet

    came = t("Bản mới của tỉnh đã dùng ở quầy này.")
    lines = (*((line.code, line.words) for line in page.lines), *((name, came) for name in page.packs))
    return NewsSheet(at=at, desk=desk, clerk=clerk, lines=lines)
