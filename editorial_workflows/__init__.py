"""Who may do what, and the way from draft to approval; what is published is decided in the ledger's guard alone."""
