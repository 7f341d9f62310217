"""The shell around the pure core: poll a feed, apply a change, deliver what is due."""
