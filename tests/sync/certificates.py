"""An authority of our own and what it signs, for tests of TLS on loopback."""

import ipaddress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec


def certificate(folder: Path, name: str, address: str = "127.0.0.1") -> tuple[Path, Path, bytes]:
    """An authority of our own and a certificate of it for an address: chain file, key file, authority in PEM."""
    made = [ec.generate_private_key(ec.SECP256R1()) for _ in range(2)]
    authority, leaf = made
    day, now = timedelta(days=1), datetime.now(UTC)
    issuer = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, address)])

    def built(owner: x509.Name, key: ec.EllipticCurvePrivateKey, extra: x509.ExtensionType) -> x509.Certificate:
        builder = x509.CertificateBuilder().subject_name(owner).issuer_name(issuer).public_key(key.public_key())
        builder = builder.serial_number(x509.random_serial_number())
        builder = builder.not_valid_before(now - day).not_valid_after(now + day)
        return builder.add_extension(extra, critical=True).sign(authority, hashes.SHA256())

    root = built(issuer, authority, x509.BasicConstraints(ca=True, path_length=0))
    names = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))])
    cert = built(subject, leaf, names)
    pem = serialization.Encoding.PEM
    chain, key_file = folder / f"{name}.pem", folder / f"{name}.key"
    chain.write_bytes(cert.public_bytes(pem))
    plain = serialization.NoEncryption()
    key_file.write_bytes(leaf.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain))
    return chain, key_file, root.public_bytes(pem)
