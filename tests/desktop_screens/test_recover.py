"""A lost desk's office copies on the recovery screen: nothing enters before F10, nothing twice, nothing forged."""

from dataclasses import replace
from pathlib import Path
from threading import Event

import cv2
import msgspec
import numpy as np
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.screens.recover.presenter import RecoverPresenter
from desktop.screens.recover.state import RecoverState
from dossiers.dossier import Dossier
from dossiers.ids import new_id
from dossiers.office import Devices
from dossiers.receive import Intake, receive
from dossiers.slip_header import open_slip, prove, sign
from dossiers.status import Status
from dossiers.store.register import Query
from dossiers.store.verify import verify
from printing.barcodes import separator_payload
from printing.thermal import receipt
from scanning.drivers import ScanRequest
from scanning.events import Finished
from scanning.session import ScanSession
from sync.membership import device_key
from tests.desktop_screens.conftest import CLERK, OFFICE, Counter
from tests.desktop_screens.feeding import KEY, HeardPile, PileDesk, blank
from tests.printing.people_and_papers import general
from tests.scanning.paper import Picture, qr

LOST = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
DEADLINE_S = 120


class Desk(PileDesk):
    """A new desk, and the recovery screen."""

    def __init__(self, counter: Counter, folder: Path) -> None:
        super().__init__(counter, folder)
        self.open()

    def open(self) -> None:
        """The screen, as a window that was just started builds it."""
        self.view = HeardPile[RecoverState]()
        self.presenter: RecoverPresenter = RecoverPresenter(**self.services, view=self.view)
        self.presenter.enter()

    @property
    def state(self) -> RecoverState:
        """What is shown."""
        return self.view.state

    @property
    def words(self) -> list[str]:
        """What each sheet is, in the list's own words."""
        return [row.words.split(" · ")[-1] for row in self.state.rows]

    def statuses(self) -> list[Status]:
        """The register, the newest row first."""
        return [row.status for row in self.counter.desk.register.search(Query()).rows]


@pytest.fixture
def desk(counter: Counter, tmp_path: Path) -> Desk:
    return Desk(counter, tmp_path / "spool")


def lost_dossier(number: int, unit: str = "H55.242") -> Dossier:
    """A dossier that only paper knows."""
    at = general().received_at
    return replace(
        general(), id=new_id(at), code=f"{unit}-260205-{number:04d}", unit=unit,
    )  # fmt: skip


def with_squares(*texts: str) -> Picture:
    """A page with codes down its side."""
    page = np.full((340 * len(texts) + 120, 500, 3), 255, np.uint8)
    cv2.putText(page, "Lien 1: Luu", (30, 40), 0, 1, (30, 30, 30), 2)
    for at, text in enumerate(texts):
        square = qr(text, 300)
        top = 80 + 340 * at
        page[top : top + len(square), 100 : 100 + len(square)] = square[:, :, None]
    return page


def office_copy(dossier: Dossier, key: Ed25519PrivateKey = LOST) -> Picture:
    """The codes of the office's copy."""
    return with_squares(separator_payload(dossier.code, dossier.id), prove(dossier, None, key).office_copy)


def test_a_pile_waits_for_a_persons_word_and_comes_in_at_once(desk: Desk) -> None:
    own = device_key(desk.counter.desk)
    desk.feed(*(office_copy(lost_dossier(n), own) for n in (1, 2)))
    assert desk.words == ["sẽ đưa vào sổ"] * 2
    assert desk.statuses() == []
    assert (desk.state.fresh, desk.state.may_recover, desk.state.counts) == (2, True, "2 sẽ đưa vào sổ")
    desk.presenter.recover()
    assert desk.statuses() == [Status.RECEIVED] * 2
    assert desk.words == ["đã có trong sổ"] * 2
    assert not desk.state.may_recover
    assert verify(desk.counter.desk) == ()


def test_an_unknown_key_is_asked_about_once_and_the_answer_is_on_record(desk: Desk) -> None:
    pile = [lost_dossier(n) for n in (1, 2, 3)]
    desk.feed(*(office_copy(each) for each in pile))
    asked = desk.state.asked
    assert asked is not None
    assert (asked.sheets, len(asked.words.split())) == (3, 6)
    assert not desk.state.may_recover
    desk.presenter.vouch()
    assert desk.state.asked is None
    desk.presenter.recover()
    recovered = desk.counter.desk.register.get(pile[0].id).recovered
    assert recovered is not None
    assert recovered.confirmed_by == CLERK.name


def test_two_strangers_keys_are_two_questions(desk: Desk) -> None:
    other = Ed25519PrivateKey.generate()
    desk.feed(*(office_copy(lost_dossier(n), key) for n, key in ((1, LOST), (2, LOST), (3, other))))
    desk.presenter.vouch()
    asked = desk.state.asked
    assert asked is not None
    assert asked.sheets == 1
    desk.presenter.recover()
    assert len(desk.statuses()) == 2


