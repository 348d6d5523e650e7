"""The doors that need more than a few lines: one file for what belongs together; `cli.py` opens them."""
