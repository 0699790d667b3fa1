"""A camera over a citizen's card in its child process: frames and codes become signals in the window's thread."""

from PySide6.QtCore import QObject, Signal

from scanning.card_camera import MOST_CAMERAS, CameraEvent, CardCamera, Ended, Frame
from scanning.errors import Fault


class CardCameraBridge(QObject):
    """One camera at a time; call `shown()` after a frame is on screen to get the next."""

    framed = Signal(object)
    """A `scanning.card_camera.Frame`."""
    failed = Signal(object)
    """The `Fault` why there are no more frames."""
    _told = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._camera: CardCamera | None = None
        self._asked = object()
        self._number = 0
        self._told.connect(self._on_told)

    def open(self, source: str = "") -> None:
        """Show what a camera sees: `source` is a film's path or a number, empty for the camera used last."""
        self.close()
        self._asked = asked = object()
        self._camera = CardCamera(source or str(self._number), lambda event: self._told.emit(asked, event))

    def change(self) -> None:
        """The next camera of this computer, where it has several."""
        self._number = (self._number + 1) % MOST_CAMERAS
        self.open()

    def shown(self) -> None:
        """The last frame is on screen."""
        if self._camera is not None:
            self._camera.shown()

    def close(self) -> None:
        """Let go of the camera."""
        if self._camera is not None:
            self._camera.close()
            self._camera = None

    @property
    def is_closed(self) -> bool:
        """Whether nobody is filmed."""
        return self._camera is None

    def _on_told(self, asked: object, event: CameraEvent) -> None:
        """A frame of a camera that was left meanwhile is nobody's."""
        if self._camera is None or asked is not self._asked:
            return
        match event:
            case Frame():
                self.framed.emit(event)
            case Ended(fault=fault):
                self.close()
                self.failed.emit(fault or Fault.WORKER_DIED)
