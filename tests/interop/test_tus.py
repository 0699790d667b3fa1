"""Whoever speaks tus 1.0 uploads to our province, and our desk uploads to whoever speaks it; a cut costs a resume."""

import base64
import re
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
import requests
from tusclient.client import TusClient
from tusclient.exceptions import TusCommunicationError
from tusclient.uploader.uploader import Uploader

from dossiers.clock import to_ms
from dossiers.store.desk import Desk
from sync.client import Client
from sync.exchange import Exchange
from sync.membership import authorization, membership
from sync.progress import Progress
from sync.protocol import TUS_VERSION, OffsetsReply
from sync.uploads import Uploads
from tests.interop.foreign import DEADLINE_S, tus_js_client, tus_server
from tests.store.homes import HandClock
from tests.sync.line import Line
from tests.sync.provinces import Province, asking, office
from tests.sync.test_blobs import scan, scan_file, take_only_records

SIZE, CHUNK, CUT = 700_000, 250_000, 400_000
"""The line is cut in a file's second chunk, so that the first is certainly there."""

STALE_OFFSET = 409
TUS = {"Tus-Resumable": TUS_VERSION}


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def joined(tmp_path: Path, clock: HandClock) -> Iterator[tuple[Desk, Province]]:
    with office(tmp_path, clock) as pair:
        yield pair


@pytest.fixture
def named(joined: tuple[Desk, Province], clock: HandClock) -> bytes:
    """A file that an op has named, and that is not at the province."""
    data = scan(joined[0], clock, SIZE)
    take_only_records(*joined, clock)
    return data


def test_what_is_spoken_is_said(joined: tuple[Desk, Province]) -> None:
    answer = requests.options(f"{joined[1].url}/v1/blobs", timeout=DEADLINE_S)
    assert (answer.status_code, answer.headers["Tus-Version"], answer.headers["Tus-Extension"]) == (
        204, TUS_VERSION, "creation",
    )  # fmt: skip
    other = requests.post(f"{joined[1].url}/v1/blobs", headers={"Tus-Resumable": "0.2.2"}, timeout=DEADLINE_S)
    assert (other.status_code, other.headers["Tus-Version"]) == (412, TUS_VERSION)


class SignedUploader:
    """tuspy's uploader, given a desk's signature before each request it makes."""

    def __init__(self, desk: Desk, clock: HandClock, url: str, data: bytes) -> None:
        self._desk, self._clock, self._client = desk, clock, TusClient(f"{url}/v1/blobs")
        self._sign("POST", "/v1/blobs", 0)
        metadata = {"sha256": sha256(data).hexdigest()}
        self.tus: Uploader = self._client.uploader(file_stream=BytesIO(data), metadata=metadata, chunk_size=CHUNK)
        self.tus.set_url(self.tus.create_url())
        self.tus.offset = 0
        self.path = f"/v1/blobs/{metadata['sha256']}"

    def upload(self) -> None:
        """All that is left, chunk by chunk."""
        while self.tus.offset < SIZE:
            self._sign("PATCH", self.path, self.tus.offset)
            self.tus.upload(stop_at=min(SIZE, self.tus.offset + CHUNK))

    def resume(self) -> None:
        """Ask how far the file came, and go on from there; once more where the cut request was still being written."""
        while self.tus.offset < SIZE:
            self._sign("HEAD", self.path, 0)
            self.tus.offset = self.tus.get_offset()
            try:
                self.upload()
            except TusCommunicationError as error:
                if error.status_code != STALE_OFFSET:
                    raise

    def _sign(self, method: str, path: str, offset: int) -> None:
        words = authorization(membership(self._desk), method, path, to_ms(self._clock()), offset)
        self._client.set_headers({"Authorization": words})


def test_tuspy_uploads_here_and_resumes(joined: tuple[Desk, Province], clock: HandClock, named: bytes) -> None:
    desk, province = joined
    with closing(Line(province.port)) as line:
        foreign = SignedUploader(desk, clock, line.url, named)
        line.cut_after("up", CUT)
        with pytest.raises(TusCommunicationError):
            foreign.upload()
        line.mend()
        foreign.resume()
        held = re.search(rb"upload-offset: (\d+)", line.seen["down"], re.IGNORECASE)
        assert held is not None
        assert CHUNK <= int(held[1]) <= CUT, "what had arrived whole is not asked for again"
    assert scan_file(province, named).read_bytes() == named


def test_tus_js_client_uploads_here_and_resumes(
    joined: tuple[Desk, Province], clock: HandClock, named: bytes, tmp_path: Path
) -> None:
    desk, province = joined
    (tmp_path / "scan").write_bytes(named)
    with closing(Line(province.port)) as line:
        line.cut_after("up", CUT)
        url = tus_js_client(f"{line.url}/v1/blobs", tmp_path / "scan", membership(desk), clock)
        assert line.was_cut
        # Of what `seen` holds the cut took the end, and the resume began no earlier than the first chunk's.
        assert len(line.seen["up"]) < CUT + SIZE - CHUNK + 6_000
    assert url == f"{line.url}/v1/blobs/{sha256(named).hexdigest()}"
    assert scan_file(province, named).read_bytes() == named


def test_a_foreign_client_brings_no_file_that_no_op_names(
    joined: tuple[Desk, Province], clock: HandClock, named: bytes, tmp_path: Path
) -> None:
    desk, province = joined
    with pytest.raises(TusCommunicationError) as refused:
        SignedUploader(desk, clock, province.url, named + b"more")
    assert refused.value.status_code == 404


class AskedByHead(Exchange):
    """Our desk's exchange where the other end speaks tus only, and so answers HEAD about each file."""

    url = ""
    told: tuple[int, ...] = ()

    def offsets(self, blobs: tuple[bytes, ...], blocks: tuple[bytes, ...] = ()) -> OffsetsReply:  # noqa: ARG002
        """See `Exchange.offsets`."""
        heads = [requests.head(f"{self.url}/v1/blobs/{name.hex()}", headers=TUS, timeout=DEADLINE_S) for name in blobs]
        self.told = tuple(int(head.headers["Upload-Offset"]) for head in heads)
        return OffsetsReply(request=b"", offsets=self.told)


def test_our_desk_uploads_to_tus_server_and_resumes(
    joined: tuple[Desk, Province], clock: HandClock, tmp_path: Path
) -> None:
    """Two files; the line is cut in the midst of them, and the desk goes on by itself."""
    desk, _ = joined
    papers = [scan(desk, clock, 4 * SIZE + n, seed=n, first=n) for n in range(2)]
    folder = tmp_path / "foreign"
    with tus_server(folder) as port, closing(Line(port)) as line, closing(Client(line.url)) as client:
        for data in papers:
            named = base64.b64encode(sha256(data).hexdigest().encode()).decode()
            told = TUS | {"Upload-Length": str(len(data)), "Upload-Metadata": f"sha256 {named}"}
            assert requests.post(f"{line.url}/v1/blobs", headers=told, timeout=DEADLINE_S).status_code == 201
        member = membership(desk)
        exchange = AskedByHead(client, member, clock)
        exchange.url = line.url
        line.cut_after("up", 4 * CUT)
        Uploads(asking(desk), client, exchange, member, clock, Progress(), lambda: None, lambda: None).run()
        assert line.was_cut
        assert exchange.told[0] > 0
    for data in papers:
        assert (folder / sha256(data).hexdigest()).read_bytes() == data
