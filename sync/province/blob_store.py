"""Where verified scans lie for good: a folder that the workers share, or any S3-compatible store by URL."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Protocol
from urllib.parse import parse_qs, urlsplit

from dossiers.errors import InvalidInput, KnownError
from dossiers.store.durable import sync_folder

if TYPE_CHECKING:
    from types import ModuleType

READ_BYTES = 1 << 20
S3_TIMEOUT_S = 30
S3_TRIES = 4
S3_FORM = "s3://BUCKET/PREFIX?endpoint=https://…&region=…"


class ShelfAway(KnownError):
    """The store of scans does not answer; what has arrived is kept and put there later."""


class Shelf(Protocol):
    """Verified files by their SHA-256; a file is put here once and never changes."""

    def put(self, name: bytes, file: Path) -> None:
        """Take a verified file over; durable when it returns. Raises ShelfAway with the file where it was."""

    def holds(self, name: bytes) -> bool:
        """Whether a file of this name is here; raises ShelfAway."""

    def is_sound(self, name: bytes) -> bool:
        """Whether the file is here and still has its hash; reads all of it. Raises ShelfAway."""

    def read(self, name: bytes, start: int) -> Iterator[bytes]:
        """The bytes of a file from an offset on; raises ShelfAway, also where it is not here."""


def open_shelf(url: str, folder: Path) -> Shelf:
    """The store at an `s3://` URL, else the folder; raises InvalidInput for a URL of another kind."""
    return S3Shelf(url) if url else FolderShelf(folder)


class FolderShelf:
    """Files in a folder, spread over 256 by the first byte of their names."""

    def __init__(self, folder: Path) -> None:
        """Keep files under `folder`, which is made when missing."""
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def path(self, name: bytes) -> Path:
        """Where a file lies."""
        return self._folder / name.hex()[:2] / name.hex()

    def put(self, name: bytes, file: Path) -> None:
        """By a rename: the shelf must be on the disk that the file arrived on."""
        target = self.path(name)
        target.parent.mkdir(exist_ok=True)
        file.replace(target)
        for folder in (target.parent, self._folder, file.parent):
            sync_folder(folder)

    def holds(self, name: bytes) -> bool:
        """Whether it is there."""
        return self.path(name).exists()

    def is_sound(self, name: bytes) -> bool:
        """Hash it once more."""
        if not self.holds(name):
            return False
        with self.path(name).open("rb") as source:
            return digest(source) == name

    def read(self, name: bytes, start: int) -> Iterator[bytes]:
        """Straight from the disk."""
        try:
            source = self.path(name).open("rb")
        except FileNotFoundError as error:
            raise ShelfAway("Kho tệp quét không có tệp này. Báo cán bộ tỉnh.") from error
        with source:
            source.seek(start)
            while piece := source.read(READ_BYTES):
                yield piece


class S3Shelf:
    """Objects in a bucket, each under its hash in hex; who may write there says boto3's usual environment."""

    def __init__(self, url: str) -> None:
        """Open `s3://bucket/prefix?endpoint=…&region=…`; raises InvalidInput, or KnownError without boto3."""
        parts = urlsplit(url)
        query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        if parts.scheme != "s3" or not parts.netloc or query.keys() - {"endpoint", "region"}:
            raise InvalidInput("Nơi để tệp quét phải có dạng {form}.", field="scans", form=S3_FORM)
        self._bucket = parts.netloc
        self._prefix = parts.path.strip("/")
        boto3 = _boto3()
        from botocore.config import Config  # type: ignore[import-untyped]

        settings = Config(
            connect_timeout=S3_TIMEOUT_S, read_timeout=S3_TIMEOUT_S,
            retries={"max_attempts": S3_TRIES, "mode": "standard"},
        )  # fmt: skip
        self._client: Any = boto3.client(
            "s3", endpoint_url=query.get("endpoint"), region_name=query.get("region"), config=settings
        )

    def put(self, name: bytes, file: Path) -> None:
        """The store checks the SHA-256 once more before it says yes."""
        with _reached(), file.open("rb") as source:
            self._client.upload_fileobj(
                source, self._bucket, self._key(name), ExtraArgs={"ChecksumAlgorithm": "SHA256"}
            )
        file.unlink(missing_ok=True)

    def holds(self, name: bytes) -> bool:
        """Whether it is there."""
        from botocore.exceptions import ClientError  # type: ignore[import-untyped]

        with _reached():
            try:
                self._client.head_object(Bucket=self._bucket, Key=self._key(name))
            except ClientError as error:
                if error.response["ResponseMetadata"]["HTTPStatusCode"] == 404:
                    return False
                raise
        return True

    def is_sound(self, name: bytes) -> bool:
        """Read it back and hash it."""
        if not self.holds(name):
            return False
        with _reached():
            return digest(self._client.get_object(Bucket=self._bucket, Key=self._key(name))["Body"]) == name

    def read(self, name: bytes, start: int) -> Iterator[bytes]:
        """By a ranged read."""
        with _reached():
            found = self._client.get_object(Bucket=self._bucket, Key=self._key(name), Range=f"bytes={start}-")
            yield from found["Body"].iter_chunks(READ_BYTES)

    def _key(self, name: bytes) -> str:
        return f"{self._prefix}/{name.hex()}".lstrip("/")


def digest(source: IO[bytes]) -> bytes:
    """SHA-256 of what is left to read."""
    hashed = sha256()
    while piece := source.read(READ_BYTES):
        hashed.update(piece)
    return hashed.digest()


def _boto3() -> "ModuleType":
    try:
        import boto3  # type: ignore[import-untyped]
    except ImportError as error:
        raise KnownError("Kho S3 cần gói boto3 trên máy chủ: pip install boto3.") from error
    return boto3  # type: ignore[no-any-return,unused-ignore]


@contextmanager
def _reached() -> Iterator[None]:
    from boto3.exceptions import Boto3Error  # type: ignore[import-untyped]
    from botocore.exceptions import BotoCoreError, ClientError

    try:
        yield
    except (Boto3Error, BotoCoreError, ClientError) as error:
        raise ShelfAway("Kho tệp quét không trả lời. Phần đã đến được giữ và sẽ chuyển vào kho sau.") from error
