"""At which port a desk answers the other desks: chosen once an office, other desks learn of a change by themselves."""

from typing import TYPE_CHECKING

from dossiers.errors import InvalidInput

if TYPE_CHECKING:
    from dossiers.store.desk import Desk

PORT = 8770
LEAST_PORT, MOST_PORT = 1024, 65535
SETTING = "lan_port"


def read_port(desk: "Desk") -> int:
    """The port this desk answers at."""
    return int(desk.setting(SETTING, PORT))


def set_port(desk: "Desk", port: int) -> None:
    """Answer at another port from the next opening of the line on; raises InvalidInput."""
    if not LEAST_PORT <= port <= MOST_PORT:
        raise InvalidInput("Cổng từ {least} đến {most}.", field="port", least=LEAST_PORT, most=MOST_PORT)
    desk.set_setting(SETTING, port)
