"""Signing by a real PKCS#11 token: what poppler and Preflight say, what is refused, what a hostile file gets."""

import logging
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import numpy as np
import pkcs11
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from printing import raster, signature_block
from scanning.pages import PageImage
from scanning.pdf import archive_pdf
from scanning.signatures.check import Checked, Content, Trouble, Trust, check
from scanning.signatures.checking import check_apart
from scanning.signatures.faults import SigningError, SigningFault
from scanning.signatures.messages import Place, Unlock
from scanning.signatures.place import find_place
from scanning.signatures.session import TokenSession
from scanning.signatures.token import pin_fault
from tests.fuzz.signed_files import hostile_files, signed_file
from tests.scanning.preflight import valid_archives
from tests.scanning.signing_office import LIBRARY, NOW, NOW_MS, PIN, SIGNER, Authority, Key, Tokens, der

OFFICE = "Ủy ban nhân dân xã Mỹ Đức"


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority.found()


@pytest.fixture
def tokens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tokens:
    drawer = Tokens(tmp_path / "drawer")
    monkeypatch.setenv("SOFTHSM2_CONF", str(drawer.conf))
    return drawer


@pytest.fixture
def session(tokens: Tokens) -> Iterator[TokenSession]:
    """A child that sees this test's tokens."""
    with TokenSession() as child:
        yield child


@pytest.fixture(scope="module")
def paper() -> bytes:
    """A scanned sheet with print on it, below where the block goes."""
    sheet = np.full((2339, 1654, 3), 244, np.uint8)
    sheet[400:420, 200:1400] = 20
    return archive_pdf([PageImage(sheet, 200)]).data


def new_key(kind: str) -> Key:
    return ec.generate_private_key(ec.SECP256R1()) if kind == "ec" else rsa.generate_private_key(65537, 2048)


def unlocked(session: TokenSession, tokens: Tokens, authority: Authority, kind: str = "ec") -> TokenSession:
    """The session with a new signer's token in it, and its PIN given."""
    key = new_key(kind)
    tokens.issue(authority, key, authority.issue(key))
    [seen] = session.look(LIBRARY, NOW_MS)
    session.unlock(LIBRARY, seen.fingerprint, PIN, NOW_MS)
    return session


def block_on(pdf: bytes) -> tuple[bytes, Place | None]:
    lines = signature_block.lines_of(SIGNER, OFFICE, NOW)
    place = find_place(raster.page(pdf, 0, 100), 100, *signature_block.size_of(lines))
    return signature_block.render(lines), place


def poppler_says(pdf: bytes, folder: Path, authority: Authority) -> str:
    """What pdfsig tells of a file, the root among its trusted authorities."""
    database = folder / "nss"
    if not database.exists():
        database.mkdir()
        root = folder / "root.pem"
        root.write_bytes(authority.root.public_bytes(serialization.Encoding.PEM))
        certutil = ["certutil", "-d", f"sql:{database}"]
        subprocess.run([*certutil, "-N", "--empty-password"], check=True)
        subprocess.run([*certutil, "-A", "-n", "root", "-t", "CT,C,C", "-i", str(root)], check=True)
    file = folder / "signed.pdf"
    file.write_bytes(pdf)
    return subprocess.run(["pdfsig", "-nssdir", f"sql:{database}", str(file)], capture_output=True, text=True).stdout


@pytest.mark.parametrize("kind", ["rsa", "ec"])
def test_a_signed_scan_is_valid_to_others_and_stays_an_archive(
    kind: str, session: TokenSession, tokens: Tokens, authority: Authority, paper: bytes, tmp_path: Path
) -> None:
    unlocked(session, tokens, authority, kind)
    block, place = block_on(paper)
    assert place is not None
    seen, unseen = session.sign(paper, NOW_MS, block, place), session.sign(paper, NOW_MS)
    for signed in (seen, unseen):
        assert signed.startswith(paper)
        said = poppler_says(signed, tmp_path, authority)
        assert "Signature is Valid." in said
        assert "Certificate is Trusted." in said
        assert "ETSI.CAdES.detached" in said
        assert "Total document signed" in said
        [found] = check(signed, [der(authority.root)], NOW_MS).signatures
        assert (found.signer, found.content, found.trust) == (SIGNER, Content.WHOLE, Trust.KNOWN)
        assert found.at_ms == NOW_MS // 1000 * 1000
    folder = tmp_path / "archives"
    folder.mkdir()
    assert valid_archives({"seen": seen, "unseen": unseen}, folder) == {"seen", "unseen"}
    text = subprocess.run(["pdftotext", str(folder / "seen.pdf"), "-"], capture_output=True, text=True).stdout
    assert OFFICE in text
    assert "23/11/2026 09:30:07 +07:00" in text


def test_the_block_shows_where_it_was_laid(
    session: TokenSession, tokens: Tokens, authority: Authority, paper: bytes
) -> None:
    unlocked(session, tokens, authority)
    block, place = block_on(paper)
    signed = session.sign(paper, NOW_MS, block, place)
    assert place is not None
    left, top = round(place.left / 72 * 100), round((place.page_height - place.bottom - place.height) / 72 * 100)
    drawn = raster.page(signed, 0, 100)[top : top + round(place.height / 72 * 100), left:]
    assert (drawn.min(axis=2) < 100).sum() > 200
    assert block_on(signed)[1] is None, "a second signature is not laid over the first"


