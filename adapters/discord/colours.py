"""Club colours that can be seen, and signs that need no colour: pure.

A club's own colour may be black or navy, which vanishes on Discord's dark ground, or pale gold, which does on the
light one. So the bar keeps the hue and moves the brightness.
"""

import colorsys

from bot import clubs
from bot.model import ClubCode, Status

VOIDED, TALK = 0x95A5A6, 0x99AAB5
# Relative luminance (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance): from 3:1 on the dark ground (#2b2d31) to
# 2:1 on the light one (#f2f3f5).
LEAST_LIGHT, MOST_LIGHT = 0.18, 0.42

SIGNS = {
    Status.RUMOUR: "💬",
    Status.REPORTED: "📰",
    Status.OFFICIAL: "✅",
    Status.VOIDED: "❌",
}
CORRECTED = "📝"
_GREY, _BLACK = "⬜", "⬛"
# Up to which hue, in degrees, a square stands for it.
_SQUARES = ((10, "🟥"), (38, "🟧"), (70, "🟨"), (190, "🟩"), (246, "🟦"), (325, "🟪"), (360, "🟥"))


def bar(colour: int, status: Status) -> int:
    """The colour of a card's edge: the club's when it is agreed, half grey for talk, grey when off."""
    match status:
        case Status.VOIDED:
            return VOIDED
        case Status.RUMOUR:
            return visible(_mixed(colour, TALK))
        case _:
            return visible(colour)


def square(club: ClubCode) -> str:
    """The emoji square nearest to a club's colour; the club's name always stands beside it."""
    known = clubs.by_code(club)
    hue, saturation, value = colorsys.rgb_to_hsv(*_channels(known.colour if known else 0))
    if saturation < 0.15:  # noqa: PLR2004 - a grey, whatever its hue
        return _GREY if value > 0.5 else _BLACK  # noqa: PLR2004 - the lighter half
    return next(sign for most, sign in _SQUARES if hue * 360 <= most)


def visible(colour: int) -> int:
    """The colour, made as much lighter or darker as it takes to be seen on both grounds."""
    light = luminance(colour)
    if light < LEAST_LIGHT:
        return _towards(colour, 0xFFFFFF, LEAST_LIGHT)
    return _towards(colour, 0x000000, MOST_LIGHT) if light > MOST_LIGHT else colour


def luminance(colour: int) -> float:
    """How light a colour is, from 0 to 1."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - the standard's
        for part in _channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _towards(colour: int, end: int, light: float) -> int:
    """The first step on the way to black or white that reaches this luminance."""
    lighter = end > colour
    steps = (_mixed(_vivid(colour) if lighter else colour, end, n / 64) for n in range(65))
    return next(
        one for one in steps if (luminance(one) >= light if lighter else luminance(one) <= light)
    )


def _vivid(colour: int) -> int:
    """The same hue as bright as it goes, up to a middle brightness: white alone would make it pale."""
    hue, saturation, value = colorsys.rgb_to_hsv(*_channels(colour))
    parts = colorsys.hsv_to_rgb(hue, saturation, max(value, 0.45))
    red, green, blue = (round(part * 255) for part in parts)
    return red << 16 | green << 8 | blue


def _mixed(one: int, other: int, share: float = 0.5) -> int:
    return sum(
        round((one >> shift & 0xFF) * (1 - share) + (other >> shift & 0xFF) * share) << shift
        for shift in (16, 8, 0)
    )


def _channels(colour: int) -> tuple[float, float, float]:
    return (colour >> 16 & 0xFF) / 255, (colour >> 8 & 0xFF) / 255, (colour & 0xFF) / 255
