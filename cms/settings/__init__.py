"""Settings, all from the environment: `dev` (default), `production`, `test`."""
