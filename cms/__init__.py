"""Where the packages meet: settings, URLs, the page API, health, the demo; no content rules live here."""
