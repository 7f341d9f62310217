"""HTML from plain text: the one place that escapes."""

import unicodedata
from collections.abc import Iterable, Iterator
from html import escape

_MOST_MARKS = 3  # on one letter; no living language needs more


class Markup(str):
    """Text that is HTML already; only this module makes it."""

    __slots__ = ()


VOID = frozenset({"link", "meta"})


def tag(name: str, *children: str, **attributes: str) -> Markup:
    """One element.

    Args:
        name: of the element.
        children: Markup goes in as it is, all other text escaped.
        attributes: escaped; `class_` is class, and other underscores are hyphens.
    """
    given = "".join(f' {_attribute(key)}="{_text(value)}"' for key, value in attributes.items())
    if name in VOID:
        return Markup(f"<{name}{given}>")
    return Markup(f"<{name}{given}>{join(*children)}</{name}>")


def join(*children: str) -> Markup:
    """Several pieces one after the other."""
    return Markup("".join(each if isinstance(each, Markup) else _text(each) for each in children))


def page(head: Markup, body: Markup) -> Markup:
    """A whole document in English."""
    return Markup(f"<!doctype html>{tag('html', head, body, lang='en')}")


def _attribute(key: str) -> str:
    return key.removesuffix("_").replace("_", "-")


def _text(text: str) -> str:
    """Escaped, and without what has no place in a page: control characters, text direction, surrogates."""
    return escape("".join(_unstacked(c for c in text if c.isprintable() or c == "\n")))


def _unstacked(text: Iterable[str]) -> Iterator[str]:
    """The characters without those marks that would pile up over the lines around."""
    marks = 0
    for char in text:
        marks = marks + 1 if unicodedata.category(char).startswith("M") else 0
        if marks <= _MOST_MARKS:
            yield char
