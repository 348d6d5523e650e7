// @ts-check
/** Prompts from parts, reviewed by rules of form, and two versions compared word by word. */
const promptEngine = (() => {
  /** The most that a part may hold, in UTF-16 units; `cap` cuts what is longer. */
  const MOST = 8000;
  /** Cells of the comparison table; longer texts are compared line by line, then as a whole. */
  const CELLS = 250000;

  /** Characters without white space, in UTF-16 units. */
  const size = (text) => text.replace(/\s+/gu, "").length;

  /**
   * A text that is not longer than `most`, and how much was left out.
   * @returns {{text: string, cut: number}}
   */
  function cap(text, most = MOST) {
    if (text.length <= most) return { text, cut: 0 };
    const end = /[\uD800-\uDBFF]/.test(text[most - 1]) ? most - 1 : most; // no half of a pair
    return { text: text.slice(0, end), cut: text.length - end };
  }

  /** A line of hyphens that the text does not hold. */
  function fence(text) {
    const longest = (text.match(/-{3,}/g) || []).reduce((most, run) => Math.max(most, run.length), 2);
    return "-".repeat(longest + 1);
  }

  function section({ id, label, fenced }, values) {
    const text = (values[id] || "").trim();
    if (!text) return [];
    const line = fence(text);
    return [fenced ? `[${fenced}]\n${line}\n${text}\n${line}` : `[${label}]\n${text}`];
  }

  /**
   * The prompt: each part that holds something below its label; material between two lines.
   * @param {{id: string, label: string, fenced: string}[]} parts `fenced`: the label of material
   * @param {Record<string, string>} values what was written, by the part's id
   */
  const assemble = (parts, values) => parts.flatMap((part) => section(part, values)).join("\n\n");

  /** The rules with their patterns compiled. Throws a SyntaxError for one that is none. */
  const compile = (rules) =>
    rules.map((rule) => (rule.pattern ? { ...rule, test: new RegExp(rule.pattern, "iu") } : rule));

  const KINDS = {
    min: (rule, text) => size(text) >= rule.count,
    max: (rule, text) => size(text) <= rule.count,
    match: (rule, text) => rule.test.test(text),
    not: (rule, text) => !rule.test.test(text),
  };

  /**
   * What each rule says of the prompt. An empty part meets no rule; one that is only needed
   * sometimes is then "unused". Without a finder of personal data its rule is "unchecked".
   * @param {{id: string, sometimes: boolean}[]} parts
   * @param {Record<string, string>} values
   * @param {object[]} rules as `compile` returns them
   * @param {object[] | null} found the personal data in the text of all parts
   * @returns {{id: string, part: string, state: "met" | "open" | "unused" | "unchecked"}[]}
   */
  function review(parts, values, rules, found) {
    const all = joined(parts, values);
    const sometimes = new Set(parts.flatMap((part) => (part.sometimes ? [part.id] : [])));
    const judge = (rule) => {
      const text = rule.part === "all" ? all : (values[rule.part] || "").trim();
      if (!text) return sometimes.has(rule.part) ? "unused" : "open";
      if (rule.kind !== "nopii") return KINDS[rule.kind](rule, text) ? "met" : "open";
      return found ? (found.length ? "open" : "met") : "unchecked";
    };
    return rules.map((rule) => ({ id: rule.id, part: rule.part, state: judge(rule) }));
  }

  /** What all parts hold, without labels: rules about the whole prompt and personal data read it. */
  const joined = (parts, values) =>
    parts
      .map(({ id }) => (values[id] || "").trim())
      .filter(Boolean)
      .join("\n");

  /** The length of the longest common subsequence of the rest, for each pair of places. */
  function table(a, b) {
    const width = b.length + 1;
    const best = new Uint16Array((a.length + 1) * width);
    for (let i = a.length - 1; i >= 0; i--) {
      for (let j = b.length - 1; j >= 0; j--) {
        const at = i * width + j;
        best[at] =
          a[i].trim() === b[j].trim()
            ? best[at + width + 1] + 1
            : Math.max(best[at + width], best[at + 1]);
      }
    }
    return (i, j) => best[i * width + j];
  }

  function walk(a, b) {
    const best = table(a, b);
    const steps = [];
    let [i, j] = [0, 0];
    while (i < a.length && j < b.length) {
      if (a[i].trim() === b[j].trim()) steps.push(["same", a[i++], b[j++]]);
      else if (best(i + 1, j) >= best(i, j + 1)) steps.push(["gone", a[i++], ""]);
      else steps.push(["new", "", b[j++]]);
    }
    const gone = a.slice(i).map((text) => ["gone", text, ""]);
    return [...steps, ...gone, ...b.slice(j).map((text) => ["new", "", text])];
  }

  /** The changed middle of two lists: what they share before and after, and what lies between. */
  function middle(a, b) {
    const equal = (i, j) => a[i].trim() === b[j].trim();
    const least = Math.min(a.length, b.length);
    let before = 0;
    while (before < least && equal(before, before)) before++;
    let after = 0;
    while (after < least - before && equal(a.length - 1 - after, b.length - 1 - after)) after++;
    return { before, ends: [a.length - after, b.length - after] };
  }

  const WORDS = /\S+\s*|^\s+/gu;
  const LINES = /[^\n]*\n|[^\n]+/gu;

  function cut(a, b, pattern) {
    const [first, second] = [a.match(pattern) || [], b.match(pattern) || []];
    const { before, ends } = middle(first, second);
    const parts = [first.slice(before, ends[0]), second.slice(before, ends[1])];
    return { first, second, before, ends, parts, fits: parts[0].length * parts[1].length <= CELLS };
  }

  /** Neighbours of one kind as one run. */
  function runs(steps) {
    const found = [];
    for (const [kind, old, now] of steps) {
      const last = found[found.length - 1];
      if (last && last.kind === kind) [last.old, last.now] = [last.old + old, last.now + now];
      else found.push({ kind, old, now });
    }
    return found;
  }

  /**
   * How two texts differ, as runs in order. White space counts as no difference.
   * @returns {{kind: "same" | "gone" | "new", old: string, now: string}[]}
   */
  function diff(a, b) {
    const fine = cut(a, b, WORDS);
    const used = fine.fits ? fine : cut(a, b, LINES);
    const { first, second, before, ends, parts, fits } = used;
    const pairs = (from, to, shift) =>
      first.slice(from, to).map((text, n) => ["same", text, second[from + n + shift]]);
    const changed = fits ? walk(...parts) : [["gone", parts[0].join(""), ""], ["new", "", parts[1].join("")]];
    return runs([...pairs(0, before, 0), ...changed, ...pairs(ends[0], first.length, ends[1] - ends[0])]);
  }

  /** The parts that differ between two versions, and how. */
  function changes(parts, old, now) {
    const at = (values, id) => (values[id] || "").trim();
    return parts.flatMap(({ id }) => {
      const [before, after] = [at(old, id), at(now, id)];
      if (before === after) return [];
      return [{ id, change: !before ? "new" : after ? "changed" : "gone" }];
    });
  }

  return { MOST, cap, fence, assemble, compile, review, joined, diff, changes };
})();
