"""How every benchmark ends: a table, one line of JSON, exit 1 when a target is missed."""

import json
import operator
import sys
from collections.abc import Callable, Mapping
from typing import Any

Target = tuple[str, float]  # "<=" or ">=" and the bound

_COMPARE: dict[str, Callable[[Any, Any], bool]] = {"<=": operator.le, ">=": operator.ge}


def is_met(value: float, target: Target) -> bool:
    """Whether a figure keeps within its target."""
    sign, bound = target
    return bool(_COMPARE[sign](value, bound))


def finish(name: str, figures: Mapping[str, float], targets: Mapping[str, Target]) -> None:
    """Print what was measured and leave with 1 if a target was missed."""
    met = {key: is_met(figures[key], target) for key, target in targets.items()}
    width = max(map(len, figures))
    for key, value in figures.items():
        sign, bound = targets.get(key, ("", ""))
        verdict = {True: "ok", False: "MISSED"}.get(met.get(key), "")  # type: ignore[arg-type]
        print(f"  {key:<{width}}  {value:>10.6g}  {sign} {bound}  {verdict}".rstrip())
    ok = all(met.values())
    shown = {key: f"{sign} {bound}" for key, (sign, bound) in targets.items()}
    print(json.dumps({"bench": name, "figures": dict(figures), "targets": shown, "ok": ok}))
    sys.exit(0 if ok else 1)
