// @ts-check
/**
 * Find the fabricated claim: how a reader's marks are judged. No DOM, no course.
 *
 * The score of a case is Youden's J (also called informedness), from 0 to 1:
 *
 *     score   = max(0, trust + doubt - 1)
 *     trust   mean over the supported sentences: 1 if marked "supported", else 0
 *     doubt   mean over the others: 1 for the right verdict, 1/2 if doubted for the other reason
 *             ("contradicted" instead of "in no source", or the reverse), 0 if marked "supported"
 *
 * Whoever marks every sentence "supported" has trust 1 and doubt 0, whoever marks every sentence with one
 * of the other two has trust 0 and doubt at most 1: either way the score is 0, so blind trust earns as
 * little as blind doubt. Guessing has trust 1/3 and doubt 1/2 on average, which is less than nothing.
 * Source: W. J. Youden, Index for rating diagnostic tests, Cancer 3 (1950), 32-35; the half is ours.
 */
const claimsEngine = (() => {
  const VERDICTS = ["supported", "contradicted", "none"];

  const mean = (numbers) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
  const isUnsound = (verdict) => verdict === "contradicted" || verdict === "none";

  /** What one mark earns. */
  function credit(verdict, mark) {
    if (mark === verdict) return 1;
    return isUnsound(verdict) && isUnsound(mark) ? 0.5 : 0;
  }

  /**
   * @param {string[]} truth the verdict of each sentence
   * @param {string[]} marks the reader's; anything that is no verdict earns nothing
   * @returns {number} from 0 to 1; 0 where all sentences are sound, or none
   */
  function score(truth, marks) {
    const credits = truth.map((verdict, n) => credit(verdict, marks[n]));
    const sound = credits.filter((_, n) => truth[n] === "supported");
    const unsound = credits.filter((_, n) => isUnsound(truth[n]));
    if (!sound.length || !unsound.length) return 0;
    return Math.max(0, mean(sound) + mean(unsound) - 1);
  }

  /**
   * What the marks say about the reader.
   * @returns {{score: number, right: number, total: number, trusted: number, doubted: number, confused: number}}
   *   trusted: unsound sentences marked as supported; doubted: supported ones marked as unsound;
   *   confused: rightly doubted, but for the other reason
   */
  function judge(truth, marks) {
    const count = (test) => truth.filter((verdict, n) => test(verdict, marks[n])).length;
    return {
      score: score(truth, marks),
      right: count((verdict, mark) => verdict === mark),
      total: truth.length,
      trusted: count((verdict, mark) => isUnsound(verdict) && mark === "supported"),
      doubted: count((verdict, mark) => verdict === "supported" && isUnsound(mark)),
      confused: count((verdict, mark) => isUnsound(verdict) && isUnsound(mark) && verdict !== mark),
    };
  }

  return { VERDICTS, score, judge };
})();
