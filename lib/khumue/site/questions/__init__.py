"""Short questions by which readers check what they understood."""
