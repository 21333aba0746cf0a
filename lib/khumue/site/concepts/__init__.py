"""The pages for newcomers: how plans relate, who is who, the words by theme, the forms."""
