"""Signed PDFs as strangers make them: a good one, and some made to take for ever, to deceive or to kill."""

from functools import cache
from io import BytesIO

from scanning.signatures.check import Checked, Trouble, check
from tests.fuzz.doors import one_page_pdf, pdf_of
from tests.fuzz.harness import Door

NOW_MS = 1_795_401_007_000


@cache
def signed_file(digest: str = "sha256") -> bytes:
    """A small PDF signed by a key of its own."""
    from asn1crypto import keys, x509
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.fields import SigSeedSubFilter
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    from tests.scanning.signing_office import Authority, der

    key = ec.generate_private_key(ec.SECP256R1())
    secret = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    signer = SimpleSigner(
        signing_cert=x509.Certificate.load(der(Authority.found().issue(key))),
        signing_key=keys.PrivateKeyInfo.load(secret), cert_registry=SimpleCertificateStore(),
    )  # fmt: skip
    metadata = PdfSignatureMetadata(field_name="A", md_algorithm=digest, subfilter=SigSeedSubFilter.PADES)
    writer = IncrementalPdfFileWriter(BytesIO(one_page_pdf(300)))
    signed: bytes = PdfSigner(metadata, signer).sign_pdf(writer).getvalue()
    return signed


@cache
def hostile_files() -> dict[str, bytes]:
    """By what is wrong with each."""
    good = signed_file()
    start = good.index(b"/Contents <") + len(b"/Contents <")
    end = good.index(b">", start)
    begins = good.index(b"/ByteRange")
    ends = good.index(b"]", begins) + 1
    lie = b"/ByteRange [0 9 999999999999 9]".ljust(ends - begins)
    kind = b"/Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached"
    signature = b"<<%s/ByteRange[0 1 2 3]/Contents<%s>>>" % (kind, good[start:end])
    page = b"<</Type/Pages/Kids[]/Count 0>>"
    crowd = [b"<</FT/Sig/T(%d)/V 3 0 R>>" % number for number in range(5000)]
    listed = b" ".join(b"%d 0 R" % (4 + number) for number in range(5000))
    circle = b"<</T(A)/FT/Sig/Kids[3 0 R]/V<</ByteRange[0 1 2 3]>>>>"
    return {
        "torn": good[: len(good) * 3 // 4],
        "no signature inside": good[:start] + b"0" * (end - start) + good[end:],
        "another range": good[:begins] + lie + good[ends:],
        "thousands of signatures": pdf_of(page, signature, *crowd, form=b"<</Fields[%s]/SigFlags 3>>" % listed),
        "fields in a circle": pdf_of(page, circle, form=b"<</Fields[3 0 R]>>"),
        "nested without end": pdf_of(page, b"[" * 100_000 + b"/ByteRange", form=b"<</Fields[3 0 R]>>"),
        "tables in a circle": one_page_pdf(300).replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev 200") + b"\n%/ByteRange",
    }


def _read(data: bytes) -> Checked:
    """Whatever is found of a file that its reader does not know by its name is a finding, not an exception."""
    found = check(data, [], NOW_MS)
    assert found.trouble is None or isinstance(found.trouble, Trouble)
    return found


SIGNED_DOORS = (
    Door("signed PDF", lambda: [signed_file()], lambda: _read, (), lambda: tuple(hostile_files().values())),
)
