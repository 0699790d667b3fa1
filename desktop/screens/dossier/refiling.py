"""Scans in the wrong place, on the dossier screen: from the list or from their pages to the form that mends it."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.scan_asks import ScanFile
from desktop.screens.dossier.files_page import FilesPage
from desktop.screens.dossier.files_presenter import FilesPresenter
from desktop.screens.dossier.forms.host import FormHost
from desktop.screens.dossier.forms.refile import MoveForm, ScansForm
from desktop.screens.dossier.presenter import DossierPresenter
from desktop.screens.dossier.scan_deeds import put_back
from desktop.screens.dossier.state import DossierState
from dossiers.dossier import Dossier


class Refiling(QObject):
    """Joins the list, the pages and the forms; `state` is what the screen shows now."""

    def __init__(
        self, page: FilesPage, files: FilesPresenter, presenter: DossierPresenter, forms: FormHost,
        state: Callable[[], DossierState | None],
    ) -> None:  # fmt: skip
        super().__init__(page)
        self._page, self._files, self._presenter, self._forms = page, files, presenter, forms
        self._state = state
        page.off_wanted.connect(self._take_off)
        page.move_wanted.connect(self._move)
        page.back_wanted.connect(self._put_back)
        page.pages.off_wanted.connect(self._take_off_shown)
        page.pages.move_wanted.connect(self._move_shown)
        page.currentChanged.connect(self._on_turned)
        forms.dossier_sought.connect(presenter.seek)

    def offer(self, found: tuple[Dossier, ...]) -> None:
        """The dossiers that what was typed leads to."""
        if isinstance(self._forms.form, MoveForm):
            self._forms.form.offer(found)

    def close_what_left(self, state: DossierState) -> None:
        """Pages on show stay only while their scan is what it was."""
        shown = self._files.shown
        if shown and not any((row.file.scan, row.file.off) == (shown.scan, shown.off) for row in state.files):
            self._page.close_pages()
            self._files.leave()

    def _on_turned(self, _: int) -> None:
        self._page.pages.offer_refiling(possible=self._shown_in_force() is not None)

    def _take_off(self, file: ScanFile) -> None:
        self._presenter.begin("scans_taken_off")
        self._choose(file)

    def _move(self, file: ScanFile) -> None:
        self._presenter.move_scans()
        self._choose(file)

    def _put_back(self, file: ScanFile) -> None:
        self._presenter.do(put_back(file.scan))

    def _take_off_shown(self) -> None:
        if file := self._shown_in_force():
            self._take_off(file)

    def _move_shown(self) -> None:
        if file := self._shown_in_force():
            self._move(file)

    def _shown_in_force(self) -> ScanFile | None:
        """The scan whose pages are on show, where it may be taken off; the list may stand at another row."""
        shown, state = self._files.shown, self._state()
        return shown if shown and not shown.off and state and "scans_taken_off" in state.possible else None

    def _choose(self, file: ScanFile) -> None:
        if isinstance(self._forms.form, ScansForm):
            self._forms.form.choose(file.scan)
