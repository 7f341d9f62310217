"""What a sentence claims: news or background, sure or doubtful, a rumour, or a trade that failed."""

import re
from collections.abc import Collection, Sequence
from datetime import datetime
from functools import lru_cache

from bot.extract import dates
from bot.extract.claims import DEAL, NO_VERB, Claim
from bot.extract.lexicon import Form, Frame, Kind
from bot.extract.mentions import Chunk
from bot.extract.patterns import any_of

_ATTITUDE = any_of(
    r"""
    hard to believe
    ancient history
    feels? like\b
    remember (?:when|that)
    looking back
    imagine\b
    what if\b
    if the\b
    ^(?:if|had|were|suppose)\b
    regret
    before the season(?! opener| begins| starts)\b
    paid off\b
    paying off\b
    been a (?:bust|disaster|hit|steal)\b
    in hindsight
    makes? sense\b
    pretend
    simulat
    proposed\b
    (?:pitch|float)(?:es|ed|ing)? (?:\w+ ){0,3}(?:trade|deal|swap)s?\b
    for the right to\b
    we (?:want|would|have the)\b
    in (?:this|our|my) (?:\w+ )?(?:scenario|mock|proposal|idea|deal|trade|swap)\b
    (?:now|already) looks?\b
    one of the (?:best|worst)
    at (?:best|most)\b
    ~n't [^,]{0,40}\bsince$
    (?:to|for) (?:the|their|its|his) (?:former |head |new )*coach\b
    (?:opponent|revenge game)\b
        i (?:'d|'ll|would|predict|think|guess|bet|believe|say|want|love|like)\b
    (?:i|we|you|they)'d\b
    i'll\b
    if i (?:were|was)\b
    my prediction\b
    (?:named|listed|tabbed|labeled|viewed|pegged|seen|identified|suggested)(?: as)? (?:\S+ ){0,3}(?:landing spots?|trade partners?|trade fits?|destinations?|suitors?|fits?|candidates?)\b
    (?:made|completed|pulled off|executed|swung) (?:\w+ ){1,3}(?:trades|deals|moves) (?:this|in the (?:last|past)|over|since|during|so far) (?:this |the |his |last |past )?(?:season|year|off ?season|summer|spring|month|tenure)
    ^since (?:taking|becoming|arriving|joining|being|he|his)\b
    ^(?:in|during) (?:his|her|their) (?:first|second|third|fourth|fifth) (?:year|season|off ?season)\b
    (?:in|since|before|after) the (?!most|biggest|first|latest)(?:\w+ ){1,3}(?<!to )(?:trade|deal)\b(?! deadline)
    the (?:\w+ )?(?:trade|deal) that (?:sent|brought|landed)\b
    """
)
_OLD = any_of(
    r"""
    last (?:week|month|year|season|spring|summer|fall)'s (?:\w+ )?(?:trade|deal|swap|deadline)\b
    (?:have|has) (?:now )?(?:traded|dealt|shipped)\b.{0,80}\bsince (?:the|last|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)
    (?:last|previous|prior|past) (?:week|month|year|season|off ?season|spring|summer|fall|winter|march|april|may|june|july|august|september|october|november|december|january|february)\b(?!'| of (?:his|their|an?|the)\b)
    (?:days?|weeks?|months?|years?|seasons?|off ?seasons?) (?:ago|earlier|prior|back|before(?! (?:the|his|her|their|its|an?|this|free|\w+day)))\b
    earlier (?:this|in)\b
    this (?:spring|summer|winter|off ?season|past)\b
    back in (?:the )?(?:\d|week|day|spring|summer|fall|winter|off ?season|january|february|march|april|may|june|july|august|september|october|november|december)
    ago\b(?<!minutes ago)(?<!minute ago)(?<!moments ago)(?<!hours ago)(?<!hour ago)
    in week \w+
    (?:in|during) (?:training camp|(?:the )?preseason)\b
    at the time\b
    (?:twice|thrice|(?:two|three|four|five|six|several|many|\d) times)\b
    previously\b
    formerly\b
    in the (?:\d{4} )?off ?season\b
    (?:who was |, )(?:acquired|added|obtained) in an? \w+ trade\b
    in (?:his|her|their) (?:first|second|third|rookie)\b(?! (?:trade|deal|move|swap))
    """
)
_BELIEF = re.compile(
    r"\b(?:believes?|thinks?|predict\w*|expects?|anticipat\w+|wonders?|speculat(?:es|ed)|suggest\w*|voted?|urge[sd]?|hint\w*|teases?)\b"
)
_AGREED = re.compile(
    r"\bagree|\bfinali[sz]|\breach|\bcomplet|\baccept|\bset to\b|\bdecid|\bexpected\b|\bdeal to\b|\btrade to\b"
    r"|\bha(?:ve|s) an? (?:trade|deal|agreement) (?:in place )?with\b|\bagreement to\b|\bin place\b|\bswing|\bpull"
)
_MODAL = frozenset(
    """could should must might may would can looking look looks want wants wanted hope hopes hoping hoped try
    trying tried tries consider considering considered considers discuss discussing discussed explore
    exploring explored open willing interested interest pursue pursuing pursued seek seeking sought plan
    plans planning planned offer offered offering attempt attempting attempted nearly almost potential
    potentially possibly reluctant prepared ready if talks likely target targeting aim aiming eager
    talked talk talking speak spoke spoken speaking discussions negotiations negotiating conversations
    nearing close closing mulling eyeing linked urged leaning weighing debating contemplating""".split()
)
_PLANS = frozenset({"plan", "plans", "planning"})
_BARE_MODAL = frozenset({"could", "should", "might", "may"})
_ARTICLE = re.compile(r"\b(?:an?|the|another|any)$")
_NAMED_TRADE = re.compile(r"\b(?:an?|the|any|another|his|this) (?:[\w-]+ )?[\w-]*$")
_GAP = 6  # words between who acts and his verb
_BREAKS = frozenset(", that who which and but :".split())
_PART_OF_AGREEING = frozenset({"would", "close", "ready"})  # "agreed to a trade that would send"
_NEVER = frozenset(
    "not n't never won't wouldn't didn't don't doesn't haven't hasn't isn't aren't weren't wasn't refuse"
    " refused refuses declined decline declines unable cannot can't no nor without deny denied".split()
)
_PLAIN_BEFORE_ING = frozenset(
    "teams clubs sides time are is was were be been being reportedly now officially also finally currently still instead"
    " will have has again".split()
)
_SAYS = frozenset("said says say that".split())  # "said trading X was hard"
_CLAUSE_HEADS = frozenset({Kind.SOFT, Kind.OF, Kind.FROM, Kind.FOR})

