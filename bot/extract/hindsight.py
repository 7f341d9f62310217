"""Trades that a sentence looks back on: hung on a feeling or a memory, told with what came of them, of old days."""

import re
from collections.abc import Sequence

from bot.extract.claims import ASSETS, MEN, Claim
from bot.extract.lexicon import Force, Form, Frame, Kind
from bot.extract.mentions import Chunk
from bot.extract.patterns import any_in
from bot.extract.reading import Sentence

_DETERMINERS = frozenset({"the", "their", "his"})
# What may stand before "the Jets" where the Jets act: another clause, a preposition, a word of agreeing.
_OPENS_CLAUSE = frozenset(
    """and or but as while with to for in on at after when where because until since once before if so then which who
    agreement agreed agree agrees deal trade joining allowing letting enabling permitting adds also now today tonight yesterday monday tuesday
    wednesday thursday friday saturday sunday morning afternoon evening night week breaking officially reportedly
    means meaning per from by of between both what cost costs""".split()
)
_TELLS = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|report\w*|tweet\w*|announc\w+|confirm\w*|tell\w*|told|learn(?:ed|s)?|hear(?:s|d|ing)?"
    r"|wr(?:ote|ites?)|post(?:ed|s)|add(?:s|ed)|agree\w*|decid\w+|reveal\w*|indicat\w+|stat(?:es?|ed)|disclos\w+"
    r"|inform\w*|relay\w*|deals?|trades?|swap|sources?|news|word|statement|declar\w+|understand\w*|break\w*|not\w+)\b"
)
_LOOKS_BACK = any_in(
    r"\b(?:why|(?<!of )the (?:day|night|time)(?= (?:the|that|he|his|when)\b)|the last time|recall(?:s|ed)? (?:the|how|when|that|his)"
    r"|remember(?:s|ed)?|dream(?:s|ed|t)?|imagin(?:es?|ed)|novel|film|movie|documentary|netflix|biography|memoir|(?:an?|the|new|his) (?:\w+ )?(?:book|series) (?:\w+ )?(?:claims|says|opens|begins|tells|recounts|reveals|alleges|details)|trivia|famously|once (?=traded|dealt|sent|acquired|swapped)"
    r"|(?:explain|show|describe)s? (?:\w+ )?how|\basked (?:whether|if|why|how)|\bwho ,? ?as (?:\S+ ){1,4}(?:gm|general manager|coach|executive|owner)|as a rookie|then with the|fans (?:\w+ )?as"
    r"|(?:he|she|they|teammates|players|fans) (?:first )?learned"
    r"|returns? to (?:[\w.]+ ){1,3}(?:on )?(?:sunday|monday|thursday|saturday) ;"
    r"|(?:new (?:deal|contract)|extension|raise) (?:from|with) (?:the )?(?:[\w.]+ ){1,3}, who"
    r"|(?:similar to|reminiscent of|comparable to|resembl\w+|echo(?:es|ed|ing)|mirror(?:s|ed|ing)?|rival(?:s|ed)|than|like)"
    r" (?:the|that) (?:\w+ )?(?:one|deal|trade|swap|package|blockbuster|haul))\b"
)
_AFTERWARDS = re.compile(
    r"\bin (?:less|fewer|little more) than (?:an?|\w+) (?:week|month|year|season|off ?season)s?\b|"
    r"\band (?:(?:has|have|had) (?!agreed|acquired|traded|sent|signed|received|added|informed|told)(?:not |been |now )?"
    r"(?:\w+ed|won|lost|seen|gone|gotten|got|not)\b|it (?:shows|showed|worked)\b|got paid\b|both (?:clubs|teams|sides) \w+"
    r"|(?:they |the (?:club|team) )?(?:finished|went) \d|they (?:won|lost|missed|finished)\b|(?:leads?|ranks?|starts?|thrives?|struggles?|regrets?|won|lost|beat|beaten|outscored)\b)"
    r"|\b(?:a|the) (?:deal|trade|move|swap) that still\b|\b(?:ever since|since then|since(?: ,| ;|$))"
    r"|\bwho has since\b|\bwhere he ha[sd]\b|\bnow (?:with|of) the\b|\bwhen he was (?:\d|an?\b|still\b)|\bthe day he\b"
    r"|\bin the (?:spring|summer|fall|winter)\b(?! of| draft)"
    r"|\bbut (?:he|it) (?:never|has (?!to\b|agreed|yet)|had|lasted|played|was (?:released|cut|waived|traded|gone|injured|hurt))\b"
    r"|\bonly to (?:release|cut|waive|lose|trade|see)\b|\band got (?:\w+ )?(?:\w+ )?(?:games|seasons|years|sacks|starts|catches|touchdowns)\b"
    r"|\bbefore (?:landing|signing with|finishing|retiring|being released)\b|\band (?:finished|retired|ended|(?:later|eventually) (?:signed|played|joined|won|became|returned|retired|started))\b"
    r"|\b(?:went on to|who (?:is|was) (?:now (?!with)|no longer|out of the)|who now plays|(?:pick|choice|selection|rounder|first|second|third|fourth) (?:that|which) (?:became|turned into|wound up))\b"
    r"|\b(?:an? (?:\w+ )?pick|round (?:pick|choice|selection)|rounder|first|second|third|fourth|fifth|sixth|seventh)s? ,? ?(?:that|which) (?:\w+ ){0,2}(?:used|spent|turned|flipped)\b"
)
_BLOOMED = re.compile(
    r"\bwho (?:later |eventually )?(?:went on to|would go on|would become|became an? (?:star|starter|pro|hall|all))\b|\bwhere (?:he|they) (?:has |have |would )?(?:become|became|blossom\w+|develop\w+|emerg\w+|thriv\w+|flourish\w+|went on|turned into)\b"
)
_AGAIN = re.compile(r"\b(?:back|return\w*|reunit\w+)\b")
# What a man has done for the club that got him: "who has averaged 3.3 yards over two seasons in Indianapolis".
_HAS_DONE = re.compile(
    r"\b(?:who|he) (?:has|have) (?!been (?:traded|dealt)).*?\b(?:in|with|for) (?:the |\w+ with the )?$"
)
_WITH_TEAM = re.compile(r"\b(?:who|he) (?:has|have) (?:\S+ ){1,12}(?:with|for) the (?:team|club)\b")
_OLD_TEAM = re.compile(
    r"\bwho (?:meets?|faces?|will (?:meet|face)|returns to face|plays against) (?:his (?:old|former|ex)\b|the\b|[\w ]{0,30}(?:on )?(?:sunday|monday|thursday|saturday)\b)"
)
_MAYBE_ADJECTIVE = frozenset({"just", "recently"})
_BEFORE_ADJECTIVE = frozenset("the their his its a and with of for by from as former".split())
_LISTS_TRADES = frozenset(
    "included includes including through via by with of after following despite highlighted featuring between several"
    " many past previous".split()
)
_WITHOUT_HIM = re.compile(r"with (?:\S+ ){1,6}(?:traded|dealt|shipped|sent|gone|moved)\b[^,]* ,")
_REASON = re.compile(r"\bbecause (?!of\b)|\bwhen they did\b|\bin order to\b")
_ALREADY = re.compile(
    r"\bhave already (?:traded|dealt|sent|shipped)|\bhas already (?:traded|dealt|sent|shipped)"
)
_RELATIVE = frozenset({"who", "which", "whose"})
_GOVERNS_GERUND = frozenset("to toward towards about at over against despite".split())
_FEELS = re.compile(
    r"\b(?:happy|glad|sad|sorry|angry|shocked|surprised|stunned|thrilled|upset|grateful|proud|love|hate)"
    r"(?: that)?(?: the| their| his){0,2}$"
)
_SENT_BACK = re.compile(
    r"\bback to\b[^,;]{0,60}\bfailed (?:his |the )?physical\b|\b(?:before|but|until|only for) (?:\w+ ){1,3}failed (?:his |the |a )?physical\b"
)
_GIVES_REASON = re.compile(r"\bbecause (?:it|he|they|of)\b")
_HEARSAY = re.compile(
    r"\b(?:(?:believed|rumou?red|thought|tipped|speculated|said) to (?:be|have)|apparently|supposedly|allegedly)\b"
)
_PRICES = re.compile(
    r"\b(?:compensation|capital|package|haul|picks?|selections?|choices?|rounders?|return|terms|price|cash|nothing|draft"
    r"|considerations?|assets?|cap|players?|swap|sum|bag|deal|sixth|seventh|\w+th|first|second|third|now|good|peanuts|song|money|relief|space|value|half|conditional|undisclosed|unspecified|exchange|rest|what (?:was|is) (?:reported|believed|said|described|thought))\b"
)
_NO_PLAYERS = frozenset("scouts coaches executives officials staff doctors representatives".split())
_ERRANDS = re.compile(
    r"(?:for (?:treatment|tests|surgery|rehab|medical|an? (?:exam|evaluation|mri|visit|checkup|funeral|wedding))\b|to (?:see|visit|meet|undergo|rehab|talk|scout|train|consult)|ahead of the (?:team|club|game)|on assignment)\b"
)
_FRONTS = frozenset(
    """in on at after when before with for during late early hours minutes moments days just ahead following amid despite
    from as by under to earlier once""".split()
)
_CUTS = frozenset(
    "release releases released waive waives waived cut cuts sign signs signed re-sign re-signed claim claims claimed"
    " activate activated promote promoted elevate elevated".split()
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
        or (_BLOOMED.search(behind) is not None and not _AGAIN.search(behind))
        or (past and any(_is_of_trade(match, behind) for match in _AFTERWARDS.finditer(behind)))
        or _SENT_BACK.search(behind) is not None
        or (past and _gives_reason(claim, behind))
        or _is_of_old(claim, sentence, behind)
        or _hangs(claim, sentence)
        or _is_gerund(claim, sentence)
        or _is_behind_move(claim, sentence)
        or _is_errand(claim, sentence)
    )


