"""A birth certificate scanned for one dossier is not asked for again: found at the next intake, looked at, used."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.asks import remember_procedure
from desktop.screens.dossier.forms.digital import DigitalForm
from desktop.screens.dossier.screen import DossierScreen
from dossiers.attach_scans import attach_scans
from dossiers.dossier import Appointment, Digital, Dossier, PaperCheck, PaperLine, Scan
from dossiers.end_without_result import withdraw
from dossiers.receive import receive
from dossiers.reporting.figures import Measure
from dossiers.reporting.spans import Span
from dossiers.store.desk import Desk
from tests.journeys.driving import CARD, CounterTop
from tests.store.homes import intake

MARRIAGE = "1.000894"
CERTIFICATE = 2
"""Its place among the papers of a marriage: proof of being unmarried."""

NUMBER, NAMESAKES = "036186001234", "036186009999"


def picture_of_a_page() -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    file = BytesIO()
    canvas = Canvas(file, pagesize=(300, 420), invariant=1)
    canvas.drawString(40, 380, "GIAY XAC NHAN")
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def filed_before(desk: Desk, number: str) -> Dossier:
    """An earlier dossier of somebody, its only paper scanned."""
    paper = PaperLine(name="Giấy xác nhận tình trạng hôn nhân", originals=1, check=PaperCheck.OK)
    due = Appointment(due_at=desk.clock() + timedelta(days=3), confirmed_by="Trần Thị Hạnh")
    plain = intake("Nguyễn Thị Thùy Dương", number)
    dossier = desk.do(receive, replace(plain, papers=(paper,), appointment=due))
    data = picture_of_a_page()
    scan = Scan(
        sha256=desk.files.put(data), title=paper.name, mime="application/pdf", size=len(data), pages=1, paper=0
    )  # fmt: skip
    return desk.do(attach_scans, dossier.id, (scan,))


def begin_marriage(counter: CounterTop) -> None:
    counter.ask(lambda desk: remember_procedure(desk, MARRIAGE))
    counter.intake.presenter.choose_procedure(MARRIAGE)
    counter.scan(CARD)


def offered(counter: CounterTop) -> list[str]:
    """What stands under the papers."""
    return [row.earlier.words.text() for row in counter.intake.papers.rows if row.earlier.isVisible()]


def test_an_earlier_scan_is_found_looked_at_and_used(counter: CounterTop) -> None:
    first = counter.ask(lambda desk: filed_before(desk, NUMBER))
    counter.clock.now += timedelta(days=2)
    begin_marriage(counter)
    assert offered(counter) == [f"Đã quét 23/11/2026, hồ sơ {first.code}"]

    counter.intake.papers.rows[CERTIFICATE].mark.setFocus()
    counter.press(Qt.Key.Key_V)
    counter.until(lambda: counter.frame.front == "dossier")
    counter.settle()
    said = [label.text() for label in counter.frame.front_screen.findChildren(QLabel) if label.isVisible()]
    assert "Giấy xác nhận tình trạng hôn nhân" in said, said
    assert len(counter.ask(lambda desk: desk.access.looks_at(first.id))) == 1

    counter.frame.back()
    counter.settle()
    counter.intake.papers.rows[CERTIFICATE].mark.setFocus()
    counter.press(Qt.Key.Key_L)
    assert counter.intake.papers.rows[CERTIFICATE].earlier.use.text() == "Thôi dùng lại"
    counter.intake.presenter.sheet.check_all()
    counter.intake.presenter.sheet.vouch(True)
    counter.press(Qt.Key.Key_F10)
    counter.settle()
    second = counter.newest()
    assert second.scans == (replace(first.scans[0], paper=CERTIFICATE),)
    paper = second.papers[CERTIFICATE]
    assert (paper.digital, paper.check, paper.originals) == (Digital.REUSED, PaperCheck.OK, 0)
    assert paper.note == f"dùng lại bản quét của hồ sơ {first.code}"
    today = date(2026, 11, 25)
    span = Span(first=today, last=today)
    assert counter.ask(lambda desk: desk.reports.figure(Measure.REUSED, span)).numerator == 1

    counter.ask(lambda desk: desk.do(withdraw, first.id, "người dân xin rút"))
    assert counter.ask(lambda desk: desk.files.get(second.scans[0].sha256)) == picture_of_a_page()
    counter.frame.open("dossier", dossier_id=second.id)
    counter.settle()
    deeds = counter.frame.front_screen.tabs.deeds  # type: ignore[attr-defined]
    told = [deeds.data(deeds.index(row, 1)) for row in range(deeds.rowCount())]
    assert any(f"dùng lại bản quét của hồ sơ {first.code}" in words for words in told), told


def test_pressed_again_the_paper_is_asked_for_as_before(counter: CounterTop) -> None:
    counter.ask(lambda desk: filed_before(desk, NUMBER))
    begin_marriage(counter)
    row, asked = counter.intake.papers.rows[CERTIFICATE], counter.intake.presenter.sheet.form.papers[CERTIFICATE]
    row.earlier.use.click()
    assert counter.intake.presenter.sheet.form.papers[CERTIFICATE].digital is Digital.REUSED
    row.earlier.use.click()
    form = counter.intake.presenter.sheet.form
    assert (form.reused, form.papers[CERTIFICATE]) == ((), asked)


def test_a_dossier_at_work_may_use_it_too(counter: CounterTop) -> None:
    first = counter.ask(lambda desk: filed_before(desk, NUMBER))
    plain = intake("Nguyễn Thị Thùy Dương", NUMBER)
    papers = (PaperLine(name="Tờ khai đăng ký kết hôn"), PaperLine(name="Giấy xác nhận tình trạng hôn nhân"))
    due = Appointment(due_at=counter.clock() + timedelta(days=3), confirmed_by="Trần Thị Hạnh")
    wanted = replace(plain, procedure_code=MARRIAGE, papers=papers, appointment=due)
    second = counter.ask(lambda desk: desk.do(receive, wanted))
    counter.frame.open("dossier", dossier_id=second.id)
    counter.settle()
    screen = counter.frame.front_screen
    assert isinstance(screen, DossierScreen)
    screen.presenter.begin("paper_marked")
    form = screen.forms.form
    assert isinstance(form, DigitalForm)
    assert f"Đã quét 23/11/2026, hồ sơ {first.code}" in [label.text() for label in form.findChildren(QLabel)]
    form.boxes[1].setCurrentIndex(form.boxes[1].findData(Digital.REUSED.value))
    counter.press(Qt.Key.Key_F10)
    counter.settle()
    after = counter.dossier(second.code)
    assert (after.papers[1].digital, after.scans) == (Digital.REUSED, (replace(first.scans[0], paper=1),))
    counter.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    counter.settle()
    back = counter.dossier(second.code)
    assert (back.papers[1].digital, back.scans_in_force) == (Digital.NONE, ())


def test_a_namesakes_paper_is_never_offered(counter: CounterTop) -> None:
    counter.ask(lambda desk: filed_before(desk, NAMESAKES))
    begin_marriage(counter)
    assert offered(counter) == []
