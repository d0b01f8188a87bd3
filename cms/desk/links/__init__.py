"""Links inside what is published: found in documents, judged, kept in step with the ledger."""
