"""Joining a province over a stick: two files, six words each, and nobody in between who could swap them."""

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.cli import main
from dossiers.errors import Impossible, InvalidInput
from dossiers.store.desk import Desk
from dossiers.syllables import syllables
from sync import fingerprint
from sync.enrolment_file import take_answer, write_request
from sync.faults import NotEnrolled
from sync.fingerprint import agree, words
from sync.membership import INTAKE_KEYS, connect, membership
from sync.province.enrolment_file import accept
from tests.store.homes import SECRET, HandClock
from tests.sync.provinces import Province, asking, lone_desk, synchronise, take_in


def admitted(
    province: Province, data: bytes, clock: HandClock, *, slot: int = 3, url: str | None = None, typed: str = ""
) -> bytes:
    return accept(
        province.database, province.key, data, slot=slot, typed=typed or words(data),
        url=province.url if url is None else url, ca=b"", intake_keys=("age1thu",), clock=clock,
    )  # fmt: skip


def test_a_desk_joins_by_stick_and_syncs_by_line(stranger: Desk, province: Province, clock: HandClock) -> None:
    request = write_request(asking(stranger), clock)
    answer = admitted(province, request, clock)
    take_answer(asking(stranger), answer, words(answer).upper())
    assert stranger.office.desk_slot == 3
    assert stranger.wire.get(INTAKE_KEYS) == b"age1thu"
    take_in(stranger, clock, 2)
    assert synchronise(stranger, province.url, clock).complete
    connect(stranger).close()
    assert province.count("SELECT count(*) FROM audit WHERE deed = 'device_admitted'") == 1


def test_a_province_without_a_line_is_joined_all_the_same(stranger: Desk, province: Province, clock: HandClock) -> None:
    answer = admitted(province, write_request(asking(stranger), clock), clock, url="")
    take_answer(asking(stranger), answer, words(answer))
    assert membership(stranger).province_key == province.key.public_key().public_bytes_raw()
    with pytest.raises(NotEnrolled):
        connect(stranger)


def test_other_words_stop_both_sides(stranger: Desk, province: Province, clock: HandClock) -> None:
    request = write_request(asking(stranger), clock)
    with pytest.raises(InvalidInput, match="Sáu từ không khớp"):
        admitted(province, request, clock, typed=words(b"khac"))
    assert province.count("SELECT count(*) FROM device") == 0
    answer = admitted(province, request, clock)
    for typed in ("", words(b"khac"), " ".join(words(answer).split()[:5])):
        with pytest.raises(InvalidInput, match="Sáu từ không khớp"):
            take_answer(asking(stranger), answer, typed)
    with pytest.raises(NotEnrolled):
        membership(stranger)


HARMS: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"", "cut": lambda data: data[:-9], "turned": lambda data: data[::-1],
    "another file": lambda _: b"x" * 500,
}  # fmt: skip


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS)
def test_damaged_files_are_told_from_wrong_words(
    harm: Callable[[bytes], bytes], stranger: Desk, province: Province, clock: HandClock
) -> None:
    request = write_request(asking(stranger), clock)
    answer = admitted(province, request, clock)
    with pytest.raises(InvalidInput, match="hỏng trên đường"):
        admitted(province, harm(request), clock)
    with pytest.raises(InvalidInput, match="hỏng trên đường"):
        take_answer(asking(stranger), harm(answer), words(harm(answer)))


def test_an_answer_is_for_one_request(
    stranger: Desk, province: Province, clock: HandClock, tmp_path: Path
) -> None:
    """Neither an older answer nor a neighbour's fits, and a request taken for an answer is none."""
    request = write_request(asking(stranger), clock)
    old = admitted(province, request, clock)
    write_request(asking(stranger), clock)
    with pytest.raises(Impossible):
        take_answer(asking(stranger), old, words(old))
    with lone_desk(tmp_path / "other", clock) as other:
        theirs = admitted(province, write_request(asking(other), clock), clock, slot=4)
    with pytest.raises(Impossible):
        take_answer(asking(stranger), theirs, words(theirs))
    with pytest.raises(InvalidInput):
        take_answer(asking(stranger), request, words(request))


def test_a_known_desk_keeps_its_slot(desk: Desk, province: Province, clock: HandClock) -> None:
    """Enrolled by line for slot 1; a request by stick may renew that and nothing else."""
    request = write_request(asking(desk), clock)
    with pytest.raises(InvalidInput, match="quầy khác"):
        admitted(province, request, clock, slot=2)
    answer = admitted(province, request, clock, slot=1)
    take_answer(asking(desk), answer, words(answer))
    take_in(desk, clock, 1)
    assert synchronise(desk, province.url, clock).complete


def test_an_unsafe_address_is_not_pinned(stranger: Desk, province: Province, clock: HandClock) -> None:
    answer = admitted(province, write_request(asking(stranger), clock), clock, url="http://tinh.example")
    with pytest.raises(InvalidInput):
        take_answer(asking(stranger), answer, words(answer))
    with pytest.raises(NotEnrolled):
        membership(stranger)


def test_the_words_are_sixty_bits_that_can_be_typed_without_marks() -> None:
    plain = {fingerprint._plain(word)[0] for word in syllables()}
    assert len(syllables()) == len(plain) == 1 << fingerprint.BITS_A_WORD
    assert all(word.isascii() and word.isalpha() and 2 <= len(word) <= 6 for word in plain)
    assert all(word == unicodedata.normalize("NFC", word) == word.lower() for word in syllables())
    assert len({words(bytes([n])) for n in range(256)}) == 256
    key = Ed25519PrivateKey.from_private_bytes(bytes(32)).public_key().public_bytes_raw()
    said = words(key)
    assert len(said.split()) == fingerprint.WORDS
    assert agree(key, "  ".join(fingerprint._plain(said)).title())
    assert not agree(key + b"x", said)


def test_both_ends_at_the_console(
    stranger: Desk, province: Province, clock: HandClock, tmp_path: Path, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    home, file = stranger.home, tmp_path / "quay.mcq"
    stranger.close()
    secret = tmp_path / "secret"
    secret.write_text(SECRET)
    at_desk = ["sync", "--home", str(home), "--passphrase-file", str(secret), "--json"]
    at_province = ["province", "--folder", str(province.folder), "--database", str(province.database.engine.url)]
    assert main([*at_desk, "--enrol-request", str(file)]) == 0
    read_out = json.loads(capsys.readouterr().out)["words"]
    assert main([*at_province, "--accept-request", str(file)]) == 1
    assert "sáu từ" in capsys.readouterr().err
    at_province += ["--accept-request", str(file)]
    assert main([*at_province, "--words", read_out, "--url", province.url, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert main([*at_desk, "--enrol-answer", answer["file"], "--words", answer["words"]]) == 0
    assert main([*at_desk]) == 0
