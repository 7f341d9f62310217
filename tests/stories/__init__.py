"""The shapes that the story of a trade can take, told from its first report to its last."""
