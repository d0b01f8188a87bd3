"""What answers look like: the models of the OpenAPI document. Answers are not built from them."""
