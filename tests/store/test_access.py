"""Who looked, printed, exported, came in or tried is on record: once a look, for good, and at this desk only."""

from uuid import uuid4

import pytest
from sqlalchemy.exc import IntegrityError

from desktop.people_asks import note_export
from dossiers.access import Access, Wanted
from dossiers.people import Clerk
from dossiers.receive import receive
from dossiers.store.desk import Desk
from dossiers.store.vault import WrongSecret, unlock
from tests.store.homes import CHIEF, HandClock, intake, open_desk


def test_looks_are_kept_by_person_and_one_look_is_one_row(desk: Desk, clock: HandClock) -> None:
    dossier, other = (desk.do(receive, intake(), uuid4()) for _ in range(2))
    began = clock()
    for _ in range(3):
        desk.note_look(dossier.id)
        clock.forward(minutes=2, seconds=29)
    desk.clerk = Clerk(name="Lê Văn Hai")
    desk.note_look(dossier.id)
    assert [(look.clerk, look.at) for look in desk.access.looks_at(dossier.id)] == [
        ("Lê Văn Hai", clock()), (CHIEF.name, began),
    ]  # fmt: skip
    clock.forward(minutes=5)
    desk.note_look(dossier.id)
    assert [look.clerk for look in desk.access.looks_at(dossier.id)] == ["Lê Văn Hai", "Lê Văn Hai", CHIEF.name]
    assert desk.access.looks_at(other.id) == ()


def test_a_clock_put_back_floods_nothing(desk: Desk, clock: HandClock) -> None:
    dossier = desk.do(receive, intake(), uuid4())
    desk.note_look(dossier.id)
    clock.forward(hours=-3)
    desk.note_look(dossier.id)
    desk.note_look(dossier.id)
    assert len(desk.access.looks_at(dossier.id)) == 2


def test_a_look_stays_on_record_and_is_never_sent(desk: Desk, clock: HandClock) -> None:
    dossier = desk.do(receive, intake(), uuid4())
    unsent = desk.journal.unsent_count()
    desk.note_look(dossier.id)
    assert desk.journal.unsent_count() == unsent
    for statement in ("DELETE FROM access", "UPDATE access SET clerk = 'ai đó'"):
        with pytest.raises(IntegrityError), desk.database.begin() as connection:
            connection.exec_driver_sql(statement)
    desk.close()
    again = open_desk(desk.home, clock)
    assert [look.clerk for look in again.access.looks_at(dossier.id)] == [CHIEF.name]
    again.close()


def test_a_print_an_export_an_entry_and_a_wrong_try_bear_a_name(desk: Desk, clock: HandClock) -> None:
    dossier = desk.do(receive, intake(), uuid4())
    desk.prints.queue("receipt", dossier.id, f"Giấy tiếp nhận {dossier.code}", b"%PDF-1.7")
    note_export(desk, "Sổ theo dõi")
    for _ in range(2):
        with pytest.raises(WrongSecret):
            unlock(desk.home, CHIEF.name, "đoán thử", clock)
    desk.close()
    again = open_desk(desk.home, clock)
    last = {entry.kind: entry for entry in reversed(again.access.entries(Wanted(), 10))}
    again.close()
    assert {entry.clerk for entry in last.values()} == {CHIEF.name}
    assert last.keys() == {Access.PRINTED, Access.EXPORTED, Access.SIGNED_IN, Access.FAILED}
    assert last[Access.PRINTED].code == dossier.code
    assert last[Access.EXPORTED].what == "Sổ theo dõi"
    assert last[Access.FAILED].times == 2
