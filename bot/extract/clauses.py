"""Verbs: is the word a verb here, is it passive, does its clause tell news or something old?"""

from dataclasses import replace
from itertools import pairwise

from bot.extract import climbs, slot_words
from bot.extract.claims import ASSETS, DEAL, MEN, TRADE_NOUNS, Claim
from bot.extract.lexicon import Form, Frame, Kind, Verb
from bot.extract.mentions import Chunk
from bot.extract.ties import Ties

_BE = frozenset("is are was were be been being gets got getting it's he's".split())
_MODALS = frozenset(
    "will would could should may might must can cannot not n't won't wouldn't didn't don't doesn't"
    " officially finally also reportedly never to".split()
)
_KIND_OF_TRADE = 4  # chunks of "in a one-for-one swap for"
_OF_OWNER = frozenset({"trade of", "trade for", "acquisition of"})
_DONE = frozenset({"official", "complete", "completed", "finalized", "done"})
_ADJECTIVE = frozenset({"newly", "freshly"})  # before a participle
_NOT_DONE = frozenset("could may might would should can not never once if until yet when".split())
_NOMINAL = frozenset({"acquisition of", "trade of"})
_HERALDS = frozenset(
    "announce announces announced complete completes completed completing confirm confirms confirmed"
    " finalize finalizes finalized finalizing agree agrees agreed make makes made execute executed".split()
)
_NOUN_TAILS = frozenset(
    "talks talk request requests deadline rumors rumor rumours clause value market block grades"
    " grade tracker candidate candidates target targets proposal proposals idea ideas scenario"
    " scenarios offer offers partner partners suitors interest demand buzz chatter speculation"
    " discussion discussions conversation conversations negotiation negotiations dialogue"
    " compensation window chips chip bait terms final is was has sends sent sending".split()
)


TURNS = frozenset({"turn", "turns", "turned", "turning"})
_BOTH = frozenset({"teams", "clubs", "sides", "franchises"})
_TALK = frozenset(
    "talks talk discussion discussions conversation conversations negotiation negotiations dialogue"
    " request requests rumors rumours offer offers proposal proposals interest speculation".split()
)


