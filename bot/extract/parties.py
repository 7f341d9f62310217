"""Clubs: who acts, who gives, who receives, and whose man or pick it is."""

from itertools import pairwise

from bot.extract import across
from bot.extract.claims import ASSETS, MEN, NO_VERB, TRADE_NOUNS, Claim, again
from bot.extract.clauses import TURNS, Verbs
from bot.extract.lexicon import Form, Frame, Kind
from bot.extract.mentions import Chunk

_ADJECTIVES = frozenset(
    "star veteran former starting backup disgruntled rookie standout pro bowl all two three four"
    " five six seven eight time longtime superstar injured young second third first year old top 's ex"
    " embattled unhappy journeyman reserve perennial franchise tagged disappointing promising versatile"
    " aging emerging blocking slot box cover swing hybrid nickel rush speedy shifty hulking possession power"
    " shutdown ball hawking dual threat field goal kick punt return blindside third down defensive offensive"
    " special teams trophy super heisman winner no. 1 reigning oft prized coveted underrated rugged".split()
)
_SUCH = frozenset({"winner", ""})  # "Heisman winner"; a pick that describes him
_MOST_TITLES = 6
_TITLED = frozenset({Kind.PLAYER, Kind.UNNAMED})
_PREPOSITIONS = frozenset(
    {"ahead of", "instead of", "because of", "due to", "over", "past", "against"}
)
_JOINS = frozenset({"join", "land with", "end up with"})
_UNLOADS = frozenset({"unload", "offload", "dump"})
_TWO_OBJECTS = frozenset(
    {*"send pay give hand ship return surrender net sell".split(), "hand over", "give up"}
)


def _is_partner(claim: Claim, chunk: Chunk) -> bool:
    return claim.partner is not None and claim.partner.clubs == chunk.clubs


