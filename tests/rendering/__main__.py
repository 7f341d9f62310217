"""Every past trade in every style, as a table: python -m tests.rendering [SEED]."""

import sys

from tests.conftest import SHARED
from tests.rendering.record import past_trades
from tests.rendering.table import measured

_EACH, _ALL = 0.95, 0.98


def main() -> int:
    """Print the table; 1 if a style or the whole is below its mark."""
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    rows = []
    for row in measured(past_trades(SHARED), seed=seed):
        rows.append(row)
        print(f"{row.style:20} {row.told:6} {row.share:7.2%}", flush=True)  # noqa: T201
    told, right = sum(row.told for row in rows), sum(row.right for row in rows)
    print(f"{'all':20} {told:6} {right / told:7.2%}")  # noqa: T201
    return int(right < _ALL * told or any(row.share < _EACH for row in rows))


if __name__ == "__main__":
    sys.exit(main())
