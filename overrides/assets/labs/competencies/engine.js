// @ts-check
/**
 * The self-assessment: from the sentences chosen to distances and modules. Pure; knows no page.
 *
 * A level is the place of the chosen sentence, from 1. The distance is how many sentences are left to the
 * goal; beyond it there is none. Nothing is added up over a person: there is no total.
 */
const competenciesEngine = (() => {
  /** @typedef {{id: string, levels: string[], modules: string[]}} Competency */
  /** @typedef {{goal: number, competencies: Competency[]}} Framework */
  /** @typedef {{id: string, level: number | null, gap: number | null}} Result */

  /**
   * The answers that the framework knows: what was kept may be old or damaged.
   * @param {Framework} framework @param {unknown} answers
   * @returns {Record<string, number>} competency → level
   */
  function sound(framework, answers) {
    const given = answers && typeof answers === "object" ? answers : {};
    const found = {};
    for (const { id, levels } of framework.competencies) {
      const level = Object.hasOwn(given, id) ? given[id] : null;
      if (Number.isInteger(level) && level >= 1 && level <= levels.length) found[id] = level;
    }
    return found;
  }

  /** One result each, in the framework's order; null where nothing was chosen. @returns {Result[]} */
  function results(framework, answers) {
    const levels = sound(framework, answers);
    return framework.competencies.map(({ id }) => {
      const level = levels[id] ?? null;
      return { id, level, gap: level && Math.max(0, framework.goal - level) };
    });
  }

  /** Longest distance first; equal ones stay in the framework's order; what was not chosen comes last. */
  const ordered = (found) => [...found].sort((a, b) => (b.gap ?? -1) - (a.gap ?? -1));

  /**
   * The modules of the competencies with a distance: the largest sum of distances first, equal ones in the
   * course's order.
   * @param {string[]} course the modules in the order of the course
   */
  function recommended(framework, found, course) {
    const sums = new Map();
    found.forEach(({ id, gap }, at) => {
      for (const module of gap ? framework.competencies[at].modules : []) {
        const { gap: sum, serves } = sums.get(module) ?? { gap: 0, serves: [] };
        sums.set(module, { gap: sum + gap, serves: [...serves, id] });
      }
    });
    return course
      .filter((module) => sums.has(module))
      .map((module) => ({ module, ...sums.get(module) }))
      .sort((a, b) => b.gap - a.gap);
  }

  /** All that the page tells. @param {Framework} framework @param {unknown} answers @param {string[]} course */
  function assess(framework, answers, course) {
    const found = results(framework, answers);
    const gap = Math.max(0, ...found.map((each) => each.gap ?? 0));
    return {
      results: found,
      ordered: ordered(found),
      answered: found.filter(({ level }) => level).length,
      gap,
      largest: gap ? found.filter((each) => each.gap === gap).map(({ id }) => id) : [],
      modules: recommended(framework, found, course),
    };
  }

  return { sound, assess };
})();
