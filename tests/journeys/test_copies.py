"""Certified copies, 86 visits of 100: from the card to slip, number and money in one key, and all of it back in one."""

import pytest
from PySide6.QtCore import Qt

from desktop.asks import COPIES_HABITS
from dossiers.books import BookKind
from dossiers.dossier import Dossier, PaymentMode
from dossiers.status import Status
from tests.journeys.copies import SIGNER, at_once, count_copies_keys, forms_of, one_copy
from tests.journeys.driving import CARD, CounterTop

F10, ENTER, PLUS, MINUS = Qt.Key.Key_F10, Qt.Key.Key_Return, Qt.Key.Key_Plus, Qt.Key.Key_Minus
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
MOST_KEYS = 10


@pytest.fixture
def copies(counter: CounterTop) -> CounterTop:
    """A counter that does copies at once."""
    at_once(counter)
    return counter


def numbers(dossier: Dossier, kind: BookKind) -> list[int]:
    """The numbers a dossier bears in a book."""
    return [entry.number for entry in dossier.entries if entry.kind is kind]


def test_card_to_slip_takes_at_most_ten_keys(copies: CounterTop) -> None:
    copies.keys = 0
    done = one_copy(copies)
    print(f"keys of a certified copy handed over at once: {copies.keys}")
    assert copies.keys <= MOST_KEYS
    assert (done.status, done.fee_kept_vnd, done.payment) == (Status.RETURNED, 10_000, PaymentMode.CASH)
    assert (done.certification, done.owner.name) == (True, "Nguyễn Thị Thùy Dương")
    assert numbers(done, BookKind.COPIES) == [1]
    assert forms_of(copies) == ["receipt", "internal_receipt"]
    assert f"{done.code} · Số chứng thực 0001, quyển số 01/2026-SCT/BS" in copies.frame.said
    assert copies.line("Họ và tên người nộp").text() == ""


def test_the_measured_count_is_that_of_the_window() -> None:
    assert 0 < count_copies_keys() <= MOST_KEYS


def test_the_fee_follows_the_tariff_as_the_clerk_types(copies: CounterTop) -> None:
    copies.scan(CARD)
    said = []
    for pages in ("1", "2", "5", "300"):
        copies.line("Số trang, Giấy tờ 1").selectAll()
        copies.keystrokes(pages)
        said.append(copies.intake.papers.money.total.text())
    assert said == ["2.000 ₫", "4.000 ₫", "7.000 ₫", "200.000 ₫"]


def test_plus_adds_a_document_and_minus_takes_it_away(copies: CounterTop) -> None:
    copies.scan(CARD)
    copies.keystrokes("1")
    copies.press(PLUS)
    copies.keystrokes("4")
    copies.press(PLUS)
    copies.press(MINUS)
    assert [row.name.text() for row in copies.intake.papers.rows] == ["Giấy tờ 1", "Giấy tờ 2"]
    copies.press(F10)
    copies.settle()
    done = copies.newest()
    assert [(paper.pages, paper.copies) for paper in done.papers] == [(1, 1), (4, 1)]
    assert numbers(done, BookKind.COPIES) == [1, 2]
    assert "Số chứng thực 0001–0002, quyển số 01/2026-SCT/BS" in copies.frame.said


def test_the_last_document_stays(copies: CounterTop) -> None:
    copies.scan(CARD)
    copies.press(MINUS)
    assert len(copies.intake.papers.rows) == 1


def test_one_undo_takes_everything_back_and_the_numbers_stay_used(copies: CounterTop) -> None:
    done = one_copy(copies)
    copies.press(Qt.Key.Key_Z, CONTROL)
    copies.settle()
    undone = copies.dossier(done.code)
    assert (undone.status, undone.void_reason, undone.fee_kept_vnd) == (Status.VOIDED, "hoàn tác", 0)
    assert [receipt.void_reason for receipt in undone.receipts] == ["hoàn tác"]
    assert copies.slips() == []
    assert "Trả lại người nộp 10.000 ₫." in copies.frame.said
    assert copies.line("Họ và tên người nộp").text() == "Nguyễn Thị Thùy Dương"
    copies.press(F10)
    copies.settle()
    again = copies.newest()
    assert (numbers(again, BookKind.COPIES), numbers(again, BookKind.INTERNAL_RECEIPTS)) == ([2], [2])
    assert copies.ask(lambda desk: tuple(desk.books.gaps())) == ()


def test_a_desk_that_knows_no_signer_asks_once(counter: CounterTop) -> None:
    """What was refused has used up no number of any book."""
    at_once(counter, signer="")
    counter.scan(CARD)
    counter.keystrokes("3")
    counter.press(F10)
    counter.settle()
    assert counter.total() == 0
    assert counter.focused() is counter.intake.papers.at_once.signer
    counter.type(SIGNER)
    counter.press(F10)
    counter.settle()
    done = counter.newest()
    assert (done.status, done.code[-4:], numbers(done, BookKind.COPIES)) == (Status.RETURNED, "0001", [1])
    assert counter.line("Người ký chứng thực").text() == SIGNER
    assert one_copy(counter).status is Status.RETURNED


def test_one_key_leaves_the_copies_for_later_and_the_desk_remembers(copies: CounterTop) -> None:
    copies.press(Qt.Key.Key_L, ALT)
    copies.until(lambda: not copies.intake.papers.at_once.switch.isChecked())
    later = one_copy(copies)
    assert (later.status, numbers(later, BookKind.COPIES)) == (Status.RECEIVED, [])
    assert later.fee_kept_vnd == 10_000
    assert not copies.intake.papers.at_once.switch.isChecked()
    assert copies.ask(lambda desk: desk.setting(COPIES_HABITS, {})) == {"at_once": False, "signer": SIGNER}


def test_a_missing_paper_is_no_same_sitting(copies: CounterTop) -> None:
    """It is asked about first, and received with a condition."""
    copies.scan(CARD)
    copies.keystrokes("3")
    copies.intake.papers.rows[0].mark.setFocus()
    copies.press(Qt.Key.Key_X)
    copies.press(F10)
    copies.settle()
    assert copies.intake.choice.isVisible()
    copies.press(Qt.Key.Key_N)
    copies.settle()
    taken = copies.newest()
    assert (taken.status, numbers(taken, BookKind.COPIES)) == (Status.AWAITING_SUPPLEMENT, [])



@pytest.mark.parametrize("documents", [1, 3])
def test_everything_of_a_copy_is_in_sight_on_a_small_screen(copies: CounterTop, documents: int) -> None:
    """1366 × 728: nothing of the card of papers is below the edge, even while somebody pays less."""
    copies.window.resize(1366, 728)
    copies.scan(CARD)
    for _ in range(documents - 1):
        copies.press(PLUS)
    copies.press(Qt.Key.Key_E, ALT)
    copies.settle()
    papers = copies.intake.papers
    assert papers.money.group.isVisible()
    for part in (papers.rows[-1], papers.money.group, papers.time.due, papers.at_once.signer):
        seen = part.visibleRegion().boundingRect()
        assert seen == part.rect(), part
