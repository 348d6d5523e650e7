"""Opens `python -m scripts`."""

from scripts.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
