"""Deals that a text only outlines: trades that are off, steps of a trade already agreed, and rumours."""

from collections.abc import Sequence
from dataclasses import replace

from bot.extract import dates, draftees, endings, marks, slot_moves, talk
from bot.extract.asserted import asserted
from bot.extract.frames import Reader
from bot.extract.joining import join
from bot.extract.lexicon import Kind
from bot.extract.mentions import Chunk
from bot.extract.official import as_announced
from bot.extract.reading import Sentence, Story
from bot.extract.scope import scope_of
from bot.extract.sources import Told, is_signature, sources
from bot.extract.terms import Terms, terms
from bot.model import ClubCode, Deal, DealKind, DealStatus, Leg, Mark, Player, SourceKind

_TELLERS = frozenset({SourceKind.REPORTER, SourceKind.OUTLET})


def failed(story: Story, by: Told | None) -> tuple[Deal, ...]:
    """A deal that is off, with whatever of it the sentence names, by its own sources or a signature.

    Args:
        story: the report.
        by: who wrote it.
    """
    for index, off in enumerate(story.lead):
        if not (endings.failure(off.text, told=True) or endings.undoes(off.text)):
            continue
        told = sources(by, [off, *_signed(story, off)])
        old = dates.is_of_past_year(off.text, story.report.published_at)
        words = None if old else endings.failure(off.text, told=bool(told))
        undone = None if words or old else endings.undoes(off.text)
        of = _told_before(story, index) if undone else off
        words = words or (undone if of is not off else None)
        if words:
            status = Mark(field="status", rule="off", span=off.span_of(words))
            deal = _marked(_off(story, of, told), of, told, status)
            return (as_announced(deal, [off]),)
    return ()


def _signed(story: Story, off: Sentence) -> list[Sentence]:
    """The other sentences that sign it, or go on with it."""
    return [
        s
        for s in story.every
        if s is not off and (is_signature(s) or endings.goes_on_with_failure(s.text))
    ]


def _told_before(story: Story, index: int) -> Sentence:
    """The sentence ahead, where it states a trade: "it" is that trade; else the sentence itself."""
    ahead = story.lead[max(0, index - 1) : index]
    stated, _ = asserted(ahead, scope_of(story.lead), story.report.published_at)
    return ahead[0] if stated else story.lead[index]


def _off(story: Story, off: Sentence, told: Sequence[Told]) -> Deal:
    scope = scope_of(story.lead).at(off.tokens, off.offset)
    found = [t for claim in Reader(off.chunks).read() if (t := terms(claim, scope, None))]
    by = tuple(one.source for one in told)
    sure = [t for t in found if t.sure]
    stated = join(sure, status=DealStatus.FAILED, sources=by, together=False)
    if endings.sends_back(off.text):
        return _bare(off, DealStatus.FAILED, told, "failed")
    return stated[0] if stated else _bare(off, DealStatus.FAILED, told, "failed")


def progress(story: Story, told: Sequence[Told]) -> tuple[Deal, ...]:
    """A step of a trade already agreed, told with its two clubs and no direction."""
    for sentence in story.lead:
        if words := endings.progress(sentence.text):
            deal = _bare(sentence, DealStatus.AGREED, told, "progress")
            if len(deal.clubs) == 2 and deal.legs:  # noqa: PLR2004 - a trade of two
                deal = _marked(
                    deal,
                    sentence,
                    told,
                    Mark(field="status", rule="progress", span=sentence.span_of(words)),
                )
                return (as_announced(deal, story.every),)
    return ()


def rumours(story: Story, told: Sequence[Told]) -> tuple[Deal, ...]:
    """At most one rumour: who may go where, as far as named, and no price."""
    heard = any(one.source.kind in _TELLERS for one in told)
    fresh = (s for s in story.lead if not dates.is_of_past_year(s.text, story.report.published_at))
    talked = ((s, words) for s in fresh if (words := talk.rumour(s.text, told=heard)))
    sentence, words = next(talked, (None, None))
    if sentence is None or words is None:
        return ()
    status = Mark(field="status", rule="talk", span=sentence.span_of(words))
    rumour = _possible(story, told) if heard else None
    rumour = rumour or _bare(sentence, DealStatus.RUMOUR, told, "rumour")
    return (_marked(rumour, sentence, told, status),) if rumour.legs or rumour.clubs else ()


def _possible(story: Story, told: Sequence[Told]) -> Deal | None:
    """The trade that the text thinks possible, without its price."""
    _, doubtful = asserted(story.lead, scope_of(story.lead), story.report.published_at)
    plain = [_without_price(t) for t in doubtful]
    by = tuple(one.source for one in told)
    found = join(plain, status=DealStatus.RUMOUR, sources=by, together=False)
    return found[0] if found else None


def _marked(deal: Deal, sentence: Sentence, told: Sequence[Told], status: Mark) -> Deal:
    return replace(deal, marks=(*marks.of_words(deal, [sentence]), status, *marks.told(told)))


def _bare(sentence: Sentence, status: DealStatus, told: Sequence[Told], rule: str) -> Deal:
    """A deal of which the text names players and clubs, but no direction."""
    plain = draftees.plainly(slot_moves.plainly(sentence.chunks))  # whom they would draft stays out
    men = {c.text: c for c in plain if _is_man(c)}
    parties: dict[ClubCode, None] = dict.fromkeys(
        c.clubs[0] for c in sentence.chunks if len(c.clubs) == 1 and c.kind is Kind.CLUB
    )
    return Deal(
        kind=DealKind.TRADE,
        status=status,
        legs=tuple(_of_man(man, sentence, rule) for man in men.values()),
        clubs=tuple(parties),
        sources=tuple(one.source for one in told),
        rule=rule,
        span=sentence.span(),
    )


def _is_man(one: Chunk) -> bool:
    return one.kind is Kind.PLAYER and not one.owner


def _of_man(man: Chunk, sentence: Sentence, rule: str) -> Leg:
    player = Player(name=man.text, position=man.position)
    return Leg(
        gave=None, received=None, asset=player, rule=rule, span=sentence.span(man.first, man.last)
    )


def _without_price(found: Terms) -> Terms:
    men = tuple(leg for leg in found.legs if isinstance(leg.asset, Player))
    return replace(found, legs=men, sure=True)
