"""Every place that reads bytes or words which others made, with good examples of what it reads."""

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from dossiers.errors import KnownError
from scanning.errors import ScanError
from tests.fuzz.harness import Door, Reader

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)

CARD = "036186001234|112345678|Nguyễn Thị Ngọc Ánh|01021986|Nữ|Thôn 4, xã Mẫu Sơn, tỉnh Thử Nghiệm|10012022"
SLIP = "H55.242-261121-0007/01ARZ3NDEKTSV4RRFFQ69G5FAV"


def text_door(read: Callable[[str], object]) -> Callable[[], Reader]:
    """A door that reads words, as a reader of codes hands them over."""
    return lambda: lambda data: read(data.decode("utf-8", "replace"))


def file_door(suffix: str, read: Callable[[Path], object]) -> Reader:
    """A door that reads a file by its name."""
    folder = TemporaryDirectory()

    def reader(data: bytes) -> object:
        path = Path(folder.name) / f"file{suffix}"
        path.write_bytes(data)
        return read(path)

    reader.folder = folder  # type: ignore[attr-defined]  # lives as long as the reader
    return reader


# Codes.


def _card(text: str) -> object:
    from dossiers.citizen_card import looks_like_card, parse_card

    return looks_like_card(text), parse_card(text, TODAY)


def _slip(text: str) -> object:
    from dossiers.codes import accept, parse_slip

    return accept(text, TODAY), parse_slip(text)


def _signed_slips() -> Sequence[bytes]:
    from tests.dossiers.test_slip_header import proofs

    return [proofs().office_copy.encode(), proofs().citizen_copy.encode()]


def _signed_slip(text: str) -> object:
    from dossiers.slip_header import open_slip

    return open_slip(text)


def _help_codes() -> Sequence[bytes]:
    from dossiers.help_code import State, write

    state = State(version=(0, 1, 0), lights={}, unsent=3, oldest_unsent_h=1, last_error="Offline")
    return [write(state).encode()]


def _help_code(text: str) -> object:
    from dossiers.help_code import read

    return read(text)


# Pictures and documents.


def picture(kind: str, width: int = 320, height: int = 200, **options: object) -> bytes:
    """A small picture with something on it."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (width, height), "white")
    ImageDraw.Draw(image).rectangle((20, 20, 200, 120), fill=(200, 30, 30))
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def _pictures() -> Sequence[bytes]:
    from PIL import Image

    exif = Image.Exif()
    exif[0x0112] = 6
    several = io.BytesIO()
    page = Image.new("L", (60, 40), 200)
    page.save(several, "TIFF", save_all=True, append_images=[page, page], compression="tiff_lzw")
    return [picture("JPEG", exif=exif), picture("PNG"), picture("TIFF"), several.getvalue()]


def huge_pictures() -> Sequence[bytes]:
    """Pictures that claim a wall of pixels in a few kilobytes, and a TIFF whose pages run in a circle."""
    rows = zlib.compress(bytes(30_001) * 3_000, 9)
    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 0, 0, 0, 0)
    png = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")
    tags = [(256, 4, 1, 60_000), (257, 4, 1, 60_000), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1),
            (273, 4, 1, 8), (277, 3, 1, 1), (278, 4, 1, 60_000), (279, 4, 1, 0xFFFFFFF0)]  # fmt: skip
    entries = b"".join(struct.pack("<HHII", *tag) for tag in tags)
    tiff = b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", len(tags)) + entries
    small = [(256, 4, 1, 8), (257, 4, 1, 8), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1), (273, 4, 1, 8),
             (277, 3, 1, 1), (278, 4, 1, 8), (279, 4, 1, 64)]  # fmt: skip
    circle = b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", len(small))
    circle += b"".join(struct.pack("<HHII", *tag) for tag in small) + struct.pack("<I", 8)
    return [png, tiff + struct.pack("<I", 0), circle]


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _pdfs() -> Sequence[bytes]:
    from printing.forms import receipt
    from tests.printing.people_and_papers import OFFICE, general

    return [receipt.render(general(), OFFICE)]


def huge_pdfs() -> Sequence[bytes]:
    """A page as large as a field, one whose contents unfold to 8 MB, a tree of pages that is its own child."""
    stream = zlib.compress(b"0 0 m 9 9 l S " * (8 << 20 >> 4), 9)
    drawn = b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream)
    kid = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>"
    return [
        one_page_pdf(1_000_000),
        pdf_of(b"<</Type/Pages/Kids[3 0 R]/Count 1>>", kid, drawn),
        pdf_of(b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2000000000>>"),
    ]


def one_page_pdf(side_pt: int) -> bytes:
    """One empty page."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]>>" % (side_pt, side_pt)
    return pdf_of(b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page)


