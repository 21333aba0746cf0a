"""`python -m khumue` is the command line."""

import sys

from khumue.cli import main

sys.exit(main())
