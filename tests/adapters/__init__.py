"""The tests of adapters/."""
