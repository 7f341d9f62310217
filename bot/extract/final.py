"""Phrases that say by themselves that a trade is done: "made official", "per the team", "approved by the league"."""

from collections.abc import Sequence

from bot.extract.covers import THING, names_its_men
from bot.extract.lexicon import Kind
from bot.extract.mentions import Chunk
from bot.extract.patterns import any_in
from bot.model import Deal

_UNDONE = any_in(
    r"\b(?:not|no(?! \d|\.)|never|neither|nor|none|yet|until|unless|before|once|if|when|whether|without|will"
    r"|would|could|should|may|might|can|cannot|expected|be|awaits?|awaiting|waiting|pending)\b|n't\b"
)
_TRADE = r"(?:trade|deal|move|swap|transaction|exchange|acquisition|agreement)"
_DONE = any_in(
    r"\bofficially (?:acquire[sd]?|trade[sd]?|sends?|sent|ship(?:s|ped)?|complete[sd]?|announced"
    r"|processed)\b|\bhas been processed\b|\b(?:announced|confirmed) by (?:the |both )?(?:teams?|clubs?|league|nfl)\b"
    rf"|\b(?<!\bhe )(?<!\bshe )(?<!\bi )(?:made|makes) (?:it |(?:the|its|their|this|that) (?:[\w.'-]+ ){{0,4}}{_TRADE} )?official\b"
    rf"|\b{_TRADE} (?:became|has become|is|is now|was made|has been made) official\b(?! (?:when|once|after|until|on|at|if|in)\b)"
    r"|^(?:(?:and |now )?(?:it's |it is |now |it's now )?)official(?: :|$| ,? ?(?:per|according to|via) (?:the )?(?:(?:two )?(?:teams?|clubs?)|league|nfl)(?: (?:office|wire|release|announcement))?$)"
    r"|^(?:official )?(?:team|club) (?:announcement|statement|release) :"
    r"|\b(?:nfl|league)(?: office)? (?:has |have )?(?:now |officially |formally |since |also )?"
    r"(?:approved|ratified|processed|signed off on) (?:the |this |that |their |its |[\w.]+(?: [\w.]+)?'s? )?"
    rf"{_TRADE}\b(?! (?:deadline|rule))"
    r"|\b(?:per|according to|via) (?:an? |the )?(?:teams?|clubs?|league|nfl)(?:'s)?(?: press| official)?"
    r"(?: (?:release|statement|announcement|website|account)|$| :)"
    r"|\b(?:team|club|league)'s (?:official )?(?:website|site|account) (?:reported|announced|said|says|reports)\b"
)
_NEAR = 40  # characters before "officially" in which a "not yet" speaks of it


def settles(chunks: Sequence[Chunk], text: str, deal: Deal) -> tuple[int, int] | None:
    """The words that say so, as tokens, with no "not" or "will" near them.

    Args:
        chunks: of the sentence.
        text: the sentence, casefolded.
        deal: what the report says of the trade.
    """
    match = _DONE.search(text)
    if match is None or _UNDONE.search(text[max(0, match.start() - _NEAR) : match.start()]):
        return None
    things = THING - {"it"} if match[0][-1] == ":" else THING
    speaks = any(chunk.kind is Kind.VERB or chunk.text in things for chunk in chunks)
    speaks |= match.end() - match.start() == len(text)  # "Official per the league."
    if not speaks or not names_its_men(chunks, deal):
        return None
    first = text.count(" ", 0, match.start())
    return first, first + len(match[0].split())


def is_open(text: str, ahead: Sequence[Chunk]) -> bool:
    """Read "will be announced by": nothing is done yet.

    Args:
        text: the sentence, casefolded.
        ahead: the chunks before "announced".
    """
    words = text.split()[: ahead[-1].last] if ahead else []
    return _UNDONE.search(" ".join(words)[-_NEAR:]) is not None
