"""What the command line ends with, for scripts to go by."""

OK = 0
"""Nothing at or above --fail-on."""
FOUND = 1
"""Something at or above it."""
FAILED = 2
"""The command or a file could not be handled."""
STOPPED = 130
"""Interrupted; what was finished by then is written."""
