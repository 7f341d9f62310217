"""Sentences to claims: each trade verb opens a frame, and what stands around it fills the frame.

The reader walks the chunks once, left to right. It knows the frame that is open, which list an asset
would join, and the preposition that waits for a club. Words that open another clause close the frame.
"""

from dataclasses import replace

from bot.extract import givers
from bot.extract.assets import Assets
from bot.extract.claims import (
    ASSETS,
    CLIMB,
    FOR_VERBS,
    MEN,
    PRICE,
    TRADE_AWAY,
    TRADE_FOR,
    Claim,
)
from bot.extract.lexicon import Force, Form, Frame, Kind, Verb
from bot.extract.mentions import Chunk
from bot.extract.pick_items import MAX_NUMBER
from bot.extract.walk import CLAUSE_AHEAD
from bot.model import Pick

_FRONTED = frozenset({"in exchange for", "in return for", "in exchange", "in return"})
_ALONE = frozenset({"in return", "in exchange"})
_ALONG = frozenset(
    {"along with", "on top of", "in addition to", "alongside", "besides", "together with"}
)


_PRICES = frozenset({"compensation", "price", "cost", "return", "in return", "in exchange"})
_OF_HISTORY = 4  # tokens of a pick with the way it came
_HELPS = frozenset({"give", "get", "land", "hand", "deal", "bring in"})
_SOME = frozenset({"some", "more", "another", "his", "help", "protection"})
_TIMES = frozenset({"day", "days", "week", "month", "year", "few", "couple", "hour", "season"})
_AWAY = frozenset({Frame.GIVE, Frame.MOTION})


def _are_unknown(chunk: Chunk) -> bool:
    return bool(chunk.picks) and set(chunk.picks) == {Pick()}