class Parties(Verbs):
    """Gives each club its part."""

    def _club(self, chunk: Chunk) -> None:
        prep, self.prep = self._meant_by(self.prep), None
        self.last_club = chunk
        if prep is Kind.WITH and self._acts():
            self._answers(chunk)
            self._new_subject(chunk)
        elif chunk.owner or self._qualifies_a_man(prep):
            self._belongs(chunk)
        elif prep in {Kind.TO, Kind.FROM, Kind.WITH, Kind.BY} and self.claim:
            self._party(self.claim, chunk, prep)
        elif prep is Kind.TO and self.loose and self._follows_asset() and not self._is_example():
            self._verbless(chunk)
        elif prep is Kind.TO:
            self.loose = []
            self._turns_to(chunk)
        elif prep is Kind.FROM and self.loose:
            self.origin = chunk  # "X from the Bears to the Jets"
        elif prep in {Kind.OF, Kind.WITH}:
            self._origin(chunk)
        elif prep is None:
            self._bare_club(chunk)

    def _meant_by(self, prep: Kind | None) -> Kind | None:
        """Read "unloaded Dale Preston on the Jets", "is leaving Denver": a giver or receiver."""
        claim, before = self.claim, self._peek(-1)
        if claim is None or before is None or claim.to is not None:
            return prep
        if claim.verb.lemma in _UNLOADS and before.text in {"on", "onto"} and claim.theme:
            return Kind.TO
        leaves = claim.verb.lemma == "leave" and before.verb is claim.verb
        return Kind.FROM if leaves else prep

    def _answers(self, chunk: Chunk) -> None:
        """Read "the Bears traded X, with the Jets sending a third": that is who trades with them."""
        claim = self.claim
        if claim is None or claim.passive or claim.subject is None or not claim.theme:
            return
        open_ = not any((claim.to, claim.giver, claim.partner, claim.origin))
        deals = claim.verb.frame in {Frame.GIVE, Frame.GET} and chunk.clubs != claim.subject.clubs
        if open_ and deals and len(claim.pair) < 2:  # noqa: PLR2004 - two clubs act
            claim.partner = chunk

    def _acts(self) -> bool:
        """Read "with the Jets receiving a third"."""
        after = self._peek()
        if after is None:
            return False
        if after.verb is not None:
            return after.verb.form is Form.ING
        return after.kind is Kind.WORD and after.text == "agreeing"

    def _opens_with_men(self) -> bool:
        """The assets open the sentence or stand behind a colon, and nothing else names them."""
        first = self.loose[0].first if self.loose else 0
        before = [one for one in self.chunks[: self.at] if one.last <= first]
        return bool(self.loose) and (
            not before or before[-1].kind is Kind.COLON or before[-1].text == ";"
        )

    def _turns_to(self, chunk: Chunk) -> None:
        """Read "turned to the Bears for help, acquiring X": whom they turned to gives."""
        before = self._peek(-2)
        if self.claim is None and before is not None and before.text in TURNS:
            self.origin = chunk

    def _is_example(self) -> bool:
        """Read "traded eight players, including X to the Jets": one of many, told long after."""
        first = self.loose[0].first
        return any(c.last == first and c.text == "including" for c in self.chunks[: self.at])

    def _follows_asset(self) -> bool:
        """Read "TE Dale Preston (and a seventh) to Detroit"."""
        ahead = -3 if (closing := self._peek(-2)) is not None and closing.text == ")" else -2
        if self._peek_kind(-2) is Kind.COMMA and self._peek_kind(-3) is Kind.PICKS:
            ahead = (
                -3 if self._opens_with_men() else ahead
            )  # "A sixth, No. 191 overall, to the Jets"
        if self._peek_kind(ahead) is Kind.CLUB and self._peek_kind(ahead - 1) is Kind.FROM:
            ahead -= 2 if self._opens_with_men() else 0  # "X from the Bears to the Jets"
        return self._peek_kind(ahead) in ASSETS

    def _qualifies_a_man(self, prep: Kind | None) -> bool:
        """Read "49ers quarterback Dale Preston", and not "sent the Jets quarterback Dale Preston"."""
        if prep is None and self._is_sent_to():
            return False
        ahead = 1
        while (word := self._peek(ahead)) and self._is_title(word, self._peek(ahead + 1)):
            ahead += 1
        if self._peek_kind(ahead) not in {Kind.PLAYER, Kind.UNNAMED} or prep is Kind.TO:
            return False
        man, before = self._peek(ahead), self._peek(ahead - 1)
        title = before is not None and (before.kind is Kind.UNNAMED or before.text in _SUCH)
        priced = self.claim is not None and self.slot is self.claim.back
        titled = title and (self.claim is None or (priced and self._peek_kind(-1) is Kind.FOR))
        return (man is not None and (man.position is not None or titled)) or self.wire

    def _is_sent_to(self) -> bool:
        """Read "The Bears sent the Jets quarterback Dale Preston for a third": nobody else gets him."""
        claim, club = self.claim, self.chunks[self.at]
        if claim is None or not club.article or claim.subject is None or claim.theme:
            return False
        rest = self.chunks[self.at :]
        elsewhere = any(
            one.kind is Kind.TO and two.kind is Kind.CLUB for one, two in pairwise(rest)
        )
        two = claim.verb.lemma in _TWO_OBJECTS and not claim.passive and claim.to is None
        return two and not elsewhere and claim.subject.clubs != club.clubs

    def _is_title(self, word: Chunk, after: Chunk | None) -> bool:
        """Read each word of "longtime team captain", "former first-round pick" before a man's name."""
        described = word.kind is Kind.UNNAMED and not word.owner
        past_pick = word.kind is Kind.WORD and not word.text
        if after is None or word.text in _ADJECTIVES or past_pick:
            return after is not None
        return described and (after.kind in _TITLED or after.text in _ADJECTIVES)

    def _belongs(self, chunk: Chunk) -> None:
        follower = self._peek()
        if follower and follower.kind is Kind.PICKS:
            self.pick_owner = chunk
        elif self._next_man():
            self._origin(chunk)

    def _next_man(self) -> bool:
        ahead = 1
        while self._peek_kind(ahead) is Kind.WORD and ahead < _MOST_TITLES:
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
            case Kind.TO if self._pays(claim):
                claim.giver = claim.giver or chunk
            case Kind.TO if claim.verb.frame is Frame.GET and _is_partner(claim, chunk):
                pass  # "for a fifth going to the Jets"
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

    def _pays(self, claim: Claim) -> bool:
        """Read "are adding X for a fifth-rounder going to the Eagles": the price goes to who gives X."""
        getting = claim.verb.frame is Frame.GET and not claim.passive and claim.subject is not None
        return getting and bool(claim.back) and self.slot is claim.back

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
        held = self._held_for_gap(claim) if getting is (self._peek_kind(-1) is Kind.FROM) else []
        if held:
            other = again(claim, None, to=None if getting else chunk)
            other.theme = held
            other.giver = chunk if getting else None
            other.origin = across.owner_of(held[0], self.chunks)
            self._begin(other)
            self.slot, self.ready = other.theme, False

    def _held_for_gap(self, claim: Claim) -> list[Chunk]:
        """The assets right before the second receiver, taken from where they were put."""
        lists = [self.loose, claim.back]
        if len(claim.theme) > claim.settled:
            lists.append(claim.theme)
        held = [assets for assets in lists if assets]
        if not held:
            return []
        last = max(held, key=lambda assets: assets[-1].first)
        whole = last is self.loose
        taken = [*last] if whole else [last[-1]]  # "X to the Jets, a second and a third to Denver"
        del last[-len(taken) :]
        return taken

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
        over = before.text.startswith("leapfrog") or (plain and before.text.endswith("ed"))
        over |= plain and before.text.endswith("s") and self._peek(-2) is self.subject
        return self.own_subject and over

    def _is_indirect_object(self, claim: Claim) -> bool:
        """Read "send the Vikings a seventh-round pick"."""
        fits = claim.verb.lemma in _TWO_OBJECTS and not claim.passive
        object_ = self._peek_kind() in ASSETS or self._is_sent_to()
        return fits and not claim.theme and claim.to is None and object_

    def _new_subject(self, chunk: Chunk) -> None:
        before = self._peek(-1)
        together = (
            self._peek_kind(-1) in {Kind.AND, Kind.COMMA} and self._peek_kind(-2) is Kind.CLUB
        ) or (before is not None and before.kind is Kind.CLUB and before.last == chunk.first)
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
