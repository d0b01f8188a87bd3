"""Text → tokens, for documents and queries alike; pure. Engines index these tokens as they are.

Decompounding joins here as a step between folding and stemming, with a field of its own.
"""

ANALYSIS_VERSION = 1
"""Part of every index's name: a change of what any text becomes asks for a new number."""
