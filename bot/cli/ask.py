"""`gridwire ask`: questions in plain words, answered from the loaded statistics."""

# ruff: noqa: PLC0415 - the application is imported when a command runs

import json
from argparse import Namespace
from datetime import date

from bot.cards import printable
from bot.cli.place import config_of, data_dir_of
from bot.stats.db import Stats

OK, NO_RESULT = 0, 1


def ask(arguments: Namespace) -> int:
    """Answer each question; a later one may go on from the one before."""
    from bot.app.answers import as_json, as_text
    from bot.ask import Conversation
    from bot.stats.names import Names

    as_of = arguments.as_of or date.today()  # noqa: DTZ011 - the user's own day
    with Stats(data_dir_of(arguments, config_of(arguments)) / "stats.db") as stats:
        talk = Conversation(stats, Names.from_stats(stats))
        answers = [talk.ask(question, as_of) for question in arguments.questions]
    for answer in answers:
        print(json.dumps(as_json(answer)) if arguments.json else printable(as_text(answer)))
    return OK if all(answer.text is not None for answer in answers) else NO_RESULT
