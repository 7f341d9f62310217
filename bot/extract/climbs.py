"""Moves between draft slots: "jumped 17 spots to No. 10", "traded out of the third spot", "got that pick".

What a club moves up or down to, it receives; what it moves from, it gives. Most verbs of motion mean
that only before a slot, so the chunks are looked at before they are read.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.extract import slot_words
from bot.extract.claims import MEN, Claim
from bot.extract.lexicon import Force, Form, Frame, Kind, Verb
from bot.extract.mentions import Chunk
from bot.extract.pick_items import fits_round

_FORMS = {
    Form.BASE: "jump jumps climb climbs leap leaps vault vaults hop hops shoot shoots rise rises come comes go"
    " goes move moves trade trades fall falls slip slips scoot scoots shift shifts bump bumps",
    Form.PAST: "jumped climbed leaped leapt vaulted hopped shot rose came went moved traded fell slipped"
    " scooted shifted bumped",
    Form.ING: "jumping climbing leaping vaulting hopping shooting rising coming going moving trading"
    " falling slipping scooting shifting bumping",
}
_GETS = {
    "get": Form.BASE,
    "gets": Form.BASE,
    "got": Form.PAST,
    "getting": Form.ING,
}  # into a round only
_STEPS = _GETS | {word: form for form, words in _FORMS.items() for word in words.split()}
_ALONE = frozenset(
    "jump climb leap vault rise rose move fall fell".split()
)  # the rest needs "up", "down" or "two spots"
_WAYS = frozenset("up down back".split())
_COUNTED = frozenset("spot spots slot slots place places pick picks position positions".split())
_PATH = _WAYS | _COUNTED | frozenset(
    "all the way over just another one two three four five six seven eight nine ten eleven twelve a"
    " couple few several of single right".split()
)  # fmt: skip
_LONGEST = 7  # words of a path
_RANKS = frozenset(
    "rankings ranking ranked standings seed seeding chart poll list order odds leaderboard league afc nfc"
    " conference".split()
)
_OF_DRAFT = frozenset(
    {Kind.NOUN, Kind.PICKS, Kind.MOVE}
)  # "in a deal", "in the first round", "in the draft"
_GOES = frozenset({"go", "goes", "went", "going"})
_CLOSES = frozenset({Kind.COMMA, Kind.AND, Kind.FOR, Kind.STOP})
_NEAR = 5  # chunks behind a slot in which a ranking is named
_LETS = frozenset("allowing letting enabling permitting allowed let helping".split())


def slots(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The sentence with its moves between slots as verbs, and with "that pick" as the one named before."""
    if not any(chunk.picks or chunk.verb or chunk.text.isdecimal() for chunk in chunks):
        return [*chunks]
    return slot_words.named([*_verbs(chunks)])


def _verbs(chunks: Sequence[Chunk]) -> Iterator[Chunk]:
    of_out = -1
    for index, chunk in enumerate(chunks):
        if _leaves(chunks, index):
            assert chunk.verb is not None  # noqa: S101 - _leaves has looked
            of_out = index + 1
            yield replace(chunk, verb=replace(chunk.verb, lemma="trade out", frame=Frame.CLIMB))
        elif index == of_out:
            yield replace(chunk, kind=Kind.FROM)
        elif (form := _STEPS.get(chunk.text)) is not None and _reaches(chunks, index):
            verb = Verb("jump", Frame.CLIMB, Force.WEAK, form)
            yield replace(chunk, kind=Kind.VERB, verb=verb)
        else:
            yield chunk


def _leaves(chunks: Sequence[Chunk], at: int) -> bool:
    """Read "traded out of the third spot", "moved out of the first round"."""
    verb, after = chunks[at].verb, chunks[at + 1 : at + 3]
    out = verb is not None and verb.frame is Frame.GIVE and chunks[at].text.endswith(" out")
    return out and [one.kind for one in after] == [Kind.OF, Kind.PICKS]


def _reaches(chunks: Sequence[Chunk], at: int) -> bool:
    """Read "jumped from No. 12 to No. 3", "came up to No. 10"; not "jumped to No. 3 in the rankings"."""
    to = at + 1
    while to < min(len(chunks), at + _LONGEST) and _is_path(chunks[to]):
        to += 1
    path = {chunk.text for chunk in chunks[at + 1 : to]}
    far = not path.isdisjoint(_WAYS | _COUNTED) or _stem(chunks[at].text) in _ALONE
    if _enters_round(chunks[to : to + 2]):
        return True
    if chunks[at].text in _GETS:
        return False
    counted, way = not path.isdisjoint(_COUNTED), not path.isdisjoint(_WAYS)
    if counted and _lands_at(chunks[to : to + 1 + _NEAR]):
        return True
    if (way and _leaves_slot(chunks[to:])) or (to == at + 1 and _goes_back(chunks[to : to + 3])):
        return True
    if _kinds(chunks, to) == [Kind.FROM, Kind.TO] and slot_words.is_slot(chunks[to + 1]):
        to, far = to + 2, True
    if not far or to + 1 >= len(chunks) or chunks[to].kind is not Kind.TO:
        return False
    return slot_words.is_slot(chunks[to + 1]) and not _ranks(chunks[to + 2 : to + 2 + _NEAR])


def _enters_round(tail: Sequence[Chunk]) -> bool:
    """Read "moved into the first round", "to get back into the third round"."""
    return len(tail) > 1 and tail[0].text == "into" and slot_words.is_round(tail[1])


