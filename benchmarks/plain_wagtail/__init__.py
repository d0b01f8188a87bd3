"""The baseline of page_detail: the same pages through Wagtail's own API v2, and nothing else."""
