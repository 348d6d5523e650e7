"""The course's own tools.

`content` reads the Markdown and YAML into one `Course`. `checks` judge it, `site` shows it and `editing`
helps to write it, each knowing only `content`. `reports` tell what the checks found, `bench` measures.
`cli` opens the doors: `python -m scripts`, or `course` once installed.
"""
