"""A slip's signed code under the hand reader: its dossier opens, or a sentence says whether it is real."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.routing import Router
from dossiers.receive import Intake, receive
from dossiers.slip_header import open_slip, prove, sign
from sync.slip_keys import prove_slip
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
