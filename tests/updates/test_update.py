"""An update as an office lives it: checked, refused while work is in one place only, tried, switched, left again."""

import shutil
import zipfile
from pathlib import Path
from uuid import UUID

import pytest

from dossiers.receive import receive
from dossiers.store.backup import back_up
from dossiers.store.desk import Desk
from installer.sign_release import name_keys
from sync.progress import Ask
from sync.updates.assembly import SPARE_BYTES
from sync.updates.bundle import Bundle
from sync.updates.engine import Stage, Updater
from sync.updates.faults import (
    BadSignature,
    LacksFiles,
    NoPublisher,
    NotNewer,
    OneCopyOnly,
    OtherPlatform,
    TrialFailed,
    Unreadable,
    UpdateFault,
)
from sync.updates.installation import Choice, Installation, Release, begin, chosen, confirm, read_choice, write_choice
from tests.store.homes import intake
from tests.updates.publisher import BROKEN, Publisher, make_publisher, make_version, public_half


@pytest.fixture
def versions(tmp_path: Path) -> Path:
    return tmp_path / "versions"


@pytest.fixture
def bundle(tmp_path: Path, publisher: Publisher, installed: Installation, newer: Installation) -> Path:
    """Small, for those who have release 1."""
    return publisher.bundle(tmp_path / "motcua-2.mcu", newer.folder, [installed.folder])


def run(updater: Updater, ask: Ask, bundle: Path, backups: Path) -> list[Stage]:
    """Update; returns the stages in order."""
    seen: list[Stage] = []
    opened = Bundle(bundle)
    try:
        updater.update(ask, opened, backups, lambda stage, _done, _total: seen.append(stage))
    finally:
        opened.close()
    return list(dict.fromkeys(seen))


@pytest.fixture
def switched(versions: Path, publisher: Publisher) -> Path:
    """Release 2 has just been put into use, and was not begun yet."""
    make_version(versions / "2", 2, publisher.public)
    write_choice(versions, Choice(number=2, works=False))
    return versions


