"""Sentences to claims: each trade verb opens a frame, and what stands around it fills the frame.

The reader walks the chunks once, left to right. It knows the frame that is open, which list an asset
would join, and the preposition that waits for a club. Words that open another clause close the frame.
"""

from dataclasses import replace

from bot.extract import across, climbs, givers, holdings
from bot.extract.claims import (
    ASSETS,
    CLIMB,
    FOR_VERBS,
    MEN,
    TRADE_AWAY,
    Claim,
)
from bot.extract.lexicon import Force, Form, Frame, Kind, Verb
from bot.extract.mentions import Chunk
from bot.extract.pick_items import MAX_NUMBER
from bot.extract.pools import may_name
from bot.extract.prices import Prices
from bot.extract.walk import CLAUSE_AHEAD
from bot.model import Pick

_ALONG = frozenset(
    {"along with", "on top of", "in addition to", "alongside", "besides", "together with"}
)


_IS = frozenset({"is", "was"})
_COMES = {
    "come": frozenset({Kind.TO, Kind.FROM}),
    "arrive": frozenset({Kind.TO, Kind.FROM, Kind.SOFT}),
    "leave": frozenset({Kind.CLUB}),
}
_GOES = frozenset({"go", "head", "is bound", "is off", "end up with"})
_NO_CLUB = frozenset("injured ir pup bench practice surgery retirement free rehab".split())
_LISTS = frozenset(
    {"included", "includes", "include", "including", "that included", "which includes"}
)
_TALKS = frozenset(
    "talk talks talked talking discuss discussed discussing discussion discussions conversation"
    " conversations negotiations negotiating considering considered exploring explored".split()
)
_HELPS = frozenset({"give", "get", "land", "hand", "deal", "bring in"})
_SOME = frozenset({"some", "more", "another", "his", "help", "protection"})
_TIMES = frozenset({"day", "days", "week", "month", "year", "few", "couple", "hour", "season"})


