// @ts-check
/** The page of the self-assessment: sentences to choose from, and the result below them. What is chosen is
 * kept under one key of this browser, by ids and numbers; nothing is typed here. */
(() => {
  const KEY = "self-assessment";
  const FIRST = 3; // modules under “Begin here”
  const WIDTH = 400;
  const HEIGHT = 20;

  function svg(tag, attributes, ...children) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  course.lab("competencies", (lab) => {
    const { make, word, uid } = lab;
    const { framework } = lab.data;
    const { competencies, goal } = framework;
    const named = Object.fromEntries(competencies.map((each) => [each.id, each]));
    const order = lab.modules.map(({ id }) => id);
    const modules = Object.fromEntries(lab.modules.map((each) => [each.id, each]));
    const levels = competencies[0].levels.length;
    const fields = new Map(); // a competency's id -> its radio buttons and its button
    const result = make("div", { class: "lab-competencies__result" });
    const keeps = make("p", { class: "lab-hint" }, word("kept"));
    let answers = competenciesEngine.sound(framework, course.recall(KEY));

    const sub = (text) => make(`h${Math.min(6, lab.level + 1)}`, { class: "lab-heading" }, text);
    const names = (ids) => ids.map((id) => named[id].name).join(lab.language === "ko" ? ", " : "; ");
    const moduleLink = (id) => make("a", { href: modules[id].href }, modules[id].title);
    const { button } = lab;

    function keep() {
      const isKept = Object.keys(answers).length ? course.remember(KEY, answers) : (course.forget(KEY), true);
      keeps.textContent = word(isKept ? "kept" : "not_kept");
    }

    /** What was chosen is ticked, and the result told. */
    function draw() {
      for (const [id, { boxes, back }] of fields) {
        boxes.forEach((box, at) => (box.checked = answers[id] === at + 1));
        back.hidden = !answers[id];
      }
      const told = competenciesEngine.assess(framework, answers, order);
      if (told.answered) lab.done("first");
      if (told.answered === competencies.length) lab.done("all");
      result.replaceChildren(...(told.answered ? shown(told) : [lab.heading(word("result")), make("p", null, word("nothing"))]));
    }

    function choose(id, level) {
      answers = { ...answers, [id]: level };
      keep();
      draw();
      const n = Object.keys(answers).length;
      lab.say(word("said", { n, total: competencies.length, name: named[id].name, level }));
    }

    function takeBack(id) {
      const { [id]: _, ...rest } = answers;
      answers = rest;
      keep();
      draw();
      fields.get(id).boxes[0].focus();
      lab.say(word("taken", { name: named[id].name }));
    }

    function asking({ id, name, says, levels: sentences }) {
      const boxes = sentences.map((_, at) => make("input", {
        type: "radio", name: uid(id), id: uid(`${id}-${at + 1}`), onchange: () => choose(id, at + 1),
      }));
      const lines = sentences.map((sentence, at) =>
        make("label", { class: "lab-tick", for: boxes[at].id }, boxes[at], make("span", null, sentence)));
      const back = button(word("take_back"), () => takeBack(id));
      back.setAttribute("aria-label", word("take_back_of", { name }));
      fields.set(id, { boxes, back });
      return make("fieldset", { class: "lab-card lab-competencies__card" },
        make("legend", { class: "lab-legend" }, name),
        make("p", { class: "lab-hint" }, says),
        lines, make("p", { class: "lab-competencies__back" }, back));
    }

    /** Four boxes, filled up to the level, with the goal's line. */
    function bar(level, name) {
      const width = WIDTH / levels;
      const boxes = [...Array(levels).keys()].map((at) => svg("rect", {
        class: at < (level ?? 0) ? "lab-competencies__full" : "lab-competencies__empty",
        x: at * width + 1, y: 3, width: width - 2, height: HEIGHT - 6,
      }));
      const line = svg("line", { class: "lab-competencies__goal", x1: goal * width, x2: goal * width, y1: 0, y2: HEIGHT });
      return svg("svg", {
        class: "lab-competencies__bar", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none",
        role: "img", "aria-label": name,
      }, ...boxes, line);
    }

    function chart({ results }) {
      const rows = results.map(({ id, level, gap }) => {
        const { name } = named[id];
        const text = level ? word("of", { level, levels }) : word("open");
        const told = level ? word("bar", { name, level, levels, gap }) : word("bar_none", { name });
        return make("li", { class: "lab-competencies__row" },
          make("span", { class: "lab-competencies__name" }, name), bar(level, told),
          make("span", { class: "lab-competencies__of" }, text));
      });
      return make("figure", { class: "lab-figure" },
        make("figcaption", null, word("chart")),
        make("ul", { class: "lab-competencies__rows" }, rows),
        make("p", { class: "lab-hint" }, word("chart_legend")));
    }

    function table({ ordered }) {
      const head = (text) => make("th", { scope: "col" }, text);
      const rows = ordered.map(({ id, level, gap }) => {
        const { name, levels: sentences, modules: helping } = named[id];
        const links = make("ul", { class: "lab-competencies__links" }, helping.map((each) => make("li", null, moduleLink(each))));
        return make("tr", null,
          make("th", { scope: "row" }, name),
          make("td", null, level ? `${word("of", { level, levels })}: ${sentences[level - 1]}` : word("open")),
          make("td", { class: "lab-number" }, level ? String(gap) : "–"),
          make("td", null, gap ? links : level ? word("reached") : "–"));
      });
      const heads = ["competency", "chosen", "distance", "modules"].map((key) => head(word(key)));
      return make("div", { class: "lab-scroll", tabindex: "0", role: "group", "aria-label": word("table") },
        make("table", { class: "lab-table" }, make("caption", null, word("table")),
          make("thead", null, make("tr", null, heads)), make("tbody", null, rows)));
    }

    function beginning({ modules: recommended }) {
      if (!recommended.length) return [];
      const list = recommended.slice(0, FIRST).map(({ module, serves }) =>
        make("li", null, moduleLink(module), ` (${word("for", { names: names(serves) })})`));
      return [sub(word("begin")), make("ol", null, list), make("p", { class: "lab-hint" }, word("begin_why"))];
    }

    function inWords({ answered, gap, largest }) {
      const said = word("answered", { n: answered, total: competencies.length });
      if (!gap) return `${said} ${word("no_gap")}`;
      const key = largest.length > 1 ? "largest_many" : "largest_one";
      return `${said} ${word(key, { names: names(largest), gap })}`;
    }

    const shown = (told) => [
      lab.heading(word("result")), make("p", null, inWords(told)),
      ...beginning(told), chart(told), table(told),
      make("p", { class: "lab-hint" }, word("order")),
      make("p", { class: "lab-note" }, word("colleague")),
    ];

    function clear() {
      answers = {};
      keep();
      draw();
      lab.say(word("deleted"));
    }

    const remove = make("button", { type: "button", class: "lab-button" }, word("delete"));
    course.askFirst(remove, clear);
    const sources = Object.values(lab.sources).map(({ title, locator, href }) =>
      make("li", null, make("a", { href }, locator ? `${title}, ${locator}` : title)));
    lab.root.append(
      lab.heading(word("what_it_is")), make("p", null, framework.about),
      make("p", { class: "lab-competencies__rests" }, word("rests")), make("ul", null, sources), keeps,
      ...framework.domains.flatMap(({ id, name }) => [
        lab.heading(name), make("p", { class: "lab-hint" }, word("choose")),
        ...competencies.filter(({ domain }) => domain === id).map(asking),
      ]),
      result,
      make("div", { class: "lab-actions" }, button(word("print"), () => course.printAlone(result)), remove),
    );
    draw();
    course.onStorage((key) => {
      if (key && key !== KEY) return;
      answers = competenciesEngine.sound(framework, course.recall(KEY));
      draw();
    });
  });
})();
