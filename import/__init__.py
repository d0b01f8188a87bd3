"""Markdown into drafts and editions: parse (pure) → plan → apply → report; nothing here knows HTTP or admin."""
