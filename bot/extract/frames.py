"""Sentences to claims: each trade verb opens a frame, and what stands around it fills the frame.

The reader walks the chunks once, left to right. It knows the frame that is open, which list an asset
would join, and the preposition that waits for a club. Words that open another clause close the frame.
"""

from dataclasses import replace

from bot.extract.claims import ASSETS, MEN, Claim
from bot.extract.lexicon import Frame, Kind
from bot.extract.mentions import Chunk
from bot.extract.parties import Parties
from bot.extract.walk import CLAUSE_AHEAD, REPORTING
from bot.model import Pick

_FRONTED = frozenset({"in exchange for", "in return for", "in exchange", "in return"})
_ALONG = frozenset(
    {"along with", "on top of", "in addition to", "alongside", "besides", "together with"}
)


def _are_unknown(chunk: Chunk) -> bool:
    return bool(chunk.picks) and set(chunk.picks) == {Pick()}


class Reader(Parties):
    """Reads one sentence; the arguments are those of `Walk`."""

    def read(self) -> list[Claim]:
        """Every frame of the sentence, filled as far as it goes, in order."""
        for index, chunk in enumerate(self.chunks):
            self.at = index
            self._read(chunk)
            if self.claim:
                self.claim.last = chunk.last
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
            case Kind.AND | Kind.COMMA | Kind.COLON:
                self._separator(chunk)
            case Kind.WHO | Kind.AFTER | Kind.STOP | Kind.MOVE | Kind.SOURCE | Kind.PERSON:
                self._break(chunk)
            case _:
                self._word(chunk)

    def _verb(self, chunk: Chunk) -> None:
        verb = chunk.verb
        if (
            verb is None
            or not self._is_verb(chunk, verb)
            or (verb.lemma == "trade for" and self._is_pair(self._peek(-1)))
        ):
            self._noun(chunk)
        elif verb.lemma == "trade for" and self._is_return_of_open_trade(chunk):
            self._for(chunk)
        else:
            self._open(chunk, verb)

    def _asset(self, chunk: Chunk) -> None:
        prep, self.prep = self.prep, None
        chunk = self._owned(chunk)
        if chunk.owner:
            self.ready = False
        elif chunk.swap and self.claim:
            self.claim.swap = chunk
        elif self._is_climb(prep, chunk):
            assert self.claim is not None  # noqa: S101 - _is_climb has looked
            self.claim.theme.append(chunk)
        elif prep in {Kind.TO, Kind.SOFT, Kind.BY, Kind.FROM, Kind.OF}:
            self.ready = False
        elif self._joins_list(chunk):
            self._join(chunk)
        else:
            self._hold(chunk)

    def _owned(self, chunk: Chunk) -> Chunk:
        owner, self.pick_owner = self.pick_owner, None
        return replace(chunk, clubs=owner.clubs) if owner and chunk.kind is Kind.PICKS else chunk

    def _is_climb(self, prep: Kind | None, chunk: Chunk) -> bool:
        climbing = self.claim is not None and self.claim.verb.frame is Frame.CLIMB
        return climbing and prep is Kind.TO and chunk.kind is Kind.PICKS and bool(
            self.claim and not self.claim.theme
        )  # fmt: skip

    def _joins_list(self, chunk: Chunk) -> bool:
        if self.claim is None or self._starts_clause(chunk):
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
        if self.pool is not None and chunk.kind is Kind.PICKS:
            self._name_some(self.slot, self.pool, len(chunk.picks))
        self.slot.append(chunk)
        self.ready = False

    def _name_some(self, slot: list[Chunk], pool: Chunk, count: int) -> None:
        """Read "five draft picks, including a first": the first is one of the five."""
        slot[slot.index(pool)] = self.pool = replace(pool, picks=pool.picks[count:])

    def _hold(self, chunk: Chunk) -> None:
        """An asset before its verb: "with X and two picks heading to Detroit"."""
        if self._peek_kind(-1) not in {Kind.AND, Kind.COMMA} and not self.along:
            self.loose = []
        if chunk.kind in MEN and chunk.kind is not Kind.UNNAMED:
            self.last_man = chunk
        if chunk.kind is Kind.UNNAMED and self.loose:
            return  # an apposition: "Gardner, a two-time All-Pro cornerback"
        self.loose.append(chunk)
        self.words = []

    def _starts_clause(self, chunk: Chunk) -> bool:
        """Read ", Jane Roe of the Star reports": the man is no asset but begins another clause."""
        if chunk.kind not in {Kind.PLAYER, Kind.SURNAME}:
            return False
        after = self._peek()
        if after is None:
            return False
        if after.kind is Kind.WORD and after.text in CLAUSE_AHEAD:
            return True
        if after.kind is Kind.STOP and after.text in REPORTING:
            return True
        return after.kind is Kind.OF and self._reports_behind_outlet()

    def _reports_behind_outlet(self) -> bool:
        tail = self.chunks[self.at + 1 : self.at + 8]
        return any(chunk.text in REPORTING for chunk in tail)

    def _for(self, chunk: Chunk) -> None:
        self.prep = None
        if self.claim is None:
            self.fronted, self.loose = chunk.text in _FRONTED, []
            return
        waits = self.claim.noun and not self.claim.passive and self.claim.verb.frame is Frame.GET
        concrete = any(chunk.kind is not Kind.UNNAMED for chunk in self.claim.theme)
        wants = self.claim.verb.lemma == "trade" and not self.claim.theme and not self.claim.passive
        if (waits and not concrete) or (wants and self.claim.partner):
            self.claim.theme.clear()
            self.slot = self.claim.theme
        else:
            self.slot = self.claim.back
        self.ready = True

    def _preposition(self, kind: Kind) -> None:
        self.prep = kind
        self.ready = False
        if kind is Kind.WITH and self.claim:
            self.loose, self.slot = [], None

    def _separator(self, chunk: Chunk) -> None:
        self.prep = None
        match chunk.kind:
            case Kind.COMMA:
                self._comma(chunk)
            case Kind.COLON if self._begins_anew():
                self._restart(chunk)
            case _:
                pass
        if chunk.text == "including":
            self.pool = self.slot[-1] if self.slot and _are_unknown(self.slot[-1]) else None
        if chunk.text in _ALONG and self.claim is None:
            self.along, self.loose = True, []
        self.ready = self.slot is not None

    def _comma(self, chunk: Chunk) -> None:
        self.behind = False
        self._resume(chunk)
        if self.claim and self.claim.to and self._peek_kind(-1) is Kind.CLUB:
            self.slot = None  # ", Smith near return": the headline goes on to other things

    def _begins_anew(self) -> bool:
        """Read "Report: Lions trade", but not "Vikings receive: X", nor "Packers' X: Traded to Seattle"."""
        opens_list = self.slot is not None and not self.slot
        return not opens_list and (self._peek_kind() is not Kind.VERB or self.own_subject)
