"""News to deals: headline and first two sentences may start a trade, nothing else does."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.extract import cues, genre
from bot.extract.claims import Claim
from bot.extract.denial import is_taken_back
from bot.extract.football import is_other_league
from bot.extract.frames import Reader
from bot.extract.joining import join
from bot.extract.lexicon import Kind
from bot.extract.mentions import Chunk
from bot.extract.official import announced
from bot.extract.reading import Sentence, is_bare_layout, read
from bot.extract.reading import lead as first_of
from bot.extract.sources import is_signature, sources
from bot.extract.terms import Scope, Terms, terms
from bot.model import ClubCode, Deal, DealKind, DealStatus, Leg, Player, Report, Source, SourceKind

_TITLE_CAP, _TEXT_CAP = 400, 1200  # characters that are read at all
_SHORT = 8  # words of a sentence that only adds who said it
_OF_TRADE = re.compile(
    r"\b(?:picks?|terms|conditions?|compensation|news|physicals?|requests?|talks|this|it)\b"
)
_PARAGRAPH = 4  # sentences that may confirm or attribute a trade
_TRIGGER = re.compile(
    r"trad|acqui|aqui|\bsen[dt]|ship|deal|swap|receiv|reciev|\bget|\bgot|land|mov|exchang|obtain|flip|void"
    r"|interest|shopp|available|rumou?r|head|going|went|\boff\b|part|giv|handing|suitor|bidding",
    re.IGNORECASE,
)


def deals(report: Report) -> tuple[Deal, ...]:
    """Every trade that a news report states, and a rumour where it states none."""
    title, text = report.title[:_TITLE_CAP], report.text[:_TEXT_CAP]
    if not _TRIGGER.search(title) and not _TRIGGER.search(text):
        return ()
    head = read(title, 0, report.published_at, 1)
    body = read(text, len(report.title) + 1, report.published_at, _PARAGRAPH)
    every = [*head, *body]
    lead = [*head, *first_of(body)]
    if not lead or is_other_league(every) or _is_no_news(head, body, report):
        return ()
    told = sources(report, [s.chunks for s in every if _may_attribute(s)])
    if is_bare_layout(lead) and not told:
        return ()
    return (
        _failed(lead, every, report)
        or _stated(lead, every, report, told)
        or _progress(lead, every, told)
        or _rumours(lead, report, told)
    )


def _may_attribute(sentence: Sentence) -> bool:
    """It speaks of a trade, or of nobody ("ESPN first reported."), or signs the whole text."""
    short = len(sentence.tokens) <= _SHORT and not any(_is_man(c) for c in sentence.chunks)
    return (
        short
        or is_signature(sentence.chunks)
        or _TRIGGER.search(sentence.text) is not None
        or _OF_TRADE.search(sentence.text) is not None
    )


def _is_no_news(head: Sequence[Sentence], body: Sequence[Sentence], report: Report) -> bool:
    """By headline or first sentence a recap, ideas or history; by any, fiction or a report taken back."""
    every, year = [*head, *body], report.published_at.year
    return any(
        genre.is_idea_or_recap(s.text) or genre.is_history(s.text, year)
        for s in (*head[:1], *body[:1])
    ) or any(genre.is_fiction(s.text) or is_taken_back(s.text) for s in every)


def _stated(
    lead: Sequence[Sentence],
    every: Sequence[Sentence],
    report: Report,
    told: tuple[Source, ...],
) -> tuple[Deal, ...]:
    stated, _ = _terms(lead, _scope(every), report)
    text = " ".join(s.text for s in every)
    together = re.search(r"\b(?:three|four|3|4) (?:team|way|club) ", text) is not None
    found = join(stated, status=DealStatus.AGREED, sources=told, together=together)
    return tuple(_as_announced(deal, every) for deal in found)


def _as_announced(deal: Deal, every: Sequence[Sentence]) -> Deal:
    """The deal with whoever announced it among its sources, and official by an announcement."""
    news = [one for s in every if (one := announced(s.chunks, s.text, deal))]
    if not news:
        return deal
    status = deal.status if deal.status is DealStatus.FAILED else DealStatus.OFFICIAL
    by = dict.fromkeys((*deal.sources, *(one.source for one in news if one.source)))
    return replace(deal, status=status, sources=tuple(by))


def _progress(
    lead: Sequence[Sentence], every: Sequence[Sentence], told: tuple[Source, ...]
) -> tuple[Deal, ...]:
    """A step of a trade already agreed, told with its two clubs and no direction."""
    found = (
        _bare(s, DealStatus.AGREED, told, "progress") for s in lead if cues.is_progress(s.text)
    )
    named = [deal for deal in found if len(deal.clubs) == 2 and deal.legs]  # noqa: PLR2004
    return tuple(_as_announced(deal, every) for deal in named[:1])


def _scope(found: Sequence[Sentence]) -> Scope:
    """Clubs and full names, which settle "New York" and bare surnames in the other sentences."""
    certain = {c.clubs[0] for s in found for c in s.chunks if len(c.clubs) == 1}
    men: dict[str, Player | None] = {}
    for one in (c for s in found for c in s.chunks if c.kind is Kind.PLAYER):
        player = Player(name=one.text, position=one.position)
        for key in _surnames(one.text):
            known = men.get(key, player)
            men[key] = player if known is not None and known.name == player.name else None
    return Scope(None, frozenset(certain), {key: man for key, man in men.items() if man})


def _surnames(name: str) -> set[str]:
    words = [word for word in name.casefold().split() if word.rstrip(".") not in _SUFFIXES]
    return {words[-1], " ".join(words[1:])} if words else set()


_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "v"})


def _terms(
    lead: Sequence[Sentence], scope: Scope, report: Report
) -> tuple[list[Terms], list[Terms]]:
    """The terms that the lead asserts, and those that it only thinks possible."""
    stated: list[Terms] = []
    doubtful: list[Terms] = []
    subject: Chunk | None = None
    for sentence in lead:
        reader = Reader(sentence.chunks, subject=subject)
        before: Terms | None = None
        verdict = "stated"
        for claim in reader.read():
            _fill_announcer(claim, sentence.chunks)
            found = terms(claim, scope, before)
            if found is None:
                continue
            verdict = _verdict(claim, sentence, report, verdict)
            found = replace(found, span=_span(claim, sentence))
            match verdict:
                case "stated":
                    stated.append(found)
                    before = found
                case "doubtful":
                    doubtful.append(found)
                case _:
                    pass
        subject = reader.subject or subject
    return stated, doubtful


def _verdict(claim: Claim, sentence: Sentence, report: Report, last: str) -> str:
    if claim.follows and last != "stated":
        return last
    clause = _clause(claim, sentence)
    if _is_view_of_outlet(sentence.chunks):
        return "doubtful"
    if cues.is_other_move(claim, sentence.text):
        return "background"
    if cues.is_denied(claim) or cues.is_background(
        claim, sentence.text, clause, report.published_at
    ):
        return "background"
    before = " ".join(t.low for t in sentence.tokens[: claim.verb_at])
    return "doubtful" if not claim.follows and cues.is_unsure(claim, before) else "stated"


def _is_view_of_outlet(chunks: Sequence[Chunk]) -> bool:
    """Read "Bleacher Report has the Jets sending a second": somebody's idea."""
    triples = zip(chunks, chunks[1:], chunks[2:], strict=False)
    return any(
        one.kind is Kind.SOURCE and two.text == "has" and three.kind is Kind.CLUB
        for one, two, three in triples
    )


