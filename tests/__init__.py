"""Gridwire's tests: builders, fakes, loopback servers, port contracts, then a mirror of the packages."""
