"""While you were away: what the pull brings is told once, and only what this desk did not know."""

from pathlib import Path

from dossiers.store.desk import Desk
from dossiers.void import void
from sync.news import NewsKind
from sync.province import admin
from tests.store.homes import OFFICE, HandClock
from tests.sync.provinces import Province, join, lone_desk, synchronise, take_in


def test_a_result_is_news_once(desk: Desk, province: Province, clock: HandClock) -> None:
    (first, _) = take_in(desk, clock, 2)
    assert synchronise(desk, province.url, clock).news == ()
    admin.add_result(province.database, OFFICE.unit, first.code, "Tỉnh", clock=clock)

    (news,) = synchronise(desk, province.url, clock).news
    assert (news.kind, news.dossier_id, news.code) == (NewsKind.RESULT, first.id, first.code)
    assert synchronise(desk, province.url, clock).news == ()


def test_what_another_desk_did_is_new_then_moved(
    desk: Desk, province: Province, clock: HandClock, tmp_path: Path
) -> None:
    with lone_desk(tmp_path / "other", clock) as other:
        join(other, province, clock, slot=2)
        (theirs,) = take_in(other, clock, 1, first=8)
        synchronise(other, province.url, clock)
        (news,) = synchronise(desk, province.url, clock).news
        assert (news.kind, news.code) == (NewsKind.NEW, theirs.code)
        other.do(void, theirs.id, "nhập nhầm")
        synchronise(other, province.url, clock)

        (news,) = synchronise(desk, province.url, clock).news
        assert (news.kind, news.code) == (NewsKind.MOVE, theirs.code)
