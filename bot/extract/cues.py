"""What a sentence claims: news or background, sure or doubtful, a rumour, or a trade that failed."""

import re
from datetime import datetime, timedelta

from bot.extract.claims import Claim
from bot.extract.lexicon import Force, Form, Frame, Kind

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

_ATTITUDE = re.compile(
    r"\bhard to believe|\bancient history|\bfeels? like\b|\bremember (?:when|that)|\blooking back|\bimagine\b|\bwhat if\b"
    r"|\bif the\b|\bregret|\bbefore the season\b|\bpaid off\b|\bpaying off\b|\bbeen a (?:bust|disaster|hit|steal)\b|\bin hindsight|\bmakes? sense\b|\bpretend|\bsimulat|\bproposed\b|\bfor the right to\b|\bwe (?:want|would|have the)\b"
    r"|\bin (?:this|our|my) (?:scenario|mock|proposal|deal idea)|\bone of the (?:best|worst)"
    r"|\bthe (?:\w+ )?(?:trade|deal) that (?:sent|brought|landed)\b"
)
_OLD = re.compile(
    r"\b(?:last|previous|prior|past) (?:week|month|year|season|off ?season|spring|summer|fall|winter|march|april|may"
    r"|june|july|august|september|october|november|december|january|february)\b(?!')"
    r"|\b(?:days?|weeks?|months?|years?|seasons?|off ?seasons?) (?:ago|earlier|prior|back|before)\b"
    r"|\bearlier (?:this|in)\b|\bthis (?:spring|summer|winter|off ?season|past)\b|\bback in\b"
    r"|(?<!minutes )(?<!minute )(?<!moments )(?<!hours )(?<!hour )\bago\b|\bin week \w+"
    r"|\b(?:in|during) (?:training camp|(?:the )?preseason)\b|\bat the time\b"
    r"|\bpreviously\b|\bformerly\b|\bin the (?:\d{4} )?off ?season\b|\bmidseason trade\b"
    r"|\bin (?:his|her|their) (?:first|second|third|rookie)\b"
)
_YEAR = re.compile(r"\b(?:in|during|since|of|before|after|until) (?:the )?((?:19|20)\d\d)\b")
_OF_YEAR = re.compile(
    r"\b((?:19|20)\d\d) (?:nfl )?(?:trade )?(?:deadline|season|off ?season|preseason|campaign)\b"
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
    nearing close closing mulling eyeing linked urged""".split()
)
_PART_OF_AGREEING = frozenset({"would", "close", "ready"})  # "agreed to a trade that would send"
_NEVER = frozenset(
    "not n't never won't wouldn't didn't don't doesn't haven't hasn't isn't aren't weren't wasn't refuse"
    " refused refuses declined decline declines unable cannot can't no nor without deny denied".split()
)
_PLAIN_BEFORE_ING = frozenset(
    "are is was were be been being reportedly now officially also finally currently still instead"
    " will have has again".split()
)
_CLAUSE_HEADS = frozenset({Kind.SOFT, Kind.OF, Kind.FROM, Kind.FOR})

_FAILED = re.compile(
    r"\b(?:voided|void(?:s|ing)?\b|called off|calls? off|nixed|fell through|falls? through|fallen through"
    r"|fell apart|falls apart|collaps(?:es|ed)|rescind(?:s|ed)|cancell?ed|back(?:s|ed|ing)? out|nullif(?:y|ied|ies)"
    r"|scrapped|(?:is|are|was) off\b(?! to)|is dead|revers(?:ed|al)|not go(?:ing)? through|pull(?:s|ed|ing)? out"
    r"|failed (?:his |her |the |a |their )?physical|fail(?:s|ed|ing)? (?:his |the |a |their )?(?:physical|medical)"
    r"|(?:did not|didn't) pass)\b"
)
_TRADE_WORD = re.compile(r"\b(?:trade|trades|traded|swap)\b")
_DEAL_WORD = re.compile(r"\b(?:deal|agreement)\b")
_HYPOTHETICAL_FAILURE = re.compile(r"\b(?:if|could|would|might|may|unless|in case|will be)\b")

_NOT_OFF = re.compile(r"(?:\b(?:not|never|no|nor|neither|den(?:y|ies|ied))|n't) (?:\w+ ){0,3}$")
_OFF_AGAIN = re.compile(
    r"\b(?:call|break|broke)\w* (?:it|the (?:trade|deal|news)|things)(?: off)?\b"
    r"|\b(?:reported|confirmed|reports|confirms) (?:it|this|the (?:news|decision))\b|\bfirst (?:reported|to report)\b"
)
_HEARSAY = re.compile(
    r"\b(?:claim(?:s|ed)?|alleg\w+|rumou?r\w*|supposedly|unconfirmed|speculat\w+)\b"
)

_OTHER_MOVE = re.compile(
    r"\bpractice squad\b|\bwaivers?\b|\bfree agen|\bcontract\b|\b(?:one|two|three|four|five) year\b|\breleased?\b"
    r"|\binjured reserve\b|\bsign(?:s|ed|ing)?\b"
)
_PROGRESS = re.compile(
    r"\bpass(?:es|ed) (?:his|their|a|the) physicals?\b|\btrade (?:is |becomes )?(?:now )?final\b"
    r"|\bwaive[sd]? (?:his|the) no trade\b"
)

_RUMOUR = re.compile(
    r"\btrade (?:talks?|rumou?rs?|requests?|interest|market|block|buzz|speculation|partners?)\b|\btrading block\b"
    r"|\b(?:request(?:s|ed|ing)?|seek(?:s|ing)?|sought|want(?:s|ed|ing)?|demand(?:s|ed|ing)?|explor(?:e|es|ed|ing)"
    r"|discuss(?:es|ed|ing)?|consider(?:s|ed|ing)?|facilitate|pursu(?:e|es|ed|ing)) (?:\w+ ){0,3}trad(?:e|es|ing)\b"
    r"|\b(?:to|be|being) (?:trade|traded|dealt|moved)\b|\babout (?:trading|acquiring|a trade)\b"
    r"|\binterest(?:ed)? in\b|\bshopping\b|\bcalling the\b|\bcalls? (?:on|about)\b|\binquired\b|\basking price\b"
    r"|\bpotential (?:trade|suitors?)\b|\btrade (?:target|candidate)s?\b|\bavailable\b|\blisten(?:s|ed|ing)? to offers\b"
    r"|\bbidding war\b|\brumou?rs?\b.{0,60}\btarget|\bkeeping an eye\b|\bdiscussed a\b|\btrade with\b|\bnot trading\b"
)
_TALK = re.compile(r"\b(?:reportedly|rumou?rs?|sources?|report)\b")


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
        or bool(_ATTITUDE.search(sentence))
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


def is_denied(claim: Claim) -> bool:
    """The frame is negated."""
    return bool(_NEVER & set(claim.words)) or any(word.endswith("n't") for word in claim.words)


def is_unsure(claim: Claim, before: str) -> bool:
    """The frame says what could or should be, not what is agreed.

    Args:
        claim: the frame.
        before: the sentence up to the verb, casefolded.
    """
    if _BELIEF.search(before):
        return True
    if _AGREED.search(before):
        doubts = _MODAL & set(claim.words) - _PART_OF_AGREEING
        return bool(doubts) and not _AGREED.search(" ".join(claim.words))
    return bool(_MODAL & set(claim.words)) or _is_only_named(claim)


def _is_only_named(claim: Claim) -> bool:
    """An infinitive or a gerund names a trade, and does not say that it happens."""
    ahead, gerund = claim.ahead, claim.verb.form is Form.ING
    if ahead is None or ahead.kind is Kind.COLON:
        return gerund
    if ahead.kind is Kind.TO:
        return claim.verb.frame is not Frame.CLIMB
    stands_for_noun = ahead.kind in _CLAUSE_HEADS or (
        ahead.kind is Kind.WORD and ahead.text not in _PLAIN_BEFORE_ING
    )
    return gerund and stands_for_noun


def is_other_move(claim: Claim, sentence: str) -> bool:
    """The sentence speaks of waivers, squads or contracts, and of no trade."""
    says_trade = claim.verb.force is Force.STRONG or bool(_TRADE_WORD.search(sentence))
    return not says_trade and bool(_OTHER_MOVE.search(sentence))


def is_failed(sentence: str, *, told: bool) -> bool:
    """The sentence says that a trade is off.

    Args:
        sentence: casefolded.
        told: a source stands behind it; what is only claimed or rumoured counts for nothing without one.
    """
    match = _FAILED.search(sentence)
    if not match:
        return False
    before = sentence[: match.start()]
    if _HYPOTHETICAL_FAILURE.search(before) or _NOT_OFF.search(before):
        return False
    if not told and _HEARSAY.search(sentence):
        return False
    return bool(_TRADE_WORD.search(sentence)) or bool(
        _DEAL_WORD.search(sentence) and _deal_is_off(sentence)
    )


def goes_on_with_failure(sentence: str) -> bool:
    """The sentence says again that it is off, or only who reported it first."""
    return bool(_FAILED.search(sentence) or _OFF_AGAIN.search(sentence))


def is_of_past_year(sentence: str, published: datetime) -> bool:
    """The sentence dates what it tells to an earlier year."""
    years = [*_YEAR.finditer(sentence), *_OF_YEAR.finditer(sentence)]
    return any(int(match[1]) < published.year for match in years)


def _deal_is_off(sentence: str) -> bool:
    return bool(
        re.search(r"\bdeal to send\b|\bdeal (?:to|with|between)\b.{0,80}\b(?:off|void)", sentence)
    )


def is_progress(sentence: str) -> bool:
    """The sentence tells of a step that completes a trade: a physical passed, a clause waived."""
    return bool(_PROGRESS.search(sentence)) and bool(_TRADE_WORD.search(sentence))


def is_rumour(sentence: str, *, told: bool) -> bool:
    """The sentence reports talks, interest or a request, from a source (`told`) or as talk of the trade."""
    return bool(_RUMOUR.search(sentence)) and (told or bool(_TALK.search(sentence)))