def _fill_announcer(claim: Claim, chunks: Sequence[Chunk]) -> None:
    """Read "X was traded to the Jets, the Packers announced": who announced it took part."""
    for one, two in pairwise(chunks):
        if one.kind is Kind.CLUB and two.text in _ANNOUNCES and claim.passive:
            known = (claim.to, claim.giver, claim.agent, claim.partner)
            if not any(chunk and chunk.clubs == one.clubs for chunk in known):
                claim.agent = claim.agent or one


_ANNOUNCES = frozenset({"announced", "announce", "confirmed", "confirm"})


def _clause(claim: Claim, sentence: Sentence) -> str:
    """The words of the frame's own clause, and what follows up to the next one."""
    stop = claim.last
    for one in sentence.chunks:
        if one.first >= claim.last and one.kind in _NEW_CLAUSE:
            break
        stop = max(stop, one.last)
    return " ".join(f"{t.low}'s" if t.owner else t.low for t in sentence.tokens[claim.first : stop])


_NEW_CLAUSE = frozenset({Kind.WHO, Kind.AFTER, Kind.STOP, Kind.VERB})


def _span(claim: Claim, sentence: Sentence) -> tuple[int, int]:
    first, last = sentence.tokens[claim.first], sentence.tokens[claim.last - 1]
    return sentence.offset + first.start, sentence.offset + last.end


