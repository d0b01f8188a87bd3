"""Finding published content: analysis, queries, engines and the index worker; reads editions, never drafts."""
