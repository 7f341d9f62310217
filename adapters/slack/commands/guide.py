"""What may be typed, and what somebody who mistyped may have meant: pure."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from adapters.slack import blocks, text
from adapters.slack.commands.pages import Page, Sheet
from adapters.slack.commands.registry import Offer

HELP = "help"
SHOWN_MAX = 60
TITLES = {"nfl": "NFL trades and statistics", "alerts": "Trade alerts in this workspace's channels"}


def guide(root: str, offers: Sequence[Offer], word: str) -> Sheet:
    """Every command of a root; in front of them what a wrong word comes near to."""
    wrong = [_wrong(root, offers, word)] if word and word != HELP else []
    title = TITLES.get(root, root)
    lines = list(_lines(offers))
    made = [blocks.header(title), blocks.section(lines)]
    above = [blocks.section(wrong)] if wrong else []
    return [Page(text=wrong[0] if wrong else title, blocks=(*above, *made), private=True)]


def _wrong(root: str, offers: Sequence[Offer], word: str) -> str:
    names = [offer.name.removeprefix(f"{root} ") for offer in offers]
    near = get_close_matches(word.casefold(), names, n=2, cutoff=0.5)
    hint = f": did you mean {' or '.join(f'/{root} {name}' for name in near)}?" if near else "."
    return f"“{text.mrkdwn(word, SHOWN_MAX)}” is no command of /{root}{hint}"


def _lines(offers: Sequence[Offer]) -> Iterator[str]:
    for offer in offers:
        usage = f" {offer.usage}" if offer.usage else ""
        yield f"`/{offer.name}{usage}` {offer.summary}"
