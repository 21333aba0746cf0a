"""Project sheets and tables of projects in a plan: where they are and what they say."""