class Reader(Assets):
    """Reads one sentence; the arguments are those of `Walk`."""

    def read(self) -> list[Claim]:
        """Every frame of the sentence, filled as far as it goes, in order."""
        for index, chunk in enumerate(self.chunks):
            self.at = index
            self._helps(chunk)
            self._read(chunk)
            if self.claim:
                self.claim.last = chunk.last
        givers.fill(self.claims, self.chunks)
        return self.claims

    def _read(self, chunk: Chunk) -> None:
        match chunk.kind:
            case Kind.VERB:
                self._verb(chunk)
            case Kind.NOUN:
                self._noun(chunk)
            case Kind.CLUB:
                self._club(chunk)
            case kind if kind in ASSETS:
                self._asset(chunk)
            case Kind.FOR:
                self._for(chunk)
            case Kind.TO | Kind.FROM | Kind.WITH | Kind.BY | Kind.OF | Kind.SOFT:
                self._preposition(chunk.kind)
                self._involves(chunk)
            case Kind.AND | Kind.COMMA | Kind.COLON:
                self._separator(chunk)
            case Kind.MOVE:
                self._move(chunk)
            case Kind.WHO | Kind.AFTER | Kind.STOP | Kind.SOURCE | Kind.PERSON:
                self._break(chunk)
            case _:
                self._word(chunk)

    def _helps(self, chunk: Chunk) -> None:
        """Read "gave Preston some help", "got Preston a new target": he stays, and is given something."""
        man, claim = self._peek(-1), self.claim
        if claim is None or self.wire or claim.passive or claim.verb.lemma not in _HELPS:
            return
        thing = chunk.kind in {Kind.WORD, Kind.UNNAMED} and chunk.text not in _TIMES
        thing &= chunk.article or chunk.text in _SOME
        if thing and len(claim.theme) == 1 and claim.theme[0] is man and man.kind in MEN:
            claim.theme.clear()
            self.slot, self.ready = None, False

    def _move(self, chunk: Chunk) -> None:
        if self._is_noun(chunk):
            self._word(chunk)
        elif self.claim and self.claim.verb.frame is Frame.CLIMB:
            self.slot, self.ready = None, False  # "trading up to draft X at No. 10"
        else:
            self._break(chunk)

    def _is_noun(self, chunk: Chunk) -> bool:
        """Read "the draft", "this year's draft", "the release"."""
        owned = chunk.text == "draft" and self._peek_kind() not in MEN
        return bool(chunk.article) or owned

    def _verb(self, chunk: Chunk) -> None:
        verb = chunk.verb
        if (
            verb is None
            or not self._is_verb(chunk, verb)
            or (verb.lemma == "trade for" and self._is_pair(self._peek(-1)))
            or self._is_known_trade(chunk)
            or self._is_saying(verb)
        ):
            self._noun(chunk)
        elif self._is_climb_by(verb):
            self._open(chunk, replace(CLIMB, form=verb.form))
        elif self._is_selection(verb):
            self._select(chunk)
        elif verb.lemma in FOR_VERBS and self._is_return_of_open_trade(chunk):
            self._for(chunk)
        elif verb.lemma in FOR_VERBS and self._peek_kind() in ASSETS and self._is_passive(verb):
            self._open(chunk, replace(TRADE_AWAY, form=verb.form))
            self._for(chunk)
        else:
            self._open(chunk, verb)

    def _is_selection(self, verb: Verb) -> bool:
        """Whom a club gets after it moved up is drafted."""
        climbed = any(claim.verb.frame is Frame.CLIMB for claim in self.claims)
        if verb.frame is not Frame.GET or verb.force is not Force.WEAK:
            return False
        ahead = 2 if self._peek_kind() is Kind.SURNAME else 1
        return (climbed or verb.lemma == "take") and self._peek_kind(ahead) in MEN

    def _select(self, chunk: Chunk) -> None:
        """Behind "traded up, sending X a fifth to get Jones" the slot may follow: "at No. 31"."""
        self._break(chunk)
        climbs = [claim for claim in self.claims if claim.verb.frame is Frame.CLIMB]
        self.claim = climbs[-1] if climbs else None

    def _is_climb_by(self, verb: Verb) -> bool:
        """Read "to move from No. 17 to No. 14"."""
        steps = (self._peek_kind(), self._peek_kind(2), self._peek_kind(3))
        return verb.lemma == "move" and steps == (Kind.FROM, Kind.PICKS, Kind.TO)

    def _is_known_trade(self, chunk: Chunk) -> bool:
        """Read "the trades for X", "came over in the trade for X"."""
        plural = bool(chunk.article) and chunk.text in {"trades for", "deals for"}
        known = chunk.definite and chunk.text == "trade for"
        before = self._peek(-1)
        inside = self.claim is None and before is not None and before.text == "in"
        return plural or (known and inside)

    def _is_saying(self, verb: Verb) -> bool:
        """Read ", Jane Roe adds"."""
        before = self._peek(-1)
        return verb.lemma == "add" and before is not None and before.kind is Kind.SOURCE

    def _for(self, chunk: Chunk) -> None:
        if self._is_bound_for():
            self._preposition(Kind.TO)  # "headed for Baltimore"
            return
        self.prep = None
        if self.claim is None:
            self.fronted, self.loose = chunk.text in _FRONTED, []
            return
        self.claim.noun |= chunk.text in _FRONTED
        if chunk.text in _ALONE and self._peek_kind() not in ASSETS:
            return  # "getting X and two picks in return, including a first"
        if self._ends_history(self.claim) or self._helps_somebody(self.claim):
            self.slot, self.ready = None, False
            return
        waits = self.claim.noun and not self.claim.passive and self.claim.verb.frame is Frame.GET
        concrete = any(chunk.kind is not Kind.UNNAMED for chunk in self.claim.theme)
        wants = self.claim.verb.lemma == "trade" and not self.claim.theme and not self.claim.passive
        wants = wants and self.claim.partner is not None
        waits |= self.claim.verb.frame is Frame.CLIMB
        if (waits and not concrete) or wants:
            self.claim.verb = TRADE_FOR if wants else self.claim.verb
            self.claim.theme.clear()
            self.slot = self.claim.theme
        else:
            self.slot = self.claim.back
        self.ready = True

    def _helps_somebody(self, claim: Claim) -> bool:
        """Read "adding a receiver for Dale Preston": whom nobody names is no price for a man."""
        unnamed = bool(claim.theme) and all(c.kind is Kind.UNNAMED for c in claim.theme)
        weak = claim.verb.force is Force.WEAK and claim.verb.frame is Frame.GET and not claim.noun
        return unnamed and weak and self._peek_kind() in {Kind.PLAYER, Kind.SURNAME}

    def _ends_history(self, claim: Claim) -> bool:
        """Read the second "for" of "for a third acquired from the Bears for X": what the pick had cost."""
        before = self._peek(-1)
        if before is None or not claim.back or claim.back[-1] is not before:
            return False
        return before.last - before.first > _OF_HISTORY and any(p.original for p in before.picks)

    def _involves(self, chunk: Chunk) -> None:
        """Read "the Raiders and Jets agree to a trade involving X"."""
        men = self._peek_kind() in MEN
        if chunk.text == "involving" and men and self.claim and not self.claim.theme:
            self.claim.involving = self.ready = True
            self.slot, self.prep = self.claim.theme, None

    def _is_bound_for(self) -> bool:
        moving = self.claim is not None and self.claim.verb.frame is Frame.MOTION
        after = self._peek()
        club = after is not None and after.kind is Kind.CLUB and not after.owner
        return moving and club and self.claim is not None and self.claim.to is None

    def _preposition(self, kind: Kind) -> None:
        self.prep = kind
        self.ready = False
        if kind is Kind.WITH and self.claim:
            along = self.claim.verb.frame in _AWAY and self._peek_kind() is Kind.PICKS
            along &= self._peek_kind(-1) is not Kind.COMMA
            self.loose = []
            self.slot = self.claim.theme if along and self.claim.theme else None
            self.ready = self.slot is not None

    def _separator(self, chunk: Chunk) -> None:
        self.prep = None
        match chunk.kind:
            case Kind.COMMA:
                self._comma(chunk)
            case Kind.COLON if self._names_price():
                self._begin(Claim(verb=PRICE, ahead=self._peek(-1), last=chunk.last))
                assert self.claim is not None  # noqa: S101 - just begun
                self.slot = self.claim.back
            case Kind.COLON if self._lists_pool():
                return
            case Kind.COLON if self._begins_anew():
                self._restart(chunk)
            case _:
                pass
        if chunk.text == "including":
            self.pool = self.slot[-1] if self.slot and _are_unknown(self.slot[-1]) else None
        if chunk.text in _ALONG and self.claim is None:
            self.along, self.loose = True, []
        elif (
            chunk.text in _ALONG
            and self.claim
            and self.claim.theme
            and self._peek_kind(-1) is Kind.CLUB
        ):
            self.slot = self.claim.theme  # "was traded to the Jets along with a sixth"
        self.ready = self.slot is not None

    def _comma(self, chunk: Chunk) -> None:
        self.behind = False
        self._resume(chunk)
        after = self._peek()
        if after and after.verb and after.verb.form is Form.ING:
            self.words = []  # "was not done, acquiring X"
        if after and after.text in CLAUSE_AHEAD and self.loose:
            self.clause = chunk.last  # "X, a Pro Bowl safety in 2016, was traded"
        if self.claim and self.claim.to and self._peek_kind(-1) is Kind.CLUB:
            self.slot = None  # ", Smith near return": the headline goes on to other things

    def _names_price(self) -> bool:
        """Read the colon of "Compensation: a second, a third"."""
        before = self._peek(-1)
        return (
            before is not None and before.text.casefold() in _PRICES and self._peek_kind() in ASSETS
        )

    def _lists_pool(self) -> bool:
        """Read the colon of "five picks from Miami: a first, two seconds"."""
        if self.claim is None or self._peek_kind() is not Kind.PICKS:
            return False
        for slot in (self.claim.back, self.claim.theme):
            if slot and slot[-1].kind is Kind.PICKS and _are_unknown(slot[-1]):
                self.slot, self.pool, self.ready = slot, slot[-1], True
                return True
        return False

    def _word(self, chunk: Chunk) -> None:
        """Read "from 6 to 3" as draft slots where a club moves up or down."""
        climbs = self.claim is not None and self.claim.verb.frame is Frame.CLIMB
        slot = climbs and self.prep in {Kind.TO, Kind.FROM} and chunk.text.isdecimal()
        past_pick = chunk.kind is Kind.WORD and not chunk.text
        if past_pick and self.ready and self.slot is not None and self._is_definite(chunk):
            self._asset(replace(chunk, kind=Kind.UNNAMED))  # "trading the former first-round pick"
        elif slot and int(chunk.text) <= MAX_NUMBER:
            pick = Pick(number=int(chunk.text))
            self._asset(replace(chunk, kind=Kind.PICKS, picks=(pick,)))
        else:
            super()._word(chunk)

    def _begins_anew(self) -> bool:
        """Read "Report: Lions trade", but not "Vikings receive: X", nor "Packers' X: Traded to Seattle"."""
        opens_list = self.slot is not None and not self.slot
        return not opens_list and (self._peek_kind() is not Kind.VERB or self.own_subject)
