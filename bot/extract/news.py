"""News to deals: headline and first two sentences may start a trade, nothing else does."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.extract import cues
from bot.extract.claims import Claim
from bot.extract.frames import Reader
from bot.extract.joining import join
from bot.extract.lexicon import Kind
from bot.extract.mentions import Chunk, chunk, proves_nfl
from bot.extract.sources import sources
from bot.extract.terms import Scope, Terms, terms
from bot.extract.tokens import Token, blocks, sentences, tokenise
from bot.model import ClubCode, Deal, DealKind, DealStatus, Leg, Player, Report, Source, SourceKind

_TITLE_CAP, _TEXT_CAP = 400, 1200  # characters that are read at all
_LEAD, _PARAGRAPH = 2, 4  # sentences that may start a trade; that may confirm or attribute it
_TRIGGER = re.compile(
    r"trad|acqui|aqui|\bsen[dt]|ship|deal|swap|receiv|reciev|\bget|\bgot|land|mov|exchang|obtain|flip|void"
    r"|interest|shopp|available|rumou?r|head|going|went|\boff\b|part|giv|handing|suitor|bidding",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"\s*(?:date \d{4}-\d\d-\d\d\s|\d{1,2}:\d\d ?[ap]\.?m\.?:?\s"
    r"|[A-Z][A-Z .'-]{2,28}(?:, [A-Z][A-Za-z.]{1,12})?(?: \(AP\))? ?[\u2014\u2013-]{1,2} )"
)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence that is read, with its chunks and its casefolded words."""

    tokens: Sequence[Token]
    chunks: Sequence[Chunk]
    text: str
    offset: int


def deals(report: Report) -> tuple[Deal, ...]:
    """Every trade that a news report states, and a rumour where it states none."""
    title, text = report.title[:_TITLE_CAP], report.text[:_TEXT_CAP]
    if not _TRIGGER.search(title) and not _TRIGGER.search(text):
        return ()
    head = _read(title, 0, report, 1)
    body = _read(text, len(report.title) + 1, report, _PARAGRAPH)
    lead = [*head, *_lead(body)]
    every = [*head, *body]
    if not lead or _is_other_league(every) or any(cues.is_idea_or_recap(s.text) for s in lead[:1]):
        return ()
    if body and cues.is_idea_or_recap(body[0].text):
        return ()
    told = sources(report, [s.chunks for s in every])
    return (
        _failed(lead, told)
        or _stated(lead, every, report, told)
        or _progress(lead, told)
        or _rumours(lead, report, told)
    )


def _read(text: str, offset: int, report: Report, most: int) -> list[_Sentence]:
    stamp = _STAMP.match(text)
    start = stamp.end() if stamp else 0
    found = []
    for tokens in blocks(sentences(tokenise(text[start:]))):
        words = " ".join(f"{t.low}'s" if t.owner else t.low for t in tokens)
        chunks = chunk(tokens, report.published_at)
        found.append(_Sentence(tokens, chunks, words, offset + start))
        if len(found) == most:
            break
    return found


def _lead(body: Sequence[_Sentence]) -> Sequence[_Sentence]:
    """The first two sentences; in a list of "CLUB receive:" blocks, the blocks count as one."""
    count = _LEAD
    while count < len(body) and any(_is_block(s) for s in body[count - 1 : count + 1]) and (
        _is_block(body[count])
    ):  # fmt: skip
        count += 1
    return body[:count]


def _is_block(sentence: _Sentence) -> bool:
    """Read "Broncos receive: X, Y"."""
    pairs = pairwise(sentence.chunks)
    return any(one.kind is Kind.VERB and two.kind is Kind.COLON for one, two in pairs)


def _is_other_league(found: Sequence[_Sentence]) -> bool:
    foreign = any(c.kind is Kind.OTHER_LEAGUE for s in found for c in s.chunks)
    return (
        foreign
        or any(_calls_forward(s.chunks) for s in found)
        or not any(proves_nfl(s.tokens, s.chunks) or _names_reporter(s.chunks) for s in found)
    )


def _calls_forward(chunks: Sequence[Chunk]) -> bool:
    """Read "forward Barclay Goodrow": nobody plays forward in the NFL."""
    return any(one.text == "forward" and two.kind is Kind.PLAYER for one, two in pairwise(chunks))


def _names_reporter(chunks: Sequence[Chunk]) -> bool:
    return any(c.source is not None and c.source.kind == "reporter" for c in chunks)


def _stated(
    lead: Sequence[_Sentence],
    every: Sequence[_Sentence],
    report: Report,
    told: tuple[Source, ...],
) -> tuple[Deal, ...]:
    stated, _ = _terms(lead, _scope(every), report)
    text = " ".join(s.text for s in every)
    status = DealStatus.OFFICIAL if cues.is_official(text) else DealStatus.AGREED
    together = re.search(r"\b(?:three|four|3|4) (?:team|way|club) ", text) is not None
    return join(stated, status=status, sources=told, together=together)


def _progress(lead: Sequence[_Sentence], told: tuple[Source, ...]) -> tuple[Deal, ...]:
    """A step of a trade already agreed, told with its two clubs and no direction."""
    found = (
        _bare(s, DealStatus.AGREED, told, "progress") for s in lead if cues.is_progress(s.text)
    )
    return tuple(deal for deal in found if len(deal.clubs) == 2 and deal.legs)[:1]  # noqa: PLR2004


def _scope(found: Sequence[_Sentence]) -> Scope:
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
    lead: Sequence[_Sentence], scope: Scope, report: Report
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


def _verdict(claim: Claim, sentence: _Sentence, report: Report, last: str) -> str:
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


def _clause(claim: Claim, sentence: _Sentence) -> str:
    """The words of the frame's own clause, and what follows up to the next one."""
    stop = claim.last
    for one in sentence.chunks:
        if one.first >= claim.last and one.kind in _NEW_CLAUSE:
            break
        stop = max(stop, one.last)
    return " ".join(f"{t.low}'s" if t.owner else t.low for t in sentence.tokens[claim.first : stop])


_NEW_CLAUSE = frozenset({Kind.WHO, Kind.AFTER, Kind.STOP, Kind.VERB})


def _span(claim: Claim, sentence: _Sentence) -> tuple[int, int]:
    first, last = sentence.tokens[claim.first], sentence.tokens[claim.last - 1]
    return sentence.offset + first.start, sentence.offset + last.end


def _failed(lead: Sequence[_Sentence], told: tuple[Source, ...]) -> tuple[Deal, ...]:
    """A deal that is off, with whatever of it the sentence names."""
    off = next((s for s in lead if cues.is_failed(s.text)), None)
    if off is None:
        return ()
    scope = _scope(lead)
    found = [t for claim in Reader(off.chunks).read() if (t := terms(claim, scope, None))]
    stated = join(
        [t for t in found if t.sure], status=DealStatus.FAILED, sources=told, together=False
    )
    return stated[:1] or (_bare(off, DealStatus.FAILED, told, "failed"),)


def _bare(sentence: _Sentence, status: DealStatus, told: tuple[Source, ...], rule: str) -> Deal:
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
    lead: Sequence[_Sentence], report: Report, told: tuple[Source, ...]
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
