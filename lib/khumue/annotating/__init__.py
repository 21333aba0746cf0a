"""Word drafts with the findings of a check as comments, in a copy that is the draft itself in every other byte."""