_IN_HIS_TRADE = re.compile(r"\b(?:in|for) the (?:[\w.'-]+ ){1,3}(?:trade|deal)\b")


@lru_cache(maxsize=32)  # once a sentence, and not once a frame
def is_view(sentence: str) -> bool:
    """The sentence wishes, judges, imagines or remembers.

    Args:
        sentence: casefolded.
    """
    return bool(_ATTITUDE.search(sentence))


def is_background(claim: Claim, sentence: str, clause: str, published: datetime) -> bool:
    """The frame tells of something old or imagined.

    Args:
        claim: the frame.
        sentence: casefolded.
        clause: the words of the frame's own clause, casefolded.
        published: what "old" is measured from.
    """
    return (
        claim.behind
        or claim.named_trade
        or sentence.endswith("?")
        or is_view(_IN_HIS_TRADE.sub("", sentence) if claim.for_man else sentence)
        or is_old(clause, published)
        or dates.opens_long_ago(sentence, published)
    )


def is_old(clause: str, published: datetime) -> bool:
    """The words date what they tell to an earlier day.

    Args:
        clause: casefolded.
        published: what "old" is measured from.
    """
    return bool(_OLD.search(clause)) or dates.tells_old_date(clause, published)


def words_before(claim: Claim, sentence: Sequence[Chunk], before: Sequence[str]) -> tuple[str, ...]:
    """The words between who acts and the verb, which carry tense, mood and negation.

    Args:
        claim: the frame.
        sentence: its chunks.
        before: the words of the sentence up to the verb, casefolded.
    """
    if claim.verb is NO_VERB and claim.theme:
        return tuple(before[claim.first : claim.theme[0].first])  # "have offered X to the Bears"
    here = claim.subject is not None and any(chunk is claim.subject for chunk in sentence)
    gap = before[claim.subject.last :] if here and claim.subject else ()
    return claim.words if len(gap) > _GAP or not _BREAKS.isdisjoint(gap) else (*gap, *claim.words)


