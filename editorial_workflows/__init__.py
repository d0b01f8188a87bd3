"""Who may do what, and the way from draft to approval; the ledger's guard alone publishes."""
