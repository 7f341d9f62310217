"""What stands around a frame in its sentence: the heading before it, the phrase that opens it, what follows it."""

import re
from functools import lru_cache

from bot.extract import headings, hindsight, proposals
from bot.extract.claims import MEN, NO_VERB, Claim
from bot.extract.lexicon import Form, Frame, Kind
from bot.extract.patterns import any_in
from bot.extract.reading import Sentence

_OPENERS = frozenset({"in", "on", "at", "inside"})
_LONGEST = 12  # tokens of a phrase that opens a sentence
_OCCASION = re.compile(
    r"\b(?:trade|deal|swap|move|moves|exchange|return|addition|transaction|agreement|blockbuster|package|effort"
    r"|bid|attempt|order|need|draft|round|clock|week|hours?|minutes?|days?|morning|night|afternoon|evening|noon|eve"
    r"|midnight|stunner|surprise|shocker|shake ?up|twist|news|wake|search|hopes?|light|response|season|years?|time"
    r"|deadline|fact|turn|short|other words|step|development|announcement|statement|tweet|post|report|spite|last"
    r"|least|heels|verge|break|division|camp|nfl|afc|nfc|end|process|gamble|jan\w*|feb\w*|mar\w*|apr\w*|may|june?"
    r"|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|\w+day|\w+day's|the (?:\w+ )?side|advance|midst|market)\b|\d{4}"
)
_GAMES = re.compile(
    r"\bleague with\b|\b(?:scenario|superflex|simulation|franchise|console|controller)\b"
)
_NOT_SO = any_in(
    r"\b(?:is|are|was|were|be|been|as|prove[sd]?|it's|turned out(?: to be)?) (?:\w+ ){0,2}"
    r"(?:false|wrong|untrue|inaccurate|incorrect|bogus|baseless|not true|fake|made up|fabricated|erroneous|nonsense)\b"
)
_REPORT = re.compile(r"\b(?:reports?|rumou?rs?|claims?|stor(?:y|ies)|word|talk|it)\b")
_UNDONE = any_in(
    r"\bpull(?:s|ed|ing)? the plug\b|\bbefore (?:he|the \w+) (?:failed|flunked)\b|\bback to\b.{0,60}\bfailed (?:his )?physical\b"
    r"|\b(?:failed|flunked) (?:his |the |a )?physical\b.{0,80}\b(?:(?:sen[dt]\w*|shipp?\w*) [^,;]{0,40}\bback to|return\w* (?:him|the \w+) to)\b"
    r"|\bthe last time\b|^dear \w+ :"
    r"|\b(?:almost|nearly) (?:happened|materiali[sz]ed|came|went|got|occurred|took place)\b"
    r"|\b(?:before|until|but|only for) (?:it|that|the (?:deal|trade|swap|agreement)|talks|things?) (?:\w+ ){0,2}"
    r"(?:collapsed?|fell|died|unravel\w+|broke|dissolved|evaporated|(?:called|nixed|scrapped|scuttled|voided)(?: off)?)\b"
    r"|\b(?:but|until|before|only for) (?:[\w.'-]+ ){1,4}?(?:invoked|vetoed|blocked|balked|swooped|backed out|pulled out"
    r"|walked away|stepped in|(?:refused|declined) to (?:go|report|waive|approve|sign off)|would(?: not|n't) (?:go|report|waive|approve|sign off))\b"
    r"|\ban? (?:trade|deal|swap|package|move) (?:(?:that|which) (?:would|could|will|might) )?(?:sen[dt]|bring|mov|ship|land|tak)\w* [^,;]{0,120}? (?:is|are|has|was|looks|seems|appears|remains)"
    r" (?:now |still |very |more |reportedly )?(?:likely|unlikely|possible|probable|not|n't|in doubt|in jeopardy|on hold|on the table|stalled|being (?:discussed|weighed|considered|talked)|under (?:discussion|consideration))\b"
)
_IF = re.compile(
    r"\b(?:only (?:if|when|once|after)|if|unless|provided|assuming|as long as|so long as|on condition)\b"
)
_UNLESS = re.compile(r"\bunless\b")
_NO_MOVE = re.compile(  # "traded blows", and the news of a son beside his father's trade
    r"(?:trad|swap|exchang)\w+ (?:blows|barbs|jabs|punches|shots|insults|words|tweets|texts|notes|stories|jerseys|messages"
    r"|scores|touchdowns|leads)\b|\w+ (?:his|her) (?:\w+ )?(?:father|dad|brother|son|uncle|cousin|nephew|grandfather|twin)\b"
)
_OF_PICK = re.compile(
    r"\b(?:conditions?|becom\w+|turns?|upgrad\w+|improv\w+|escalat\w+|convert\w*|rises?|plays?|played"
    r"|snaps|percent|playoffs?|starts?|makes?|reach\w*|games?|roster|pro bowl|active|physicals?)\b|%"
)
_MUSES = frozenset({"would", "could", "should", "might", "makes", "sounds", "seems"})
_LONG_AGO = re.compile(
    r"(?:(?:just|right|shortly|late|early) )?(?:before|after|during|ahead of|prior to|in) (?:the )?"
    r"(?:last|past|previous) (?:season|year|off ?season|spring|summer|fall|winter)\b"
)
_REQUESTS = any_in(
    r"\b(?:seek|request|ask|want|demand|push|angl|lobby|hop|find|explor|pursu)\w* (?:for |out )?(?:an? |his )?(?:\w+ )?trade to\b"
)
_SPEAKER = re.compile(
    r"^\W*(?:said|says|wrote|writes|tweeted|posted|joked) (?:an?|one|another) (.*)"
)
_KNOWS = re.compile(r"\b(?:sources?|person|executive|official|gm|coach|spokes\w+|agent)\b")
_CONTENT = 4  # words of who speaks
_IT_IS = frozenset("it that here there this who now".split())  # "this time it's Minnesota sending"
_POSITION = frozenset({"safety", "corner", "cornerback", "guard", "tackle", "center", "linebacker"})
_IN_LINE = re.compile(
    r"\b(?:at|in) (?:the )?(?:starting|line ?up|rotation|slot|nickel|depth chart|(?:left|right) (?:tackle|guard|end)|center|guard|tackle|safety|corner)\b"
)
_YEARS_OF_PAY = re.compile(r"\bfor (?:\w+ years? and |up to )?\$\d|\bfor \w+ years?, \$\d")


