"""What a sentence claims: news or background, sure or doubtful, a rumour, or a trade that failed."""

import re
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from bot.extract.claims import NO_VERB, Claim
from bot.extract.lexicon import Force, Form, Frame, Kind
from bot.extract.mentions import Chunk
from bot.extract.patterns import any_of

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(_MONTHS)
_OLD_AFTER = timedelta(days=3)

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
    (?:in|since|before|after) the (?:\w+ ){1,3}(?<!to )(?:trade|deal)\b(?! deadline)
    the (?:\w+ )?(?:trade|deal) that (?:sent|brought|landed)\b
    """
)
_OLD = any_of(
    r"""
    last (?:week|month|year|season|spring|summer|fall)'s (?:\w+ )?(?:trade|deal|swap|deadline)\b
    (?:have|has) (?:now )?(?:traded|dealt|shipped)\b.{0,80}\bsince (?:the|last|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)
    (?:last|previous|prior|past) (?:week|month|year|season|off ?season|spring|summer|fall|winter|march|april|may|june|july|august|september|october|november|december|january|february)\b(?!')
    (?:days?|weeks?|months?|years?|seasons?|off ?seasons?) (?:ago|earlier|prior|back|before(?! (?:the|his|her|their|its|an?|this|free|\w+day)))\b
    earlier (?:this|in)\b
    this (?:spring|summer|winter|off ?season|past)\b
    back in\b
    ~(?<!minutes )(?<!minute )(?<!moments )(?<!hours )(?<!hour )\bago\b
    in week \w+
    (?:in|during) (?:training camp|(?:the )?preseason)\b
    at the time\b
    previously\b
    formerly\b
    in the (?:\d{4} )?off ?season\b
    (?:who was |, )(?:acquired|added|obtained) in an? \w+ trade\b
    in (?:his|her|their) (?:first|second|third|rookie)\b
    """
)
_YEAR = re.compile(
    r"\b(?:in|during|since|of|before|after|until) (?:the )?((?:19|20)\d\d)\b(?! (?:nfl )?draft| \w+ round)"
)
_OF_YEAR = re.compile(
    r"\b((?:19|20)\d\d) (?:nfl )?(?:trade )?(?:trade|deal|swap|blockbuster|deadline|season|off ?season|preseason|campaign)\b"
)
_BELIEF = re.compile(
    r"\b(?:believes?|thinks?|predict\w*|expects?|anticipat\w+|wonders?|speculat(?:es|ed)|suggest\w*|voted?|urge[sd]?)\b"
)
_IN_MONTH = re.compile(rf"\bin (?:early |late |mid |mid-)?({_MONTH})\b(?! \d)")
_DAY = re.compile(rf"\b({_MONTH})\.? (\d{{1,2}})\b(?!\d)")

_AGREED = re.compile(
    r"\bagree|\bfinali[sz]|\breach|\bcomplet|\baccept|\bset to\b|\bdecid|\bexpected\b|\bdeal to\b|\btrade to\b"
    r"|\bagreement to\b|\bin place\b|\bswing|\bpull"
)
_MODAL = frozenset(
    """could should might may would can looking look looks want wants wanted hope hopes hoping hoped try
    trying tried tries consider considering considered considers discuss discussing discussed explore
    exploring explored open willing interested interest pursue pursuing pursued seek seeking sought plan
    plans planning planned offer offered offering attempt attempting attempted nearly almost potential
    potentially possibly reluctant prepared ready if talks likely target targeting aim aiming eager
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
    "teams clubs sides are is was were be been being reportedly now officially also finally currently still instead"
    " will have has again".split()
)
_CLAUSE_HEADS = frozenset({Kind.SOFT, Kind.OF, Kind.FROM, Kind.FOR})