def _gives_reason(claim: Claim, behind: str) -> bool:
    """Read "said the Jets traded X because it was best": who says why tells no news."""
    told = claim.to or claim.giver or claim.back
    return not told and _GIVES_REASON.search(behind) is not None


def _is_of_trade(match: re.Match[str], behind: str) -> bool:
    """What came of it, and not ", who leads the club and has scored five times,"."""
    clause = behind[: match.start()].rpartition(",")[2]
    return _RELATIVE.isdisjoint(clause.split())


def _is_of_old(claim: Claim, sentence: Sentence, behind: str) -> bool:
    """The move itself is over: it describes a man, stands in a list of such, or bore fruit since."""
    return (
        _describes(claim, sentence)
        or (claim.passive and _WITHOUT_HIM.match(sentence.text) is not None)
        or _is_listed(claim, sentence)
        or _has_served(claim, sentence)
        or _OLD_TEAM.search(behind) is not None
        or (not (claim.to or claim.partner or claim.giver) and _explains(sentence.text, behind))
    )


def _explains(text: str, behind: str) -> bool:
    """Read "said the club traded X because ...", "has already traded its first": nobody is told of a partner."""
    return _ALREADY.search(text) is not None or _REASON.search(behind) is not None


def _describes(claim: Claim, sentence: Sentence) -> bool:
    """Read "the just acquired X", "recently traded receiver X"; "have just acquired X" is news."""
    at = claim.verb_at - 1
    if claim.verb.form is not Form.PAST or at < 0:
        return False
    word = sentence.tokens[at].low
    opens = at == 0 or sentence.tokens[at - 1].owner
    return word in _MAYBE_ADJECTIVE and (opens or sentence.tokens[at - 1].low in _BEFORE_ADJECTIVE)


