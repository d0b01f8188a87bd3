"""The matrix: which region has supplements to which article, and how they stand."""
