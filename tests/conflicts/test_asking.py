"""What a desk is asked after the province has decided, and what the clerk's answer does at both ends."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dossiers.correct import correct
from dossiers.dossier import Dossier
from dossiers.errors import InvalidInput, KnownError
from dossiers.rivals import waiting
from dossiers.store.desk import Desk
from dossiers.void import void
from sync import asking
from sync.conflicts import decide
from sync.province import audit, conflicts
from tests.store.homes import OFFICE, HandClock
from tests.sync.provinces import Province, join, lone_desk, office, synchronise, take_in

BORN, BORN_HERE, BORN_THERE = "1986-09-20", "1986-09-02", "1986-09-21"


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def ends(tmp_path: Path, clock: HandClock) -> Iterator[tuple[Desk, Province]]:
    with office(tmp_path, clock) as both:
        yield both


@pytest.fixture
def desk(ends: tuple[Desk, Province]) -> Desk:
    return ends[0]


@pytest.fixture
def province(ends: tuple[Desk, Province]) -> Province:
    return ends[1]


@pytest.fixture
def dossier(desk: Desk, province: Province, clock: HandClock) -> Dossier:
    (taken,) = take_in(desk, clock, 1)
    desk.do(correct, taken.id, {"owner.birth_date": BORN})
    assert synchronise(desk, province.url, clock).complete
    return taken


def corrected_meanwhile(desk: Desk, province: Province, clock: HandClock, dossier: Dossier) -> None:
    """The province corrects the birth date while the desk corrects it too, and then they speak."""
    wanted = {"owner.birth_date": BORN_THERE}
    conflicts.correct(province.database, OFFICE.unit, dossier.code, wanted, clock, "Cán bộ tỉnh")
    desk.do(correct, dossier.id, {"owner.birth_date": BORN_HERE})
    assert synchronise(desk, province.url, clock).complete


def at_province(province: Province) -> Dossier:
    (row,) = dossiers_of(province)
    return row


def dossiers_of(province: Province) -> list[Dossier]:
    from sqlalchemy import select

    from dossiers import fold
    from sync.province import schema

    with province.database.reading() as connection:
        return [fold.decode_state(row) for row in connection.execute(select(schema.dossier.c.state)).scalars()]


def test_the_province_wins_over_an_edit_on_its_way_which_becomes_one_question(
    desk: Desk, province: Province, clock: HandClock, dossier: Dossier
) -> None:
    corrected_meanwhile(desk, province, clock, dossier)
    (asked,) = asking.read(desk)
    (question,) = asked.questions
    assert (asked.code, question.field, question.choices) == (
        dossier.code, "owner.birth_date", (BORN_HERE, BORN_THERE),
    )  # fmt: skip
    (task,) = conflicts.open_tasks(province.database)
    assert (task.code, task.shown, [rival.value for rival in task.rivals]) == (dossier.code, BORN_THERE, [BORN_HERE])
    assert province.faults() == ()


@pytest.mark.parametrize("kept", [BORN_HERE, BORN_THERE])
def test_the_clerk_decides_and_both_ends_agree(
    kept: str, desk: Desk, province: Province, clock: HandClock, dossier: Dossier
) -> None:
    corrected_meanwhile(desk, province, clock, dossier)
    (asked,) = asking.read(desk)
    desk.do(decide, dossier.id, asked.questions[0], kept)
    assert asking.read(desk) == (), "an answer on its way asks no more"
    assert synchronise(desk, province.url, clock).complete
    assert asking.read(desk) == ()
    assert conflicts.open_tasks(province.database) == ()
    assert desk.register.get(dossier.id).owner.birth_date == date.fromisoformat(kept)
    assert at_province(province).owner.birth_date == date.fromisoformat(kept)
    assert BORN_HERE in {rival.value for rival in at_province(province).rivals}, "no value written is forgotten"
    assert province.faults() == ()


@pytest.mark.parametrize("kept", [BORN_HERE, BORN_THERE])
def test_the_province_decides_instead(
    kept: str, desk: Desk, province: Province, clock: HandClock, dossier: Dossier
) -> None:
    corrected_meanwhile(desk, province, clock, dossier)
    conflicts.settle(province.database, OFFICE.unit, dossier.id.bytes, "owner.birth_date", kept, clock, "Cán bộ tỉnh")
    assert waiting(at_province(province)) == ()
    synchronise(desk, province.url, clock)
    assert [asked.questions[0].theirs for asked in asking.read(desk)] == ([] if kept == BORN_HERE else [BORN_THERE])
    with province.database.reading() as connection:
        deeds = audit.read(connection, 10)
    assert deeds[0].deed == "conflict_settled"
    assert kept not in f"{deeds[0].subject}{deeds[0].before}{deeds[0].after}"


def test_a_telephone_asks_nobody(desk: Desk, province: Province, clock: HandClock, dossier: Dossier) -> None:
    """The later one stands; where the province wrote it, the desk is told all the same."""
    desk.do(correct, dossier.id, {"owner.phone": "0911111111"})
    synchronise(desk, province.url, clock)
    assert asking.read(desk) == ()
    clock.forward(minutes=5)
    conflicts.correct(province.database, OFFICE.unit, dossier.code, {"owner.phone": "0922222222"}, clock)
    clock.forward(minutes=5)
    desk.do(correct, dossier.id, {"owner.phone": "0933333333"})
    synchronise(desk, province.url, clock)
    assert at_province(province).owner.phone == "0922222222"
    (asked,) = asking.read(desk)
    assert asked.questions[0].choices == ("0933333333", "0922222222")


def test_no_desk_can_write_as_the_province(desk: Desk, province: Province, clock: HandClock, dossier: Dossier) -> None:
    from dossiers.correct import Corrected
    from dossiers.rivals import Change

    def forge(act: Any, dossier_id: Any) -> Dossier:
        body = Corrected(changes=(Change(field="summary", before="", after="x"),), binding=True)
        return act.append("corrected", dossier_id, body)  # type: ignore[no-any-return]

    desk.do(forge, dossier.id)
    assert synchronise(desk, province.url, clock).ops_held == 1
    assert at_province(province).summary == ""


def test_an_edit_after_a_void_waits_for_a_person(
    desk: Desk, province: Province, clock: HandClock, dossier: Dossier
) -> None:
    """The desk's copy was voided at the province's book by a copy of the same desk; here, by a void that came first."""
    desk.do(correct, dossier.id, {"owner.birth_date": BORN_HERE})
    desk.do(void, dossier.id, "thử")
    assert synchronise(desk, province.url, clock).ops_held == 0
    with pytest.raises(KnownError):
        conflicts.correct(province.database, OFFICE.unit, dossier.code, {"owner.birth_date": BORN_THERE}, clock)
    assert asking.read(desk) == ()


@pytest.mark.parametrize("wanted", [{}, {"procedure_code": "x"}, {"owner.birth_date": BORN}, {"owner.name": ""}])
def test_a_correction_of_nothing_or_to_nothing_is_refused(
    wanted: dict[str, str], province: Province, clock: HandClock, dossier: Dossier
) -> None:
    with pytest.raises(KnownError):
        conflicts.correct(province.database, OFFICE.unit, dossier.code, wanted, clock)
    assert province.count("SELECT count(*) FROM audit WHERE deed = 'dossier_corrected'") == 0


def test_a_value_nobody_wrote_cannot_be_chosen(
    desk: Desk, province: Province, clock: HandClock, dossier: Dossier
) -> None:
    corrected_meanwhile(desk, province, clock, dossier)
    with pytest.raises(InvalidInput):
        conflicts.settle(province.database, OFFICE.unit, dossier.id.bytes, "owner.birth_date", "1900-01-01", clock)
    with pytest.raises(KnownError):
        conflicts.settle(province.database, OFFICE.unit, dossier.id.bytes, "owner.name", "Ai đó", clock)


def test_one_citizen_at_two_desks_on_one_day_is_pointed_out_and_never_merged(
    desk: Desk, province: Province, clock: HandClock, tmp_path: Path
) -> None:
    with lone_desk(tmp_path / "second", clock) as second:
        join(second, province, clock, slot=2)
        (here,), _ = take_in(desk, clock, 1), take_in(second, clock, 1, first=7)
        (there,) = take_in(second, clock, 1)
        for each in (desk, second, desk):
            synchronise(each, province.url, clock)
        told = [(asking.read(each)[0].code, asking.read(each)[0].twin) for each in (desk, second)]
        assert [(code, twin.other_code if twin else "") for code, twin in told] == [
            (here.code, there.code), (there.code, here.code),
        ]  # fmt: skip
        assert len(dossiers_of(province)) == 2
        assert told[0][1] is not None
        asking.settle_twin(desk, told[0][1])
        synchronise(desk, province.url, clock)
        assert (asking.read(desk), len(asking.read(second))) == ((), 1)
        (task,) = conflicts.open_twins(province.database, OFFICE.unit)
        conflicts.settle_twin(province.database, task.twin.dossier, task.twin.other, clock)
        synchronise(second, province.url, clock)
        assert asking.read(second) == ()