def _is_listed(claim: Claim, sentence: Sentence) -> bool:
    """Read "an offseason that included trades for X and Y"."""
    at = claim.verb_at
    if at < 1 or sentence.tokens[at].low not in {"trades", "deals", "swaps", "acquisitions"}:
        return False
    ahead = {token.low for token in sentence.tokens[max(0, at - 2) : at]}
    return not _LISTS_TRADES.isdisjoint(ahead)


def _has_served(claim: Claim, sentence: Sentence) -> bool:
    """Read "traded a first for X, who has averaged 3.3 yards over two seasons in" the buyer's city."""
    if claim.verb.form is not Form.PAST:
        return False
    if _WITH_TEAM.search(_words(sentence, claim.verb_at, len(sentence.tokens))):
        return True
    gives_man = claim.verb.frame is Frame.GIVE and any(c.kind in MEN for c in claim.theme)
    price = [c for c in claim.back if c.kind in MEN] if gives_man else [*claim.theme, *claim.back]
    if gives_man and claim.to and _serves(claim.theme, claim.to, sentence):
        return True
    return claim.subject is not None and _serves(price, claim.subject, sentence)


def _serves(men: Sequence[Chunk], buyer: Chunk, sentence: Sentence) -> bool:
    """Behind one of these men stands what he has done for the buyer."""
    start = min((man.last for man in men if man.kind in MEN), default=len(sentence.tokens))
    return any(
        chunk.kind is Kind.CLUB
        and chunk.first > start
        and set(chunk.clubs) & set(buyer.clubs)
        and _HAS_DONE.search(_words(sentence, start, chunk.first) + " ") is not None
        for chunk in sentence.chunks
    )


