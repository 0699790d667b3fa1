"""Whatever is altered in a home is named by an inspector that reads it and changes nothing.

`python -m pytest tests/inspector -k named -s` prints what was altered and what was said of it.
"""

import hmac
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from dossiers.inspector.finding import Finding, Part
from dossiers.inspector.inspect_place import inspect
from dossiers.inspector.journal import SLOT_BYTES
from dossiers.inspector.keys import CannotOpen, Secret, open_keys
from tests.inspector.lived_home import HEAD_FILE, by_byte, by_sql, copy_of, live, page_of
from tests.store.homes import CHIEF, SECRET, HandClock

STRUCK = ("journal", "state", "dossier", "receipt", "book_entry", "draft", "setting", "print_job", "wire", "blob")
NUMBER_BYTES, MARK_BYTES = 8, 88
LINE = "SELECT max(n) - 3 FROM journal"


def slots_of(home: Path) -> list[bytes]:
    """The older slot of the anchor and the newer; each begins with its number."""
    data = (home / "anchor").read_bytes().ljust(2 * SLOT_BYTES, b"\0")
    return sorted((data[:SLOT_BYTES], data[SLOT_BYTES:]))


def lay_over(home: Path) -> None:
    """Without any key: where the journal stood a little before, as if it had never stood further."""
    older, _ = slots_of(home)
    (home / "anchor").write_bytes(older * 2)


def tie(home: Path) -> None:
    """With the key: the older head once more, under the newer one's number."""
    older, newer = slots_of(home)
    body = newer[:NUMBER_BYTES] + older[NUMBER_BYTES:MARK_BYTES]
    seal = hmac.digest(open_keys(home, Secret(SECRET, CHIEF.name))("anchor"), body, "sha256")
    (home / "anchor").write_bytes(newer + (body + seal).ljust(SLOT_BYTES, b"\0"))


ALTERED: dict[str, tuple[Callable[[Path], None], Part]] = {
    "a letter in a journal line": (
        by_sql(f"UPDATE journal SET line = CAST(replace(CAST(line AS TEXT), '\"', ' \"') AS BLOB) WHERE n = ({LINE})"),
        Part.LINE,
    ),
    "a link's hash": (by_sql(f"UPDATE journal SET h = randomblob(32) WHERE n = ({LINE})"), Part.LINE),
    "a journal line taken out": (by_sql("PRAGMA foreign_keys=OFF", "DELETE FROM journal WHERE seq = 4"), Part.LINE),
    "the last line taken out": (by_sql("DELETE FROM journal WHERE n = (SELECT max(n) FROM journal)"), Part.ANCHOR),
    "an epoch's device": (by_sql("UPDATE epoch SET device = randomblob(16)"), Part.LINE),
    "a receipt's signature": (
        by_sql("UPDATE receipt SET receipt = CAST(x'00' || substr(receipt, 2) AS BLOB)"), Part.RECEIPT,
    ),
    "a receipt's words": (
        by_sql("UPDATE receipt SET receipt = CAST(substr(receipt, 1, 70) || ' ' || substr(receipt, 71) AS BLOB)"),
        Part.RECEIPT,
    ),
    "how far a receipt goes": (by_sql("UPDATE receipt SET seq = seq - 1"), Part.RECEIPT),
    "a file's receipt": (
        by_sql("UPDATE blob SET receipt = CAST(x'00' || substr(receipt, 2) AS BLOB) WHERE receipt NOT NULL"),
        Part.RECEIPT,
    ),
    "the province's key": (by_sql("UPDATE wire SET value = randomblob(32) WHERE key = 'province_key'"), Part.RECEIPT),
    "a state": (
        by_sql("UPDATE state SET state = CAST(replace(CAST(state AS TEXT), 'Nhung', 'Nhưng') AS BLOB) WHERE dossier=2"),
        Part.STATE,
    ),
    "a list row's name": (by_sql("UPDATE dossier SET name = 'Người Khác' WHERE id = 2"), Part.ROW),
    "a list row's date": (by_sql("UPDATE dossier SET due_at = due_at + 60000 WHERE id = 1"), Part.ROW),
    "a number in a book": (by_sql("UPDATE book_entry SET number = number + 900 WHERE number = 1"), Part.BOOK),
    "a number taken out of a book": (
        by_sql("DELETE FROM book_entry WHERE number = (SELECT max(number) FROM book_entry)"), Part.BOOK,
    ),
    "money of a receipt": (by_sql("UPDATE payment SET fee_vnd = fee_vnd + 1000"), Part.BOOK),
    "a deed of the office": (by_sql("UPDATE record SET at = at + 1"), Part.DEED),
    "a draft": (by_sql("UPDATE draft SET body = x'7b'"), Part.DRAFT),
    "the office's number": (
        by_sql("UPDATE setting SET value = CAST(replace(CAST(value AS TEXT), 'H99.001', 'H99.002') AS BLOB)"),
        Part.SETTING,
    ),
    "a setting": (by_sql("UPDATE setting SET value = x'7b' WHERE key = 'office'"), Part.SETTING),
    "a slip said to be printed": (
        by_sql("INSERT INTO print_job SELECT NULL, 'refusal', dossier, title, sha, copies, paper, reprint, state, "
               "note, queued_at, changed_at, handed_at FROM print_job"),
        Part.PRINT,
    ),
    "a scan's or slip's bytes": (by_byte("files/*/*"), Part.FILE),
    "a file's header": (by_byte("files/*/*", 0.001), Part.FILE),
    "a file taken away": (lambda home: max(home.glob("files/*/*")).unlink(), Part.FILE),
    "the key file's seal": (
        lambda home: _swap(home / "keys.json", '"sealed": "', '"sealed": "AAAA'), Part.KEYS,
    ),
    "a role in the key file": (lambda home: _swap(home / "keys.json", "administrator", "leader"), Part.KEYS),
    "the anchor": (by_byte("anchor", 0.05), Part.ANCHOR),
    "the anchor taken away": (lambda home: (home / "anchor").unlink(), Part.ANCHOR),
    "the anchor's older slot over its newer": (lay_over, Part.ANCHOR),
    "another head under the anchor's number": (tie, Part.ANCHOR),
    "the log": (by_byte("desk.db-wal", 0.3), Part.LOG),
    "the log's header": (by_byte("desk.db-wal", 0.0), Part.LOG),
    "the log taken away": (lambda home: (home / "desk.db-wal").unlink(), Part.ANCHOR),
    **{
        f"a bit on disk in the table {table}": (page_of(table), Part.TABLE)
        for table in STRUCK
    },
}  # fmt: skip
"""What is altered → by which hand, and the part that has to be named."""


