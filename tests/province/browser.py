"""A headless Chromium driven as a person would: open, type, press, read; by its own DevTools protocol."""

import json
import subprocess
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from websocket import WebSocket, create_connection

from tests.sync.provinces import DEADLINE_S

ARGUMENTS = (
    "chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--ignore-certificate-errors",
    "--remote-debugging-port=0", "--remote-allow-origins=*", "--window-size=1280,900", "about:blank",
)  # fmt: skip


class Browser:
    """One tab; every wait ends by itself at a deadline."""

    def __init__(self, socket: WebSocket) -> None:
        """Speak to a tab over its socket."""
        self._socket = socket
        self._number = 0
        self._call("Page.enable")

    def open(self, url: str) -> None:
        """Go to an address and wait until it is loaded."""
        self._call("Page.navigate", url=url)
        self._await("Page.loadEventFired")

    def fill(self, selector: str, text: str) -> None:
        """Type into a field, replacing what it holds."""
        self.run(f"(() => {{ const e = document.querySelector({json.dumps(selector)}); e.focus(); e.select() }})()")
        self._call("Input.insertText", text=text)

    def press(self, selector: str) -> None:
        """Press a button or a link that leads to another page."""
        self.run(f"document.querySelector({json.dumps(selector)}).click()")
        self._await("Page.loadEventFired")

    def text(self, selector: str = "body") -> str:
        """What a reader sees in an element."""
        return str(self.run(f"document.querySelector({json.dumps(selector)}).innerText"))

    def run(self, script: str) -> Any:
        """The value of an expression in the page."""
        answer = self._call("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def picture(self, file: Path) -> None:
        """The page as PNG, for people."""
        import base64

        shot = self._call("Page.captureScreenshot", captureBeyondViewport=True)
        file.write_bytes(base64.b64decode(shot["data"]))

    def _call(self, method: str, **parameters: Any) -> Any:
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": parameters}))
        while True:
            message = json.loads(self._socket.recv())
            if message.get("id") == self._number:
                assert "error" not in message, message
                return message["result"]

    def _await(self, event: str) -> None:
        while json.loads(self._socket.recv()).get("method") != event:
            pass


@contextmanager
def browser() -> Iterator[Browser]:
    """A fresh browser without a past; gone in the end."""
    with tempfile.TemporaryDirectory(prefix="motcua-browser-", ignore_cleanup_errors=True) as profile:
        program = subprocess.Popen(
            [*ARGUMENTS, f"--user-data-dir={profile}"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )
        try:
            with _tab(_port(program)) as socket:
                yield Browser(socket)
        finally:
            program.terminate()
            with suppress(subprocess.TimeoutExpired):
                program.communicate(timeout=DEADLINE_S)
            program.kill()


def _port(program: "subprocess.Popen[str]") -> int:
    assert program.stderr is not None
    for line in program.stderr:
        if "DevTools listening on" in line:
            return int(line.split("127.0.0.1:")[1].split("/")[0])
    raise AssertionError("Chromium ended before it listened.")


@contextmanager
def _tab(port: int) -> Iterator[WebSocket]:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/json/list", timeout=DEADLINE_S) as answer:
        address = next(tab["webSocketDebuggerUrl"] for tab in json.load(answer) if tab["type"] == "page")
    socket = create_connection(address, timeout=DEADLINE_S)
    try:
        yield socket
    finally:
        socket.close()
