"""Floor 2: help. Writes what an editor would otherwise write by hand, and never prose."""
