"""The local page: what Gridwire knows and how its feeds are."""
