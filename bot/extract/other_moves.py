"""Other moves than trades: waivers, squads, contracts, and picks that make up for a loss."""

import re
from functools import lru_cache

from bot.extract.claims import Claim
from bot.extract.lexicon import Force, Frame, Kind
from bot.extract.patterns import any_in, any_of

_TRADE_WORD = re.compile(
    r"(?<!no )\btrad(?:e|es|ed|ing)\b(?! (?:deadline|clause|kicker|block|market))|\bswap"
)
_BY_OTHER_MEANS = any_of(
    r"""
    waivers?\b
    claim(?:s|ed|ing)?\b
    free agen
    practice squad\b
    on an? (?:\w+ ){0,3}(?:deal|contract)\b
    undrafted\b
    supplemental\b
    as compensation\b
    """
)
_BY_CONTRACT = re.compile(r"\bcontract\b|\bsign(?:s|ed|ing)?\b|\$\d")
_PAYS = frozenset({Kind.PLAYER, Kind.SURNAME, Kind.PICKS})
_OTHER_MOVE = any_in(
    r"\bpractice squad\b|\bwaivers?\b|\bfree agen|\bcontract\b|\b(?:one|two|three|four|five) year\b|\breleased?\b"
    r"|\binjured reserve\b|\blur(?:e|es|ed|ing) (?:him |\w+ \w+ )?(?:away )?from\b|\$\d[\d.]* (?:million|m) (?:deal|pact)\b|\bsign(?:s|ed|ing)?\b|\bclaim(?:s|ed)? (?:was|off|by|on)\b|\bhir(?:e|es|ed|ing)\b|\bas (?:\w+ ){0,3}(?:gm|general manager|coach|coordinator|president|scout)\b|\bcomp(?:ensatory)? picks?\b.{0,30}\b(?:loss|losing|hir)|\b(?:get|receive|earn)s? (?:an? )?(?:\w+ ){0,2}compensatory\b"
)
_COMPENSATORY = any_in(r"\bcomp(?:ensatory)?\b|\b(?:sign|releas|waiv|hir)")
_WAY_ASIDE = re.compile(  # what the same club did with another man, beside the news
    r"^with [^,]{2,60}\b(?:ir|injured reserve) ,"
    r"|\b(?:after|before) (?:placing|putting|activating) (?!him\b|the (?:player|veteran)\b).{2,80}$"
    r"|\b(?:had|have|were|was) (?:been )?(?:plann(?:ed|ing)|going|about|set|intend(?:ed|ing)|prepar(?:ed|ing)|expected) to (?:release|waive|cut)\b"
)
_OFF_WAIVERS = re.compile(r"^(?:(?!\btrad)[^;])*\boff (?:of )?(?:the )?waivers?\b")
_BY_LOSS = re.compile(
    r"\b(?:picks?|rounders?|choices?|selections?)\b(?: \w+){0,3} (?:for|because|after)(?: \w+){0,3} (?:losing|lost|loss)\b"
)


def is_other_move(claim: Claim, sentence: str) -> bool:
    """The sentence speaks of waivers, squads or contracts, and of no trade."""
    sentence = _WAY_ASIDE.sub("", sentence)
    if claim.verb.frame is Frame.GET and _OFF_WAIVERS.match(sentence):
        return True  # "get X off waivers from the Jets, who traded for him a year ago"
    if _names_trade(sentence):
        return False
    sides = (claim.theme, claim.back)
    paid = any(chunk.kind is Kind.PICKS for side in sides for chunk in side)
    paid = (paid and all(sides)) or any(chunk.kind in _PAYS for chunk in claim.back)
    priced = paid and (claim.giver or claim.to)
    more_picks = bool(claim.theme) and all(one.kind is Kind.PICKS for one in claim.theme)
    more_picks &= claim.follows or not _COMPENSATORY.search(sentence)
    if (priced or more_picks) and not _BY_LOSS.search(sentence):
        return False
    if claim.verb.force is Force.STRONG:
        bought = claim.verb.frame is Frame.GET and not claim.back
        contract = not claim.giver and _BY_CONTRACT.search(sentence)
        return bought and bool(contract or _BY_OTHER_MEANS.search(sentence))
    return bool(_OTHER_MOVE.search(sentence))


@lru_cache(maxsize=32)  # once a sentence, and not once a frame
def _names_trade(sentence: str) -> bool:
    return _TRADE_WORD.search(sentence) is not None
