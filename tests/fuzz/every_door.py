"""All doors, for the slice of every run and for the long one."""

from tests.fuzz.doors import DOORS
from tests.fuzz.picture_doors import PICTURE_DOORS
from tests.fuzz.signed_files import SIGNED_DOORS
from tests.fuzz.wire_doors import WIRE_DOORS

EVERY_DOOR = (*DOORS, *PICTURE_DOORS, *SIGNED_DOORS, *WIRE_DOORS)
