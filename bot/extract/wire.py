"""The transactions wire to deals: one club's moves of a day, in the league's own dry words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.extract import cues
from bot.extract.claims import Claim
from bot.extract.frames import Reader
from bot.extract.joining import join
from bot.extract.lexicon import Kind
from bot.extract.mentions import Chunk, chunk, proves_nfl
from bot.extract.terms import Scope, terms
from bot.extract.tokens import Token, sentences, tokenise
from bot.model import ClubCode, Deal, DealKind, DealStatus, Leg, Player, Report

_TEXT_CAP = 3000
_TRIGGER = re.compile(r"trad|void|acqui|aqui|sent|send|receiv|reciev|exchang|swap", re.IGNORECASE)
_NO_TRADE = re.compile(
    r"\bwaivers?\b|\bthe contract of\b|\bcontract of\b|\bfrom (?:[\w']+ ){1,3}practice squad\b|\bas compensation\b|\bfree agen"
)
_ARROWED = re.compile(r".{3,60} : Traded ; .+ \u2192 ")


def deals(report: Report) -> tuple[Deal, ...]:
    """Every trade of a wire row; a trade is official as soon as it is filed."""
    text = report.text[:_TEXT_CAP]
    if not _TRIGGER.search(text):
        return ()
    found: list[Deal] = []
    for tokens in _moves(tokenise(text)):
        found += _arrowed(tokens, report) or _move(tokens, report)
    return tuple(found)


def _moves(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The moves of a row: sentences, and their parts at semicolons (but "Traded; A to B" is one)."""
    for sentence in sentences(tokens):
        if any(token.text == "\u2192" for token in sentence):
            yield sentence
            continue
        part: list[Token] = []
        for token in sentence:
            if token.text == ";":
                if part:
                    yield part
                part = []
            else:
                part.append(token)
        if part:
            yield part


def _move(tokens: Sequence[Token], report: Report) -> tuple[Deal, ...]:
    words = " ".join(f"{token.low}'s" if token.owner else token.low for token in tokens)
    if not _TRIGGER.search(words) or _NO_TRADE.search(words):
        return ()
    chunks = chunk(tokens, report.published_at)
    if any(one.kind is Kind.OTHER_LEAGUE for one in chunks):
        return ()
    if report.filer is None and not proves_nfl(tokens, chunks):
        return ()
    certain = frozenset(one.clubs[0] for one in chunks if len(one.clubs) == 1)
    if cues.is_failed(words, told=True):
        return (_voided(tokens, chunks, report.filer),)
    scope = Scope(report.filer, certain, {})
    found = [
        replace(stated, span=_span(claim, tokens))
        for claim in Reader(chunks, wire=True).read()
        if not claim.behind and (stated := terms(claim, scope, None))
    ]
    together = "three team" in words or "three way" in words
    return join(found, status=DealStatus.OFFICIAL, sources=(), together=together)


def _voided(tokens: Sequence[Token], chunks: Sequence[Chunk], filer: ClubCode | None) -> Deal:
    """A trade that is off: the man and the clubs, as far as named."""
    men = (one for one in chunks if one.kind is Kind.PLAYER)
    parties = (one.clubs[0] for one in chunks if one.kind is Kind.CLUB and len(one.clubs) == 1)
    legs = (
        Leg(gave=None, received=None, asset=Player(name=one.text, position=one.position))
        for one in men
    )
    return Deal(
        kind=DealKind.TRADE,
        status=DealStatus.FAILED,
        legs=tuple(legs),
        clubs=tuple(dict.fromkeys((*((filer,) if filer else ()), *parties))),
        rule="wire.voided",
        span=(tokens[0].start + 1, tokens[-1].end + 1),
    )


def _span(claim: Claim, tokens: Sequence[Token]) -> tuple[int, int]:
    """Characters of "title, line break, text": the wire's title is empty."""
    return tokens[claim.first].start + 1, tokens[claim.last - 1].end + 1


def _arrowed(tokens: Sequence[Token], report: Report) -> tuple[Deal, ...]:
    """Read "Wanya Morris: Traded; Chiefs -> Falcons"."""
    text = " ".join(token.text for token in tokens)
    if not _ARROWED.match(text):
        return ()
    chunks = chunk(tokens, report.published_at)
    parties = [one.clubs[0] for one in chunks if one.kind is Kind.CLUB and len(one.clubs) == 1]
    men = [one for one in chunks if one.kind is Kind.PLAYER]
    if len(parties) != 2 or not men:  # noqa: PLR2004 - from one to another
        return ()
    gave, received = parties
    leg = Leg(
        gave=gave, received=received, asset=Player(name=men[0].text, position=men[0].position)
    )
    span = (tokens[0].start + 1, tokens[-1].end + 1)
    return (
        Deal(
            kind=DealKind.TRADE, status=DealStatus.OFFICIAL, legs=(leg,), clubs=(gave, received),
            rule="wire.arrow", span=span,
        ),
    )  # fmt: skip
