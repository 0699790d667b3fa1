"""What passes between the desk and the child that holds the token: JSON lines, and the bytes of files after them."""

import msgspec

from scanning.signatures.faults import SigningFault


class Look(msgspec.Struct, frozen=True, tag="look"):
    """Tell the certificates of all tokens that are plugged in; nothing is unlocked."""

    library: str
    at_ms: int


class Unlock(msgspec.Struct, frozen=True, tag="unlock"):
    """Unlock the token that holds this certificate (SHA-256 in hex); the PIN comes by this pipe alone."""

    library: str
    fingerprint: str
    pin: str
    at_ms: int

    def __repr__(self) -> str:
        """Without the PIN, wherever it may be printed."""
        return "Unlock(…)"


class Place(msgspec.Struct, frozen=True):
    """Where the block lies on a page of this size, in points from its lower left corner."""

    left: float
    bottom: float
    width: float
    height: float
    page_width: float
    page_height: float


class Sign(msgspec.Struct, frozen=True, tag="sign"):
    """Sign the PDF that follows, after the block's own; without a place the signature is not seen on the page."""

    at_ms: int
    pdf_bytes: int
    block_bytes: int = 0
    place: Place | None = None


class Seen(msgspec.Struct, frozen=True):
    """A certificate on a token; `fault` is why it cannot sign now."""

    fingerprint: str
    name: str
    organization: str
    issuer: str
    not_after_ms: int
    token: str
    fault: SigningFault | None = None


class Certificates(msgspec.Struct, frozen=True, tag="certificates"):
    """Answer to `Look`."""

    seen: tuple[Seen, ...]


class Ready(msgspec.Struct, frozen=True, tag="ready"):
    """Answer to `Unlock`: files may come."""


class Signed(msgspec.Struct, frozen=True, tag="signed"):
    """Answer to `Sign`: the signed file follows; 0 bytes where this certificate had signed it and it still holds."""

    pdf_bytes: int


class Refused(msgspec.Struct, frozen=True, tag="refused"):
    """Answer to anything: why not."""

    fault: SigningFault


Request = Look | Unlock | Sign
Answer = Certificates | Ready | Signed | Refused
