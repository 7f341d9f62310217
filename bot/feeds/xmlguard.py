"""What no XML parser of ours may see: the bounds within which feedparser takes a bearable time."""

import re
from xml.parsers import expat

_DTD = "a document type (DTD), which is never read"
_DOCTYPE = re.compile(r"<!\s*(?:doctype|entity)", re.IGNORECASE)
_CHUNK = 1 << 16
# feedparser needs about 8 s for a megabyte of nothing but tags (measured); a feed of 2,000 items has fewer.
_MAX_TAGS = 100_000
# Its time grows with the square of the attributes of a tag: 1 s for 10,000 (measured).
_MAX_ATTRIBUTES = 64
# One tag is one step for expat, which nothing else can interrupt: 0.4 s for 3 MB of attributes (measured).
_MAX_TAG = 1 << 18
# A document that is not well-formed goes to its slower parser: 13 s for 5 MB of ampersands (measured).
_MAX_BROKEN = 1 << 20


def refused(text: str) -> str:
    """What is wrong with this document, in words that follow "got"; empty if it may be parsed.

    One that is not well-formed may not even mention a DTD, and must be small.
    """
    if text.count("<") > _MAX_TAGS:
        return f"more than {_MAX_TAGS} tags"
    found: list[str] = []
    try:
        _read(text.encode(), found)
    except expat.ExpatError:
        found += [_DTD] if _DOCTYPE.search(text) else []
        found += [f"more than {_MAX_BROKEN} characters of broken XML"] * (len(text) > _MAX_BROKEN)
    return found[0] if found else ""


def _read(data: bytes, found: list[str]) -> None:
    """Read until the end, or until something was found.

    Raises:
        ExpatError: it is not well-formed.
    """
    parser = _parser(found)
    for start in range(0, len(data), _CHUNK):
        chunk = data[start : start + _CHUNK]
        parser.Parse(chunk, False)  # noqa: FBT003 - expat takes it by position only
        if start + len(chunk) - parser.CurrentByteIndex > _MAX_TAG:
            found.append(f"a tag or comment of more than {_MAX_TAG} bytes")
        if found:
            return
    parser.Parse(b"", True)  # noqa: FBT003 - as above


def _parser(found: list[str]) -> expat.XMLParserType:
    def started(_name: str, attributes: list[str]) -> None:
        if len(attributes) > 2 * _MAX_ATTRIBUTES:  # names and values in turn
            found.append(f"a tag of more than {_MAX_ATTRIBUTES} attributes")

    parser = expat.ParserCreate("utf-8")
    parser.ordered_attributes = True
    parser.StartElementHandler = started
    parser.StartDoctypeDeclHandler = lambda *_: found.append(_DTD)
    return parser
