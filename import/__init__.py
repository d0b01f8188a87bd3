"""Markdown into drafts and editions: parse (pure) → plan → apply → report; no HTTP, no admin."""
