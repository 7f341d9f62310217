"""One function for each kind of answer: (typed query, desk) -> what is said."""
