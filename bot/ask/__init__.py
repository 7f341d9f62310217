"""A question in plain words -> a typed query -> an answer: deterministic, and refused rather than guessed.

::

    tokens -> spotting (phrases, names) -> reading (typed query) -> shapes (which answer) -> answers (the tables)

Every word of a question must be a phrase of the lexicon or a name; one that is neither is named in a refusal.
"""

from bot.ask.conversation import Conversation
from bot.ask.query import Cue, Least, Part, Query, Time, Weeks, Years

__all__ = ["Conversation", "Cue", "Least", "Part", "Query", "Time", "Weeks", "Years"]
