"""Dates of what a sentence tells: years, months and days that lie behind its report."""

import re
from datetime import datetime, timedelta

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(_MONTHS)
_OLD_AFTER = timedelta(days=3)
_YEAR = re.compile(
    r"\b(?:in|during|since|of|before|after|until) (?:the )?((?:19|20)\d\d)\b(?! (?:nfl )?draft| \w+ round)"
)
_OF_YEAR = re.compile(
    r"\b((?:19|20)\d\d) (?:nfl )?(?:trade )?(?:trade|deal|swap|blockbuster|deadline|season|off ?season|preseason|campaign)\b"
)
_IN_MONTH = re.compile(rf"\bin (?:early |late |mid |mid-)?({_MONTH})\b(?! \d|'s)")
_DAY = re.compile(rf"\b({_MONTH})\.? (\d{{1,2}})\b(?!\d)")


def tells_old_date(clause: str, published: datetime) -> bool:
    """The words name a year, a month or a day that lies behind."""
    if is_of_past_year(clause, published):
        return True
    if any(_MONTHS[match[1]] != published.month for match in _IN_MONTH.finditer(clause)):
        return True
    return any(_is_old_day(match, published) for match in _DAY.finditer(clause))


def _is_old_day(match: re.Match[str], published: datetime) -> bool:
    month, day = _MONTHS[match[1]], int(match[2])
    year = published.year - (month > published.month)
    try:
        return published - published.replace(year=year, month=month, day=day) > _OLD_AFTER
    except ValueError:  # no such day
        return False


def is_of_past_year(sentence: str, published: datetime) -> bool:
    """The sentence dates what it tells to an earlier year."""
    if "19" not in sentence and "20" not in sentence:
        return False
    years = [*_YEAR.finditer(sentence), *_OF_YEAR.finditer(sentence)]
    return any(int(match[1]) < published.year for match in years)


_OPENS = re.compile(
    rf"^(?:on |back on |it was )?(?:\w+day ,? ?)?(?:{_MONTH})\.? \d{{1,2}} ,? ?((?:19|20)\d\d)\b"
    r"|^(?:back )?in ((?:19|20)\d\d) ,? ?(?:the|an?|he|they|his|their)\b(?!.*\b(?:now|today|\w+day)\b)"
)


def opens_long_ago(sentence: str, published: datetime) -> bool:
    """Read "On April 24, 2004, the Jets took X and sent him to the Bears", "In 2018 the Jets had": all of it was then.

    Args:
        sentence: casefolded.
        published: what "then" is measured from.
    """
    found = _OPENS.match(sentence)
    return found is not None and int(found[1] or found[2]) < published.year
