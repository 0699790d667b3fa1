"""The certificates this office trusts to name signers: files in a folder that it was given, none to begin with."""

from collections.abc import Iterator
from pathlib import Path

SUFFIXES = {".cer", ".crt", ".der", ".pem"}
MOST_FILES = 200
MOST_BYTES = 64_000


def read_anchors(folder: str) -> tuple[bytes, ...]:
    """Their DER bytes; what is no certificate is passed over, and a folder that is not there holds none."""
    if not folder or not Path(folder).is_dir():
        return ()
    files = sorted(each for each in Path(folder).iterdir() if each.suffix.lower() in SUFFIXES)
    return tuple(anchor for each in files[:MOST_FILES] for anchor in _certificates(each))


def _certificates(file: Path) -> Iterator[bytes]:
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import Encoding

    try:
        data = file.read_bytes() if file.stat().st_size <= MOST_BYTES else b""
        written = b"-----BEGIN" in data
        found = x509.load_pem_x509_certificates(data) if written else [x509.load_der_x509_certificate(data)]
    except (OSError, ValueError):
        return
    yield from (each.public_bytes(Encoding.DER) for each in found)
