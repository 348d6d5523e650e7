"""Floor 1: read the files into a `Course`; needs no MkDocs, no network and no clock."""
