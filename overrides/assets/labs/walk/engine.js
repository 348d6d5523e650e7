// @ts-check
/**
 * Decision walks. A path is the list of the choices that were made, by their ids, from the first scene on;
 * nothing else is remembered, so going back is leaving out its end.
 *
 * @typedef {{id: string, label: string, to: string, because: string, cites: string[]}} Choice
 * @typedef {{id: string, title: string, text: string, choices: Choice[], end: string, teaches: string,
 *   cites: string[], number: number}} Scene
 * @typedef {{scenes: Scene[]}} Walk the first scene is where it begins
 */
const walkEngine = (() => {
  const sceneOf = (walk, id) => walk.scenes.find((scene) => scene.id === id);

  /** The choice of that id. Throws a RangeError if the scene does not offer it. */
  function choiceOf(scene, id) {
    const found = scene.choices.find((choice) => choice.id === id);
    if (!found) throw new RangeError(`no choice “${id}” in the scene “${scene.id}”`);
    return found;
  }

  /** The scene at which a path has arrived. @param {Walk} walk @param {string[]} path @returns {Scene} */
  const at = (walk, path) =>
    path.reduce((scene, id) => sceneOf(walk, choiceOf(scene, id).to), walk.scenes[0]);

  /** The path with one more choice. @param {Walk} walk @param {string[]} path @param {string} choice */
  function next(walk, path, choice) {
    choiceOf(at(walk, path), choice);
    return [...path, choice];
  }

  /** Every decision of a path: its scene, what was chosen, and what else there was. */
  const review = (walk, path) =>
    path.map((id, step) => {
      const scene = at(walk, path.slice(0, step));
      const chosen = choiceOf(scene, id);
      return { scene, chosen, others: scene.choices.filter((choice) => choice !== chosen) };
    });

  /** How many decisions the shortest and the longest path have. @param {Walk} walk */
  function lengths(walk) {
    const known = new Map();
    const from = (id) => {
      if (!known.has(id)) {
        const behind = sceneOf(walk, id).choices.map(({ to }) => from(to));
        const longer = (pick, part) => (behind.length ? 1 + pick(...behind.map((each) => each[part])) : 0);
        known.set(id, { least: longer(Math.min, "least"), most: longer(Math.max, "most") });
      }
      return known.get(id);
    };
    return from(walk.scenes[0].id);
  }

  return { at, next, review, lengths };
})();
