"""Papers scanned before, at the intake: kept in drafts, refused to another's number, undone with the intake."""

from dataclasses import replace

import pytest

from desktop.screens.intake.form import Field
from dossiers.attach_scans import attach_scans
from dossiers.dossier import Digital, Dossier, PaperCheck, Scan
from dossiers.status import Status
from tests.desktop_screens.conftest import Counter
from tests.desktop_screens.intake_hands import BIRTH, CARD, OTHER_CARD, Desk

CERTIFICATE = 1
"""Giấy chứng sinh."""


@pytest.fixture
def desk(counter: Counter) -> Desk:
    """The intake in front."""
    return Desk(counter)


@pytest.fixture
def first(desk: Desk) -> Dossier:
    """The citizen's earlier dossier with one paper scanned."""
    taken, store = desk.take_in(BIRTH), desk.counter.desk
    sha = store.files.put(b"%PDF scanned before")
    scan = Scan(sha256=sha, title="Giấy chứng sinh", mime="application/pdf", size=19, pages=1, paper=CERTIFICATE)
    return store.do(attach_scans, taken.id, (scan,))


def begin(desk: Desk, card: str = CARD) -> None:
    desk.presenter.choose_procedure(BIRTH)
    desk.card(card)
    desk.presenter.sheet.check_all()
    desk.presenter.sheet.vouch(True)


def test_only_the_scanned_paper_of_the_same_person_is_offered(desk: Desk, first: Dossier) -> None:
    begin(desk)
    (place,) = desk.view.state.earlier
    assert (place, desk.view.state.earlier[place].act) == (CERTIFICATE, "Dùng lại")
    assert first.code in desk.view.state.earlier[place].words
    desk.write(ID_NUMBER="036095001111")
    assert desk.view.state.earlier == {}


def test_a_scan_that_left_this_machine_is_told_and_not_used(desk: Desk, first: Dossier) -> None:
    store = desk.counter.desk
    store.files.path(first.scans[0].sha256).unlink()
    begin(desk)
    line = desk.view.state.earlier[CERTIFICATE]
    assert (line.act, "không còn giữ" in line.whole) == ("", True)
    desk.presenter.sheet.reuse(CERTIFICATE)
    assert desk.finish().scans == ()


def test_a_paper_found_missing_is_not_asked_for_once_its_scan_is_used(desk: Desk, first: Dossier) -> None:
    begin(desk)
    desk.presenter.sheet.check_paper(CERTIFICATE, PaperCheck.NOT_OK)
    desk.presenter.sheet.reuse(CERTIFICATE)
    taken = desk.finish()
    assert (taken.status, taken.supplements) == (Status.RECEIVED, ())
    assert taken.scans == first.scans


def test_a_draft_keeps_what_is_used_again(desk: Desk, first: Dossier) -> None:
    begin(desk)
    desk.presenter.sheet.reuse(CERTIFICATE)
    desk.presenter.set_aside()
    desk.presenter.restore()
    taken = desk.finish()
    assert (taken.scans, taken.papers[CERTIFICATE].digital) == (first.scans, Digital.REUSED)


def test_under_another_number_the_scan_is_refused_and_may_be_let_go_of(desk: Desk, first: Dossier) -> None:
    begin(desk)
    desk.presenter.sheet.reuse(CERTIFICATE)
    desk.write(ID_NUMBER="036095001111", BIRTH="", SEX="Nam")
    desk.presenter.finish()
    assert desk.view.place is Field.PAPERS
    assert first.code in desk.view.state.hints[Field.PAPERS].text
    assert desk.newest().id == first.id, "nothing was taken in"
    desk.presenter.sheet.reuse(CERTIFICATE)
    assert desk.finish().scans == ()


def test_undoing_the_intake_gives_the_form_back_with_the_scan(desk: Desk, first: Dossier) -> None:
    begin(desk)
    desk.presenter.sheet.reuse(CERTIFICATE)
    taken = desk.finish()
    undo = desk.counter.stage.undo
    assert undo is not None
    undo()
    assert desk.counter.desk.register.get(taken.id).status is Status.VOIDED
    assert desk.view.state.earlier[CERTIFICATE].act == "Thôi dùng lại"
    desk.presenter.sheet.vouch(True)
    assert desk.finish().scans == tuple(replace(scan, paper=CERTIFICATE) for scan in first.scans)


def test_another_procedure_takes_nothing_along(desk: Desk, first: Dossier) -> None:
    begin(desk, CARD)
    desk.presenter.sheet.reuse(CERTIFICATE)
    desk.copies()
    assert (desk.view.state.earlier, desk.presenter.sheet.form.reused) == ({}, ())
    begin(desk, OTHER_CARD)
    assert desk.view.state.earlier == {}
    assert first.scans
