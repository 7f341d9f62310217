"""Tense: does a verb's clause tell news, or something that was before?"""

from collections.abc import Sequence
from itertools import pairwise

from bot import clubs
from bot.extract import holdings, outcomes
from bot.extract.claims import ASSETS, MEN, TRADE_NOUNS
from bot.extract.lexicon import Form, Frame, Kind, Verb
from bot.extract.mentions import Chunk
from bot.extract.walk import Walk

_ANSWERS = frozenset({"receive", "recieve", "get", "send", "give up", "surrender"})
_TOLD = frozenset("announced announces announce confirmed reported reports learned".split())
_ERAS = frozenset({"era", "experiment", "saga", "drama", "project", "experience"})
_ENDED = frozenset({"ended", "over", "ends", "done"})
_PRESENT = frozenset({"is", "has", "will", "gets", "are", "have"})
_MAKE = frozenset({"made", "make", "makes", "pulled"})
_SPLASH = frozenset({"splash", "move", "swap", "blockbuster", "stunner", "news", "headlines"})
_OLD = frozenset({"last", "ago", "past", "previous", "earlier"})
_HOME = frozenset({"home", "team", "club", "address"})
_JUST = frozenset({"hours", "minutes", "moments", "hour"})
_HAS = frozenset({"have", "has", "found"})
_IS_NOW = frozenset({"is", "are", "has", "have", "gets", "get", "got"})
_FRESH_STARTS = tuple(
    frozenset(words.split())
    for words in (
        "new home",
        "new team",
        "fresh start",
        "reunited",
        "new address",
        "wish",
        "got one",
    )
)
_LONG_AGO = frozenset({"last", "ago", "earlier", "previous", "past"})
_PARTINGS = frozenset({"moving", "parting", "parted", "done", "bye", "goodbye"})
_NEWCOMERS = frozenset("partner target weapon teammate mate toy option starter bodyguard".split())
_HAS_NEW = frozenset({"has", "have", "gets", "get", "got"})
_SPLASHES = frozenset({"move", "splash", "noise", "waves", "headlines"})
_RELATIVE = frozenset({"that", "which"})
_PAYS = frozenset({"give up", "give", "send", "surrender", "part with", "pay", "cough up"})
_WERE = frozenset({"was", "were"})
_OWNERS = frozenset("they it he we had have has was were originally previously once".split())
_IS = frozenset({"is", "are", "was", "were"})
_OVER = frozenset({"west", "east", "north", "south", "back", "in return", "in exchange"})
_EDGES = frozenset({Kind.COMMA, Kind.SOURCE, Kind.STOP})


def _ends_as_member(said: Sequence[Chunk]) -> bool:
    """Read "Dale Preston is now a Raven"."""
    last = said[-1] if said else None
    return last is not None and last.article and last.text.casefold() in clubs.members()


def _tells_of_stay(main: Sequence[Chunk]) -> bool:
    """Read "Dale Preston's time in Denver", "the Dale Preston era in Denver"."""
    eras = (one.kind in MEN and two.text in _ERAS for one, two in pairwise(main))
    return any(one.kind in MEN and one.owner for one in main) or any(eras)


def _is_of_today(main: Sequence[Chunk], clause: Sequence[Chunk]) -> bool:
    """Read "X is being reunited with Y after the Jets agreed to trade him", "made a splash when it dealt"."""
    words = {one.text for one in main}
    agreed = "agreed" in {one.text for one in clause}
    present = not words.isdisjoint(_PRESENT) and any(one.kind in MEN for one in main)
    old = not words.isdisjoint(_OLD) or any(word.isdecimal() for word in words)
    splash = not words.isdisjoint(_MAKE) and not words.isdisjoint(_SPLASH) and not old
    return (agreed and present) or splash


def _found_somebody(main: Sequence[Chunk]) -> bool:
    """Read "got the receiver they wanted when they acquired X"."""
    got = any(one.verb is not None and one.verb.frame is Frame.GET for one in main)
    named = any(one.kind in MEN and one.kind is not Kind.UNNAMED for one in main)
    wanted = not {one.text for one in main}.isdisjoint({"wanted", "needed", "coveted", "sought"})
    return got and wanted and not named


