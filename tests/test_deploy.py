"""The files for operators: their commands exist, their paths too, and nothing of the hardening was lost."""

import json
import re
import shlex
from pathlib import Path

import pytest

from bot.cli.parser import parser

ROOT = Path(__file__).resolve().parents[1]
DEPLOY = ROOT / "docs" / "deploy"
UNITS = sorted(DEPLOY.glob("*.service"))
HARDENED = """
CapabilityBoundingSet= LockPersonality=yes MemoryDenyWriteExecute=yes NoNewPrivileges=yes PrivateDevices=yes
PrivateTmp=yes ProtectClock=yes ProtectControlGroups=yes ProtectHome=yes ProtectHostname=yes ProtectKernelLogs=yes
ProtectKernelModules=yes ProtectKernelTunables=yes ProtectSystem=strict RestrictNamespaces=yes RestrictRealtime=yes
RestrictSUIDSGID=yes SystemCallArchitectures=native SystemCallFilter=@system-service UMask=0077 User=gridwire
""".split()


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_each_unit_is_hardened_and_its_commands_parse(unit: Path) -> None:
    """A user of its own, nothing to gain, a system that it cannot write to."""
    lines = unit.read_text("utf-8").splitlines()
    assert [line for line in HARDENED if line not in lines] == []
    commands = [shlex.split(line.partition("=")[2]) for line in lines if "ExecStart=" in line]
    ours = [words[1:] for words in commands if words[0].endswith("/gridwire")]
    assert ours
    for words in ours:
        parser().parse_args(words)


def test_the_service_is_watched_reloaded_and_left_alone_where_only_a_person_helps() -> None:
    """As the exit codes say; a token never stands in the unit."""
    text = (DEPLOY / "gridwire.service").read_text("utf-8")
    for line in ("Type=notify", "WatchdogSec=60", "RestartPreventExitStatus=2 78", "MemoryMax="):
        assert f"\n{line}" in text
    assert "ExecReload=/bin/kill -HUP $MAINPID" in text
    assert not re.search(r"(?i)token *= *[^\"\s]", text)


def test_the_container_is_built_from_files_that_exist_and_runs_as_nobody() -> None:
    """From the lock, with hashes; its command parses."""
    text = (DEPLOY / "Containerfile").read_text("utf-8")
    copied = [line.split()[1:-1] for line in text.splitlines() if re.match(r"COPY (?!--)", line)]
    assert [name for names in copied for name in names if not (ROOT / name).exists()] == []
    assert "--require-hashes" in text
    assert "\nUSER gridwire\n" in text
    [command] = re.findall(r"^CMD (\[.*\])$", text, re.MULTILINE)
    parser().parse_args(json.loads(command))
