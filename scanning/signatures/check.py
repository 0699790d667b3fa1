"""Who signed a PDF, when, and whether it is still what was signed; read in a child where the file is a stranger's."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from enum import StrEnum
from io import BytesIO
from typing import Any

import msgspec

from scanning.signatures.token import SIGNING_USAGES, one_name

MOST_SIGNATURES = 20
"""More than a paper passes desks; a file with thousands was made to take for ever."""

FORGEABLE = {"md5", "sha1"}
"""Digests for which two files of one value can be made."""


class Content(StrEnum):
    """Whether a file is what was signed."""

    WHOLE = "whole"
    SIGNED_AGAIN = "signed-again"
    """Nothing but further signatures came after it."""
    ADDED_TO = "added-to"
    """What the signature covers is untouched, but something else was laid over it or put behind it."""
    ALTERED = "altered"
    UNPROVEN = "unproven"
    """The signature itself is wrong or torn, or made by an algorithm that can be forged, such as SHA-1."""


class Trust(StrEnum):
    """Whether the trust list of this desk leads to the signer."""

    KNOWN = "known"
    UNKNOWN = "unknown"
    NO_LIST = "no-list"


class Signature(msgspec.Struct, frozen=True):
    """One signature as it says of itself (`at_ms` is the signer's own clock), and what was found."""

    signer: str
    organization: str
    issuer: str
    at_ms: int | None
    content: Content
    trust: Trust
    expired_on_ms: int | None = None
    """The end of a certificate that is over now."""
    early: bool = False
    """Whether the signer's clock stood before the certificate began, or after it had ended."""


class Trouble(StrEnum):
    """Why a file's signatures cannot be told."""

    UNREADABLE = "unreadable"
    TOO_MANY = "too-many"
    TOO_LONG = "too-long"
    NO_CHECKER = "no-checker"
    """What checks cannot be loaded on this machine: nothing is said of the file."""


class Checked(msgspec.Struct, frozen=True):
    """The signatures in the order they were made; none and no trouble where nobody signed."""

    signatures: tuple[Signature, ...] = ()
    trouble: Trouble | None = None


def check(pdf: bytes, anchors: Iterable[bytes], at_ms: int) -> Checked:
    """Every signature of a file; `anchors` are the trust list's certificates (DER). Revocation is never asked about."""
    if b"/ByteRange" not in pdf:
        return Checked()
    try:
        return _check(pdf, list(anchors), at_ms)
    except ImportError:
        return Checked(trouble=Trouble.NO_CHECKER)
    except MemoryError:
        return Checked(trouble=Trouble.TOO_LONG)
    except Exception:  # noqa: BLE001 — another's parser over a stranger's file: whatever it raises, the file is unreadable
        return Checked(trouble=Trouble.UNREADABLE)


def holds_by(pdf: bytes, certificate: bytes) -> bool:
    """Whether a certificate (DER) has signed this file and the signature holds."""
    if b"/ByteRange" not in pdf:
        return False
    for embedded, status in _statuses(pdf, []):
        if embedded.signer_cert.dump() == certificate and _content(status) in {Content.WHOLE, Content.SIGNED_AGAIN}:
            return True
    return False


def _check(pdf: bytes, anchors: list[bytes], at_ms: int) -> Checked:
    from pyhanko.pdf_utils.reader import PdfFileReader

    count = len(PdfFileReader(BytesIO(pdf), strict=False).embedded_regular_signatures)
    if not 0 < count <= MOST_SIGNATURES:  # there is a signature's mark, so none to be found is no clean file
        return Checked(trouble=Trouble.TOO_MANY if count else Trouble.UNREADABLE)
    return Checked(tuple(_tell(embedded, status, anchors, at_ms) for embedded, status in _statuses(pdf, anchors)))


def _statuses(pdf: bytes, anchors: list[bytes]) -> Iterator[tuple[Any, Any]]:
    """Each signature with what pyHanko finds of it; None where it cannot even be judged."""
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import KeyUsageConstraints, validate_pdf_signature
    from pyhanko.sign.validation.errors import SignatureValidationError

    _silence()
    for embedded in PdfFileReader(BytesIO(pdf), strict=False).embedded_regular_signatures:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                usage = KeyUsageConstraints(key_usage=SIGNING_USAGES)
                yield embedded, validate_pdf_signature(embedded, _context(embedded, anchors), key_usage_settings=usage)
        except SignatureValidationError:
            yield embedded, None


def _silence() -> None:
    """The libraries log the names of signers, with tracebacks."""
    for library in ("pyhanko", "pyhanko_certvalidator"):
        logger = logging.getLogger(library)
        logger.propagate, logger.handlers = False, [logging.NullHandler()]


def _context(embedded: Any, anchors: list[bytes]) -> Any:
    """Nothing is fetched; certificates are weighed at the instant the signer claims."""
    from asn1crypto import x509
    from pyhanko_certvalidator import ValidationContext

    roots = [x509.Certificate.load(anchor) for anchor in anchors]
    return ValidationContext(trust_roots=roots, allow_fetching=False, moment=embedded.self_reported_timestamp)


def _tell(embedded: Any, status: Any, anchors: list[bytes], at_ms: int) -> Signature:
    certificate, at = embedded.signer_cert, embedded.self_reported_timestamp
    validity = certificate["tbs_certificate"]["validity"]
    begins, ends = validity["not_before"].native, validity["not_after"].native
    trusted = status is not None and status.trusted
    return Signature(
        signer=one_name(certificate.subject.native, "common_name"),
        organization=one_name(certificate.subject.native, "organization_name"),
        issuer=one_name(certificate.issuer.native, "common_name"),
        at_ms=_ms(at) if at else None, content=_content(status),
        trust=Trust.KNOWN if trusted else Trust.UNKNOWN if anchors else Trust.NO_LIST,
        expired_on_ms=_ms(ends) if _ms(ends) < at_ms else None,
        early=bool(at) and not _ms(begins) <= _ms(at) <= _ms(ends),
    )  # fmt: skip


def _content(status: Any) -> Content:
    from pyhanko.sign.diff_analysis import ModificationLevel
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    if status is None or status.md_algorithm in FORGEABLE or (status.intact and not status.valid):
        return Content.UNPROVEN
    if not status.intact:
        return Content.ALTERED
    if status.coverage == SignatureCoverageLevel.ENTIRE_FILE:
        return Content.WHOLE
    harmless = {ModificationLevel.NONE, ModificationLevel.LTA_UPDATES, ModificationLevel.FORM_FILLING}
    revision = status.coverage == SignatureCoverageLevel.ENTIRE_REVISION
    if revision and status.docmdp_ok and status.modification_level in harmless:
        return Content.SIGNED_AGAIN
    return Content.ADDED_TO


def _ms(at: datetime) -> int:
    return int((at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp() * 1000)
