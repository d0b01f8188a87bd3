"""Where editors sit: home page, listings, matrix, broken links.

Ways in: `home`, `listing`, `matrix`, `links`.
"""
