"""Verified scans in an S3 store: moto's server, spoken to over HTTP as any other."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import boto3  # type: ignore[import-untyped]
import pytest
from moto.server import ThreadedMotoServer

from dossiers.errors import InvalidInput
from dossiers.store.desk import Desk
from sync.province.blob_store import S3Shelf, ShelfAway
from sync.province.blobs import open_store
from sync.province.database import Database
from sync.province.verify import verify
from tests.store.homes import HandClock
from tests.sync.postgres import free_port
from tests.sync.provinces import Province, join, running, synchronise
from tests.sync.test_blobs import scan


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    server = ThreadedMotoServer(port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> Any:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "invented")
    made = boto3.resource("s3", endpoint_url=endpoint, region_name="us-east-1").Bucket("scans")
    made.create()
    yield made
    made.objects.delete()
    made.delete()


def address(endpoint: str) -> str:
    return f"s3://scans/tinh?endpoint={endpoint}&region=us-east-1"


def test_scans_lie_in_the_bucket_and_are_signed_for(
    stranger: Desk, clock: HandClock, tmp_path: Path, endpoint: str, bucket: Any
) -> None:
    url = f"sqlite:///{tmp_path / 'p.db'}"
    with running(Province(url, tmp_path / "p", clock, scans=address(endpoint))) as province:
        join(stranger, province, clock)
        papers = [scan(stranger, clock, 300_000 + n, seed=n, first=n) for n in range(2)]
        report = synchronise(stranger, province.url, clock)
        assert (report.blobs_sent, report.complete) == (2, True)
        kept = {item.key: item.get()["Body"].read() for item in bucket.objects.all()}
        assert kept == {f"tinh/{sha256(data).hexdigest()}": data for data in papers}
        assert list((tmp_path / "p" / "blobs" / "arriving").iterdir()) == []
        store = open_store(tmp_path / "p" / "blobs", province.database, clock, address(endpoint))
        assert verify(province.database, store) == ()
        bucket.put_object(Key=f"tinh/{sha256(papers[0]).hexdigest()}", Body=b"another")
        (fault,) = verify(province.database, store)
        assert sha256(papers[0]).hexdigest()[:12] in fault


def test_a_store_that_does_not_answer_costs_nothing(
    stranger: Desk, clock: HandClock, tmp_path: Path, endpoint: str, bucket: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The scan arrives and waits; once the store answers again it goes there without being sent twice."""
    monkeypatch.setattr("sync.province.blob_store.S3_TRIES", 1)
    url, folder = f"sqlite:///{tmp_path / 'p.db'}", tmp_path / "p"
    away = f"s3://scans/tinh?endpoint=http://127.0.0.1:{free_port()}&region=us-east-1"
    with running(Province(url, folder, clock, scans=away)) as province:
        join(stranger, province, clock)
        data = scan(stranger, clock, 200_000)
        report = synchronise(stranger, province.url, clock)
        assert not report.complete
        assert (folder / "blobs" / "arriving" / sha256(data).hexdigest()).read_bytes() == data
        assert province.count("SELECT count(*) FROM blob WHERE verified_at IS NOT NULL") == 0
    with running(Province(url, folder, clock, scans=address(endpoint))) as province:
        report = synchronise(stranger, province.url, clock)
        assert report.complete
        assert province.count("SELECT count(*) FROM blob WHERE verified_at IS NOT NULL") == 1
    assert bucket.Object(f"tinh/{sha256(data).hexdigest()}").get()["Body"].read() == data


@pytest.mark.parametrize("url", ["http://scans", "s3://", "s3://scans?secret=x", "scans"])
def test_an_address_that_is_none(url: str, tmp_path: Path, clock: HandClock) -> None:
    database = Database(f"sqlite:///{tmp_path / 'p.db'}")
    with pytest.raises(InvalidInput, match="s3://"):
        open_store(tmp_path, database, clock, url)
    database.close()


def test_a_store_away_is_a_fault_of_the_world(bucket: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sync.province.blob_store.S3_TRIES", 1)
    shelf = S3Shelf(f"s3://scans?endpoint=http://127.0.0.1:{free_port()}&region=us-east-1")
    with pytest.raises(ShelfAway, match="Kho tệp quét không trả lời"):
        shelf.holds(bytes(32))
