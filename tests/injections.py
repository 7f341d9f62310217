"""Strings that want to ping, link, disguise or cover something, around names that look honest.

`harm` is what the laws of both platforms' cards (tests/adapters/*/card_laws.py) see in one of them once it is calmed.
"""

import unicodedata
from random import Random

from adapters.discord import text as discord
from adapters.slack import text as slack
from tests.adapters.discord.card_laws import alive as on_discord
from tests.adapters.slack.card_laws import alive as on_slack
from tests.any_cards import MISCHIEF

NAMES = (
    "Dale Preston",
    "De'Quan O'Rell Jr.",
    "Jos\u00e9 \u00d1and\u00fa",
    "T.J. Coble-Smith",
    "Nguy\u1ec5n",
    "49ers",
    "\u674e",
)
PINGS = (
    *("@everyone", "@here", "@EVERYONE", "\uff20everyone", "@ever\u00adyone", "@\u2060here", "@h\U000e0065ere"),
    *("<@1>", "<@!1>", "<@&1>", "<#1>", "</trade:1>", "<id:home>", "<:a:1>", "<a:b:1>", "<t:1:R>", "<\u200b@1>"),
    *("<!channel>", "<!here>", "<!everyone|x>", "<@U012AB3CD>", "<#C01|x>", "<!subteam^S1|@x>", "&lt;!here&gt;"),
    *("&#60;!here&#62;", "&amp;lt;@U1&amp;gt;", "<!date^1^{date}^https://e.vil|x>", "@channel", ":tada:", ":+1::x:"),
)  # fmt: skip
LINKS = (
    *("[bank](https://e.vil)", "[a](<https://e.vil>)", "[a]\u200b(https://e.vil)", "[a\\](b)", "<https://e.vil|bank>"),
    *("https://e.vil/", "HTTPS:\\/\\/e.vil", "http\u200bs://e.vil", "discord.gg/x", "discord\u200c.gg/x"),
    *("discordapp.com/invite/x", "<mailto:a@e.vil|x>", "<tel:1|x>", "slack://x", "www.e.vil", "\uff3bx\uff3d(http://e)"),
)  # fmt: skip
TURNS = (
    *(chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x61C)),
    *("\u202e\u2066lave\u2069", "\u05d0\u05d1", "\u0627\u0644", "\ufeff", "\u200b", "\u2028", "\u2029"),
)  # fmt: skip
PILES = (
    "\u0335" * 60,
    "\u0301\u0323\u0489" * 20,
    "\u20dd" * 9,
    "\u0344" * 8,
    "\u1ab0" * 30,
    "\u0f39" * 5,
)
UNSEEN = (
    *(chr(code) for code in (*range(0x20), *range(0x7F, 0xA0), 0xAD, 0x34F, 0x115F, 0x180E, 0x3164, 0xFFA0, 0xE000)),
    *("".join(chr(0xE0000 + ord(char)) for char in word) for word in ("@here", "x")),
    *("\ufe0f", "\U000e0100", "\ud800", "\udfff", "\ufffe", "\U0010ffff", "\x1b[31m", "\x1b]8;;http://e.vil\x07", "\r\n"),
)  # fmt: skip
MARKUP = (
    *("```", "`", "``", "**", "__", "*", "_", "~~", "~", "||", "# ", "\n# ", "-# ", "> ", ">>> ", "- ", "1. ", "\\", "\u1fef"),
    *("```js\n", "*\\*", "\\\\`", "\n\n", "&", "&amp;", "<", ">", "|", "[", "](", ")", "!", "\u226e", "\u037e", "\u2000"),
)  # fmt: skip
PIECES = (NAMES, PINGS, LINKS, TURNS, PILES, UNSEEN, MARKUP, MISCHIEF)
MARKS_MAX = 3


def injection(rng: Random) -> str:
    """A name with one to six pieces around and in it; one in five is torn apart by what cannot be seen."""
    pieces = [rng.choice(rng.choice(PIECES)) for _ in range(rng.randint(1, 6))]
    pieces.insert(rng.randrange(len(pieces) + 1), rng.choice(NAMES))
    text = rng.choice(("", "", " ", "\n")).join(pieces)
    return _torn(text, rng) if rng.random() < 0.2 else text


def _torn(text: str, rng: Random) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + rng.choice(rng.choice((TURNS, UNSEEN, PILES))) + text[at:]


def is_hostile(text: str) -> bool:
    """Whether it would do something if it were posted as it is."""
    return bool(on_discord(text) or on_slack(text)) or _is_piled(text)


def harm(text: str, limit: int) -> list[str]:
    """What it still does on either platform in each of the places for foreign text, cut to `limit` units or not."""
    calm = discord.neutralise(text)
    told = [
        f"Discord: {sign!r}" for one in (calm, discord.cut(calm, limit)) for sign in on_discord(one)
    ]
    shown = [calm, discord.clean(text)]
    for room in (limit, 3_000):
        # Behind a point, as every foreign text stands: a quote begins at the start of a line alone.
        styled, plain = slack.mrkdwn(text, room), slack.plain(text, room)
        told += [f"Slack: {sign!r}" for sign in on_slack(f"• {styled}")]
        told += ["Slack: an angle bracket in plain text"] if set("<>") & set(plain) else []
        shown += [styled, plain]
    told += [f"piled: {one!r}" for one in shown if _is_piled(one)]
    return told + [f"more than a line: {one!r}" for one in shown if len(one.splitlines()) > 1]


def _is_piled(text: str) -> bool:
    """Whether a letter has more marks than any script needs."""
    run = 0
    for char in text:
        run = run + 1 if unicodedata.category(char).startswith("M") else 0
        if run > MARKS_MAX:
            return True
    return False