class Verbs(Ties):
    """Opens a frame at a trade verb, or takes the word for a noun."""

    def _is_verb(self, chunk: Chunk, verb: Verb) -> bool:
        if self._is_no_move(verb):
            return False
        if self._is_of_owner(verb):
            return True
        if verb.lemma in _NOMINAL:
            heralded = self.own_subject and not _HERALDS.isdisjoint(self.words)
            thing = self._peek()
            return heralded and (
                thing is None or thing.kind is not Kind.PICKS or slot_words.is_slot(thing)
            )
        if verb.form is not Form.BASE or not verb.noun:
            return True
        after = self._peek()
        if chunk.article or (after and after.text in _NOUN_TAILS) or self._ends_clause(after):
            return False
        return self._stands_as_verb()

    def _is_of_owner(self, verb: Verb) -> bool:
        """Read "The Jets' trade of X to the Bears became official"."""
        before = self._peek(-1)
        owned = before is not None and before.kind is Kind.CLUB and before.owner
        tail = {one.text for one in self.chunks[self.at :]}
        done = not tail.isdisjoint(_DONE) and tail.isdisjoint(_NOT_DONE)
        return owned and verb.lemma in _OF_OWNER and done

    def _is_no_move(self, verb: Verb) -> bool:
        """Read "the newly acquired X" and "returned to practice"."""
        before, to, where = self._peek(-1), self._peek(), self._peek(2)
        if verb.form is Form.PAST and before is not None and before.text in _ADJECTIVE:
            return True
        back = verb.lemma == "return" and to is not None and to.kind is Kind.TO
        return back and where is not None and where.kind is Kind.WORD and not where.article

    def _stands_as_verb(self) -> bool:
        before = self._peek(-1)
        if before is None:
            return self.wire or self._peek_kind() in ASSETS
        if before.kind is Kind.CLUB:
            return not before.owner and not self._is_pair(before)
        if before.text in _BOTH and self._peek_kind() is Kind.PICKS:
            return True  # "the clubs swap sevenths"
        if before.text == "also" and (modal := self._peek(-2)) and modal.text in _MODALS | _BOTH:
            return True
        if before.kind in {Kind.COMMA, Kind.AND}:
            return bool(self.claims) or self.own_subject
        return before.kind is Kind.TO or before.text in _MODALS

    def _ends_clause(self, after: Chunk | None) -> bool:
        return after is not None and after.kind in {Kind.COLON, Kind.AFTER, Kind.STOP}

    def _is_pair(self, before: Chunk | None) -> bool:
        """Read "the Seahawks-Broncos trade": two clubs in a row."""
        other = self._peek(-2)
        if before is None or other is None:
            return False
        return before.kind is other.kind is Kind.CLUB and other.last == before.first

    def _is_return_of_open_trade(self, chunk: Chunk) -> bool:
        """Read "acquired X in a trade for Y", "in a straight swap for Y": here "for" names the price."""
        before = self._peek(-1)
        for back in range(-1, -_KIND_OF_TRADE, -1):  # what kind of a swap it is stands between
            one, ahead = self._peek(back), self._peek(back - 1)
            if one is None or ahead is None or one.kind is not Kind.WORD:
                break
            if one.article and ahead.text == "in":
                before = ahead
        noun = chunk.article or (before is not None and before.kind is Kind.SOFT)
        return noun and bool(self.claim and self.claim.theme) and not self._is_past_aside()

    def _is_past_aside(self) -> bool:
        """Read "Hours after losing X to Miami, the Lions struck a deal for": its own clause has begun."""
        claim = self.claim
        if claim is None or not claim.behind:
            return False
        since = [one for one in self.chunks[: self.at] if one.first > claim.verb_at]
        return any(one.kind is Kind.COMMA and two.kind is Kind.CLUB for one, two in pairwise(since))

    def _open(self, chunk: Chunk, verb: Verb) -> None:
        verb = self._as_meant(verb)
        passive = self._is_passive(verb)
        claim = Claim(
            verb=verb,
            passive=passive,
            subject=None if passive else self._subject(),
            pair=tuple(self.parties) if len(self.parties) > 1 else (),
            words=tuple(self.words),
            ahead=self._peek(-1),
            verb_at=chunk.first,
            behind=self._is_behind(verb, passive=passive),
            follows=self._follows(verb),
            origin=self.origin,
            noun=self._is_of_trade(),
            first=self.clause,
            last=chunk.last,
        )
        if claim.subject is None and not passive and self._peek_kind(-1) is Kind.BY:
            claim.subject = self._helped()
        if not passive and self.behind and (actor := self._who_acts_next()) is not None:
            claim.subject = actor
        self._take_ahead(claim, verb)
        if verb.frame is Frame.GIVE and not passive and verb.form is Form.ING and self._turned():
            claim.partner, claim.origin = self.origin, None
        if passive and verb.frame is Frame.GIVE and not claim.origin and self._tells_of_leaver():
            claim.origin = self.subject
        if verb.frame is Frame.MOTION and not claim.theme:
            if self._is_inverted():
                claim.verb = replace(verb, form=Form.PAST)  # no gerund
                self._begin(claim)
            else:
                self._goes_to_partner()
                self._word(chunk)
            return
        if verb.frame is Frame.CLIMB:
            claim.partner = climbs.partner(claim, self.claims, self.chunks[: self.at])
        self._take_over(claim)
        self._answers_deal(claim)
        if self._serves_sale(verb):
            claim.giver, claim.follows = self.claims[-1].to, True
        if self.claims and (claim.follows or self._goes_on_up(claim)):
            last = self.claims[-1]  # "traded up with the Jets, sending a second"
            up = last.verb.frame is Frame.CLIMB
            claim.partner = claim.partner or (last.partner if up else None)
        self._begin(claim)

    def _take_ahead(self, claim: Claim, verb: Verb) -> None:
        """Fill the frame with what stands before its verb."""
        passive = claim.passive
        if self.fronted:
            claim.back, self.loose = [*self.loose], []
        elif cost := self._cost_ahead(verb):
            claim.back = cost
            claim.subject, claim.ahead = self.last_club, None
            claim.verb = replace(verb, form=Form.PAST)  # it has been paid
            self.claims.clear()
        elif self._serves_opening(verb):
            claim.back = self.claims.pop().theme
        elif passive or verb.frame is Frame.MOTION or self.along:
            claim.theme = [*self.loose]
        if passive and self.relative and self.wire and self.last_man:
            claim.theme = [self.last_man]
        goes = verb.frame is Frame.MOTION and "is" in self.words and not self.own_subject
        if verb.frame is Frame.MOTION and not claim.theme and (man := self._leaving_man(verb)):
            claim.theme, claim.behind = [man], False
            joined = (one.last for one in self.chunks[: self.at] if one.kind is Kind.AND)
            claim.first = max((claim.first, *joined))  # "who held out last week and is headed to"
        him = self.relative and not claim.theme and not self._is_of_pick()
        if verb.frame is Frame.MOTION and him and self.last_man:
            claim.theme = [replace(self.last_man, owner=False)]  # "for X, who will join the Jets"
        if (passive or goes) and not claim.theme and len(self.men) == 1:
            self._tell_of_man(claim)

    def _turned(self) -> bool:
        """Read "turned to Denver for help, sending a sixth for X": it goes to whom they turned to."""
        ahead = self.chunks[: self.at]
        at = next((i for i, one in enumerate(ahead) if one is self.origin), 0)
        return at > 1 and ahead[at - 2].text in TURNS

    def _is_of_pick(self) -> bool:
        """Read "Dale Preston for a sixth, which goes to the Bears": the pick goes there."""
        at = next((i for i in range(self.at, 0, -1) if self.chunks[i].kind is Kind.WHO), 0)
        noun = at - 1 - (self.chunks[at - 1].kind is Kind.COMMA)
        return (
            noun >= 0 and self.chunks[noun].kind is Kind.PICKS and self.chunks[at].text == "which"
        )

    def _subject(self) -> Chunk | None:
        if self.relative:
            return self.last_club
        return self.subject

    def _is_passive(self, verb: Verb) -> bool:
        if verb.form is not Form.PAST or verb.frame is Frame.MOTION:
            return False
        if _BE & set(self.words) or self._is_passive_aside():
            return True
        if self._peek_kind() in ASSETS:
            return False  # "Jones shipped a fourth-rounder to the Jets": the man acts
        return bool(self.loose) and not (self.own_subject or self.along or self.fronted)

    def _noun(self, chunk: Chunk) -> None:
        self.prep = None
        self.ready = self.slot is not None and not self.slot  # "acquired via trade CB Dale Preston"
        if self.claim:
            self.claim.noun = True
            if (man := self._whose_price(self.claim)) is not None:
                self.claim.back, self.claim.for_man = [man], True
            else:
                self.claim.named_trade |= self._is_named_trade()
        elif self.own_subject and chunk.text in TRADE_NOUNS and not self._is_talk():
            self._begin(
                Claim(
                    verb=DEAL, subject=self.subject, words=tuple(self.words), noun=True,
                    pair=tuple(self.parties) if len(self.parties) > 1 else (),
                    behind=self.behind and not self._follows_outcome(),
                    ahead=self._peek(-1), verb_at=chunk.first, first=self.clause,
                    last=chunk.last,
                )
            )  # fmt: skip
            self.slot = None

    def _whose_price(self, claim: Claim) -> Chunk | None:
        """Read "will get a third from the Bears in the Preston trade": what he is traded for."""
        man, way = self._peek(-1), self._peek(-2)
        if man is None or way is None or man.kind not in MEN or way.text not in {"in", "for"}:
            return None
        picks = bool(claim.theme) and all(one.kind is Kind.PICKS for one in claim.theme)
        now = claim.verb.frame is Frame.GET and claim.verb.form is not Form.PAST
        free = not claim.back and not claim.passive and claim.giver is not None
        return man if picks and now and free else None

    def _is_talk(self) -> bool:
        """Read "trade discussions", "trade offers": no trade."""
        after = self._peek()
        return after is not None and after.text in _TALK

    def _is_named_trade(self) -> bool:
        before = self._peek(-1)
        return before is not None and before.kind in {Kind.PLAYER, Kind.SURNAME} and before.article
