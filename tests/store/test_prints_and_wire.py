"""The print ledger and the wire's memory: what is said to be done was done."""

from dataclasses import replace
from uuid import uuid4

import pytest
from sqlalchemy.exc import IntegrityError

from dossiers import fold
from dossiers.attach_scans import attach_scans
from dossiers.dossier import Scan
from dossiers.errors import NotFound
from dossiers.journal import op_key
from dossiers.print_form import confirm_print
from dossiers.receive import receive
from dossiers.store.conditions import Filter
from dossiers.store.desk import Desk
from dossiers.store.prints import PrintState
from dossiers.store.register import Query
from dossiers.store.wire import Snapshot
from dossiers.void import void
from tests.store.homes import HandClock, intake


def test_a_slip_waits_until_a_clerk_holds_it(desk: Desk, clock: HandClock) -> None:
    job = desk.prints.queue("receipt", None, "Giấy tiếp nhận", b"%PDF slip", copies=2, paper="A5")
    assert (job.state, job.copies, job.paper) == (PrintState.QUEUED, 2, "A5")
    clock.forward(minutes=1)
    assert desk.prints.mark(job.id, "sent").changed_at == clock()
    assert desk.prints.mark(job.id, "failed", "Máy in hết giấy.").note == "Máy in hết giấy."
    assert [waiting.id for waiting in desk.prints.waiting()] == [job.id]
    desk.prints.mark(job.id, "confirmed")
    assert desk.prints.waiting() == ()
    assert desk.prints.mark(job.id, "failed").state is PrintState.CONFIRMED
    assert desk.prints.pdf(job.id) == b"%PDF slip"


def test_a_reprint_is_counted_from_confirmed_paper(desk: Desk) -> None:
    """A slip not yet confirmed prints unmarked however often it was tried; then IN LẠI LẦN 1, 2, 3."""
    dossier = desk.do(receive, intake(), uuid4())

    def print_again() -> int:
        return desk.prints.queue("receipt", dossier.id, "Giấy", b"%PDF").reprint

    assert [print_again(), print_again()] == [0, 0]
    desk.do(confirm_print, dossier.id, "receipt")
    assert print_again() == 1
    desk.do(confirm_print, dossier.id, "receipt")
    assert print_again() == 2
    assert desk.prints.queue("supplement", dossier.id, "Phiếu", b"%PDF").reprint == 0
    assert [job.form for job in desk.prints.recent(2)] == ["supplement", "receipt"]


def test_a_withdrawn_slip_is_out_of_the_queue_for_good(desk: Desk) -> None:
    dossier, other = (desk.do(receive, intake(), uuid4()) for _ in range(2))
    whose = (dossier, dossier, other)
    queued, failed, theirs = (desk.prints.queue("receipt", each.id, "Giấy", b"%PDF") for each in whose)
    desk.prints.mark(failed.id, "failed", "Máy in không trả lời.")
    assert not desk.prints.withdraw(dossier.id)
    assert [job.id for job in desk.prints.waiting()] == [job.id for job in desk.prints.recent(9)] == [theirs.id]
    assert desk.prints.mark(queued.id, "failed").state is PrintState.WITHDRAWN
    assert not desk.prints.withdraw(uuid4())


@pytest.mark.parametrize("then", ["sent", "failed", "confirmed"])
def test_a_slip_that_a_printer_took_may_be_out(desk: Desk, then: str) -> None:
    """A printer may cancel what it took and still have laid the paper in the tray."""
    dossier = desk.do(receive, intake(), uuid4())
    job = desk.prints.queue("receipt", dossier.id, "Giấy", b"%PDF")
    desk.prints.mark(job.id, "sent")
    desk.prints.mark(job.id, then)
    assert desk.prints.withdraw(dossier.id)
    assert desk.prints.get(job.id).state == {"failed": "withdrawn"}.get(then, then)


def test_a_slip_withdrawn_while_the_printer_took_it_is_known_to_be_out(desk: Desk) -> None:
    dossier = desk.do(receive, intake(), uuid4())
    job = desk.prints.queue("receipt", dossier.id, "Giấy", b"%PDF")
    desk.prints.withdraw(dossier.id)
    desk.prints.mark(job.id, "sent")
    assert [each.state for each in desk.prints.recent(1)] == [PrintState.SENT]
    assert desk.prints.withdraw(dossier.id)


