"""Rules that a field's type cannot state.

Each takes the sound values of a table, defaults included, and yields (key, text that follows it).
"""

import ipaddress
import re
from collections.abc import Container, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from bot import clubs, gate
from bot.config.read import hint
from bot.config.shape import FeedKind, PlatformName
from bot.model import ClubCode, Style

Problems = Iterator[tuple[str, str]]
Good = Mapping[str, Any]

LEAST_POLL_S = 15  # what a public server may be asked to bear
_HANDLE = re.compile(r"@[A-Za-z0-9_.]{1,63}")
_LEAST_LETTERS = 2  # "AP"
_CLUB_NAMES = {name.casefold() for name in clubs.names()}
_SNOWFLAKE = re.compile(r"[0-9]{1,20}")  # 64 bits
_SLACK_ID = re.compile(r"[A-Z][A-Z0-9]*")  # names have no capitals
_POSITIONS = frozenset(gate.GROUPS).union(*gate.GROUPS.values())
_SEALING_KEY = re.compile(r"[A-Za-z0-9_-]{43}=")
_HOURS = re.compile(r"([0-9]{1,2}) ?- ?([0-9]{1,2})")
_LAST_HOUR = 23


def feed(good: Good, *, seen: set[str]) -> Problems:
    """One of the [[feeds]]; `seen` collects the names."""
    if good.get("poll_s", LEAST_POLL_S) < LEAST_POLL_S and not good.get("allow_private"):
        yield "poll_s", f"must be at least {LEAST_POLL_S}: less is for feeds with allow_private"
    remote = good.get("kind", FeedKind.FILE) is not FeedKind.FILE
    if remote and "url" in good and _scheme(good["url"]) not in ("http", "https"):
        yield "url", "must begin with https:// or http:// and name a host"
    if "name" in good:
        if good["name"] in seen:
            yield "name", "is that of an earlier feed: give each its own"
        seen.add(good["name"])


def discord(good: Good) -> Problems:
    """The [discord] table."""
    yield from _endpoint(good, "api_base", "https", "http")
    yield from _endpoint(good, "gateway", "wss", "ws")


def slack(good: Good) -> Problems:
    """The [slack] table."""
    yield from _endpoint(good, "api_base", "https", "http")
    if "bot_token" in good and not (good["bot_token"] or good.get("client_id")):
        yield "bot_token", "is missing: add it, or client_id where workspaces install the app"
    wanted = ("client_id", "client_secret", "encryption_key", "public_url")
    missing = [key for key in (*wanted, "signing_secret") if key in good and not good[key]]
    if missing and any(good.get(key) for key in wanted):
        yield missing[0], f"is missing: workspaces install the app only with {', '.join(missing)}"
    if good.get("public_url") and _scheme(good["public_url"]) != "https":
        yield "public_url", "must begin with https:// and name a host: Slack sends browsers there"
    if sealing := good.get("encryption_key"):
        yield from _sealing(sealing.reveal())


def _sealing(keys: str) -> Problems:
    """Keys as cryptography's Fernet wants them."""
    if not all(_SEALING_KEY.fullmatch(key) for key in keys.split(",")):
        yield (
            "encryption_key",
            "must be 32 random bytes in URL-safe base64: make it with openssl rand -base64 32 | tr +/ -_",
        )


def database(good: Good) -> Problems:
    """The [database] table; its URL may hold a password, so it is not repeated."""
    url = good.get("url", "sqlite")
    if url.startswith(("postgresql:", "postgres:")):
        yield "url", 'must be "sqlite": this version keeps its state in SQLite'
    elif url != "sqlite":
        yield "url", 'must be "sqlite"'


def stats(good: Good) -> Problems:
    """The [stats] table."""
    if good.get("mirror") and _scheme(good["mirror"]) not in ("http", "https"):
        yield "mirror", "must be empty, or begin with https:// or http:// and name a host"


def alarm(good: Good) -> Problems:
    """The [alarm] table: both addresses are secrets, and are not repeated."""
    for key in ("webhook", "ping"):
        if (secret := good.get(key)) is not None:
            yield from _endpoint({key: secret.reveal()}, key, "https", "http")


def voice(good: Good, *, seen: set[str]) -> Problems:
    """One of the [[reporters]] or [[outlets]]; `seen` collects what they go by, which must mean one of them."""
    names = [good.get("name", ""), good.get("handle", ""), *good.get("also", ())]
    if good.get("handle") and not _HANDLE.fullmatch(good["handle"]):
        yield "handle", 'must be an account with its @, like "@AdamSchefter"'
    for name in filter(None, names):
        if not name.isprintable() or sum(map(str.isalpha, name)) < _LEAST_LETTERS:
            yield "name", "must be a name that can be printed, of two letters at least"
        elif name.strip().casefold() in _CLUB_NAMES:
            yield "name", f'"{name}" is a club: what clubs announce counts without a table'
    mine = {name.strip().casefold() for name in names} - {""}
    if twice := sorted(mine & seen):
        yield "name", f'"{twice[0]}" is that of an earlier reporter or outlet: keep one of them'
    seen |= mine


