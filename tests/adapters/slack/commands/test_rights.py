"""Who may use what: every offer, for everybody, in both workspaces, from the registry itself."""

import re
from typing import Any

import pytest

from adapters.slack.commands import Commands
from adapters.slack.commands.cards import MUTE_YOURS
from adapters.slack.commands.registry import Kind, Offer, Registry
from adapters.slack.commands.rights import REFUSALS, Right
from bot.errors import StoreError
from bot.ports import Backend
from tests.adapters.slack.commands.conftest import AWAY, CREW, HOME, PEOPLE, World
from tests.builders import a_card
from tests.servers.fake_slack import Kind as Fault
from tests.servers.slack_people import People, Seen, chose, picked

# Who has which right, where; the crew is the manager group at home.
BOSSES = {"UBOSS", "UOWNER"}
REFUSED = {*REFUSALS.values(), MUTE_YOURS}
CARD = a_card().trade


def expected(who: str, right: Right, place: str) -> bool:
    """Whether somebody may."""
    managers = BOSSES | ({"UCREW"} if place == HOME else set())
    return (
        who
        in {Right.EVERYONE: set(PEOPLE), Right.MANAGER: managers, Right.ADMINISTRATOR: BOSSES}[
            right
        ]
    )


def offers(backend: Backend) -> Registry:
    """All that is offered."""

    def nobody() -> Any:
        raise NotImplementedError

    return Commands(backend, nobody).registry


async def use(people: People, who: str, offer: Offer) -> Seen:
    """Use it as Slack's client would."""
    match offer.kind:
        case Kind.COMMAND:
            root, name = offer.name.split()
            more = {"ask": "who?", "manager": "none", "remove": "here", "explain": "x"}.get(
                name, ""
            )
            return await people.slash(who, f"/{root}", f"{name} {more}")
        case Kind.SHORTCUT:
            return await people.shortcut(who, {"blocks": []})
        case Kind.VIEW:
            window = people.directory.window(
                {
                    "type": "modal",
                    "callback_id": offer.name,
                    "private_metadata": '{"new":true}',
                    "blocks": [],
                }
            )
            values = {"channel": {"selected_conversation": "C1"}, "kinds": picked("every")}
            return await people.submit(who, window, values)
        case Kind.EVENT:
            return await people.home(who)
        case _:
            return await people.press(who, _press(offer.name))


def _press(name: str) -> dict[str, Any]:
    if name.startswith("choose:"):
        return chose(name, "Dale Preston", "Lyle Ashdown")
    value = CARD if name.startswith("card:") else "C1"
    action = f"{name}:{CARD}" if name.startswith("card:") else name
    value = '["nfl ask",0,"who?"]' if name.startswith(("turn", "ask", "share")) else value
    return {"type": "button", "action_id": action, "value": value}


async def test_every_offer_for_everybody_in_both_workspaces(world: World) -> None:
    """It is done, or refused to the one who asked alone; no third thing."""
    await world.backend.alerts.set_manager_role(HOME, CREW)
    for offer in offers(world.backend):
        if offer.kind is Kind.OPTIONS or offer.name == "alerts manager":
            continue
        for place, people in ((HOME, world.home), (AWAY, world.away)):
            for who in PEOPLE:
                seen = await use(people, who, offer)
                refused = bool(seen.messages or seen.windows) and any(
                    words in seen.text for words in REFUSED
                )
                assert refused is not expected(who, offer.right, place), (offer.name, place, who)
                shared = {body["response_type"] for body in seen.messages} == {"in_channel"}
                assert shared is (offer.name == "share"), (offer.name, place, who)


async def test_only_administrators_choose_the_manager_group(world: World) -> None:
    """A member of it does not."""
    await world.backend.alerts.set_manager_role(HOME, CREW)
    for who in PEOPLE:
        seen = await world.home.slash(who, "/alerts", "manager <!subteam^S1>")
        assert (REFUSALS[Right.ADMINISTRATOR] in seen.text) is (who not in BOSSES)


async def test_slack_is_asked_at_each_use(world: World) -> None:
    """Who was an administrator a moment ago is none now; who left the group either."""
    seen = await world.home.slash("UBOSS", "/alerts", "list")
    world.home.directory.people["UBOSS"]["is_admin"] = False
    assert REFUSALS[Right.MANAGER] in (await world.home.slash("UBOSS", "/alerts", "list")).text
    forged = {"type": "button", "action_id": "turn:on", "value": '["alerts list",0]'}
    assert REFUSALS[Right.MANAGER] in (await world.home.press("UBOSS", forged)).text
    await world.backend.alerts.set_manager_role(HOME, CREW)
    assert "start with" in (await world.home.slash("UCREW", "/alerts", "list")).text
    world.home.directory.groups[CREW] = []
    assert REFUSALS[Right.MANAGER] in (await world.home.slash("UCREW", "/alerts", "list")).text
    assert seen.messages


