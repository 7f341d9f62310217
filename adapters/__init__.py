"""Chat platforms: each turns cards into messages and keeps them true."""
