"""The evaluation harness: labelled drafts, how right the checker is on them, and how fast (`make bench`)."""
