"""Khumue: a bilingual handbook of planning procedures and a checker of draft plans, from one set of data."""

__version__ = "0.1.0"
