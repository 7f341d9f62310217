"""What holds for every card on Slack, in each of its forms; the cards are those of any trade.

The oracle reads as Slack does (https://docs.slack.dev/messaging/formatting-message-text): plain_text shows what
stands there; mrkdwn knows `<...>`, entities, pairs of signs, and lists by their bullets alone.
"""

import re
import unicodedata
from collections.abc import Iterator
from html import unescape

from adapters.slack import buttons, render
from adapters.slack.notifier import payload
from bot.model import Card, Style
from tests.builders import a_key
from tests.servers import slack_rules

_MOMENT = re.compile(r"<!date\^-?\d+\^\{date_short_pretty\} at \{time\}\|[A-Za-z0-9: ]+>")
_BOLD, _STRUCK = re.compile(r"\*([^*\n]+)\*"), re.compile(r"~([^~\n]+)~")
_ALIVE, _QUOTE = re.compile(r"[*_~`]|:[\w+'-]+:|<|>"), re.compile(r"^\s*&gt;")
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def problems(card: Card) -> list[str]:
    """Everything that is wrong with this card, in each of its forms."""
    compact = render.card(card, Style.COMPACT)
    bodies = [_posted(payload(card, a_key(trade=card.trade)))]
    bodies += [_posted(_body(one)) for one in (compact, render.story(card), render.plain(card))]
    found = [problem for body in bodies for problem in body]
    for message in (render.card(card), compact, render.story(card), render.plain(card)):
        found += [f"{line!r} holds {sign!r}" for line in _lines(message) for sign in alive(line)]
        found += [f"{message.text!r} holds {s!r}" for s in _in_plain(message.text)]
    return [*found, *_buttons(card)]


def _posted(body: dict[str, object]) -> list[str]:
    return slack_rules.problems("chat.postMessage", body)


def _body(message: render.Message) -> dict[str, object]:
    metadata = {"event_type": "x", "event_payload": {"key": "k"}}
    calm = {"unfurl_links": False, "unfurl_media": False, "metadata": metadata}
    return {**calm, "text": message.text, "blocks": list(message.blocks)}


def _lines(message: render.Message) -> Iterator[str]:
    """Every line in which Slack reads markup."""
    for found in slack_rules.text_objects(list(message.blocks)):
        if found["type"] == "mrkdwn":
            yield from found["text"].split("\n")


def alive(line: str) -> list[str]:
    """What would do something in mrkdwn, ours left out."""
    calm = _STRUCK.sub(r"\1", _BOLD.sub(r"\1", _MOMENT.sub("", line)))
    return [*_ALIVE.findall(calm), *_QUOTE.findall(line), *_in_plain(_MOMENT.sub("", line))]


def _in_plain(words: str) -> list[str]:
    """What acts everywhere: a mention or link in angle brackets, and what cannot be seen."""
    unseen = (
        c for c in unescape(words) if unicodedata.category(c) in _UNSEEN and c not in "\n\u200d"
    )
    return [*re.findall(r"<[@#!h/]", words), *unseen]


def _buttons(card: Card) -> Iterator[str]:
    pressed = [buttons.read(button) for button in buttons.row(card)["elements"]]
    if None in pressed or len(set(pressed)) != len(pressed):
        yield f"buttons that cannot be told apart: {pressed}"
    yield from (f"of another trade: {one}" for one in pressed if one and one[1] != card.trade)
