"""A region's own screens: an article with its supplements in place, adding, moving, settling."""
