"""What kind of text it is: news, or grades, lists, ideas, history and fiction, by headline and first words."""

import re

from bot.extract.patterns import any_of

_GENRE = any_of(
    r"""
    (?:trade|deadline|draft|team|midseason|instant) grades?\b
    grad(?:es?|ed|ing) (?:the|every|each|all|both|that|this)\b
    power rankings?\b
    mock (?:draft|trade|off ?season)
    mock\b
    fantasy\b
    madden\b
    dynasty\b
    winners (?:and|&) losers\b
    takeaways\b
    hypothetical
    ideal\b.{0,40}\btrade
    dream (?:trade|deal)
    trade (?:ideas?|scenarios?|proposals?|targets?|candidates?|packages?|fits?|predictions?|recall|tracker|machine|simulator|rumors? roundup)\b
    (?:bold|realistic|logical|potential|possible|perfect|proposed|projected|predicted|imagined?|sensible|blockbuster|wild|long-shot|long shot) (?:\w+ ){0,2}trades\b
    trades (?:\w+ ){0,3}(?:that|we|to|which|teams|every \w+) (?:\w+ ){0,2}(?:should|could|would|might|want|make|see|need|consider|think)\b
    trade (?:that|we|they) (?:should|could|might|want|need)\b
    trades? (?:that|which) makes? sense
    to think about\b
    one (?:trade|deal) (?:for|per|each)\b
    (?:biggest|best|worst|greatest|most lopsided) (?:\w+ ){0,3}trades?\b
    (?:re-?grading|revisiting|looking back|relive|remembering|ranking|ranked)\b
    years? later\b
    anniversary\b
    history of\b(?<!have a history of)(?<!has a history of)(?<!had a history of)(?<!with a history of)(?<!his history of)
    timeline of\b
    on this day\b
    throwback\b
    ^(?:\w+ )?(?:fact ?(?:box|file|sheet)|bio|profile|trivia|faq|explainer|primer|background) :
    odds\b
    what if\b
    predict(?:ing|ions?|s)\b
    could be (?:traded|moved|dealt)\b
    breaking down\b
    why the\b
    what the\b.{0,40}\bmeans\b
    grade :
    grade [a-df]\b
    trade pitch
    trades? (?:for )?(?:every|each|all) (?:\w+ )?(?:team|club)
    should make\b
    report card\b
    stock (?:report|watch|up|down)\b
    things (?:to|we)\b
    best fit\b
    ^(?:of|among) (?:all )?the\b
    (?<!two )(?<!three )(?:notable|biggest|key|major) (?:moves|deals|trades)\b
    (?:madden|season|game) sims?\b
    sim (?:league|season|world)\b
    ea sports\b
    ^inside\b
    (?:every|all the|all of the) (?:\w+ )?(?:deal|trade|move|swap)s?\b
    (?:deal|trade|swap|idea|pitch|scenario) (?:no\.|number|#) ?\d+ :
    ^(?:the )?(?:[3-9]|\d\d|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:\w+ ){0,2}(?:trades|deals|swaps|moves)\b
    wish ?list\b
    ^(?:one|another|an|my|here 's an) (?:\w+ )?idea\b
    match ?mak(?:er|ing)\b
    staff (?:picks|predictions)\b
    perfect world\b
    (?:trades?|deals?|moves?|swaps?) (?:\w+ ){0,3}(?:we|i|you|they|fans)(?:'d|'ll| would)\b
    love to see\b
    (?:trades|deals|moves|swaps) for (?:all|every|each)\b
    (?:deals|trades|moves|swaps) (?:that|which) (?:\w+ )?helps?\b
    (?:parody|satire|satirical|hoax|april fools|joke|simulation|simulat(?:e|ed|or)|fake)\b
    proposals?\b
    my (?:idea|pitch|trade|mock)\b
    our (?:idea|pitch|mock)\b
    ^(?:re ?)?(?:assessing|evaluating|examining|analy[sz]ing|dissecting|debating|visiting|litigating|considering|thinking|living|reviewing|judging)\b
    ^(?:the )?(?:\w+ ){0,3}(?:trade|deal|swap|move|blockbuster)s? that (?:never happened|never was|wasn't|weren't|didn't happen|almost was|nearly was|almost happened|nearly happened|got away)\b
    ^(?:the )?(?:\w+ )?(?:under ?rated|over ?rated|over ?looked|under the radar|regrettable) (?:\w+ )?(?:trade|deal|swap|move)s?\b
    (?:deal|trade) or no (?:deal|trade)\b
    ^(?:the |making the |a )?case (?:for|against)\b
    (?:full|complete|running|updated) list\b
    (?:winners?|losers?) :
    gm for a day\b
    in (?:\w+(?:'s)? ){0,4}(?:pitch|blueprint|scenario|simulation|projection|trade idea)\b
    in (?:an? |this )?(?:projected|suggested|proposed|predicted|imagined|theoretical)\b
    (?:elected|inducted|enshrined|enshrinement) (?:to|in|into) the (?:pro football )?hall\b
    ^(?:in|over|across) (?:\w+ ){0,2}(?:\d+|two|three|four|five|six|seven|eight|nine|ten) (?:years|seasons|drafts|off ?seasons),? [^,:]{3,40} ha(?:s|ve) (?:traded|dealt|made|swung)\b
    obituary\b
    passed away\b
    ^(?!.*\b(?:trades?|deal|talks|swap)\b.*\bdie[sd]\b).{0,80}\bdie[sd]\b
    """
)
_QUESTION = re.compile(
    r"^(?:should|will|would|could|can|did|does|do|is|are|was|were|why|how|what|which|who|where|when)\b"
)
_HISTORY = any_of(
    r"""
    this (?:date|day) in\b
    (?:today|this day|this week) in (?:\w+ ){0,3}history\b
    history :
    ^(?:the )?nfl history\b
    ^(?:\w+ )?(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty) years? ago\b
    years? ago (?:today|this|on)\b
    flash ?back\b
    (?:from|in) (?:the|our) (?:archives?|vault)\b
    ^(?:archives?|vault|retro|rewind|nostalgia)\b
    on this (?:date|day)\b
    throwback\b
    tbt\b
    """
)
_DATELINE = re.compile(r"^(?:[^:]{0,30}\W)?((?:19|20)\d\d) [:\u2014]")
_FICTION = any_of(
    r"""
    (?:chatgpt|chat gpt|chatbot|the onion|babylon bee|just kidding|kidding aside|april fool\w*|not a real trade|parody|satire|satirical|dream world|alternate (?:universe|reality)|parallel universe|fan fiction|fanfic)\b
    who (?:says|hangs up) (?:no|first)\b
    would you (?:do|make|accept|take|pull)\b
    ^thoughts \?
    check (?:the|today's) (?:date|calendar)\b
    ^(?:they|he|the (?:team|club)) (?:still )?(?:won|lost|missed|made|reached|finished|went) (?:\S+ ){0,6}(?:anyway|regardless|nonetheless|all the same|without him)\b
    ^they (?:have|had|haven't|hadn't) (?:\w+ ){0,2}(?:won|lost|gone|missed)\b
    ^he (?:played|started|lasted) (?:\S+ ){1,3}(?:games?|seasons?|snaps?) for (?:them|the team)\b
    (?:was|were) (?:it|he|they) worth (?:it|the price|the cost)\b
    make(?:s)? (?:it|this|that) make sense\b
    fictional\b
    check(?:ed)? (?:the|that) handle\b
    bingo\b
    ^an? (?:brief |short |quick )?history of\b
    (?:movie|film|book|tv|show|game) review\b
    (?:ai|a\.i\.|gpt) (?:says|predicts|simulates|picks|thinks)\b
    in (?:\w+(?:'s)? ){0,3}(?:movie|film|sitcom|novel|video game|comedy|screenplay)\b
    (?:new|upcoming) (?:movie|film|novel|sitcom)\b
    in (?:the )?" [^"]{3,40}" (?:\w+ )?(?:notes|recalls|remembers|jokes|says)\b
    """
)


def is_idea_or_recap(sentence: str, *, headline: bool) -> bool:
    """A headline or first sentence that makes the whole text no news: grades, lists, questions.

    Args:
        sentence: casefolded.
        headline: it stands over the text or alone; below one, a scrap ("Wait, who?") asks nothing.
    """
    asks = _QUESTION.match(sentence) or (headline and sentence.endswith("?"))
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
