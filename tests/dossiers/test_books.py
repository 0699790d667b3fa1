"""Books without gaps: every number in a book is borne by a dossier or spoiled with a reason, whatever was done."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from dossiers.books import Book, BookEntry, BookKind
from dossiers.certify import certify, certify_at_once, make_certified_ready, unnumbered
from dossiers.dossier import Dossier, PaperCheck, PaperLine, PaymentMode
from dossiers.errors import Impossible, InvalidInput, KnownError
from dossiers.manage_books import open_book, spoil_number
from dossiers.receive import Intake, receive
from dossiers.reopen import reopen
from dossiers.result_ready import make_result_ready
from dossiers.status import Status
from dossiers.store.desk import Desk
from dossiers.store.verify import verify
from dossiers.take_fee import take_fee
from dossiers.void import UNDO_REASON, void
from tests.dossiers.deeds import ACTS, FEE
from tests.store.homes import HandClock, intake, open_desk

SERIES = Book(
    kind=BookKind.FEE_RECEIPTS, volume="01", year=2026, first=51, last=53, symbol="XT-26T", template="01BLP2-001"
)


def two_papers() -> Intake:
    """A diploma and its transcript, with three and one copies."""
    second = PaperLine(name="Bảng điểm", originals=1, pages=4, copies=1, check=PaperCheck.OK)
    return replace(intake(), papers=(*intake().papers, second), fees=FEE, payment=PaymentMode.CASH)


def numbers(desk: Desk, kind: BookKind) -> list[int]:
    """Every number of the newest book of a kind."""
    state = desk.books.current(kind)
    return [row.number for row in desk.books.numbers(state.id)] if state else []


def test_a_register_goes_on_after_the_paper_book(desk: Desk) -> None:
    desk.do(open_book, Book(kind=BookKind.DOSSIERS, volume="01", year=2026, first=38))
    entries = [desk.do(receive, intake()).entry(BookKind.DOSSIERS) for _ in range(3)]
    assert [entry.cited for entry in entries if entry] == [
        "0038, quyển số 01/2026", "0039, quyển số 01/2026", "0040, quyển số 01/2026",
    ]  # fmt: skip


def test_a_visit_is_one_deed_with_all_its_numbers(desk: Desk) -> None:
    draft = uuid4()
    done = desk.do(certify_at_once, two_papers(), draft, "Lê Văn Ký")
    assert done.status is Status.RETURNED
    assert [(entry.cited, entry.paper) for entry in done.entries if entry.kind is BookKind.COPIES] == [
        ("0001, quyển số 01/2026-SCT/BS", 0), ("0002, quyển số 01/2026-SCT/BS", 1),
    ]  # fmt: skip
    assert done.fee_kept_vnd == done.fee_total_vnd == 12_000
    assert desk.do(certify_at_once, two_papers(), draft, "Lê Văn Ký") == done
    assert [deed.kind for deed in desk.register.history(done.id)] == [
        "received", "certified", "fee_taken", "result_ready", "returned",
    ]  # fmt: skip


def test_a_visit_that_fails_halfway_took_no_number(desk: Desk) -> None:
    with pytest.raises(InvalidInput) as refused:
        desk.do(certify_at_once, two_papers(), uuid4(), " ")
    assert refused.value.field == "signer"
    assert (desk.journal.count(), desk.books.all()) == (0, ())
    assert desk.do(receive, intake()).code.endswith("-0001")


def test_papers_are_certified_once(desk: Desk) -> None:
    taken = desk.do(receive, two_papers())
    desk.do(certify, taken.id, "Lê Văn Ký")
    with pytest.raises(Impossible, match="Không còn giấy tờ"):
        desk.do(certify, taken.id, "Lê Văn Ký")
    assert numbers(desk, BookKind.COPIES) == [1, 2]


def test_no_certified_copy_goes_to_the_shelf_without_its_number(desk: Desk) -> None:
    taken = desk.do(receive, two_papers())
    ready = desk.do(make_certified_ready, taken.id, "4 bản sao", "Tủ B")
    assert [entry.paper for entry in ready.entries if entry.kind is BookKind.COPIES] == [0, 1]
    assert ready.status is Status.RESULT_READY
    signature = desk.do(receive, replace(intake(), procedure_code="2.000884", fees=()))
    certified = desk.do(certify, signature.id, "Lê Văn Ký")
    assert [entry.cited for entry in certified.entries if entry.kind is BookKind.SIGNATURES] == [
        "0001, quyển số 01/2026-SCT/CK,ĐC"
    ]
    assert unnumbered(certified) == ()


def test_a_voided_dossier_and_a_spoiled_number_keep_their_lines(desk: Desk, dossier: Dossier) -> None:
    desk.do(void, dossier.id, UNDO_REASON)
    desk.do(spoil_number, BookKind.DOSSIERS, "dòng sổ giấy bị ướt")
    desk.do(receive, intake())
    state = desk.books.current(BookKind.DOSSIERS)
    assert state is not None
    rows = desk.books.numbers(state.id)
    assert [(row.number, row.void, row.spoiled) for row in rows] == [
        (1, True, ""), (2, False, "dòng sổ giấy bị ướt"), (3, False, ""),
    ]  # fmt: skip
    assert list(desk.books.gaps()) == []
    with pytest.raises(InvalidInput):
        desk.do(spoil_number, BookKind.DOSSIERS, " ")


def test_money_goes_under_the_registered_series_and_else_under_the_internal_one(desk: Desk, dossier: Dossier) -> None:
    first = desk.do(take_fee, dossier.id, PaymentMode.CASH, FEE).receipts[-1]
    assert first.entry.kind is BookKind.INTERNAL_RECEIPTS
    desk.do(open_book, SERIES)
    for expected in ("0000051", "0000052", "0000053"):
        receipt = desk.do(take_fee, dossier.id, PaymentMode.CASH, FEE).receipts[-1]
        assert (receipt.entry.cited, receipt.entry.template) == (expected, "01BLP2-001")
    after_the_range = desk.do(take_fee, dossier.id, PaymentMode.CASH, FEE).receipts[-1]
    assert (after_the_range.entry.kind, after_the_range.entry.number) == (BookKind.INTERNAL_RECEIPTS, 2)


@pytest.mark.parametrize(
    "book",
    [
        replace(SERIES, template=""), replace(SERIES, last=None), replace(SERIES, last=50), replace(SERIES, first=0),
        Book(kind=BookKind.DOSSIERS, volume=" ", year=2026),
    ],
)  # fmt: skip
def test_a_book_with_a_bad_range_is_not_opened(desk: Desk, book: Book) -> None:
    with pytest.raises(InvalidInput):
        desk.do(open_book, book)
    assert desk.books.all() == ()


def test_a_book_is_opened_once(desk: Desk) -> None:
    desk.do(open_book, SERIES)
    with pytest.raises(KnownError, match="đã mở"):
        desk.do(open_book, SERIES)
    assert len(desk.books.all()) == 1


def test_a_new_year_begins_a_new_book(desk: Desk, clock: HandClock) -> None:
    desk.do(receive, intake())
    clock.now = datetime(2027, 1, 4, 1, tzinfo=UTC)
    entry = desk.do(receive, intake()).entry(BookKind.DOSSIERS)
    assert entry is not None
    assert (entry.year, entry.number) == (2027, 1)


def test_a_full_volume_is_followed_by_the_desks_own_next_one(desk: Desk) -> None:
    desk.do(open_book, Book(kind=BookKind.COPIES, volume="01", year=2026, first=9, last=9))
    done = desk.do(certify_at_once, two_papers(), uuid4(), "Lê Văn Ký")
    cited = [entry.cited for entry in done.entries if entry.kind is BookKind.COPIES]
    assert cited == ["0009, quyển số 01/2026-SCT/BS", "0001, quyển số 07/2026-SCT/BS"]


def test_the_result_register_numbers_a_result_once_though_it_is_taken_back(desk: Desk) -> None:
    one = desk.do(receive, replace(intake(), procedure_code="1.004873", fees=()))
    ready = desk.do(make_result_ready, one.id)
    desk.do(reopen, one.id, "bấm nhầm")
    again = desk.do(make_result_ready, one.id)
    assert ready.entry(BookKind.RESULTS) == again.entry(BookKind.RESULTS)
    assert numbers(desk, BookKind.RESULTS) == [1]


def test_the_database_itself_refuses_a_gap_and_a_second_bearer(desk: Desk, dossier: Dossier) -> None:
    for statement in (
        "INSERT INTO book_entry VALUES (1, 3, 1, NULL, 0, NULL)",
        "INSERT INTO book_entry VALUES (1, 1, 1, NULL, 0, NULL)",
        "INSERT INTO book_entry VALUES (1, 2, NULL, NULL, 0, NULL)",
        "UPDATE book_entry SET dossier = NULL, spoiled = 'x'",
        "DELETE FROM book_entry",
        "UPDATE book SET first = 2",
    ):
        with pytest.raises(IntegrityError), desk.database.begin() as connection:
            connection.exec_driver_sql(statement)
    assert numbers(desk, BookKind.DOSSIERS) == [dossier.entries[0].number]


@settings(max_examples=25, deadline=None, derandomize=True)
@given(acts=st.lists(st.sampled_from(sorted(ACTS)), max_size=30), seed=st.integers(0, 99))
def test_no_sequence_of_deeds_leaves_a_gap_or_gives_a_number_twice(template: Path, acts: list[str], seed: int) -> None:
    random = Random(seed)
    with TemporaryDirectory() as folder:
        clock = HandClock()
        desk = open_desk(Path(shutil.copytree(template, Path(folder) / "office")), clock)
        try:
            taken = [desk.do(receive, two_papers())]
            for act in acts:
                clock.forward(minutes=random.randint(0, 300))
                before = desk.books.all()
                try:
                    done = ACTS[act](desk, random.choice(taken))
                except KnownError:
                    assert desk.books.all() == before
                    continue
                if isinstance(done, Dossier) and done.id not in {each.id for each in taken}:
                    taken.append(done)
            assert verify(desk) == ()
            for state in desk.books.all():
                rows = desk.books.numbers(state.id)
                assert [row.number for row in rows] == list(range(state.book.first, state.book.first + state.used))
        finally:
            desk.close()


def test_a_citation_says_what_papers_say() -> None:
    entry = BookEntry(kind=BookKind.COPIES, volume="01", year=2026, number=38, symbol="SCT/BS")
    assert entry.cited == "0038, quyển số 01/2026-SCT/BS"
