"""A PDF signed as PAdES baseline B-B, by an update after its last byte: nothing of what was signed is rewritten."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from typing import TYPE_CHECKING, Any

from scanning.signatures.faults import SigningError, SigningFault
from scanning.signatures.messages import Place

if TYPE_CHECKING:
    from scanning.signatures.token import UnlockedToken

VIETNAM = timezone(timedelta(hours=7))
LONGEST_SIGNATURE = 1024
"""Bytes kept free for the token's own signature: RSA with 8192 bits."""


def sign_pdf(pdf: bytes, token: UnlockedToken, at_ms: int, block: bytes = b"", place: Place | None = None) -> bytes:
    """The file with one signature more; raises SigningError.

    The block is a PDF of one page that is drawn at its place on page one, where that page is as large as was said.
    """
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
    from pyhanko.sign.general import SigningError as Unsignable
    from pyhanko.sign.signers import PdfSignatureMetadata

    at = datetime.fromtimestamp(at_ms // 1000, UTC).astimezone(VIETNAM)
    try:
        writer = IncrementalPdfFileWriter(BytesIO(pdf), strict=False)
        if writer.prev.encrypted:
            raise SigningError(SigningFault.FILE_UNFIT)
        name = f"ChuKy{len(writer.prev.embedded_signatures) + 1}"
        seen = place if place and _fits(writer, place) else None
        field = SigFieldSpec(name, on_page=0, box=_box(seen) if seen else None)
        metadata = PdfSignatureMetadata(field_name=name, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES)
        signer = _pdf_signer(metadata, _token_signer(token), field, _stamp(block) if seen else None, at)
        signed: bytes = signer.sign_pdf(writer).getvalue()
    except (PdfError, Unsignable, ValueError, TypeError, KeyError, RecursionError) as error:
        raise SigningError(SigningFault.FILE_UNFIT) from error
    return signed


def _token_signer(token: UnlockedToken) -> Any:
    """The signer that pyHanko asks, whose key stays on the token."""
    from pyhanko.sign.signers import Signer
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    class TokenSigner(Signer):  # type: ignore[misc]  # pyHanko publishes no types
        async def async_sign_raw(self, data: bytes, _: str, dry_run: bool = False) -> bytes:
            return bytes(LONGEST_SIGNATURE) if dry_run else token.sign(data)

    return TokenSigner(signing_cert=token.certificate, cert_registry=SimpleCertificateStore.from_certs(token.chain))


def _pdf_signer(metadata: Any, signer: Any, field: Any, style: Any, at: datetime) -> Any:
    """A signer whose clock is the desk's; PDF/A-1 wants an appearance even of a field that nobody sees."""
    from pyhanko.pdf_utils import generic
    from pyhanko.sign.signers import PdfSigner

    class AtItsTime(PdfSigner):  # type: ignore[misc]  # pyHanko publishes no types
        def init_signing_session(self, *args: Any, **kw: Any) -> Any:
            session = super().init_signing_session(*args, **kw)
            session.system_time = at
            session.sig_field.setdefault(generic.NameObject("/AP"), _nothing_to_see(session.pdf_out))
            return session

    return AtItsTime(metadata, signer, new_field_spec=field, stamp_style=style)


def _nothing_to_see(writer: Any) -> Any:
    from pyhanko.pdf_utils import generic

    name, number = generic.NameObject, generic.NumberObject
    box = generic.ArrayObject([number(0)] * 4)
    form = {name("/Type"): name("/XObject"), name("/Subtype"): name("/Form"), name("/BBox"): box}
    drawn = writer.add_object(generic.StreamObject(form, stream_data=b""))
    return generic.DictionaryObject({name("/N"): drawn})


def _fits(writer: Any, place: Place) -> bool:
    """Whether page one is upright and as large as whoever chose the place believed."""
    page_ref, _ = writer.prev.find_page_for_modification(0)
    page = page_ref.get_object()
    left, bottom, right, top = map(float, page.get("/MediaBox", (0, 0, 0, 0)))
    same = abs(right - place.page_width) < 1 and abs(top - place.page_height) < 1
    return same and left == bottom == 0 and not page.get("/Rotate", 0) and "/CropBox" not in page


def _box(place: Place) -> tuple[int, int, int, int]:
    left, bottom = round(place.left), round(place.bottom)
    return left, bottom, left + round(place.width), bottom + round(place.height)


def _stamp(block: bytes) -> Any:
    """A signature field that shows the block's page and nothing else."""
    from pyhanko.pdf_utils import layout
    from pyhanko.pdf_utils.content import PdfContent
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.stamp import StaticStampStyle

    class Block(PdfContent):  # type: ignore[misc]  # pyHanko publishes no types
        def render(self) -> bytes:
            drawn = self.writer.import_page_as_xobject(PdfFileReader(BytesIO(block)))
            self.resources.xobject["/Block"] = drawn
            left, bottom, right, top = map(float, drawn.get_object()["/BBox"])
            self.box = layout.BoxConstraints(width=right - left, height=top - bottom)
            return b"/Block Do"

    whole = layout.SimpleBoxLayoutRule(
        x_align=layout.AxisAlignment.ALIGN_MIN, y_align=layout.AxisAlignment.ALIGN_MIN,
        margins=layout.Margins.uniform(0), inner_content_scaling=layout.InnerScaling.NO_SCALING,
    )  # fmt: skip
    return StaticStampStyle(border_width=0, background=Block(), background_layout=whole, background_opacity=1.0)
