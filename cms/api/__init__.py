"""The public API, /api/v1: published editions, composed for one reader; nothing unpublished."""
