"""Regions, their supplements, anchors, staleness and composition; the national text is never changed here."""
