"""What the ledger says to those above it."""

from django.dispatch import Signal

editions_appended = Signal()
"""`editions`: those just appended, in order, tombstones included. Sent inside the publishing
transaction, when the pointers have moved: what a receiver writes stands or falls with them, and
what it raises undoes the publication.
"""
