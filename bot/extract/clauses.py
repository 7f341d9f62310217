"""Verbs: is the word a verb here, is it passive, does its clause tell news or something old?"""

from bot.extract.claims import ASSETS, COMES_BACK, DEAL, MEN, TRADE_NOUNS, Claim
from bot.extract.lexicon import Form, Frame, Kind, Verb
from bot.extract.mentions import Chunk
from bot.extract.walk import Walk

_BE = frozenset("is are was were be been being gets got getting it's he's".split())
_MODALS = frozenset(
    "will would could should may might must can cannot not n't won't wouldn't didn't don't doesn't"
    " officially finally also reportedly never to".split()
)
_NOUN_TAILS = frozenset(
    "talks talk request requests deadline rumors rumor rumours clause value market block grades"
    " grade tracker candidate candidates target targets proposal proposals idea ideas scenario"
    " scenarios offer offers partner partners suitors interest demand buzz chatter speculation"
    " compensation window chips chip bait terms final is was has sends sent sending".split()
)


class Verbs(Walk):
    """Opens a frame at a trade verb, or takes the word for a noun."""

    def _is_verb(self, chunk: Chunk, verb: Verb) -> bool:
        if verb.form is not Form.BASE or not verb.noun:
            return True
        before, after = self._peek(-1), self._peek()
        if chunk.article or (after and after.text in _NOUN_TAILS) or self._ends_clause(after):
            return False
        if before is None:
            return self.wire or self._peek_kind() in ASSETS
        if before.kind is Kind.CLUB:
            return not before.owner and not self._is_pair(before)
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
        self._take_over(claim)
        if self.fronted:
            claim.back, self.loose = [*self.loose], []
        elif passive or verb.frame is Frame.MOTION or self.along:
            claim.theme = [*self.loose]
        if passive and self.relative and self.wire and self.last_man:
            claim.theme = [self.last_man]
        if verb.frame is Frame.MOTION and not claim.theme:
            self._word(chunk)
            return
        self._begin(claim)

    def _follows(self, verb: Verb) -> bool:
        if not self.claims or _BE & set(self.words):
            return False
        before = self._peek(-1)
        purpose = before is not None and before.kind is Kind.TO and self._peek_kind(-2) in ASSETS
        participle = before is not None and before.kind in {Kind.COMMA, Kind.AND, Kind.STOP}
        return purpose or (participle and verb.form is Form.ING)

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
        if _BE & set(self.words):
            return True
        return bool(self.loose) and not (self.own_subject or self.along or self.fronted)

    def _is_behind(self, verb: Verb, *, passive: bool) -> bool:
        words = set(self.words)
        if self.behind or words & {"had", "then", "having"}:
            return True
        if "being" in words and not words & {"is", "are", "was", "were"}:
            return True  # "reacts to being traded"
        if self.relative:
            return not self.wire and (passive or verb.form is Form.PAST)
        if self._is_that_clause() and verb.form is Form.PAST:
            return True
        reduced = verb.form is Form.PAST and self._peek_kind(-1) is Kind.COMMA
        other_move = any(one.kind is Kind.MOVE for one in self.chunks[: self.at])
        return reduced and self._peek_kind(-2) in MEN and (other_move or not self.wire)

    def _is_that_clause(self) -> bool:
        """Read "the team that traded him", and not "a trade that sent him"."""
        before = self._peek(-1)
        if before is None or before.text != "that" or before.kind is not Kind.STOP:
            return False
        return not any(one.text in TRADE_NOUNS for one in self.chunks[: self.at - 1])

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
                    behind=self.behind, ahead=self._peek(-1), verb_at=chunk.first, first=self.clause,
                    last=chunk.last,
                )
            )  # fmt: skip
            self.slot = None

    def _is_named_trade(self) -> bool:
        before = self._peek(-1)
        return before is not None and before.kind in {Kind.PLAYER, Kind.SURNAME} and before.article