def pdf_of(*objects: bytes, form: bytes = b"") -> bytes:
    """A file of these objects, from number 2 on; `form` is its form of fields."""
    catalogue = b"<</Type/Catalog/Pages 2 0 R%s>>" % (b"/AcroForm" + form if form else b"")
    file, starts = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate((catalogue, *objects), start=1):
        starts.append(len(file))
        file += b"%d 0 obj%s endobj\n" % (number, body)
    start = len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % (len(starts) + 1)
    file += b"".join(b"%010d 00000 n \n" % at for at in starts)
    return bytes(file) + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(starts) + 1, start)


def _document(data: bytes) -> object:
    from scanning.documents import read_document

    return sum(page.pixels.size for page in read_document(data))


def _jpeg(data: bytes) -> object:
    from scanning.drivers.jpeg import check_jpeg

    return check_jpeg(data)


def _scanner_words() -> Sequence[bytes]:
    from tests.scanning.escl_papers import capabilities_xml

    return [capabilities_xml("00000000-0000-4000-8000-000000000001")]


def _scanner(data: bytes) -> object:
    from scanning.drivers.escl_xml import read_capabilities, read_status

    try:
        return read_capabilities(data)
    except ScanError:
        return read_status(data, "/eSCL/ScanJobs/1")


# Tables and files of the office.


def sheet(rows: Sequence[Sequence[object]]) -> bytes:
    """An .xlsx of these rows."""
    from openpyxl import Workbook

    book, file = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(list(row))  # type: ignore[union-attr]
    book.save(file)
    return file.getvalue()


