"""Sizes of the text in charts, in pixels at full scale; docs/assets/flowchart.css sets the same sizes."""

TITLE_SIZE, TITLE_LEADING = 15, 22
SMALL_SIZE, SMALL_LEADING = 13, 18
LABEL_SIZE = 14

# Share of a line's height from its top to the baseline.
BASELINE = 0.72
