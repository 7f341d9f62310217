"""Headlines, reporters' posts and lists of terms."""

from bot.model import Pick, Player
from tests.rendering.leads import _both, _has_man
from tests.rendering.scenes import Rendering, Scene, Style

_PER = (", per sources.", ", sources tell me and @TomPelissero.", ", per @RapSheet.", ".",
        ", source says.", ", per ESPN's Adam Schefter.", ", league sources told ESPN.")  # fmt: skip


def headline(s: Scene) -> Rendering | None:
    """Read "Jets trade CB A to Colts for two first-round picks, WR B"."""
    if (both := _both(s)) is None:
        return None
    there, back = both
    verb = s.rng.choice(("trade", "trading", "send", "deal", "agree to trade", "ship"))
    title = f"{s.pen.nick(s.giver)} {verb} {there} to {s.pen.nick(s.receiver)} for {back}"
    return s.told("", there, back, title=title)


def headline_acquire(s: Scene) -> Rendering | None:
    """Read "Colts acquire CB A from Jets for two first-round picks"."""
    if (both := _both(s)) is None:
        return None
    there, back = both
    verb = s.rng.choice(("acquire", "acquiring", "land", "get", "trade for", "agree to acquire"))
    source = s.rng.choice(("", "Report: ", "Sources: "))
    title = f"{source}{s.pen.nick(s.receiver)} {verb} {there} from {s.pen.nick(s.giver)} in exchange for {back}"
    return s.told("", there, back, title=title)


def verbless(s: Scene) -> Rendering | None:
    """Read "Trade: CB A to the Colts from the Jets for two first-round picks"."""
    if not s.back or not _has_man(s.there):
        return None
    there, back = s.pen.phrase(s.there), s.pen.phrase(s.back)
    giver, receiver = s.pen.nick(s.giver), s.pen.nick(s.receiver)
    text = s.rng.choice((
        f"Trade: {there} to the {receiver} from the {giver} for {back}",
        f"TRADE! {giver} send {there} to {receiver} for {back}",
        f"Trade: {giver} get {back}, {receiver} get {there}",
    ))  # fmt: skip
    return s.told(f"{text}{s.rng.choice(_PER)}", there, back)


def post(s: Scene) -> Rendering | None:
    """Read "Bears are trading WR A to the Jets for a 2026 sixth-round pick, per sources."."""
    if (both := _both(s)) is None:
        return None
    there, back = both
    giver, receiver = s.pen.nick(s.giver), s.pen.nick(s.receiver)
    text = s.rng.choice((
        f"{giver} are trading {there} to the {receiver} for {back}",
        f"Trade! The {giver} are sending {there} to the {receiver} for {back}",
        f"The {receiver} are acquiring {there} from the {giver} in exchange for {back}",
        f"Compensation update: {receiver} get {there} from {giver} for {back}",
        f"Sources: The {giver} have agreed to trade {there} to the {receiver} for {back}",
    ))  # fmt: skip
    return s.told(f"{text}{s.rng.choice(_PER)}", there, back)


def blocks(s: Scene) -> Rendering | None:
    """Read "Colts receive: CB A / Jets receive: 2026 first-round pick", on lines or in one."""
    if not s.back:
        return None
    there, got = s.pen.lines(s.there)
    back, gave = s.pen.lines(s.back)
    verb = s.rng.choice(("receive", "get"))
    one, two = s.pen.nick(s.receiver), s.pen.nick(s.giver)
    head = s.rng.choice(("Full trade details, per ESPN:", "Trade terms, per source:"))
    if s.rng.random() < 0.5:
        text = f"{head}\n\n{one} {verb}: {', '.join(there)}\n{two} {verb}: {', '.join(back)}"
    else:
        text = (
            f"{head}\n\n{one} {verb}:\n"
            + "\n".join(there)
            + f"\n\n{two} {verb}:\n"
            + "\n".join(back)
        )
    told = s.told(text)
    return Rendering(report=told.report, legs=s.legs_of(got, gave))


