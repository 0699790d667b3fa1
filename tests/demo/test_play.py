"""The play of a day: the same for the same seed, the published mix, and scenes in the order of the clock."""

from datetime import date, time
from random import Random

from desktop.demo.mix import CERTIFIED_COPY, CIVIL_STATUS
from desktop.demo.past import FIRST_DAY, working_days
from desktop.demo.people import citizen
from desktop.demo.plan import write_play
from desktop.demo.scenes import Kind, scenes
from dossiers.catalogue import load_builtin
from dossiers.citizen_card import parse_card
from dossiers.clock import local

DAY = date(2026, 11, 23)


def test_the_same_seed_gives_the_same_day_and_another_gives_another() -> None:
    catalogue = load_builtin()
    assert write_play(catalogue, DAY, 40, 1) == write_play(catalogue, DAY, 40, 1)
    assert write_play(catalogue, DAY, 40, 1) != write_play(catalogue, DAY, 40, 2)


def test_a_day_holds_the_published_mix() -> None:
    visitors = write_play(load_builtin(), DAY, 100, 5).visitors
    codes = [visitor.procedure_code for visitor in visitors]
    assert codes.count(CERTIFIED_COPY) == 86
    assert sum(code in CIVIL_STATUS for code in codes) == 13


def test_even_a_short_day_has_a_missing_paper_and_its_supplement() -> None:
    play = write_play(load_builtin(), DAY, 12, 1)
    kinds = [scene.kind for scene in scenes(play)]
    assert play.visitors[play.supplement_for].missing
    assert kinds.count(Kind.SUPPLEMENT) == kinds.count(Kind.POWER_CUT) == 1
    assert kinds[-1] is Kind.LINE_UP


def test_nobody_comes_in_the_lunch_break_and_nobody_fetches_before_coming() -> None:
    play = write_play(load_builtin(), DAY, 60, 3)
    seen: set[int] = set()
    for scene in scenes(play):
        if scene.visitor is None:
            continue
        if scene.kind in (Kind.VISIT, Kind.POWER_CUT):
            assert not time(11, 30) <= local(scene.at).time() < time(13, 30)
            seen.add(scene.visitor.number)
        else:
            assert scene.visitor.number in seen
    assert len(seen) == 60


def test_an_invented_card_parses_without_a_warning() -> None:
    random = Random(9)
    for _ in range(200):
        invented = citizen(random, DAY)
        card = parse_card(invented.card)
        assert not card.warnings
        assert (card.name, card.id_number) == (invented.person.name, invented.person.id_number)


def test_a_large_past_has_busier_days_rather_than_days_before_the_catalogue() -> None:
    days = working_days(date(2026, 11, 23), 10_000)
    assert days[0] == FIRST_DAY
    assert days[-1] == date(2026, 11, 20)
    assert len(days) < 400
    assert working_days(date(2026, 11, 23), 3) == [date(2026, 11, 18), date(2026, 11, 19), date(2026, 11, 20)]
