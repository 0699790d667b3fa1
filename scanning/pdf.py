"""Pages into the PDF the archive keeps: layered, PDF/A-1b, and under an office's ceiling where quality allows.

PDF/A-1b (ISO 19005-1): PDF 1.4, own XMP, an sRGB output intent, an /ID, stencils instead of transparency.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scanning.errors import Fault, ScanError
from scanning.layers import ARCHIVE, TILE_DPI, Layers, Quality, coarsen, split_page
from scanning.layers_codecs import Stencil, StencilFilter
from scanning.picture import ARCHIVE_FLOOR_DPI
from scanning.srgb import srgb_profile

if TYPE_CHECKING:
    import pikepdf

    from scanning.pages import PageImage

COARSER = (Quality(paper=30, pattern=14, tiles=18), Quality(paper=22, pattern=9, tiles=12))
"""The steps below the archive's own quality; colour of seals and pens is never under 200 dpi, print never lossy."""

_XMP = b"""<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True, slots=True)
class ArchivePdf:
    """The file, and how far its colours had to be coarsened for the ceiling (0 is not at all)."""

    data: bytes
    pages: int
    coarser: int
    fits: bool


def archive_pdf(pages: Iterable[PageImage], ceiling_bytes: int | None = None) -> ArchivePdf:
    """One PDF/A-1b of all pages at their physical size, taken one by one; the same pages give the same bytes.

    Over the ceiling the colour layers are coarsened in steps; what is over it even then is given whole, and said
    (`fits`). Raises ScanError for a page under the archive's 200 dpi.
    """
    layers = [_split(page) for page in pages]
    data, coarser = _write(layers), 0
    for quality in COARSER:
        if ceiling_bytes is None or len(data) <= ceiling_bytes:
            break
        layers = [coarsen(page, quality) for page in layers]
        data, coarser = _write(layers), coarser + 1
    return ArchivePdf(data, len(layers), coarser, fits=ceiling_bytes is None or len(data) <= ceiling_bytes)


def _split(page: PageImage) -> Layers:
    if page.dpi < ARCHIVE_FLOOR_DPI:
        raise ScanError(Fault.LOW_RESOLUTION)
    return split_page(page.pixels, page.dpi, ARCHIVE)


def _write(pages: Iterable[Layers]) -> bytes:
    import pikepdf

    with pikepdf.new() as pdf:
        _claim_archive(pdf)
        for page in pages:
            _add_page(pdf, page)
        out = io.BytesIO()
        no_streams = pikepdf.ObjectStreamMode.disable
        pdf.save(out, deterministic_id=True, object_stream_mode=no_streams, min_version="1.4", force_version="1.4")
    return out.getvalue()


def _claim_archive(pdf: pikepdf.Pdf) -> None:
    """What the file says of itself, and which colours its numbers mean."""
    from pikepdf import Array, Dictionary, Name

    metadata = pdf.make_stream(_XMP)
    metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = metadata
    profile = pdf.make_stream(srgb_profile())
    profile.N = 3
    intent = Dictionary(
        Type=Name.OutputIntent, S=Name.GTS_PDFA1, OutputConditionIdentifier="sRGB", DestOutputProfile=profile
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def _add_page(pdf: pikepdf.Pdf, page: Layers) -> None:
    """Paper, tiles and print drawn upon each other, as large as the sheet that was scanned."""
    from pikepdf import Dictionary

    width_pt, height_pt = (side * 72 for side in page.size_in)
    images = {"/Paper": _jpeg(pdf, page.paper)}
    content = [_drawn("Paper", 0, 0, width_pt, height_pt)]
    scale = 72 / TILE_DPI
    for number, (jpeg, box) in enumerate((tile.jpeg, tile.box) for tile in page.tiles):
        images[f"/Tile{number}"] = _jpeg(pdf, jpeg)
        size = ((box.right - box.left) * scale, (box.bottom - box.top) * scale)
        content.append(_drawn(f"Tile{number}", box.left * scale, height_pt - box.bottom * scale, *size))
    if page.print is not None:
        images["/Print"] = _stencil(pdf, page.print)
        blue, green, red = (channel / 255 for channel in page.ink)
        content += [f"{red:.3f} {green:.3f} {blue:.3f} rg", _drawn("Print", 0, 0, width_pt, height_pt)]
    pdf.add_blank_page(page_size=(width_pt, height_pt))
    sheet = pdf.pages[-1]
    sheet.Resources = Dictionary(XObject=Dictionary(images))
    sheet.Contents = pdf.make_stream("\n".join(content).encode())


def _drawn(name: str, x_pt: float, y_pt: float, width_pt: float, height_pt: float) -> str:
    return f"q {width_pt:.4f} 0 0 {height_pt:.4f} {x_pt:.4f} {y_pt:.4f} cm /{name} Do Q"


def _jpeg(pdf: pikepdf.Pdf, data: bytes) -> pikepdf.Object:
    from pikepdf import Name
    from PIL import Image

    with Image.open(io.BytesIO(data)) as header:
        width_px, height_px = header.size
    image = _image(pdf, data, width_px, height_px)
    image.Filter, image.BitsPerComponent, image.ColorSpace = Name.DCTDecode, 8, Name.DeviceRGB
    return image


def _stencil(pdf: pikepdf.Pdf, stencil: Stencil) -> pikepdf.Object:
    """Ink is painted, paper is left as it is."""
    from pikepdf import Dictionary, Name

    image = _image(pdf, stencil.data, stencil.width_px, stencil.height_px)
    image.Filter, image.BitsPerComponent, image.ImageMask = Name("/" + stencil.filter), 1, True
    if stencil.filter is StencilFilter.GROUP_4:
        image.DecodeParms = Dictionary(K=-1, Columns=stencil.width_px, Rows=stencil.height_px)
    return image


def _image(pdf: pikepdf.Pdf, data: bytes, width_px: int, height_px: int) -> pikepdf.Object:
    from pikepdf import Name

    image = pdf.make_stream(data)
    image.Type, image.Subtype, image.Width, image.Height = Name.XObject, Name.Image, width_px, height_px
    return image
