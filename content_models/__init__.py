"""Page types, blocks, taxonomies, documents, approvals, ledger; no regions, workflow or HTTP."""
