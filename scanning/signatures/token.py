"""A signer's token behind its maker's PKCS#11 library; used in a child only, since such libraries crash and hang."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from scanning.signatures.faults import SigningError, SigningFault
from scanning.signatures.messages import Seen

if TYPE_CHECKING:
    import pkcs11
    from pkcs11 import _pkcs11

SIGNING_USAGES = {"digital_signature", "non_repudiation"}
SHA256_DIGEST_INFO = bytes.fromhex("3031300d060960864801650304020105000420")
"""What PKCS#1 v1.5 puts before a SHA-256 digest (RFC 8017, 9.2); every token can sign that, few can hash."""


@dataclass(frozen=True, slots=True)
class Held:
    """A certificate on a token, and the id it shares with its key."""

    slot: pkcs11.Slot
    key_id: bytes
    certificate: Any
    """asn1crypto's x509.Certificate."""

    @property
    def fingerprint(self) -> str:
        """SHA-256 in hex."""
        return sha256(self.certificate.dump()).hexdigest()


class UnlockedToken:
    """A logged-in session with one key; signs digests until it is closed or its token goes."""

    def __init__(self, library: _pkcs11.lib, held: Held, chain: tuple[Any, ...], session: pkcs11.Session) -> None:
        self.certificate, self.chain = held.certificate, chain
        self._library, self._held, self._session = library, held, session
        self._key = self._find_key()

    def sign(self, data: bytes) -> bytes:
        """The signature over SHA-256 of the data, as CMS wants it; raises SigningError."""
        import pkcs11
        from pkcs11.util.ec import encode_ecdsa_signature

        digest = sha256(data).digest()
        try:
            if self._key.key_type == pkcs11.KeyType.EC:
                return encode_ecdsa_signature(self._key.sign(digest, mechanism=pkcs11.Mechanism.ECDSA))
            return bytes(self._key.sign(SHA256_DIGEST_INFO + digest, mechanism=pkcs11.Mechanism.RSA_PKCS))
        except pkcs11.PKCS11Error as error:
            raise SigningError(self._why()) from error

    def _find_key(self) -> Any:
        import pkcs11

        wanted = {pkcs11.Attribute.CLASS: pkcs11.ObjectClass.PRIVATE_KEY, pkcs11.Attribute.ID: self._held.key_id}
        keys = list(self._session.get_objects(wanted))
        if not keys:
            raise SigningError(SigningFault.NO_KEY)
        return keys[0]

    def _why(self) -> SigningFault:
        """Whether the token that does not sign is still there."""
        try:
            there = any(held.fingerprint == self._held.fingerprint for held in find_certificates(self._library))
        except SigningError:
            there = False
        return SigningFault.TOKEN_FAILED if there else SigningFault.REMOVED


def open_library(path: str) -> _pkcs11.lib:
    """The maker's library; raises SigningError for a file that is none."""
    import pkcs11

    try:
        return pkcs11.lib(path)
    except (RuntimeError, OSError) as error:
        raise SigningError(SigningFault.NO_LIBRARY) from error


def find_certificates(library: _pkcs11.lib) -> list[Held]:
    """The certificates of people and offices on all tokens, without a PIN; raises SigningError without a token."""
    found = [held for held in _all_certificates(library) if not held.certificate.ca]
    if not found:
        raise SigningError(SigningFault.NO_CERTIFICATE)
    return found


def look(library: _pkcs11.lib, at_ms: int) -> tuple[Seen, ...]:
    """What may be chosen from; a certificate that cannot sign says why."""
    return tuple(_describe(held, at_ms) for held in find_certificates(library))


@contextmanager
def unlock(library: _pkcs11.lib, fingerprint: str, pin: str, at_ms: int) -> Iterator[UnlockedToken]:
    """The token with this certificate, open as long as the block runs; raises SigningError before a PIN is wasted."""
    import pkcs11

    held = next((each for each in find_certificates(library) if each.fingerprint == fingerprint), None)
    if held is None:
        raise SigningError(SigningFault.NO_TOKEN)
    if fault := unfit(held.certificate, at_ms):
        raise SigningError(fault)
    chain = tuple(each.certificate for each in _all_certificates(library) if each.certificate.ca)
    token = held.slot.get_token()
    if pkcs11.TokenFlag.USER_PIN_LOCKED in token.flags:
        raise SigningError(SigningFault.PIN_LOCKED)
    try:
        session = token.open(user_pin=pin)
    except pkcs11.PKCS11Error as error:
        raise SigningError(_after_login(error, held.slot)) from error
    with session:
        yield UnlockedToken(library, held, chain, session)


