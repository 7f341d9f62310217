"""Trades that are off, and steps that complete one."""

import re

from bot.extract.patterns import any_in

_IT = r"(?= (?:it|this|that|(?:the|their|his|a|\w+'s) (?:[\w.'-]+ ){0,4}(?:trade|deal|swap|agreement|exchange))\b)"
_FAILED = re.compile(
    r"\b(?:voided|void(?:s|ing)?\b|called off|calls? off|nix(?:ed|es|ing)?|fell through|falls? through|fallen through"
    r"|(?:fell|falls|fallen|came|comes) apart|(?<!talks )(?<!discussions )broke down|undone|collaps(?:es|ed)|unravel(?:s|ed|led|ing)?|rescind(?:s|ed)|cancell?ed|back(?:s|ed|ing)? out|nullif(?:y|ied|ies)"
    r"|(?:scrap(?:p(?:ed|ing)|s)|scuttl(?:ed|es|ing)|torpedo(?:es|ed|ing)|kibosh(?:es|ed|ing)|derail(?:s|ed|ing)|squash(?:ed|es|ing)|quash(?:ed|es|ing))"
    rf"|kill(?:s|ed|ing){_IT}|killed(?= (?:by|when|after|because|over)\b)|s(?:ank|unk|inks|inking){_IT}|(?:is|are|was|'s|has been|been) (?:now )?(?:killed|sunk)"
    r"|(?:trade|deal|swap|agreement|exchange) (?:[\w.']+ ){0,10}(?:is|was|has come|came) (?:now )?off the table"
    r"|(?:is|are|was|'s) (?:now |officially |reportedly )?off\b(?! to| the table)|is (?:now )?dead|revers(?:ed|al)|pull(?:s|ed|ing)? out"
    r"|(?:not|n't|never) (?:going|go|went|gone|processed|completed|approved?|allow)\b(?: the \w+ (?:trade|deal|swap))?(?: to go)?(?: through)?"
    r"|failed (?:his |her |the |a |their |an? \w+ )?physical|fail(?:s|ed|ing)? (?:his |the |a |their |to pass )?(?:a |his )?(?:physical|medical)|flunk(?:s|ed)"
    r"|trade (?:[\w.']+ ){0,10}(?:is not|isn't) happening\b|(?:trade|deal|swap) that would have (?:[\w.']+ ){1,12}died\b|(?:the|that) (?:trade|deal|swap) died\b(?! down)|(?:trade|deal|swap) (?:did|does) not count"
    r"|(?:would|did|could) not sign off on (?:it|the (?:trade|deal|swap))|(?:would|did)n't sign off on (?:it|the (?:trade|deal|swap))"
    r"|(?:refus|declin)ed to (?:sign off on|approve) (?:it|the (?:trade|deal|swap))(?! (?:with|for)\b)"
    r"|(?:paper(?:s|work)|forms?) (?:never|did not|didn't) (?:reach|arriv|get|got)\w*"
    r"|(?:did not|didn't) pass|(?:doctors?|trainers?|medical staff) (?:failed|flunked|rejected|ruled out)|(?:doctors?|club|team) to balk|(?:nfl|league|commissioner)(?: office)? (?:has |then |later )?(?:reject|disallow|veto|disapprov|den|block|refus)(?:s|ed|ied|oed)"
    r"|(?:denied|rejected|blocked|vetoed|disallowed|overruled) by|(?:got|had) cold feet|chang(?:ed|es) (?:its|their|his) minds?|balk(?:s|ed)"
    r"|(?:paper(?:s|work)|forms?) (?:was|were) (?:not|never) (?:filed|submitted)|pull(?:s|ed) the plug|terminated|thrown out|halted"
    r"|call(?:s|ed) (?:it|the (?:trade|deal|swap)) off|(?:did not|didn't|never) file\b"
    r"|(?:unable|fail(?:s|ed|ing)?) to (?:complete|finish|finali[sz]e|file|submit|consummate|agree on(?! (?:an? |his |the |terms of an? )?(?:\w+ )?(?:contract|extension|salary)))|(?:attempt|bid|try) to trade \S+ (?:[^,;]{1,80} )?failed|(?:will|would|could|did) (?:not|n't) (?:complete|finish|finali[sz]e))\b"
)
_TRADE_WORD = re.compile(r"\b(?:trade|trades|traded|swap|exchange)\b")
_DEAL_WORD = re.compile(r"\b(?:deal|agreement)\b")
_OF_TRADE = any_in(
    r"\bdeal (?:to send|that would have)\b|\bdeal (?:to|with|between|for)\b.{0,80}\b(?:off|void|apart|through|dead|collapsed|fell)|\bdeal in place\b|\bdeal (?:that )?(?:the |both |these )?(?:two |[\w.]+ and (?:the )?)?[\w.]+ (?:had |have )?(?:struck|agreed to|reached|made|announced|worked out|completed|finali[sz]ed)\b|\breturn(?:s|ed|ing)? to (?:his|the) (?:former|old|original)\b"
    r"|\bpaperwork\b|\b(?:finish|complete|finali[sz]e) (?:a |the |their )?deal for\b|\bsent? back\b|\bsend (?:him )?back\b"
)
_INTENDED = any_in(  # what was to be, and then was not
    r"\b(?:was|were) (?:(?:all )?set |due |about |going |poised |slated |supposed |ready )?to (?:be (?:traded|dealt|sent|shipped)|get|acquire|land|receive|obtain|add|send|deal|ship|trade|go|head)\b.{0,80}\b(?:from|to|by) (?!the physical).{0,80}\b(?:but|until|before|only for|and then|except|though)\b"
    r"|\b(?:was|were) (?:headed|heading|bound|going|sending|getting|shipping|landing) .{0,80}\b(?:but|until|before|only for)\b.{0,60}\b(?:deal|trade|swap|agreement|physical)\b"
)
_FAILED_HIM = r"(?:fail(?:s|ed|ing)?|flunk(?:s|ed|ing)?|did(?: not|n't) pass) (?:his |a |the |their )?physical\b"
_BACK_TO = (
    r"\b(?:(?:sen[dt]s?|sending|ship(?:s|ped|ping)?) (?:[\w.'-]+ ){1,5}back to"
    r"|return(?:s|ed|ing)? (?:[\w.'-]+ ){1,5}to"
    r"|(?:is|was|'s|he's|will be) (?:now )?(?:(?:going|heading|headed) back|returning) to)\b"
)
_SENT_BACK = any_in(
    rf"\b{_FAILED_HIM}[^;]{{0,60}}{_BACK_TO}"
    rf"|{_BACK_TO}[^;]{{0,60}}\b(?:after|because|when|as|who) (?:he |the \w+ |his )?{_FAILED_HIM}"
)
_SUCH = re.compile(
    r"\b(?:it|this|that|(?:the|their) (?:deal|trade|swap|agreement|move|exchange|transaction))\b"
)
_CONDITION = re.compile(r"\b(?:if|unless|in case)\b")
_POSSIBLE = re.compile(r"\b(?:could|would(?! have| send| bring)|might|may|will be|should)\b")
_CLAUSES = re.compile(r", | and | but |; ")
_NOT_OFF = re.compile(
    r"(?:\b(?:not|never|no|nor|neither|den(?:y|ies|ied))|n't) (?:\w+ ){0,3}$|\b(?:after|when|once|before|since) (?:(?! and )[^,]){0,40}$"
)
# "killed the trade rumors", "nixing a trade request": no trade is off by that.
_TALK_ONLY = re.compile(
    r" (?:an?|the|any|all|his|their|its) (?:[\w.'-]+ ){0,2}?(?:trade (?:requests?|rumou?rs?|talks?|speculation|chatter|buzz|ideas?"
    r"|offers?|proposals?)|(?:plans?|efforts?|attempts?|hopes?) to trade)\b"
)
_REVIVED = any_in(
    r"\b(?:rework\w*|revis(?:e|es|ed)|restructur\w+|renegotiat\w+|amend(?:s|ed)|salvag\w+|back on|adjusted|still goes?)\b"
)
_OFF_AGAIN = re.compile(
    r"\b(?:call|break|broke)\w* (?:it|the (?:trade|deal|news)|things)(?: off)?\b"
    r"|\b(?:reported|confirmed|reports|confirms) (?:it|this|the (?:news|decision))\b|\bfirst (?:reported|to report)\b"
)
_HEARSAY = re.compile(
    r"\b(?:claim(?:s|ed)?|alleg\w+|rumou?r\w*|supposedly|unconfirmed|speculat\w+)\b"
)
_PROGRESS = re.compile(
    r"\bpass(?:es|ed) (?:his|their|a|the) physicals?\b|\btrade (?:is |becomes )?(?:now )?final\b"
    r"|\bwaive[sd]? (?:his|the) no trade\b"
)
_BLOCKS = re.compile(
    r"\b(?:declin\w+|refus\w+|not|won't|unwilling|if|unless|could|would|must|needs?) (?:\w+ ){0,3}$"
)


