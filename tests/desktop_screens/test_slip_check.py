"""A slip's signed code under the hand reader: its dossier opens, or a sentence says whether it is real."""

import io
from dataclasses import replace

import numpy as np
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from numpy.typing import NDArray
from PIL import Image

from desktop.routing import Router
from dossiers.receive import Intake, receive
from dossiers.slip_header import is_slip, open_slip, prove, sign
from printing.raster import pages
from scanning.codes import read_codes
from sync.slip_keys import check_slip, prove_slip
from tests.desktop_screens.conftest import Counter
from tests.printing.people_and_papers import general

STRANGER = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))


@pytest.fixture
def router(counter: Counter) -> Router:
    return Router(counter.jobs, counter.stage, counter.clock)


def test_a_slip_of_this_desk_opens_its_dossier(counter: Counter, router: Router) -> None:
    given = general()
    intake = Intake(procedure_code="1.001193", owner=given.owner, fees=(), papers=(), appointment=given.appointment)
    dossier = counter.desk.do(receive, intake)
    for text in (proofs := prove_slip(counter.desk, dossier)).citizen_copy, proofs.office_copy:
        router.take(text)
    assert counter.stage.opened == [("dossier", {"dossier_id": dossier.id})] * 2


def test_a_strangers_slip_is_neither_believed_nor_called_false(counter: Counter, router: Router) -> None:
    router.take(prove(general(), None, STRANGER).citizen_copy)
    assert counter.stage.opened == []
    assert counter.stage.complaints == []
    assert "Chưa biết khóa của quầy này" in counter.stage.said[0]
    assert general().code in counter.stage.said[0]


def test_a_forged_slip_is_a_complaint(counter: Counter, router: Router) -> None:
    head = open_slip(prove(general(), None, STRANGER).citizen_copy)
    router.take(sign(head, Ed25519PrivateKey.generate()))
    assert [said.split(":")[0] for said in counter.stage.complaints] == ["Chữ ký không đúng"]


def test_a_damaged_text_says_to_read_it_again(counter: Counter, router: Router) -> None:
    router.take("MC1:ABC")
    assert "Quét lại" in counter.stage.complaints[0]


def test_what_goes_to_the_printer_is_signed_by_this_desk_and_in_training_by_nobody(counter: Counter) -> None:
    given = general()
    intake = Intake(procedure_code="1.001193", owner=given.owner, fees=(), papers=(), appointment=given.appointment)
    dossier = counter.desk.do(receive, intake)
    counter.slips.print("receipt", dossier)
    counter.desk.set_devices(replace(counter.desk.devices, receipt_roll="58mm"))
    counter.slips.print("receipt", dossier)
    counter.desk.set_office(replace(counter.desk.office, training=True))
    counter.slips.print("receipt", dossier)
    sheets, roll, training = (counter.desk.prints.pdf(job.id) for job in counter.desk.prints.waiting())
    strip = np.asarray(Image.open(io.BytesIO(roll)).convert("L"))
    assert [open_slip(text).owner is None for page in pages(sheets, 203) for text in signed_on(page)] == [False, True]
    assert sorted(open_slip(text).owner is None for text in signed_on(np.pad(strip, 40, constant_values=255))) == [
        False, True,
    ]  # fmt: skip
    assert signed_on(np.asarray(Image.open(io.BytesIO(training)).convert("L"))) == []
    for text in signed_on(next(iter(pages(sheets, 203)))):
        assert check_slip(counter.desk, text).believed


def signed_on(page: NDArray[np.uint8]) -> list[str]:
    """The signed codes on a page or a strip."""
    return [reading.text for reading in read_codes(page, lambda found: is_slip(found.text)) if is_slip(reading.text)]
