"""Another desk's scan in the real window: turned page by page, and a page that kills its child is tried again."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from desktop.screens.dossier.pages_view import PagesView
from desktop.sitting import Sitting
from dossiers.dossier import Dossier, Scan
from dossiers.receive import receive
from dossiers.store.desk import Desk
from tests.desktop.driving import Driver, wait_for
from tests.desktop.test_paper_door import PAPER
from tests.desktop_screens.doors import child_that
from tests.scanning.paper import scanned_pdf
from tests.store.homes import intake


def shade(view: PagesView) -> int:
    """How light the page on show is, 0 where none is."""
    for label in view.findChildren(QLabel):
        if not label.pixmap().isNull():
            return label.pixmap().toImage().pixelColor(9, 9).red()
    return 0


def test_a_page_that_kills_its_child_leaves_the_window_and_is_tried_again(
    sitting: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def prepare(desk: Desk) -> Dossier:
        data = scanned_pdf(PAPER, 200)
        scan = Scan(sha256=desk.files.put(data), title="Tờ khai", mime="application/pdf", size=len(data), pages=2)
        return desk.do(receive, intake(scans=(scan,)))

    monkeypatch.setattr(sitting.session.door, "_command", child_that("import os; os.abort()", tmp_path, on_page=1))
    dossier = sitting.session.jobs.wait(prepare)
    sitting.frame.open("dossier", dossier_id=dossier.id, scan=dossier.scans[0].sha256)
    view = sitting.frame.findChild(PagesView)
    assert view is not None
    wait_for(lambda: abs(shade(view) - 40) <= 1, "the first page")
    clerk = Driver(sitting.frame.window())
    clerk.press("Right")
    wait_for(lambda: "Thử lại" in clerk.names(), "the way to try again")
    assert any("phần mở tệp đã dừng" in name for name in clerk.names())
    assert shade(view) == 0
    clerk.click("Thử lại")
    wait_for(lambda: abs(shade(view) - 80) <= 1, "the second page")
    assert "Thử lại" not in clerk.names()
    clerk.press("Left")
    wait_for(lambda: abs(shade(view) - 40) <= 1, "the first page again")