_TRADE_WORD = re.compile(
    r"(?<!no )\btrad(?:e|es|ed|ing)\b(?! (?:deadline|clause|kicker|block|market))|\bswap"
)
_BY_OTHER_MEANS = any_of(
    r"""
    waivers?\b
    claim(?:s|ed|ing)?\b
    free agen
    contract\b
    practice squad\b
    sign(?:s|ed|ing)?\b
    on an? (?:\w+ ){0,3}deal\b
    ~\$\d
    undrafted\b
    supplemental\b
    as compensation\b
    """
)
_OTHER_MOVE = re.compile(
    r"\bpractice squad\b|\bwaivers?\b|\bfree agen|\bcontract\b|\b(?:one|two|three|four|five) year\b|\breleased?\b"
    r"|\binjured reserve\b|\bsign(?:s|ed|ing)?\b|\bclaim(?:s|ed)? (?:was|off|by|on)\b|\bhir(?:e|es|ed|ing)\b|\bas (?:\w+ ){0,3}(?:gm|general manager|coach|coordinator|president|scout)\b|\bcomp(?:ensatory)? picks?\b.{0,30}\b(?:loss|losing|hir)|\b(?:get|receive|earn)s? (?:an? )?(?:\w+ ){0,2}compensatory\b"
)


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
        or is_view(sentence)
        or bool(_OLD.search(clause))
        or _tells_old_date(clause, published)
    )


def _tells_old_date(clause: str, published: datetime) -> bool:
    if is_of_past_year(clause, published):
        return True
    if any(_MONTHS[match[1]] != published.month for match in _IN_MONTH.finditer(clause)):
        return True
    return any(_is_old_day(match, published) for match in _DAY.finditer(clause))


def _is_old_day(match: re.Match[str], published: datetime) -> bool:
    month, day = _MONTHS[match[1]], int(match[2])
    year = published.year - (month > published.month)
    try:
        return published - published.replace(year=year, month=month, day=day) > _OLD_AFTER
    except ValueError:  # no such day
        return False


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


def is_unsure(claim: Claim, words: Sequence[str], before: str) -> bool:
    """The frame says what could or should be, not what is agreed.

    Args:
        claim: the frame.
        words: before its verb.
        before: the sentence up to the verb, casefolded.
    """
    doubts = _MODAL & set(words)
    if any(word.endswith("'d") for word in words):
        return True
    if doubts and doubts <= _PLANS and claim.to and claim.back:
        return False  # "are planning to trade X to the Jets for a second"
    if _BELIEF.search(before) or not _BARE_MODAL.isdisjoint(words[-2:]):
        return True
    if _AGREED.search(before):
        return bool(doubts - _PART_OF_AGREEING) and not _AGREED.search(" ".join(words))
    return bool(doubts) or _is_noun(claim, before) or _is_only_named(claim)


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
        return claim.verb.frame is not Frame.CLIMB and not _is_headline(claim, ahead)
    stands_for_noun = ahead.kind in _CLAUSE_HEADS or (
        ahead.kind is Kind.WORD and ahead.text not in _PLAIN_BEFORE_ING
    )
    return gerund and stands_for_noun


def _is_headline(claim: Claim, ahead: Chunk) -> bool:
    """Read "Bears to trade X to the Jets", where the clause begins with the club."""
    subject = claim.subject
    begins = subject is not None and subject.first <= claim.first + 1
    return begins and subject is not None and subject.last == ahead.first and not subject.owner


def is_other_move(claim: Claim, sentence: str) -> bool:
    """The sentence speaks of waivers, squads or contracts, and of no trade."""
    priced = any(chunk.kind is Kind.PICKS for chunk in claim.back) and (claim.giver or claim.to)
    more_picks = claim.follows and all(one.kind is Kind.PICKS for one in claim.theme)
    if priced or more_picks or _TRADE_WORD.search(sentence):
        return False
    if claim.verb.force is Force.STRONG:
        bought = claim.verb.frame is Frame.GET and not claim.back
        return bought and bool(_BY_OTHER_MEANS.search(sentence))
    return bool(_OTHER_MOVE.search(sentence))


def is_of_past_year(sentence: str, published: datetime) -> bool:
    """The sentence dates what it tells to an earlier year."""
    years = [*_YEAR.finditer(sentence), *_OF_YEAR.finditer(sentence)]
    return any(int(match[1]) < published.year for match in years)
