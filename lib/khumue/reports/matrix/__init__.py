"""The reviewer's matrix of drafts and what each must hold: rows, words and sheets for its formats, csv and xlsx."""
