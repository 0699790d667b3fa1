"""What the books' screen decides: which book is looked at, how one is begun, and which number is given up."""

from functools import partial
from typing import TYPE_CHECKING, Protocol

from desktop.book_asks import Shelf, begin_book, keep_short, read_numbers, read_shelf
from desktop.i18n import t
from desktop.jobs import Failure, Jobs
from desktop.screens.books.words import newest, number_words
from desktop.stage import Here, Stage
from dossiers.books import BOOK_WORDS, Book
from dossiers.manage_books import spoil_number
from dossiers.people import Right

if TYPE_CHECKING:
    from desktop.book_asks import BookState, NumberRow


class BooksView(Protocol):
    """The screen as this presenter sees it."""

    def show_shelf(self, shelf: Shelf, chosen: int) -> None:
        """Every book, and which row is chosen; −1 where there is none."""
        ...

    def show_book(self, state: "BookState | None") -> None:
        """The numbers of one book; its pages are asked for as they come into sight."""
        ...

    def show_numbers(self, first: int, rows: "tuple[NumberRow, ...]") -> None:
        """Numbers that were asked for, from `first` on."""
        ...

    def show_fault(self, sentence: str, field: str) -> None:
        """Why a form was not taken; empty takes the sentence away."""
        ...

    def put_form_away(self) -> None:
        """What was typed is done."""
        ...


class BooksPresenter:
    """Keeps the chosen book chosen while numbers are drawn."""

    def __init__(self, jobs: Jobs, stage: Stage, here: Here, view: BooksView) -> None:
        self._jobs, self._stage, self._here, self._view = jobs, stage, here, view
        self.shelf = Shelf(states=(), gaps=(), short=False)
        self.chosen: BookState | None = None

    def refresh(self) -> None:
        """Read the books anew."""
        self._jobs.ask(read_shelf, self._on_shelf, self._stage.complain)

    def choose(self, row: int) -> None:
        """Another book."""
        self.chosen = self.shelf.states[row] if 0 <= row < len(self.shelf.states) else None
        self._view.show_book(self.chosen)

    def fetch(self, book_id: int, first: int, limit: int) -> None:
        """Numbers came into sight."""
        self._jobs.ask(
            lambda desk: read_numbers(desk, book_id, first, limit),
            partial(self._on_numbers, book_id, first), self._stage.complain,
        )  # fmt: skip

    def open(self, row: "NumberRow | None") -> None:
        """Enter: the dossier that bears the number."""
        if row is not None and row.dossier_id is not None:
            self._stage.open("dossier", dossier_id=row.dossier_id)

    def may_act(self) -> bool:
        """Whether whoever is signed in may open books and spoil numbers."""
        return self._here.may(Right.NUMBERS)

    def may_not_export(self) -> str:
        """Whom to ask where whoever is signed in may not put a book into a file; empty where they may."""
        return self._here.why_not(Right.EXPORT)

    def may_spoil(self) -> bool:
        """Only the next number of the book in use can be given up."""
        state = self.chosen
        return self.may_act() and state is not None and newest(self.shelf.states).get(state.book.kind) is state

    def spoiling(self) -> str:
        """Which number would be given up."""
        state = self.chosen
        if state is None or state.next_number is None:
            return ""
        number = number_words(state.book.kind, state.next_number)
        return t("Số {number}, {book} {cover}", number=number, book=t(BOOK_WORDS[state.book.kind]),
                 cover=state.book.cover)  # fmt: skip

    def begin(self, book: Book) -> None:
        """Open a book."""
        self._view.show_fault("", "")
        self._jobs.ask(lambda desk: begin_book(desk, book), partial(self._on_begun, book), self._on_refused)

    def spoil(self, reason: str) -> None:
        """Give up the next number of the chosen book."""
        if self.chosen is not None:
            self._view.show_fault("", "")
            self._jobs.do(
                spoil_number, self.chosen.book.kind, reason, on_done=self._on_spoiled, on_failed=self._on_refused
            )

    def keep_short(self, *, short: bool) -> None:
        """The follow-up register's layout, remembered."""
        self._jobs.ask(lambda desk: keep_short(desk, short=short), lambda _: None, self._stage.complain)

    def _on_shelf(self, shelf: Shelf) -> None:
        self.shelf = shelf
        wanted = self.chosen.id if self.chosen else None
        row = next((at for at, state in enumerate(shelf.states) if state.id == wanted), 0 if shelf.states else -1)
        self._view.show_shelf(shelf, row)
        self.choose(row)

    def _on_numbers(self, book_id: int, first: int, rows: "tuple[NumberRow, ...]") -> None:
        if self.chosen is not None and self.chosen.id == book_id:
            self._view.show_numbers(first, rows)

    def _on_begun(self, book: Book, shelf: Shelf) -> None:
        self.chosen = shelf.states[0]
        self._on_shelf(shelf)
        self._view.put_form_away()
        number = number_words(book.kind, book.first)
        self._stage.toast(t("Đã mở sổ. Số tiếp theo là {number}.", number=number))

    def _on_spoiled(self, _: object) -> None:
        self._view.put_form_away()
        self._stage.toast(t("Đã bỏ số và ghi lý do vào sổ."))
        self.refresh()

    def _on_refused(self, failure: Failure) -> None:
        self._view.show_fault(failure.sentence, failure.field)