def _lands_at(tail: Sequence[Chunk]) -> bool:
    """Read "to jump seven spots and draft X at No. 24"."""
    drafts = any(one.kind is Kind.MOVE or one.verb for one in tail)
    slots = (two for one, two in pairwise(tail) if one.text == "at")
    return drafts and any(map(slot_words.is_slot, slots))


def _goes_back(tail: Sequence[Chunk]) -> bool:
    """Read "Jets go back to 9 and get a first"."""
    if len(tail) < len("ab") or tail[0].text != "back to" or not slot_words.is_slot(tail[1]):
        return False
    return len(tail) == len("ab") or tail[2].kind in _CLOSES


def _leaves_slot(tail: Sequence[Chunk]) -> bool:
    """Read "come up from 12 in a trade with the Jets and take X at No. 3"."""
    left = len(tail) > 1 and tail[0].kind is Kind.FROM and slot_words.is_slot(tail[1])
    rest = tail[2 : 2 + 2 * _NEAR]
    takes = (two for one, two in pairwise(rest) if one.verb and one.verb.frame is Frame.GET)
    return left and (_lands_at(rest) or any(map(slot_words.is_slot, takes)))


def _ranks(tail: Sequence[Chunk]) -> bool:
    """Read "No. 3 in the power rankings", "No. 30 in scoring"; and not "in a trade", "in the first round"."""
    if any(one.text in _RANKS for one in tail):
        return True
    inside = bool(tail) and tail[0].text in {"in", "among"}
    return inside and not any(one.kind in _OF_DRAFT or one.verb for one in tail)


def _kinds(chunks: Sequence[Chunk], at: int) -> list[Kind]:
    """Of the prepositions before two slots."""
    return [chunk.kind for chunk in chunks[at : at + 3 : 2]]


def _stem(text: str) -> str:
    return next((stem for stem in _ALONE if text.startswith(stem)), "")


def _is_path(chunk: Chunk) -> bool:
    return chunk.kind is not Kind.PICKS and (chunk.text in _PATH or chunk.text.isdecimal())


def names_round_of(claim: Claim, slot: Chunk | None) -> bool:
    """Read "traded back into the first round for the No. 32 pick": the slot lies in the round."""
    if (
        claim.verb.frame is not Frame.CLIMB
        or len(claim.theme) != 1
        or not slot_words.is_round(claim.theme[0])
    ):
        return False
    number = slot.picks[0].number if slot is not None and slot.picks else None
    round_ = claim.theme[0].picks[0].round
    return number is not None and round_ is not None and fits_round(number, round_)


def fill(claim: Claim, slot: Chunk, *, left: bool) -> None:
    """Put the slot that a club left or reached in its list; one in the round that was named is that pick."""
    if not left and names_round_of(claim, slot):
        pick = replace(slot.picks[0], round=claim.theme[0].picks[0].round)
        claim.theme[:] = [replace(slot, picks=(pick,))]
    else:
        (claim.back if left else claim.theme).append(slot)


def partner(claim: Claim, claims: Sequence[Claim], before: Sequence[Chunk]) -> Chunk | None:
    """With whom a club moves, as the frame before tells it.

    Args:
        claim: the move.
        claims: the frames before it, in order.
        before: the chunks of the sentence up to its verb.
    """
    last, club = claims[-1] if claims else None, claim.subject
    if last is None or club is None:
        return None
    if last.subject is club and last.verb.frame is Frame.GIVE:
        claim.follows = True
        return last.to  # "sent the Jets Nos. 3 and 67 to move up to No. 2"
    others = [one for one in last.pair if not set(one.clubs) & set(club.clubs)]
    if len(last.pair) > 1 and len(others) == 1:
        return others[0]  # "the Jets and Bears made a trade, with Chicago moving up"
    if last.verb.frame is Frame.CLIMB and last.subject and _is_let(club, before):
        last.partner, claim.follows = last.partner or club, True
        return last.subject  # "the Jets slid to No. 11, allowing the Bears to move up"
    return None


def _is_let(club: Chunk, before: Sequence[Chunk]) -> bool:
    at = next((i for i, chunk in enumerate(before) if chunk is club), 0)
    return at > 0 and before[at - 1].text in _LETS


def drop_drafted(claims: Sequence[Claim]) -> None:
    """Read "To get X, the Bills handed the Jets No. 12 and moved to No. 7": X was drafted, and is no price."""
    for gave, moved in pairwise(claims):
        picks = all(one.kind is Kind.PICKS for one in gave.theme)
        men = bool(gave.back) and all(one.kind in MEN for one in gave.back)
        up = moved.verb.frame is Frame.CLIMB and moved.subject is gave.subject
        if gave.verb.frame is Frame.GIVE and picks and men and up:
            gave.back = []
        if moved.verb.frame is Frame.CLIMB and _goes_to_get(gave, moved):
            gave.theme = []


def _goes_to_get(claim: Claim, moved: Claim) -> bool:
    """Read "Jags go get Hunter: Jacksonville vaults to No. 2": he is drafted there."""
    goes = claim.verb.frame is Frame.GET and not _GOES.isdisjoint(claim.words)
    same = claim.subject is not None and moved.subject is not None and (
        claim.subject.clubs == moved.subject.clubs
    )  # fmt: skip
    alone = not (claim.giver or claim.partner or claim.back)
    return goes and same and alone and all(one.kind in MEN for one in claim.theme)
