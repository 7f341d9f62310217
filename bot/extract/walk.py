"""Walking along a sentence: which frame is open, which list an asset would join, which club is awaited."""

from collections.abc import Sequence

from bot.extract import (
    climbs,
    draft_turns,
    draftees,
    idioms,
    listings,
    slot_labels,
    slot_moves,
)
from bot.extract.claims import Claim
from bot.extract.interjections import without_interjections
from bot.extract.lexicon import Frame, Kind
from bot.extract.mentions import Chunk

_CLUB_ADJECTIVES = frozenset(
    "division rival rivals nfc afc north south east west reigning defending super bowl champion"
    " champions conference fellow their his".split()
)
_OF_CLUBS = frozenset(
    "winless lowly struggling rebuilding contending nearby undefeated unbeaten surging slumping rival".split()
)
_HONOURED = frozenset({"year", "week", "month"})
_DATED = 4  # words up to "deadline"
_DENIES = frozenset({"not", "rather", "than", "instead of"})
_APART = frozenset({"separate", "different"})
_EDGES = frozenset({",", "(", ")"})
_GO_ON = frozenset({Kind.TO, Kind.FROM, Kind.FOR})
REPORTING = frozenset(
    "reports reported report tweets tweeted says said writes wrote adds added notes noted confirms"
    " confirmed told tells first relays according posted hears understands".split()
)
CLAUSE_AHEAD = REPORTING | frozenset(
    "will is was has had have would could should are were can said injury contract news reacts".split()
)


