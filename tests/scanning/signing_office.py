"""A State that hands out tokens, small: a root, an authority below it, and SoftHSM2 tokens behind real PKCS#11."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID

LIBRARY = "/usr/lib/softhsm/libsofthsm2.so"
PIN = "246810"
NOW = datetime(2026, 11, 23, 2, 30, 7, tzinfo=UTC)
NOW_MS = int(NOW.timestamp() * 1000)
FOUNDED, CLOSED = datetime(2020, 1, 1, tzinfo=UTC), datetime(2045, 1, 1, tzinfo=UTC)
"""Wide enough for verifiers that go by the machine's own clock."""

LABEL = "Token thu"
SIGNER = "Nguyễn Thị Thử"
Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@dataclass(frozen=True)
class Authority:
    """A root and the authority that issues below it."""

    root: x509.Certificate
    issuer: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    @classmethod
    def found(cls) -> "Authority":
        """A new one, whose roots are good for twenty years."""
        root_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
        root = _certificate("Gốc thử", "Gốc thử", root_key.public_key(), root_key, FOUNDED, CLOSED, ca=True)
        issuer = _certificate("Nơi cấp thử", "Gốc thử", key.public_key(), root_key, FOUNDED, CLOSED, ca=True)
        return cls(root, issuer, key)

    def issue(self, key: Key, name: str = SIGNER, begins: datetime = FOUNDED, until: datetime = CLOSED,
              signs: bool = True) -> x509.Certificate:  # fmt: skip
        """A signer's certificate."""
        return _certificate(name, "Nơi cấp thử", key.public_key(), self.key, begins, until, signs=signs)


def _certificate(
    subject: str, issuer: str, public: object, key: Key, begins: datetime, until: datetime, *, ca: bool = False,
    signs: bool = True,
) -> x509.Certificate:  # fmt: skip
    def named(name: str) -> x509.Name:
        parts = [(NameOID.COMMON_NAME, name), (NameOID.ORGANIZATION_NAME, "UBND xã Thử"), (NameOID.COUNTRY_NAME, "VN")]
        return x509.Name([x509.NameAttribute(kind, value) for kind, value in parts])

    usage = x509.KeyUsage(
        digital_signature=signs and not ca, content_commitment=signs and not ca, key_encipherment=not signs,
        data_encipherment=False, key_agreement=False, key_cert_sign=ca, crl_sign=ca, encipher_only=False,
        decipher_only=False,
    )  # fmt: skip
    builder = x509.CertificateBuilder().subject_name(named(subject)).issuer_name(named(issuer))
    builder = builder.public_key(public).serial_number(x509.random_serial_number())  # type: ignore[arg-type]
    builder = builder.not_valid_before(begins).not_valid_after(until)
    builder = builder.add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
    builder = builder.add_extension(usage, critical=True)
    builder = builder.add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)  # type: ignore[arg-type]
    above = x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key())
    return builder.add_extension(above, critical=False).sign(key, hashes.SHA256())


def der(certificate: x509.Certificate) -> bytes:
    """Its bytes."""
    return certificate.public_bytes(serialization.Encoding.DER)


class Tokens:
    """A drawer of SoftHSM2 tokens in a folder; children see it where `SOFTHSM2_CONF` names `conf`."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.conf = folder / "tokens", folder / "softhsm2.conf"
        self.folder.mkdir(parents=True)
        self.conf.write_text(f"directories.tokendir = {self.folder}\nobjectstore.backend = file\nlog.level = ERROR\n")

    def issue(self, authority: Authority, key: Key, certificate: x509.Certificate, key_id: str = "01") -> None:
        """A token with the signer's key, their certificate and the chain above; it takes further keys."""
        if not any(self.folder.iterdir()):
            _run("softhsm2-util", "--init-token", "--free", "--label", LABEL, "--so-pin", "87654321", "--pin", PIN)
        pem = self.folder.parent / "key.pem"
        pem.write_bytes(key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        ))  # fmt: skip
        _run("softhsm2-util", "--import", str(pem), "--token", LABEL, "--label", "khoa", "--id", key_id, "--pin", PIN)
        pem.unlink()
        self._write({key_id: certificate, "a1": authority.issuer, "a2": authority.root})

    def pull_out(self) -> None:
        """Nobody finds the tokens any more."""
        for token in self.folder.iterdir():
            shutil.rmtree(token)

    def _write(self, certificates: dict[str, x509.Certificate]) -> None:
        """In a process of its own: a library that was begun keeps the drawer it was begun with."""
        lines = (
            f"{key_id}:{each.subject.public_bytes().hex()}:{der(each).hex()}" for key_id, each in certificates.items()
        )
        _run(sys.executable, "-c", PUT_CERTIFICATES, LIBRARY, LABEL, PIN, typed="\n".join(lines))


PUT_CERTIFICATES = """
import sys, pkcs11
from pkcs11 import Attribute as A, CertificateType, ObjectClass
library, label, pin = sys.argv[1:]
with pkcs11.lib(library).get_token(token_label=label).open(rw=True, user_pin=pin) as session:
    for line in sys.stdin.read().split():
        key_id, subject, value = (bytes.fromhex(part) for part in line.split(":"))
        session.create_object({
            A.CLASS: ObjectClass.CERTIFICATE, A.ID: key_id, A.TOKEN: True, A.PRIVATE: False,
            A.CERTIFICATE_TYPE: CertificateType.X_509, A.SUBJECT: subject, A.VALUE: value,
        })
"""


def _run(*command: str, typed: str = "") -> None:
    subprocess.run(command, input=typed, text=True, check=True, stdout=subprocess.DEVNULL)
