"""The slash commands, driven in two Discords."""
