"""Prices: what "for" opens, which lists name one, and whom a trade only makes room for."""

from dataclasses import replace

from bot.extract import climbs
from bot.extract.assets import Assets
from bot.extract.claims import ASSETS, MEN, PRICE, TRADE_FOR, Claim
from bot.extract.lexicon import Force, Frame, Kind
from bot.extract.mentions import Chunk
from bot.extract.pools import are_unknown

_FRONTED = frozenset({"in exchange for", "in return for", "in exchange", "in return"})
_ALONE = frozenset({"in return", "in exchange"})
_PRICES = frozenset({"compensation", "price", "cost", "return", "in return", "in exchange"})
_OF_HISTORY = 4  # tokens of a pick with the way it came
_AWAY = frozenset({Frame.GIVE, Frame.MOTION})
_PAYERS = frozenset({"they", "it", "he", "she", "club", "team"})
_PAYMENTS = frozenset("haul ransom bounty lot fortune much nothing little more king's".split())
_ROOM = frozenset({"way", "room", "door", "path", "space", "stage", "opening"})
_NO_OUTCOME = frozenset({"pending", "starting", "promising", "aging"})
_OUTCOMES = frozenset(
    "leaving allowing letting enabling making joining forcing helping ending".split()
)


class Prices(Assets):
    """Opens the list of what is given for a man."""

    def _open_price(self) -> None:
        ahead = self._peek(-1)
        claim = Claim(verb=PRICE, ahead=ahead, last=self.chunks[self.at].last)
        self._begin(claim)
        self.slot = claim.back

    def _for(self, chunk: Chunk) -> None:
        if self._is_bound_for():
            self._preposition(Kind.TO)  # "headed for Baltimore"
            return
        self.prep = None
        if self.claim is None:
            opens = not self.at and (self._peek_kind() is Kind.PICKS or self._pays_man())
            self.fronted, self.loose = opens or chunk.text in _FRONTED, []
            return
        self.claim.noun |= chunk.text in _FRONTED
        if chunk.text in _ALONE and self._peek_kind() not in ASSETS:
            return  # "getting X and two picks in return, including a first"
        if (
            self.outcome
            or self._makes_room()
            or self._ends_history(self.claim)
            or self._helps_somebody(self.claim)
        ):
            self.slot, self.ready = None, False
            return
        waits = self.claim.noun and not self.claim.passive and self.claim.verb.frame is Frame.GET
        concrete = any(chunk.kind is not Kind.UNNAMED for chunk in self.claim.theme)
        concrete &= not climbs.names_round_of(self.claim, self._peek())
        wants = self.claim.verb.lemma == "trade" and not self.claim.theme and not self.claim.passive
        wants = wants and self.claim.partner is not None
        waits |= self.claim.verb.frame is Frame.CLIMB
        if (waits and not concrete) or wants:
            form = self.claim.verb.form
            self.claim.verb = replace(TRADE_FOR, form=form) if wants else self.claim.verb
            self.claim.theme.clear()
            self.slot = self.claim.theme
        else:
            self.slot = self.claim.back
        self.ready = True

    def _pays_man(self) -> bool:
        """Read "For a third, the Jets acquired", "For Dale Preston, the Jets are getting a receiver"."""
        ahead, rest = self.chunks[1:4], self.chunks[4:7]
        kinds = [one.kind for one in ahead]
        verbs = [one.verb for one in rest if one.verb is not None]
        gets = bool(verbs) and verbs[0].frame is Frame.GET
        return gets and kinds == [Kind.PLAYER, Kind.COMMA, Kind.CLUB] and not ahead[0].owner

    def _makes_room(self) -> bool:
        """Read "to clear the way for Dale Preston", "the price they paid for him": he stays."""
        before, subject = self._peek(-1), self._peek(-2)
        paid = before is not None and before.text == "paid" and subject is not None
        return before is not None and (
            before.text in _ROOM or (paid and subject is not None and subject.text in _PAYERS)
        )

    def _helps_somebody(self, claim: Claim) -> bool:
        """Read "adding a receiver for Dale Preston": whom nobody names is no price for a man."""
        before = self._peek(-1)
        thing = before is not None and before.kind is Kind.WORD and before.text not in _PAYMENTS
        unnamed = all(c.kind is Kind.UNNAMED for c in claim.theme)
        unnamed = unnamed and (bool(claim.theme) or thing)  # "added a weapon for Dale Preston"
        weak = claim.verb.force is Force.WEAK and claim.verb.frame is Frame.GET and not claim.noun
        return unnamed and weak and self._peek_kind() in {Kind.PLAYER, Kind.SURNAME}

    def _ends_history(self, claim: Claim) -> bool:
        """Read the second "for" of "for a third acquired from the Bears for X": what the pick had cost."""
        before = self._peek(-1)
        if before is None or not claim.back or claim.back[-1] is not before:
            return False
        return before.last - before.first > _OF_HISTORY and any(p.original for p in before.picks)

    def _is_bound_for(self) -> bool:
        moving = self.claim is not None and self.claim.verb.frame is Frame.MOTION
        after = self._peek()
        club = after is not None and after.kind is Kind.CLUB and not after.owner
        return moving and club and self.claim is not None and self.claim.to is None

    def _opens_outcome(self, after: Chunk | None) -> bool:
        """Read ", opening the door for Dale Preston", and not ", starting guard Dale Preston"."""
        if after is None or after.article or self.wire or self._peek_kind(2) is Kind.CLUB:
            return False
        if after.text in _OUTCOMES or after.kind is not Kind.WORD:
            return after.text in _OUTCOMES
        participle = after.text.endswith("ing") and after.text not in _NO_OUTCOME
        return participle and self._peek_kind(2) not in MEN

    def _names_price(self) -> bool:
        """Read the colon of "Compensation: a second, a third", the verb of "Price is a second"."""
        before = self._peek(-1)
        return (
            before is not None and before.text.casefold() in _PRICES and self._peek_kind() in ASSETS
        )

    def _lists_pool(self) -> bool:
        """Read the colon of "five picks from Miami: a first, two seconds"."""
        if self.claim is None or self._peek_kind() is not Kind.PICKS:
            return False
        for slot in (self.claim.back, self.claim.theme):
            if slot and slot[-1].kind is Kind.PICKS and are_unknown(slot[-1]):
                self.slot, self.pool, self.ready = slot, slot[-1], True
                return True
        return False

    def _preposition(self, kind: Kind) -> None:
        self.prep = kind
        self.ready = False
        if kind is Kind.WITH and self.claim:
            moved = self.claim.verb.frame in _AWAY or self._peek_kind(2) is Kind.FOR
            along = moved and self._peek_kind() is Kind.PICKS
            along &= self._peek_kind(-1) is not Kind.COMMA
            self.loose = []
            self.slot = self.claim.theme if along and self.claim.theme else None
            self.ready = self.slot is not None
