"""Engines: each compiles the same tree, indexes the same tokens and gives the same hits."""
