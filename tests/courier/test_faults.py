"""SYNC 4, row 24: whatever happens to a file on its way, it is taken in wholly or not at all, with a sentence."""

from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import msgspec
import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from dossiers.errors import KnownError
from sync.courier import envelope
from sync.courier.faults import BadSignature, CourierFault, NotForUs, Unasked, Unreadable
from sync.courier.ledger import Memory, remember
from sync.courier.messages import ANSWER, BATCH, BUNDLE, AnswerHeader, BundleHeader
from sync.membership import INTAKE_KEYS, device_key
from sync.province.answers import UnknownDevice
from sync.province.keys import intake_identities
from sync.sealing import SEAL_BYTES, seal
from tests.courier.bends import cuts, desk_memory, flips, hasty, province_memory
from tests.courier.courier_desk import Road, road, scanned
from tests.store.homes import HandClock
from tests.sync.provinces import take_in

FLIPS = 60


@pytest.fixture
def bundle(way: Road) -> Path:
    """A bundle of records and scans, some 130 KB."""
    take_in(way.desk, way.clock, 5)
    scanned(way.desk, 3, size=40_000)
    (written,) = way.export()
    return written.path


@pytest.fixture
def answer(way: Road, bundle: Path) -> Path:
    """The province's answer to it, not taken in yet."""
    return way.answer(way.take(bundle))


def partial_imports(take: Callable[[Path], object], spoilt: Path, versions: list[bytes], memory: Callable[[], object],
                    ) -> tuple[int, int]:  # fmt: skip
    """How many of the spoilt versions were refused with a sentence, and how many left a trace."""
    refused = traces = 0
    for data in versions:
        before = memory()
        spoilt.write_bytes(data)
        with suppress(pyrage.DecryptError, OSError):
            try:
                take(spoilt)
            except KnownError:
                refused += 1
        traces += memory() != before
    return refused, traces


def test_a_bundle_cut_anywhere_is_refused_whole(way: Road, bundle: Path) -> None:
    versions = list(cuts(bundle))
    refused, traces = partial_imports(
        way.take, way.stick / "cut.mcb", versions, lambda: province_memory(way.province)
    )  # fmt: skip
    assert (refused, traces) == (len(versions), 0)
    assert way.take(bundle).files == 3


def test_the_cuts_catch_an_importer_that_applies_as_it_reads(way: Road, bundle: Path) -> None:
    """The positive control: without it, the test above might see nothing."""
    versions = list(cuts(bundle))
    _, traces = partial_imports(
        hasty(way).take, way.stick / "cut.mcb", versions, lambda: province_memory(way.province)
    )  # fmt: skip
    assert traces >= 1


def test_a_bundle_with_a_turned_bit_is_refused_whole(way: Road, bundle: Path) -> None:
    versions = list(flips(bundle, FLIPS, seed=24))
    refused, traces = partial_imports(
        way.take, way.stick / "bent.mcb", versions, lambda: province_memory(way.province)
    )  # fmt: skip
    assert (refused, traces) == (FLIPS, 0)


def test_an_answer_cut_or_bent_anywhere_is_refused_whole(way: Road, answer: Path) -> None:
    versions = [*cuts(answer), *flips(answer, FLIPS, seed=42), b"", b"MCR1", answer.read_bytes()[:-SEAL_BYTES]]
    refused, traces = partial_imports(
        way.take_in, way.stick / "bent.mcr", versions, lambda: desk_memory(way.desk)
    )  # fmt: skip
    assert (refused, traces) == (len(versions), 0)
    assert way.take_in(answer).ops_sent > 0


def test_a_stripped_or_foreign_signature_is_refused_before_anything_is_opened(way: Road, bundle: Path) -> None:
    data = bundle.read_bytes()
    bundle.write_bytes(data[:-SEAL_BYTES])
    with pytest.raises(BadSignature):
        way.take(bundle)
    (way.province.folder / "intake.key").unlink()
    stranger = Ed25519PrivateKey.generate()
    bundle.write_bytes(data[:-SEAL_BYTES] + stranger.sign(b"whatever"))
    with pytest.raises(BadSignature, match="Chưa mở"):
        way.take(bundle)


