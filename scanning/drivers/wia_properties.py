"""WIA's properties by number (wiadef.h of the Windows SDK), read and written on drivers that may lack or refuse any."""

from typing import Any

from scanning.drivers.wia_faults import code_of

PAPER_SOURCE, PAGES = 3088, 3096
FEEDER, FLATBED, DUPLEX = 1, 2, 4
BED_SIZE, FEEDER_SIZE = (3074, 3075), (3076, 3077)  # width, height in 1/1000 inch
DPI = (6147, 6148)
START, EXTENT = (6149, 6150), (6151, 6152)  # x, y in pixels
DATA_TYPE, COLOUR, GREY = 4103, 3, 2


def get(properties: Any, number: int) -> Any:
    """A property's value; None where the driver lacks it or throws."""
    try:
        return properties.Item(str(number)).Value
    except Exception as error:
        if code_of(error) is None:
            raise
        return None


def put(properties: Any, number: int, value: int) -> bool:
    """Whether the driver took the value."""
    try:
        properties.Item(str(number)).Value = value
    except Exception as error:
        if code_of(error) is None:
            raise
        return False
    return True
