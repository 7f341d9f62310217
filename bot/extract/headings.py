"""The words before a colon: a heading that heralds news, tells of it in a figure, or names somebody's idea."""

import re
from collections.abc import Sequence

from bot import clubs
from bot.extract import proposals
from bot.extract.claims import MEN, Claim
from bot.extract.lexicon import Form, Kind
from bot.extract.mentions import Chunk
from bot.extract.patterns import any_in
from bot.extract.reading import Sentence

NAMING = frozenset(
    {Kind.CLUB, Kind.PLAYER, Kind.PERSON, Kind.SOURCE, Kind.PICKS, Kind.VERB, Kind.UNNAMED}
)
_HERALDS = re.compile(
    r"\b(?:breaking|trade|trades|deal|terms|official|officially|update|sources?|reports?|reported|news|per|done"
    r"|more|next|full|confirmed|announce\w*|statement|details|compensation|alert|transactions?|moves?|swap|blockbuster|stunner"
    r"|shocker|deadline (?:tracker|deals|day|moves)|surprise|reunion|reunited|homecoming|finali[sz]\w+|return|haul|price|cost|exchange|it's|it is|he's|just in|under the wire|at the (?:wire|buzzer|deadline)|developing|final|latest|now|here|wow|whoa|boom"
    r"|not so fast|change of plans|plot twist|scratch that|never ?mind|so much for|hold on)\b"
)
_CHANGED = re.compile(
    r"^(?:(?:not so fast|never mind|forget|scratch|hold off|so much for)(?: on| about)? (?:the|that|his|\w+'s) (?:planned )?"
    r"(?:release|cut|waivers?|retirement)|(?:a )?change of plans?)$"
)
_ONE_OF_ANY = re.compile(
    r"^(?:\w+ ?,? )?(?:\w+ )?(?:a|an|any|another|your|my|our) (?:\w+ )?(?:trade|deal|swap|move)$"
)
_OURS = re.compile(
    r"^(?:my|our|your) (?:\w+ ){0,3}(?:stunner|shocker|surprise|blockbuster|bombshell|dropper|splash|terms|package|return)$"
)
_IMAGINED = any_in(
    r"\b(?:rumou?rs?|guess|ideas?|scenarios?|predictions?|dream|mock|(?<!his )(?<!their )wish|bet|(?<!to )take|hypothe\w+|mode|picture"
    r"|imagine|suppose|instructions?|prompt|assistant|fiction|story|what if|would)\b"
)
# "Also today:", "Meanwhile, in other news:": when it happened, and nothing else.
_WHEN = re.compile(
    r"^(?:and |but )?(?:(?:also|meanwhile|elsewhere|plus|and|later|earlier|late|early|just now|minutes ago|moments ago)\b ?,? ?)*"
    r"(?:today|tonight|this (?:morning|afternoon|evening)|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening|night))?)?$"
)
_STUNS = re.compile(
    r"^(?:an? |the |another |big |huge |late |monster )*(?:(?:draft|deadline|day|night|week|eve|mid|season|morning|monday|tuesday|wednesday|thursday|friday) )*"
    r"(?:jaw ?dropper|bombshell|thunderbolt|whopper|eye ?(?:opener|popper)|mega ?(?:deal|trade))$"
)
_MIRROR = re.compile(r"^(?:(?:an?|one) )?(\w+) for (?:(?:an?|one|another) )?\1$")
_IN_DEAL = re.compile(r" in (?:an? |the )?(?:\w+ ){0,4}(?:deal|trade|swap|exchange)(?: \W.*)?$")
_OVER = re.compile(r"\b(?:is|are|has|have) (?:\w+ )?(?:over|ended|no more|at an end)$")
_ON_DAY = re.compile(r"\b(?:today|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b")
# What is told as going on or done is news, unless the heading says of what world it is.
_OTHER_WORLD = re.compile(
    r"\b(?:i|me|my|mine|we|us|our|you|your|let's?|please|dear|if|what|who|why|how|where|could|should|may|might|will|can|want\w*|hop(?:e|es|ing)"
    r"|flashback|throwback|archives?|vault|history|historic\w*|anniversary|ago|\d{4}|decades?|years? (?:on|later|after|earlier|back)|rewind|time machine|th(?:is|at) (?:day|date|week|month)"
    r"|last (?:week|month|year|season|spring|summer|fall|winter)\S*|once upon|remember\w*|trivia|quiz|poll|survey|satire|parod\w+|spoof|onion|jok(?:e|es|ing)|pranks?|fools?|fak(?:e|ed)|hoax|madden"
    r"|franchise|simulat\w+|sim|fantasy|dynasty|keeper|console|controller|xbox|playstation|video|theory|theories|gut|feelings?|hunch|vibes?|crystal|forecast\w*|bold|hot|cold|wild|crazy|vote|ballot|debate"
    r"|questions?|mailbag|column|podcast|essay|opinion|view|analysis|review|script|plot|scene|movie|film|novel|episode|nightmare|fears?|perfect|ideal|alternate|parallel|universe|world"
    r"|whisper\w*|chatter|buzz|gossip|mill|talk|speculat\w+|hearsay|thoughts?|thinking|logic|pitch\w*|plan|plans|options?|solution|blueprint|to do|checklist|needs?|targets?|candidates?|fits?|managers?|fans?|readers?"
    r"|winners?|losers?|grades?|rankings?|takeaways|stock|odds|bet(?:s|ting)?|sportsbook|props?|predict\w*|project\w*|mocks?|rumblings?|nobody|no one|not|never|no|false|untrue|wrong|myth|debunked|bogus"
    r"|incorrect|unlikely|impossible|imagin\w+|pretend\w*|wonder\w*|suppos\w+|allegedly|maybe|perhaps|almost|nearly"
    r"|reminder|recap\w*|context|background|notes?|problems?|catch|issue|trouble|challenge|obstacle|reasons?|explain\w*|lessons?|facts?|stats?|numbers?|record|so far|status|state|tally|ledger|timeline|look(?:ing)? back)\b|n't\b"
)
_DONE = re.compile(
    r"\b(?:has|have)(?: (?:also|now|officially|finally|reportedly|just|been|agreed))*$"
)
_GOING_ON = re.compile(r"\b(?:is|are)(?: (?:also|now|officially|finally|being))*$")
_AGREED = re.compile(r"\b(?:agree(?:s|d)? (?:to|on)|agreed)\b(?!.*\b(?:not|never)\b)")
_PASSED = re.compile(
    r"\b(?:approved|finali[sz]ed|announced|completed|confirmed|processed) (?:the|a|their) (?:\w+ )?(?:trade|deal|swap) (?:that|which)$"
)


