"""Trades that somebody thinks up: pitched by a writer, headed as a sample, supposed, or only expected one day."""

import re
from functools import lru_cache

from bot.extract.claims import Claim
from bot.extract.lexicon import Frame, Kind
from bot.extract.patterns import any_in, any_of
from bot.extract.reading import Sentence

_SOME_TRADE = r"(?:\w+ ){0,4}(?:trades?|deals?|swaps?|packages?|blockbusters?|scenarios?|moves?|frameworks?)\b"
_PITCHES = any_in(  # only a dreamer does so with a trade
    r"\b(?:pitch(?:es|ed|ing)?|floats?|floated|floating|(?:dream|draft|cook|think|conjur|mock|draw)(?:e?d|s|ing)? up|dreamt up|drew up"
    r"|concoct\w*|envision\w*|imagin(?:es|ed|ing)|hypothesi[sz]\w+|brainstorm\w*)"
    rf" (?:an?|another|one|two|three|four|five|six|seven|eight|nine|ten|\d+|some|several|his|her|the) {_SOME_TRADE}"
)
_ARRANGES = any_in(  # so does a club; a writer who does it has only thought of it
    r"\b(?:puts? together|la(?:ys|id) out|outlin(?:es?|ed)|craft(?:s|ed)|construct(?:s|ed)|builds?|built|offers?|presents?"
    r"|suggest(?:s|ed)|c[ao]mes? up with|creat(?:es?|ed)|design(?:s|ed))"
    rf" (?:an?|another|one|two|three|four|five|six|seven|eight|nine|ten|\d+) {_SOME_TRADE}"
)
_SUPPOSES = any_in(
    r"^(?:let's |ok ,? |okay ,? |so ,? )?(?:say|assume|picture|suppose)(?: that)? (?!sources)"
    r"|(?:^|: )(?:watch(?: out)?|look|wait|hope|pray|root|brace|(?:get|be) ready) for \w"
)
_HEADING = any_of(
    r"""
    ^(?:a |an |the |one |our |my |his |her |their |your |another )?(?:\w+ )?(?:possible|potential|projected|predicted|mock|fake|sample|suggested|theoretical|hypothetical|proposed|example|conceivable|plausible|speculative|would be)\b
    ^(?:projecting|proposing|imagining|forecasting|floating|building|picturing|crafting|predicting|constructing|designing|drafting|cooking|dreaming|envisioning|pitching|mapping|suggesting|exploring|debating|weighing|considering|concocting|inventing|engineering|brainstorming|making the case|thinking)\b
    ^an? (?:\w+ ){0,4}(?:framework|package|scenario|trade to|deal to|swap to)\b
    (?:trades?|deals?|swaps?|moves?) (?:that|which) (?:never|almost|nearly|was ?n't|were ?n't|wasn't|weren't|didn't|got away|could|should|might|may|makes?|nobody|no one)\b
    deal or no deal\b
    (?:what|how) (?:it|an?|the) (?:\w+ ){0,3}(?:would|could|might|may|will|looks?)\b
    if \w+
    ^one (?!more|last|final|big)(?:\w+ )?(?:move|trade|deal|swap)\b
    ^(?:an?|one|another|the|this) (?:\w+ ){0,3}(?:trades?|deals?|swaps?|moves?|packages?) (?:that )?(?:\w+ ){0,3}(?:could|might|should|would|may|can|ought)\b
    ^(?:an? |one |another |the )?(?:trade|deal|swap|move)s? (?:to|for) (?!the\b)(?:\w+ )?(?:watch|consider|make|ponder|explore|monitor|eye|imagine)\b
    ^(?:a )?(?:reader|fan|user|listener|community|commenter)\b
    """
)


_WANTS = re.compile(
    r"\b(?:would|could|might|wants?|wanted|wanting|seeks?|seeking|sought|ask(?:s|ed|ing)? for|needs?|demand(?:s|ed|ing)?|requires?|willing)\b"
)
_WOULD = re.compile(r"\b(?:would|could|can|might|may|should)\b")
_AGREES = re.compile(
    r"\b(?:agree\w*|deal|trade|swap|complet\w+|finali[sz]\w+|gave|giv\w+|sen[dt]\w*|pa(?:id|ys?))\b"
)


def is_proposed(claim: Claim, sentence: Sentence) -> bool:
    """Read "ESPN's Jane Rowe pitches ten trades, including one that sends X", "Say the Jets trade X"."""
    text = sentence.text
    return (
        _SUPPOSES.search(text) is not None
        or _is_pitched(claim, sentence)
        or _is_for_one_day(claim, text)
        or _is_wanted(claim, sentence)
    )


def is_heading(words: str) -> bool:
    """Read "Sample trade:", "Projecting a first-round swap:": what stands behind is somebody's idea.

    Args:
        words: before the colon, casefolded.
    """
    return _HEADING.search(words) is not None


def _is_pitched(claim: Claim, sentence: Sentence) -> bool:
    dreamt, at = _pitch(sentence.text)
    if dreamt or at is None:
        return dreamt
    return at < claim.verb_at and not any(
        chunk.kind is Kind.CLUB and not chunk.owner for chunk in sentence.chunks if chunk.last <= at
    )


@lru_cache(maxsize=32)  # once a sentence, and not once a frame
def _pitch(text: str) -> tuple[bool, int | None]:
    """A dreamer's verb stands here, or that of anybody behind so many words."""
    found = _ARRANGES.search(text)
    return _PITCHES.search(text) is not None, text.count(" ", 0, found.start()) if found else None


def _is_wanted(claim: Claim, sentence: Sentence) -> bool:
    """Read "would want two firsts at the least, a source said, to move back": the price of a wish.

    So is "would save $12 million by trading X".
    """
    if claim.ahead is None or claim.ahead.kind not in {Kind.TO, Kind.BY}:
        return False
    words = " ".join(token.low for token in sentence.tokens[claim.first : claim.verb_at])
    if claim.ahead.kind is Kind.BY:
        return _WOULD.search(words) is not None
    return _WANTS.search(words) is not None and not _AGREES.search(words)


def _is_for_one_day(claim: Claim, text: str) -> bool:
    """Read "are expected to trade X before the draft": nobody is said to want him."""
    known = claim.to or claim.partner or claim.back or claim.giver
    gives = claim.verb.frame is Frame.GIVE and not claim.passive and not claim.pair
    return gives and not known and "expected" in claim.words and "agree" not in text
