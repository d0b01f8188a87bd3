"""Page types of national content, one module per kind."""
