"""Look after the keys of a home: the recovery sheet, the tie to this machine, a new data key."""

import argparse
import getpass
import os
import sys
from pathlib import Path

from desktop.console.homes import home_arguments, no_secret, open_home, secret, secret_in
from dossiers.clock import from_ms, local_date, say_time, system_clock
from dossiers.store.durable import write_whole
from dossiers.store.vault import unlock_with_recovery
from dossiers.store.vault_file import read_keys

WORDS_VARIABLE = "MOTCUA_RECOVERY_WORDS"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `motcua key`."""
    deeds = parser.add_subparsers(dest="deed", required=True)
    say = deeds.add_parser("state", help="when the recovery key was made and used, and whether secrets are tied here")
    say.add_argument("--home", type=Path, required=True, help="the office's folder")
    sheet = deeds.add_parser("recovery", help="make a new recovery key and write its sheet; the one before it ends")
    home_arguments(sheet)
    sheet.add_argument("--sheet", type=Path, required=True, metavar="PDF", help="print it, then delete the file")
    opening = deeds.add_parser("open", help="open a home by its recovery words and give --user a new passphrase")
    home_arguments(opening)
    opening.add_argument("--words-file", type=Path, help=f"a file with the fourteen words (or set {WORDS_VARIABLE})")
    home_arguments(deeds.add_parser("bind", help="let passphrases count on this machine only"))
    home_arguments(deeds.add_parser("change", help="write everything anew under a new data key; needs the room twice"))


def run(options: argparse.Namespace) -> int:
    """One deed; each says in a sentence what it did."""
    deeds = {"state": state, "recovery": recovery, "open": open_by_words, "bind": bind, "change": change}
    print(deeds[options.deed](options))
    return 0


def state(options: argparse.Namespace) -> str:
    """What the key file tells without any secret."""
    keys = read_keys(options.home)
    way = keys.recovery
    made = f"Khóa phục hồi lập lúc {say_time(from_ms(way.made_at_ms))}" if way else "Chưa lập khóa phục hồi"
    used = f", đã dùng lúc {say_time(from_ms(way.used_at_ms))}" if way and way.used_at_ms else ""
    tied = sum(slot.machine for slot in keys.slots)
    bound = f" Đã gắn với một máy: {tied}/{len(keys.slots)} người dùng." if keys.bound else " Chưa gắn với máy nào."
    return f"{made}{used}.{bound}"


def recovery(options: argparse.Namespace) -> str:
    """The sheet is on the disk before the key is in force, so no key is in force that nobody has."""
    from dossiers.recovery_words import new_key, say
    from printing.recovery_sheet import render

    with open_home(options) as desk:
        key = new_key()
        write_whole(options.sheet, [render(desk.office, say(key), local_date(system_clock()))])
        desk.vault.keep_recovery(key, system_clock)
    return "Đã lập khóa phục hồi mới; tờ cũ hết dùng với quầy này. In tệp vừa ghi, niêm phong, rồi xóa tệp."


def open_by_words(options: argparse.Namespace) -> str:
    """A new passphrase for somebody, by the sheet from the safe."""
    vault = unlock_with_recovery(options.home, words(options), system_clock)
    user = options.user or read_keys(options.home).slots[0].name
    vault.reset(user, secret(options, "Mật khẩu mới: "))
    return f"Đã đặt mật khẩu mới cho {user}. Cất tờ khóa phục hồi lại vào két, hoặc in tờ mới."


def bind(options: argparse.Namespace) -> str:
    """See `Vault.bind`."""
    with open_home(options) as desk:
        desk.vault.bind()
    return "Đã gắn với máy này: mật khẩu của mỗi người chỉ mở được ở đây, kể từ lần đăng nhập tới của người đó."


def change(options: argparse.Namespace) -> str:
    """See `rekey`."""
    from desktop.key_asks import change_data_key

    def tell(done: int, of: int) -> None:
        if sys.stderr.isatty():
            print(f"\rĐã ghi lại {done}/{of} tệp.", end="\n" if done == of else "", file=sys.stderr)

    with open_home(options) as desk:
        change_data_key(desk, tell)
    return (
        "Đã đổi khóa dữ liệu. Mật khẩu và tờ khóa phục hồi vẫn như cũ. Hãy sao lưu: bản cũ vẫn dùng khóa cũ và được "
        "bỏ dần."
    )


def words(options: argparse.Namespace) -> str:
    """The words of the sheet from a file, the environment or a prompt, in that order."""
    if options.words_file:
        return secret_in(options.words_file)
    if from_environment := os.environ.get(WORDS_VARIABLE):
        return from_environment
    if sys.stdin is None or not sys.stdin.isatty():
        raise no_secret()
    return getpass.getpass("Mười bốn từ: ")
