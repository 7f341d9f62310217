"""Assets: which list each joins, whom "him" and "the receiver" mean, and which capitals are no man."""

from collections.abc import Sequence
from dataclasses import replace

from bot.extract import climbs, heroes, pools, positions
from bot.extract.claims import MEN
from bot.extract.heroes import HURT
from bot.extract.lexicon import Form, Frame, Kind, Verb
from bot.extract.mentions import Chunk
from bot.extract.parties import Parties
from bot.extract.walk import CLAUSE_AHEAD, REPORTING

_WILL = frozenset(
    "start compete replace play take be lead stay remain miss serve step back".split()
)
_ACTS = frozenset({Frame.GIVE, Frame.GET})
_ADVERBS = frozenset(
    "has have had finally also just already officially quickly reportedly then is".split()
)
_DESCRIBED = 2  # words between
_ADJECTIVAL = frozenset({Kind.WORD, Kind.UNNAMED, Kind.CLUB})
_FAR = frozenset({Kind.FROM, Kind.WITH, Kind.TO, Kind.OF, Kind.SOFT, Kind.BY})
_ASKS = frozenset("asked asks wanted wants lobbied lobbies pushed begged called campaigned".split())
_BEHIND_SUBJECT = frozenset({Kind.VERB, Kind.COMMA, Kind.AND, Kind.TO, Kind.FOR, Kind.WHO})


def _has_subject(verb: Verb) -> bool:
    """Read "and Jones gets his quarterback", "and Jones ended up with the Jets": he opens a clause."""
    ended = verb.frame is Frame.MOTION and verb.form is Form.PAST
    return ended or (verb.form is Form.BASE and not verb.noun)


def _is_beside(heading: Sequence[Chunk], at: int) -> bool:
    """Read "passes from Al Roe", "Al Roe asked for Dale Preston": he is in the heading, but not its man."""
    before, after = heading[at - 1] if at else None, [one.text for one in heading[at + 1 : at + 2]]
    far = before is not None and before.kind in _FAR
    return far or not _ASKS.isdisjoint(after)


def _are_man_and_comma(man: Chunk | None, comma: Chunk | None) -> bool:
    named = man is not None and man.kind in MEN and not man.owner
    return named and comma is not None and comma.kind is Kind.COMMA


