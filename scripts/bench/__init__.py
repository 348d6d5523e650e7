"""Floor 3: measure. Time, weight, and how many planted defects the checks find."""
