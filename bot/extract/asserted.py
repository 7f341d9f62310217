"""What the sentences of a lead assert: the terms of each frame that is news, and of each that is only possible."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from enum import IntEnum, auto
from itertools import pairwise

from bot.extract import across, arrivals, cues, earlier, pick_dates, setting
from bot.extract.claims import NO_VERB, TRADE_NOUNS, Claim, asides
from bot.extract.frames import Reader
from bot.extract.lexicon import Form, Frame, Kind
from bot.extract.mentions import Chunk
from bot.extract.other_moves import is_other_move
from bot.extract.reading import Sentence
from bot.extract.scope import Scope
from bot.extract.terms import Terms, terms
from bot.model import Player

_MOST = 12  # frames in a sentence that anybody would print
_CLAUSE_EDGES = frozenset({Kind.COMMA, Kind.AFTER, Kind.STOP, Kind.WHO})
_TELLING = frozenset({Kind.CLUB, Kind.PRONOUN, Kind.VERB, Kind.MOVE})
_NOW = frozenset({"is", "are", "he's"})
_SPANS = frozenset("year years month months week weeks season seasons offseason".split())
_PRONOUNS = frozenset({"they", "he", "she", "it", "we"})
_DREAMERS = frozenset(
    "analyst expert insider columnist writer simulator mock model proposal scenario pundit blogger".split()
)
_BEFORE_PRONOUN = frozenset(
    "and but so or that as when if because while then now yet though although once where says said"
    " before after until since what how announced confirmed reports reported".split()
)
_NEW_CLAUSE = frozenset({Kind.WHO, Kind.AFTER, Kind.STOP, Kind.VERB})


class Verdict(IntEnum):
    """What a text does with a frame."""

    STATED = auto()
    KNOWN = auto()  # terms of a trade that another sentence must tell of
    DOUBTFUL = auto()  # possible, proposed, wished for
    BACKGROUND = auto()  # old, imagined, denied, or another kind of move


def asserted(
    lead: Sequence[Sentence], scope: Scope, published: datetime
) -> tuple[list[Terms], list[Terms]]:
    """The terms that the sentences state, and those that they only think possible.

    Args:
        lead: the sentences.
        scope: of the whole report.
        published: what "old" is measured from.
    """
    found: dict[Verdict, list[Terms]] = {verdict: [] for verdict in Verdict}
    subject: Chunk | None = None
    before: Terms | None = None
    pair: across.Pair = ()
    for index, sentence in enumerate(lead):
        reader = Reader(sentence.chunks, subject=subject)
        here = scope.at(sentence.tokens, sentence.offset, lead[:index])
        claims = reader.read()[:_MOST]
        pair = across.fill(claims, pair, sentence.chunks)
        if any(_is_no_heading(claim, sentence, published) for claim in claims):
            pair = ()
        if setting.is_said_by_nobody(sentence, next(iter(lead[index + 1 :]), None)):
            claims = []
        told: dict[Verdict, list[Terms]] = {verdict: [] for verdict in Verdict}
        claims = [one for one in claims if not earlier.is_story(one, sentence, lead[:index])]
        for verdict, stated in _weighed(claims, sentence, here, published, before):
            if stated.legs or stated.unnamed or verdict is Verdict.STATED:
                told[verdict].append(stated)
            before = stated if verdict is Verdict.STATED else before
        told[Verdict.STATED] = arrivals.completed(told[Verdict.STATED], lead[:index], here)
        for verdict, stated_here in told.items():
            found[verdict] += stated_here
        subject = reader.subject or subject
    if any(stated.sure for stated in found[Verdict.STATED]):
        found[Verdict.STATED] += found[Verdict.KNOWN]
    return found[Verdict.STATED], found[Verdict.DOUBTFUL]


def _is_no_heading(claim: Claim, sentence: Sentence, published: datetime) -> bool:
    """Old or only possible: "made a trade in 2021", "are close to a deal"."""
    old = cues.is_background(claim, sentence.text, sentence.text, published)
    return old or cues.is_unsure(claim, claim.words, " ".join(claim.words))


def _weighed(
    claims: Iterable[Claim],
    sentence: Sentence,
    here: Scope,
    published: datetime,
    before: Terms | None,
) -> Iterator[tuple[Verdict, Terms]]:
    """The frames of one sentence, each with what the sentence does with it."""
    last: Verdict | None = None
    heading: Terms | None = None
    for one in claims:
        claim, stated = one, terms(one, here, before)
        if stated is None:
            last = (
                Verdict.BACKGROUND if claim.behind else last
            )  # ", sending him on" goes on with it
            continue
        if heading and _tells_price(claim, heading, stated, sentence):
            claim = replace(claim, behind=False)
            if heading.receiver and None is stated.receiver and stated.giver != heading.receiver:
                stated = stated.opposite(
                    heading.receiver
                )  # "after the Bills dealt him for a fifth"
        last = _verdict(claim, sentence, published, last)
        if last is Verdict.STATED and _tells_terms_only(claim):
            yield Verdict.KNOWN, stated
            continue
        before = stated if last is Verdict.STATED else before
        heading = stated if last is Verdict.STATED and _is_heading(claim) else heading
        yield last, stated


def _verdict(
    claim: Claim, sentence: Sentence, published: datetime, last: Verdict | None
) -> Verdict:
    shares = last is Verdict.DOUBTFUL and _shares_modal(claim)
    if last is not None and (shares or (_goes_on(claim) and last is not Verdict.STATED)):
        return last
    if setting.is_undone(claim, sentence):
        return Verdict.BACKGROUND
    wished = _is_view_of_outlet(sentence.chunks) or _commands(claim, sentence)
    if wished or setting.is_imagined(claim, sentence):
        return Verdict.DOUBTFUL
    old = not (claim.follows and last) and _goes_on_with_earlier(claim, sentence.chunks)
    old |= cues.is_old(_heading(claim, sentence), published)
    beside = old or _describes_noun(claim, sentence)
    if beside or is_other_move(claim, sentence.text):
        return Verdict.BACKGROUND
    clause = _clause(claim, sentence)
    before = [t.low for t in sentence.tokens[: claim.verb_at]]
    words = cues.words_before(claim, sentence.chunks, before)
    if cues.is_denied(words) or cues.is_background(
        claim, _without_conditions(sentence), clause, published
    ):
        return Verdict.BACKGROUND
    unsure = not claim.follows and cues.is_unsure(claim, words, " ".join(before))
    return Verdict.DOUBTFUL if unsure else Verdict.STATED


def _without_conditions(sentence: Sentence) -> str:
    """The words without "that becomes a first if the Raiders win": the condition of a pick doubts nothing."""
    conditional = [
        one for one in sentence.chunks if any(pick.condition for pick in one.picks)
    ]  # fmt: skip
    skipped = {at for one in conditional for at in range(one.first, one.last)}
    tokens = (t for at, t in enumerate(sentence.tokens) if at not in skipped)
    return (
        " ".join(f"{t.low}'s" if t.owner else t.low for t in tokens) if skipped else sentence.text
    )


_HEADING = 40  # words ahead of a colon that can date what stands behind it


def _heading(claim: Claim, sentence: Sentence) -> str:
    """The words before a colon: "The Jets began their sale last year: X was dealt to Denver"."""
    colons = [c for c in sentence.chunks if c.kind is Kind.COLON and c.last <= claim.verb_at]
    at = colons[-1].first if colons else 0
    return " ".join(t.low for t in sentence.tokens[max(0, at - _HEADING) : at])


def _goes_on(claim: Claim) -> bool:
    """Read ", sending away X" and "by moving X": the frame is as true as the one before it."""
    ahead = claim.ahead
    gerund = claim.verb.form is Form.ING and ahead is not None
    by = gerund and ahead is not None and ahead.kind is Kind.BY
    moves = claim.verb.frame is Frame.MOTION and gerund and _NOW.isdisjoint(claim.words)
    return claim.follows or by or moves  # "swapped guards, with X going to Denver"


def _shares_modal(claim: Claim) -> bool:
    """Read "could slide to No. 6 and get a first from the Jets": what could be holds for both verbs."""
    ahead = claim.ahead
    return claim.verb.form is Form.BASE and ahead is not None and ahead.kind is Kind.AND


def _is_heading(claim: Claim) -> bool:
    """Read "X is headed to the Eagles": news of a move, without its price."""
    joins = claim.verb.lemma == "join" and claim.verb.form is Form.BASE
    now = joins or not _NOW.isdisjoint(claim.words) or claim.verb.lemma == "belong to"
    return claim.verb.frame is Frame.MOTION and now


def _tells_price(claim: Claim, heading: Terms, stated: Terms, sentence: Sentence) -> bool:
    """Read "X is headed to the Eagles, who gave the Bills a second": the clause tells the price.

    So does "... after the Bills agreed to send him to the Eagles", of the same man and receiver.
    """
    if not claim.behind:
        return False
    relative = claim.ahead is not None and claim.ahead.kind is Kind.WHO
    told = sentence.tokens[claim.first].low == "after"
    told &= sentence.tokens[claim.first - 1].low not in _SPANS  # "a year after"
    moved = {leg.asset.name for leg in heading.legs if isinstance(leg.asset, Player)}
    again = [
        leg for leg in stated.legs if isinstance(leg.asset, Player) and leg.asset.name in moved
    ]
    there = bool(again) and all(leg.received in {None, heading.receiver} for leg in again)
    away = any(leg.gave == heading.receiver for leg in again)
    sides = {stated.giver, stated.receiver}
    return (told and there) or (relative and not away and heading.receiver in sides)


def _commands(claim: Claim, sentence: Sentence) -> bool:
    """Read "Ship him to Oakland": advice."""
    verb = sentence.tokens[claim.verb_at].low
    bare = claim.verb is not NO_VERB and verb == claim.verb.lemma.split()[0]
    opens = claim.ahead is None or claim.ahead.kind is Kind.COLON
    return bare and opens and claim.verb.form is Form.BASE


def _goes_on_with_earlier(claim: Claim, chunks: Sequence[Chunk]) -> bool:
    """Read "A year after the Saints gave up on X, sending him to the Jets, ...": all of it is old."""
    if claim.verb.form is not Form.ING or claim.ahead is None or claim.ahead.kind is not Kind.COMMA:
        return False
    ahead = [c for c in chunks if c.last <= claim.ahead.first]
    edge = next((i for i in reversed(range(len(ahead))) if ahead[i].kind in _CLAUSE_EDGES), None)
    if edge is None or ahead[edge].kind is not Kind.AFTER:
        return False
    told = (c for c in ahead[edge:] if not (c.verb and c.article))  # "before the trade deadline"
    return any(c.kind in _TELLING for c in told)


def _describes_noun(claim: Claim, sentence: Sentence) -> bool:
    """Read "the man they gave a second for": a clause about a noun, without "who"."""
    at = claim.verb_at
    if at <= 1 or sentence.tokens[at - 1].low not in _PRONOUNS:
        return False
    noun = next((chunk for chunk in sentence.chunks if chunk.last == at - 1), None)
    return noun is not None and noun.article and noun.text not in _BEFORE_PRONOUN


def _tells_terms_only(claim: Claim) -> bool:
    """Read "The deal sent X to the Jets": it tells of a trade that the reader knows already."""
    ahead = claim.ahead
    noun = ahead is not None and (ahead.text in TRADE_NOUNS or ahead.text == "move")
    return noun and claim.verb.form is Form.PAST and not claim.words


def _is_view_of_outlet(chunks: Sequence[Chunk]) -> bool:
    """Read "Bleacher Report has the Jets sending a second": somebody's idea."""
    triples = zip(chunks, chunks[1:], chunks[2:], strict=False)
    return any(
        two.text == "has"
        and (one.kind is Kind.SOURCE or one.text in _DREAMERS)
        and three.kind is Kind.CLUB
        for one, two, three in triples
    )