def test_a_right_signature_around_a_stream_cut_short_brings_nothing(way: Road, bundle: Path) -> None:
    """As from a desk whose own program is broken: age finds the end missing, and nothing was applied by then."""
    data = bundle.read_bytes()[: -SEAL_BYTES - 30_000]
    signature = seal(device_key(way.desk), BUNDLE.purpose, sha256(data).digest())[:SEAL_BYTES]
    bundle.write_bytes(data + signature)
    before = province_memory(way.province)
    with pytest.raises(Unreadable):
        way.take(bundle)
    assert province_memory(way.province) == before


def test_a_bundle_sealed_to_another_province_is_not_opened(way: Road) -> None:
    way.desk.wire.set(INTAKE_KEYS, str(pyrage.x25519.Identity.generate().to_public()).encode())
    take_in(way.desk, way.clock, 1)
    (written,) = way.export()
    before = province_memory(way.province)
    with pytest.raises(NotForUs):
        way.take(written.path)
    assert province_memory(way.province) == before


def test_a_stranger_and_another_desk_get_nowhere(way: Road, answer: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    with road(tmp_path / "other", HandClock()) as other:
        take_in(other.desk, other.clock, 1)
        (written,) = other.export()
        with pytest.raises(UnknownDevice):
            way.take(written.path)
        before = desk_memory(other.desk)
        with pytest.raises(CourierFault):
            other.take_in(answer)
        assert desk_memory(other.desk) == before


def test_an_answer_to_another_desk_of_the_same_province_is_not_for_us(way: Road, answer: Path) -> None:
    with answer.open("rb") as file:
        header, _, _ = envelope.read_header(file, ANSWER, AnswerHeader)
    theirs = msgspec.structs.replace(header, device=bytes(16))
    with answer.open("wb") as file:
        envelope.write(file, ANSWER, theirs, [], [str(pyrage.x25519.Identity.generate().to_public())],
                       way.province.key)  # fmt: skip
    with pytest.raises(NotForUs):
        way.take_in(answer)


def test_an_answer_to_a_forgotten_bundle_changes_nothing(way: Road, answer: Path) -> None:
    remember(way.desk, Memory())
    before = desk_memory(way.desk)
    with pytest.raises(Unasked):
        way.take_in(answer)
    assert desk_memory(way.desk) == before


def test_a_batch_of_another_desk_inside_a_right_bundle_is_refused(way: Road, bundle: Path) -> None:
    """A desk may not speak for another: the batch's own signature is checked, not only the bundle's."""
    with bundle.open("rb") as file:
        header, _, _ = envelope.read_header(file, BUNDLE, BundleHeader)
    recipients = (way.province.folder / "intake.pub").read_text().split()
    forged = [envelope.frame(BATCH, b"\x00" * 400)]
    with bundle.open("wb") as file:
        envelope.write(file, BUNDLE, header, forged, recipients, device_key(way.desk))
    before = province_memory(way.province)
    with pytest.raises(Unreadable):
        way.take(bundle)
    assert province_memory(way.province) == before


def test_the_age_stream_is_plain_age(way: Road, bundle: Path) -> None:
    """The escape hatch: with the intake's identity, any age program opens what lies between head and signature."""
    with bundle.open("rb") as file:
        _, start, end = envelope.read_header(file, BUNDLE, BundleHeader)
        file.seek(start)
        stream = file.read(end - start)
    (identity,) = intake_identities(way.province.folder)
    plain = pyrage.decrypt(stream, [pyrage.x25519.Identity.from_str(identity)])
    assert plain[:1] == BATCH
    assert stream.startswith(b"age-encryption.org/v1\n")
