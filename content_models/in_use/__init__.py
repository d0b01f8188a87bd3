"""What content refers to is kept: deleting it is refused, with the list of where it is used."""
