"""An administrator settles in the browser what two places wrote differently, and looks at two like dossiers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dossiers import correct
from dossiers.store.desk import Desk
from sync.province import conflicts
from sync.province.accounts import Accounts
from sync.province.page import FIELDS, PEOPLE
from tests.conflicts.test_asking import BORN_HERE, at_province, corrected_meanwhile
from tests.province.browser import browser
from tests.province.test_admin_pages import NAME, PASSWORD, deeds, sign_in
from tests.store.homes import HandClock
from tests.sync.provinces import Province, join, lone_desk, office, synchronise, take_in


@pytest.fixture
def joined(tmp_path: Path, clock: HandClock) -> Iterator[tuple[Desk, Province]]:
    """A desk, its province on SQLite, and an administrator."""
    with office(tmp_path, clock) as (desk, province):
        Accounts(province.database, clock).set_password(NAME, PASSWORD)
        yield desk, province


def test_one_value_is_chosen_and_reaches_the_desk(joined: tuple[Desk, Province], clock: HandClock) -> None:
    desk, province = joined
    dossier = take_in(desk, clock, 1)[0]
    assert synchronise(desk, province.url, clock).complete
    corrected_meanwhile(desk, province, clock, dossier)
    with browser() as page:
        sign_in(page, province.url)
        assert "Xung đột chờ quyết định" in page.text(".tiles")
        page.press("a[href='/conflicts']")
        assert "Chủ hồ sơ: ngày sinh" in page.text("table")
        assert BORN_HERE not in page.text("table"), "shown only when asked for"
        page.run("document.querySelector('summary').click()")
        page.press("details form:last-of-type button")
        assert "Không có trường nào chờ quyết định" in page.text()
    assert conflicts.open_tasks(province.database) == ()
    assert deeds(province).count("conflict_settled") == 1
    assert synchronise(desk, province.url, clock).complete
    assert str(at_province(province).owner.birth_date) == BORN_HERE


def test_two_like_dossiers_are_looked_at(
    joined: tuple[Desk, Province], clock: HandClock, tmp_path: Path
) -> None:
    desk, province = joined
    with lone_desk(tmp_path / "second", clock) as second:
        join(second, province, clock, slot=2)
        take_in(desk, clock, 1)
        take_in(second, clock, 1, first=7)
        take_in(second, clock, 1)
        for each in (desk, second):
            synchronise(each, province.url, clock)
    with browser() as page:
        sign_in(page, province.url)
        page.open(f"{province.url}/conflicts")
        page.press("form[action='/conflicts/twins'] button")
        assert page.text("h2 + .none") == "Không có."
    assert conflicts.open_twins(province.database) == ()


def test_every_field_that_may_be_corrected_has_its_words() -> None:
    for name in correct.FIELDS:
        who, _, what = name.rpartition(".")
        assert what in FIELDS
        assert not who or who in PEOPLE
