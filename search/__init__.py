"""Finding published content: analysis, queries, engines, index worker; reads editions only."""
