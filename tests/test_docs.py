"""What the documents say exists: commands, make targets, modules, links."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cli.parser import parser
from bot.config import default, load

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])
EVERY_PAGE = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])

_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`([^`\n]+)`")
_PROMPT = re.compile(r"^\s*(?:\$ |>>> )?")
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_TARGET = re.compile(r"^([a-z]+):", re.MULTILINE)
_ROW = re.compile(r"^\| `((?:bot|adapters)/[^`]*)` \|", re.MULTILINE)
_LOGGED = re.compile(r"(?m)^\s*log\.(?:info|warning|error|exception|log)\([^\"]*?\"([^\"]+)\"")
_PLACEHOLDER = {"DATE": "2025-10-07"}
_END = {"|", ">", "&&", "||", ";", "#", "2>"}


def _lines(page: Path) -> Iterator[str]:
    """Everything that is set as code: lines of blocks and words in backquotes."""
    text = page.read_text("utf-8")
    for block in _FENCE.findall(text):
        yield from block.splitlines()[1:-1]
    for line in _FENCE.sub("", text).splitlines():
        if line.startswith("    "):
            yield line
        yield from _INLINE.findall(line)


def _commands(page: Path, name: str) -> list[list[str]]:
    """The command lines of a page that call this program, as words after its name."""
    found = []
    for line in _lines(page):
        try:
            words = shlex.split(_PROMPT.sub("", line), comments=True)
        except ValueError:  # an apostrophe: prose, no command
            continue
        if words and Path(words[0]).name == name:
            ends = [at for at, word in enumerate(words) if word in _END]
            found.append(words[1 : min(ends, default=len(words))])
    return found


def _parses(words: list[str]) -> bool:
    given = [_PLACEHOLDER.get(word, word).removesuffix("...") for word in words]
    try:
        parser().parse_args(given)
    except SystemExit as leave:
        return leave.code == 0  # --help, --version
    return True


def _needs_only_arguments(words: list[str], err: str) -> bool:
    """A command that is named in prose, without what it works on."""
    return len(words) == 1 and "the following arguments are required" in err


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_gridwire_command_in_the_documents_parses(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Subcommands and options exist as they are written."""
    for words in _commands(page, "gridwire"):
        if words and not _parses(words):
            assert _needs_only_arguments(words, capsys.readouterr().err), f"gridwire {words}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_make_target_in_the_documents_exists(page: Path) -> None:
    """With or without a variable behind it."""
    targets = set(_TARGET.findall((ROOT / "Makefile").read_text("utf-8")))
    for words in _commands(page, "make"):
        named = [word for word in words if "=" not in word and not word.startswith("-")]
        assert set(named) <= targets, f"make {' '.join(words)}"


def test_the_documents_are_looked_at() -> None:
    """The README's own commands are found, so that the tests above test something."""
    page = ROOT / "README.md"
    assert ["check-config"] in _commands(page, "gridwire")
    assert ["demo"] in _commands(page, "make")


@pytest.mark.parametrize("page", EVERY_PAGE, ids=lambda page: page.name)
def test_every_link_in_the_documents_leads_somewhere(page: Path) -> None:
    """To a file of this repository, and to a heading that it has."""
    for link in _LINK.findall(page.read_text("utf-8")):
        path, _, heading = link.partition("#")
        if re.match(r"[a-z]+:", path):
            continue
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{page.name}: {link}"
        assert target.is_relative_to(ROOT), f"{page.name}: {link}"
        if heading:
            assert heading in _anchors(target), f"{page.name}: {link}"


@pytest.mark.parametrize("page", EVERY_PAGE, ids=lambda page: page.name)
def test_every_picture_is_there_and_described(page: Path) -> None:
    """With words for who does not see it."""
    for image in re.findall(r"<img [^>]*>", page.read_text("utf-8")):
        source = re.search(r'src="([^"]+)"', image)
        assert source, image
        assert (page.parent / source[1]).is_file(), source[1]
        assert re.search(r'alt="[^"]{20,}"', image), source[1]


def _anchors(page: Path) -> set[str]:
    """The headings of a page as addresses."""
    found = _HEADING.findall(_FENCE.sub("", page.read_text("utf-8")))
    return {re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-") for text in found}


def test_the_table_of_modules_is_complete() -> None:
    """Each module and package directly under bot and adapters has its row, and each row is one."""
    rows = _ROW.findall((ROOT / "docs" / "architecture.md").read_text("utf-8"))
    named = {row.rstrip("/").removesuffix(".py") for row in rows}
    there = {
        str(path.relative_to(ROOT).with_suffix(""))
        for package in ("bot", "adapters")
        for path in (ROOT / package).iterdir()
        if path.name != "__init__.py" and (path.suffix == ".py" or (path / "__init__.py").exists())
    }
    assert len(rows) == len(named)
    assert named == there


def _code() -> str:
    """Every line of it."""
    files = [path for folder in ("bot", "adapters") for path in (ROOT / folder).rglob("*.py")]
    return "\n".join(path.read_text("utf-8") for path in files)


def _explained() -> set[str]:
    """What the tables of the log name, as the beginnings of events."""
    page = (ROOT / "docs" / "operations.md").read_text("utf-8")
    cells = re.findall(r"^\| (`.+?) \|", page.split("\n## The log\n")[1], re.MULTILINE)
    named = (name for cell in cells for name in _INLINE.findall(cell))
    return {name.split(" ...")[0].removesuffix(": ...") for name in named}


def test_every_event_of_the_log_is_explained_and_exists() -> None:
    """What an operator looks up is there, and nothing else is."""
    code, explained = _code(), _explained()
    logged = _LOGGED.findall(code)  # without what -v adds
    assert [event for event in logged if not event.startswith(tuple(explained))] == []
    assert [name for name in explained if name not in code] == []


def test_the_changelog_has_a_place_for_what_is_new() -> None:
    """On top, before any release."""
    headings = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert headings[0] in {"Unreleased", "[Unreleased]"}


def test_the_settings_of_the_slack_page_load_as_they_are_copied(tmp_path: Path) -> None:
    """With the tokens of the page in the environment, and then with its channel."""
    page = (ROOT / "docs" / "slack.md").read_text("utf-8")
    settings = (ROOT / "docs" / "slack.toml").read_text("utf-8")
    path = tmp_path / "gridwire.toml"
    environment = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}
    path.write_text(settings)
    config = load(path, environment)
    assert config.slack is not None
    assert (config.feeds, config.destinations) == (default().feeds, ())
    [channel] = re.findall(r"```toml\n(\[\[destinations\]\]\n.*?)```", page, re.DOTALL)
    path.write_text(settings + channel)
    assert len(load(path, environment).destinations) == 1
