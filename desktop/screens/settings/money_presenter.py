"""Where fees go and on what they are receipted: the tax code, the account, and the registered series of receipts."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Protocol

from desktop.i18n import t
from desktop.jobs import Failed, Jobs
from desktop.setting_asks import keep_office, read_series, register_series
from desktop.stage import Here
from desktop.theme.tokens import Tone
from dossiers.books import Book, BookKind
from dossiers.clock import Clock, local_date
from dossiers.errors import InvalidInput
from dossiers.names import nfc
from dossiers.office import Office
from dossiers.vietqr import BankAccount, banks, check_account, payload

if TYPE_CHECKING:
    from desktop.setting_asks import BookState

TRIAL_PURPOSE = "THU MA VIETQR"


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A series as it was typed."""

    template: str
    symbol: str
    volume: str
    first: str
    last: str


class MoneyView(Protocol):
    """What shows it."""

    def show_series(self, books: "tuple[BookState, ...]") -> None:
        """The registered series, the newest first."""
        ...

    def show_office(self, office: Office) -> None:
        """Tax code and account as kept."""
        ...

    def show_code(self, payload: str) -> None:
        """The QR of the account as typed; none where it is empty."""
        ...

    def answer(self, sentence: str, tone: Tone = Tone.OK) -> None:
        """Say how something went."""
        ...


class MoneyPresenter:
    """Nothing is kept that no code or receipt can be made of."""

    def __init__(self, *, jobs: Jobs, clock: Clock, here: Here, view: MoneyView, complain: Failed) -> None:
        self._jobs, self._clock, self._here, self._view, self._complain = jobs, clock, here, view, complain

    def open(self) -> None:
        """What is kept now."""
        self._view.show_office(self._here.office)
        account = self._here.office.account
        self._view.show_code(payload(account, purpose=TRIAL_PURPOSE) if account else "")
        self._jobs.ask(read_series, self._view.show_series, self._complain)

    def register(self, typed: Typed) -> None:
        """Open a series of this year; numbers that are none are asked for again."""
        if not (typed.first.isdigit() and typed.last.isdigit()):
            self._view.answer(t("Cần số đầu và số cuối của dải đã đăng ký, chỉ gồm chữ số."), Tone.WARN)
            return
        book = Book(
            kind=BookKind.FEE_RECEIPTS, template=nfc(typed.template), symbol=nfc(typed.symbol),
            volume=nfc(typed.volume), year=local_date(self._clock()).year, first=int(typed.first),
            last=int(typed.last),
        )  # fmt: skip

        def registered(books: "tuple[BookState, ...]") -> None:
            self._view.show_series(books)
            self._view.answer(t("Đã mở dải biên lai. Lần thu tới lấy số đầu tiên còn trống."))

        self._jobs.ask(lambda desk: register_series(desk, book), registered, self._complain)

    def try_account(self, bank: str, number: str, holder: str) -> BankAccount | None:
        """The account as typed with its QR on show, to be read with a bank's app; None where it cannot be."""
        account = read_account(bank, number, holder)
        try:
            check_account(account)
        except InvalidInput as fault:
            self._view.show_code("")
            self._view.answer(t(fault.template), Tone.WARN)
            return None
        self._view.show_code(payload(account, purpose=TRIAL_PURPOSE))
        self._view.answer(t("Quét thử bằng ứng dụng ngân hàng: tên chủ tài khoản phải hiện đúng. Chưa chuyển tiền."))
        return account

    def keep(self, tax_code: str, bank: str, number: str, holder: str) -> None:
        """Keep tax code and account; an office without an account leaves the number empty."""
        code = nfc(tax_code)
        if code and not is_tax_code(code):
            self._view.answer(t("Mã số thuế có 10 chữ số, hoặc 10 chữ số, gạch nối và 3 chữ số."), Tone.WARN)
            return
        account = self.try_account(bank, number, holder) if nfc(number) else None
        if nfc(number) and account is None:
            return
        office = replace(self._here.office, tax_code=code, account=account)
        self._jobs.ask(lambda desk: keep_office(desk, office), self._on_kept, self._complain)

    def _on_kept(self, office: Office) -> None:
        self._here.office = office
        self.open()
        self._view.answer(t("Đã lưu. Biên lai và mã chuyển khoản từ bây giờ dùng thông tin này."))


def read_account(bank: str, number: str, holder: str) -> BankAccount:
    """An account from what was typed: a bank of the list by its name, or any six digits."""
    typed = nfc(bank)
    known = next((each for each in banks() if typed in (each.bin, bank_words(each.bin, each.name))), None)
    name = known.name if known else ""
    return BankAccount(
        bin=known.bin if known else typed, number="".join(number.split()).upper(), holder=nfc(holder), bank=name
    )


def bank_words(number: str, name: str) -> str:
    """A bank as the list shows it."""
    return f"{name} ({number})"


def is_tax_code(code: str) -> bool:
    """Ten digits, or ten, a hyphen and three for a dependent unit (TT 86/2024/TT-BTC)."""
    head, hyphen, tail = code.partition("-")
    return len(head) == 10 and head.isdigit() and (not hyphen or (len(tail) == 3 and tail.isdigit()))


def series_words(state: "BookState", today: date) -> str:
    """A series as the list shows it: where it stands, and whether it is this year's."""
    book = state.book
    head = t(
        "Mẫu {template}, ký hiệu {symbol}, quyển {volume}/{year}, số {first}–{last}", template=book.template,
        symbol=book.symbol, volume=book.volume, year=book.year, first=f"{book.first:07d}", last=f"{book.last or 0:07d}",
    )  # fmt: skip
    if state.next_number is None:
        return t("{series}: đã hết.", series=head)
    if book.year != today.year:
        return t("{series}: của năm khác.", series=head)
    following = f"{state.next_number:07d}"
    return t("{series}: đã dùng {used}, số kế {next}.", series=head, used=state.used, next=following)
