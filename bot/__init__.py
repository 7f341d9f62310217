"""Gridwire's alert engine: transaction feeds in, one true card per trade out."""
