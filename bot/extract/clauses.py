"""Verbs: is the word a verb here, is it passive, does its clause tell news or something old?"""

from dataclasses import replace

from bot.extract.claims import ASSETS, COMES_BACK, DEAL, TRADE_NOUNS, Claim
from bot.extract.lexicon import Form, Frame, Kind, Verb
from bot.extract.mentions import Chunk
from bot.extract.tenses import Tenses

_BE = frozenset("is are was were be been being gets got getting it's he's".split())
_PARTY_WORDS = frozenset({Kind.TO, Kind.FROM, Kind.BY})
_MODALS = frozenset(
    "will would could should may might must can cannot not n't won't wouldn't didn't don't doesn't"
    " officially finally also reportedly never to".split()
)
_NOMINAL = frozenset({"acquisition of", "trade of"})
_HERALDS = frozenset(
    "announce announces announced complete completes completed completing confirm confirms confirmed"
    " finalize finalizes finalized finalizing agree agrees agreed make makes made execute executed".split()
)
_NOUN_TAILS = frozenset(
    "talks talk request requests deadline rumors rumor rumours clause value market block grades"
    " grade tracker candidate candidates target targets proposal proposals idea ideas scenario"
    " scenarios offer offers partner partners suitors interest demand buzz chatter speculation"
    " compensation window chips chip bait terms final is was has sends sent sending".split()
)


class Verbs(Tenses):
    """Opens a frame at a trade verb, or takes the word for a noun."""

    def _is_verb(self, chunk: Chunk, verb: Verb) -> bool:
        if verb.lemma in _NOMINAL:
            heralded = self.own_subject and not _HERALDS.isdisjoint(self.words)
            return heralded and self._peek_kind() is not Kind.PICKS
        if verb.form is not Form.BASE or not verb.noun:
            return True
        after = self._peek()
        if chunk.article or (after and after.text in _NOUN_TAILS) or self._ends_clause(after):
            return False
        return self._stands_as_verb()

    def _stands_as_verb(self) -> bool:
        before = self._peek(-1)
        if before is None:
            return self.wire or self._peek_kind() in ASSETS
        if before.kind is Kind.CLUB:
            return not before.owner and not self._is_pair(before)
        if before.text == "also" and (modal := self._peek(-2)) and modal.text in _MODALS:
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
        """Read "acquired X in a trade for Y": here "for" names the price."""
        before = self._peek(-1)
        noun = chunk.article or (before is not None and before.kind is Kind.SOFT)
        return noun and self.claim is not None and bool(self.claim.theme)

    def _open(self, chunk: Chunk, verb: Verb) -> None:
        if verb.lemma == "return" and self.loose and verb.form is Form.ING:
            verb = COMES_BACK
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
            noun=self.claim.noun if self.claim else False,
            first=self.clause,
            last=chunk.last,
        )
        if self.fronted:
            claim.back, self.loose = [*self.loose], []
        elif self._serves_opening(verb):
            claim.back = self.claims.pop().theme
        elif passive or verb.frame is Frame.MOTION or self.along:
            claim.theme = [*self.loose]
        if passive and self.relative and self.wire and self.last_man:
            claim.theme = [self.last_man]
        if passive and not claim.theme and len(self.men) == 1:
            self._tell_of_man(claim)
        if verb.frame is Frame.MOTION and not claim.theme:
            self._word(chunk)
            return
        self._take_over(claim)
        if self.claims and (claim.follows or self._goes_on_up(claim)):
            last = self.claims[-1]  # "traded up with the Jets, sending a second"
            claim.partner = last.partner if last.verb.frame is Frame.CLIMB else claim.partner
        self._begin(claim)

    def _tell_of_man(self, claim: Claim) -> None:
        """Read "X waived his clause and is being traded", "X is leaving Houston, traded to the Jets"."""
        claim.theme = [replace(man, owner=False) for man in self.men.values()]
        if claim.origin is None and self.own_subject and self._is_passive_aside():
            claim.origin = self.subject

    def _follows(self, verb: Verb) -> bool:
        if not self.claims or _BE & set(self.words):
            return False
        before = self._peek(-1)
        purpose = before is not None and before.kind is Kind.TO and self._peek_kind(-2) in ASSETS
        participle = before is not None and before.kind in {Kind.COMMA, Kind.AND, Kind.STOP}
        return purpose or (participle and verb.form is Form.ING)

    def _serves_opening(self, verb: Verb) -> bool:
        """Read "To get X, the Bears sent the Jets a third": the purpose opens the sentence."""
        first = self.claims[0] if len(self.claims) == 1 else None
        if first is None or verb.frame is not Frame.GIVE or first.verb.frame is not Frame.GET:
            return False
        opens = first.ahead is not None and first.ahead.kind is Kind.TO and not first.ahead.first
        return opens and first.subject is not self.subject and not first.back

    def _goes_on_up(self, claim: Claim) -> bool:
        """Read "Jets trade up with the Bears, get No. 9 for a second"."""
        last = self.claims[-1]
        same = claim.subject is not None and claim.subject is last.subject
        return same and not last.theme and self._peek_kind(-1) in {Kind.COMMA, Kind.AND}

    def _take_over(self, claim: Claim) -> None:
        """A frame that said only with whom ("reached an agreement with the Jaguars to ...") passes it on."""
        last = self.claim
        if last and last.verb is DEAL and not last.theme:
            claim.partner = last.partner
            claim.noun = True
            self.claims.remove(last)

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

    def _is_passive_aside(self) -> bool:
        """Read "X is leaving Houston, traded to the Jets"."""
        aside = self._peek_kind(-1) is Kind.COMMA and self._peek_kind() in _PARTY_WORDS
        return aside and len(self.men) == 1

    def _noun(self, chunk: Chunk) -> None:
        self.prep = None
        self.ready = self.slot is not None and not self.slot  # "acquired via trade CB Dale Preston"
        if self.claim:
            self.claim.noun = True
            self.claim.named_trade |= self._is_named_trade()
        elif self.own_subject and chunk.text in TRADE_NOUNS:
            self._begin(
                Claim(
                    verb=DEAL, subject=self.subject, words=tuple(self.words), noun=True,
                    pair=tuple(self.parties) if len(self.parties) > 1 else (),
                    behind=self.behind, ahead=self._peek(-1), verb_at=chunk.first, first=self.clause,
                    last=chunk.last,
                )
            )  # fmt: skip
            self.slot = None

    def _is_named_trade(self) -> bool:
        before = self._peek(-1)
        return before is not None and before.kind in {Kind.PLAYER, Kind.SURNAME} and before.article
