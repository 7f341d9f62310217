"""Each data set: the columns it reads, and how its rows are written."""
