"""Requests as Slack signs them, and the ways in which they can be forged: for tests and bench/signatures.py."""

import hashlib
import hmac
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from random import Random
from urllib.parse import urlencode

from adapters.slack.signature import SIGNATURE, TIMESTAMP

SECRET = "8f742231b10e8888abcd99yyyzzz85a5"  # noqa: S105 - of Slack's own example
NOW = 1_760_000_000
HEX = "0123456789abcdef"

COMMAND = {
    "command": "/nfl",
    "text": "trades",
    "team_id": "T1",
    "user_id": "U1",
    "channel_id": "C1",
    "api_app_id": "A1",
    "trigger_id": "1.2.x",
    "response_url": "https://hooks.slack.test/1",
}


@dataclass(frozen=True, slots=True)
class Request:
    """One POST."""

    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


def signed(body: bytes, at: float = NOW, secret: str = SECRET, kind: str = "") -> Request:
    """As Slack would send it."""
    stamp = str(int(at))
    digest = hmac.new(secret.encode(), b"v0:%s:%s" % (stamp.encode(), body), hashlib.sha256)
    kind = kind or "application/x-www-form-urlencoded"
    headers = {TIMESTAMP: stamp, SIGNATURE: f"v0={digest.hexdigest()}", "Content-Type": kind}
    return Request(body, headers)


def a_command(at: float = NOW, **given: str) -> Request:
    """Somebody typed a command."""
    return signed(urlencode({**COMMAND, **given}).encode(), at)


def an_event(
    event: Mapping[str, object], *, name: str, team: str = "T1", at: float = NOW
) -> Request:
    """Something happened in a workspace."""
    body = {
        "type": "event_callback",
        "team_id": team,
        "api_app_id": "A1",
        "event_id": name,
        "event": event,
    }
    return signed(json.dumps(body).encode(), at, kind="application/json")


def forged(rng: Random, real: Request) -> Request:
    """Something that Slack did not sign, mostly near to what it did."""
    while True:
        made = rng.choice(WAYS)(rng, real)
        if (made.body, made.headers) != (real.body, real.headers):
            return made


def _with(real: Request, **headers: str | None) -> Request:
    names = {"stamp": TIMESTAMP, "sign": SIGNATURE}
    changed = {names[name]: value for name, value in headers.items()}
    kept = {**real.headers, **changed}
    return replace(real, headers={name: value for name, value in kept.items() if value is not None})


def _stamp(rng: Random, real: Request) -> Request:
    """Times that are none, or not the signed one."""
    at = int(real.headers[TIMESTAMP])
    odd = [
        "",
        "abc",
        "1e9",
        "-1",
        "+1",
        " ",
        "nan",
        "inf",
        "0x10",
        "\u0661\u0662",
        "9" * 400,
        f"{at}.0",
        f" {at}",
    ]
    odd += [
        f"{at}_0",
        f"0{at}",
        str(at + rng.choice((-1, 1)) * rng.randint(1, 10 ** rng.randint(1, 12))),
    ]
    return _with(real, stamp=rng.choice(odd))


def _sign(rng: Random, real: Request) -> Request:
    """Signatures that are none, or another one."""
    whole = real.headers[SIGNATURE]
    at = rng.randrange(3, len(whole))
    odd = [
        "",
        "v0=",
        whole[:at],
        whole + rng.choice(HEX),
        whole[3:],
        whole.upper(),
        whole.replace("v0", "v1"),
    ]
    odd += [
        "v0=" + "".join(rng.choices(HEX, k=64)),
        f" {whole}",
        f"{whole} ",
        f"{whole},{whole}",
        "v0=" + "\u00e9" * 64,
    ]
    odd += [whole[:at] + rng.choice(HEX) + whole[at + 1 :] for _ in range(6)]
    return _with(real, sign=rng.choice(odd))


def _missing(rng: Random, real: Request) -> Request:
    """Headers that are not there."""
    absent: dict[str, str | None] = {rng.choice(("stamp", "sign")): None}
    return _with(real, **absent)


def _body(rng: Random, real: Request) -> Request:
    """A body that is not the signed one."""
    body = bytearray(real.body)
    match rng.randrange(4):
        case 0:
            body[rng.randrange(len(body))] ^= 1 << rng.randrange(8)
        case 1:
            body += rng.randbytes(rng.randint(1, 9))
        case 2:
            del body[rng.randrange(len(body)) :]
        case _:
            body = bytearray(rng.randbytes(rng.randint(0, 40)))
    return replace(real, body=bytes(body))


def _secret(rng: Random, real: Request) -> Request:
    """Rightly made, with a secret that is not ours."""
    near = SECRET[:-1] + rng.choice("0123456789")
    secret = rng.choice(("", "x", near if near != SECRET else "y", SECRET.upper()))
    return signed(real.body, int(real.headers[TIMESTAMP]), secret or "\x00")


def _old(rng: Random, real: Request) -> Request:
    """Rightly signed at another time."""
    return signed(real.body, NOW + rng.choice((-1, 1)) * rng.randint(302, 10**7))


WAYS: tuple[Callable[[Random, Request], Request], ...] = (
    *(_sign, _sign, _body, _body),
    *(_stamp, _missing, _secret, _old),
)
