"""The transactions wire to deals: one club's moves of a day, in the league's own dry words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice

from bot.extract import endings, lexicon, marks, misprints
from bot.extract.football import proves_nfl
from bot.extract.frames import Reader
from bot.extract.joining import join
from bot.extract.lexicon import Kind
from bot.extract.mentions import chunk
from bot.extract.reading import Sentence
from bot.extract.scope import Scope
from bot.extract.terms import Terms, terms
from bot.extract.tokens import LONGEST, Token, cut, sentences, tokenise
from bot.model import ClubCode, Deal, DealKind, DealStatus, Leg, Mark, Player, Report

_TEXT_CAP = 8000  # a row of a cutdown day has dozens of moves, and the trade may be the last
_MOST = 30  # moves of a row that may be trades
_OFFSET = 1  # in "title, line break, text": the wire's title is empty
_TRIGGER = re.compile(
    r"trad|void|acqui|aqui|sen[dt]|receiv|reciev|exchang|swap|ship|deal|nullif|rescind|terminat|cancel|revers|obtain",
    re.IGNORECASE,
)
_NO_TRADE = re.compile(
    r"\bwaivers?\b|\bthe contract of\b|\bcontract of\b|\bfrom (?:[\w']+ ){1,3}practice squad\b|\bas compensation\b|\bfree agen"
)
_VOIDS = re.compile(
    r"(?:the )?(?:\w+ )?(?:terminat|void|rescind|nullif|cancel|revers|undid|annul)\w* (?:\w+ )?(?:trade|deal|swap)\b"
)
_ARROWED = re.compile(r".{3,60} : traded ; .+ \u2192 ")


def deals(report: Report) -> tuple[Deal, ...]:
    """Every trade of a wire row; a trade is official as soon as it is filed."""
    found: list[Deal] = []
    of_three: list[Terms] = []
    for move in islice(_moves(report), _MOST):
        if _is_of_three(move):
            of_three += _terms(move, report.filer)
        else:
            found += (_marked(deal, move) for deal in _read(move, report.filer))
    return (*found, *join(of_three, status=DealStatus.OFFICIAL, sources=(), together=True))


def _moves(report: Report) -> Iterator[Sentence]:
    """The moves of a row that may be a trade of our league."""
    for tokens in map(_mended, _parts(tokenise(cut(report.text, _TEXT_CAP)))):
        if not any(_TRIGGER.match(token.low) for token in tokens):
            continue
        words = " ".join(f"{token.low}'s" if token.owner else token.low for token in tokens)
        chunks = chunk(tokens, report.published_at)
        ours = report.filer is not None or proves_nfl(tokens, chunks)
        foreign = any(one.kind is Kind.OTHER_LEAGUE for one in chunks)
        if ours and not foreign and not _NO_TRADE.search(words):
            yield Sentence(tokens, chunks, words, _OFFSET)


def _parts(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The moves of a row: sentences, and their parts at semicolons (but "Traded; A to B" is one)."""
    for sentence in sentences(tokens, len(tokens)):
        if any(token.text == "\u2192" for token in sentence):
            yield sentence[:LONGEST]
            continue
        start = 0
        for index, token in enumerate(sentence):
            if token.text == ";":
                yield sentence[start : min(index, start + LONGEST)]
                start = index + 1
        yield sentence[start : start + LONGEST]


def _mended(tokens: Sequence[Token]) -> Sequence[Token]:
    """The move with its first word as it was meant: "Tradd", "Acquried"."""
    if not tokens or tokens[0].low in _verbs():
        return tokens
    meant = misprints.verb(tokens[0].low)
    return [tokens[0]._replace(low=meant), *tokens[1:]] if meant else tokens


@cache
def _verbs() -> frozenset[str]:
    return frozenset(lexicon.verbs())


def _is_of_three(move: Sentence) -> bool:
    return "three team" in move.text or "three way" in move.text


def _read(move: Sentence, filer: ClubCode | None) -> tuple[Deal, ...]:
    other_move = any(
        one.kind is Kind.MOVE for one in move.chunks
    )  # "waived with a failed physical"
    if _VOIDS.match(move.text) or (endings.failure(move.text, told=True) and not other_move):
        return (_voided(move, filer),)
    stated = _terms(move, filer)
    return _arrowed(move) or join(stated, status=DealStatus.OFFICIAL, sources=(), together=False)


def _terms(move: Sentence, filer: ClubCode | None) -> list[Terms]:
    scope = Scope(filer=filer, clubs=frozenset(_parties(move))).at(move.tokens, _OFFSET)
    claims = (claim for claim in Reader(move.chunks, wire=True).read() if not claim.behind)
    return [stated for claim in claims if (stated := terms(claim, scope, None))]


def _parties(move: Sentence) -> list[ClubCode]:
    """Clubs named beyond doubt, in order."""
    return [one.clubs[0] for one in move.chunks if len(one.clubs) == 1]


def _men(move: Sentence) -> list[Player]:
    men = (one for one in move.chunks if one.kind is Kind.PLAYER)
    return [Player(name=one.text, position=one.position) for one in men]


def _voided(move: Sentence, filer: ClubCode | None) -> Deal:
    """A trade that is off: the man and the clubs, as far as named."""
    return Deal(
        kind=DealKind.TRADE,
        status=DealStatus.FAILED,
        legs=tuple(Leg(gave=None, received=None, asset=man) for man in _men(move)),
        clubs=tuple(dict.fromkeys((*((filer,) if filer else ()), *_parties(move)))),
        rule="wire.voided",
        span=move.span(),
    )


def _arrowed(move: Sentence) -> tuple[Deal, ...]:
    """Read "Wanya Morris: Traded; Chiefs -> Falcons"."""
    men, parties = _men(move), _parties(move)
    if not (_ARROWED.match(move.text) and len(parties) == len(set(parties)) == 2 and men):  # noqa: PLR2004 - from one to another
        return ()
    leg = Leg(
        gave=parties[0], received=parties[1], asset=men[0], rule="wire.arrow", span=move.span()
    )
    return (
        Deal(
            kind=DealKind.TRADE, status=DealStatus.OFFICIAL, legs=(leg,), clubs=tuple(parties),
            rule="wire.arrow", span=move.span(),
        ),
    )  # fmt: skip


def _marked(deal: Deal, move: Sentence) -> Deal:
    """The deal with the words behind its status, its kind and its clubs."""
    filed = Mark(field="status", rule=f"filed.{deal.status}", span=deal.span)
    return replace(deal, marks=(filed, *marks.of_words(deal, [move])))
