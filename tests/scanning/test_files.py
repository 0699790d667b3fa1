"""Files and watched folders as page sources: every kind, torn and hostile files, exactly once, nothing lost."""

import io
import os
import struct
import threading
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from scanning.documents import read_pages
from scanning.drivers import ScanRequest, Watch
from scanning.drivers.files import FilesDriver
from scanning.drivers.folder import FolderDriver
from scanning.errors import Fault, ScanError
from scanning.events import FileRefused, Finished
from scanning.picture import decode
from scanning.read import read_file
from scanning.session import ScanSession
from scanning.spool import open_page, recover, seal_page
from tests.scanning.paper import Picture, Slip, draw_slip, scanned, scanned_pdf
from tests.scanning.sessions import Listener, run_session

CODE = "H26.19.103-261121-0042"


@pytest.fixture(scope="module")
def paper() -> Picture:
    return scanned(draw_slip(Slip(CODE, f"{CODE}/01JDABCDEFGHJKMNPQRSTVWXYZ", 200)), seed=3)


@pytest.fixture
def image(paper: Picture) -> Image.Image:
    return Image.fromarray(paper[:, :, ::-1])


def save(image: Image.Image, path: Path, **how: object) -> Path:
    image.save(path, **how)  # type: ignore[arg-type]
    return path


@pytest.mark.parametrize("suffix", ["png", "tif"])
def test_lossless_files_come_through_pixel_for_pixel(
    suffix: str, paper: Picture, image: Image.Image, tmp_path: Path
) -> None:
    [page] = read_pages(save(image, tmp_path / f"a.{suffix}", dpi=(200, 200)))
    assert (page.number, page.dpi) == (1, 200)
    assert np.array_equal(page.pixels, paper)


def test_every_frame_of_a_tiff_is_a_page(image: Image.Image, tmp_path: Path) -> None:
    frames = [image.convert("L"), image.convert("1")]
    path = save(image, tmp_path / "a.tif", save_all=True, append_images=frames, dpi=(300, 300))
    assert [(page.number, page.pixels.ndim) for page in read_pages(path)] == [(1, 3), (2, 2), (3, 2)]


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "LA", "CMYK", "I;16"])
def test_every_colour_layout_keeps_its_code_readable(mode: str, tmp_path: Path) -> None:
    clean = Image.fromarray(draw_slip(Slip(CODE, CODE, 200)))
    if mode == "I;16":
        deep = Image.fromarray(np.asarray(clean.convert("L")).astype(np.uint16) * 257)
        path = save(deep, tmp_path / "a.png")
    else:
        path = save(clean.convert(mode), tmp_path / ("a.tif" if mode == "CMYK" else "a.png"))
    assert {found.reading.text for found in read_file(path, lambda _: False)} == {CODE}


