"""The permission matrix: who may come to which address, and what they may do there."""
