// @ts-check
/**
 * Find the fabricated claim: how a reader's marks are judged. No DOM, no course.
 *
 * The score of a case is its balanced accuracy, set so that chance is nothing:
 *
 *     recall(v)  share of the sentences of verdict v that the reader marked v
 *     balanced   mean of recall(v) over the k verdicts that occur in the case
 *     score      max(0, (balanced - 1/k) / (1 - 1/k)), from 0 to 1
 *
 * Whoever marks every sentence the same, whatever the mark, has recall 1 for one verdict and 0 for the
 * others: balanced is 1/k, the score 0. So blind trust earns as little as blind doubt, and guessing
 * earns about nothing; only the right mark for every sentence earns 1. It is the macro-averaged recall
 * "adjusted" as in scikit-learn's balanced_accuracy_score(adjusted=True), cut off at 0.
 */
const claimsEngine = (() => {
  const VERDICTS = ["supported", "contradicted", "none"];

  const mean = (numbers) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

  /** Share of the sentences of one verdict that were marked with it. */
  function recall(verdict, truth, marks) {
    const places = truth.flatMap((each, n) => (each === verdict ? [n] : []));
    return mean(places.map((n) => Number(marks[n] === verdict)));
  }

  /**
   * @param {string[]} truth the verdict of each sentence
   * @param {string[]} marks the reader's; anything that is no verdict counts as wrong
   * @returns {number} from 0 to 1; 0 when fewer than two verdicts occur
   */
  function score(truth, marks) {
    const present = VERDICTS.filter((verdict) => truth.includes(verdict));
    if (present.length < 2) return 0;
    const chance = 1 / present.length;
    const balanced = mean(present.map((verdict) => recall(verdict, truth, marks)));
    return Math.max(0, (balanced - chance) / (1 - chance));
  }

  /**
   * What the marks say about the reader.
   * @returns {{score: number, right: number, total: number, trusted: number, doubted: number, confused: number}}
   *   trusted: unsound sentences marked as supported; doubted: supported ones marked as unsound;
   *   confused: rightly doubted, but for the other reason
   */
  function judge(truth, marks) {
    const count = (test) => truth.filter((verdict, n) => test(verdict, marks[n])).length;
    const unsound = (verdict) => verdict === "contradicted" || verdict === "none";
    return {
      score: score(truth, marks),
      right: count((verdict, mark) => verdict === mark),
      total: truth.length,
      trusted: count((verdict, mark) => unsound(verdict) && mark === "supported"),
      doubted: count((verdict, mark) => verdict === "supported" && unsound(mark)),
      confused: count((verdict, mark) => unsound(verdict) && unsound(mark) && verdict !== mark),
    };
  }

  return { VERDICTS, score, judge };
})();
