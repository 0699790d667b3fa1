"""What the offline reference key says travels back on the stick too: packs, and the word that a desk is revoked."""

from datetime import date

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from dossiers.calendars import DayKind, DayRule, write_days
from dossiers.clock import to_ms
from dossiers.ids import new_id
from dossiers.note import note
from dossiers.store.vault_file import Shut
from sync import revocation
from sync.membership import REFERENCE_KEY
from sync.packs import BadPack, in_force, sign_pack
from sync.province.packs import publish, set_reference_key
from sync.province.revocation import install
from tests.courier.bends import desk_memory
from tests.courier.courier_desk import Road
from tests.sync.provinces import take_in

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
NEW_YEAR = date(2027, 1, 4)


def holidays(number: int) -> bytes:
    rule = DayRule(kind=DayKind.OFF, note=f"Nghỉ bù {number}", notice="TB 1/TB-VPCP", verified=True)
    return sign_pack(KEY, "holidays", number, write_days({NEW_YEAR: rule}))


@pytest.fixture
def lawful(way: Road) -> Road:
    """A province with a reference key, pinned by the desk."""
    public = KEY.public_key().public_bytes_raw()
    set_reference_key(way.province.database, public)
    way.desk.wire.set(REFERENCE_KEY, public)
    take_in(way.desk, way.clock, 1)
    return way


def test_packs_come_back_with_the_receipts(lawful: Road) -> None:
    publish(lawful.province.database, holidays(3), lawful.clock)
    brought = lawful.round_trip()
    assert (brought.packs, brought.ops_sent) == (("holidays",), 1)
    assert lawful.desk.calendar_days[NEW_YEAR].note == "Nghỉ bù 3"
    assert lawful.round_trip().packs == ()


def test_an_older_answer_does_not_put_an_older_pack_back(lawful: Road) -> None:
    publish(lawful.province.database, holidays(3), lawful.clock)
    (first,) = lawful.export()
    old = lawful.answer(lawful.take(first.path)).rename(lawful.stick / "old.mcr")
    publish(lawful.province.database, holidays(4), lawful.clock)
    lawful.round_trip()
    assert lawful.take_in(old).packs == ()
    assert in_force(lawful.desk, "holidays") == 4


def test_a_pack_under_another_key_brings_nothing_at_all(lawful: Road) -> None:
    publish(lawful.province.database, holidays(3), lawful.clock)
    (written,) = lawful.export()
    answer = lawful.answer(lawful.take(written.path))
    other = Ed25519PrivateKey.generate().public_key().public_bytes_raw()
    lawful.desk.wire.set(REFERENCE_KEY, other)
    before = desk_memory(lawful.desk)
    with pytest.raises(BadPack):
        lawful.take_in(answer)
    assert desk_memory(lawful.desk) == before


def test_a_desk_revoked_by_the_offline_key_stops_at_the_stick_s_word(lawful: Road) -> None:
    device = lawful.desk.journal.epochs()[-1].device
    install(lawful.province.database, revocation.sign(KEY, device, "Sở KH&CN", to_ms(lawful.clock())), lawful.clock)
    brought = lawful.round_trip()
    assert (brought.revoked, brought.shut, brought.changes) == (True, True, 0)
    with pytest.raises(Shut, match="Không có gì bị xóa"):
        lawful.desk.do(note, new_id(lawful.clock()), "sau khi khóa")
