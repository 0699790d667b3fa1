"""Rules every test lives under: no screen needed, and an unexpected warning is a failure."""

import logging
import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

_LOUD = {QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}
_qt_messages: list[str] = []


def _record_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if kind in _LOUD:
        _qt_messages.append(f"{kind.name}: {message} ({context.category})")


def pytest_configure() -> None:
    """Listen to Qt from the first import on, so that nothing said during collection is lost."""
    qInstallMessageHandler(_record_qt_message)


def pytest_unconfigure() -> None:
    """Give Qt its own handler back before the interpreter goes away under it."""
    qInstallMessageHandler(None)


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The one application object of the test process."""
    existing = QApplication.instance()
    return existing if isinstance(existing, QApplication) else QApplication(["motcua-tests"])


@pytest.fixture(autouse=True)
def _quiet_logs(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    if request.node.get_closest_marker("expects_log"):
        return
    loud = [
        f"{record.levelname} {record.name}: {record.getMessage()}"
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING
    ]
    if loud:
        pytest.fail("unexpected log:\n" + "\n".join(loud), pytrace=False)


@pytest.fixture(autouse=True)
def qt_messages(request: pytest.FixtureRequest) -> Iterator[list[str]]:
    """The Qt warnings of this test; unless the test is marked, one of them fails it."""
    _qt_messages.clear()
    yield _qt_messages
    if _qt_messages and not request.node.get_closest_marker("expects_qt_warning"):
        pytest.fail("unexpected Qt message:\n" + "\n".join(_qt_messages), pytrace=False)
