"""Document cameras, on films: what is taken and when, what is too coarse, and what is no page."""

import threading
from pathlib import Path

import cv2
import numpy as np
import pytest

from scanning.drivers import ScannedPage, ScanRequest, Watch
from scanning.drivers.camera import CameraDriver
from scanning.drivers.camera_page import find_corners, flatten
from scanning.errors import Fault, ScanError
from scanning.events import Device
from scanning.picture import decode
from tests.scanning.desk_films import LAID, SHEET_MM, empty_desk, film, hand_over, on_desk, save
from tests.scanning.sheets import number_of


def shoot(path: Path) -> list[ScannedPage]:
    """The pages a film gives."""
    request = ScanRequest(
        driver="camera", device=f"camera:{path}", width_mm=SHEET_MM[0], height_mm=SHEET_MM[1], resolution_dpi=200
    )
    return list(CameraDriver().scan(request, Watch(threading.Event(), lambda _: None)))


def test_each_sheet_is_taken_once_sharp_and_upright(tmp_path: Path) -> None:
    pages = shoot(film(tmp_path / "film.avi", 2, 5))
    assert [number_of(page.data) for page in pages] == [2, 5]
    picture = decode(pages[0].data)
    edges = (picture[:, 1], picture[:, -2], picture[0], picture[-1])
    assert all(np.median(edge) > 150 for edge in edges), "paper to its very edges, no desk"
    assert pages[0].dpi >= 200
    lines = np.abs(np.diff(picture[:, picture.shape[1] // 8].astype(int), axis=0)).max()
    assert lines > 100, "the frame in focus, not the soft one before it"


def test_a_hand_that_only_passes_takes_no_second_page(tmp_path: Path) -> None:
    lying = on_desk(4)
    pages = shoot(save(tmp_path / "film.avi", *[lying] * 6, hand_over(lying), *[lying] * 6))
    assert len(pages) == 1


def test_an_empty_desk_and_a_thing_on_it_are_no_pages(tmp_path: Path) -> None:
    desk = empty_desk()
    cup = np.asarray(cv2.circle(desk.copy(), (600, 600), 300, (230, 230, 230), -1), np.uint8)
    assert shoot(save(tmp_path / "film.avi", *[desk] * 6, *[cup] * 6)) == []


def test_a_sheet_too_far_away_is_named_not_kept(tmp_path: Path) -> None:
    with pytest.raises(ScanError) as caught:
        shoot(film(tmp_path / "film.avi", 1, distance=1.4))
    assert caught.value.fault is Fault.CAMERA_TOO_FAR


@pytest.mark.parametrize("name", ["camera:http://10.0.0.9/video", "camera:rtsp://10.0.0.9", "camera:7777", "camera:"])
def test_a_network_is_never_looked_at_and_a_missing_camera_is_named(name: str) -> None:
    with pytest.raises(ScanError) as caught:
        list(CameraDriver().find(Watch(threading.Event(), lambda _: None), name))
    assert caught.value.fault is Fault.NO_DEVICE


def test_a_film_that_breaks_off_gives_what_was_whole(tmp_path: Path) -> None:
    whole = film(tmp_path / "film.avi", 2, 5)
    broken = tmp_path / "broken.avi"
    data = whole.read_bytes()
    broken.write_bytes(data[: len(data) * 6 // 10])
    assert [number_of(page.data) for page in shoot(broken)] == [2]


def test_corners_are_found_to_within_a_millimetre() -> None:
    corners = find_corners(on_desk(3))
    assert corners is not None
    assert float(np.abs(corners - LAID).max()) < 200 / 25.4


def test_a_sheet_lying_across_stays_across() -> None:
    across = np.ascontiguousarray(np.rot90(on_desk(3)))
    corners = find_corners(across)
    assert corners is not None
    picture, dpi = flatten(across, corners, *SHEET_MM)
    assert picture.shape[1] > picture.shape[0]
    assert 195 < dpi < 215


def test_a_camera_is_listed_by_a_name_a_clerk_can_read(tmp_path: Path) -> None:
    path = film(tmp_path / "film.avi", 1)
    found = list(CameraDriver().find(Watch(threading.Event(), lambda _: None), f"camera:{path}"))
    assert found == [Device("camera", f"camera:{path}", f"Máy chụp {path}")]