class Assets(Parties):
    """Puts each asset into its list."""

    def _asset(self, chunk: Chunk) -> None:
        if chunk.kind in MEN and self._is_word():
            self._word(chunk)
            return
        if chunk.kind is Kind.PICKS and self._tells_draft_of_man():
            self.ready = False
            return
        prep, self.prep = self.prep, None
        beside = prep is Kind.WITH and self._is_beside()
        chunk = self._meant(self._owned(chunk), beside=beside)
        if chunk.owner and not self._of_rights():
            self.ready = False
        elif chunk.swap and self.claim:
            self.claim.swap = chunk
        elif self._is_climb(prep, chunk):
            assert self.claim is not None  # noqa: S101 - _is_climb has looked
            climbs.fill(self.claim, chunk, left=prep is Kind.FROM)
        elif self._is_slot_of_man(chunk):
            assert self.claim is not None  # noqa: S101 - _is_slot_of_man has looked
            self.claim.theme[:] = [chunk]
        elif prep in {Kind.TO, Kind.SOFT, Kind.BY, Kind.FROM, Kind.OF}:
            self.ready = False
        elif self._joins_list(chunk):
            self._join(chunk)
        else:
            self._hold(chunk)

    def _owned(self, chunk: Chunk) -> Chunk:
        owner, self.pick_owner = self.pick_owner, None
        return replace(chunk, clubs=owner.clubs) if owner and chunk.kind is Kind.PICKS else chunk

    def _is_beside(self) -> bool:
        """Read "is reunited with Preston", "With Preston out, the Jets acquired the receiver"."""
        opens = self.chunks[0].kind is Kind.WITH and self.claim is None
        return bool(self.men) or (opens and self._peek_kind() is not Kind.VERB)

    def _tells_draft_of_man(self) -> bool:
        """Read "X, last year's No. 3 overall pick,", "X, a first-round pick of the Jets in 2019,"."""
        ahead = [self._peek(-step) for step in (4, 3, 2, 1)]
        man, comma, last, year = ahead
        if last is not None and year is not None and (last.text, year.text) == ("last", "year"):
            return year.owner and _are_man_and_comma(man, comma)
        of, club, inside, when = (self._peek(step) for step in (1, 2, 3, 4))
        if of is None or club is None or inside is None or when is None:
            return False
        drafted = of.kind is Kind.OF and club.kind is Kind.CLUB and inside.text == "in"
        return drafted and when.text.isdecimal() and _are_man_and_comma(last, year)

    def _of_rights(self) -> bool:
        follower = self._peek()
        return follower is not None and follower.text == "rights"

    def _is_word(self) -> bool:
        """Not a man: it describes one, or begins the sentence and is no subject of it."""
        chunk, after = self.chunks[self.at], self._peek()
        if chunk.kind is Kind.PLAYER:
            after = self._peek()
            return (
                chunk.position is None
                and after is not None
                and bool(after.kind is Kind.PLAYER and after.position)
            )  # "Ohio State wideout Dale Preston"
        if self._describes():
            return True
        if chunk.kind is Kind.SURNAME and chunk.article:
            return True  # "the Cheetah"
        if self.at or chunk.kind is not Kind.SURNAME or after is None:
            return False
        return after.kind not in _BEHIND_SUBJECT and after.text not in CLAUSE_AHEAD

    def _describes(self) -> bool:
        """Read "star Dale Preston", "Trophy winner Dale Preston": words before a man's name."""
        ahead = 1
        while ahead <= _DESCRIBED and self._peek_kind(ahead) is Kind.WORD:
            ahead += 1
        return self._peek_kind(ahead) in MEN and not self.chunks[self.at].owner

    def _meant(self, chunk: Chunk, *, beside: bool) -> Chunk:
        """Whom "him" or "the receiver" means: the one man of the sentence, or one of an earlier one."""
        beside |= chunk.owner and self._peek_kind() is Kind.CLUB  # "Al Roe's Raiders"
        if not beside and chunk.kind in {Kind.PLAYER, Kind.SURNAME}:
            self.men.setdefault(chunk.text, chunk)
        if chunk.kind not in {Kind.PRONOUN, Kind.UNNAMED}:
            return chunk
        getting = self.claim is not None and self.claim.verb.frame is Frame.GET
        taken = [
            one
            for claim in self.claims
            if claim is self.claim or (getting and claim.verb.frame is not Frame.GET)
            for one in (*claim.theme, *claim.back)
        ]
        free = [
            man for man in self.men.values() if man not in taken and not self._trades_another(man)
        ]
        definite = self._is_definite(chunk) or self._is_of_era(chunk)
        if definite and len(self.men) > 1 and (told := self._man_of_heading(free, chunk)):
            return replace(told, position=told.position or chunk.position, owner=chunk.owner)
        if len(free) != 1 or len(self.men) > 1 or not definite or self._replaces_hurt_man():
            return replace(chunk, definite=definite and not free)
        man = free[0]
        return replace(
            man, position=man.position or chunk.position, owner=chunk.owner, definite=True
        )

    def _man_of_heading(self, free: Sequence[Chunk], chunk: Chunk) -> Chunk | None:
        """Read "Dale Preston will be catching passes from Al Roe: the Bills sent a third for the receiver"."""
        colon = next(
            (i for i, one in enumerate(self.chunks[: self.at]) if one.kind is Kind.COLON), 0
        )
        heading = self.chunks[:colon]
        told = [
            one
            for at, one in enumerate(heading)
            if one.kind is Kind.PLAYER and not one.owner and not _is_beside(heading, at)
        ]
        man = told[0] if len(told) == 1 else None
        fits = man is not None and positions.alike(chunk.position, man.position)
        return man if fits and any(one.text == told[0].text for one in free) else None

    def _is_of_era(self, chunk: Chunk) -> bool:
        """Read "Dale Preston era is over: Jets ship former second-round quarterback to Raiders"."""
        said = [one.text for one in self.chunks[: self.at]]
        gives = self.claim is not None and self.claim.verb.frame is Frame.GIVE
        colon = any(one.kind is Kind.COLON for one in self.chunks[: self.at])
        ended = not heroes.STAYS.isdisjoint(said) and not heroes.ENDS.isdisjoint(said)
        return gives and colon and ended and not (chunk.article or chunk.plural)

    def _trades_another(self, man: Chunk) -> bool:
        """Read "Al Roe finally traded the receiver": the man before the verb trades another."""
        claim = self.claim
        if claim is None or claim.passive or claim.verb.frame not in _ACTS:
            return False
        between = [one for one in self.chunks if man.last <= one.first < claim.verb_at]
        return man.last <= claim.verb_at and all(one.text in _ADVERBS for one in between)

    def _replaces_hurt_man(self) -> bool:
        """Read "Hours after X tore his knee, the Jets sent a third for the receiver": that is another man."""
        ahead = self.chunks[: self.at]
        edges = [i for i, one in enumerate(ahead) if one.kind is Kind.AFTER]
        return bool(edges) and any(one.text in HURT for one in ahead[edges[0] :])

    def _is_definite(self, chunk: Chunk) -> bool:
        """Read "the six-time Pro Bowl tackle", and not "a tackle" or "receivers"."""
        index, one = self.at, chunk
        while index and self.chunks[index - 1].kind in _ADJECTIVAL and not one.article:
            if one.definite:
                break
            index -= 1
            one = self.chunks[index]
        return one.definite and not chunk.plural

    def _is_climb(self, prep: Kind | None, chunk: Chunk) -> bool:
        """Read "traded up from No. 30 to No. 26", "moved up to draft X at No. 26"."""
        claim = self.claim
        if claim is None or claim.verb.frame is not Frame.CLIMB or chunk.kind is not Kind.PICKS:
            return False
        used = prep is Kind.WITH and self._peek_kind(-2) in MEN  # "to draft X with the 10th pick"
        free = not claim.theme or climbs.names_round_of(claim, chunk)
        return prep is Kind.FROM or ((used or prep in {Kind.TO, Kind.OF, Kind.SOFT}) and free)

    def _is_slot_of_man(self, chunk: Chunk) -> bool:
        """Read "to land Dale Preston at No. 31": the slot is what they get."""
        before, claim = self._peek(-1), self.claim
        if claim is None or before is None or before.text != "at" or not claim.theme:
            return False
        men = all(one.kind in MEN for one in claim.theme)
        return men and claim.verb.frame is Frame.GET and chunk.kind is Kind.PICKS

    def _joins_list(self, chunk: Chunk) -> bool:
        if self.claim is None or self._starts_clause(chunk):
            return False
        if self.claim.verb.frame is Frame.CLIMB and chunk.kind is not Kind.PICKS:
            return False
        if self.slot is None:
            return False
        if self.ready:
            return True
        return self.wire and self._follows_club() and bool(self.claim.theme)

    def _follows_club(self) -> bool:
        """The wire drops "for": "from Edmonton a second-round pick"."""
        return self._peek_kind(-1) is Kind.CLUB

    def _join(self, chunk: Chunk) -> None:
        assert self.claim is not None  # noqa: S101 - _joins_list has looked
        assert self.slot is not None  # noqa: S101 - _joins_list has looked
        if not self.ready:
            self.slot = self.claim.back
        if chunk.kind is Kind.PRONOUN and self.last_man and self.wire:
            chunk = self.last_man
        if chunk.kind in MEN:
            self.last_man = chunk
        if self.pool in self.slot and chunk.kind is Kind.PICKS:
            chunk = self._name_some(self.slot, chunk)
        self.slot.append(chunk)
        self.ready = False

    def _name_some(self, slot: list[Chunk], chunk: Chunk) -> Chunk:
        """Read "five draft picks, including a first": the first is one of the five."""
        assert self.pool is not None  # noqa: S101 - it is in the list
        at, named = slot.index(self.pool), pools.named(self.pool, chunk)
        if named is None:
            self.pool = None  # "three firsts, including No. 6, and a second"
            return chunk
        slot[at] = self.pool = replace(self.pool, picks=self.pool.picks[len(named.picks) :])
        return named

    def _hold(self, chunk: Chunk) -> None:
        """An asset before its verb: "with X and two picks heading to Detroit"."""
        if chunk.kind is Kind.UNNAMED and self.loose and self._behind_comma():
            return  # an apposition: "Gardner, a two-time All-Pro cornerback"
        if self._peek_kind(-1) not in {Kind.AND, Kind.COMMA} and not self.along:
            self.loose = []
        if chunk.kind in MEN and chunk.kind is not Kind.UNNAMED:
            self.last_man = chunk
        self.loose.append(chunk)
        self.words = []

    def _behind_comma(self) -> bool:
        index = self.at - 1
        while index > 0 and self.chunks[index].kind in _ADJECTIVAL:
            index -= 1
        return index >= 0 and self.chunks[index].kind is Kind.COMMA

    def _starts_clause(self, chunk: Chunk) -> bool:
        """Read ", Jane Roe of the Star reports", ", Dale Preston to start": he begins another clause."""
        after = self._peek()
        if chunk.kind is Kind.UNNAMED and chunk.definite:
            return after is not None and after.verb is not None and _has_subject(after.verb)
        if chunk.kind not in {Kind.PLAYER, Kind.SURNAME} or after is None:
            return False
        if after.kind is Kind.WORD and after.text in CLAUSE_AHEAD:
            return True
        if after.verb is not None and _has_subject(after.verb):
            return True
        if after.kind is Kind.STOP and after.text in REPORTING:
            return True
        will = after.kind is Kind.TO and (then := self._peek(2)) is not None and then.text in _WILL
        return will or (after.kind is Kind.OF and self._reports_behind_outlet())

    def _reports_behind_outlet(self) -> bool:
        tail = self.chunks[self.at + 1 : self.at + 8]
        return any(chunk.text in REPORTING for chunk in tail)