class Walk:
    """The state of one walk.

    Args:
        chunks: the sentence.
        subject: who acts where the sentence names nobody: the last sentence's subject.
        wire: the sentence is of the transactions wire, whose style drops small words.

    Attributes:
        slot: the list that the next asset joins.
        ready: a list item may come: the list has just begun, or a comma or "and" was read.
        prep: the preposition that waits for its club.
        pool: picks of which nothing is known yet, some of which are named next.
        loose: assets read before their verb.
        suspended: the frame before a clause that opens with "who".
        aside: loose assets and origin before a clause that opens with "who".
        men: the men whom the sentence has named so far.
        along: "along with" stood before them, so they belong to what the verb moves.
        fronted: "in exchange for" stood before them, so they are the price.
        relative: a clause with "who" is open; its subject is the last club.
        behind: a clause that tells of earlier things is open.
        own_subject: this sentence has named who acts.
        outcome: a clause like ", clearing the way for X," is open: whom it names does not move.
        clause: token index where the clause began.
    """

    def __init__(
        self, chunks: Sequence[Chunk], *, subject: Chunk | None = None, wire: bool = False
    ) -> None:
        plain = _without_denied(without_interjections(chunks))
        self.chunks = climbs.slots(
            plain
            if wire
            else idioms.plain(
                draft_turns.plainly(
                    slot_labels.plainly(
                        listings.plainly(draftees.plainly(slot_moves.plainly(plain)))
                    )
                )
            )
        )
        self.wire = wire
        self.claims: list[Claim] = []
        self.subject = None if wire else subject
        self.parties: list[Chunk] = []
        self.claim: Claim | None = None
        self.slot: list[Chunk] | None = None
        self.ready = False
        self.prep: Kind | None = None
        self.loose: list[Chunk] = []
        self.origin: Chunk | None = None
        self.aside: tuple[list[Chunk], Chunk | None] = ([], None)
        self.suspended: Claim | None = None
        self.pick_owner: Chunk | None = None
        self.pool: Chunk | None = None
        self.last_club: Chunk | None = None
        self.last_man: Chunk | None = None
        self.men: dict[str, Chunk] = {}
        self.words: list[str] = []
        self.behind = self.relative = self.along = self.own_subject = self.fronted = False
        self.outcome = False
        self.clause = 0
        self.at = 0

    def _peek(self, ahead: int = 1) -> Chunk | None:
        index = self.at + ahead
        return self.chunks[index] if 0 <= index < len(self.chunks) else None

    def _peek_kind(self, ahead: int = 1) -> Kind | None:
        chunk = self._peek(ahead)
        return chunk.kind if chunk else None

    def _begin(self, claim: Claim) -> None:
        self.claims.append(claim)
        self.claim = claim
        takes_object = not claim.passive and claim.verb.frame not in {Frame.MOTION, Frame.CLIMB}
        self.slot = claim.theme if takes_object else None
        self.ready, self.prep = True, None
        self.loose, self.words = [], []
        self.origin = self.pool = None
        self.along = self.relative = self.behind = self.fronted = self.outcome = False

    def _resume(self, chunk: Chunk) -> None:
        """Behind "X, who held out all summer," the main clause goes on."""
        if self.relative:
            self.relative, self.loose, self.origin = False, self.aside[0], self.aside[1]
            self.words, self.clause = [], chunk.last
        over = self.claim is None or self.claim.behind
        if self.suspended is not None and over and self._peek_kind() in _GO_ON:
            self.claim, self.suspended, self.slot = self.suspended, None, None

    def _restart(self, chunk: Chunk) -> None:
        self.claim = self.slot = None
        self.loose, self.words = [], []
        self.clause = chunk.last

    def _break(self, chunk: Chunk) -> None:
        if chunk.text == "before" and self._names_deadline():
            self.words.append(chunk.text)
            return
        inside = (
            self.relative and chunk.kind is Kind.MOVE
        )  # "X, who signed last March, to the Jets"
        if not inside:
            self.aside = (self.loose, self.origin)
            self.suspended = self.claim if chunk.kind is Kind.WHO else None
        if chunk.text == ";":
            self.parties = []  # who acted before it is no seller behind it
        self.claim = self.slot = self.prep = None
        self.ready = self.behind = self.along = False
        self.words, self.loose = [], []
        self.origin = None
        self.clause = chunk.first
        self.relative = inside or chunk.kind is Kind.WHO
        if chunk.kind is Kind.AFTER:
            self.behind = True

    def _names_deadline(self) -> bool:
        """Read "before the deadline", "before Tuesday's trading deadline": no clause of its own."""
        ahead = 1
        while self._peek_kind(ahead) is Kind.WORD and ahead <= _DATED:
            chunk = self._peek(ahead)
            if chunk is not None and chunk.text == "deadline":
                return True
            ahead += 1
        return False

    def _describes_club(self, chunk: Chunk) -> bool:
        """Read "to the winless Browns", "to his hometown Jaguars", "to division rival Detroit"."""
        determined = bool(chunk.article) or chunk.definite
        return determined or chunk.text in _CLUB_ADJECTIVES or self._peek_kind(-1) is Kind.WORD

    def _stands_before_club(self, chunk: Chunk) -> bool:
        """Read "from cap-strapped Miami", "to lowly Carolina"; "to beat Dallas" goes to nobody."""
        after = self._peek()
        if chunk.text in _OF_CLUBS:
            return after is not None and after.kind is Kind.CLUB
        tied = after is not None and after.kind is Kind.WORD and self._peek_kind(2) is Kind.CLUB
        there = tied or (after is not None and after.kind is Kind.CLUB)
        return there and self.prep is Kind.FROM and not chunk.text.endswith("ing")

    def _word(self, chunk: Chunk) -> None:
        if chunk.text in {"teams", "clubs"} and self.claim and _APART & set(self.words[-1:]):
            self.claim.theme.clear()  # "X and Y to separate teams: X to the Bears, Y to the Colts"
        self.words.append(chunk.text)
        honour = (
            self.prep is Kind.OF and chunk.text in _HONOURED
        )  # "Player of the Year Dale Preston"
        if honour or (self.prep not in {None, Kind.WITH} and not self._describes_club(chunk)):
            self.prep = None if honour or not self._stands_before_club(chunk) else self.prep
        if self.slot and chunk.text in CLAUSE_AHEAD:
            self.slot = None


def _without_denied(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The sentence without a club that takes no part: "the Bears, not the Colts, are getting X"."""
    kept: list[Chunk] = []
    aside = False
    for chunk in chunks:
        if aside and chunk.text in _EDGES:
            aside = False
            continue
        aside = False
        if chunk.kind is Kind.CLUB and (stop := _denial(kept)):
            del kept[stop:]
            aside = True
            continue
        kept.append(chunk)
    return kept


def _denial(before: Sequence[Chunk]) -> int:
    """Where "(not", ", rather than" or "and not" begins that ends right here, else 0."""
    start = len(before)
    while start and before[start - 1].text in _DENIES:
        start -= 1
    if start == len(before) or not start:
        return 0
    edge = before[start - 1]
    return start - 1 if edge.text in _EDGES or edge.kind is Kind.AND else start
