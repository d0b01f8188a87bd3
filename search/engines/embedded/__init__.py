"""The embedded engine: tantivy, in a folder of its own, one generation of the index a subfolder."""
