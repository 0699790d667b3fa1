"""Every act of an administrator stands in the audit, and nothing takes it out again."""

import pytest
from sqlalchemy.exc import DBAPIError

from dossiers.dossier import Dossier
from dossiers.errors import NotFound
from dossiers.store.desk import Desk
from sync.province import admin, audit
from sync.province.audit import Act
from tests.store.homes import OFFICE, HandClock
from tests.sync.provinces import Province, join, synchronise, take_in


def acts(province: Province) -> list[Act]:
    """The audit, oldest first."""
    with province.database.reading() as connection:
        return audit.read(connection, limit=100)[::-1]


def test_each_act_is_a_row_with_who_when_and_what(desk: Desk, province: Province, clock: HandClock) -> None:
    dossier: Dossier = take_in(desk, clock, 1)[0]
    assert synchronise(desk, province.url, clock).complete
    clock.forward(hours=1)
    with province.database.reading() as connection:
        before = province.database.history(connection)
    admin.add_result(province.database, OFFICE.unit, dossier.code, "Cán bộ Tỉnh", clock=clock)
    after = admin.renew_history(province.database, clock, by="quan-tri")
    admin.revoke(province.database, desk.journal.epochs()[-1].device, clock, by="quan-tri")
    code, result, history, revoked = acts(province)
    assert (code.deed, code.subject, code.by) == ("code_issued", f"{OFFICE.unit} · Quầy 1", audit.CONSOLE)
    assert (result.deed, result.subject, result.by) == ("result_added", dossier.code, "Cán bộ Tỉnh")
    assert (history.deed, history.before, history.after) == ("history_renewed", before, after)
    assert (revoked.deed, revoked.before, revoked.after) == ("device_revoked", "active", "revoked")
    assert history.at == clock()


def test_the_audit_never_holds_a_code_that_could_be_used(province: Province, clock: HandClock) -> None:
    code = admin.new_code(province.database, OFFICE.unit, 2, clock)
    said = repr(acts(province))
    assert code not in said
    assert code.replace("-", "") not in said


def test_an_act_that_failed_is_no_row(province: Province, clock: HandClock) -> None:
    with pytest.raises(NotFound):
        admin.revoke(province.database, b"nobody", clock)
    with pytest.raises(NotFound):
        admin.add_result(province.database, OFFICE.unit, "NONE-1", "Cán bộ Tỉnh", clock=clock)
    assert acts(province) == []


@pytest.mark.parametrize("attempt", ["DELETE FROM audit", "UPDATE audit SET deed = 'signed_in'"])
def test_the_database_refuses_to_forget(province: Province, clock: HandClock, attempt: str) -> None:
    admin.new_code(province.database, OFFICE.unit, 1, clock)
    with pytest.raises(DBAPIError), province.database.writing("") as connection:
        connection.exec_driver_sql(attempt)
    assert len(acts(province)) == 1


def test_a_deed_nobody_named_is_our_own_bug(province: Province, clock: HandClock) -> None:
    with pytest.raises(ValueError, match="slipped"), province.database.writing("") as connection:
        audit.record(connection, clock(), "quan-tri", "slipped", "x")


def test_a_desk_that_joins_again_leaves_two_codes_in_the_audit(
    desk: Desk, province: Province, clock: HandClock
) -> None:
    join(desk, province, clock)
    assert [act.deed for act in acts(province)] == ["code_issued", "code_issued"]
