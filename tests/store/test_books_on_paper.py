"""Books read for paper, deeds of the office read back, and the money of a shift found again."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dossiers.book_lines import BookLine
from dossiers.books import Book, BookKind
from dossiers.cash import counted, shift
from dossiers.cash_count import count_cash
from dossiers.certify import certify
from dossiers.dossier import Dossier, FeeLine, PaperLine, PaymentMode
from dossiers.manage_books import open_book, spoil_number
from dossiers.procedure import FeeKind
from dossiers.receive import receive
from dossiers.store.desk import Desk
from dossiers.store.register_pages import Part, measure, read_page
from dossiers.take_fee import refund_fee, take_fee, void_fee
from tests.store.homes import HandClock, intake

FEE = (FeeLine(name="Phí chứng thực bản sao", kind=FeeKind.FEE, amount_vnd=6000),)
TWO_PAPERS = (PaperLine(name="Bằng tốt nghiệp", pages=2, copies=3), PaperLine(name="Căn cước", pages=1, copies=1))


def take_in(desk: Desk, name: str = "Nguyễn Thị Hồng Nhung") -> Dossier:
    """A dossier with two papers to certify and a fee."""
    return desk.do(receive, replace(intake(name), papers=TWO_PAPERS, fees=FEE))


def part_of(desk: Desk, kind: BookKind, **days: date) -> Part:
    """The newest book of a kind, or some days of it."""
    book = desk.books.current(kind)
    assert book is not None
    return Part(book_id=book.id, **days)


def test_every_number_comes_in_order_with_its_dossier_however_small_the_pages(desk: Desk) -> None:
    desk.do(open_book, Book(kind=BookKind.DOSSIERS, volume="03", year=2026, first=38))
    taken = [take_in(desk, f"Đặng Văn Khuể {number}") for number in range(5)]
    desk.do(spoil_number, BookKind.DOSSIERS, "Viết nhầm trên sổ giấy")
    part = part_of(desk, BookKind.DOSSIERS)
    lines: list[BookLine] = []
    after = 0
    while page := read_page(desk.database, part, after, limit=2):
        lines += page
        after = page[-1].entry.number
    assert [line.entry.number for line in lines] == list(range(38, 44))
    assert [line.dossier.code if line.dossier else "" for line in lines] == [*(each.code for each in taken), ""]
    assert lines[-1].spoiled == "Viết nhầm trên sổ giấy"
    assert measure(desk.database, part).lines == 6


def test_days_bound_a_part(desk: Desk, clock: HandClock) -> None:
    take_in(desk)
    clock.forward(days=1)
    take_in(desk)
    tomorrow = date(2026, 11, 24)
    part = part_of(desk, BookKind.DOSSIERS, first=tomorrow, last=tomorrow)
    assert [line.entry.number for line in read_page(desk.database, part)] == [2]
    assert measure(desk.database, part).begun_at == clock.now
    assert measure(desk.database, part_of(desk, BookKind.DOSSIERS, last=date(2026, 11, 1))).lines == 0


def test_a_certification_tells_its_paper_its_signer_and_where_the_fee_stands(desk: Desk) -> None:
    dossier = take_in(desk)
    desk.do(certify, dossier.id, "Phạm Thị Lan")
    first, second = read_page(desk.database, part_of(desk, BookKind.COPIES))
    assert [line.paper.name for line in (first, second) if line.paper] == ["Bằng tốt nghiệp", "Căn cước"]
    assert (first.signer, second.signer) == ("Phạm Thị Lan", "Phạm Thị Lan")
    assert (first.shared_with, second.shared_with) == (None, 1)


def test_the_till_finds_what_moved_since_an_instant(desk: Desk, clock: HandClock) -> None:
    early, late = take_in(desk), take_in(desk)
    (voided,) = desk.do(take_fee, early.id, PaymentMode.CASH).receipts
    (refunded,) = desk.do(take_fee, late.id, PaymentMode.CASH).receipts
    (untouched,) = desk.do(take_fee, take_in(desk).id, PaymentMode.CASH).receipts
    clock.forward(hours=4)
    begun_at = clock.now
    assert desk.till.since(begun_at) == ()
    desk.do(void_fee, early.id, voided.entry, "Ghi nhầm tên")
    desk.do(refund_fee, late.id, refunded.entry, 2000, "Thu thừa")
    (new,) = desk.do(take_fee, take_in(desk).id, PaymentMode.TRANSFER).receipts
    found = desk.till.since(begun_at)
    assert {taken.receipt.entry for taken in found} == {voided.entry, refunded.entry, new.entry}
    assert {taken.code for taken in found} >= {early.code, late.code}
    afternoon = shift((taken.receipt for taken in found), begun_at, clock.now + timedelta(seconds=1))
    assert (afternoon.total_vnd(PaymentMode.CASH), afternoon.total_vnd(PaymentMode.TRANSFER)) == (-8000, 6000)
    whole_day = desk.till.since(begun_at - timedelta(hours=5))
    assert untouched.entry in {taken.receipt.entry for taken in whole_day}


def test_counts_of_cash_are_read_back_the_latest_first(desk: Desk, clock: HandClock) -> None:
    assert desk.records.latest("cash_counted") is None
    for notes in ({}, {5000: 1}):
        empty = shift((), clock.now, clock.now)
        desk.do(count_cash, counted(notes, empty, "Tiền lẻ đầu ca" if notes else ""))
        clock.forward(hours=1)
    latest, first = desk.records.of("cash_counted", clock.now - timedelta(days=1), clock.now)
    assert (first.body.counted_vnd, latest.body.counted_vnd) == (0, 5000)
    assert (latest.actor, latest.body.reason) == (desk.clerk.name, "Tiền lẻ đầu ca")
    assert desk.records.latest("cash_counted") == latest
    assert desk.records.of("cash_counted", clock.now, clock.now) == ()


@pytest.mark.parametrize("kind", [BookKind.COPIES, BookKind.RESULTS])
def test_a_book_nobody_wrote_in_has_no_pages(desk: Desk, kind: BookKind) -> None:
    desk.do(open_book, Book(kind=kind, volume="01", year=2026))
    assert read_page(desk.database, part_of(desk, kind)) == ()


def test_a_number_that_is_gone_is_missed(desk: Desk) -> None:
    """Only hands inside the file can take one away; the triggers that forbid it are taken away first, as they would."""
    desk.do(open_book, Book(kind=BookKind.DOSSIERS, volume="01", year=2026, first=38))
    for _ in range(5):
        take_in(desk)
    assert list(desk.books.gaps()) == []
    with desk.database.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER book_entry_no_delete")
        connection.exec_driver_sql("DELETE FROM book_entry WHERE number IN (38, 40, 41)")
    assert list(desk.books.gaps()) == [
        "Sổ theo dõi hồ sơ, quyển 01/2026: thiếu số 38.",
        "Sổ theo dõi hồ sơ, quyển 01/2026: thiếu số 40 đến 41.",
    ]
