"""Past trades put into words: sentences that a desk would print, with the legs that each of them states."""