def _failed(
    lead: Sequence[Sentence], every: Sequence[Sentence], report: Report
) -> tuple[Deal, ...]:
    """A deal that is off, with whatever of it the sentence names, by its own sources or a signature."""
    signed = [
        s.chunks for s in every if is_signature(s.chunks) or cues.goes_on_with_failure(s.text)
    ]
    for off in lead:
        told = sources(report, [off.chunks, *signed])
        old = cues.is_of_past_year(off.text, report.published_at)
        if not old and cues.is_failed(off.text, told=bool(told)):
            break
    else:
        return ()
    scope = _scope(lead)
    found = [t for claim in Reader(off.chunks).read() if (t := terms(claim, scope, None))]
    stated = join(
        [t for t in found if t.sure], status=DealStatus.FAILED, sources=told, together=False
    )
    deal = stated[0] if stated else _bare(off, DealStatus.FAILED, told, "failed")
    return (_as_announced(deal, [off]),)


def _bare(sentence: Sentence, status: DealStatus, told: tuple[Source, ...], rule: str) -> Deal:
    """A deal of which the text names players and clubs, but no direction."""
    men = {c.text: Player(name=c.text, position=c.position) for c in sentence.chunks if _is_man(c)}
    parties: dict[ClubCode, None] = dict.fromkeys(
        c.clubs[0] for c in sentence.chunks if len(c.clubs) == 1 and c.kind is Kind.CLUB
    )
    first, last = sentence.tokens[0], sentence.tokens[-1]
    return Deal(
        kind=DealKind.TRADE,
        status=status,
        legs=tuple(Leg(gave=None, received=None, asset=man) for man in men.values()),
        clubs=tuple(parties),
        sources=told,
        rule=rule,
        span=(sentence.offset + first.start, sentence.offset + last.end),
    )


def _is_man(one: Chunk) -> bool:
    return one.kind is Kind.PLAYER and not one.owner


def _rumours(
    lead: Sequence[Sentence], report: Report, told: tuple[Source, ...]
) -> tuple[Deal, ...]:
    """At most one rumour: who may go where, as far as named, and no price."""
    heard = any(source.kind in {SourceKind.REPORTER, SourceKind.OUTLET} for source in told)
    sentence = next((s for s in lead if cues.is_rumour(s.text, told=heard)), None)
    if sentence is None:
        return ()
    _, doubtful = _terms(lead, _scope(lead), report)
    if doubtful and heard:
        plain = [_without_price(t) for t in doubtful]
        found = join(plain, status=DealStatus.RUMOUR, sources=told, together=False)
        if found:
            return found[:1]
    rumour = _bare(sentence, DealStatus.RUMOUR, told, "rumour")
    return (rumour,) if rumour.legs or rumour.clubs else ()


def _without_price(found: Terms) -> Terms:
    def men(assets: Sequence[object]) -> tuple[Player, ...]:
        return tuple(asset for asset in assets if isinstance(asset, Player))

    return replace(found, there=men(found.there), back=men(found.back), sure=True)
