"""Whether Discord offers the commands that this version has."""

from collections.abc import Iterator, Mapping, Sequence
from types import SimpleNamespace
from typing import Any

import discord

from adapters.discord.commands import Commands
from adapters.discord.errors import ask
from bot.errors import DeliveryError
from bot.model import Finding, Mend, broken, odd, well

DO = "start gridwire run, which registers them; a client that is open shows them after a reload"

# What Discord adds to each command, and what it derives.
_THEIRS = frozenset({"id", "version", "application_id", "guild_id", "dm_permission"})
_UNLESS_SAID = {"type": 1, "integration_types": [0]}  # of a command; an option always says its type
_EMPTY: tuple[Any, ...] = (None, False, "", [], {})
_UNORDERED = frozenset({"integration_types", "contexts"})

Command = Mapping[str, Any]


def described(client: discord.Client) -> list[Command]:
    """What we would register, as Discord is sent it."""
    nobody: Any = SimpleNamespace(trades=None, questions=None, alerts=None)  # a form asks nobody
    tree = Commands(client, nobody, nobody)
    return [command.to_dict(tree) for command in tree.get_commands()]


async def registered(client: discord.Client, ours: Sequence[Command]) -> Finding:
    """What Discord has beside what we would register."""
    try:
        assert client.application_id is not None  # noqa: S101 - logged in
        call = client.http.get_global_commands(client.application_id)
        theirs = await ask(call, "the list of commands", list)
    except DeliveryError as error:
        return broken("commands", str(error).rstrip("."), "", Mend.WAITING)
    if wrong := list(differences(ours, theirs)):
        return odd("commands", "; ".join(wrong), DO)
    names = ", ".join(f"/{command['name']}" for command in ours)
    return well("commands", f"{names}: as in this version")


def differences(ours: Sequence[Command], theirs: Sequence[Command]) -> Iterator[str]:
    """Each command that is missing, not ours or another: pure."""
    mine, known = _by_name(ours), _by_name(theirs)
    for name in mine:
        if name not in known:
            yield f"/{name[1]} is not registered"
        elif not _same(_UNLESS_SAID | mine[name], _UNLESS_SAID | known[name]):
            yield f"/{name[1]} is registered in another form"
    for name in known:
        if name not in mine:
            yield f"/{name[1]} is registered and not known here"


def _by_name(commands: Sequence[Command]) -> dict[tuple[int, str], dict[str, Any]]:
    return {(each.get("type", 1), each["name"]): dict(each) for each in commands}


def _same(one: Any, other: Any) -> bool:
    """Equal for a reader: what is empty need not be said, and numbers may be written as text."""
    match one, other:
        case (dict(), dict()):
            keys = (one.keys() | other.keys()) - _THEIRS
            return all(_same(_part(one, key), _part(other, key)) for key in keys)
        case (list(), list()):
            return len(one) == len(other) and all(map(_same, one, other))
        case _:
            return one == other or (one in _EMPTY and other in _EMPTY) or str(one) == str(other)


def _part(of: Command, key: str) -> Any:
    value = of.get(key)
    return sorted(value) if key in _UNORDERED and value else value