def test_a_photo_is_turned_as_its_camera_held_it(image: Image.Image, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    [page] = read_pages(save(image, tmp_path / "a.jpg", exif=exif))
    assert page.pixels.shape[:2] == (image.width, image.height)


def test_unknown_size_is_fitted_to_a4_and_never_below_300(tmp_path: Path) -> None:
    [photo] = read_pages(save(Image.new("RGB", (3000, 4000)), tmp_path / "a.jpg", dpi=(72, 72)))
    [card] = read_pages(save(Image.new("RGB", (1000, 630)), tmp_path / "b.jpg"))
    assert photo.dpi == 363
    assert card.dpi == 300


def test_a_scanned_pdf_gives_its_own_bitmap(paper: Picture, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(scanned_pdf([paper, paper[:, :, 0]], 200))
    colour, grey = read_pages(path)
    assert (colour.dpi, colour.pixels.shape) == (200, paper.shape)
    assert grey.pixels.shape == paper.shape[:2]
    assert np.abs(colour.pixels.astype(int) - paper).mean() < 3


def test_a_drawn_pdf_is_rendered_at_300(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(420, 595))
    canvas.drawString(100, 300, "Phieu")
    canvas.showPage()
    canvas.save()
    [page] = read_pages(tmp_path / "a.pdf")
    assert page.dpi == 300
    assert page.pixels.min() < 128
    assert page.pixels.shape[0] == pytest.approx(595 * 300 / 72, abs=2)


def test_a_turned_scan_in_a_pdf_is_read_upright(paper: Picture, tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(scanned_pdf([paper], 200))) as pdf:
        pdf.pages[0].rotate(90, relative=False)
        pdf.save(tmp_path / "a.pdf")
    [page] = read_pages(tmp_path / "a.pdf")
    assert page.pixels.shape[1] > page.pixels.shape[0]


def broken_files(image: Image.Image, folder: Path) -> dict[Path, Fault]:
    """Files that cannot be taken in, and the fault each must be called by."""
    whole = {kind: io.BytesIO() for kind in ("jpeg", "png", "tiff", "pdf")}
    for kind, buffer in whole.items():
        image.save(buffer, kind)
    torn = {kind: buffer.getvalue()[: len(buffer.getvalue()) // 2] for kind, buffer in whole.items()}
    locked = io.BytesIO()
    with pikepdf.open(whole["pdf"]) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="o", user="u"))
    low = io.BytesIO()
    image.save(low, "png", dpi=(150, 150))
    contents = {
        "torn.jpg": (torn["jpeg"], Fault.FILE_UNREADABLE),
        "torn.png": (torn["png"], Fault.FILE_UNREADABLE),
        "torn.tif": (torn["tiff"], Fault.FILE_UNREADABLE),
        "torn.pdf": (b"%PDF-1.4\n" + os.urandom(3000), Fault.FILE_UNREADABLE),
        "garbage.jpg": (b"\xff\xd8\xff" + bytes(range(256)) * 20, Fault.FILE_UNREADABLE),
        "garbage.png": (b"\x89PNG\r\n\x1a\n" + bytes(500), Fault.FILE_UNREADABLE),
        "garbage.tif": (b"II*\0" + b"\xff" * 500, Fault.FILE_UNREADABLE),
        "locked.pdf": (locked.getvalue(), Fault.FILE_LOCKED),
        "other.jpg": (b"PK\x03\x04 not a picture", Fault.FILE_KIND),
        "low.png": (low.getvalue(), Fault.LOW_RESOLUTION),
    }
    for name, (data, _) in contents.items():
        (folder / name).write_bytes(data)
    return {folder / name: fault for name, (_, fault) in contents.items()}


def test_broken_files_are_named_and_left_and_good_ones_still_come(
    image: Image.Image, tmp_path: Path, spool: Path, key: bytes
) -> None:
    faults = broken_files(image, tmp_path)
    missing, good = tmp_path / "gone.png", save(image, tmp_path / "good.png", dpi=(200, 200))
    paths = (*map(str, faults), str(missing), str(good))
    listener = Listener()
    with ScanSession(ScanRequest(driver="files", paths=paths), spool, key, listener) as session:
        assert session.wait(60)
    refused = {Path(event.file): event.fault for event in listener.events if isinstance(event, FileRefused)}
    assert refused == {**faults, missing: Fault.FILE_MISSING}
    assert len(listener.pages) == 1
    assert listener.events[-1] == Finished(1)
    assert all(path.exists() for path in (*faults, good))


def test_a_giant_picture_is_refused_before_it_fills_memory(tmp_path: Path) -> None:
    small = io.BytesIO()
    Image.new("L", (10, 10)).save(small, "png")
    head = b"IHDR" + struct.pack(">IIBBBBB", 20_000, 4_300, 8, 0, 0, 0, 0)
    path = tmp_path / "a.png"
    path.write_bytes(small.getvalue()[:12] + head + struct.pack(">I", zlib.crc32(head)) + small.getvalue()[33:])
    with pytest.raises(ScanError) as caught:
        list(read_pages(path))
    assert caught.value.fault is Fault.FILE_TOO_BIG


def test_reading_codes_tells_page_place_and_engine(paper: Picture, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(scanned_pdf([np.full_like(paper, 255), paper], 200))
    found = list(read_file(path, lambda reading: reading.text.startswith(CODE)))
    assert {record.page for record in found} == {2}
    record = found[0].as_json()
    assert record["symbology"] == "QRCode"
    assert record["text"] == f"{CODE}/01JDABCDEFGHJKMNPQRSTVWXYZ"
    assert record["file"] == str(path)
    assert len(record["corners"]) == 4  # type: ignore[arg-type]


# The watched folder.


def watch_folder(folder: Path, spool: Path, key: bytes, listener: Listener) -> ScanSession:
    return ScanSession(ScanRequest(driver="folder", paths=(str(folder),)), spool, key, listener)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def test_a_dropped_file_becomes_pages_and_goes_once_they_are_safe(
    image: Image.Image, inbox: Path, spool: Path, key: bytes
) -> None:
    listener = Listener()
    with watch_folder(inbox, spool, key, listener) as session:
        save(image, inbox / "a.tif", save_all=True, append_images=[image.convert("L")], dpi=(200, 200))
        (inbox / "note.txt").write_text("not a scan")
        (inbox / "torn.pdf").write_bytes(b"%PDF-1.4 torn")
        listener.until_pages(2)
        listener.until(lambda event: isinstance(event, FileRefused))
        session.cancel()
        end = listener.until(lambda event: isinstance(event, Finished))
    assert end == Finished(2, cancelled=True)
    assert {path.name for path in inbox.iterdir()} == {"note.txt", "torn.pdf"}
    assert np.array_equal(decode(open_page(recover(spool)[0].path, key)), np.asarray(image)[:, :, ::-1])


def test_a_file_still_being_written_is_waited_for(image: Image.Image, inbox: Path) -> None:
    """A copier writes for seconds: half a file must be neither taken nor refused."""
    whole = save(image, inbox / "slow.png", dpi=(200, 200))
    data = whole.read_bytes()
    writes = iter([data[: len(data) * part // 4] for part in (1, 2, 3, 4)])
    whole.write_bytes(next(writes))
    told: list[object] = []
    stopped = WritingClock(whole, writes)
    pages = FolderDriver().scan(ScanRequest(driver="folder", paths=(str(inbox),)), Watch(stopped, told.append))
    page = next(pages)
    stopped.set()
    assert list(pages) == []
    assert not any(isinstance(event, FileRefused) for event in told)
    assert (page.width_px, page.height_px) == image.size


class WritingClock(threading.Event):
    """Instead of waiting between two looks, the copier writes a little more."""

    def __init__(self, file: Path, writes: Iterator[bytes]) -> None:
        super().__init__()
        self._file = file
        self._writes = writes

    def wait(self, timeout: float | None = None) -> bool:  # noqa: ARG002
        more = next(self._writes, None)
        if more is not None:
            self._file.write_bytes(more)
        return self.is_set()


def test_a_file_read_again_after_a_crash_gives_no_second_page(
    image: Image.Image, inbox: Path, spool: Path, key: bytes
) -> None:
    """The desk was killed after the page was safe and before the file was removed."""
    path = save(image, inbox / "a.png", dpi=(200, 200))
    pages = FolderDriver().scan(ScanRequest(driver="folder", paths=(str(inbox),)), _watch())
    assert seal_page(spool, next(pages), key) is not None
    pages.close()  # type: ignore[attr-defined]
    assert path.exists()
    again = FolderDriver().scan(ScanRequest(driver="folder", paths=(str(inbox),)), _watch())
    assert seal_page(spool, next(again), key) is None
    assert len(recover(spool)) == 1


def _watch() -> Watch:
    told: list[object] = []
    return Watch(WritingClock(Path(), iter(())), told.append)


def test_a_folder_that_is_gone_is_named(tmp_path: Path, spool: Path, key: bytes) -> None:
    _, end = run_session(ScanRequest(driver="folder", paths=(str(tmp_path / "gone"),)), spool, key)
    assert getattr(end, "fault", None) is Fault.FOLDER_MISSING


def test_importing_can_be_stopped_between_files(image: Image.Image, tmp_path: Path) -> None:
    path = str(save(image, tmp_path / "a.png", dpi=(200, 200)))
    stopped = threading.Event()
    told: list[object] = []
    request = ScanRequest(driver="files", paths=(path, path, path))
    pages = FilesDriver().scan(request, Watch(stopped, told.append))
    next(pages)
    stopped.set()
    assert list(pages) == []