def test_an_unknown_slip_is_said(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.prints.pdf(404)
    with pytest.raises(NotFound):
        desk.prints.mark(404, "sent")


def test_only_a_receipt_makes_an_op_sent(desk: Desk) -> None:
    first, second = (desk.do(receive, intake(), uuid4()) for _ in range(2))
    desk.do(void, first.id, "nhập nhầm")
    epoch = desk.journal.head.epoch
    assert [entry.seq for entry in desk.journal.unsent(10)] == [1, 2, 3]
    desk.wire.mark_sent(epoch, 2, b"receipt 2")
    assert [entry.seq for entry in desk.journal.unsent(10)] == [3]
    assert [deed.sent for deed in desk.register.history(first.id)] == [True, False]
    assert {row.id: row.sent for row in desk.register.search(Query()).rows} == {first.id: "waiting", second.id: "sent"}
    assert [row.id for row in desk.register.search(Query(filter=Filter(unsent=True))).rows] == [first.id]
    desk.wire.mark_sent(epoch, 3, b"receipt 3")
    assert desk.journal.unsent_count() == desk.register.counts().unsent == 0
    assert desk.wire.receipt(epoch) == b"receipt 3"


def test_an_older_receipt_takes_nothing_back(desk: Desk) -> None:
    for _ in range(3):
        desk.do(receive, intake(), uuid4())
    epoch = desk.journal.head.epoch
    desk.wire.mark_sent(epoch, 3, b"receipt 3")
    desk.wire.mark_sent(epoch, 1, b"receipt 1")
    assert desk.journal.unsent_count() == 0
    assert desk.wire.receipt(epoch) == b"receipt 3"
    with pytest.raises(IntegrityError), desk.database.begin() as connection:
        connection.exec_driver_sql("UPDATE receipt SET seq = 0")


def test_a_receipt_for_lines_that_are_not_here_covers_nothing(desk: Desk) -> None:
    desk.do(receive, intake(), uuid4())
    with pytest.raises(NotFound):
        desk.wire.mark_sent(desk.journal.head.epoch, 2, b"receipt")
    assert desk.journal.unsent_count() == 1


def test_an_op_set_aside_is_a_visible_row_with_its_reason(desk: Desk) -> None:
    dossier = desk.do(receive, intake(), uuid4())
    other = desk.do(receive, intake(), uuid4())
    (epoch,) = desk.journal.epochs()
    key = op_key(epoch.device, desk.journal.entries(epoch.id, 0, 1)[0])
    desk.wire.hold(key, "Mã đơn vị không khớp.")
    (held,) = desk.wire.held()
    assert (held.code, held.dossier_id, held.reason) == (dossier.code, dossier.id, "Mã đơn vị không khớp.")
    assert {row.id: row.sent for row in desk.register.search(Query()).rows} == {dossier.id: "held", other.id: "waiting"}
    desk.wire.release(key)
    assert desk.wire.held() == ()


def test_files_are_sent_by_date_then_size_and_stay_sent(desk: Desk) -> None:
    dossier = desk.do(receive, intake(), uuid4())
    for data in (b"large" * 100, b"small"):
        scan = Scan(sha256=desk.files.put(data), title="Trang", mime="application/pdf", size=len(data), pages=1)
        desk.do(attach_scans, dossier.id, (scan,))
    small, large = desk.wire.blobs_waiting()
    assert (small.size, large.size, small.code) == (5, 500, dossier.code)
    desk.wire.blob_sent(small.sha256, b"receipt")
    assert [job.size for job in desk.wire.blobs_waiting()] == [500]
    with pytest.raises(IntegrityError), desk.database.begin() as connection:
        connection.exec_driver_sql("UPDATE blob SET state = 'pruned' WHERE state = 'waiting'")


def test_what_the_province_says_stands_beside_the_fold_here(desk: Desk) -> None:
    dossier = desk.do(receive, intake(), uuid4())
    theirs = fold.encode_state(replace(dossier, note="ghi ở tỉnh"))
    desk.wire.take_in([Snapshot(rev=3, state=theirs)])
    assert desk.wire.snapshot(dossier.id) == Snapshot(rev=3, state=theirs)
    assert desk.register.get(dossier.id) == dossier
    assert desk.wire.snapshot(uuid4()) is None


def test_the_wire_remembers(desk: Desk) -> None:
    assert desk.wire.get("cursor") is None
    desk.wire.set("cursor", b"a")
    desk.wire.set("cursor", b"b")
    assert desk.wire.get("cursor") == b"b"