def is_imagined(claim: Claim, sentence: Sentence) -> bool:
    """The frame is headed, opened or spoken as somebody's idea, a game or a wish, or hangs on a condition."""
    return (
        headings.is_of_idea(claim, sentence)
        or _is_opened(sentence)
        or _is_of_owner(claim, sentence)
        or _depends(claim, sentence)
        or _requests(sentence.text)
        or _is_mused(claim, sentence)
        or hindsight.is_hearsay(claim, sentence)
        or proposals.is_proposed(claim, sentence)
        or _words(sentence, claim.verb_at - 2, claim.verb_at) == "all but"
    )


def is_undone(claim: Claim, sentence: Sentence) -> bool:
    """The sentence denies its report, says that it nearly happened, or tells of no move between clubs."""
    return (
        _takes_back(sentence.text)
        or _LONG_AGO.match(_words(sentence, claim.last, len(sentence.tokens))) is not None
        or hindsight.is_hindsight(claim, sentence)
        or _is_of_another_thing(claim, sentence)
        or _is_done_long_since(claim)
        or _is_within(claim, sentence)
        or _is_thwarted(claim, sentence)
        or _NO_MOVE.match(_words(sentence, claim.verb_at, claim.verb_at + 4)) is not None
    )


@lru_cache(maxsize=32)  # once a sentence, and not once a frame
def _takes_back(text: str) -> bool:
    """Read "The report that ... is false", "... before talks collapsed"."""
    false = _NOT_SO.search(text)
    report = _REPORT.search(text) if false else None
    lie = false is not None and report is not None and report.start() <= false.start()
    return lie or _UNDONE.search(text) is not None


@lru_cache(maxsize=32)
def _requests(text: str) -> bool:
    return _REQUESTS.search(text) is not None


def _words(sentence: Sentence, first: int, last: int) -> str:
    tokens = sentence.tokens[max(0, first) : last]
    return " ".join(f"{t.low}'s" if t.owner else t.low for t in tokens)


def _is_mused(claim: Claim, sentence: Sentence) -> bool:
    """Read "A first to the Rams, a second to the Bills would be fair"."""
    at = claim.to.last if claim.verb is NO_VERB and claim.to else len(sentence.tokens)
    behind = zip(sentence.tokens[at:], sentence.tokens[at + 1 :], strict=False)
    return _words(sentence, at, at + 1) in _MUSES or any(
        comma.text == "," and word.low in _MUSES for comma, word in behind
    )


