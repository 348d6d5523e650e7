// @ts-check
/** The page of a decision walk: one scene at a time, then the way that was taken. It is kept with the place in the
 * browser's history only: whoever opens a source and comes back finds the walk where it was. */
course.lab("walk", (lab) => {
  const { make, word, data: walk, root, uid } = lab;
  const ends = walk.scenes.filter(({ end }) => end);
  const seen = new Set(); // endings of this visit
  const stage = make("div");
  const trail = make("div", { class: "lab-walk-trail" });
  let path = [];

  const sub = (text) =>
    make(`h${Math.min(6, lab.level + 1)}`, { class: "lab-heading lab-walk-sub", tabindex: "-1" }, text);
  const paragraphs = (text) => text.split("\n\n").map((each) => make("p", null, each));
  const { button } = lab;

  /** The sources of a choice or an end, as links to their entries. */
  function rests(cites) {
    const known = cites.filter((id) => lab.sources[id]);
    if (!known.length) return null;
    const links = known.map((id) => {
      const { title, locator, href } = lab.sources[id];
      return make("li", null, make("a", { href }, locator ? `${title}, ${locator}` : title));
    });
    return make("div", { class: "lab-walk-law" }, make("p", { class: "lab-walk-why" }, word("law")), make("ul", null, links));
  }

  /** What a choice was and what it means. */
  const meaning = ({ label, because, cites }) => [
    make("p", { class: "lab-walk-choice" }, label),
    make("p", null, because),
    rests(cites),
  ];

  function showTrail() {
    const made = walkEngine.review(walk, path).map(({ scene, chosen: { label } }) =>
      make("li", null, make("strong", null, scene.title), " ", label));
    const told = walkEngine.at(walk, path).end ? [] : [lab.heading(word("way")), make("ol", null, made)];
    trail.hidden = !path.length;
    trail.replaceChildren(
      ...told,
      make("div", { class: "lab-actions" },
        button(word("back"), () => go(path.slice(0, -1))),
        button(word("again"), () => go([]))),
    );
  }

  /** Notes the place: the path, and a choice whose meaning is being read. */
  const note = (choice) => history.replaceState({ ...history.state, [lab.id]: { path, choice } }, "");

  /** Shows what was noted, if the walk still has it. */
  function comeBack() {
    const { path: noted = [], choice } = history.state?.[lab.id] ?? {};
    try {
      go(noted, false);
      const scene = walkEngine.at(walk, noted);
      const made = scene.choices.find(({ id }) => id === choice);
      if (made) chosen(scene, made, false);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      go([], false); // the walk was changed meanwhile
    }
  }

  /** Draws where the path has arrived. @param {string[]} to @param {boolean} [moves] whether the focus goes there */
  function go(to, moves = true) {
    const scene = walkEngine.at(walk, to);
    path = to;
    note();
    lab.say("");
    const heading = lab.heading(scene.title);
    stage.replaceChildren(...(scene.end ? ending(scene, heading) : [asking(scene, heading)]));
    showTrail();
    if (moves) heading.focus();
  }

  function asking(scene, heading) {
    const list = make("ul", { class: "lab-walk-choices", "aria-label": word("ask") }, scene.choices.map((choice) =>
      make("li", { class: "lab-walk-turn" }, button(choice.label, () => chosen(scene, choice)))));
    const ask = make("div", null, make("p", { class: "lab-walk-ask" }, word("ask")), list);
    ask.id = uid("ask");
    return make("div", { class: "lab-card lab-walk-scene" },
      make("p", { class: "lab-walk-count" }, word("decision", { n: path.length + 1 })),
      heading, paragraphs(scene.text), ask);
  }

  /** The choices give way to the one that was made, with what it means. */
  function chosen(scene, choice, moves = true) {
    note(choice.id);
    const heading = sub(word("means"));
    const on = button(word("go_on"), () => go(walkEngine.next(walk, path, choice.id)), "main");
    const back = button(word("back"), () => go(path));
    stage.querySelector(`#${CSS.escape(uid("ask"))}`).replaceWith(make("div", { class: "lab-walk-meaning" },
      make("p", { class: "lab-walk-ask" }, word("chose")),
      make("p", { class: "lab-walk-choice" }, choice.label),
      heading, make("p", null, choice.because), rests(choice.cites),
      make("div", { class: "lab-actions" }, on, back)));
    trail.hidden = true;
    if (moves) heading.focus();
  }

  function ending(scene, heading) {
    const kind = word(`end_${scene.end}`);
    seen.add(scene.id);
    lab.done("end");
    if (scene.end === "good") lab.done("good-end");
    lab.say(word("reached", { end: kind, n: path.length, title: scene.title }));
    return [
      make("div", { class: `lab-card lab-walk-scene lab-walk-${scene.end}` },
        make("p", { class: "lab-walk-count" }, kind),
        heading, paragraphs(scene.text),
        make("div", { class: "lab-note" }, sub(word("teaches")), make("p", null, scene.teaches), rests(scene.cites)),
        make("p", null, word("found", { n: seen.size, total: ends.length }))),
      lab.heading(word("review")),
      make("ol", { class: "lab-walk-review" }, walkEngine.review(walk, path).map(reviewed)),
    ];
  }

  function reviewed({ scene, chosen: made, others }, step) {
    return make("li", { class: "lab-card" },
      sub(`${step + 1}. ${scene.title}`),
      make("p", { class: "lab-walk-ask" }, word("chose")), meaning(made),
      make("details", { class: "lab-walk-others" },
        make("summary", null, word("other")),
        make("ul", null, others.map((choice) => make("li", { class: "lab-walk-turn" }, meaning(choice))))),
      make("div", { class: "lab-actions" },
        button(word("another", { n: step + 1 }), () => go(path.slice(0, step)))));
  }

  root.append(
    make("p", null, walk.intro),
    make("p", { class: "lab-walk-length" }, word("length", walkEngine.lengths(walk))),
    stage, trail,
  );
  comeBack();
});
