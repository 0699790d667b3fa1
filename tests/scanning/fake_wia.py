"""The objects of wiaaut.dll as its documentation describes them, with the bad habits of real drivers."""

# ruff: noqa: N802 - COM's names are COM's

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from scanning.drivers.wia import JPEG

T = TypeVar("T")
DEVICE_ID = "{6BDD1FC6-810F-11D0-BEC7-08002BE2092F}\\0001"
PAPER_EMPTY = 0x80210003
NOT_FOUND = 0x80210067
"""What the automation layer answers for a property a driver does not have."""


class ComError(Exception):
    """As comtypes raises it: the code is a signed 32-bit number."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.hresult = code - (1 << 32)


class Collection(Generic[T]):
    """Counted from one."""

    def __init__(self, *items: T) -> None:
        self._items = items

    @property
    def Count(self) -> int:
        return len(self._items)

    def Item(self, number: int) -> T:
        return self._items[number - 1]


class Properties:
    """Values by number or name; some are not there, some throw when they are set."""

    def __init__(self, values: dict[str, Any], throwing: frozenset[str] = frozenset()) -> None:
        self.values = values
        self.throwing = throwing

    def Item(self, name: str) -> Property:
        if name not in self.values:
            raise ComError(NOT_FOUND)
        return Property(self, name)


@dataclass
class Property:
    """One of them."""

    owner: Properties
    name: str

    @property
    def Value(self) -> Any:
        return self.owner.values[self.name]

    @Value.setter
    def Value(self, value: Any) -> None:
        if self.name in self.owner.throwing:
            raise ComError(0x80070057)
        self.owner.values[self.name] = value


@dataclass
class FakeWia:
    """A machine behind a driver: what each transfer gives (picture bytes or an error code), then an empty feeder."""

    transfers: list[bytes | int] = field(default_factory=list)
    only_bmp: Callable[[bytes], bytes] | None = None
    """Turns a page into the only format this driver has."""
    device_values: dict[str, Any] = field(
        default_factory=lambda: {"Name": "Máy quét thử", "3088": 2, "3096": 0, "3076": 8500, "3077": 14000}
    )
    item_values: dict[str, Any] = field(
        default_factory=lambda: {str(number): 0 for number in (6147, 6148, 6149, 6150, 6151, 6152, 4103)}
    )
    throwing: frozenset[str] = frozenset()
    connected: int = 0

    def manager(self) -> Any:
        """WIA's root object: a camera, and this scanner."""
        return _Object(DeviceInfos=Collection(_Object(Type=2, DeviceID="{CAMERA}\\0000"), _Object(
            Type=1, DeviceID=DEVICE_ID, Properties=Properties(self.device_values), Connect=self._connect,
        )))  # fmt: skip

    def _connect(self) -> Any:
        self.connected += 1
        self.item = Properties(self.item_values, self.throwing)
        item = _Object(Properties=self.item, Transfer=self._transfer)
        return _Object(Properties=Properties(self.device_values, self.throwing), Items=Collection(item))

    def _transfer(self, image_format: str) -> Any:
        if self.only_bmp is not None and image_format == JPEG:
            raise ComError(0x80070057)
        given = self.transfers.pop(0) if self.transfers else PAPER_EMPTY
        if isinstance(given, int):
            raise ComError(given)
        data = self.only_bmp(given) if self.only_bmp else given
        return _Object(FileData=_Object(BinaryData=data))


class _Object:
    """An automation object: whatever it has, by name."""

    def __init__(self, **members: Any) -> None:
        self.__dict__.update(members)

    def __getattr__(self, name: str) -> Any:
        raise ComError(0x80020006)  # DISP_E_UNKNOWNNAME
