"""Trades that a sentence looks back on: hung on a feeling or a memory, told with what came of them, of old days."""

import re

from bot.extract.claims import ASSETS, Claim
from bot.extract.lexicon import Force, Form, Frame, Kind
from bot.extract.reading import Sentence

_DETERMINERS = frozenset({"the", "their", "his"})
# What may stand before "the Jets" where the Jets act: another clause, a preposition, a word of agreeing.
_OPENS_CLAUSE = frozenset(
    """and or but as while with to for in on at after when where because until since once before if so then which who
    agreement agreed agree agrees deal trade joining allowing adds also now today tonight yesterday monday tuesday
    wednesday thursday friday saturday sunday morning afternoon evening night week breaking officially reportedly
    means meaning per from by of between both what""".split()
)
_TELLS = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|report\w*|tweet\w*|announc\w+|confirm\w*|tell\w*|told|learn(?:ed|s)?|hear(?:s|d|ing)?"
    r"|wr(?:ote|ites?)|post(?:ed|s)|add(?:s|ed)|agree\w*|decid\w+|reveal\w*|indicat\w+|stat(?:es?|ed)|disclos\w+"
    r"|inform\w*|relay\w*|deals?|trades?|swap|sources?|news|word|statement|declar\w+|understand\w*|break\w*|not\w+)\b"
)
_LOOKS_BACK = re.compile(
    r"\b(?:why|(?<!of )the (?:day|night|time)(?= (?:the|that|he|his|when)\b)|the last time|recall(?:s|ed)? (?:the|how|when|that|his)"
    r"|remember(?:s|ed)?|dream(?:s|ed|t)?|imagin(?:es?|ed)|novel|film|movie|documentary|trivia|famously|once (?=traded|dealt|sent|acquired|swapped)"
    r"|(?:explain|show|describe)s? (?:\w+ )?how|as a rookie|then with the|fans (?:\w+ )?as"
    r"|(?:he|she|they|teammates|players|fans) (?:first )?learned)\b"
)
_AFTERWARDS = re.compile(
    r"\band (?:(?:has|have|had) (?!agreed|acquired|traded|sent|signed|received|added|informed|told)(?:not |been |now )?"
    r"(?:\w+ed|won|lost|seen|gone|gotten|got|not)\b|it (?:shows|showed|worked)\b|got paid\b|both (?:clubs|teams|sides) \w+"
    r"|(?:leads?|ranks?|starts?|thrives?|struggles?|regrets?|won|lost)\b)"
    r"|\b(?:a|the) (?:deal|trade|move|swap) that still\b|\b(?:ever since|since then|since(?: ,| ;|$))"
    r"|\bwho has since\b|\bwhere he ha[sd]\b|\bnow (?:with|of) the\b|\bwhen he was (?:\d|an?\b|still\b)|\bthe day he\b"
    r"|\bin the (?:spring|summer|fall|winter)\b(?! of| draft)"
)
_RELATIVE = frozenset({"who", "which", "whose"})
_FEELS = re.compile(
    r"\b(?:happy|glad|sad|sorry|angry|shocked|surprised|stunned|thrilled|upset|grateful|proud|love|hate)"
    r"(?: that)?(?: the| their| his){0,2}$"
)
_SENT_BACK = re.compile(
    r"\bback to\b[^,;]{0,60}\bfailed (?:his |the )?physical\b|\b(?:before|but|until|only for) (?:\w+ ){1,3}failed (?:his |the |a )?physical\b"
)
_HEARSAY = re.compile(
    r"\b(?:(?:believed|rumou?red|thought|tipped|speculated|said) to (?:be|have)|apparently|supposedly|allegedly)\b"
)
_PRICES = re.compile(
    r"\b(?:compensation|capital|package|haul|picks?|selections?|choices?|rounders?|return|terms|price|cash|nothing|draft"
    r"|considerations?|assets?|cap|players?|swap|sum|bag|deal|sixth|seventh|\w+th|first|second|third|now|good|peanuts|song|money|relief|space|value|half|conditional|undisclosed|unspecified|exchange|rest)\b"
)
_NO_PLAYERS = frozenset("scouts coaches executives officials staff doctors representatives".split())
_ERRANDS = re.compile(
    r"(?:to (?:see|visit|meet|undergo|rehab|talk|scout|train|consult)|ahead of the (?:team|club|game)|on assignment)\b"
)
_FRONTS = frozenset(
    """in on at after when before with for during late early hours minutes moments days just ahead following amid despite
    from as by under to earlier once""".split()
)
_REACH = 6  # words of the phrase behind "for"
_PAST_MOVES = frozenset({Frame.GIVE, Frame.GET, Frame.SWAP, Frame.MOTION})


