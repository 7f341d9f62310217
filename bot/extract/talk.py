"""Talk of trades: interest, offers, requests, refusals; nothing agreed."""

import re

from bot.extract.patterns import any_in

_PLAIN = any_in(
    r"\b(?:tak|field|receiv|gett)\w+ (?:\w+ ){0,2}(?:calls?|inquiries|offers?)\b|\b(?:taken|gotten|received) (?:\w+ ){0,2}(?:calls|inquiries|offers?)\b"
    r"|\b(?:has|have) offered\b|\bnames? being floated\b|\bspoken (?:to|with) the\b|\bcould be (?:moved|traded|dealt)\b|"
    r"\btrade (?:talks?|rumou?rs?|requests?|interest|block|buzz|speculation|partners?|calls?"
    r"|discussions?|conversations?|negotiations?|offers?|inquir(?:y|ies)|chips?|bait|targets?|candidates?)\b|\btrading block\b"
    r"|\b(?:talks?|discussions?|conversations?|negotiations?) (?:with|about|on|for|involving|regarding|over|to)\b"
    r"|\b(?:request|seek|sought|want|demand|explor|discuss|consider|facilitat|pursu|mull|weigh|permission)\w* (?:\w+ ){0,5}(?:trad(?:e|es|ed|ing)|moving|dealing)\b"
    r"|\b(?:open|willing|looking|hoping|trying|prepared|leaning|close|likely|unlikely|plans?|intention|intend\w*|expected|reluctant|eager)"
    r" (?:\S+ ){0,3}(?:trad(?:e|ed|ing)|deal(?:ing)?|mov(?:e|ed|ing)|part(?:ing)?|acquir(?:e|ing)|pursue|explore)\b"
    r"|\b(?:to|be) (?:trade|traded|dealt|moved)\b|\babout (?:trading|acquiring|a trade)\b"
    r"|\b(?:possible|potential) (?:\w+ )?(?:trade|deal|suitors?|destinations?|landing spots?)\b|\blanding spots?\b|\bsuitors?\b"
    r"|\b(?:not|n't) trad(?:e|ing)\b|\basking price\b|\bno interest in (?:trad|mov|deal)ing\b|\bin contact with\b|\bon the move\b|\bdiscussing compensation\b|\bsweepstakes\b|\bfront ?runners?\b|\bnot for sale\b"
    r"|\bask(?:s|ed|ing)? (?:\w+ ){0,4}for (?:a|his) trade\b|\b(?:trade|deal|swap)s?\b.{0,60}\b(?:could|may|might) (?:happen|get done|be done|materiali[sz]e|come together)\b"
    r"|\b(?:teams?|clubs?) (?:\w+ ){1,2}call(?:ed|ing) (?:\S+ ){1,3}about\b|\bwilling to (?:discuss|listen)\b|\bin talks\b|\binquir(?:e|es|ed|ing) about\b"
    r"|\binterest in (?:trading|acquiring|dealing)\b|\b(?:possible|potential) (?:\S+ ){1,3}trades?\b|\brul(?:e|es|ed|ing) out (?:a )?trad(?:e|ing)\b"
    r"|\blisten(?:s|ed|ing)? to (?:\w+ )?offers\b|\bbeen shopping\b"
)
_HEARD = any_in(
    r"\b(?:could|might|may|would|won't|not|n't) (?:\w+ ){0,2}(?:trad(?:e|ed|ing)|deal|dealt|move|moving|part with|acquire)\b"
    r"|\binterest(?:ed)? (?:in|from)\b|\b(?:shown|drawing|drawn|draws?|expressed|has|have) (?:\w+ ){0,2}interest\b|\bshopp(?:ing|ed)\b|\bshop\b"
    r"|\bcall(?:s|ed|ing)? (?:on|about|the)\b|\bcheck(?:s|ed|ing)? in\b|\binquir(?:e|es|ed|ies|ing)\b|\breached out\b|\bkicked the tires\b|\bspoken with\b"
    r"|\b(?:seek|want|ask|hold|look)(?:s|ing|ed)?(?: out)?(?: for)? (?:\w+ ){0,4}(?:firsts?|seconds?|thirds?|picks?|rounders?|choices?|compensation)\b"
    r"|\b(?:accept|listen)(?:s|ed|ing)?\b|\boffers?\b|\bavailable\b|\bbidding war\b|\brumou?rs?\b.{0,60}\btarget|\bkeeping an eye\b|\bin the mix\b|\bmonitor(?:s|ed|ing)?\b|\bcall(?:s|ed|ing)? (?:\S+ ){1,3}about\b|\bdiscussed\b|\bask(?:s|ed|ing)? (?:the )?\w+ about\b|\bteams? to watch\b|\bin the market\b|\btrying to land\b|\bready to (?:deal|move|trade)\b"
)
_TALK = any_in(r"\b(?:reportedly|rumou?rs?|sources?|reports?|said to|believed|considered|viewed)\b")
_SETTLED = any_in(
    r"\b(?:releas(?:e|es|ed|ing)|waive[sd]? (?!his|the|their)|cut(?:s|ting)?|let go|part(?:ed|s|ing) ways|sign(?:s|ed|ing)?|extension|re ?sign\w*|timeline|defended|regret\w*|being (?:traded|dealt|moved)|had asked|decision to"
    r"|strikes?|struck|agreed to (?:a \w+ year|\w+ years)|months? (?:after|later|ago)|years? (?:after|later|ago)|\$\d+ million (?:deal|contract)|odds|sportsbook|urged|wise|fans|should|do(?:es)?n't expect)\b"
)


def rumour(sentence: str, *, told: bool) -> re.Match[str] | None:
    """The words by which the sentence tells of talks, interest, a request or a refusal.

    Args:
        sentence: casefolded.
        told: a source stands behind it; else only plain words of a trade count, or talk by name.
    """
    if _SETTLED.search(sentence):
        return None
    plain = _PLAIN.search(sentence)
    if plain or not (told or _TALK.search(sentence)):
        return plain
    return _HEARD.search(sentence)