class Tenses(Walk):
    """Tells a verb of the news from one of the background."""

    def _is_behind(self, verb: Verb, *, passive: bool) -> bool:
        if (
            (
                self.behind
                and not self._follows_outcome()
                and not self._is_just_before(verb)
                and self._who_acts_next() is None
            )
            or self._tells_of_pick(verb)
            or self._is_perfect()
            or self.words[-1:] == ["newly"]  # "the newly acquired Dale Preston"
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
        """Read "X's time in Denver ended when the Broncos traded him", "have a new center after acquiring".

        So is "Dale Preston has a new home after the Jets agreed to deal him to the Bears".
        """
        ahead = self.chunks[: self.at]
        edges = [i for i, one in enumerate(ahead) if one.kind is Kind.AFTER]
        if len(edges) != 1 or ahead[edges[0]].text not in {"after", "when"}:
            return False
        main = ahead[: edges[0]]
        if holdings.held(main):
            return True  # what he holds is told with how he got it; holdings.fill looks closer
        words = {one.text for one in main}
        if _is_of_today(main, ahead[edges[0] + 1 :]):
            return True
        ended = _tells_of_stay(main) and not _ENDED.isdisjoint(words)
        newcomer = "new" in words and (
            any(one.kind is Kind.UNNAMED for one in main) or not words.isdisjoint(_HOME)
        )
        told = any(one.kind in MEN or one.kind is Kind.PRONOUN for one in main)
        fresh = any(start <= words for start in _FRESH_STARTS) or _ends_as_member(main)
        fresh = fresh and told and not _IS_NOW.isdisjoint(words)
        told_of = ahead[edges[0] + 1 :]
        if _found_somebody(main) or outcomes.brings_about(
            main, [*told_of, *self.chunks[self.at :]]
        ):
            return True
        return ended or fresh or (newcomer and not _HAS.isdisjoint(words))

    def _who_acts_next(self) -> Chunk | None:
        """Read "Hours after they sent X to the Jets for Y, the Bears got Z from Denver": they are the Bears."""
        opening = [one.text.casefold() for one in self.chunks[: self.at]]
        told = opening[-2:] in (["after", "they"], ["after", "it"]) and self.at == len("abc")
        if not told or opening[0] not in _JUST:
            return None
        main = next((i for i in range(self.at, len(self.chunks)) if self._opens_main(i)), None)
        return self.chunks[main] if main is not None else None

    def _opens_main(self, at: int) -> bool:
        """A club behind a comma, and right behind it what it does."""
        club, before, after = self.chunks[at], self.chunks[at - 1], self.chunks[at + 1 : at + 3]
        verbs = [one.verb for one in after if one.verb is not None]
        acts = bool(verbs) and verbs[0].frame in {Frame.GET, Frame.GIVE}
        return acts and club.kind is Kind.CLUB and before.kind is Kind.COMMA and not club.owner

    def _is_just_before(self, verb: Verb) -> bool:
        """Read "acquired X, hours after dealing Y to the Jets": news as well, where it is told with whom."""
        at = next((i for i in range(self.at - 1, 0, -1) if self.chunks[i].kind is Kind.AFTER), 0)
        just = self.chunks[at - 1].text in _JUST and self.chunks[at].text == "after"
        whole = any(one.kind is Kind.CLUB for one in self.chunks[self.at :])
        return bool(at) and just and whole and verb.form is Form.ING and at == self.at - 1

    def _is_perfect(self) -> bool:
        """Read "had traded", "then traded", "reacts to being traded"."""
        words = set(self.words)
        had = bool(words & {"then", "having"}) or ("had" in words and not self._is_told())
        return had or ("being" in words and not words & _IS)

    def _is_behind_who(self, verb: Verb, *, passive: bool) -> bool:
        """Read "who was traded"; "to the Titans, who sent back a fourth" is news."""
        answers = self.chunks[self.at].text.endswith(" back") or self._tells_what_was_paid(verb)
        answers |= self._tells_who_gave() or self._sends_over()
        mover = verb.frame is Frame.GET and self._tells_of_mover()
        if answers or mover or self._acts_in_turn(verb):
            return False
        return not self.wire and (passive or verb.form is Form.PAST)

    def _acts_in_turn(self, verb: Verb) -> bool:
        """Read "in a deal with the Raiders, who also received No. 42": the other side of this trade."""
        last, after = self.claims[-1] if self.claims else None, self._peek_kind()
        if last is None or last.behind or verb.lemma not in _ANSWERS or after is not Kind.PICKS:
            return False
        return self.last_club is not None and self.last_club in {last.partner, last.giver, last.to}

    def _is_reduced(self) -> bool:
        """Read "Jones, acquired from the Bears", and not "The Jets, after taking X, acquired Y"."""
        object_ = self._peek_kind() in ASSETS or self._peek_kind() is Kind.CLUB
        reduced = self._peek_kind(-1) is Kind.COMMA and not object_
        reduced &= not (self._closes_aside() or self._tells_of_leaver() or self._heads_newcomer())
        other_move = any(one.kind is Kind.MOVE for one in self.chunks[: self.at])
        return reduced and self._peek_kind(-2) in MEN and (other_move or not self.wire)

    def _tells_of_leaver(self) -> bool:
        """Read "The Jets are moving on from Dale Preston, dealt Thursday to the Bears for a third"."""
        said, verb = [one.text for one in self.chunks[: self.at]], self.chunks[self.at].verb
        parts = any(word in said for word in _PARTINGS) and not _PRESENT.isdisjoint(said)
        gives = verb is not None and verb.frame is Frame.GIVE
        return gives and parts and self.own_subject and not self.claims and len(self.men) == 1

    def _heads_newcomer(self) -> bool:
        """Read "Al Roe has a new partner: Dale Preston, picked up from the Bears by the Jets for a third"."""
        said = [one.text for one in self.chunks[: self.at]]
        colon = self._peek_kind(-3) is Kind.COLON and "new" in said and not self.claims
        found = not _NEWCOMERS.isdisjoint(said) or any(
            one.kind is Kind.UNNAMED for one in self.chunks[: self.at]
        )
        rest = zip(self.chunks[self.at :], self.chunks[self.at + 1 :], strict=False)
        goes_on = any(
            one.kind is Kind.COMMA and two.kind in {Kind.WORD, Kind.VERB} for one, two in rest
        )  # "..., tore his knee"
        return colon and found and not goes_on and not _HAS_NEW.isdisjoint(said)

    def _closes_aside(self) -> bool:
        """Read "The Jets, in need of help after losing Y, traded for": the comma ends what the first opened."""
        return self._is_closing(self.at - 1)

    def _is_closing(self, comma: int) -> bool:
        """This comma is not the one right behind the subject, and that one is there."""
        subject = self.subject
        at = next((i for i, one in enumerate(self.chunks[:comma]) if one is subject), None)
        if at is None or not self.own_subject:
            return False
        return self.chunks[at + 1].kind is Kind.COMMA and at + 1 < comma

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
        if last is None:
            return self._has_new_home()
        if after is None or after.kind is not Kind.PRONOUN:
            return False
        return last.verb.frame is Frame.MOTION and last.to is self.last_club

    def _tells_who_gave(self) -> bool:
        """Read "got help from the Bears, who sent X to Denver for a third"."""
        last = self.claims[-1] if self.claims else None
        if last is None or last.behind or last.giver is not self.last_club:
            return False
        named = any(one.kind is not Kind.UNNAMED for one in last.theme)
        return last.verb.frame is Frame.GET and not named and self._peek_kind() in ASSETS

    def _has_new_home(self) -> bool:
        """Read "X has a new home: the Jets, who acquired him from the Bears"."""
        ahead = self.chunks[: self.at]
        colon = any(one.kind is Kind.COLON for one in ahead)
        words = {one.text for one in ahead}
        return ((colon and "new" in words) or "newest" in words) and len(self.men) == 1

    def _sends_over(self) -> bool:
        """Read "moving X to the Ravens, who sent Al Roe and a fifth west": what comes back for X."""
        last, verb = self.claims[-1] if self.claims else None, self.chunks[self.at].verb
        if last is None or verb is None or last.behind or last.to is not self.last_club:
            return False
        sends = verb.lemma in {"send", "ship"} and last.verb.frame is Frame.GIVE
        rest = self.chunks[self.at + 1 :]
        ends = [
            one.text in _OVER and (not rest[i + 1 :] or rest[i + 1].kind in _EDGES)
            for i, one in enumerate(rest)
        ]
        return sends and any(ends) and all(one.kind is not Kind.CLUB for one in rest)

    def _tells_what_was_paid(self, verb: Verb) -> bool:
        """Read "traded X to the Jets, who gave up a fourth": picks, and no other man."""
        last = self.claims[-1] if self.claims else None
        if last is None or last.behind or verb.lemma not in _PAYS or last.to is not self.last_club:
            return False
        behind = {one.kind for one in self.chunks[self.at + 1 :]}
        return self._peek_kind() is Kind.PICKS and behind.isdisjoint(MEN)

    def _is_that_clause(self) -> bool:
        """Read "the team that traded him", and not "a trade that sent him"."""
        before = self._peek(-1)
        if before is None or before.text != "that" or before.kind is not Kind.STOP:
            return False
        return not any(one.text in TRADE_NOUNS for one in self.chunks[: self.at - 1])
