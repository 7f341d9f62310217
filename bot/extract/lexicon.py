"""The grammar's closed classes: trade verbs with their direction, and the small words between clubs and assets."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum, auto


class Frame(StrEnum):
    """Who ends up with the object of a verb."""

    GIVE = "give"  # the subject gives it
    GET = "get"  # the subject gets it
    SWAP = "swap"  # the subject gives it, and gets the same back
    MOTION = "motion"  # the subject is itself the asset: "Smith is headed to the Jets"
    CLIMB = "climb"  # the subject gets a draft slot: "moved up to No. 81"


class Force(IntEnum):
    """How much a verb says by itself."""

    WEAK = 0  # needs a partner or a return, and nothing of a signing nearby
    FAIR = 1  # needs a partner
    STRONG = 2  # is a trade


class Form(StrEnum):
    """The inflection, as far as the grammar needs it."""

    BASE = "base"
    PAST = "past"
    ING = "ing"


@dataclass(frozen=True, slots=True)
class Verb:
    """One inflected trade verb.

    Attributes:
        noun: the same word can be a noun ("a trade", "in return").
    """

    lemma: str
    frame: Frame
    force: Force
    form: Form
    noun: bool = False


class Kind(IntEnum):
    """What a chunk is to the grammar."""

    CLUB = auto()
    OTHER_LEAGUE = auto()
    PLAYER = auto()
    SURNAME = auto()  # one capitalised word that may be a player's last name
    PRONOUN = auto()
    UNNAMED = auto()  # a player by description
    PICKS = auto()
    CASH = auto()
    FUTURE = auto()
    PERSON = auto()  # a coach, a general manager, an agent
    SOURCE = auto()
    VERB = auto()
    NOUN = auto()  # a trade, a deal
    TO = auto()
    FROM = auto()
    FOR = auto()
    WITH = auto()
    BY = auto()
    OF = auto()
    AND = auto()
    COMMA = auto()
    COLON = auto()
    WHO = auto()  # opens a clause about the last noun
    AFTER = auto()  # opens a clause that tells of earlier things
    STOP = auto()  # opens any other clause
    SOFT = auto()  # a preposition: what follows is no list item
    MOVE = auto()  # another kind of roster move
    WORD = auto()


_VERBS = """
give strong 1 trade trades traded trading
give strong 0 swap_out swaps_out swapped_out swapping_out
swap strong 1 swap swaps swapped swapping
swap strong 1 exchange exchanges exchanged exchanging
give fair 0 send sends sent sending
give fair 1 ship ships shipped shipping
give fair 1 deal deals dealt dealing
give fair 1 flip flips flipped flipping
give fair 1 move moves moved moving
give fair 0 unload unloads unloaded unloading
give fair 0 offload offloads offloaded offloading
give fair 0 give_up gives_up gave_up giving_up
give fair 0 part_with parts_with parted_with parting_with
give fair 0 surrender surrenders surrendered surrendering
give fair 0 return returns returned returning
give fair 0 hand hands handed handing
give fair 0 hand_over hands_over handed_over handing_over
give fair 0 give gives gave giving
give fair 0 give gives given giving
give fair 0 bring brings brought bringing
give fair 1 package packages packaged packaging
give fair 0 jettison jettisons jettisoned jettisoning
give fair 0 dump dumps dumped dumping
give fair 0 dish dishes dished dishing
give fair 0 fork_over forks_over forked_over forking_over
give fair 0 cough_up coughs_up coughed_up coughing_up
give fair 0 pay pays paid paying
give fair 0 relinquish relinquishes relinquished relinquishing
get strong 0 acquire acquires acquired acquiring
get fair 0 acquisition_of acquisitions_of acquisition_of acquisition_of
give fair 0 trade_of trades_of trade_of trade_of
get strong 0 reacquire reacquires reacquired reacquiring
get strong 0 re_acquire re_acquires re_acquired re_acquiring
get strong 0 aquire aquires aquired aquiring
get strong 0 trade_for trades_for traded_for trading_for
get fair 0 deal_for deals_for dealt_for dealing_for
get fair 0 swap_for swaps_for swapped_for swapping_for
get fair 0 obtain obtains obtained obtaining
get weak 0 get gets got getting
get weak 1 land lands landed landing
get weak 0 receive receives received receiving
get weak 0 recieve recieves recieved recieving
get weak 0 add adds added adding
get weak 0 pick_up picks_up picked_up picking_up
get weak 0 bring_in brings_in brought_in bringing_in
get weak 0 bring_back brings_back brought_back bringing_back
get weak 0 secure secures secured securing
get weak 0 snag snags snagged snagging
get weak 0 nab nabs nabbed nabbing
get weak 0 grab grabs grabbed grabbing
get weak 0 fetch fetches fetched fetching
get weak 0 scoop_up scoops_up scooped_up scooping_up
get weak 0 poach poaches poached poaching
get weak 0 pluck plucks plucked plucking
get weak 0 reel_in reels_in reeled_in reeling_in
get weak 0 haul_in hauls_in hauled_in hauling_in
get weak 0 get_hold_of gets_hold_of got_hold_of getting_hold_of
get weak 0 pry pries pried prying
get weak 0 net nets netted netting
get weak 0 settle_for settles_for settled_for settling_for
get weak 0 pocket pockets pocketed pocketing
get weak 0 gain gains gained gaining
get weak 0 collect collects collected collecting
get weak 0 recoup recoups recouped recouping
get weak 0 take_on takes_on took_on taking_on
get weak 0 take takes took taking
get weak 0 take takes taken taking
motion weak 0 go goes went going
motion weak 0 go goes gone going
motion weak 0 head heads headed heading
motion weak 0 come comes comes coming
motion weak 0 come_over comes_over came_over coming_over
motion weak 0 arrive arrives arrived arriving
motion weak 0 leave leaves leaves leaving
motion weak 0 join joins joined joining
motion weak 0 is_off are_off was_off being_off
motion weak 0 is_bound are_bound was_bound being_bound
motion weak 0 on_his_way on_their_way on_its_way on_the_way
motion weak 0 on_the_move on_the_move on_the_move on_the_move
motion weak 0 land_with lands_with landed_with landing_with
motion weak 0 end_up_with ends_up_with ended_up_with ending_up_with
motion weak 0 come_back comes_back came_back coming_back
motion weak 0 head_back heads_back headed_back heading_back
motion weak 0 go_the_other_way goes_the_other_way went_the_other_way going_the_other_way
motion weak 0 head_the_other_way heads_the_other_way headed_the_other_way heading_the_other_way
climb fair 0 move_up moves_up moved_up moving_up
climb fair 0 trade_up trades_up traded_up trading_up
climb fair 0 jump_up jumps_up jumped_up jumping_up
climb fair 0 trade_back_up trades_back_up traded_back_up trading_back_up
climb fair 0 move_back_up moves_back_up moved_back_up moving_back_up
climb weak 0 drop drops dropped dropping
climb weak 0 slide slides slid sliding
climb fair 0 move_back moves_back moved_back moving_back
climb fair 0 move_down moves_down moved_down moving_down
climb fair 0 trade_back trades_back traded_back trading_back
climb fair 0 trade_down trades_down traded_down trading_down
climb fair 0 drop_back drops_back dropped_back dropping_back
climb fair 0 drop_down drops_down dropped_down dropping_down
climb fair 0 slide_back slides_back slid_back sliding_back
"""

_PARTICLES = ("away", "off", "out", "back")  # "shipped off", "sending away", "traded away"

_SMALL: dict[Kind, str] = {
    Kind.TO: "to|\u2192|over to|onto|back to|off to|out to|on to",
    Kind.FROM: "from|fom|away from",
    Kind.FOR: "for|in exchange for|in return for|in return|in exchange|in trade for|in exhange for"
    "|at a cost of|at the cost of|at a price of|at the price of|for the price of",
    Kind.WITH: "with|between|alongside with|involving|and to",
    Kind.BY: "by",
    Kind.OF: "of|at|via",
    Kind.AND: "and|&|+|plus|/|along with|as well as|together with|on top of|in addition to|alongside"
    "|and also|while also|besides|also|that includes|that included|which includes|including"
    "|featuring|headlined by|highlighted by|consisting of|that features",
    Kind.COMMA: ",",
    Kind.COLON: ":",
    Kind.WHO: "who|which|whom|whose",
    Kind.AFTER: "after|since|before|when|once|until|following|because|where|ever since|days after"
    "|weeks after|months after|years after|prior to",
    Kind.STOP: "that|per|according to|as|while|but|if|amid|despite|although|though|so|than|;|\u2014|--"
    '|"|...||\u2026|!|?|~|told|tells|tell|says|said|say|source says|sources say|sources said'
    "|fill in for|fills in for|filling in for|filled in for|step in for|stepping in for|stand in for|standing in for"
    "|sub for|subbing for|cover for|covering for|take over for|taking over for|make room for|making room for"
    "|ahead of|because of|instead of|due to|yet|then|and then|subsequently",
    Kind.SOFT: "in|on|at|into|during|over|under|against|behind|about|around|through|within|without"
    "|near|towards|toward|across|upon|like|amongst|among|next to|opposite|beside|as part of|as compensation for",
    Kind.CASH: "cash|cash considerations|monetary considerations|cash consideration",
    Kind.FUTURE: "future considerations|future considertations|future consideration"
    "|a player to be named later|player to be named later",
    Kind.PRONOUN: "him|he|them both|both players|the player|the veteran",
    Kind.UNNAMED: "players|player|veteran player|starter|starters|star|standout|pro bowler|all pro|speedster"
    "|mvp|year old|player of the year|rookie of the year|signal caller|third down back|power back|scat back|ball hawk|deep threat|trophy winner|run stuffer|sack artist|special teamer"
    "|teams ace|blindside protector|edge defender|return ace|face of the franchise|playmaker|captain|team captain|backup|veteran|defender|rookie|former first rounder|pro bowlers|stars|veterans",
    Kind.WORD: "the rights to|rights to|give up on|gives up on|gave up on|given up on|giving up on",
    Kind.NOUN: "trade|trades|deal|deals|swap|agreement|transaction|package|blockbuster|exchange",
    Kind.MOVE: "sign|signs|signed|signing|re-sign|re-signs|re-signed|resign|resigned|release|releases"
    "|released|releasing|waive|waives|waived|waiving|cut|cuts|place|places|placed|placing"
    "|activate|activates|activated|elevate|elevated|elevates|promote|promoted|promotes|claim"
    "|claims|claimed|claiming|extend|extends|extended|designate|designated|assign|assigned|draft"
    "|drafts|drafted|drafting|select|selects|selected|selecting|restructure|restructured|hire"
    "|hires|hired|fire|fires|fired|terminate|terminated|recall|recalled|reinstate|reinstated"
    "|took a flier|agree to terms|agreed to terms|pick|picking|replace|replaces|replacing|reunite"
    "|reunites|reuniting|play|pair|complement|face|faces|beat|host|name|names|named|start|starts",
}


def verbs() -> dict[str, Verb]:
    """Every inflected trade verb, as printed, with its frame."""
    found: dict[str, Verb] = {}
    for row in _VERBS.strip().splitlines():
        frame, force, noun, base, third, past, ing = row.split()
        for text, form in zip((base, third, past, ing), _FORMS, strict=True):
            verb = Verb(
                base.replace("_", " "), Frame(frame), Force[force.upper()], form, noun == "1"
            )
            found.setdefault(text.replace("_", " "), verb)
    for text, verb in [*found.items()]:
        for printed in _with_particles(text, verb):
            found.setdefault(printed, verb)
    return found


_FORMS = (Form.BASE, Form.BASE, Form.PAST, Form.ING)


def _with_particles(text: str, verb: Verb) -> tuple[str, ...]:
    if verb.frame is not Frame.GIVE or " " in text:
        return ()
    return tuple(f"{text} {particle}" for particle in _PARTICLES)


def small() -> dict[str, Kind]:
    """Every small word or fixed phrase, as printed, with its part in the grammar."""
    return {
        phrase: kind for kind, phrases in _SMALL.items() for phrase in phrases.split("|") if phrase
    }
