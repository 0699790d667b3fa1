"""The screens of the desk, one folder each.

How a screen is built
---------------------
`screens/<name>/screen.py`     the layout: a subclass of `desktop.screen.Screen`, made in code from `desktop.widgets`;
                               ends with `def build(session: Session) -> Screen`, which `desktop.frame_screens` calls
                               the first time the screen is opened, so heavy imports stay out of the start
`screens/<name>/presenter.py`  the decisions, without Qt: takes what it needs of `Session` (jobs, stage, clock …) by
                               constructor, keeps its state in a frozen dataclass, and tells the screen by calling the
                               methods of a small `View` protocol that it declares itself
`screens/<name>/rows.py`       the table model, if there is a table (ids first, rows in pages)

A screen says `title()` and `commands()`: the frame paints the commands into the action bar (the one with
`primary=True` stands alone on the right), gives them their keys and puts them into the palette. It is told
`enter(**what)` when it comes to the front and `leave()` when it goes; it keeps its widgets in between, so nothing
typed is lost. `accept_scan(text)` is asked first when a code is scanned; False hands the code to `desktop.routing`.
Enter goes to the next field and Shift+Enter back, which `Screen` sees to. Emit `self.commands_changed` whenever
what is possible has changed.

Data is reached through `jobs` only: `do(verb, …)` for deeds, `ask(fn)` and `latest(topic, fn)` for questions,
`pool(fn)` for everything that may take time and needs no database. Every word goes through `desktop.i18n.t`.
Labels carry a mnemonic (`"&Họ và tên"`), unique within the screen; fields are `widgets.Field`, which wires label,
buddy, accessible name and the sentence below. Keys come from `desktop.keys`, measures and colours from
`desktop.theme.tokens`; no screen has a style sheet of its own.
"""
