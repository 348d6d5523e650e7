// @ts-check
/**
 * Who gets flagged? Synthetic benefit cases, a logistic regression, and what a threshold does to each group.
 *
 * A world (`cases.yml`) is `{seed, cases, wrong, groups: [{id}], features: [{id, decimals,
 * honest: {<group>: {mean, spread}}, wrong: {…}}]}`. `scripts/content/labs/fairness_model.py` is the same in
 * Python, for the page without a script and for `course check`; a test holds the two together.
 */
const fairnessEngine = (() => {
  /**
   * Numbers from 0 to 1 in a row that the seed fixes (mulberry32, 32-bit arithmetic only).
   * @param {number} seed
   */
  function random(seed) {
    let state = seed >>> 0;
    return () => {
      state = (state + 0x6d2b79f5) >>> 0;
      let t = Math.imul(state ^ (state >>> 15), state | 1);
      t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
  }

  /** Bell-shaped, mean 0, spread 1: twelve draws added up, so that every computer gets the same bits. */
  function bell(next) {
    let sum = -6;
    for (let n = 0; n < 12; n++) sum += next();
    return sum;
  }

  /**
   * One year's cases: `{group, wrong, values}`, values in the order of the world's features, never below 0.
   * Each group has `world.cases`, of which the same `world.wrong` are wrong payments. The draws begin anew for
   * each group, so that every case has a twin in the other: where the two groups have the same mean and
   * spread, the twins are equal. `year` 0 is the closed year, from which the model learns; 1 is judged.
   */
  function casesOf(world, year) {
    const made = [];
    world.groups.forEach(({ id }, group) => {
      const next = random(world.seed + year);
      for (let n = 0; n < world.cases; n++) {
        const wrong = n < world.wrong;
        const values = world.features.map((feature) => {
          const { mean, spread } = feature[wrong ? "wrong" : "honest"][id];
          const scale = 10 ** feature.decimals;
          return Math.max(0, Math.floor((mean + spread * bell(next)) * scale + 0.5) / scale);
        });
        made.push({ group, wrong, values });
      }
    });
    return made;
  }

  /** Solves `a · x = b` in place (Gauss, with the largest pivot). `a` is a list of rows. */
  function solve(a, b) {
    const size = b.length;
    for (let i = 0; i < size; i++) {
      let best = i;
      for (let r = i + 1; r < size; r++) if (Math.abs(a[r][i]) > Math.abs(a[best][i])) best = r;
      [a[i], a[best], b[i], b[best]] = [a[best], a[i], b[best], b[i]];
      for (let r = i + 1; r < size; r++) {
        const by = a[r][i] / a[i][i];
        for (let c = i; c < size; c++) a[r][c] -= by * a[i][c];
        b[r] -= by * b[i];
      }
    }
    for (let i = size - 1; i >= 0; i--) {
      for (let c = i + 1; c < size; c++) b[i] -= a[i][c] * b[c];
      b[i] /= a[i][i];
    }
    return b;
  }

  const logistic = (x) => 1 / (1 + Math.exp(-x));

  /** `[1, standardised values…]` of the columns that a model uses. */
  const rowOf = (model, values) => [
    1,
    ...model.columns.map((column, n) => (values[column] - model.means[n]) / model.spreads[n]),
  ];

  /**
   * Logistic regression on standardised columns, by Newton's method (McCullagh and Nelder, Generalized Linear
   * Models, 2.5) until no weight moves by 1e-10. The group is never among the columns.
   * @param {{wrong: boolean, values: number[]}[]} cases
   * @param {number[]} columns places of the features that it may use
   * @returns {{columns: number[], means: number[], spreads: number[], weights: number[], rounds: number}}
   *   `weights` begins with the constant.
   */
  function train(cases, columns) {
    const mean = (list) => list.reduce((sum, x) => sum + x, 0) / list.length;
    const lists = columns.map((column) => cases.map(({ values }) => values[column]));
    const means = lists.map(mean);
    const spreads = lists.map((list, n) => Math.sqrt(mean(list.map((x) => (x - means[n]) ** 2))) || 1);
    const model = { columns, means, spreads, weights: Array(columns.length + 1).fill(0), rounds: 0 };
    const rows = cases.map(({ values }) => rowOf(model, values));
    const size = columns.length + 1;
    for (let step = 1; step > 1e-10 && model.rounds < 50; model.rounds++) {
      const slope = Array(size).fill(0);
      const bend = slope.map(() => Array(size).fill(0));
      rows.forEach((row, n) => {
        const p = logistic(row.reduce((sum, x, i) => sum + x * model.weights[i], 0));
        for (let i = 0; i < size; i++) {
          slope[i] += row[i] * (Number(cases[n].wrong) - p);
          for (let j = 0; j < size; j++) bend[i][j] += row[i] * row[j] * p * (1 - p);
        }
      });
      const move = solve(bend, slope);
      model.weights = model.weights.map((weight, i) => weight + move[i]);
      step = Math.max(...move.map(Math.abs));
    }
    return model;
  }

  /** The model's score of each case, 0 to 1: how likely it takes the payment to be wrong. */
  const scores = (model, cases) =>
    cases.map(({ values }) =>
      logistic(rowOf(model, values).reduce((sum, x, i) => sum + x * model.weights[i], 0)),
    );

  const share = (part, whole) => (whole ? (100 * part) / whole : null);

  /** How many of a sorted list are at or above `least`. */
  function above(sorted, least) {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < least) low = middle + 1;
      else high = middle;
    }
    return sorted.length - low;
  }

  /**
   * What each threshold of a list does to one group, in the list's order. The four fields: `hits` (wrong
   * payment, flagged), `alarms` (honest, flagged), `misses` (wrong payment, not flagged), `quiet` (honest, not
   * flagged). The four rates, in per cent, null where they are of nobody: `falseAlarms` (of the honest,
   * flagged), `missed` (of the wrong payments, not flagged), `precision` (of the flagged, wrong payments),
   * `flagged` (of all, flagged).
   */
  function ladder(cases, found, group, thresholds) {
    const sorted = (wrong) =>
      found.filter((_, n) => cases[n].group === group && cases[n].wrong === wrong).sort((x, y) => x - y);
    const [honest, wrong] = [sorted(false), sorted(true)];
    return thresholds.map((least) => {
      const [alarms, hits] = [above(honest, least), above(wrong, least)];
      return {
        hits,
        alarms,
        misses: wrong.length - hits,
        quiet: honest.length - alarms,
        falseAlarms: share(alarms, honest.length),
        missed: share(wrong.length - hits, wrong.length),
        precision: share(hits, alarms + hits),
        flagged: share(alarms + hits, honest.length + wrong.length),
      };
    });
  }

  /** The positions of the sliders: 0.00, 0.01 … 1.00. */
  const steps = Array.from({ length: 101 }, (_, n) => n / 100);

  /** Every threshold that makes a difference to a group: each of its scores once, and one above all. */
  const cuts = (cases, found, group) =>
    [...new Set(found.filter((_, n) => cases[n].group === group)), 2].sort((x, y) => x - y);

  /** How far apart the two groups are in a rate, in points; infinite where a rate is of nobody. */
  const apart = (tallies, rate) =>
    tallies.some((one) => one[rate] === null)
      ? Infinity
      : Math.abs(tallies[0][rate] - tallies[1][rate]);

  const sum = (tallies, field) => tallies.reduce((total, one) => total + one[field], 0);

  /** Whether a rule is of use: it finds enough wrong payments, and the team can look at all it flags. */
  function isUseful(tallies, { find, capacity }) {
    const hits = sum(tallies, "hits");
    return hits >= find && hits + sum(tallies, "alarms") <= capacity;
  }

  /**
   * Which tasks two tallies meet: `few`, `alarms`, `missed`, `precision`; the last two together with `alarms`.
   * `tasks` is `{find, capacity, most, points}`: wrong payments to find at least, people that can be looked at,
   * people wrongly flagged at most, points apart at most.
   */
  function judge(tallies, tasks) {
    const { most, points } = tasks;
    const useful = isUseful(tallies, tasks);
    const alarms = useful && apart(tallies, "falseAlarms") <= points;
    return {
      useful,
      few: useful && sum(tallies, "alarms") <= most,
      alarms,
      missed: alarms && apart(tallies, "missed") <= points,
      precision: alarms && apart(tallies, "precision") <= points,
    };
  }

  /**
   * Every pair of thresholds: which comes nearest to equal false alarms and an equal second `rate`, among those
   * that are of use? `{pairs, useful, alarms, both, best: {at: [i, j], gap}}`: how many pairs there are, are of
   * use, have equal false alarms, have both equal; `gap` is the larger of the two distances, in points.
   * Nothing is skipped, so for these cases it is a proof.
   * @param {object[][]} pair the ladders of the two groups
   */
  function search([first, second], rate, tasks) {
    const result = { pairs: first.length * second.length, useful: 0, alarms: 0, both: 0 };
    let best = { at: [0, 0], gap: Infinity };
    first.forEach((one, i) => {
      second.forEach((other, j) => {
        const hits = one.hits + other.hits;
        if (hits < tasks.find || hits + one.alarms + other.alarms > tasks.capacity) return;
        const alarms = Math.abs(one.falseAlarms - other.falseAlarms);
        const isOfNobody = one[rate] === null || other[rate] === null;
        const gap = isOfNobody ? Infinity : Math.max(alarms, Math.abs(one[rate] - other[rate]));
        result.useful++;
        if (alarms <= tasks.points) result.alarms++;
        if (gap <= tasks.points) result.both++;
        if (gap < best.gap) best = { at: [i, j], gap };
      });
    });
    return { ...result, best };
  }

  /** Histogram by group, in `bins` equal parts of 0 to 1: per cent of the honest and of the wrong. */
  function histogram(cases, found, group, bins) {
    const counts = { honest: Array(bins).fill(0), wrong: Array(bins).fill(0) };
    cases.forEach((one, n) => {
      if (one.group !== group) return;
      counts[one.wrong ? "wrong" : "honest"][Math.min(bins - 1, Math.floor(found[n] * bins))]++;
    });
    const shares = (list) => {
      const whole = list.reduce((total, x) => total + x, 0);
      return list.map((x) => (100 * x) / whole);
    };
    return { honest: shares(counts.honest), wrong: shares(counts.wrong) };
  }

  return { casesOf, train, scores, ladder, steps, cuts, judge, search, histogram };
})();
