"""One registry of everything the desk can do; it feeds the keys, the buttons and the palette alike."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from desktop import keys
from dossiers.names import fold


def _always() -> bool:
    return True


def _nothing() -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One thing a person can do: its slug, its words, its key, when it is possible, and what it does.

    `refusal` says why whoever is signed in may not do it and whom to ask; empty where they may. `primary` is the
    screen's main deed, painted at the right end of the action bar; `in_bar` is False for commands that only the
    palette and their key reach.
    """

    id: str
    title: str
    run: Callable[[], None]
    key: str = ""
    enabled: Callable[[], bool] = _always
    refusal: Callable[[], str] = _nothing
    icon: str = ""
    primary: bool = False
    in_bar: bool = True

    def possible(self) -> bool:
        """Whether it can be done now, by whoever is signed in."""
        return not self.refusal() and self.enabled()


@dataclass(slots=True)
class Commands:
    """The commands of the frame and those of the screen in front; the screen's come first."""

    _frame: tuple[Command, ...] = ()
    _screen: tuple[Command, ...] = field(default=())

    def set_frame(self, commands: Iterable[Command]) -> None:
        """Give the commands that work everywhere."""
        self._frame = tuple(commands)

    def set_screen(self, commands: Iterable[Command]) -> None:
        """Give the commands of the screen that has just come to the front."""
        self._screen = tuple(commands)

    def __iter__(self) -> Iterator[Command]:
        yield from self._screen
        yield from self._frame

    @property
    def of_screen(self) -> tuple[Command, ...]:
        """The commands of the screen in front."""
        return self._screen

    def find(self, command_id: str) -> Command | None:
        """The command with this slug, if it is there now."""
        return next((command for command in self if command.id == command_id), None)

    def press(self, key: str) -> bool:
        """Run the first possible command that carries `key`; False if there is none."""
        key = keys.ALIASES.get(key, key)
        for command in self:
            if command.key == key and command.possible():
                command.run()
                return True
        return False

    def search(self, text: str) -> list[Command]:
        """Possible commands whose words begin with the typed ones, marks ignored: 'in bn' finds 'In biên nhận'."""
        wanted = fold(text).split()
        return [command for command in self if command.possible() and _matches(wanted, fold(command.title).split())]


def _matches(wanted: list[str], words: list[str]) -> bool:
    """Whether each typed word begins a word of the title, or their initials spell it."""
    initials = "".join(word[0] for word in words)
    return all(any(word.startswith(part) for word in words) or part in initials for part in wanted)