def _is_opened(sentence: Sentence) -> bool:
    """Read "In one scenario, ..." and "On Xbox, ...": neither a day, a place nor an occasion of a trade."""
    if not sentence.tokens or sentence.tokens[0].low not in _OPENERS:
        return False
    comma = next((c.first for c in sentence.chunks if c.kind is Kind.COMMA), _LONGEST)
    words = _words(sentence, 1, comma)
    if _GAMES.search(words):
        return True
    inside = [c for c in sentence.chunks if c.last <= comma]
    return comma < _LONGEST and not (
        (_OCCASION.search(words) and not _is_title(sentence, comma))
        or any(c.kind in headings.NAMING for c in inside)
    )


def _is_title(sentence: Sentence, stop: int) -> bool:
    """Read "In Draft Day": the name of a work, though its words are those of an occasion."""
    words = sentence.tokens[1:stop]
    named = [token for token in words if token.text[:1].isupper()]
    return len(named) == len(words) > 1 and not any(t.low.endswith("day") for t in words[:-1]) and (
        words[-1].low == "day"
    )  # fmt: skip


def _is_of_owner(claim: Claim, sentence: Sentence) -> bool:
    """Read "a streamer's Jets": the club of somebody who only plays with it."""
    at = claim.subject.first - 1 if claim.subject else -1
    here = any(chunk is claim.subject for chunk in sentence.chunks)
    owner = sentence.tokens[at] if here and at >= 0 and sentence.tokens[at].owner else None
    return owner is not None and owner.text.islower() and owner.low not in _IT_IS


def _depends(claim: Claim, sentence: Sentence) -> bool:
    """Read "will trade X to the Bears if he refuses to sign"; the condition of a pick is none."""
    behind = _words(sentence, claim.verb_at, len(sentence.tokens))
    found = (_IF if "will" in claim.words else _UNLESS).search(behind)
    return found is not None and not _OF_PICK.search(behind)


def _is_done_long_since(claim: Claim) -> bool:
    """Read "have already traded the first pick, so they will wait": with whom is known."""
    parties = (claim.to, claim.giver, claim.partner, claim.agent)
    return "already" in claim.words and not any(parties) and not claim.back


def _is_within(claim: Claim, sentence: Sentence) -> bool:
    """Read "swapped X and Y at left tackle": a club changes its own line."""
    behind = _words(sentence, claim.verb_at, len(sentence.tokens))
    return claim.verb.frame is Frame.SWAP and _IN_LINE.search(behind) is not None


def _is_thwarted(claim: Claim, sentence: Sentence) -> bool:
    """Read "were set to get X from the Jets, but Denver wanted more": it did not come to pass."""
    if _WAS_TO.search(_words(sentence, claim.verb_at - _FEW, claim.verb_at)) is None:
        return False
    return _BUT.search(_words(sentence, claim.verb_at, len(sentence.tokens))) is not None


_FEW = 8  # words that "had been all set to be" may take
_WAS_TO = re.compile(
    r"\b(?:was|were|had been) (?:(?:all )?(?:set|due|about|going|poised|slated|supposed|ready) )?to(?: be)?$"
)
_BUT = re.compile(
    r"\b(?:but|until|only for|except|before)\b(?! (?:the )?(?:\w+ )?(?:deadline|draft))"
)


def _is_of_another_thing(claim: Claim, sentence: Sentence) -> bool:
    """Read "send X a birthday card", "move X to safety", "get X for three years and $45 million"."""
    if not claim.theme or claim.theme[-1].kind not in MEN:
        return False
    behind = [c for c in sentence.chunks if c.first >= claim.theme[-1].last][:2]
    if claim.verb.frame is Frame.GIVE and claim.verb.form is not Form.ING and behind:
        first = behind[0]
        if first.kind is Kind.WORD and first.article and first.text:
            return True
        if first.kind is Kind.TO and len(behind) > 1 and behind[1].text in _POSITION:
            return True
    return not claim.back and _YEARS_OF_PAY.search(sentence.text) is not None


def is_said_by_nobody(sentence: Sentence, after: Sentence | None) -> bool:
    """Read '"The Jets are trading X. Book it," said a fan': an open quotation of nobody who would know."""
    if not sentence.tokens or sentence.tokens[0].text not in {'"', "\u201c"}:
        return False
    for one in (sentence, after):
        closing = _closing(one, 1 if one is sentence else 0)
        if one is not None and closing is not None:
            spoken = _SPEAKER.match(_words(one, closing + 1, len(one.tokens)))
            who = " ".join(spoken[1].split(" ,")[0].split()[:_CONTENT]) if spoken else ""
            return spoken is not None and not _KNOWS.search(who)
    return False


def _closing(sentence: Sentence | None, start: int) -> int | None:
    tokens = sentence.tokens if sentence else ()
    return next((i for i, t in enumerate(tokens) if i >= start and t.text in {'"', "\u201d"}), None)
