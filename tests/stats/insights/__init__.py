"""The reasons on a card, each on hand-written tables."""
