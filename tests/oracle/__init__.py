"""A second reading of docs/insights.md over nflverse's plain files: it shares no code with the product."""
