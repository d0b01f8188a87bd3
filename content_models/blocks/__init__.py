"""StreamField blocks: what editors write, one class per block type of the contract."""
