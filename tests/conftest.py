"""Rules every test lives under: no screen needed, and an unexpected warning is a failure."""

import gc
import itertools
import logging
import os
from collections.abc import Generator, Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

_LOUD = {QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}
_qt_messages: list[str] = []
_WINDOWS_A_COLLECTION = 20
_window_tests = itertools.count(1)


def _record_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if kind in _LOUD:
        _qt_messages.append(f"{kind.name}: {message} ({context.category})")


def pytest_configure() -> None:
    """Listen to Qt from the first import on, so that nothing said during collection is lost."""
    qInstallMessageHandler(_record_qt_message)


def pytest_unconfigure() -> None:
    """Give Qt its own handler back before the interpreter goes away under it."""
    qInstallMessageHandler(None)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> Generator[None, bool, bool]:
    """Garbage of windows goes in the window's thread, as `desktop.bridges.garbage` has it in the running desk."""
    if not _has_window(item):
        return (yield)
    gc.disable()
    ran = yield
    done = nextitem is None or not _has_window(nextitem)
    gc.collect(2 if done or next(_window_tests) % _WINDOWS_A_COLLECTION == 0 else 1)
    if done:
        gc.enable()
    return ran


def _has_window(item: pytest.Item) -> bool:
    return "qapp" in getattr(item, "fixturenames", ())


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
