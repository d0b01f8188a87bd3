"""Real services for the tests: one module each, whose `running()` starts, yields and stops it."""
