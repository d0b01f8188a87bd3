"""Data that content refers to: diagnosis codes, programme areas, approving bodies."""