def failure(sentence: str, *, told: bool) -> re.Match[str] | None:
    """The words by which the sentence says that a trade is off.

    Args:
        sentence: casefolded.
        told: a source stands behind it; what is only claimed or rumoured counts for nothing without one.
    """
    if _REVIVED.search(sentence) or (not told and _HEARSAY.search(sentence)):
        return None
    if back := sends_back(sentence):
        return back
    of_trade = _TRADE_WORD.search(sentence) or (
        _DEAL_WORD.search(sentence) and _OF_TRADE.search(sentence)
    )
    if not (of_trade or _INTENDED.search(sentence)):
        return None
    found = (match for match in _FAILED.finditer(sentence) if _is_told(sentence, match))
    return next(found, None)


def sends_back(sentence: str) -> re.Match[str] | None:
    """Read "Dale Preston failed his physical, so the Jets sent him back to Denver": nobody gets him."""
    found = _SENT_BACK.search(sentence)
    return None if found is None or _CONDITION.search(sentence) else found


def undoes(sentence: str) -> re.Match[str] | None:
    """The words by which the sentence behind a trade says that it is off, as in "The league blocked it".

    Args:
        sentence: casefolded.
    """
    if _REVIVED.search(sentence) or not _SUCH.search(sentence):
        return None
    return next((match for match in _FAILED.finditer(sentence) if _is_told(sentence, match)), None)


def _is_told(sentence: str, match: re.Match[str]) -> bool:
    before = sentence[: match.start()]
    possible = _POSSIBLE.search(_CLAUSES.split(before)[-1])
    if _TALK_ONLY.match(sentence, match.end()):
        return False
    return not (possible or _CONDITION.search(before) or _NOT_OFF.search(before))


def goes_on_with_failure(sentence: str) -> bool:
    """The sentence says again that it is off, or only who reported it first."""
    return bool(_FAILED.search(sentence) or _OFF_AGAIN.search(sentence))


def progress(sentence: str) -> re.Match[str] | None:
    """The step that completes a trade: a physical passed, a clause waived."""
    match = _PROGRESS.search(sentence)
    if match is None or not _TRADE_WORD.search(sentence):
        return None
    return None if _BLOCKS.search(sentence[: match.start()]) else match