@pytest.mark.parametrize(
    ("method", "fault", "details"),
    [
        ("users.info", Fault.ERROR, {}),
        ("users.info", Fault.BUSY, {}),
        ("users.info", Fault.HANG, {}),
        ("users.info", Fault.CODE, {"code": "missing_scope"}),
        ("users.info", Fault.BODY, {"body": '{"ok": true}'}),
        ("users.info", Fault.BODY, {"body": '{"ok": true, "user": {"id": "UBOSS", "is_admin": true}}'}),
        ("usergroups.users.list", Fault.ERROR, {}),
        ("usergroups.users.list", Fault.BODY, {"body": '{"ok": true, "users": "UFAN"}'}),
        ("usergroups.users.list", Fault.CODE, {"code": "no_such_subteam"}),
    ],
)  # fmt: skip
async def test_who_cannot_be_checked_may_not(
    world: World, method: str, fault: Fault, details: dict[str, str]
) -> None:
    """Slack does not tell, or tells nonsense: a sentence, and nothing else."""
    await world.backend.alerts.set_manager_role(HOME, CREW)
    await world.backend.alerts.subscribe(world.backend.alerts.draft(HOME, "C1"), "UBOSS")
    world.fake.fail(method, fault, **details)
    seen = await world.home.slash("UFAN", "/alerts", "remove here")
    assert "gets no more alerts" not in seen.text
    assert len(await world.backend.alerts.subscriptions(HOME)) == 1


async def test_a_locked_database_lets_nobody_manage(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The group cannot be read."""
    from bot.app.chat import ChatAlerts  # noqa: PLC0415

    async def locked(*_: Any) -> str:
        raise StoreError("the database is locked.")

    monkeypatch.setattr(ChatAlerts, "manager_role", locked)
    assert "try again in a minute" in (await world.home.slash("UCREW", "/alerts", "list")).text


async def test_members_of_another_workspace_manage_nothing_in_a_shared_channel(
    world: World,
) -> None:
    """The event names their workspace; the token that speaks is what counts."""
    await world.backend.alerts.subscribe(world.backend.alerts.draft(HOME, "C1"), "UBOSS")
    seen = await world.home.slash("USTRANGER", "/alerts", "remove here")
    assert REFUSALS[Right.MANAGER] in seen.text


async def test_a_member_of_an_organisation_belongs_to_each_of_its_workspaces(world: World) -> None:
    """Slack then names another team first."""
    grid = {"is_admin": True, "team_id": "T8", "enterprise_user": {"teams": ["T8", HOME]}}
    world.home.directory.people["UGRID"] = grid
    assert "start with" in (await world.home.slash("UGRID", "/alerts", "list")).text
    grid["enterprise_user"] = {"teams": ["T8"]}
    assert REFUSALS[Right.MANAGER] in (await world.home.slash("UGRID", "/alerts", "list")).text


def test_an_offer_without_a_right_is_no_offer(backend: Backend) -> None:
    """A new one that states none breaks the build; so does one of a name that is taken."""
    registry = offers(backend)
    with pytest.raises(TypeError):
        Offer(kind=Kind.COMMAND, name="nfl bare", act=None)  # type: ignore[call-arg,arg-type]
    bare: Any = Offer(kind=Kind.COMMAND, name="nfl bare", right=None, act=None)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="nfl bare states no right"):
        registry.add(bare)
    with pytest.raises(ValueError, match="twice"):
        registry.add(next(iter(registry)))


def test_what_is_heard_stands_in_the_registry(backend: Backend) -> None:
    """Statistics are everybody's, alerts are not; what nobody offers needs the highest right."""
    registry = offers(backend)
    for offer in registry:
        if offer.kind is Kind.COMMAND:
            assert (offer.right is Right.EVERYONE) is offer.name.startswith("nfl "), offer.name
            assert offer.summary
            assert re.fullmatch(r"(nfl|alerts) [a-z]+", offer.name)
    assert registry.right_of("nfl nothing") is Right.ADMINISTRATOR
