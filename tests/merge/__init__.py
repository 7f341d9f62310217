"""Tests of bot.merge."""
