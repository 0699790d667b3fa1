"""Registered receipts, tax code and account, as the settings handle them."""

from dataclasses import replace
from typing import Any

import pytest

from desktop.jobs import Failure
from desktop.screens.settings.money_presenter import MoneyPresenter, Typed, is_tax_code
from desktop.stage import Here
from desktop.theme.tokens import Tone
from dossiers.office import Devices, Office
from dossiers.vietqr import BankAccount
from tests.desktop_screens.conftest import CLERK, OFFICE, Counter


class Heard:
    """A panel that remembers what it was shown."""

    def __init__(self) -> None:
        self.series: tuple[Any, ...] = ()
        self.office = OFFICE
        self.payload = ""
        self.said: list[str] = []

    def show_series(self, books: tuple[Any, ...]) -> None:
        """See `MoneyView`."""
        self.series = books

    def show_office(self, office: Office) -> None:
        """See `MoneyView`."""
        self.office = office

    def show_code(self, payload: str) -> None:
        """See `MoneyView`."""
        self.payload = payload

    def answer(self, sentence: str, tone: Tone = Tone.OK) -> None:
        """See the views."""
        del tone
        self.said.append(sentence)

    def complain(self, why: Failure) -> None:
        """What could not be done."""
        self.said.append(why.sentence)


@pytest.fixture
def heard() -> Heard:
    """Somebody to tell."""
    return Heard()


SERIES = Typed(template="01BLP3-001", symbol="AB-26T", volume="01", first="1", last="500")


@pytest.fixture
def money(counter: Counter, heard: Heard) -> MoneyPresenter:
    """The panel of receipts and accounts, opened."""
    here = Here(counter.desk.home, CLERK, OFFICE, Devices())
    presenter = MoneyPresenter(
        jobs=counter.jobs, clock=counter.clock, here=here, view=heard, complain=heard.complain
    )  # fmt: skip
    presenter.open()
    return presenter


def test_a_series_is_opened_once_and_never_twice_over(counter: Counter, heard: Heard, money: MoneyPresenter) -> None:
    money.register(SERIES)
    (state,) = heard.series
    assert (state.book.template, state.next_number, state.book.year) == ("01BLP3-001", 1, 2026)
    money.register(replace(SERIES, volume="02", first="500", last="900"))
    assert "trùng với một dải đã mở" in heard.said[-1]
    money.register(replace(SERIES, volume="02", first="501", last="900"))
    assert len(heard.series) == 2
    assert len(counter.desk.books.all()) == 2


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (replace(SERIES, first=""), "chỉ gồm chữ số"),
        (replace(SERIES, last="năm trăm"), "chỉ gồm chữ số"),
        (replace(SERIES, template=""), "mẫu số, ký hiệu và dải số"),
        (replace(SERIES, first="9", last="3"), "Số cuối nhỏ hơn"),
        (replace(SERIES, volume=""), "quyển số"),
    ],
)
def test_a_series_that_is_not_registered_in_full_is_refused(
    counter: Counter, heard: Heard, money: MoneyPresenter, typed: Typed, words: str
) -> None:
    money.register(typed)
    assert words in heard.said[-1]
    assert counter.desk.books.all() == ()


def test_tax_code_and_account_are_kept_and_a_code_is_shown(
    counter: Counter, heard: Heard, money: MoneyPresenter
) -> None:
    money.keep("0101234567-001", "BIDV (970418)", "2151 0000 123", "UBND XA MY DUC")
    assert counter.desk.office.tax_code == "0101234567-001"
    assert counter.desk.office.account == BankAccount(
        bin="970418", number="21510000123", holder="UBND XA MY DUC", bank="BIDV"
    )
    assert heard.payload.startswith("000201010211")
    money.keep("", "", "", "")
    kept, shown = counter.desk.office, heard.payload
    assert (kept.tax_code, kept.account, shown) == ("", None, "")


@pytest.mark.parametrize(
    ("account", "words"),
    [
        (("0101234567", "ngân hàng nào đó", "123", "UBND"), "Mã ngân hàng (BIN)"),
        (("0101234567", "970418", "số 12", "UBND"), "Số tài khoản"),
        (("0101234567", "970418", "123", " "), "chủ tài khoản"),
        (("12345", "970418", "123", "UBND"), "Mã số thuế"),
    ],
)
def test_what_no_code_can_be_made_of_is_not_kept(
    counter: Counter, heard: Heard, money: MoneyPresenter, account: tuple[str, str, str, str], words: str
) -> None:
    money.keep(*account)
    assert words in heard.said[-1]
    assert (counter.desk.office.account, counter.desk.office.tax_code) == (None, "")


@pytest.mark.parametrize(
    ("code", "sound"),
    [("0101234567", True), ("0101234567-001", True), ("0101234567-1", False), ("-001", False), ("01012345678", False)],
)
def test_tax_codes(code: str, sound: bool) -> None:
    assert is_tax_code(code) == sound
