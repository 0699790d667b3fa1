"""Power cuts at random moments of a recorded day: nothing promised is lost, and a disk that lies is found out."""

from random import Random

from tests.faults.power.__main__ import lying_disk, power_cuts
from tests.faults.power.disk import Inode
from tests.faults.power.record import Event

IMAGES, CONTROL_IMAGES, DEEDS = 30, 30, 18
"""Of the controls about three in ten are caught: ten of them would pass in silence now and then."""


def test_a_power_cut_loses_nothing_promised() -> None:
    row = power_cuts(IMAGES, CONTROL_IMAGES, DEEDS)
    assert row.sound, (row, row.notes)


def test_a_disk_that_lies_about_syncs_is_found_out() -> None:
    row = lying_disk(IMAGES, CONTROL_IMAGES, DEEDS)
    assert row.sound, (row, row.notes)


def test_a_write_is_torn_at_sectors_and_a_synced_one_never() -> None:
    inode = Inode()
    inode.pending.append(Event("W", 3, 0, b"a" * 2048))
    inode.sync()
    inode.pending.append(Event("W", 3, 256, b"b" * 1536))
    left = {inode.survivors(Random(seed), 0.1) for seed in range(200)}
    assert all(image[:256] + image[1792:] == b"a" * 512 for image in left)
    boundaries = {n for image in left for n in range(1, 2048) if image[n - 1] != image[n]}
    assert boundaries == {256, 512, 1024, 1536, 1792}
