"""Regions, supplements, anchors and composition; the national text is never changed here."""