def is_of_idea(claim: Claim, sentence: Sentence) -> bool:
    """Read "My guess: the Jets trade X": a heading that names nobody and heralds nothing.

    Args:
        claim: a frame.
        sentence: where it stands.
    """
    ahead = [c for c in sentence.chunks if c.last <= claim.verb_at]
    colon = next((c for c in reversed(ahead) if c.kind is Kind.COLON), None)
    if colon is None or colon.first == 0:
        return False
    words = _words(sentence, 0, colon.first)
    heading = [c for c in ahead if c.last <= colon.first]
    club = any(c.kind is Kind.CLUB for c in heading)
    if any(c.kind is Kind.PERSON for c in heading) and " on " in words:
        return True  # "Coach Ned Orr on Dale Preston: ..."
    if _CHANGED.search(words) or _tells_whose(heading) or _is_mirrored(words, colon, sentence):
        return False
    if _IMAGINED.search(words) or proposals.is_heading(words):
        return True
    if (_ONE_OF_ANY.search(words) and not club) or _OURS.match(words):
        return True
    shouts = all(t.text.isupper() or not t.text.isalpha() for t in sentence.tokens[: colon.first])
    named = any(c.kind in NAMING for c in heading)
    heralded = (
        shouts or named or _HERALDS.search(words) or _WHEN.match(words) or _STUNS.match(words)
    )
    return not (heralded or _is_event(claim, words, colon, sentence))


def _is_mirrored(heading: str, colon: Chunk, sentence: Sentence) -> bool:
    """Read "Need for need: Jets get X, Bears get Y in one-for-one deal": a rhyme on a trade told behind it."""
    if not _MIRROR.match(heading):
        return False
    behind = _words(sentence, colon.last, len(sentence.tokens))
    return bool(_IN_DEAL.search(behind)) and not _OTHER_WORLD.search(behind)


def _is_event(claim: Claim, heading: str, colon: Chunk, sentence: Sentence) -> bool:
    """Read "Together again: Miami has dealt X to the Bears": what is done between two clubs, under any figure.

    So is "A long run is over: Miami traded X to the Bears on Friday". A bare "the Jets trade X" may be an idea.
    """
    parties = {
        one.clubs
        for one in (claim.subject, claim.to, claim.giver, claim.partner, claim.agent, claim.origin)
        if one is not None
    }
    if len(parties) < 2 or _OTHER_WORLD.search(heading):  # noqa: PLR2004 - a trade of two
        return False
    form, before = claim.verb.form, _words(sentence, colon.last, claim.verb_at)
    if form is Form.PAST and _OVER.search(heading) and _ON_DAY.search(sentence.text):
        return True
    done = form is Form.PAST and (_DONE.search(before) or _GOING_ON.search(before))
    going_on = form is Form.ING and _GOING_ON.search(before)
    return bool(done or going_on or _AGREED.search(before) or _PASSED.search(before))


def _tells_whose(heading: Sequence[Chunk]) -> bool:
    """Read "Preston is a Patriot: New England gave up a fifth": whose man he is now is no guess."""
    said = [c for c in heading if c.text not in {"now", "officially"}]
    if [c.text for c in said[1:-1]] != ["is"] or said[0].kind not in MEN:
        return False
    return said[-1].article and said[-1].text.casefold() in clubs.members()


def _words(sentence: Sentence, first: int, last: int) -> str:
    return " ".join(f"{t.low}'s" if t.owner else t.low for t in sentence.tokens[first:last])
