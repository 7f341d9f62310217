"""Ties: what binds a verb to the clauses before it, their men and their prices."""

from dataclasses import replace

from bot.extract.claims import ASSETS, COMES_BACK, DEAL, Claim
from bot.extract.lexicon import Form, Frame, Kind, Verb
from bot.extract.mentions import Chunk
from bot.extract.tenses import Tenses

_BE = frozenset("is are was were be been being gets got getting it's he's".split())
_PARTY_WORDS = frozenset({Kind.TO, Kind.FROM, Kind.BY})
_NAMED = frozenset({Kind.PLAYER, Kind.SURNAME})
_NOW = frozenset({"is", "now"})
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today".split())
_BOTH = frozenset({"teams", "clubs", "sides"})
_COSTS = frozenset({"took", "takes", "cost", "costs"})


class Ties(Tenses):
    """Tells whether a frame goes on with an earlier one, and what it takes over from it."""

    def _as_meant(self, verb: Verb) -> Verb:
        if verb.lemma == "return" and self.loose and self._comes_back(verb):
            return COMES_BACK
        return replace(verb, frame=Frame.SWAP) if self._is_mutual(verb) else verb

    def _is_mutual(self, verb: Verb) -> bool:
        """Read "The teams also flipped first-round positions": one goes each way."""
        after = self._peek()
        kinds = after.picks if after is not None else ()
        alike = len(kinds) > 1 and len(set(kinds)) == 1
        both = not _BOTH.isdisjoint(self.words) or len(self.parties) > 1
        return verb.frame is Frame.GIVE and alike and (both or self._is_flip_with(verb))

    def _is_flip_with(self, verb: Verb) -> bool:
        """Read "The Jets flip sixths with the Broncos"."""
        return verb.lemma == "flip" and self._peek_kind(2) is Kind.WITH

    def _is_of_trade(self) -> bool:
        """The open frame is called a trade, or is a swap: "swapped guards, with X going to Denver"."""
        claim = self.claim
        return claim is not None and (claim.noun or claim.verb.frame is Frame.SWAP)

    def _comes_back(self, verb: Verb) -> bool:
        """Read "with X returning", "X returns to New York"."""
        return verb.form is Form.ING or self._peek_kind() is Kind.TO

    def _tell_of_man(self, claim: Claim) -> None:
        """Read "X waived his clause and is being traded", "X is leaving Houston, traded to the Jets"."""
        claim.theme = [replace(man, owner=False) for man in self.men.values()]
        if claim.verb.frame is Frame.GET and self._is_newcomer():
            claim.agent, claim.behind = self.subject, False
        elif claim.origin is None and self.own_subject and self._is_passive_aside():
            claim.origin = self.subject

    def _is_newcomer(self) -> bool:
        """Read "The Jets have a new receiver: X, acquired from the Bears"."""
        ahead = self.chunks[: self.at]
        colon = any(one.kind is Kind.COLON for one in ahead)
        return colon and self.own_subject and "new" in {one.text for one in ahead}

    def _is_inverted(self) -> bool:
        """Read "Going to Denver is a third-round pick"."""
        tail = self.chunks[self.at + 1 : self.at + 4]
        kinds = [one.kind for one in tail]
        there = kinds[:2] == [Kind.TO, Kind.CLUB] and tail[-1].text in {"is", "are"}
        return not self.at and len(tail) == len("abc") and there

    def _goes_to_partner(self) -> None:
        """Read "is adding X for a fifth-rounder going to the Jets": they trade with the Jets."""
        claim, steps = self.claim, self.chunks[self.at + 1 : self.at + 3]
        kinds = [one.kind for one in steps]
        if claim is None or claim.passive or claim.verb.frame is not Frame.GET or not claim.back:
            return
        if kinds == [Kind.TO, Kind.CLUB] and not (claim.giver or claim.partner):
            claim.partner = steps[1]

    def _answers_deal(self, claim: Claim) -> None:
        """Read "has a deal with the Bears, who will give up a third": to the club that has it."""
        last = self.claims[-1] if self.relative and self.claims else None
        if last is None or last.verb is not DEAL or last.theme:
            return
        if last.partner is self.last_club:
            claim.partner, claim.noun = claim.partner or last.subject, True

    def _told_of_deal(self) -> Claim | None:
        """Read "reached a deal with the Bears that brings X to Denver"."""
        index = self.at - 1
        while index > 0 and self.chunks[index].kind is Kind.WORD:
            index -= 1
        that = index > 0 and self.chunks[index].text in {"that", "which"}
        with_club = that and self.chunks[index - 1].kind is Kind.CLUB
        return self.claims[-1] if with_club and self.claims else None

    def _follows(self, verb: Verb) -> bool:
        if not self.claims or _BE & set(self.words):
            return False
        before = self._peek(-1)
        purpose = before is not None and before.kind is Kind.TO and self._closes_asset()
        climbed = self.claims[-1].verb.frame is Frame.CLIMB and self._peek_kind() is Kind.CLUB
        purpose |= climbed and before is not None and before.kind is Kind.TO
        participle = before is not None and before.kind in {Kind.COMMA, Kind.AND, Kind.STOP}
        return purpose or (participle and verb.form is Form.ING)

    def _closes_asset(self) -> bool:
        """Read the "to" of "a third to get X" and of "a third, No. 80 overall, to get X"."""
        comma = self._peek_kind(-2) is Kind.COMMA and self._peek_kind(-3) is Kind.PICKS
        return comma or self._peek_kind(-2) in ASSETS

    def _cost_ahead(self, verb: Verb) -> list[Chunk]:
        """Read "it took a third for the Jets to get X", "it cost Denver a third to acquire X"."""
        opening = [one.text for one in self.chunks[:2]]
        before = self._peek(-1)
        if verb.frame is not Frame.GET or before is None or before.kind is not Kind.TO:
            return []
        costs = opening[:1] == ["it"] and opening[1:] and opening[1] in _COSTS
        return [one for one in self.chunks[2 : self.at] if one.kind in ASSETS] if costs else []

    def _serves_opening(self, verb: Verb) -> bool:
        """Read "To get X, the Bears sent the Jets a third": the purpose opens the sentence."""
        first = self.claims[0] if len(self.claims) == 1 else None
        if first is None or verb.frame is not Frame.GIVE:
            return False
        if first.verb.frame not in {Frame.GET, Frame.CLIMB}:
            return False
        opens = first.ahead is not None and first.ahead.kind is Kind.TO and not first.ahead.first
        return opens and first.subject is not self.subject and not first.back

    def _serves_sale(self, verb: Verb) -> bool:
        """Read "traded a first and a fourth to the Eagles to get X": he comes from where they go."""
        last, before = self.claims[-1] if self.claims else None, self._peek(-1)
        if last is None or before is None or before.kind is not Kind.TO or last.back:
            return False
        club, man = self._peek(-2), self._peek()
        there = last.to is not None and club is last.to and man is not None and man.kind in _NAMED
        sold = last.verb.frame is Frame.GIVE and not last.passive and bool(last.theme)
        slots = any(pick.number for chunk in last.theme for pick in chunk.picks)
        return there and sold and not slots and verb.frame is Frame.GET and verb.form is Form.BASE

    def _goes_on_up(self, claim: Claim) -> bool:
        """Read "Jets trade up with the Bears, get No. 9 for a second"."""
        last = self.claims[-1]
        same = claim.subject is not None and claim.subject is last.subject
        return same and not last.theme and self._peek_kind(-1) in {Kind.COMMA, Kind.AND}

    def _take_over(self, claim: Claim) -> None:
        """A frame that said only with whom ("reached an agreement with the Jaguars to ...") passes it on."""
        last = self.claim or self._told_of_deal()
        if last and last.verb is DEAL and not last.theme:
            claim.partner = claim.partner or last.partner
            claim.noun = True
            self.claims.remove(last)

    def _leaving_man(self, verb: Verb) -> Chunk | None:
        """Read "a third for X, who is now headed to Seattle", "for X, who restructured to join the Jets"."""
        told, open_ = self.suspended, self.claim is None and self.relative
        now = verb.lemma == "join" if verb.form is Form.BASE else not _NOW.isdisjoint(self.words)
        if told is None or not open_ or not now or told.to or told.partner or told.giver:
            return None
        man = told.back[-1] if told.back else None
        return man if man is not None and man.kind in _NAMED else None

    def _helped(self) -> Chunk | None:
        """Read "Al Roe addressed the Jets' defense by acquiring Dale Preston": the one club named ahead."""
        ahead = [one for one in self.chunks[: self.at] if one.kind is Kind.CLUB]
        return replace(ahead[0], owner=False) if len(ahead) == 1 else None

    def _is_passive_aside(self) -> bool:
        """Read "X is leaving Houston, traded to the Jets"."""
        step = 1
        while (one := self._peek(step)) is not None and (one.text in _DAYS or one.text == "on"):
            step += 1
        aside = self._peek_kind(-1) is Kind.COMMA and self._peek_kind(step) in _PARTY_WORDS
        return aside and len(self.men) == 1