def test_one_byte_altered_is_seen_by_ours_and_by_others(
    session: TokenSession, tokens: Tokens, authority: Authority, paper: bytes, tmp_path: Path
) -> None:
    signed = bytearray(unlocked(session, tokens, authority).sign(paper, NOW_MS))
    signed[len(paper) // 2] ^= 1
    [found] = check(bytes(signed), [der(authority.root)], NOW_MS).signatures
    assert found.content is Content.ALTERED
    assert "Signature is Valid" not in poppler_says(bytes(signed), tmp_path, authority)


def test_what_is_laid_over_a_signed_page_is_named_although_the_signature_holds(
    session: TokenSession, tokens: Tokens, authority: Authority, paper: bytes
) -> None:
    """An incremental update hides what was signed below other content: every byte under the signature is intact."""
    from pyhanko.pdf_utils.content import RawContent
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.layout import BoxConstraints

    signed = unlocked(session, tokens, authority).sign(paper, NOW_MS)
    writer = IncrementalPdfFileWriter(BytesIO(signed))
    cover = RawContent(b"1 g 0 0 600 800 re f", box=BoxConstraints(600, 800))
    cover.set_writer(writer)
    from pyhanko.pdf_utils import generic

    writer.add_stream_to_page(0, writer.add_object(generic.StreamObject(stream_data=cover.render())))
    out = BytesIO()
    writer.write(out)
    [found] = check(out.getvalue(), [der(authority.root)], NOW_MS).signatures
    assert found.content is Content.ADDED_TO


def test_signing_again_does_nothing_and_another_signer_adds_a_signature(
    session: TokenSession, tokens: Tokens, authority: Authority, paper: bytes
) -> None:
    first = unlocked(session, tokens, authority).sign(paper, NOW_MS)
    assert session.sign(first, NOW_MS + 60_000) == b""
    key = new_key("ec")
    tokens.issue(authority, key, authority.issue(key, "Văn thư"), "02")
    with TokenSession() as office:
        [seen] = [each for each in office.look(LIBRARY, NOW_MS) if each.name == "Văn thư"]
        office.unlock(LIBRARY, seen.fingerprint, PIN, NOW_MS)
        both = office.sign(first, NOW_MS + 60_000)
    found = check(both, [der(authority.root)], NOW_MS).signatures
    assert [(each.signer, each.content) for each in found] == [
        (SIGNER, Content.SIGNED_AGAIN), ("Văn thư", Content.WHOLE),
    ]  # fmt: skip


def test_nobody_is_known_without_a_trust_list_and_an_ended_certificate_is_said(
    session: TokenSession, tokens: Tokens, authority: Authority, paper: bytes
) -> None:
    signed = unlocked(session, tokens, authority).sign(paper, NOW_MS)
    late = NOW_MS + 40 * 365 * 86_400_000
    [found] = check(signed, [], late).signatures
    assert found.trust is Trust.NO_LIST
    assert found.expired_on_ms is not None
    [found] = check(signed, [der(Authority.found().root)], NOW_MS).signatures
    assert found.trust is Trust.UNKNOWN
    assert found.expired_on_ms is None


def test_the_block_is_not_laid_over_print(paper: bytes) -> None:
    _, place = block_on(paper)
    sheet = np.full((2339, 1654, 3), 244, np.uint8)
    sheet[100:110, 1200:1300] = 40
    written = archive_pdf([PageImage(sheet, 200)]).data
    assert place is not None
    assert block_on(written)[1] is None


@pytest.mark.parametrize(
    ("terms", "fault"),
    [
        ({"until": NOW - timedelta(days=1)}, SigningFault.EXPIRED),
        ({"begins": NOW + timedelta(days=1)}, SigningFault.NOT_YET),
        ({"signs": False}, SigningFault.USAGE),
    ],
)
def test_a_certificate_that_may_not_sign_costs_no_pin(
    terms: dict[str, object], fault: SigningFault, session: TokenSession, tokens: Tokens, authority: Authority
) -> None:
    key = new_key("ec")
    tokens.issue(authority, key, authority.issue(key, **terms))  # type: ignore[arg-type]
    [seen] = session.look(LIBRARY, NOW_MS)
    assert seen.fault is fault
    with pytest.raises(SigningError) as refused:
        session.unlock(LIBRARY, seen.fingerprint, "a wrong PIN would count", NOW_MS)
    assert refused.value.fault is fault


def test_a_wrong_pin_is_said_and_the_right_one_still_opens(
    session: TokenSession, tokens: Tokens, authority: Authority, paper: bytes
) -> None:
    key = new_key("ec")
    tokens.issue(authority, key, authority.issue(key))
    [seen] = session.look(LIBRARY, NOW_MS)
    with pytest.raises(SigningError) as refused:
        session.unlock(LIBRARY, seen.fingerprint, "000000", NOW_MS)
    assert refused.value.fault is SigningFault.PIN_LOW
    session.unlock(LIBRARY, seen.fingerprint, PIN, NOW_MS)
    assert session.sign(paper, NOW_MS).startswith(paper)


@pytest.mark.parametrize(
    ("flags", "fault"),
    [
        (pkcs11.TokenFlag(0), SigningFault.PIN_WRONG),
        (pkcs11.TokenFlag.USER_PIN_COUNT_LOW, SigningFault.PIN_LOW),
        (pkcs11.TokenFlag.USER_PIN_COUNT_LOW | pkcs11.TokenFlag.USER_PIN_FINAL_TRY, SigningFault.PIN_LAST),
        (pkcs11.TokenFlag.USER_PIN_FINAL_TRY | pkcs11.TokenFlag.USER_PIN_LOCKED, SigningFault.PIN_LOCKED),
    ],
)
def test_how_near_a_token_is_to_locking_itself(flags: pkcs11.TokenFlag, fault: SigningFault) -> None:
    assert pin_fault(flags) is fault


def test_a_token_pulled_out_is_named(
    session: TokenSession, tokens: Tokens, authority: Authority, paper: bytes
) -> None:
    assert unlocked(session, tokens, authority).sign(paper, NOW_MS)
    tokens.pull_out()
    with pytest.raises(SigningError) as refused:
        session.sign(paper, NOW_MS)
    assert refused.value.fault is SigningFault.REMOVED


@pytest.mark.usefixtures("tokens")
def test_no_token_and_no_library_are_told_apart(session: TokenSession, tmp_path: Path) -> None:
    with pytest.raises(SigningError) as refused:
        session.look(LIBRARY, NOW_MS)
    assert refused.value.fault is SigningFault.NO_TOKEN
    no_library = tmp_path / "token.so"
    no_library.write_bytes(b"MZ")
    for library in (str(no_library), str(tmp_path / "away.so")):
        with pytest.raises(SigningError) as refused:
            session.look(library, NOW_MS)
        assert refused.value.fault is SigningFault.NO_LIBRARY


@pytest.mark.parametrize(
    ("words", "fault"),
    [("import time; time.sleep(600)", SigningFault.HUNG), ("import os; os.abort()", SigningFault.DIED)],
)
def test_a_library_that_hangs_or_crashes_takes_only_its_child_along(words: str, fault: SigningFault) -> None:
    with TokenSession((sys.executable, "-c", words), deadline_s=0.5) as session, pytest.raises(SigningError) as ended:
        session.look(LIBRARY, NOW_MS)
    assert ended.value.fault is fault


def test_neither_pin_nor_names_are_logged_or_printed(
    session: TokenSession, tokens: Tokens, authority: Authority, paper: bytes,
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    caplog.set_level(logging.DEBUG)
    signed = unlocked(session, tokens, authority).sign(paper, NOW_MS)
    check(signed, [der(Authority.found().root)], NOW_MS)
    check_apart(signed, [], NOW_MS)
    with pytest.raises(SigningError) as refused:
        session.unlock(LIBRARY, "00" * 32, PIN, NOW_MS)
    printed = "".join(capfd.readouterr()) + caplog.text + repr(refused.value) + repr(Unlock(LIBRARY, "", PIN, NOW_MS))
    assert PIN not in printed
    assert SIGNER not in printed


def test_a_file_made_to_harm_gets_a_sentence_and_nothing_else() -> None:
    files = hostile_files()
    for name, data in files.items():
        found = check(data, [], NOW_MS)
        believed = [each for each in found.signatures if each.content in {Content.WHOLE, Content.SIGNED_AGAIN}]
        assert believed == [], name
    crowd = check_apart(files["thousands of signatures"], [], NOW_MS, deadline_s=20)
    assert crowd == Checked(trouble=Trouble.TOO_MANY)


def test_a_machine_that_cannot_check_accuses_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyhanko.pdf_utils.reader", None)
    assert check(signed_file(), [], NOW_MS) == Checked(trouble=Trouble.NO_CHECKER)


def test_a_digest_that_can_be_forged_proves_nothing() -> None:
    [found] = check(signed_file("sha1"), [], NOW_MS).signatures
    assert found.content is Content.UNPROVEN


def test_a_check_that_takes_for_ever_is_ended(paper: bytes) -> None:
    hung = (sys.executable, "-c", "import time; time.sleep(600)")
    found = check_apart(paper + b"/ByteRange", [], NOW_MS, command=hung, deadline_s=0.3)
    assert found == Checked(trouble=Trouble.TOO_LONG)


def test_a_locked_file_is_left_as_it_is(
    session: TokenSession, tokens: Tokens, authority: Authority, paper: bytes
) -> None:
    import pikepdf

    locked = BytesIO()
    with pikepdf.open(BytesIO(paper)) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))
    unlocked(session, tokens, authority)
    for data in (locked.getvalue(), b"no PDF at all"):
        with pytest.raises(SigningError) as refused:
            session.sign(data, NOW_MS)
        assert refused.value.fault is SigningFault.FILE_UNFIT


