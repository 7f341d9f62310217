"""What the sentence before makes of a trade: other news of the man, in which it is only his story."""

import re
from collections.abc import Collection, Sequence

from bot.extract.claims import MEN, Claim
from bot.extract.lexicon import Form, Frame, Kind
from bot.extract.mentions import Chunk
from bot.extract.reading import Sentence
from bot.model import ClubCode

_OF_TRADE = re.compile(
    r"\btrad(?:e|es|ed|ing)\b|\bacqui|\bdeals?\b|\bdealt\b|\bswap|\bsen[dt]\b|\bship|\bhead(?:ed|ing|s) to\b|\bgoing to\b|\bnew\b|\bjoin"
)
_OF_MAN = re.compile(
    r"\bout for (?:the|rest)\b|\bseason ending\b|\btorn?\b|\btore\b|\bruptured\b|\bfractur\w+|\bconcussion\b|\bsurgery\b"
    r"|\bsuspen\w+|\binjured reserve\b|\bfined\b|\barrested\b|\bnamed\b|\bof the week\b|\bextended\b|\bextension\b"
    r"|\bwill (?:start|miss)\b|\b(?:is|was|are) (?:questionable|doubtful|active|inactive|limited|ruled out)\b|\bdebut\b"
    r"|\b(?:caught|scored|rushed|threw|intercepted|leads) (?:for|the|his|a|an|\w+)\b|\bran for\b|\bactivated\b|\brestructured\b"
    r"|\bretir(?:e|es|ed|ing)\b|\breturned to practice\b|\b(?:released|waived|cut|benched|enshrined|inducted)\b|\bbust\b"
    r"|\bpro bowl (?:pick|selection|nod|honors)\b|\bof the year\b|\bpay(?:ing)? off\b|\bturn(?:s|ed) \d\d\b|\brip\b|\brest in peace\b|\bhall\b|\bhired\b|\bnamed (?:a |the )?(?:\w+ )?coach\b|\bwr(?:ote|ites|itten)\b|\bbook\b|\bdocumentary\b|\bpodcast\b|\bborn\b|\bbirthday\b"
    r"|\bhas (?:\w+ ){1,2}(?:sacks|catches|touchdowns|interceptions|tackles|yards)\b(?! this)"
)
_FREE = re.compile(r"\b(?:signed with|visit(?:s|ed|ing)?|free agent|waivers|claimed by)\b")
_FIRED = re.compile(r"\b(?:fired|dismissed|ousted|sacked|parted ways with)\b")
_TODAY = re.compile(
    r"\b(?:today|tonight|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day|this (?:morning|afternoon|evening|week))\b"
)


def is_story(claim: Claim, sentence: Sentence, before: Sequence[Sentence]) -> bool:
    """Read "X is out for the season. The Ravens sent a fifth to the Rams for him": how he came.

    Args:
        claim: the frame.
        sentence: it stands in.
        before: the sentences ahead of it.
    """
    if not before or claim.verb.form is not Form.PAST or _TODAY.search(sentence.text):
        return False
    ahead = before[-1]
    if _FIRED.search(ahead.text) and _is_of_him(sentence, ahead):
        return True
    free = _FREE.search(ahead.text) is not None
    if _OF_TRADE.search(ahead.text) or not (free or _OF_MAN.search(ahead.text)):
        return False
    men = {chunk.text for chunk in ahead.chunks if chunk.kind in MEN}
    named = {code for chunk in ahead.chunks if chunk.kind is Kind.CLUB for code in chunk.clubs}
    his = free or _is_his_club(_buyer(claim), named)
    return bool(men) and his and _moves(claim, men, named)


def _is_of_him(sentence: Sentence, ahead: Sentence) -> bool:
    """Read "The Jets fired Al Moss. He sent Dale Preston to Denver", "Moss sent"."""
    first = sentence.tokens[0].low if sentence.tokens else ""
    return first == "he" or (first in {token.low for token in ahead.tokens} and _is_name(sentence))


def _is_name(sentence: Sentence) -> bool:
    """It begins with a man, and not with a club or an article."""
    return bool(sentence.chunks) and sentence.chunks[0].kind in MEN | {Kind.PERSON}


def _moves(claim: Claim, men: Collection[str], clubs: Collection[ClubCode]) -> bool:
    """The same man: by name, "him", or "the receiver" where the text told whose man he is."""
    return any(
        chunk.kind is Kind.PRONOUN
        or chunk.text in men
        or (chunk.kind is Kind.UNNAMED and chunk.definite and (bool(clubs) or len(men) == 1))
        for chunk in (*claim.theme, *claim.back)
    )


def _buyer(claim: Claim) -> Chunk | None:
    given = any(chunk.kind in MEN | {Kind.PRONOUN} for chunk in claim.theme)
    return claim.to if claim.verb.frame is Frame.GIVE and given else claim.subject


def _is_his_club(buyer: Chunk | None, named: Collection[ClubCode]) -> bool:
    """Only the club that got him may be named: "X was suspended by the Rams. They sent him to ..." is news."""
    return not named or buyer is None or any(code in named for code in buyer.clubs)
