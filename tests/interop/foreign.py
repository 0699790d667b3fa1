"""The foreign ends of tus 1.0, as processes; `installer/bootstrap.sh test` puts their packages into out/interop."""

import base64
import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dossiers.clock import Clock, to_ms
from sync.membership import Membership

HERE = Path(__file__).parent
PACKAGES = HERE.parents[1] / "out" / "interop" / "node_modules"
DEADLINE_S = 60


def _node(script: str, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        ["node", str(HERE / script), *arguments], env=os.environ | {"NODE_PATH": str(PACKAGES)}, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


@contextmanager
def tus_server(folder: Path) -> Iterator[int]:
    """@tus/server over @tus/file-store; yields its port."""
    with _node("tus_server.js", str(folder)) as server:
        assert server.stdout is not None
        line = server.stdout.readline()
        assert line, "run installer/bootstrap.sh test, which installs the packages of tests/interop"
        yield int(line)
        server.communicate(timeout=DEADLINE_S)


def tus_js_client(endpoint: str, file: Path, member: Membership, clock: Clock) -> str:
    """Upload a file with tus-js-client, signed as a desk; returns the address it was given."""
    desk = {
        "device": _b64(member.device), "seed": _b64(member.key.private_bytes_raw()), "sent_at": to_ms(clock()),
    }  # fmt: skip
    with _node("tus_upload.js", endpoint, str(file)) as client:
        out, errors = client.communicate(json.dumps(desk), timeout=DEADLINE_S)
    assert client.returncode == 0, errors
    return out.strip()


def _b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
