"""This desk's own certificate, under which it answers the other desks; they pin it when they are paired."""

import secrets
import ssl
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

if TYPE_CHECKING:
    from dossiers.store.desk import Desk

NAME = "quay.motcua"
"""Whom every such certificate names: addresses in an office change, the pinned key does not."""

CERTIFICATE, KEY = "lan_certificate", "lan_certificate_key"
YEARS = 30
PEM = serialization.Encoding.PEM


@dataclass(frozen=True, slots=True)
class Identity:
    """Certificate and private key in PEM."""

    certificate: bytes
    key: bytes


def identity(desk: "Desk") -> Identity:
    """The desk's, made when first asked for."""
    certificate, key = desk.wire.get(CERTIFICATE), desk.wire.get(KEY)
    if certificate is None or key is None:
        made = _make()
        desk.wire.set(KEY, made.key)
        desk.wire.set(CERTIFICATE, made.certificate)
        return made
    return Identity(certificate, key)


def server_context(own: Identity) -> ssl.SSLContext:
    """TLS 1.3 with this certificate. OpenSSL reads keys from files only, so one exists for a moment, encrypted."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    password = secrets.token_bytes(32).hex()
    key = serialization.load_pem_private_key(own.key, None)
    sealed = key.private_bytes(
        PEM, serialization.PrivateFormat.PKCS8, serialization.BestAvailableEncryption(password.encode())
    )
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "pair.pem"
        file.write_bytes(own.certificate + sealed)
        context.load_cert_chain(file, password=password)
    return context


def digest(certificate: bytes) -> bytes:
    """The certificate as both ends of a pairing must have seen it."""
    return x509.load_pem_x509_certificate(certificate).fingerprint(hashes.SHA256())


def _make() -> Identity:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    # A desk whose clock is years behind must still be able to verify it.
    start = datetime(2020, 1, 1, tzinfo=UTC)
    built = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(start)
        .not_valid_after(max(start, datetime.now(UTC)) + timedelta(days=365 * YEARS))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    plain = serialization.NoEncryption()
    return Identity(built.public_bytes(PEM), key.private_bytes(PEM, serialization.PrivateFormat.PKCS8, plain))