def _zip_bomb() -> bytes:
    """An .xlsx whose one sheet unfolds to 150 MB of rows."""
    whole = io.BytesIO(sheet([("date", "type", "note")]))
    bomb = io.BytesIO()
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for name in source.namelist():
            if not name.endswith("sheet1.xml"):
                target.writestr(name, source.read(name))
                continue
            with target.open(name, "w", force_zip64=True) as out:
                out.write(b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>')
                rows = b'<row><c t="inlineStr"><is><t>x</t></is></c></row>' * 20_000
                for _ in range(150):
                    out.write(rows)
                out.write(b"</sheetData></worksheet>")
    return bomb.getvalue()


DAYS = [("ngày", "loại", "ghi chú"), ("02/01/2027", "nghi", "Tết Dương lịch"), ("09/01/2027", "lam_bu", "Làm bù")]


def _calendar(suffix: str) -> Callable[[], Reader]:
    def reader() -> Reader:
        from dossiers.calendar_files import read_calendar_file

        return file_door(suffix, read_calendar_file)

    return reader


def _csv() -> Sequence[bytes]:
    return ["\n".join(",".join(row) for row in DAYS).encode(), "\n".join(";".join(row) for row in DAYS).encode()]


def _json_days() -> Sequence[bytes]:
    days = [{"date": "2027-01-02", "type": "nghi", "note": "Tết Dương lịch", "notice": "1/TB"}]
    return [json.dumps(days, ensure_ascii=False).encode()]


def _open_list() -> Reader:
    from dossiers.catalogue import load_builtin
    from dossiers.open_list import read_open_list

    catalogue = load_builtin()
    return file_door(".xlsx", lambda path: read_open_list(path, catalogue, NOW))


def _open_lists() -> Sequence[bytes]:
    from dossiers.open_list import HEADINGS

    row = ("H55.242-261121-0007", "1.004873", "Nguyễn Thị Ngọc Ánh", "036186001234", "", "Thôn 4", "20/11/2026",
           "27/11/2026", "")  # fmt: skip
    return [sheet([HEADINGS.split(", "), row])]


FOREIGN_CATALOGUES = Path(__file__).parents[1] / "dossiers" / "catalogues"


def _catalogues() -> Sequence[bytes]:
    """Our own, the two national shapes, a commune's."""
    from dossiers.catalogue import export_json, load_builtin

    whole = json.loads(export_json(load_builtin()))
    whole["procedures"] = whole["procedures"][:3]
    foreign = (file.read_bytes() for file in sorted(FOREIGN_CATALOGUES.glob("*.json")))
    return [json.dumps(whole, ensure_ascii=False).encode(), *foreign]


def _catalogue(data: bytes) -> object:
    from dossiers.catalogue_import.read import read_catalogue

    return read_catalogue(data, TODAY, "Quyết định thử")


def _overrides() -> Sequence[bytes]:
    from tests.printing.test_overrides import GOOD

    return [GOOD.encode()]


def _override(data: bytes) -> object:
    from printing.overrides_file import read_overrides

    return read_overrides(data)


# What comes under a seal: spoilt inside and sealed again, so that the seal hides nothing.


def _pack_contents() -> Sequence[bytes]:
    return [*_json_days(), json.dumps("[[form]]", ensure_ascii=False).encode(), *_catalogues()]


def _pack(data: bytes) -> object:
    from sync.packs import check_content

    for name in ("holidays", "catalogue", "forms"):
        with suppress(KnownError):
            check_content(name, data)
    return None


def _squeezed() -> Sequence[bytes]:
    from sync.packs import squeeze

    return [squeeze(b"signed pack " * 20)]


def _expand(data: bytes) -> object:
    from sync.packs import expand

    return expand(data)


def _lines() -> Sequence[bytes]:
    """A reception, and scans put on it and taken off again, as a desk writes them into its journal."""
    import msgspec

    from dossiers.attach_scans import ScansAttached
    from dossiers.books import BookEntry, BookKind
    from dossiers.dossier import Scan
    from dossiers.ids import new_id
    from dossiers.journal import Op, encode
    from dossiers.receive import Received
    from dossiers.take_off_scans import ScansTakenOff
    from tests.store.homes import OFFICE, intake

    body = Received(
        code=SLIP.partition("/")[0], unit=OFFICE.unit, desk="Quầy 1", procedure_name="Chứng thực", procedure_version=1,
        sector="", certification=True, intake=intake(),
        entry=BookEntry(kind=BookKind.DOSSIERS, volume="01", year=2026, number=1),
    )  # fmt: skip
    scans = (Scan(sha256="a" * 64, title="Căn cước", mime="application/pdf", size=9, pages=1, paper=0),)
    deeds = {
        "received": body,
        "scans_attached": ScansAttached(scans=scans, puts_back=True),
        "scans_taken_off": ScansTakenOff(scans=scans, reason="nhầm hồ sơ", moved_to=body.code, line="Căn cước"),
    }
    return [
        encode(Op(kind=kind, dossier_id=new_id(NOW), at=NOW, actor="Thử", body=msgspec.json.encode(deed)))
        for kind, deed in deeds.items()
    ]


def _fold() -> Reader:
    from dossiers import fold
    from dossiers.journal import decode

    first, attached, _ = (decode(line) for line in _lines())
    good = fold.apply(fold.apply(None, first), attached)

    def read(data: bytes) -> object:
        op = decode(data)
        return fold.apply(None if op.kind == "received" else good, op)

    return read


def _squeezed_bombs() -> Sequence[bytes]:
    from zstandard import ZstdCompressor

    return [ZstdCompressor(level=19).compress(bytes(1 << 28))]


def _keys() -> Sequence[bytes]:
    from dossiers.people import Clerk, Role
    from dossiers.store.vault import KEYS_FILE, create_home

    with TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        create_home(home, Clerk(name="Lê Thị Hạnh", role=Role.ADMINISTRATOR), "mot-mat-khau", lambda: NOW)
        return [(home / KEYS_FILE).read_bytes()]


def _key_file() -> Reader:
    from dossiers.store.vault import KEYS_FILE
    from dossiers.store.vault_file import read_keys

    folder = TemporaryDirectory()

    def reader(data: bytes) -> object:
        (Path(folder.name) / KEYS_FILE).write_bytes(data)
        return read_keys(Path(folder.name))

    reader.folder = folder  # type: ignore[attr-defined]
    return reader


def _bundles() -> Sequence[bytes]:
    from tests.fuzz.made import update_bundle

    return [update_bundle()]


def _bundle() -> Reader:
    from sync.updates.bundle import Bundle, believe
    from tests.fuzz.made import publisher

    def read(path: Path) -> object:
        bundle = Bundle(path)
        try:
            return believe(bundle.head(), publisher().public), [bundle.read(name, 1 << 20) for name in bundle.parts()]
        finally:
            bundle.close()

    return file_door(".mcu", read)


DOORS = (
    Door("citizen card", lambda: [CARD.encode()], text_door(_card), (KnownError,)),
    Door("slip code", lambda: [SLIP.encode(), f"SEP:{SLIP}/2".encode()], text_door(_slip), ()),
    Door("signed slip", _signed_slips, text_door(_signed_slip), (KnownError,)),
    Door("help code", _help_codes, text_door(_help_code), (KnownError,)),
    Door("pictures", _pictures, lambda: _document, (ScanError,), huge_pictures),
    Door("PDF", _pdfs, lambda: _document, (ScanError,), huge_pdfs),
    Door("scanner's JPEG", lambda: [picture("JPEG")], lambda: _jpeg, (ScanError,)),
    Door("calendar .csv", _csv, _calendar(".csv"), (KnownError,)),
    Door("calendar .json", _json_days, _calendar(".json"), (KnownError,), lambda: [b"[" * 200_000]),
    Door("calendar .xlsx", lambda: [sheet(DAYS)], _calendar(".xlsx"), (KnownError,), lambda: [_zip_bomb()]),
    Door("open dossiers .xlsx", _open_lists, _open_list, (KnownError,)),
    Door("catalogue", _catalogues, lambda: _catalogue, (KnownError,), lambda: [b"[" * 200_000, b'{"a":' * 100_000]),
    Door("form words", _overrides, lambda: _override, (KnownError,)),
    Door("scanner's words", _scanner_words, lambda: _scanner, (ScanError,)),
    Door("pack's contents", _pack_contents, lambda: _pack, ()),
    Door("pack on the line", _squeezed, lambda: _expand, (KnownError,), _squeezed_bombs),
    Door("line of a journal", _lines, _fold, (KnownError,)),
    Door("key file", _keys, _key_file, (KnownError,)),
    Door("update", _bundles, _bundle, (KnownError,)),
)
