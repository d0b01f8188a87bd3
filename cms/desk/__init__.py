"""Where editors sit: home page, listings, broken links. Ways in: `home`, `listing`, `links`."""
