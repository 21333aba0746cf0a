"""The handbook site: pages made from the catalogue, and the thin adapters that hand them to MkDocs."""
