"""Floor 2: show the course through MkDocs; the only room that imports MkDocs."""
