"""JPEG as devices send it: whole and sound, or refused before it is taken for a page."""

from scanning.errors import Fault, ScanError
from scanning.picture import MAX_PIXELS


def check_jpeg(data: bytes) -> tuple[int, int]:
    """Width and height in pixels of a JPEG whose every byte was decoded, at an eighth of its size to save memory.

    Raises ScanError(TORN_PAGE) where the end is missing, CORRUPT_PAGE for anything else that is no sound picture.
    """
    import simplejpeg

    try:
        height, width, _, _ = simplejpeg.decode_jpeg_header(data)
        if height * width > MAX_PIXELS:
            raise ScanError(Fault.CORRUPT_PAGE)
        simplejpeg.decode_jpeg(data, strict=True, min_height=1, min_width=1)
    except ValueError as error:
        torn = data.startswith(b"\xff\xd8") and "Premature end of JPEG" in str(error)
        raise ScanError(Fault.TORN_PAGE if torn else Fault.CORRUPT_PAGE) from error
    return int(width), int(height)
