"""Translating articles and supplements: the texts, their drafts, and how each language stands.

wagtail-localize keeps the words; its own editor has one button, to publish, and words for it that
are built in. So the screen is ours: source beside target, saved as a draft, handed in for review.
"""