def full_terms(s: Scene) -> Rendering | None:
    """Read "The Colts and Jets made a trade: Colts get CB A; Jets get a first-round pick"."""
    if (both := _both(s)) is None:
        return None
    there, back = both
    giver, receiver = s.pen.nick(s.giver), s.pen.nick(s.receiver)
    text = s.rng.choice((
        f"The {giver} and {receiver} made a trade: {receiver} get {there}; {giver} get {back}",
        f"Full {giver}-{receiver} trade: {receiver} get {there}; {giver} get {back}",
        f"The {giver} and {receiver} agreed to a trade. The {receiver} receive {there} and the {giver} receive {back}",
    ))  # fmt: skip
    return s.told(f"{text}{s.rng.choice(_PER)}", there, back)


def numbers(s: Scene) -> Rendering | None:
    """Read "The Vikings traded No. 42 and No. 188 to the Texans for No. 23": numbers tell the picks."""
    if not s.back or not any(_is_slot(s, asset) for asset in (*s.there, *s.back)):
        return None
    s.pen.picks.numbered = True
    there, back = s.pen.phrase(s.there), s.pen.phrase(s.back)
    giver, receiver = s.pen.nick(s.giver), s.pen.the(s.receiver)
    text = s.rng.choice((
        f"The {giver} traded {there} to {receiver} for {back}",
        f"The {giver} are trading {there} to {receiver} in exchange for {back}",
        f"The {s.pen.nick(s.receiver)} acquired {there} from {s.pen.the(s.giver)} in exchange for {back}",
    ))  # fmt: skip
    return s.told(f"{text}{s.rng.choice(_PER)}", there, back)


def conditions(s: Scene) -> Rendering | None:
    """Read "... for a 2026 sixth-round pick that could become a fifth-rounder"."""
    if not any(isinstance(asset, Pick) and asset.condition for asset in (*s.there, *s.back)):
        return None
    s.pen.picks.clause = True
    return post(s)


def former_owners(s: Scene) -> Rendering | None:
    """Read "... for a 2026 sixth-round pick (via Broncos)"."""
    if not any(isinstance(asset, Pick) for asset in (*s.there, *s.back)):
        return None
    s.pen.picks.via = True
    return post(s)


def years_from_today(s: Scene) -> Rendering | None:
    """Read "... for a sixth-round pick in next year's draft"."""
    if not any(isinstance(asset, Pick) for asset in (*s.there, *s.back)):
        return None
    s.pen.picks.year = "relative"
    return post(s)


def swap(s: Scene) -> Rendering | None:
    """Read "The Bears and Jets swapped A and B" and "The Bears swapped A with the Jets for B"."""
    if not s.back or len(s.there) + len(s.back) > 2:
        return None
    there, back = s.pen.phrase(s.there), s.pen.phrase(s.back)
    giver, receiver = s.pen.nick(s.giver), s.pen.nick(s.receiver)
    text = s.rng.choice((
        f"The {giver} swapped {there} for {back} with the {receiver}",
        f"The {giver} are swapping {there} for the {receiver}' {_bare(back.text)}",
    ))  # fmt: skip
    if not isinstance(s.back[0], Player):
        text = f"The {giver} swapped {there} for {back} with the {receiver}"
    return s.told(f"{text}{s.rng.choice(_PER)}", there, back)


def _bare(text: str) -> str:
    return text.removeprefix("a ").removeprefix("the ")


def _is_slot(s: Scene, asset: object) -> bool:
    return (
        isinstance(asset, Pick)
        and asset.number is not None
        and asset.season == s.trade.day.year
        and s.trade.day.month < 5
    )


STYLES: tuple[Style, ...] = (
    headline, headline_acquire, verbless, post, blocks, full_terms, numbers, conditions,
    former_owners, years_from_today, swap,
)  # fmt: skip
