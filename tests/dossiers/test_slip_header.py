"""The signed head of a slip: what it carries, how little room it takes, and that nothing altered passes."""

from dataclasses import replace
from uuid import UUID

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from dossiers import base45, slip_header
from dossiers.books import BookEntry, BookKind
from dossiers.errors import KnownError
from dossiers.slip_header import MOST_BYTES, PREFIX, Forged, NotASlip, Place, SlipProofs, open_slip, prove
from tests.printing.people_and_papers import LONG_NAME, OWNER, general

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PLACE = Place(b"epoch-01", 41_000)
DOSSIER = replace(general(), entries=(BookEntry(kind=BookKind.DOSSIERS, volume="01", year=2026, number=42),))


def proofs(**changes: object) -> SlipProofs:
    return prove(replace(DOSSIER, **changes), PLACE, KEY)  # type: ignore[arg-type]


def size(text: str) -> int:
    return len(base45.decode(text[len(PREFIX) :]))


def test_the_office_copy_carries_what_a_register_needs() -> None:
    head = open_slip(proofs().office_copy)
    assert (head.code, head.dossier_id) == (DOSSIER.code, DOSSIER.id)
    assert (head.received_at, head.due_at) == (DOSSIER.received_at, DOSSIER.appointment.due_at)
    assert (head.procedure_code, head.papers, head.fee_vnd) == ("1.001193", 3, 8_000)
    assert (head.place, head.entry, head.clerk) == (PLACE, DOSSIER.entries[0], "Lê Thị Hạnh")
    assert head.key == KEY.public_key().public_bytes_raw()
    owner = head.owner
    assert owner is not None
    assert (owner.name, owner.id_number, owner.birth_year, owner.phone) == (
        OWNER.name, OWNER.id_number, 1985, OWNER.phone,
    )  # fmt: skip


def test_the_citizens_copy_names_nobody_and_still_proves_the_name_beside_it() -> None:
    text = proofs().citizen_copy
    data = base45.decode(text[len(PREFIX) :])
    assert not any(told.encode() in data for told in (OWNER.name, OWNER.id_number, OWNER.phone, "Hạnh"))
    head = open_slip(text)
    assert head.owner is None
    assert head.names("NGUYEN THI NGOC ANH")
    assert not head.names("Nguyễn Thị Ngọc Ảnh Hai")


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"received_by": "Nguyễn Hoàng Phương Thảo " * 9},
        {"owner": replace(OWNER, name=LONG_NAME)},
        {"owner": replace(OWNER, name="Công ty trách nhiệm hữu hạn một thành viên " * 12)},
        {"code": "000.00.19.H26.191.103.102-260205-123456", "owner": replace(OWNER, name=LONG_NAME)},
    ],
)
def test_a_head_never_takes_more_room_than_its_paper_has(changes: dict[str, object]) -> None:
    made = proofs(**changes)
    assert size(made.office_copy) <= MOST_BYTES
    assert size(made.citizen_copy) < 200
    owner = open_slip(made.office_copy).owner
    assert owner is not None
    wanted = changes.get("owner", OWNER)
    assert (owner.name.removesuffix("…"), owner.id_number) == (
        wanted.name[: len(owner.name.removesuffix("…"))], OWNER.id_number,  # type: ignore[attr-defined]
    )  # fmt: skip


def test_both_texts_are_letters_of_a_qrs_dense_mode() -> None:
    import segno

    made = proofs()
    for text in (made.office_copy, made.citizen_copy):
        assert set(text) <= set(base45.ALPHABET)
        assert segno.make(text, error="m", micro=False).mode == "alphanumeric"


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_no_altered_bit_ever_verifies(data: st.DataObject) -> None:
    signed = base45.decode(proofs().office_copy[len(PREFIX) :])
    bit = data.draw(st.integers(0, 8 * len(signed) - 1))
    altered = bytearray(signed)
    altered[bit // 8] ^= 1 << bit % 8
    with pytest.raises(KnownError):
        open_slip(PREFIX + base45.encode(bytes(altered)))


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(), st.text(alphabet=base45.ALPHABET), st.binary().map(base45.encode)))
def test_a_strange_text_is_refused_with_a_sentence(text: str) -> None:
    for told in (text, PREFIX + text):
        with pytest.raises(KnownError):
            open_slip(told)


def test_a_head_signed_by_another_key_than_it_names_is_forged() -> None:
    head, other = open_slip(proofs().office_copy), Ed25519PrivateKey.generate()
    with pytest.raises(Forged):
        open_slip(slip_header.sign(head, other))


@pytest.mark.parametrize(
    "changes", [{"code": "không phải mã"}, {"received": 1 << 40}, {"id": b"short"}, {"due": -1}, {"key": b""}]
)
def test_a_signed_head_that_says_impossible_things_is_no_slip(changes: dict[str, object]) -> None:
    head = open_slip(proofs().office_copy)
    with pytest.raises(NotASlip):
        open_slip(slip_header.sign(msgspec.structs.replace(head, **changes), KEY))


def test_what_readers_add_around_a_text_does_no_harm() -> None:
    text = proofs().office_copy
    assert open_slip(f"\ufeff{text}\r\n") == open_slip(text)


@given(st.binary())
def test_base45_comes_back_as_it_was(data: bytes) -> None:
    assert base45.decode(base45.encode(data)) == data


@pytest.mark.parametrize(("data", "text"), [(b"AB", "BB8"), (b"Hello!!", "%69 VD92EX0"), (b"base-45", "UJCLQE7W581")])
def test_base45_is_that_of_the_standard(data: bytes, text: str) -> None:
    assert base45.encode(data) == text


@pytest.mark.parametrize("text", ["GGW", "::", "A", "ab", "BB8A"])
def test_base45_refuses_what_no_encoder_writes(text: str) -> None:
    with pytest.raises(ValueError, match="base45"):
        base45.decode(text)


def test_the_id_on_the_slip_is_the_dossiers_own() -> None:
    assert UUID(bytes=open_slip(proofs().citizen_copy).id) == DOSSIER.id
