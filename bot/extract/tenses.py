"""Tense: does a verb's clause tell news, or something that was before?"""

from bot.extract.claims import ASSETS, MEN, TRADE_NOUNS
from bot.extract.lexicon import Form, Frame, Kind, Verb
from bot.extract.mentions import Chunk
from bot.extract.walk import Walk

_TOLD = frozenset("announced announces announce confirmed reported reports learned".split())
_ENDED = frozenset({"ended", "over", "ends", "done"})
_HAS = frozenset({"have", "has", "found"})
_RELATIVE = frozenset({"that", "which"})
_WERE = frozenset({"was", "were"})
_OWNERS = frozenset("they it he we had have has was were originally previously once".split())
_IS = frozenset({"is", "are", "was", "were"})


class Tenses(Walk):
    """Tells a verb of the news from one of the background."""

    def _is_behind(self, verb: Verb, *, passive: bool) -> bool:
        if (
            (self.behind and not self._follows_outcome())
            or self._tells_of_pick(verb)
            or self._is_perfect()
            or (verb.form is Form.ING and self._goes_on_behind())
        ):
            return True
        if self.relative:
            return self._is_behind_who(verb, passive=passive)
        return verb.form is Form.PAST and (self._is_that_clause() or self._is_reduced())

    def _tells_of_pick(self, verb: Verb) -> bool:
        """Read "a third, No. 100, that New York got for X", "a third acquired from the Bears"."""
        if verb.frame is not Frame.GET or verb.form is not Form.PAST or self.wire:
            return False
        index = self.at - 1
        while index >= 0 and self._is_owner_of_pick(self.chunks[index]):
            index -= 1
        if index > 0 and self.chunks[index].text in _RELATIVE:
            index -= 1
            index -= self.chunks[index].kind is Kind.COMMA
        elif self._peek_kind() in ASSETS or not _WERE.isdisjoint(self.words):
            return False  # "for a third the Bears got X", "and a third were acquired"
        elif index == self.at - 1 and self.chunks[index].kind is Kind.COMMA:
            index -= 1
        return index >= 0 and self.chunks[index].kind is Kind.PICKS

    def _is_owner_of_pick(self, chunk: Chunk) -> bool:
        return chunk.kind is Kind.CLUB or chunk.text in _OWNERS

    def _follows_outcome(self) -> bool:
        """Read "X's time in Denver ended when the Broncos traded him", "have a new center after acquiring"."""
        ahead = self.chunks[: self.at]
        edges = [i for i, one in enumerate(ahead) if one.kind is Kind.AFTER]
        if len(edges) != 1 or ahead[edges[0]].text not in {"after", "when"}:
            return False
        main = ahead[: edges[0]]
        words = {one.text for one in main}
        ended = any(one.kind in MEN and one.owner for one in main) and not _ENDED.isdisjoint(words)
        newcomer = "new" in words and any(one.kind is Kind.UNNAMED for one in main)
        return ended or (newcomer and not _HAS.isdisjoint(words))

    def _is_perfect(self) -> bool:
        """Read "had traded", "then traded", "reacts to being traded"."""
        words = set(self.words)
        had = bool(words & {"then", "having"}) or ("had" in words and not self._is_told())
        return had or ("being" in words and not words & _IS)

    def _is_behind_who(self, verb: Verb, *, passive: bool) -> bool:
        """Read "who was traded"; "to the Titans, who sent back a fourth" is news."""
        answers = self.chunks[self.at].text.endswith(" back")
        if answers or (verb.frame is Frame.GET and self._tells_of_mover()):
            return False
        return not self.wire and (passive or verb.form is Form.PAST)

    def _is_reduced(self) -> bool:
        """Read "Jones, acquired from the Bears", and not "The Jets, after taking X, acquired Y"."""
        reduced = self._peek_kind(-1) is Kind.COMMA and self._peek_kind() not in ASSETS
        other_move = any(one.kind is Kind.MOVE for one in self.chunks[: self.at])
        return reduced and self._peek_kind(-2) in MEN and (other_move or not self.wire)

    def _goes_on_behind(self) -> bool:
        """Read "A year after the Saints gave up X, sending him to the Eagles", "who got X by sending Y"."""
        before = self._peek_kind(-1)
        goes_on = (before is Kind.COMMA and not self.own_subject) or before is Kind.BY
        return goes_on and bool(self.claims) and self.claims[-1].behind

    def _is_told(self) -> bool:
        """Read "the Rams announced that they had traded X"."""
        return any(chunk.text in _TOLD for chunk in self.chunks[: self.at])

    def _tells_of_mover(self) -> bool:
        """Read "Jones is returning to the Jets, who acquired him from the Bears"."""
        last, after = self.claims[-1] if self.claims else None, self._peek()
        if last is None or after is None or after.kind is not Kind.PRONOUN:
            return False
        return last.verb.frame is Frame.MOTION and last.to is self.last_club

    def _is_that_clause(self) -> bool:
        """Read "the team that traded him", and not "a trade that sent him"."""
        before = self._peek(-1)
        if before is None or before.text != "that" or before.kind is not Kind.STOP:
            return False
        return not any(one.text in TRADE_NOUNS for one in self.chunks[: self.at - 1])
