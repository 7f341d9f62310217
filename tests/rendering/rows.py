"""Rows of the transactions wire, in the forms in which its editors file a trade."""

from tests.rendering.pens import Phrase
from tests.rendering.scenes import Rendering, Scene, Style

_FOR = ("for", "in exchange for")
_OTHER_MOVES = (
    "Signed OL Tavin Brask.", "Released QB Kyle Morrand.", "Waived WR Deshan Pyle.",
    "Placed LB Oren Vasquez-Lyle on injured reserve.", "Activated CB Milo Trent Jr.",
    "Signed S Boden Clay to the practice squad.", "Waived DE Rasul Nettles with an injury settlement.",
    "Claimed TE Wade Ironmonger off waivers from Jacksonville.",
    "Acquired the contract of RB Cole Darby from the practice squad.",
    "Elevated DTs Ned Farrow and Amos Quill from the practice squad.",
)  # fmt: skip


def _partner(s: Scene, *, receiver: bool = True) -> str:
    code = s.receiver if receiver else s.giver
    form = s.rng.choice((s.pen.full, s.pen.city, lambda c: f"the {s.pen.full(c)}"))
    name = form(code)
    return s.pen.full(code) if name == s.pen.nick(code) else name


def _both(s: Scene) -> tuple[Phrase, Phrase] | None:
    return (s.pen.phrase(s.there), s.pen.phrase(s.back)) if s.back else None


def traded(s: Scene) -> Rendering | None:
    """Read "Traded CB A to Pittsburgh in exchange for a 2026 pick."."""
    if (both := _both(s)) is None:
        return None
    there, back = both
    text = f"Traded {there} to {_partner(s)} {s.rng.choice(_FOR)} {back}."
    return s.filed(text, there, back, by=s.giver)


def acquired(s: Scene) -> Rendering | None:
    """Read "Acquired QB A from Cleveland in exchange for a 2026 pick."."""
    if (both := _both(s)) is None:
        return None
    there, back = both
    text = f"Acquired {there} from {_partner(s, receiver=False)} {s.rng.choice(_FOR)} {back}."
    return s.filed(text, there, back, by=s.receiver)


def received(s: Scene) -> Rendering | None:
    """Read "Received WR A and a sixth-round draft pick from Carolina in exchange for a fifth-round pick."."""
    if (both := _both(s)) is None:
        return None
    there, back = both
    name = _partner(s, receiver=False)
    text = s.rng.choice((
        f"Received {there} from {name} in exchange for {back}.",
        f"Received {there} in a trade with {name} for {back}.",
        f"Received {there} in a trade with {name} in exchange for {back}.",
    ))  # fmt: skip
    return s.filed(text, there, back, by=s.receiver)


def sent(s: Scene) -> Rendering | None:
    """Read "Sent CB A to Denver in exchange for a fifth-round pick."."""
    if (both := _both(s)) is None:
        return None
    there, back = both
    text = f"Sent {there} to {_partner(s)} {s.rng.choice(_FOR)} {back}."
    return s.filed(text, there, back, by=s.giver)


def no_partner(s: Scene) -> Rendering | None:
    """Read "Traded a 2026 pick in exchange for TE A.": the other club is left out."""
    if (both := _both(s)) is None:
        return None
    there, back = both
    return s.filed(f"Traded {there} in exchange for {back}.", there, back, by=s.giver, known=False)


def no_return(s: Scene) -> Rendering | None:
    """Read "Traded CB A to Pittsburgh": what comes back is left out, and the full stop."""
    there = s.pen.phrase(s.there)
    text = s.rng.choice((
        f"Traded {there} to {_partner(s)}",
        f"Traded {there} to {_partner(s)}.",
        f"The {s.pen.full(s.giver)} trade {there} to the {s.pen.full(s.receiver)}.",
    ))  # fmt: skip
    return s.filed(text, there, None, by=s.giver)


def in_a_trade_with(s: Scene) -> Rendering | None:
    """Read "Acquired QB A in a trade with the New York Jets for a 2026 pick."."""
    if (both := _both(s)) is None:
        return None
    there, back = both
    name = _partner(s, receiver=False)
    text = s.rng.choice((
        f"Acquired {there} in a trade with {name} for {back}.",
        f"Acquired {there} in a trade with {name} in exchange for {back}.",
        f"Acquired {there} via trade from {name} in exchange for {back}.",
        f"Completed a trade with {name} to acquire {there} in exchange for {back}.",
    ))  # fmt: skip
    return s.filed(text, there, back, by=s.receiver)


def man_first(s: Scene) -> Rendering | None:
    """Read "QB A acquired in trade with Tennessee for 2025 seventh-round draft pick; TE B ...": no stops."""
    if (both := _both(s)) is None:
        return None
    there, back = both
    name = s.pen.city(s.giver)
    behind = f"{there} acquired in trade with {name} for {back}; TE Wade Ironmonger waived"
    text = s.rng.choice((behind, f"RB Cole Darby placed on injured reserve; {behind}"))
    return s.filed(text, there, back, by=s.receiver)


def press_release(s: Scene) -> Rendering | None:
    """Read "The 49ers have acquired RB A from the Commanders in exchange for a pick. In order to ..."."""
    if (both := _both(s)) is None:
        return None
    there, back = both
    nick = s.pen.nick(s.receiver)
    text = (
        f"The {nick} have acquired {there} from the {s.pen.full(s.giver)} in exchange for {back}."
        " In order to make room on the roster, the team has waived WR Deshan Pyle."
    )
    return s.filed(text, there, back, by=s.receiver)


def bundled(s: Scene) -> Rendering | None:
    """One trade among twenty other moves of the day."""
    row = traded(s) if s.rng.random() < 0.5 else acquired(s)
    if row is None:
        return None
    moves = [s.rng.choice(_OTHER_MOVES) for _ in range(19)]
    moves.insert(s.rng.randrange(20), row.report.text)
    by = row.report.filer
    assert by is not None
    told = s.filed(" ".join(moves), None, None, by=by)
    return Rendering(report=told.report, legs=row.legs)


STYLES: tuple[Style, ...] = (
    traded, acquired, received, sent, no_partner, no_return, in_a_trade_with, man_first,
    press_release, bundled,
)  # fmt: skip
