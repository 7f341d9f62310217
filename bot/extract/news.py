"""News to deals: headline and first two sentences may start a trade, nothing else does."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.extract import (
    cues,
    doubts,
    fragments,
    genre,
    homes,
    marks,
    nicknames,
    one_sided,
    outlines,
    settled,
    slot_holders,
    speakers,
)
from bot.extract.asserted import asserted
from bot.extract.denial import is_taken_back
from bot.extract.football import is_other_league
from bot.extract.halves import told_by_half
from bot.extract.joining import join
from bot.extract.lexicon import Kind
from bot.extract.official import as_announced
from bot.extract.patterns import any_in
from bot.extract.people import Voices
from bot.extract.reading import TEXT_CAP, TITLE_CAP, Sentence, Story, is_bare_layout, story
from bot.extract.scope import scope_of
from bot.extract.sources import Told, is_signature, sources, writer
from bot.extract.strangers import heard
from bot.model import Deal, DealStatus, Mark, Report

_SHORT = 8  # words of a sentence that only adds who said it
_OF_TRADE = re.compile(
    r"\b(?:picks?|choices?|selections?|\w+-?rounders?|cost|price|return|terms|conditions?|compensation|news|physicals?|requests?|talks|this|it)\b"
)
_TRIGGER = any_in(
    r"trad|acqui|aqui|\bsen[dt]|ship|deal|swap|receiv|reciev|\bget|\bgot|land|mov|exchang|obtain|flip|void"
    r"|interest|shop|available|rumou?r|head|going|goes|went|\bgo\b|\boff\b|part|giv|handing|suitor|bidding|inquir|call"
    r"|talk|conversation|negotiat|discuss|pursu|listen|offer|collaps|rescind|physical|\bdead\b|\bpicks?\b|rounder|surrender|\bpr(?:y|ied)"
    r"|spoke|contact|asked for|monitor|proposal|nix|undone|climb|vault|jump|drop|slid|haul|nab|snag|scoop|poach|pluck|reel"
    r"|jettison|load|dump|dish|cough|fork|fetch|took|take|com(?:es|ing) over|bring|brought|leav|cost|pa(?:y|id)|join|pick|arriv"
    r"|\b(?:an?|\d{4}) (?:first|second|third|fourth|fifth|sixth|seventh)\b|\bround\b|choice|leap|business|\bsold\b|\bgave\b|\bspots?\b"
)
_IDEA = any_in(r"\b(?:would|could|should|might|ideas?|needs?|fair)\b|\?$")
_PRAISE = re.compile(  # of a deal that nobody has made
    r"\b(?:fits?|works?|benefits|helps|suits|satisf\w+|perfect|win win|win-win|ideal|realistic|logical|sensible|match|solution"
    r"|both (?:sides|teams|clubs)|every(?:one|body)|everyone's|all parties|to shake|no brainer|deadline (?:deal|move|swap|trade)(?! (?:is|was|has|just))"
    r"|(?:one|another) (?:more|last|final|big|bold)|an? (?:\w+ ){0,2}(?:deal|trade|swap|move|blockbuster|package) (?:that|to|for|which|with|built))\b"
)
_TOGETHER = any_in(r"\b(?:three|four|3|4) (?:team|way|club) ")

_NAMED = any_in(
    r"\btrade(?! (?:idea|propos|grade|target|candidate|rumou?r|scenario|machine|talk|deadline|offer))"
    r"[^:.?]{0,40} :|\b(?:made|agree[sd]? (?:to|on)) a trade\b"
    r"|, with [^,;]{3,60} (?:going|heading|headed) (?:back )?to\b"
    r"|^in an? (?:\w+ ){0,2}(?:trade|swap|exchange)(?: (?:on )?\w+day)? ,"
    r"|\bin an? (?:\w+ ){0,2}(?:trade|swap|exchange)(?: (?:on )?\w+day(?: \w+)?)?(?: ,|$)"
    r"|\bin (?:an? |the )?(?:one for one|1 for 1|man for man|player for player|straight(?: up)?) (?:deal|trade|swap|exchange)\b"
)


def deals(report: Report, voices: Voices) -> tuple[Deal, ...]:
    """Every trade that a news report states, and a rumour where it states none."""
    if not _TRIGGER.search(f"{report.title[:TITLE_CAP]} {report.text[:TEXT_CAP]}".lower()):
        return ()
    read = story(report, voices)
    if not read.lead or is_other_league(read.every, read.report.published_at) or _is_no_news(read):
        return ()
    read = settled.confirmed(slot_holders.carried(fragments.joined(speakers.named(heard(read)))))
    by = writer(report.author, report.text, voices)
    told = sources(by, [s for s in read.every if _may_attribute(s)])
    if not told and is_bare_layout(read.lead) and _may_be_idea(read):
        return ()
    return (
        outlines.failed(read, by)
        or _stated(read, told)
        or tuple(
            homes.completed(deal, read.lead, report.day) for deal in outlines.progress(read, told)
        )
        or outlines.rumours(read, told)
    )


def _may_be_idea(read: Story) -> bool:
    """A bare layout under a headline that says nothing of it, or with somebody's opinion or advertisement beside it."""
    return bool(read.head) or any(
        cues.is_view(s.text) or _IDEA.search(s.text) or _PRAISE.search(s.text) for s in read.every
    )


def _may_attribute(sentence: Sentence) -> bool:
    """It speaks of a trade, or of nobody ("ESPN first reported."), or signs the whole text."""
    short = len(sentence.tokens) <= _SHORT and not any(
        c.kind is Kind.PLAYER and not c.owner for c in sentence.chunks
    )
    return (
        short
        or is_signature(sentence)
        or _TRIGGER.search(sentence.text) is not None
        or _OF_TRADE.search(sentence.text) is not None
    )


def _is_no_news(read: Story) -> bool:
    """By headline or first sentence a recap, ideas or history; by any, fiction or a report taken back."""
    year = read.report.published_at.year
    return any(
        genre.is_idea_or_recap(s.text, headline=s in read.head or len(read.every) == 1)
        or genre.is_history(s.text, year)
        for s in (*read.head[:1], *read.body[:1])
    ) or any(genre.is_fiction(s.text) or is_taken_back(s.text) for s in read.every)


def _stated(read: Story, told: Sequence[Told]) -> tuple[Deal, ...]:
    every, _ = asserted(read.lead, scope_of(read.every), read.report.published_at)
    stated = one_sided.undirected(slot_holders.supported(every, read.lead), read.lead)
    together = any(_TOGETHER.search(s.text) for s in read.every)
    by = tuple(one.source for one in told)
    named = any(_NAMED.search(s.text) for s in read.lead)
    day = read.report.day
    joined = join(stated, status=DealStatus.AGREED, sources=by, together=together, named=named)
    found = [one_sided.once(deal) for deal in nicknames.without(joined, day)]
    whole = [
        homes.completed(deal, read.lead, day, [one for one in found if one is not deal])
        for deal in found
    ]
    if not whole and (half := told_by_half(stated, read, by)):
        whole = [half]
    sound = doubts.with_doubts(whole, day)
    return tuple(as_announced(_marked(deal, read, told), read.every) for deal in sound)


def _marked(deal: Deal, read: Story, told: Sequence[Told]) -> Deal:
    status = Mark(field="status", rule="stated", span=deal.span)
    return replace(deal, marks=(*marks.of_words(deal, read.every), status, *marks.told(told)))
