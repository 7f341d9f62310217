"""Slack: cards as Block Kit messages, edited in place, with a button that tells the story."""
