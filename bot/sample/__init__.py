"""The small feeds behind `gridwire demo`: facts, in our own words, as lines that `gridwire replay` reads."""

from importlib.resources import files


def story() -> bytes:
    """One trade from rumour to official among everyday noise: UTF-8 JSON lines, oldest first."""
    return files(__name__).joinpath("story.jsonl").read_bytes()
