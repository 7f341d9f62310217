"""Given names that stand for one another in print: Matt for Matthew, Josh for Joshua."""

from typing import Final

_SAME: Final = """
alex alexander|andy andrew drew|ben benjamin|bill billy will william|cam cameron camryn|charlie charles chuck|chris christopher christian
dan daniel danny|dave david|don donald donnie|doug douglas|ed edward eddie|fred frederick freddie|gabe gabriel|greg gregory
jake jacob|jeff jeffrey|jim james jimmy|joe joseph joey|jon jonathan johnathan|josh joshua|ken kenneth kenny|larry lawrence
leo leonard|matt matthew mathew|max maxwell maximilian|mike michael|mitch mitchell|nate nathan nathaniel|nick nicholas nicolas
pat patrick|phil philip phillip|ray raymond|rich richard rick ricky|rob robert bob bobby robbie|ron ronald ronnie|sam samuel
steve steven stephen|ted theodore|terry terrence terrance|tim timothy|tom thomas tommy|tony anthony|vince vincent|zach zachary zack zac
"""
ALIKE: Final = {
    name: frozenset(group.split())
    for line in _SAME.split("\n")
    for group in line.split("|")
    for name in group.split()
}