def test_what_brings_nothing_back_says_why_and_its_picture_stays(desk: Desk) -> None:
    first, there = lost_dossier(1), lost_dossier(2)
    head = open_slip(prove(first, None, LOST).office_copy)
    forged = sign(msgspec.structs.replace(head, due=0), Ed25519PrivateKey.generate())
    own = device_key(desk.counter.desk)
    abroad = replace(lost_dossier(3), code="H26.19.103-260205-0042")
    citizen = prove(first, None, own).citizen_copy
    desk.feed(
        office_copy(there, own), office_copy(there, own), with_squares(forged), office_copy(abroad, own),
        with_squares(citizen), with_squares(separator_payload(first.code, first.id)), with_squares("https://example.vn"),
    )  # fmt: skip
    assert desk.words == ["sẽ đưa vào sổ", "trùng trong chồng", *["không nhận"] * 4, "không có mã"]
    whys = [row.detail for row in desk.state.rows]
    assert "Chữ ký không đúng" in whys[2]
    assert "đơn vị khác" in whys[3]
    assert "liên giao người dân" in whys[4]
    assert first.code in whys[5]
    assert all(desk.view.pictures[row.key] for row in desk.state.rows)
    desk.presenter.recover()
    assert len(desk.statuses()) == 1
    assert len(desk.feeder.kept()) == 7


def test_of_two_dossiers_with_one_code_the_proven_comes_in_and_the_rest_of_the_pile(desk: Desk) -> None:
    """A copied disk gave one code out twice: the second sheet stays out, in this pile and in a later one."""
    own = device_key(desk.counter.desk)
    strangers, mine, another = lost_dossier(1), lost_dossier(1), lost_dossier(2)
    desk.feed(office_copy(strangers), office_copy(mine, own), office_copy(another, own))
    assert desk.words == ["không nhận", "sẽ đưa vào sổ", "sẽ đưa vào sổ"]
    assert f"Mã {mine.code} đã thuộc một hồ sơ khác" in desk.state.rows[0].detail
    desk.presenter.recover()
    assert desk.counter.desk.register.find(mine.code) == desk.counter.desk.register.get(mine.id)
    assert len(desk.statuses()) == 2
    desk.feed(office_copy(lost_dossier(2), own))
    assert desk.words[-1] == "không nhận"


def test_a_dossier_received_here_is_only_recognised(desk: Desk) -> None:
    intake = Intake(
        procedure_code="1.001193", owner=general().owner, fees=(), papers=(), appointment=general().appointment,
    )  # fmt: skip
    here = desk.counter.desk.do(receive, replace(intake, appointment=replace(intake.appointment, due_at=None)))
    desk.feed(office_copy(here, device_key(desk.counter.desk)))
    assert desk.words == ["đã có trong sổ"]


def test_a_wrong_pile_goes_back_from_the_toast_and_may_come_again(desk: Desk) -> None:
    desk.feed(office_copy(lost_dossier(1), device_key(desk.counter.desk)))
    desk.presenter.recover()
    assert desk.counter.stage.undo is not None
    desk.counter.stage.undo()
    assert desk.statuses() == [Status.VOIDED]
    assert desk.words == ["sẽ đưa vào sổ"]
    desk.presenter.recover()
    assert desk.statuses() == [Status.RECEIVED]


def test_blank_backs_are_let_go_of_and_a_killed_window_finds_the_rest(desk: Desk) -> None:
    desk.feed(office_copy(lost_dossier(1)), blank())
    assert len(desk.state.rows) == 1
    desk.open()
    assert desk.words == ["khóa chưa biết"]
    desk.presenter.clear()
    assert desk.words == []
    assert not desk.feeder.kept()


def test_an_altered_page_of_the_spool_is_refused_not_fatal(desk: Desk) -> None:
    page = desk.feeder.seal(office_copy(lost_dossier(1)))
    page.path.write_bytes(page.path.read_bytes()[:-7])
    desk.presenter.on_event(page)
    assert desk.words == ["không nhận"]


def test_f7_without_a_scanner_says_what_to_press(desk: Desk) -> None:
    desk.presenter.machine.here.devices = Devices()
    desk.presenter.scan()
    assert "Tìm máy quét" in desk.state.feeder.said


def picture_of(dossier: Dossier, printed: bool) -> bytes:
    """A PNG of a whole slip off the roll, or of its codes alone, which is quicker."""
    if printed:
        return receipt.render(dossier, OFFICE, width="58mm", proofs=prove(dossier, None, LOST))
    return cv2.imencode(".png", office_copy(dossier))[1].tobytes()


def test_thirty_slips_come_back_through_the_scanners_child(desk: Desk, tmp_path: Path) -> None:
    """Imported by the real session from files, judged and recovered in one deed."""
    lost = [lost_dossier(n) for n in range(1, 31)]
    files = []
    for number, each in enumerate(lost):
        file = tmp_path / f"{each.code}.png"
        file.write_bytes(picture_of(each, printed=number % 10 == 0))
        files.append(str(file))
    ended = Event()
    events: list[object] = []

    def on_event(event: object) -> None:
        events.append(event)
        if isinstance(event, Finished):
            ended.set()

    with ScanSession(ScanRequest(driver="files", paths=tuple(files)), desk.feeder.folder, KEY, on_event):
        assert ended.wait(DEADLINE_S)
    assert events[-1] == Finished(30)
    desk.presenter.enter()
    assert desk.words == ["khóa chưa biết"] * 30
    desk.presenter.vouch()
    desk.presenter.recover()
    assert {row.code for row in desk.counter.desk.register.search(Query(limit=60)).rows} == {each.code for each in lost}
    assert verify(desk.counter.desk) == ()
