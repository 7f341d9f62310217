"""What kind of text it is: news, or grades, lists, ideas, history and fiction, by headline and first words."""

import re

_GENRE = re.compile(
    r"\b(?:trade|deadline|draft|team|midseason|instant) grades?\b|\bgrad(?:es?|ed|ing) (?:the|every|each|all|both|that)\b"
    r"|\bpower rankings?\b|\bmock (?:draft|trade|off ?season)|\bmock\b|\bfantasy\b|\bmadden\b|\bdynasty\b"
    r"|\bwinners (?:and|&) losers\b|\btakeaways\b|\bhypothetical|\bideal\b.{0,40}\btrade|\bdream (?:trade|deal)"
    r"|\btrade (?:ideas?|scenarios?|proposals?|targets?|candidates?|packages?|fits?|predictions?|recall|tracker|machine|simulator|rumors? roundup)\b"
    r"|\b(?:bold|realistic|logical|potential|possible|perfect|proposed|projected|predicted|imagined?|sensible|blockbuster|wild|long-shot|long shot)"
    r" (?:\w+ ){0,2}trades\b|\btrades (?:\w+ ){0,3}(?:that|we|to|which|teams|every \w+) (?:\w+ ){0,2}(?:should|could|would|might|want|make|see|need|consider|think)\b"
    r"|\btrade (?:that|we|they) (?:should|could|might|want|need)\b"
    r"|\btrades? (?:that|which) makes? sense|\bto think about\b|\bone (?:trade|deal) (?:for|per|each)\b"
    r"|\b(?:biggest|best|worst|greatest|most lopsided) (?:\w+ ){0,3}trades?\b|\b(?:re-?grading|revisiting|looking back|relive|remembering|ranking|ranked)\b"
    r"|\byears? (?:later|after)\b|\banniversary\b|\bhistory of\b|\btimeline of\b|\bon this day\b|\bthrowback\b|\bodds\b|\bwhat if\b"
    r"|\bpredict(?:ing|ions?|s)\b|\bcould be (?:traded|moved|dealt)\b|\bbreaking down\b|\bwhy the\b|\bwhat the\b.{0,40}\bmeans\b|\bgrade:|\btrades? (?:for )?(?:every|each|all) (?:\w+ )?(?:team|club)|\bshould make\b|\breport card\b|\bstock (?:report|watch|up|down)\b|\bthings (?:to|we)\b|\bbest fit\b"
    r"|^(?:of|among) (?:all )?the\b|\b(?:notable|biggest|key|major) (?:moves|deals|trades)\b|\bsims?\b|\bea sports\b|^inside\b"
    r"|\bwish ?list\b|\bmatch ?mak(?:er|ing)\b|\bstaff (?:picks|predictions)\b|\bperfect world\b"
    r"|\b(?:trades?|deals?|moves?|swaps?) (?:\w+ ){0,3}(?:we|i|you|they|fans)(?:'d|'ll| would)\b|\blove to see\b"
    r"|\b(?:trades|deals|moves|swaps) for (?:all|every|each)\b|\b(?:deals|trades|moves|swaps) (?:that|which) (?:\w+ )?helps?\b"
    r"|\b(?:parody|satire|satirical|hoax|april fools|joke|simulation|simulat(?:e|ed|or)|fake)\b|\bproposals?\b|\bmy (?:idea|pitch|trade|mock)\b|\bour (?:idea|pitch|mock)\b"
)  # fmt: skip
_QUESTION = re.compile(
    r"^(?:should|will|would|could|can|did|does|do|is|are|was|were|why|how|what|which|who|where|when)\b"
)
_HISTORY = re.compile(
    r"\bthis (?:date|day) in\b|\b(?:today|this day|this week) in (?:\w+ ){0,3}history\b"
    r"|\bhistory :|^(?:the )?nfl history\b|^(?:\w+ )?(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty) years? ago\b|\byears? ago (?:today|this|on)\b"
    r"|\bflash ?back\b|\b(?:from|in) (?:the|our) (?:archives?|vault)\b|^(?:archives?|vault|retro|rewind|nostalgia)\b"
    r"|\bon this (?:date|day)\b|\bthrowback\b|\btbt\b"
)
_DATELINE = re.compile(r"^(?:[^:]{0,30}\W)?((?:19|20)\d\d) [:\u2014]")
_FICTION = re.compile(
    r"\b(?:chatgpt|chat gpt|chatbot|the onion|babylon bee|just kidding|kidding aside|april fool\w*|not a real trade"
    r"|parody|satire|satirical|dream world|alternate (?:universe|reality)|parallel universe|fan fiction|fanfic)\b"
    r"|\bfictional\b|\b(?:movie|film|book|tv|show|game) review\b|\b(?:ai|a\.i\.|gpt) (?:says|predicts|simulates|picks|thinks)\b"
    r"|\bin (?:\w+(?:'s)? ){0,3}(?:movie|film|sitcom|novel|video game|comedy|screenplay)\b|\b(?:new|upcoming) (?:movie|film|novel|sitcom)\b"
)


def is_idea_or_recap(sentence: str) -> bool:
    """A headline or first sentence that makes the whole text no news: grades, lists, questions."""
    asks = sentence.endswith("?") or _QUESTION.match(sentence)
    return bool(asks or _GENRE.search(sentence))


def is_history(sentence: str, year: int) -> bool:
    """A headline or first sentence that announces an old story, before a colon or anywhere.

    Args:
        sentence: casefolded.
        year: of publication; "1989:" is history, "2030:" is not.
    """
    dated = _DATELINE.search(sentence)
    return bool(_HISTORY.search(sentence)) or (dated is not None and int(dated[1]) < year)


def is_fiction(sentence: str) -> bool:
    """Any sentence that takes the rest for a joke, a film, a machine's idea or a dream."""
    return bool(_FICTION.search(sentence))