def _clause(claim: Claim, sentence: Sentence) -> str:
    """The words of the frame's own clause up to the next one, without appositions and the dates of picks."""
    stop = claim.last
    for one in sentence.chunks:
        if one.first >= claim.last and one.kind in _NEW_CLAUSE:
            break
        stop = max(stop, one.last)
    skipped = (
        asides(sentence.chunks)
        | pick_dates.tokens_of(sentence)
        | _of_earlier(sentence.chunks, claim)
    )
    return " ".join(
        f"{t.low}'s" if t.owner else t.low
        for index, t in enumerate(sentence.tokens[claim.first : stop], claim.first)
        if index not in skipped or claim.verb_at in skipped
    )


def _of_earlier(chunks: Sequence[Chunk], claim: Claim) -> frozenset[int]:
    """Tokens of "After asking out last month, ..." and ", acquired last year, ..." ahead of the verb."""
    found: set[int] = set()
    ahead = [chunk for chunk in chunks if chunk.last <= claim.verb_at]
    for before, first in pairwise([None, *ahead]):
        opens = before is None or before.kind is Kind.COMMA
        past = first is not None and first.verb is not None and first.verb.form is Form.PAST
        if first is not None and opens and (first.kind is Kind.AFTER or (past and before)):
            ends = (c.first for c in ahead if c.first > first.first and c.kind is Kind.COMMA)
            found.update(range(first.first, next(ends, first.first)))
    return frozenset(found)