def unfit(certificate: Any, at_ms: int) -> SigningFault | None:
    """Why a certificate cannot sign at this instant."""
    validity = certificate["tbs_certificate"]["validity"]
    if at_ms > validity["not_after"].native.timestamp() * 1000:
        return SigningFault.EXPIRED
    if at_ms < validity["not_before"].native.timestamp() * 1000:
        return SigningFault.NOT_YET
    usage = certificate.key_usage_value
    if usage is not None and not SIGNING_USAGES & usage.native:
        return SigningFault.USAGE
    return None


def pin_fault(flags: pkcs11.TokenFlag) -> SigningFault:
    """How a token stands after a wrong PIN (PKCS #11, CK_TOKEN_INFO flags)."""
    import pkcs11

    for flag, fault in (
        (pkcs11.TokenFlag.USER_PIN_LOCKED, SigningFault.PIN_LOCKED),
        (pkcs11.TokenFlag.USER_PIN_FINAL_TRY, SigningFault.PIN_LAST),
        (pkcs11.TokenFlag.USER_PIN_COUNT_LOW, SigningFault.PIN_LOW),
    ):
        if flag in flags:
            return fault
    return SigningFault.PIN_WRONG


def _after_login(error: pkcs11.PKCS11Error, slot: pkcs11.Slot) -> SigningFault:
    from pkcs11 import exceptions

    if isinstance(error, exceptions.PinLocked):
        return SigningFault.PIN_LOCKED
    if isinstance(error, exceptions.PinExpired | exceptions.UserPinNotInitialized):
        return SigningFault.PIN_UNSET
    if isinstance(error, exceptions.PinIncorrect | exceptions.PinInvalid | exceptions.PinLenRange):
        return pin_fault(slot.get_token().flags)
    if isinstance(error, exceptions.TokenNotPresent | exceptions.DeviceRemoved):
        return SigningFault.REMOVED
    return SigningFault.TOKEN_FAILED


def _all_certificates(library: _pkcs11.lib) -> list[Held]:
    import pkcs11

    try:
        slots = [slot for slot in library.get_slots(token_present=True) if _usable(slot)]
        if not slots:
            raise SigningError(SigningFault.NO_TOKEN)
        return [held for slot in slots for held in _of_slot(slot)]
    except pkcs11.PKCS11Error as error:
        raise SigningError(SigningFault.NO_TOKEN) from error


def _usable(slot: pkcs11.Slot) -> bool:
    import pkcs11

    return pkcs11.TokenFlag.TOKEN_INITIALIZED in slot.get_token().flags


def _of_slot(slot: pkcs11.Slot) -> Iterator[Held]:
    import pkcs11
    from asn1crypto import x509

    with slot.get_token().open() as session:
        for each in session.get_objects({pkcs11.Attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE}):
            certificate = x509.Certificate.load(bytes(each[pkcs11.Attribute.VALUE]))
            yield Held(slot, bytes(each[pkcs11.Attribute.ID]), certificate)


def _describe(held: Held, at_ms: int) -> Seen:
    subject, issuer = held.certificate.subject.native, held.certificate.issuer.native
    not_after = held.certificate["tbs_certificate"]["validity"]["not_after"].native
    return Seen(
        fingerprint=held.fingerprint, name=one_name(subject, "common_name"),
        organization=one_name(subject, "organization_name"), issuer=one_name(issuer, "common_name"),
        not_after_ms=int(not_after.timestamp() * 1000), token=held.slot.get_token().label.strip(),
        fault=unfit(held.certificate, at_ms),
    )  # fmt: skip


def one_name(names: dict[str, object], wanted: str) -> str:
    """A part of a distinguished name as one line; a certificate may bear several or none."""
    value = names.get(wanted, "")
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())[:200]
