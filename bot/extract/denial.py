"""Claims that the text itself takes back, and claims of nobody: a denied report, a fan page, a hacked account."""

import re

from bot.extract.patterns import any_in

_CLAIM = (
    r"(?:reports?|rumou?rs?|claims?|story|stories|speculation|suggestions?|posts?|tweets?|news)"
)
_FALSE = r"(?:false|fake|untrue|fabricated|bogus|baseless|inaccurate|made up|nonsense|not true|fiction|erroneous)"
_NOBODY = r"(?:fan|fans|parody|gossip|rumou?r|burner|troll|anonymous|unverified|impostor|imposter|message board|meme)"
_PLACE = r"(?:site|page|account|blog|forum|post|poster|podcast|channel|website|user|thread|board|message board)"
_SAYS = r"(?:claim|say|said|report|post|tweet|alleg|insist|announc|declar|writ|wrote|swear)"
_DENIES = any_in(
    rf"\b(?:den(?:y|ies|ied|ying)|refut(?:e|es|ed|ing)|disput(?:e|es|ed|ing)|dismiss(?:es|ed|ing)?"
    rf"|reject(?:s|ed|ing)?|(?:laugh|brush|wav|shrug)\w* off|sho(?:o?ts?|oting|t) down|push(?:es|ed|ing)? back on)"
    rf" (?:\w+(?:'s)? ){{0,4}}{_CLAIM}\b"
    r"|\bden(?:y|ies|ied|ying) (?:that |having |ever |it |\w+(?:'s)? ){0,4}(?:trad|deal|acquir|send|sent|swap)"
)
_NOT_TRUE = any_in(
    rf"\b(?:no truth (?:to|in)|{_FALSE} {_CLAIM}|debunk\w*|hoax\w*|impersonat\w*|hack(?:ed|ers?)|(?:fooled|duped)(?= by| into| :|$)"
    rf"|fell for (?:an?|the) (?:\w+ )?(?:fake|false|hoax|prank|parody|report|post|tweet)|{_CLAIM}(?: \w+(?:'s)?){{0,12}} (?:is|was|are|were|as) (?:\w+ )?{_FALSE}"
    rf"|call(?:s|ed|ing)? (?:\w+ ){{0,5}}{_FALSE})\b"
)
_OF_NOBODY = any_in(
    rf"\b(?:posing as|pretending to be|posed as|in the name of)\b|\b{_NOBODY} (?:\w+ )?{_PLACE}\b(?: \w+){{0,3}} {_SAYS}|\b{_SAYS}\w* (?:by )?(?:an? |the )?{_NOBODY} {_PLACE}\b|\b{_NOBODY} (?:claim|rumou?r)s? "
)
_EARLIER = re.compile(r"\b(?:had|previously|earlier|initially|once|after|despite) (?:\w+ ){0,2}$")
_TRADE = any_in(
    rf"\b(?:trad|deal|acqui|sen[dt]|swap|ship|mov|land|called off|void)|{_CLAIM}\W*$|\bit\b"
)
_OF_REPORT = re.compile(
    rf"\b(?:the|this|that|those|these|false|fake) {_CLAIM}\b(?! (?:of|about)\b)|\baccounts?\b"
)


def is_taken_back(sentence: str) -> bool:
    """The sentence denies the report of a trade, or calls it false, or has it from nobody.

    Args:
        sentence: casefolded; "had denied" tells of what was said before the trade, and does not count.
    """
    of_trade = bool(_TRADE.search(sentence))
    if _NOT_TRUE.search(sentence) or _OF_NOBODY.search(sentence):
        return of_trade or bool(_OF_REPORT.search(sentence))
    match = _DENIES.search(sentence) if of_trade else None
    return match is not None and not _EARLIER.search(sentence[: match.start()])
