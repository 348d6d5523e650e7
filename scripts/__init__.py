"""The course's own tools.

`content` reads the Markdown and YAML into one `Course`; `checks` judge it and `site` shows it,
each knowing only `content`. `cli` opens the doors: `python -m scripts`, or `course` once installed.
"""
