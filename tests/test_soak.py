"""The table of all reliability benches: it repeats what they say, and no silence passes for a success."""

from bench import soak

SAID = """bodies: 10 broken feed bodies, seed 1
  bodies 10
{"bench": "bodies", "figures": {"bodies": 10, "raised": 1, "worst_ms": 9.5},\
 "targets": {"raised": "<= 0", "worst_ms": "<= 50"}, "ok": false}"""


def test_each_figure_with_a_target_has_a_line() -> None:
    """A missed one says so."""
    rows = list(soak.rows_of("bodies", SAID))
    assert [(row.figure, row.ok) for row in rows] == [("raised", False), ("worst_ms", True)]
    assert soak.table(rows).splitlines() == [
        "bench              figure    target  measured  ok",
        "bodies, 10 bodies  raised    <= 0    1         MISSED",
        "bodies, 10 bodies  worst_ms  <= 50   9.5       ok",
    ]


def test_a_bench_that_breaks_off_has_no_line() -> None:
    """And so the run fails."""
    for said in ("", "Traceback (most recent call last):\n", '"text"'):
        assert list(soak.rows_of("bodies", said)) == []


def test_a_bench_is_really_run() -> None:
    """The shortest one."""
    rows, said = soak.run("addresses", "quick", seed=1)
    assert rows, said
    assert all(row.ok for row in rows)
