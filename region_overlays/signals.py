"""What the standings say to those above them."""

from django.dispatch import Signal

standings_kept = Signal()
"""`editions`: those that `editions_appended` told of. Sent inside the publishing transaction, when
every `SupplementStanding` says how it is after them: whoever reads the standings listens to this,
since the order of the other signal's receivers says nothing.
"""