def _hangs(claim: Claim, sentence: Sentence) -> bool:
    """Read "is happy the Jets traded him", "dreamed that the Jets traded X": the verb above tells no news."""
    subject = claim.subject
    if subject is None or not any(chunk is subject for chunk in sentence.chunks):
        return False
    if _FEELS.search(_words(sentence, 0, subject.first)):
        return True
    at = _before(subject.first - 1, sentence)
    bare = at == subject.first - 1
    governor = sentence.tokens[max(at, 0)].low
    if governor == "that" or (governor == "has" and not bare):
        return _TELLS.search(_words(sentence, 0, at)) is None
    return not bare and at > 0 and _governs(at, sentence) and subject.last <= claim.verb_at


def _is_gerund(claim: Claim, sentence: Sentence) -> bool:
    """Read "reacts to the Jets trading X", "momentum toward the Jets trading X"."""
    club = next((c for c in sentence.chunks if c.last == claim.verb_at), None)
    if claim.verb.form is not Form.ING or club is None or club.kind is not Kind.CLUB:
        return False
    at = _before(club.first - 1, sentence)
    return at >= 0 and sentence.tokens[at].low in _GOVERNS_GERUND


def _is_behind_move(claim: Claim, sentence: Sentence) -> bool:
    """Read "release the quarterback after trading X to Arizona": the news is whom they cut."""
    ahead = claim.ahead
    if claim.verb.form is not Form.ING or ahead is None or ahead.text != "after":
        return False
    moves = (c for c in sentence.chunks if c.last <= ahead.first and c.kind is Kind.MOVE)
    return any(chunk.text in _CUTS and not chunk.article for chunk in moves)


def _before(at: int, sentence: Sentence) -> int:
    """The place of the word before "the Jets"."""
    while at > 0 and sentence.tokens[at].low in _DETERMINERS:
        at -= 1
    return at


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
    if _ERRANDS.match(_words(sentence, behind[0].first, len(sentence.tokens))):
        return True
    words = _words(sentence, behind[0].last, behind[0].last + _REACH)
    if behind[0].text == "for":
        thing = behind[1:4]
        return (
            bool(thing) and not _PRICES.search(words) and all(c.kind not in ASSETS for c in thing)
        )
    return False


def _words(sentence: Sentence, first: int, last: int) -> str:
    tokens = sentence.tokens[max(0, first) : last]
    return " ".join(f"{t.low}'s" if t.owner else t.low for t in tokens)
