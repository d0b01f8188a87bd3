"""What the project is faster than: ratios against a baseline measured in the same run; no tests."""
