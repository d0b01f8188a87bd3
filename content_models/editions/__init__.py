"""The ledger: an append-only table of what has been published, and the one way to write to it."""
