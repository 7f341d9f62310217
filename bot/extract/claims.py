"""What a frame holds while it is filled: the chunks around one trade verb."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.extract.lexicon import Force, Form, Frame, Kind, Verb
from bot.extract.mentions import Chunk

ASSETS = frozenset(
    {
        Kind.PLAYER, Kind.SURNAME, Kind.UNNAMED, Kind.PRONOUN, Kind.PICKS, Kind.CASH, Kind.FUTURE,
    }
)  # fmt: skip
MEN = frozenset({Kind.PLAYER, Kind.SURNAME, Kind.UNNAMED})
COMES_BACK = Verb("come back", Frame.MOTION, Force.WEAK, Form.ING)  # "with X returning"
RETURNS = frozenset(  # the other way than the frame before
    {"come back", "go back", "head back", "go the other way", "head the other way"}
)
CLIMB = Verb("move up", Frame.CLIMB, Force.FAIR, Form.BASE)  # "move from No. 17 to No. 14"
NO_VERB = Verb("to", Frame.MOTION, Force.WEAK, Form.BASE)  # "X to the Bears for a second"
DEAL = Verb("deal with", Frame.GET, Force.WEAK, Form.BASE)  # "reached a deal with the Jets"
PRICE = Verb("price", Frame.GIVE, Force.WEAK, Form.BASE)  # "Compensation: a second and a third"
TRADE_FOR = Verb("trade for", Frame.GET, Force.STRONG, Form.ING)  # "trading with the Jets for X"
TRADE_AWAY = Verb("trade", Frame.GIVE, Force.STRONG, Form.PAST)  # "was traded for a fourth"
FOR_VERBS = frozenset({"trade for", "deal for", "swap for"})
TRADE_NOUNS = frozenset({"trade", "deal", "agreement", "swap", "package", "exchange"})


@dataclass(slots=True, kw_only=True)
class Claim:
    """One frame and its fillings, as chunks.

    Attributes:
        theme: what the verb moves.
        back: what is given for it.
        origin: the club that a man of the theme is said to belong to.
        settled: how many assets stood before the receiver.
        noun: the words "trade", "deal" or "swap" stand in the clause.
        pair: the clubs that act together ("the Rams and Lions").
        ahead: the chunk before the verb, which tells an infinitive and a gerund from the rest.
        words: the small words before the verb, which carry tense and mood.
        behind: the frame stands in a clause that tells of earlier things.
        follows: it goes on with the frame before it: ", sending away X", "gave up X to get Y".
        involving: "a trade involving X": the text does not say who gives whom.
        named_trade: "the Hopkins trade": a trade the reader already knows.
        for_man: "get a third from the Bears in the Hopkins trade": the picks are his price.
        verb_at: token index of the verb.
        first: token index of its clause.
        last: token index behind it.
    """

    verb: Verb
    passive: bool = False
    subject: Chunk | None = None
    pair: tuple[Chunk, ...] = ()
    to: Chunk | None = None
    origin: Chunk | None = None
    giver: Chunk | None = None
    partner: Chunk | None = None
    agent: Chunk | None = None
    others: list[Chunk] = field(default_factory=list)
    theme: list[Chunk] = field(default_factory=list)
    back: list[Chunk] = field(default_factory=list)
    back_origin: Chunk | None = None
    swap: Chunk | None = None
    settled: int = 0
    noun: bool = False
    words: tuple[str, ...] = ()
    ahead: Chunk | None = None
    verb_at: int = 0
    behind: bool = False
    follows: bool = False
    involving: bool = False
    named_trade: bool = False
    for_man: bool = False
    first: int = 0
    last: int = 0


def asides(chunks: Sequence[Chunk]) -> frozenset[int]:
    """Tokens of asides behind a man: "Dale Preston, the No. 9 pick last year, to Dallas", ", who ...,"."""
    found: set[int] = set()
    triples = zip(chunks, chunks[1:], chunks[2:], strict=False)
    for index, (man, comma, first) in enumerate(triples):
        if comma.kind is not Kind.COMMA or man.kind not in MEN:
            continue
        opens = _opens_aside(first) or _tells_contract(chunks[index + 2 : index + 6])
        if opens or _tells_whose(chunks[index + 2 : index + 4]):
            tail = chunks[index + 3 : index + 3 + _ASIDE]
            end = next((one.first for one in tail if one.kind is Kind.COMMA), first.first)
            found.update(range(first.first, end))
    return frozenset(found)


def _opens_aside(chunk: Chunk) -> bool:
    described = chunk.kind in {Kind.WORD, Kind.UNNAMED, Kind.PICKS} and (
        chunk.article or not chunk.text or chunk.text in _HIS
    )
    return chunk.kind is Kind.WHO or bool(described)


def _tells_whose(chunks: Sequence[Chunk]) -> bool:
    """Read ", hero of last year's title game,"."""
    kinds = [one.kind for one in chunks]
    named = kinds in ([Kind.WORD, Kind.OF], [Kind.UNNAMED, Kind.OF])
    return named and not chunks[0].text.isdecimal()


def _tells_contract(chunks: Sequence[Chunk]) -> bool:
    """Read ", in the last year of his deal,"."""
    kinds = [one.kind for one in chunks]
    return kinds[:1] == [Kind.SOFT] and kinds[3:] == [Kind.OF] and chunks[2].text == "year"


_ASIDE = 14  # tokens
_HIS = frozenset({"their", "its", "his", "entering"})


def again(claim: Claim, moved: Chunk | None, *, to: Chunk | None) -> Claim:
    """The same frame again, for one more asset and its receiver."""
    return Claim(
        verb=claim.verb, subject=claim.subject, passive=claim.passive, theme=[moved] if moved else [], to=to,
        pair=claim.pair, words=claim.words, ahead=claim.ahead, verb_at=claim.verb_at, behind=claim.behind, noun=claim.noun, first=claim.first, last=claim.last,
    )  # fmt: skip
