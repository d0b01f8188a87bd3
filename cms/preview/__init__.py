"""The editors' live preview: a draft as readers would get it, in the product's own rendering."""
