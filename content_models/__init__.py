"""Page types, blocks, taxonomies, documents, approvals and the ledger of editions; nothing regional, no workflow, no HTTP."""