class Reader(Prices):
    """Reads one sentence; the arguments are those of `Walk`."""

    def read(self) -> list[Claim]:
        """Every frame of the sentence, filled as far as it goes, in order."""
        for index, chunk in enumerate(self.chunks):
            self.at = index
            self._helps(chunk)
            if chunk.kind is Kind.WORD:  # most of them
                self._word(chunk)
            else:
                self._read(chunk)
            if self.claim:
                self.claim.last = chunk.last
        givers.fill(self.claims, self.chunks)
        holdings.fill(self.claims, self.chunks)
        climbs.drop_drafted(self.claims)
        across.swap_men(self.claims)
        across.each_for(self.claims, self.chunks)
        across.pay_for(across.man_of_heading(self.chunks), self.claims)
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
        claim = self.claim
        if claim is None or self.wire or claim.passive or claim.verb.lemma not in _HELPS:
            return
        man = self._peek(-1)
        thing = chunk.kind in {Kind.WORD, Kind.UNNAMED} and chunk.text not in _TIMES
        thing &= chunk.article or chunk.text in _SOME or chunk.text[:1] == "$"
        here = len(claim.theme) == 1 and man is not None
        him = here and man is not None and man.kind is Kind.PRONOUN  # read as the man he stands for
        if thing and here and (him or (claim.theme[0] is man and man.kind in MEN)):
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
        elif self._is_of_no_trade(verb):
            self._word(chunk)
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
        club = (self._peek_kind(2), self._peek_kind(3)) == (Kind.FROM, Kind.CLUB)
        return (climbed or (verb.lemma == "take" and not club)) and self._peek_kind(ahead) in MEN

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
        before = self._peek(-1)
        listed = before is not None and before.text in _LISTS
        plural = (bool(chunk.article) or listed) and chunk.text in {"trades for", "deals for"}
        known = chunk.definite and chunk.text == "trade for"
        inside = self.claim is None and before is not None and before.text == "in"
        return plural or (known and inside)

    def _is_of_no_trade(self, verb: Verb) -> bool:
        """Read "paid him $5 million", "returned to practice": nobody is traded by it."""
        if self._goes_nowhere(verb):
            return True
        if verb.lemma == "pay":
            ahead = 2 if self._peek_kind() is Kind.CLUB else 1
            return self._peek_kind(ahead) is not Kind.PICKS
        before = self._peek(-1)
        if before is not None and (
            before.text == "newly" or (before.article and before.text == "recently")
        ):
            return True  # "the newly acquired Dale Preston"
        if verb.lemma == "get" and (after := self._peek()) is not None and after.verb is not None:
            self.words.append("got")  # "got traded to the Jets"
            return after.verb.form is Form.PAST and after.verb.frame is Frame.GIVE
        if verb.lemma in _COMES:
            return self._peek_kind() not in _COMES[verb.lemma]
        back = verb.lemma == "return" and self._peek_kind() is Kind.TO
        return back and self._peek_kind(2) is not Kind.CLUB

    def _goes_nowhere(self, verb: Verb) -> bool:
        """Read "headed to injured reserve", "are moving on from Dale Preston"."""
        step, there = self._peek(), self._peek(2)
        if step is None or there is None:
            return False
        if verb.lemma == "move":
            return step.text == "on"
        goes = verb.lemma in _GOES and step.kind in {Kind.TO, Kind.SOFT, Kind.FOR}
        return goes and there.text in _NO_CLUB

    def _is_saying(self, verb: Verb) -> bool:
        """Read ", Jane Roe adds"."""
        before = self._peek(-1)
        return verb.lemma == "add" and before is not None and before.kind is Kind.SOURCE

    def _involves(self, chunk: Chunk) -> None:
        """Read "the Raiders and Jets agree to a trade involving X"."""
        men = self._peek_kind() in MEN and not _TALKS & {c.text for c in self.chunks[: self.at]}
        if chunk.text == "involving" and men and self.claim and not self.claim.theme:
            self.claim.involving = self.ready = True
            self.slot, self.prep = self.claim.theme, None

    def _separator(self, chunk: Chunk) -> None:
        self.prep = None
        match chunk.kind:
            case Kind.COMMA:
                self._comma(chunk)
            case Kind.COLON if self._names_price():
                self._open_price()
            case Kind.COLON if self._lists_pool():
                return
            case Kind.COLON if self._begins_anew():
                self._restart(chunk)
            case _:
                pass
        if chunk.text == "including":
            self._goes_back_to_pool()
            self.pool = self.slot[-1] if self.slot and may_name(self.slot[-1]) else None
        if chunk.text in _ALONG and self.claim is None:
            self.along, self.loose = True, []
        elif (
            chunk.text in _ALONG
            and self.claim
            and self.claim.theme
            and (self._peek_kind(-1) is Kind.CLUB or (self.slot is None and not self.claim.back))
        ):
            self.slot = self.claim.theme  # "was traded to the Jets along with a sixth"
        self.ready = self.slot is not None

    def _goes_back_to_pool(self) -> None:
        """Read "got five picks for Dale Preston, including a first": the first is one of the five."""
        claim = self.claim
        if claim is None or self.slot is not claim.back or not claim.theme:
            return
        men = bool(claim.back) and all(one.kind in MEN for one in claim.back)
        if men and may_name(claim.theme[-1]):
            self.slot = claim.theme

    def _comma(self, chunk: Chunk) -> None:
        self.behind = False
        self._resume(chunk)
        after = self._peek()
        self.outcome = self._opens_outcome(after)
        if self.outcome:
            self.slot = None
        if after and after.verb and after.verb.form is Form.ING:
            self.words = []  # "was not done, acquiring X"
        elif after and after.verb and self._is_closing(self.at):
            self.words, self.clause = [], chunk.last  # "The Jets, who cut X last week, sent Y"
        if after and after.text in CLAUSE_AHEAD and self.loose:
            self.clause = chunk.last  # "X, a Pro Bowl safety in 2016, was traded"
        if self.claim and self.claim.to and self._peek_kind(-1) is Kind.CLUB:
            self.slot = None  # ", Smith near return": the headline goes on to other things

    def _word(self, chunk: Chunk) -> None:
        """Read "from 6 to 3" as draft slots where a club moves up or down."""
        climbs = self.claim is not None and self.claim.verb.frame is Frame.CLIMB
        after = self._peek()
        score = after is not None and after.text.isdecimal()  # "dropped to 4-8"
        slot = climbs and self.prep in {Kind.TO, Kind.FROM} and chunk.text.isdecimal() and not score
        inverted = (
            self.claim is not None
            and self.claim.verb.frame is Frame.MOTION
            and not self.claim.theme
            and chunk.text in {"is", "are"}
        )
        if inverted and self.claim is not None:
            self.slot, self.ready = self.claim.theme, True
            return
        past_pick = chunk.kind is Kind.WORD and not chunk.text
        if chunk.text in _IS and self._names_price():
            self._open_price()
        elif past_pick and self.ready and self.slot is not None and self._is_definite(chunk):
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
