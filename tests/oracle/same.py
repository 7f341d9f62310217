"""Whether the product's value is the expected one."""

from typing import Any

from tests.oracle.day import Named, OneOf
from tests.oracle.words import plain


def same(expected: Any, actual: Any) -> bool:
    """Equal, where a person may be printed by any of his names and numbers are rounded alike."""
    if isinstance(expected, Named):
        return isinstance(actual, str) and plain(actual) in expected.names
    if isinstance(expected, OneOf):
        return actual in expected.values
    if isinstance(expected, dict) and isinstance(actual, dict):
        keys = expected.keys() == actual.keys()
        return keys and all(same(expected[k], actual[k]) for k in expected)
    if isinstance(expected, list) and isinstance(actual, list | tuple):
        pairs = len(expected) == len(actual)
        return pairs and all(map(same, expected, actual))
    if isinstance(expected, float) and isinstance(actual, int | float):
        return abs(expected - actual) < 1e-6
    return type(expected) is type(actual) and bool(expected == actual)
