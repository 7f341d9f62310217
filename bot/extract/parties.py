"""Clubs: who acts, who gives, who receives, and whose man or pick it is."""

from bot.extract.claims import ASSETS, MEN, NO_VERB, TRADE_NOUNS, Claim, again
from bot.extract.clauses import Verbs
from bot.extract.lexicon import Form, Frame, Kind
from bot.extract.mentions import Chunk

_ADJECTIVES = frozenset(
    "star veteran former starting backup disgruntled rookie standout pro bowl all two three four"
    " five six time longtime superstar injured young second third first year old top 's".split()
)
_PREPOSITIONS = frozenset({"ahead of", "instead of", "because of", "due to", "over", "against"})
_JOINS = frozenset({"join", "land with", "end up with"})
_TWO_OBJECTS = frozenset({"send", "give", "hand", "give up", "ship", "return", "surrender", "net"})


class Parties(Verbs):
    """Gives each club its part."""

    def _club(self, chunk: Chunk) -> None:
        prep, self.prep = self.prep, None
        self.last_club = chunk
        if prep is Kind.WITH and self._acts():
            self._new_subject(chunk)
        elif chunk.owner or self._qualifies_a_man(prep):
            self._belongs(chunk)
        elif prep in {Kind.TO, Kind.FROM, Kind.WITH, Kind.BY} and self.claim:
            self._party(self.claim, chunk, prep)
        elif prep is Kind.TO and self.loose and self._follows_asset() and not self._is_example():
            self._verbless(chunk)
        elif prep is Kind.TO:
            self.loose = []
        elif prep in {Kind.OF, Kind.WITH}:
            self._origin(chunk)
        elif prep is None:
            self._bare_club(chunk)

    def _acts(self) -> bool:
        """Read "with the Jets receiving a third"."""
        after = self._peek()
        if after is None:
            return False
        if after.verb is not None:
            return after.verb.form is Form.ING
        return after.kind is Kind.WORD and after.text == "agreeing"

    def _is_example(self) -> bool:
        """Read "traded eight players, including X to the Jets": one of many, told long after."""
        first = self.loose[0].first
        return any(c.last == first and c.text == "including" for c in self.chunks[: self.at])

    def _follows_asset(self) -> bool:
        """Read "TE Dale Preston (and a seventh) to Detroit"."""
        ahead = -3 if (closing := self._peek(-2)) is not None and closing.text == ")" else -2
        return self._peek_kind(ahead) in ASSETS

    def _qualifies_a_man(self, prep: Kind | None) -> bool:
        """Read "49ers quarterback Trey Lance", and not "sent the Jets quarterback Trey Lance"."""
        ahead = 1
        while (word := self._peek(ahead)) and word.text in _ADJECTIVES:
            ahead += 1
        if self._peek_kind(ahead) not in {Kind.PLAYER, Kind.UNNAMED} or prep is Kind.TO:
            return False
        man = self._peek(ahead)
        return (man is not None and man.position is not None) or self.wire

    def _belongs(self, chunk: Chunk) -> None:
        follower = self._peek()
        if follower and follower.kind is Kind.PICKS:
            self.pick_owner = chunk
        elif self._next_man():
            self._origin(chunk)

    def _next_man(self) -> bool:
        ahead = 1
        while self._peek_kind(ahead) is Kind.WORD and ahead < len("men"):
            ahead += 1
        return self._peek_kind(ahead) in MEN

    def _origin(self, chunk: Chunk) -> None:
        before = self._peek(-1)
        if before is not None and before.text == "former":
            return
        if self.claim and self.slot is self.claim.back:
            self.claim.back_origin = chunk
        elif self.claim:
            self.claim.origin = self.claim.origin or chunk
        else:
            self.origin = chunk

    def _party(self, claim: Claim, chunk: Chunk, prep: Kind) -> None:
        match prep:
            case Kind.TO if claim.to is not None and claim.to.clubs != chunk.clubs:
                self._gap(claim, chunk)
            case Kind.TO:
                claim.to, claim.settled = chunk, len(claim.theme)
            case Kind.FROM if claim.giver is not None and claim.giver.clubs != chunk.clubs:
                self._gap(claim, chunk)
            case Kind.FROM:
                claim.giver = claim.giver or chunk
            case Kind.WITH:
                claim.others.append(chunk)
                claim.partner = claim.partner or chunk
            case _:
                claim.agent = chunk
        self.ready = False

    def _verbless(self, chunk: Chunk) -> None:
        """Headlines drop the verb: "X and a fourth to the Vikings from the Lions for a second"."""
        noun = any(one.text in TRADE_NOUNS or one.verb for one in self.chunks[: self.at])
        claim = Claim(
            verb=NO_VERB, theme=[*self.loose], to=chunk, origin=self.origin, noun=noun,
            pair=tuple(self.parties) if len(self.parties) > 1 else (),
            words=tuple(self.words), behind=self.behind, verb_at=chunk.first, first=self.clause,
            last=chunk.last,
        )  # fmt: skip
        self._begin(claim)
        self.ready = False

    def _gap(self, claim: Claim, chunk: Chunk) -> None:
        """Read "X to the Bears for a second and Y to the 49ers for a third": the verb holds for both."""
        getting = claim.verb.frame is Frame.GET and not claim.passive
        moved = self._held_for_gap(claim) if getting is (self._peek_kind(-1) is Kind.FROM) else None
        if moved is not None:
            other = again(claim, moved, to=None if getting else chunk)
            other.giver = chunk if getting else None
            self._begin(other)
            self.slot, self.ready = other.theme, False

    def _held_for_gap(self, claim: Claim) -> Chunk | None:
        """The asset right before the second receiver, taken from where it was put."""
        lists = [self.loose, claim.back]
        if len(claim.theme) > claim.settled:
            lists.append(claim.theme)
        held = [assets for assets in lists if assets]
        return max(held, key=lambda assets: assets[-1].first).pop() if held else None

    def _bare_club(self, chunk: Chunk) -> None:
        claim = self.claim
        joins = claim is not None and claim.verb.lemma in _JOINS and claim.to is None
        if claim and (joins or self._is_indirect_object(claim)):
            claim.to = chunk
        elif claim and self.wire and claim.theme and claim.partner is None:
            claim.partner = chunk
            self.ready = False
        elif claim and self._gaps_subject(claim, chunk):
            other = again(claim, None, to=None)
            other.subject = chunk
            self._begin(other)
        elif not self._is_object():
            self._new_subject(chunk)

    def _gaps_subject(self, claim: Claim, chunk: Chunk) -> bool:
        """Read "the Bears get X and the Steelers a second": the verb holds for both."""
        getting = claim.verb.frame is Frame.GET and not claim.passive and bool(claim.theme)
        joined = self._peek_kind(-1) is Kind.AND and self._peek_kind() is Kind.PICKS
        return getting and joined and claim.subject is not None and claim.giver is None and (
            claim.subject.clubs != chunk.clubs
        )  # fmt: skip

    def _is_object(self) -> bool:
        """Read "the Eagles leapfrogged Houston", "ahead of the Giants": the club behind other words."""
        before = self._peek(-1)
        if before is None or before.text in _PREPOSITIONS:
            return before is not None
        plain = before.kind is Kind.WORD and not self.chunks[self.at].article
        return self.own_subject and plain and before.text.endswith("ed")

    def _is_indirect_object(self, claim: Claim) -> bool:
        """Read "send the Vikings a seventh-round pick"."""
        fits = claim.verb.lemma in _TWO_OBJECTS and not claim.passive
        return fits and not claim.theme and claim.to is None and self._peek_kind() in ASSETS

    def _new_subject(self, chunk: Chunk) -> None:
        together = (
            self._peek_kind(-1) in {Kind.AND, Kind.COMMA} and self._peek_kind(-2) is Kind.CLUB
        )
        if self.own_subject and together and not self.claim:
            self.parties.append(chunk)
        else:
            self.parties = [chunk]
        self.subject, self.own_subject = chunk, True
        self.words = []
        if chunk.article and self._peek_kind(-1) in ASSETS:
            self.behind = True  # "the receiver the Packers traded"
        if not (self.along or self.fronted):
            self.loose = []
        self.slot, self.ready = None, False
