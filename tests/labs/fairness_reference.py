"""Makes fairness_reference.json: what scikit-learn learns from the lab's cases.

python -m venv /tmp/reference
/tmp/reference/bin/pip install scikit-learn==1.9.1 PyYAML
PYTHONPATH=. /tmp/reference/bin/python tests/labs/fairness_reference.py

The course does not need scikit-learn, so the tests compare with what is stored.
"""

import json
from pathlib import Path

import numpy as np
from sklearn import __version__
from sklearn.linear_model import LogisticRegression

from scripts.content.labs.fairness import read_cases
from scripts.content.labs.fairness_model import cases_of
from scripts.content.records import read_record

ROOT = Path(__file__).parents[2]
FILE = "overrides/assets/labs/fairness/cases.yml"


def learned(world, names):
    columns = [n for n, feature in enumerate(world.features) if feature.id in names]
    counts, ids = (world.cases, world.wrong), [group.id for group in world.groups]
    past, judged = (cases_of(world.seed + year, counts, ids, world.features) for year in (0, 1))
    seen, asked = (np.array([case.values for case in cases])[:, columns] for cases in (past, judged))
    mean, spread = seen.mean(axis=0), seen.std(axis=0)
    model = LogisticRegression(C=np.inf, tol=1e-12, max_iter=1000, solver="newton-cholesky")
    model.fit((seen - mean) / spread, [case.wrong for case in past])
    scores = model.predict_proba((asked - mean) / spread)[:, 1]
    return {
        "features": list(names),
        "weights": [*map(float, model.intercept_), *map(float, model.coef_[0])],
        "scores": [float(score) for score in scores[::50]],
    }


if __name__ == "__main__":
    world = read_cases("cases", read_record((ROOT / FILE).read_text("utf-8"), FILE, [], "none"))
    rest = [name for name in world.start if name != world.cause]
    found = {
        "made": f"scikit-learn {__version__}, NumPy {np.__version__}: tests/labs/fairness_reference.py",
        "models": [learned(world, names) for names in (world.start, rest, [*rest, world.better])],
    }
    Path(__file__).with_suffix(".json").write_text(json.dumps(found, indent=1) + "\n", "utf-8")
