"""What a window says, read off its widgets, and what of it is Vietnamese though it is no data."""

import re
from collections.abc import Iterable, Iterator

import msgspec
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLabel, QLineEdit, QTableView, QWidget

from desktop.i18n.collect import VIETNAMESE

MOST_CELLS = 200


def words_on(page: QWidget) -> Iterator[str]:
    """Every text on show: labels, buttons, fields, lists, tooltips and the names that are read aloud."""
    for widget in (page, *page.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        yield from (widget.toolTip(), widget.accessibleName())
        match widget:
            case QLabel() | QAbstractButton():
                yield widget.text()
            case QLineEdit():
                yield from (widget.text(), widget.placeholderText())
            case QComboBox():
                yield from (widget.itemText(row) for row in range(widget.count()))
            case QAbstractItemView() if (model := widget.model()) is not None:
                yield from cells_of(model, headed=isinstance(widget, QTableView))


def cells_of(model: QAbstractItemModel, *, headed: bool) -> Iterator[str]:
    """The headings and the first cells of a table."""
    top = QModelIndex()
    columns = range(model.columnCount(top) if headed else 1)
    if headed:
        yield from (str(model.headerData(column, Qt.Orientation.Horizontal)) for column in columns)
    for row in range(min(model.rowCount(top), MOST_CELLS)):
        yield from (str(model.index(row, column).data()) for column in columns)


def still_vietnamese(page: QWidget, data: object) -> list[str]:
    """Texts with Vietnamese letters left after everything that is data is taken out of them."""
    known = sorted(set(texts_in(msgspec.to_builtins(data, enc_hook=str))), key=len, reverse=True)
    left = []
    for words in set(words_on(page)):
        rest = words
        for text in known:
            rest = rest.replace(text, "")
        if VIETNAMESE.search(rest):
            left.append(words)
    return sorted(left)


def texts_in(value: object) -> Iterator[str]:
    """Every text of two letters or more in a nest of dictionaries and lists."""
    match value:
        case str() if len(value) > 1:
            yield value
        case dict():
            yield from texts_in(list(value.values()))
        case list() | tuple():
            yield from (text for part in value for text in texts_in(part))


def mnemonics_on(page: QWidget) -> list[str]:
    """The letters that visible labels and buttons underline, each as often as it is claimed."""
    widgets: Iterable[QLabel | QAbstractButton] = (*page.findChildren(QLabel), *page.findChildren(QAbstractButton))
    texts = [widget.text() for widget in widgets if widget.isVisible()]
    return sorted(found[1].lower() for text in texts if (found := re.search(r"&(\w)", text)))
