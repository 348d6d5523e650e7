"""Floor 3: report. What was found, in the forms that people and programs read."""