def is_hearsay(claim: Claim, sentence: Sentence) -> bool:
    """Read "are believed to be sending": nobody says that it is so."""
    return _HEARSAY.search(_words(sentence, 0, claim.verb_at)) is not None


def is_hindsight(claim: Claim, sentence: Sentence) -> bool:
    """The sentence looks back on the trade, takes it back, or sends a man on an errand."""
    ahead = _words(sentence, 0, claim.verb_at)
    behind = _words(sentence, claim.verb_at, len(sentence.tokens))
    past = claim.verb.form is Form.PAST and claim.verb.frame in _PAST_MOVES
    return (
        _LOOKS_BACK.search(ahead) is not None
        or (past and any(_is_of_trade(match, behind) for match in _AFTERWARDS.finditer(behind)))
        or _SENT_BACK.search(behind) is not None
        or _hangs(claim, sentence)
        or _is_errand(claim, sentence)
    )


def _is_of_trade(match: re.Match[str], behind: str) -> bool:
    """What came of it, and not ", who leads the club and has scored five times,"."""
    clause = behind[: match.start()].rpartition(",")[2]
    return _RELATIVE.isdisjoint(clause.split())


def _hangs(claim: Claim, sentence: Sentence) -> bool:
    """Read "is happy the Jets traded him", "dreamed that the Jets traded X": the verb above tells no news."""
    subject = claim.subject
    if subject is None or not any(chunk is subject for chunk in sentence.chunks):
        return False
    if _FEELS.search(_words(sentence, 0, subject.first)):
        return True
    at = subject.first - 1
    while at > 0 and sentence.tokens[at].low in _DETERMINERS:
        at -= 1
    bare = at == subject.first - 1
    governor = sentence.tokens[max(at, 0)].low
    if governor == "that" or (governor == "has" and not bare):
        return _TELLS.search(_words(sentence, 0, at)) is None
    return not bare and at > 0 and _governs(at, sentence) and subject.last <= claim.verb_at


def _governs(at: int, sentence: Sentence) -> bool:
    """The word may be a verb or a feeling: no news, no end of "Late on deadline day the Jets"."""
    word = next((chunk for chunk in sentence.chunks if chunk.last == at + 1), None)
    if word is None or word.kind is not Kind.WORD or not sentence.tokens[at].text.islower():
        return False
    opened = sentence.tokens[0].low in _FRONTS
    return not opened and word.text not in _OPENS_CLAUSE and not _TELLS.search(word.text)


def _is_errand(claim: Claim, sentence: Sentence) -> bool:
    """Read "sent X to Dallas for knee surgery", "to see a surgeon", "ahead of the team": no trade."""
    weak = claim.verb.force is not Force.STRONG and claim.verb.frame is Frame.GIVE
    if not weak or "trade" in sentence.text or claim.to is None:
        return False
    first = (
        sentence.tokens[claim.verb_at + 1].low if claim.verb_at + 1 < len(sentence.tokens) else ""
    )
    if first in _NO_PLAYERS or "for a second opinion" in sentence.text:
        return True
    return not claim.back and _has_purpose(claim.to.last, sentence)


def _has_purpose(start: int, sentence: Sentence) -> bool:
    """Behind the club: "for" without anything that could be a price, "to see", "ahead of", "on assignment"."""
    behind = [chunk for chunk in sentence.chunks if chunk.first >= start]
    if not behind:
        return False
    words = _words(sentence, behind[0].last, behind[0].last + _REACH)
    if behind[0].text == "for":
        thing = behind[1:4]
        return (
            bool(thing) and not _PRICES.search(words) and all(c.kind not in ASSETS for c in thing)
        )
    return _ERRANDS.match(_words(sentence, behind[0].first, len(sentence.tokens))) is not None


def _words(sentence: Sentence, first: int, last: int) -> str:
    tokens = sentence.tokens[max(0, first) : last]
    return " ".join(f"{t.low}'s" if t.owner else t.low for t in tokens)
