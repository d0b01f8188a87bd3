"""Where the packages meet: settings, URLs, page API, health, demo; no content rules live here."""
