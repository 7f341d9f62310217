"""What `gridwire demo` plays with: a small feed in our own words, and a few tables of facts."""

from importlib.resources import files


def story() -> bytes:
    """One trade from rumour to official among everyday noise: UTF-8 JSON lines, oldest first."""
    return files(__name__).joinpath("story.jsonl").read_bytes()


def tables() -> bytes:
    """The few statistics that the story's reasons and questions need, as JSON: table, columns and rows.

    Facts from nflverse (CC BY 4.0), as known on 20 September 2023.
    """
    return files(__name__).joinpath("tables.json").read_bytes()
