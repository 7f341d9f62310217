"""Who tells the news, where that interrupts it: "have sent Dale Preston, ESPN reports, to the Bears"."""

from collections.abc import Sequence

from bot.extract.lexicon import Kind
from bot.extract.mentions import Chunk

_OPENS = {",": ",", "(": ")", "\u2014": "\u2014", "--": "--"}
_GOES_ON = frozenset({Kind.TO, Kind.FROM, Kind.FOR})
_AHEAD = 3  # chunks: "with the Bears getting"
_LONGEST = 12  # chunks of an interjection
_TELLS = frozenset(
    "per according to report reports reported reporting tweeted tweets said say says told tells tell"
    " learned source sources reportedly via by as first has have was it is league team multiple two"
    " three several person people with knowledge of familiar insider insiders reporter senior nfl on in"
    " monday tuesday wednesday thursday friday saturday sunday night morning afternoon evening today"
    " late early deal trade move situation official officials and me".split()
) | {"according to", "sources say", "sources said", "source says"}
_WHO = frozenset({"source", "sources", "reports", "reportedly", "person", "people", "sources say", "sources said",
                  "source says"})  # fmt: skip


def without_interjections(chunks: Sequence[Chunk]) -> Sequence[Chunk]:
    """The sentence without the words of attribution that part a verb from what it moves, or that from its club.

    Args:
        chunks: of the sentence.
    """
    kept: list[Chunk] = []
    at = 0
    while at < len(chunks):
        stop = _end(chunks, at)
        if stop and kept and _is_open(kept[-1], chunks[stop : stop + _AHEAD]):
            at = stop
            continue
        kept.append(chunks[at])
        at += 1
    return kept


def _end(chunks: Sequence[Chunk], at: int) -> int:
    """Index behind the interjection that begins here, else 0."""
    closing = _OPENS.get(chunks[at].text)
    if closing is None:
        return 0
    for index in range(at + 1, min(len(chunks), at + _LONGEST)):
        if chunks[index].text == closing:
            return index + 1 if any(_is_who(c) for c in chunks[at + 1 : index]) else 0
        if not _is_who(chunks[index]) and chunks[index].text.casefold() not in _TELLS:
            return 0
    return 0


def _is_who(chunk: Chunk) -> bool:
    return chunk.source is not None or chunk.text in _WHO


def _is_open(before: Chunk, ahead: Sequence[Chunk]) -> bool:
    """The clause goes on: "trading, per ESPN, Dale Preston" and "Dale Preston, ESPN reports, to the Bears"."""
    if not ahead:
        return False
    if ahead[0].kind is Kind.WITH:  # and not "with the Bears getting a second"
        return [c.kind for c in ahead[1:2]] == [Kind.CLUB] and ahead[-1].kind is not Kind.VERB
    moves = before.verb is not None and not before.article and ahead[0].kind is not Kind.VERB
    return moves or ahead[0].kind in _GOES_ON