def same_files(left: Path, right: Path) -> bool:
    """Both folders hold the same."""
    contents = [
        {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
        for folder in (left, right)
    ]
    return contents[0] == contents[1]


def test_an_update_is_put_together_tried_and_used_from_the_next_start_on(
    ask: Ask, bundle: Path, tmp_path: Path, installed: Installation, newer: Installation, versions: Path
) -> None:
    before = {file: file.read_bytes() for file in installed.folder.rglob("*") if file.is_file()}
    stages = run(Updater(installed, versions), ask, bundle, tmp_path / "backups")
    assert stages == [Stage.FILES, Stage.BACKUP, Stage.TRIAL, Stage.IN_USE]
    version = begin(installed, versions)
    assert version.release == newer.release
    assert same_files(version.folder, newer.folder)
    assert {file: file.read_bytes() for file in installed.folder.rglob("*") if file.is_file()} == before
    assert {place.name for place in versions.iterdir()} == {"2", "choice.json"}


def test_a_bundle_for_those_who_have_the_version_before_is_small(bundle: Path, newer: Installation) -> None:
    whole = sum(file.stat().st_size for file in newer.folder.rglob("*") if file.is_file())
    assert bundle.stat().st_size < whole / 50
    with zipfile.ZipFile(bundle) as archive:
        assert sum(name.startswith("patches/") for name in archive.namelist()) == 1


def test_a_bundle_with_everything_serves_an_installation_that_has_nothing_alike(
    ask: Ask, tmp_path: Path, publisher: Publisher, newer: Installation, versions: Path
) -> None:
    stranger = make_version(tmp_path / "stranger", 1, publisher.public, {"other.bin": b"?"})
    run(Updater(stranger, versions), ask, publisher.bundle(tmp_path / "w.mcu", newer.folder), tmp_path / "backups")
    assert same_files(versions / "2", newer.folder)


def test_a_bundle_made_for_another_starting_point_says_so(
    ask: Ask, tmp_path: Path, publisher: Publisher, bundle: Path, versions: Path
) -> None:
    stranger = make_version(tmp_path / "stranger", 1, publisher.public)
    with pytest.raises(LacksFiles):
        run(Updater(stranger, versions), ask, bundle, tmp_path / "backups")
    assert read_choice(versions).number == 0


def test_a_folder_serves_like_the_file(
    ask: Ask, bundle: Path, tmp_path: Path, installed: Installation, versions: Path
) -> None:
    with zipfile.ZipFile(bundle) as archive:
        archive.extractall(tmp_path / "stick")
    run(Updater(installed, versions), ask, tmp_path / "stick", tmp_path / "backups")
    assert chosen(installed, versions).release.number == 2


def test_work_that_is_on_this_disk_only_holds_the_update_back_until_it_is_backed_up(
    ask: Ask, desk: Desk, bundle: Path, tmp_path: Path, installed: Installation, versions: Path
) -> None:
    desk.do(receive, intake(), UUID(int=99))
    with pytest.raises(OneCopyOnly) as refused:
        run(Updater(installed, versions), ask, bundle, tmp_path / "backups")
    assert "1 việc" in str(refused.value)
    assert not versions.exists()
    back_up(desk, tmp_path / "backups")
    run(Updater(installed, versions), ask, bundle, tmp_path / "backups")
    assert chosen(installed, versions).release.number == 2
    assert desk.register.get(UUID(int=99)).id == UUID(int=99)


def test_every_byte_of_a_bundle_is_under_the_seal(
    ask: Ask, bundle: Path, tmp_path: Path, installed: Installation, versions: Path
) -> None:
    folder = tmp_path / "stick"
    with zipfile.ZipFile(bundle) as archive:
        archive.extractall(folder)
    for part in sorted(file for file in folder.rglob("*") if file.is_file()):
        good = part.read_bytes()
        for place in (0, len(good) // 2, len(good) - 1):
            part.write_bytes(good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :])
            with pytest.raises(UpdateFault):
                run(Updater(installed, versions), ask, folder, tmp_path / "backups")
        part.write_bytes(good[: len(good) // 2])
        with pytest.raises(UpdateFault):
            run(Updater(installed, versions), ask, folder, tmp_path / "backups")
        part.write_bytes(good)
    assert chosen(installed, versions) is installed
    run(Updater(installed, versions), ask, folder, tmp_path / "backups")


def test_a_part_that_unpacks_to_more_than_was_signed_is_refused(
    ask: Ask, bundle: Path, tmp_path: Path, installed: Installation, versions: Path
) -> None:
    from zstandard import ZstdCompressor

    folder = tmp_path / "stick"
    with zipfile.ZipFile(bundle) as archive:
        archive.extractall(folder)
    for part in folder.glob("files/*"):
        part.write_bytes(ZstdCompressor().compress(bytes(100 << 20)))
    with pytest.raises(Unreadable):
        run(Updater(installed, versions), ask, folder, tmp_path / "backups")


@pytest.mark.parametrize("rubbish", [b"", b"PK\x05\x06" + bytes(18), b"no archive at all"])
def test_a_file_that_is_no_bundle_is_refused(rubbish: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.mcu").write_bytes(rubbish)
    with pytest.raises(Unreadable):
        Bundle(tmp_path / "x.mcu").head()


def test_another_publisher_is_not_believed(tmp_path: Path, installed: Installation, newer: Installation) -> None:
    theirs = make_publisher().bundle(tmp_path / "theirs.mcu", newer.folder)
    with pytest.raises(BadSignature):
        Updater(installed, tmp_path / "versions").offered(Bundle(theirs).head())


def test_an_installation_without_a_publisher_takes_nothing(tmp_path: Path, bundle: Path) -> None:
    with pytest.raises(NoPublisher):
        Updater(make_version(tmp_path / "nobodys", 1, b""), tmp_path / "versions").offered(Bundle(bundle).head())


def test_a_replaced_release_key_signs_nothing_any_more(
    ask: Ask, tmp_path: Path, publisher: Publisher, installed: Installation, newer: Installation, versions: Path
) -> None:
    """The root names another key; from the first bundle under the new list on, the stolen key is worth nothing."""
    fresh = make_publisher().release
    renewed = Publisher(publisher.root, fresh, name_keys(publisher.root, 2, (public_half(fresh),)))
    run(Updater(installed, versions), ask, renewed.bundle(tmp_path / "2.mcu", newer.folder), tmp_path / "backups")
    version = chosen(installed, versions)
    third = make_version(tmp_path / "packed-3", 3, publisher.public)
    stolen = publisher.bundle(tmp_path / "stolen.mcu", third.folder)
    with pytest.raises(BadSignature):
        Updater(version, versions).offered(Bundle(stolen).head())
    genuine = renewed.bundle(tmp_path / "3.mcu", third.folder)
    assert Updater(version, versions).offered(Bundle(genuine).head()).number == 3


def test_the_same_or_an_older_version_is_refused(
    tmp_path: Path, publisher: Publisher, installed: Installation, versions: Path
) -> None:
    again = publisher.bundle(tmp_path / "1.mcu", installed.folder)
    with pytest.raises(NotNewer):
        Updater(installed, versions).offered(Bundle(again).head())


def test_a_version_for_another_system_is_refused(
    tmp_path: Path, publisher: Publisher, installed: Installation, newer: Installation
) -> None:
    release = Release(number=1, version="0.1.0", platform="vms-vax", publisher=publisher.public)
    with pytest.raises(OtherPlatform):
        Updater(Installation(installed.folder, release), tmp_path / "v").offered(
            Bundle(publisher.bundle(tmp_path / "2.mcu", newer.folder)).head()
        )


@pytest.mark.parametrize("path", ["../out", "/etc/x", "a/../../x", "C:/x", "a\\b", "release.json", "", "a//b"])
def test_a_signed_path_may_not_leave_the_folder(path: str) -> None:
    from sync.updates.bundle import File, check_files

    with pytest.raises(Unreadable):
        check_files((File(path, bytes(32), 1),))


def test_a_version_that_does_not_open_a_copy_is_never_used(
    ask: Ask, tmp_path: Path, publisher: Publisher, installed: Installation, versions: Path
) -> None:
    broken = make_version(tmp_path / "packed-2", 2, publisher.public, program=BROKEN)
    bundle = publisher.bundle(tmp_path / "2.mcu", broken.folder)
    with pytest.raises(TrialFailed):
        run(Updater(installed, versions), ask, bundle, tmp_path / "backups")
    assert begin(installed, versions) is installed
    assert list(versions.iterdir()) == []


def test_a_version_that_never_shows_itself_is_left_again(installed: Installation, switched: Path) -> None:
    assert [begin(installed, switched).release.number for _ in range(4)] == [2, 2, 1, 1]
    assert read_choice(switched).left == 2


def test_a_version_that_showed_itself_stays(installed: Installation, switched: Path) -> None:
    begin(installed, switched)
    confirm(switched)
    assert [begin(installed, switched).release.number for _ in range(4)] == [2, 2, 2, 2]


def test_a_newer_version_from_the_set_up_wins_over_the_chosen_one(
    tmp_path: Path, publisher: Publisher, switched: Path
) -> None:
    reinstalled = make_version(tmp_path / "program-3", 3, publisher.public)
    assert begin(reinstalled, switched) is reinstalled


@pytest.mark.parametrize("choice", [b"", b"{", b'{"number": 9}', b'{"number": "2"}'])
def test_a_damaged_choice_starts_what_was_installed(choice: bytes, installed: Installation, versions: Path) -> None:
    versions.mkdir()
    (versions / "choice.json").write_bytes(choice)
    assert begin(installed, versions) is installed


def test_versions_nobody_goes_back_to_are_taken_away(
    ask: Ask, tmp_path: Path, publisher: Publisher, installed: Installation, switched: Path
) -> None:
    (switched / ".incoming-9").mkdir()
    make_version(switched / "3", 3, publisher.public)
    write_choice(switched, Choice(number=3, before=2))
    fourth = make_version(tmp_path / "packed-4", 4, publisher.public)
    bundle = publisher.bundle(tmp_path / "4.mcu", fourth.folder)
    run(Updater(chosen(installed, switched), switched), ask, bundle, tmp_path / "backups")
    assert {place.name for place in switched.iterdir() if place.is_dir()} == {"3", "4"}


def test_too_little_room_is_said_before_anything_is_written(
    ask: Ask, bundle: Path, tmp_path: Path, installed: Installation, versions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = shutil.disk_usage(tmp_path)._replace(free=SPARE_BYTES)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: full)
    with pytest.raises(Exception, match="đầy"):
        run(Updater(installed, versions), ask, bundle, tmp_path / "backups")
    assert chosen(installed, versions) is installed
