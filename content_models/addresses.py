"""Where a link may lead: the form that editors and imports are held to."""

ADDRESS_PATTERN = (
    r"^(https?://[^\s<>\"\\]+|/(?![/\\])[^\s<>\"\\]*|mailto:[^\s<>\"\\]+|tel:\+?[\d -]+)$"
)
"""An address on the web, a path on the site itself, a mailbox or a telephone."""
LONGEST_ADDRESS = 1000
