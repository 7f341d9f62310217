"""Leads of agencies and outlets: whole sentences, active and passive, with a source or none."""

from bot.model import Asset, Player
from tests.rendering.pens import Phrase
from tests.rendering.scenes import Rendering, Scene, Style

_SOURCES = (
    ", according to a person familiar with the deal", ", a source told ESPN's Adam Schefter",
    ", NFL Network's Ian Rapoport reported", ", sources told ESPN", ", per multiple reports",
    ", the team announced", "", " on Tuesday", " on Tuesday, according to ESPN",
)  # fmt: skip


def _source(s: Scene) -> str:
    return s.rng.choice(_SOURCES)


def _has_man(assets: tuple[Asset, ...]) -> bool:
    return any(isinstance(asset, Player) for asset in assets)


def _both(s: Scene) -> tuple[Phrase, Phrase] | None:
    return (s.pen.phrase(s.there), s.pen.phrase(s.back)) if s.back else None


def are_trading(s: Scene) -> Rendering | None:
    """Read "The Bears are trading receiver A to the Jets in exchange for a sixth-round pick, sources say."."""
    if (both := _both(s)) is None:
        return None
    there, back = both
    verb = s.rng.choice(("are trading", "traded", "have traded", "are sending", "agreed to trade",
                         "have agreed to trade", "are shipping", "dealt", "are dealing"))  # fmt: skip
    link = s.rng.choice(("for", "in exchange for", "in return for"))
    text = f"The {s.pen.full(s.giver)} {verb} {there} to {s.pen.the(s.receiver)} {link} {back}{_source(s)}."
    return s.told(text, there, back)


def acquire(s: Scene) -> Rendering | None:
    """Read "The Jets acquired receiver A from the Bears on Tuesday in exchange for a pick."."""
    if (both := _both(s)) is None:
        return None
    there, back = both
    verb = s.rng.choice(("are acquiring", "acquired", "have acquired", "have agreed to acquire",
                         "are trading for", "traded for", "agreed to terms on a trade to acquire",
                         "are finalizing a deal to acquire"))  # fmt: skip
    when = s.rng.choice(("", " on Tuesday", " on Tuesday night"))
    text = f"The {s.pen.full(s.receiver)} {verb} {there} from {s.pen.the(s.giver)}{when} in exchange for {back}{_source(s)}."
    return s.told(text, there, back)


def passive(s: Scene) -> Rendering | None:
    """Read "Receiver A has been traded from the Bears to the Jets for a sixth-round pick."."""
    if not s.back or not _has_man(s.there):
        return None
    there, back = s.pen.phrase(s.there), s.pen.phrase(s.back)
    be = "are being" if len(s.there) > 1 else "is being"
    have = "have been" if len(s.there) > 1 else "has been"
    was = "were" if len(s.there) > 1 else "was"
    giver, receiver = s.pen.the(s.giver), s.pen.the(s.receiver)
    text = s.rng.choice((
        f"{there} {have} traded from {giver} to {receiver} for {back}",
        f"{there} {was} traded by {giver} to {receiver} on Tuesday in exchange for {back}",
        f"{there} {be} traded to {receiver} from {giver} in exchange for {back}",
        f"{there} {was} acquired by {receiver} from {giver} in exchange for {back}",
    ))  # fmt: skip
    return s.told(f"{text[0].upper()}{text[1:]}{_source(s)}.", there, back)


def agreement(s: Scene) -> Rendering | None:
    """Read "The Bears and Jets have agreed to a trade that sends receiver A to New York for a pick."."""
    if (both := _both(s)) is None:
        return None
    there, back = both
    pair = f"{s.pen.nick(s.giver)} and {s.pen.nick(s.receiver)}"
    tail = s.rng.choice(("that sends", "that will send", "sending", "to send"))
    news = s.rng.choice(
        ("agreed to", "have agreed to", "have reached an agreement on", "agreed on")
    )
    text = (
        f"The {pair} {news} a trade {tail} {there} to {s.pen.the(s.receiver)}"
        f" {s.rng.choice(('for', 'in exchange for'))} {back}{_source(s)}."
    )
    return s.told(text, there, back)