def destination(good: Good, *, platforms: Container[str], seen: set[tuple[str, str]]) -> Problems:
    """One of the [[destinations]].

    Args:
        good: its sound values.
        platforms: those that have their table.
        seen: collects platforms and channels.
    """
    for text in good.get("clubs", ()):
        try:
            club(text)
        except ValueError as error:
            yield "clubs", str(error)
    yield from _asked(good)
    if not {"platform", "channel"} <= good.keys():
        return
    platform, channel = good["platform"], good["channel"]
    if platform is not PlatformName.DISCORD:
        yield from _only_discords(good, platform)
    if platform is not PlatformName.CONSOLE and platform not in platforms:
        yield "platform", f"needs the table [{platform}] with its token: add it"
    yield from _channel(platform, channel)
    if (platform, channel) in seen:
        yield "channel", "is that of an earlier destination: keep one of them"
    seen.add((platform, channel))


def _asked(good: Good) -> Problems:
    """The filters and the manner of a destination."""
    for text in good.get("positions", ()):
        if text.strip().upper() not in _POSITIONS:
            yield "positions", f'knows no position "{text}": {hint(text, gate.GROUPS)}'
    if good.get("quiet") and hours(good["quiet"]) is None:
        yield "quiet", 'must be two different full hours, from and to, like "23-7"'
    for status, role in good.get("pings", {}).items():
        if not _SNOWFLAKE.fullmatch(role):
            yield "pings", f'needs the role\'s number for {status}, in quotes: "123456789012345678"'


def _only_discords(good: Good, platform: PlatformName) -> Problems:
    """A setting without an effect is a mistake of somebody who counts on it."""
    for key, plain in (("pings", {}), ("publish", False)):
        if good.get(key, plain) != plain:
            yield key, "is for Discord alone: remove it"
    if platform is PlatformName.CONSOLE and good.get("thread", False):
        yield "thread", "is not for the terminal: remove it"
    if platform is PlatformName.CONSOLE and good.get("style", Style.FULL) is not Style.FULL:
        yield "style", "is not for the terminal: remove it"


def hours(text: str) -> tuple[int, int] | None:
    """The start and the end of "23-7"; None where it is not that."""
    found = _HOURS.fullmatch(text.strip())
    start, end = (int(found[1]), int(found[2])) if found else (0, 0)
    return (start, end) if max(start, end) <= _LAST_HOUR and start != end else None


def _channel(platform: PlatformName, channel: str) -> Problems:
    match platform:
        case PlatformName.DISCORD if not _SNOWFLAKE.fullmatch(channel):
            yield "channel", 'must be the channel\'s number, in quotes: "123456789012345678"'
        case PlatformName.SLACK if not _SLACK_ID.fullmatch(channel.strip()):
            yield "channel", 'must be the channel\'s id, not its name: "C0123456789"'
        case _:
            pass


def club(text: str) -> ClubCode:
    """The code of a club given as any known code or name.

    Raises:
        ValueError: no club, or more than one, in words that follow the key.
    """
    if known := clubs.by_code(text):
        return known.code
    match clubs.names().get(text.strip().casefold(), ()):
        case (code,):
            return code
        case ():
            words = [word for each in clubs.CLUBS for word in (each.code, each.nickname, each.name)]
            near = hint(text, words)
            found = near if near.startswith("did") else 'write a code or a name, like "MIN"'
            raise ValueError(f'knows no club "{text}": {found}')
        case several:
            names = " or ".join(clubs.name(code) for code in several)
            raise ValueError(f'cannot tell which club "{text}" is: write {names}')


def _endpoint(good: Good, key: str, secure: str, plain: str) -> Problems:
    """A platform's endpoint gets a token, so it is encrypted or stays on this machine."""
    url = good.get(key, f"{secure}://unread")
    scheme = _scheme(url)
    if scheme not in (secure, plain):
        yield key, f"must begin with {secure}:// and name a host"
    elif scheme == plain and not _is_loopback(urlsplit(url).hostname or ""):
        yield key, f"must begin with {secure}://: {plain}:// may only go to this machine itself"


def _scheme(url: str) -> str:
    """The URL's scheme; empty for what is not a URL with a host."""
    try:
        parts = urlsplit(url)
        usable = parts.hostname and parts.port != 0
    except ValueError:
        return ""
    return parts.scheme if usable and url.isprintable() and " " not in url else ""


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