def is_denied(words: Collection[str]) -> bool:
    """The frame is negated.

    Args:
        words: before its verb.
    """
    negated = _NEVER & set(words) - ({"no"} if "clause" in words else set())  # "no-trade clause"
    return bool(negated) or any(word.endswith("n't") for word in words)


_MADE = re.compile(
    rf"{_AGREED.pattern}|\bma[kd]|\bannounc|\bexecut|\bwork\w* out|\bstr(?:ike|uck)|\bswung"
)


_TALKED = re.compile(
    r"\b(?:talk|discuss|convers|negotiat|dialogue|explor|spoke|consider|interest|inquir|work(?:ing|ed)? (?:on|toward))"
)


def is_unsure(claim: Claim, words: Sequence[str], before: str) -> bool:
    """The frame says what could or should be, not what is agreed.

    Args:
        claim: the frame.
        words: before its verb.
        before: the sentence up to the verb, casefolded.
    """
    doubts = _MODAL & set(words)
    if _is_expected(claim, words) or any(word.endswith("'d") for word in words):
        return True
    if doubts and doubts <= _PLANS and claim.to and claim.back:
        return False  # "are planning to trade X to the Jets for a second"
    if _OUTLINE.search(before):
        return True  # "agreed on the framework of a trade"
    talked = claim.verb is DEAL and _TALKED.search(before) and not _MADE.search(before)
    if talked or _BELIEF.search(before) or not _BARE_MODAL.isdisjoint(words[-2:]):
        return True
    if _AGREED.search(before):
        return bool(doubts - _PART_OF_AGREEING) and not _AGREED.search(" ".join(words))
    return bool(doubts) or _is_noun(claim, before) or _is_only_named(claim)


_OUTLINE = re.compile(r"\b(?:framework|parameters|outlines?|contours|basics) (?:of|for) an?\b")


def _is_expected(claim: Claim, words: Sequence[str]) -> bool:
    """Read "are expected to trade X", "are expected to move up"."""
    if claim.verb.frame is Frame.CLIMB:
        return "expected" in words  # nobody agrees on that before the clock runs
    named = claim.to or claim.giver or claim.partner or claim.back
    return "expected" in words and not named


def _is_noun(claim: Claim, before: str) -> bool:
    """Read "a trade for X" where nothing says that one was made."""
    if claim.verb.lemma != "trade for" or claim.verb.form is not Form.BASE:
        return False
    adjective = claim.ahead is not None and claim.ahead.kind is Kind.WORD
    pattern = _NAMED_TRADE if adjective else _ARTICLE
    return pattern.search(before) is not None and not _MADE.search(before)


def _is_only_named(claim: Claim) -> bool:
    """An infinitive or a gerund names a trade, and does not say that it happens."""
    ahead, gerund = claim.ahead, claim.verb.form is Form.ING
    if ahead is None or ahead.kind is Kind.COLON:
        return gerund
    if ahead.kind is Kind.TO:
        purpose = claim.verb.frame is Frame.CLIMB and claim.follows
        return not purpose and not _is_headline(claim, ahead)
    climbs = claim.verb.frame is Frame.CLIMB  # "say moving to No. 9 would cost a third"
    heads = _CLAUSE_HEADS | {Kind.STOP} if climbs else _CLAUSE_HEADS
    plain = ahead.kind is Kind.WORD and ahead.text not in _PLAIN_BEFORE_ING
    return gerund and (plain or ahead.kind in heads or ahead.text in _SAYS)


def _is_headline(claim: Claim, ahead: Chunk) -> bool:
    """Read "Bears to trade X to the Jets", where the clause begins with the club."""
    subject = claim.subject
    begins = subject is not None and subject.first <= claim.first + 1
    return begins and subject is not None and subject.last == ahead.first and not subject.owner