def participle(s: Scene) -> Rendering | None:
    """Read "The Jets are acquiring receiver A from the Bears, sending a sixth-round pick in return."."""
    if (both := _both(s)) is None:
        return None
    there, back = both
    giver, receiver = s.pen.the(s.giver), s.pen.full(s.receiver)
    text = s.rng.choice((
        f"The {receiver} are acquiring {there} from {giver}, sending {back} in return",
        f"The {receiver} acquired {there} from {giver} while sending {back} to {s.pen.city(s.giver)}",
        f"The {receiver} acquired {there}, sending {back} to {giver}",
        f"The {receiver} are getting {there} from {giver}, giving up {back}",
        f"The {s.pen.full(s.giver)} traded {there} to {s.pen.the(s.receiver)}, receiving {back} in return",
        f"The {s.pen.full(s.giver)} traded {there} to {s.pen.the(s.receiver)}, getting back {back}",
    ))  # fmt: skip
    return s.told(f"{text}{_source(s)}.", there, back)


def two_sentences(s: Scene) -> Rendering | None:
    """Read "The Jets acquired receiver A from the Bears. In exchange, Chicago receives a pick."."""
    if (both := _both(s)) is None:
        return None
    there, back = both
    giver, receiver = s.pen.the(s.giver), s.pen.full(s.receiver)
    first = s.rng.choice((
        f"The {receiver} have acquired {there} from {giver}",
        f"The {s.pen.full(s.giver)} are trading {there} to {s.pen.the(s.receiver)}",
    ))  # fmt: skip
    again, other = f"the {s.pen.nick(s.giver)}", f"the {s.pen.nick(s.receiver)}"
    second = s.rng.choice((
        f"In exchange, {again} receive {back}.", f"In return, {again} get {back}.",
        f"{again.capitalize().replace(again[4:].lower(), again[4:])} will receive {back} in return.",
        f"In return, {other} are sending {back}.", f"In exchange, {other} gave up {back}.",
    ))  # fmt: skip
    return s.told(f"{first}{_source(s)}. {second}", there, back)


def fronted(s: Scene) -> Rendering | None:
    """Read "In exchange for a sixth-round pick, the Bears sent receiver A to the Jets."."""
    if (both := _both(s)) is None:
        return None
    there, back = both
    text = s.rng.choice((
        f"In exchange for {back}, the {s.pen.full(s.giver)} sent {there} to {s.pen.the(s.receiver)}",
        f"In exchange for {back}, the {s.pen.full(s.giver)} traded {there} to {s.pen.the(s.receiver)}",
        f"In return for {back}, the {s.pen.full(s.giver)} are sending {there} to {s.pen.the(s.receiver)}",
    ))  # fmt: skip
    return s.told(f"{text}{_source(s)}.", there, back)


def one_way(s: Scene) -> Rendering | None:
    """Read "The Bears traded receiver A to the Jets for undisclosed terms.": no return is told."""
    if not _has_man(s.there):
        return None
    there = s.pen.phrase(s.there)
    text = s.rng.choice((
        f"The {s.pen.full(s.giver)} traded {there} to {s.pen.the(s.receiver)} on Tuesday",
        f"The {s.pen.full(s.receiver)} acquired {there} in a trade with {s.pen.the(s.giver)}",
        f"The {s.pen.full(s.giver)} have traded {there} to {s.pen.the(s.receiver)} for undisclosed compensation",
    ))  # fmt: skip
    return s.told(f"{text}{_source(s)}.", there)


STYLES: tuple[Style, ...] = (
    are_trading, acquire, passive, agreement, participle, two_sentences, fronted, one_way,
)  # fmt: skip
