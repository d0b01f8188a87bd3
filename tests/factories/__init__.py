"""Content for tests, made through the same doors as in production."""
