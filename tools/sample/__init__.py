"""The sample plan: its words and numbers as data, its two versions, and the Word file made of them."""
