// @ts-check
/**
 * Trace back: which lines a reader names for a sentence, and how that is judged. No DOM, no course.
 *
 * A sentence that needs the lines L, and may also have the lines A, earns for the lines C
 *
 *     |C and L| / (|L| + lines of C that are neither in L nor in A), from 0 to 1
 *
 * so that naming all lines earns as little as naming none. A sentence that no line supports earns 1 for
 * "in no line" and 0 otherwise. The question for the line that was left out counts as one more sentence.
 * The score is the mean.
 */
const traceEngine = (() => {
  const LONGEST = 200; // characters of a reader's list of lines

  /** The whole numbers of one piece of a list: "3", or a range "3-5"; null if it is none of this text. */
  function piece(text, count) {
    const found = /^(\d{1,3})(?:[-~–〜](\d{1,3}))?$/u.exec(text);
    if (!found) return null;
    const first = Number(found[1]);
    const last = Number(found[2] ?? first);
    if (first < 1 || last > count || last < first) return null;
    return Array.from({ length: last - first + 1 }, (_, n) => first + n);
  }

  /**
   * Reads what somebody typed: "3, 7", "3 7", "3-5", "3~5번", "3행, 7행".
   * @param {string} text
   * @param {number} count how many lines the document has
   * @returns {{lines: number[], unknown: string[]}} lines in order, each once; what cannot be a line
   */
  function parse(text, count) {
    if (text.length > LONGEST) return { lines: [], unknown: [`${text.slice(0, 20)}…`] };
    const tidy = text.normalize("NFKC").replace(/\s*([-~–〜])\s*/gu, "$1");
    const pieces = tidy.replace(/(\d)\s?(?:번(?:\s?[행줄])?|[행줄])(?!\p{L})/gu, "$1").split(/[\s,.;·、]+/u);
    const lines = new Set();
    const unknown = [];
    for (const each of pieces.filter(Boolean)) {
      const numbers = piece(each, count);
      if (numbers) for (const n of numbers) lines.add(n);
      else unknown.push(each.slice(0, 20));
    }
    return { lines: [...lines].sort((a, b) => a - b), unknown };
  }

  /**
   * @param {{lines: number[], also: number[], none: boolean}} truth
   * @param {{lines: number[], none: boolean}} mark the reader's
   * @returns {{share: number, missing: number[], extra: number[]}}
   */
  function judge(truth, mark) {
    const chosen = mark.none ? [] : mark.lines;
    const missing = truth.lines.filter((n) => !chosen.includes(n));
    const extra = chosen.filter((n) => !truth.lines.includes(n) && !truth.also.includes(n));
    if (truth.none) return { share: Number(mark.none), missing, extra };
    const hits = truth.lines.length - missing.length;
    return { share: hits / (truth.lines.length + extra.length), missing, extra };
  }

  /**
   * @param {object[]} truths of the sentences
   * @param {object[]} marks of the sentences
   * @param {boolean} found whether the line that was left out was found
   * @returns {{score: number, right: number, partly: number, total: number, found: boolean}}
   */
  function total(truths, marks, found) {
    const shares = truths.map((truth, n) => judge(truth, marks[n]).share);
    const all = [...shares, Number(found)];
    return {
      score: all.reduce((sum, share) => sum + share, 0) / all.length,
      right: shares.filter((share) => share === 1).length,
      partly: shares.filter((share) => share > 0 && share < 1).length,
      total: shares.length,
      found,
    };
  }

  return { LONGEST, parse, judge, total };
})();