def _swap(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lived")
    live(folder, HandClock())
    return folder


def said_of(folder: Path, *printed: str) -> tuple[Finding, ...]:
    try:
        return inspect(folder, open_keys(folder, Secret(SECRET, CHIEF.name)), printed)
    except CannotOpen as error:
        return (Finding(Part.KEYS, str(error)),)


def printed_head(lived: Path) -> str:
    return (lived / HEAD_FILE).read_text(encoding="utf-8")


def trace(folder: Path) -> dict[str, tuple[str, int]]:
    """Every file below a folder by its bytes and the instant it was last written."""
    return {
        str(path.relative_to(folder)): (sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("kind", ["home", "killed", "backup"])
def test_a_sound_place_has_nothing_against_it_and_is_left_as_it_was(lived: Path, kind: str) -> None:
    """The positive control, for a closed home, for one whose process was killed, and for a backup."""
    place = next((lived / "backups").glob("2*")) if kind == "backup" else lived / kind
    before = trace(lived)
    assert said_of(place, printed_head(lived)) == ()
    assert trace(lived) == before


def test_each_altered_byte_is_named(lived: Path, tmp_path: Path) -> None:
    """One line an alteration, for whoever asks what is noticed."""
    unnamed = []
    for number, (what, (alter, part)) in enumerate(ALTERED.items()):
        home = copy_of(lived / "killed", tmp_path / str(number))
        alter(home)
        found = said_of(home)
        table = what.rpartition(" ")[2] if part is Part.TABLE else ""
        named = next((each for each in found if each.part is part and each.sentence.startswith(table)), None)
        print(f"{what:<42} {named or '— ' + str(found)}")
        unnamed += [] if named else [what]
        assert not any(word in str(each) for each in found for word in ("Nguyễn", "Người Thử", "036199"))
    assert unnamed == []


@pytest.mark.parametrize("alter", [lay_over, tie])
def test_two_slots_of_one_number_are_a_finding_of_their_own(
    lived: Path, tmp_path: Path, alter: Callable[[Path], None]
) -> None:
    """Both seals hold and both heads lie on the chain: nothing else tells that the mark was set back."""
    home = copy_of(lived / "killed", tmp_path / "home")
    alter(home)
    (found,) = said_of(home)
    assert found.part is Part.ANCHOR
    assert "hai ô cùng mang số" in found.sentence


@pytest.mark.parametrize("victim", ["desk.db", "manifest.json"])
def test_an_altered_backup_is_named(lived: Path, tmp_path: Path, victim: str) -> None:
    stick = copy_of(lived / "backups", tmp_path / "stick")
    backup = next(stick.glob("2*"))
    by_byte(victim, 0.4)(backup)
    assert {each.part for each in said_of(backup)} & {Part.DATABASE, Part.MANIFEST}


def test_a_past_written_anew_no_longer_fits_a_printed_head(lived: Path, tmp_path: Path) -> None:
    """With the key a whole new chain can be made; the paper in the drawer cannot."""
    home = copy_of(lived / "killed", tmp_path / "home")
    epoch, seq, digest = printed_head(lived).split()
    assert said_of(home, f"{epoch[:6]}, {seq}, {digest.upper()}") == ()
    found = said_of(home, f"{epoch} {int(seq) - 1} {digest}", "không phải đầu nhật ký")
    assert [each.part for each in found] == [Part.HEAD, Part.HEAD]


def test_a_printed_head_that_two_epochs_could_be_meant_by_is_not_taken_for_either(lived: Path, tmp_path: Path) -> None:
    """An old epoch left lying beside a new one of the same first letters must not vouch for it."""
    home = copy_of(lived / "killed", tmp_path / "home")
    by_sql(
        "INSERT INTO epoch (id, device, parent, parent_seq, parent_hash, opened_at, reason) "
        "SELECT CAST(substr(id, 1, 4) || x'00000000' AS BLOB), device, id, 1, "
        "(SELECT h FROM journal WHERE seq = 1 AND epoch = epoch.id), opened_at, reason FROM epoch"
    )(home)
    epoch, seq, digest = printed_head(lived).split()
    (short,) = (each for each in said_of(home, f"{epoch[:8]} {seq} {digest}") if each.part is Part.HEAD)
    assert "2 đời" in short.sentence
    assert Part.HEAD not in {each.part for each in said_of(home, f"{epoch} {seq} {digest}")}
