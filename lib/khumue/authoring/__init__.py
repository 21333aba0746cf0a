"""Data files as people write them: read, checked, compiled. Only here are yaml and jsonschema used."""
