"""Discord: cards as embeds, one button a card, the story on request."""
