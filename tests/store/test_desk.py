"""The desk: an act is journalled, folded, searchable and durable as one, or it did not happen."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy.exc import IntegrityError

from dossiers import fold
from dossiers.acting import Act
from dossiers.attach_scans import attach_scans
from dossiers.carry_over import OpenCase, carry_over
from dossiers.codes import day_of
from dossiers.dossier import Dossier, Scan
from dossiers.errors import InvalidInput, KnownError, NotFound
from dossiers.journal import decode
from dossiers.people import Clerk, Person, Role
from dossiers.print_form import confirm_print
from dossiers.receive import receive
from dossiers.status import Status
from dossiers.store.database import Damaged, DeskOpen
from dossiers.store.desk import Desk
from dossiers.store.drafts import Draft
from dossiers.store.verify import verify
from dossiers.void import void
from tests.store.homes import CERTIFIED_COPY, CHIEF, OFFICE, HandClock, intake, open_desk


def test_a_received_dossier_is_there_after_reopening(home: Path, desk: Desk, clock: HandClock) -> None:
    received = desk.do(receive, intake(), uuid4())
    desk.close()
    again = open_desk(home, clock)
    assert again.register.get(received.id) == received
    assert again.register.find(received.code) == received
    assert again.office == OFFICE
    again.close()


def test_codes_count_up_each_day_and_start_anew_the_next(desk: Desk, clock: HandClock) -> None:
    codes = [desk.do(receive, intake(), uuid4()).code for _ in range(3)]
    clock.forward(days=1)
    codes.append(desk.do(receive, intake(), uuid4()).code)
    assert codes == ["H99.001-261123-0001", "H99.001-261123-0002", "H99.001-261123-0003", "H99.001-261124-0001"]


def test_a_clock_set_back_neither_repeats_a_number_nor_turns_time_round(desk: Desk, clock: HandClock) -> None:
    clock.forward(days=2)
    first = desk.do(receive, intake(), uuid4())
    clock.forward(days=-2)
    second = desk.do(receive, intake(), uuid4())
    assert second.code == "H99.001-261125-0002"
    assert second.received_at >= first.received_at
    assert desk.business_day() == day_of(second.code)


def test_the_same_draft_received_twice_is_one_dossier(desk: Desk) -> None:
    """Pressing F10 twice: the second press returns the first dossier and takes no number."""
    draft = uuid4()
    first = desk.do(receive, intake(), draft)
    second = desk.do(receive, intake(), draft)
    third = desk.do(receive, intake(), uuid4())
    assert second == first
    assert third.code.endswith("-0002")
    assert desk.journal.count() == 2


def test_a_second_press_within_one_act_changes_nothing_either(desk: Desk) -> None:
    draft = uuid4()

    def twice(act: Act) -> tuple[str, str, str]:
        return (
            receive(act, intake(), draft).code,
            receive(act, intake(), draft).code,
            receive(act, intake(), uuid4()).code,
        )

    assert [code[-4:] for code in desk.do(twice)] == ["0001", "0001", "0002"]
    assert desk.journal.count() == 2


def test_a_code_carried_over_is_stepped_over_and_never_given_twice(desk: Desk, clock: HandClock) -> None:
    case = OpenCase(
        code="H99.001-261123-0002", procedure_code=CERTIFIED_COPY, owner=Person(name="Lê Cũ"), received_at=clock(),
        due_at=None,
    )  # fmt: skip

    def carry_twice(act: Act) -> Dossier:
        carry_over(act, case)
        with pytest.raises(KnownError, match="đã có trong sổ"):
            carry_over(act, replace(case, code="h99.001-261123-0002"))
        return carry_over(act, case)

    carried = desk.do(carry_twice)
    codes = [desk.do(receive, intake(), uuid4()).code[-4:] for _ in range(2)]
    assert codes == ["0001", "0003"]
    assert desk.register.find(case.code) == carried
    assert verify(desk) == ()


def test_the_old_chain_is_checked_in_idle_time(home: Path, desk: Desk, clock: HandClock) -> None:
    """At start only the last links are checked; a line changed long ago is found while nobody types."""

    def many(act: Act) -> None:
        for number in range(1100):
            receive(act, intake(f"Người Thứ {number}"), uuid4())

    desk.do(many)
    with desk.database.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER journal_no_update")
        connection.exec_driver_sql("UPDATE journal SET line = CAST('[]' AS BLOB) WHERE seq = 50")
    desk.close()
    again = open_desk(home, clock)
    with pytest.raises(Damaged, match="dòng 50"):
        again.idle()
    again.close()


def test_receiving_drops_the_draft_in_the_same_transaction(desk: Desk) -> None:
    saved_at = datetime(2026, 11, 23, tzinfo=UTC)
    draft = Draft(id=uuid4(), kind="intake", saved_at=saved_at, body={"owner": {"name": "Đỗ"}})
    desk.drafts.save(draft)
    assert desk.drafts.all() == (draft,)
    desk.do(receive, intake(), draft.id)
    assert desk.drafts.all() == ()
    desk.drafts.save(draft)
    assert desk.drafts.all() == ()


def test_a_refused_act_leaves_nothing_behind(desk: Desk) -> None:
    def half_done(act: Act) -> Dossier:
        receive(act, intake(), uuid4())
        raise InvalidInput("Thử dừng giữa chừng.")

    with pytest.raises(InvalidInput):
        desk.do(half_done)
    assert desk.journal.count() == 0
    assert desk.register.counts().total == 0
    assert desk.do(receive, intake(), uuid4()).code.endswith("-0001")


def test_one_act_may_write_many_lines_each_with_its_own_time(desk: Desk, clock: HandClock) -> None:
    def morning(act: Act) -> list[Dossier]:
        found = []
        for _ in range(3):
            found.append(receive(act, intake(), uuid4()))
            clock.forward(minutes=5)
        return found

    times = [dossier.received_at for dossier in desk.do(morning)]
    assert len(set(times)) == 3
    assert desk.journal.head.seq == 3


def test_the_author_is_whoever_is_signed_in_when_it_is_done(desk: Desk) -> None:
    first = desk.do(receive, intake(), uuid4())
    desk.clerk = Clerk(name="Lê Văn Thử")
    desk.do(void, first.id, "nhập nhầm")
    assert [(deed.kind, deed.actor) for deed in desk.register.history(first.id)] == [
        ("received", CHIEF.name), ("voided", "Lê Văn Thử"),
    ]  # fmt: skip


def test_leaders_read_and_never_write(desk: Desk) -> None:
    desk.clerk = Clerk(name="Trần Thử", role=Role.LEADER)
    with pytest.raises(KnownError):
        desk.do(receive, intake(), uuid4())
    assert desk.journal.count() == 0


def test_the_state_is_the_fold_of_the_lines(desk: Desk) -> None:
    dossier = desk.do(receive, intake(), uuid4())
    desk.do(confirm_print, dossier.id, "receipt")
    desk.do(void, dossier.id, "hoàn tác")
    folded = None
    for entry in desk.journal.of(dossier.id):
        folded = fold.apply(folded, decode(entry.line))
    assert folded == desk.register.get(dossier.id)
    assert folded is not None
    assert folded.status is Status.VOIDED


def test_a_scan_not_yet_on_disk_is_never_named(desk: Desk) -> None:
    dossier = desk.do(receive, intake(), uuid4())
    ghost = Scan(sha256="ab" * 32, title="Trang 1", mime="application/pdf", size=3, pages=1)
    with pytest.raises(KnownError, match="chưa được lưu"):
        desk.do(attach_scans, dossier.id, (ghost,))
    sha = desk.files.put(b"%PDF-1.7 thu")
    desk.do(attach_scans, dossier.id, (Scan(sha256=sha, title="Trang 1", mime="application/pdf", size=12, pages=1),))
    assert [job.sha256 for job in desk.wire.blobs_waiting()] == [sha]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET line = x'00'",
        "DELETE FROM journal",
        "INSERT INTO journal SELECT n + 5, epoch, seq + 5, line, h, origin_epoch, origin_seq, dossier FROM journal",
        "INSERT INTO journal SELECT n + 5, zeroblob(8), 1, line, h, origin_epoch, origin_seq, dossier FROM journal",
        "UPDATE epoch SET opened_at = 0",
        "DELETE FROM epoch",
        "DELETE FROM dossier",
        "UPDATE dossier SET code = 'H99.001-261123-0009'",
        "UPDATE counter SET last = 0",
        "DELETE FROM counter",
    ],
)
def test_the_database_itself_forbids_rewriting_the_past(desk: Desk, statement: str) -> None:
    desk.do(receive, intake(), uuid4())
    with pytest.raises(IntegrityError), desk.database.begin() as connection:
        connection.exec_driver_sql(statement)
    assert desk.journal.count() == 1


def test_a_home_that_is_open_says_so(home: Path, desk: Desk, clock: HandClock) -> None:
    with pytest.raises(DeskOpen, match="Quầy đang mở"):
        open_desk(home, clock)
    assert desk.do(receive, intake(), uuid4()).code.endswith("-0001")


def test_settings_come_back(home: Path, desk: Desk, clock: HandClock) -> None:
    desk.set_setting("paper_books", {"chung-thuc": 118})
    desk.close()
    again = open_desk(home, clock)
    assert again.setting("paper_books", {}) == {"chung-thuc": 118}
    assert again.setting("nothing", 7) == 7
    again.close()


def test_an_office_not_yet_set_up_is_said(home: Path, clock: HandClock, vault: object) -> None:
    desk = open_desk(home, clock)
    with pytest.raises(NotFound, match="Chưa thiết lập"):
        desk.do(receive, intake(), uuid4())
    desk.close()
