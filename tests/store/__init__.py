"""The SQLite store and ledger."""
