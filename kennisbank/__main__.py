"""Lets `python -m kennisbank` be the command `ruimte`."""

import sys

from kennisbank.cli.commands import main

if __name__ == "__main__":
    sys.exit(main())
