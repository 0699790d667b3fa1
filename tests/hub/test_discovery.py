"""Desks find each other by announcement: those of the same office only, and never themselves."""

from contextlib import closing

import pytest

from sync.hub import discovery
from sync.hub.discovery import Announcement, FoundDesk, NoMulticast, Sign, look

HERE = "127.0.0.1"
FIRST, SECOND = (Sign(label=f"{n:032x}", name=f"Quầy {n}", unit="H99.001") for n in (1, 2))
STRANGER = Sign(label=f"{3:032x}", name="Quầy 1", unit="H99.002")


def test_a_desk_hears_the_others_of_its_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discovery, "SERVICE", "_motcuathu._tcp.local.")  # no real desk on this network answers
    with closing(Announcement(FIRST, 8770, HERE)), closing(Announcement(SECOND, 9001, HERE)):
        assert look(FIRST, HERE, seconds=1.0) == (FoundDesk("Quầy 2", "127.0.0.1:9001"),)
        assert look(STRANGER, HERE, seconds=0.6) == ()


def test_a_machine_without_a_network_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discovery, "GROUP", ("no such place.invalid", 5353))
    with pytest.raises(NoMulticast, match="Gõ địa chỉ của quầy kia"):
        look(FIRST)
    with pytest.raises(NoMulticast):
        Announcement(FIRST, 8770)
