"""Blank forms: the outline of a plan or a project sheet from the data, and its writers."""
