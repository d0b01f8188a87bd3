"""The published document: its schema, and the rendering of a page to it."""
