"""The loader: nflverse's files by nflreadpy, into stats.db; a process of its own (python -m bot.stats.load).

Only here nflreadpy and polars are imported. The service and the command line start it: bot/stats/supervise.py.
"""
