// @ts-check
/** Who gets flagged? Sliders, two histograms, the table, and five tasks with their live result. */
(() => {
  const E = fairnessEngine;
  const BINS = 20;
  const WIDTH = 400;
  const MIDDLE = 112; // the line that honest and wrong stand on
  const HEIGHT = 180;
  const PER_CENT = 1.8; // so high is a bar of one per cent
  const FIELDS = ["hits", "alarms", "misses", "quiet"];
  const RATES = ["falseAlarms", "missed", "precision", "flagged"];
  const one = (x) => (x + 1e-9).toFixed(1); // 1.25 is 1.3, here and in the printed version
  const many = (n) => n.toLocaleString("en");
  const score = (at) => (at / 100).toFixed(2);

  function svg(tag, attributes, ...children) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  course.lab("fairness", (lab) => {
    const { make, word } = lab;
    const world = lab.data.groups ? lab.data : lab.data.cases;
    const { groups, tasks, features } = world;
    const [past, judged] = [E.casesOf(world, 0), E.casesOf(world, 1)];
    const state = { at: [world.threshold, world.threshold], each: false, names: world.start };
    const known = []; // what to do whenever a threshold or the model has changed

    /** A model of these features, with what each position of the slider does. */
    function learn(names) {
      const columns = features.flatMap(({ id }, n) => (names.includes(id) ? [n] : []));
      const model = E.train(past, columns);
      const found = E.scores(model, judged);
      const ladders = groups.map((_, group) => E.ladder(judged, found, group, E.steps));
      return { model, found, ladders };
    }

    const tallies = ({ ladders } = state.now) => ladders.map((ladder, group) => ladder[state.at[group]]);
    const total = (pair, field) => pair[0][field] + pair[1][field];
    const draw = () => known.forEach((act) => act(tallies()));

    function speak() {
      const [a, b] = tallies();
      lab.say(word("said", {
        a: Math.round(a.falseAlarms), b: Math.round(b.falseAlarms),
        c: Math.round(a.missed), d: Math.round(b.missed),
        first: groups[0].one, second: groups[1].one,
      }));
    }

    /** A line that says whether something holds, in words and with a sign. */
    function verdict(box, holds, yes, no, ...more) {
      const mark = make("span", { class: holds ? "lab-good" : "lab-bad" }, word(holds ? yes : no));
      box.replaceChildren(mark, ...more.filter(Boolean).flatMap((text) => [" ", text]));
    }

    function slider(label, which) {
      const id = lab.uid(`threshold-${which.join("")}`);
      const out = make("output", { for: id, class: "lab-fairness__score" });
      const input = make("input", {
        id, type: "range", min: 0, max: 100, step: 1,
        oninput() {
          for (const group of which) state.at[group] = Number(input.value);
          draw();
          speak();
        },
      });
      known.push(() => {
        input.value = String(state.at[which[0]]);
        input.setAttribute("aria-valuetext", score(state.at[which[0]]));
        out.textContent = score(state.at[which[0]]);
      });
      return make("div", { class: "lab-field" }, make("label", { for: id }, label, " ", out), input);
    }

    function rule() {
      const all = slider(word("threshold"), [0, 1]);
      const own = groups.map(({ name }, n) => slider(word("threshold_of", { group: name }), [n]));
      const row = make("div", { class: "lab-row" }, own);
      const id = lab.uid("each");
      const box = make("input", { type: "checkbox", id, onchange: () => {
        state.each = box.checked;
        if (!state.each) state.at[1] = state.at[0];
        draw();
        speak();
      } });
      const [found, flagged] = [make("li", null), make("li", null)];
      known.push((pair) => {
        [all.hidden, row.hidden, box.checked] = [state.each, !state.each, state.each];
        const [hits, checked] = [total(pair, "hits"), total(pair, "hits") + total(pair, "alarms")];
        const wrong = hits + total(pair, "misses");
        verdict(found, hits >= tasks.find, "useful_yes", "useful_no",
          word("finds", { hits, wrong, find: tasks.find }));
        verdict(flagged, checked <= tasks.capacity, "useful_yes", "useful_no",
          word("flags", { flagged: checked, capacity: tasks.capacity }));
      });
      return [
        lab.heading(word("rule_title")),
        make("label", { class: "lab-tick", for: id }, box, word("each")),
        all, row,
        make("p", { class: "lab-fairness__small" }, make("strong", null, word("useful_title"))),
        make("ul", { class: "lab-fairness__list" }, found, flagged),
      ];
    }

    function figure({ name }, group) {
      const stripes = lab.uid(`stripes-${group}`);
      const bars = svg("g", {});
      const zone = svg("rect", { class: "lab-fairness__zone", y: 0, height: HEIGHT });
      const line = svg("line", { class: "lab-fairness__line", y1: 0, y2: HEIGHT });
      const text = (x, y, words, anchor = "start") => svg("text", { x, y, "text-anchor": anchor }, words);
      const picture = svg(
        "svg",
        { class: "lab-fairness__svg", viewBox: `-4 0 ${WIDTH + 8} 200`, role: "img" },
        svg("defs", {}, svg("pattern",
          { id: stripes, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
          svg("rect", { class: "lab-fairness__gap", width: 6, height: 6 }),
          svg("rect", { class: "lab-fairness__stripe", width: 3, height: 6 }))),
        zone, bars,
        svg("line", { class: "lab-fairness__axis", x1: 0, x2: WIDTH, y1: MIDDLE, y2: MIDDLE }),
        line,
        text(WIDTH, 14, word("honest"), "end"),
        text(WIDTH, HEIGHT - 5, word("wrong"), "end"),
        text(0, 196, "0"), text(WIDTH / 2, 196, word("axis"), "middle"), text(WIDTH, 196, "1", "end"),
      );
      let drawn;
      known.push((pair) => {
        const x = (state.at[group] / 100) * WIDTH;
        line.setAttribute("x1", x);
        line.setAttribute("x2", x);
        zone.setAttribute("x", x);
        zone.setAttribute("width", WIDTH - x);
        picture.setAttribute("aria-label", word("figure_name", {
          group: name, threshold: score(state.at[group]),
          falseAlarms: Math.round(pair[group].falseAlarms), hits: Math.round(100 - pair[group].missed),
        }));
        if (drawn === state.now) return;
        drawn = state.now;
        const shape = E.histogram(judged, state.now.found, group, BINS);
        const bar = (kind, n, share) => {
          const height = Math.min(share * PER_CENT, kind === "honest" ? MIDDLE : HEIGHT - MIDDLE);
          const y = kind === "honest" ? MIDDLE - height : MIDDLE;
          const fill = kind === "honest" ? {} : { fill: `url(#${stripes})` };
          return svg("rect", { class: `lab-fairness__${kind}`, x: n * 20 + 2, y, width: 16, height, ...fill });
        };
        bars.replaceChildren(...["honest", "wrong"].flatMap((kind) =>
          shape[kind].map((share, n) => bar(kind, n, share))));
      });
      const caption = make("figcaption", null, word("figure", { group: name }));
      return make("figure", { class: "lab-figure" }, caption, picture);
    }

    function people() {
      const list = make("ul", { class: "lab-fairness__list" });
      known.push((pair) => list.replaceChildren(...["alarm", "missed"].flatMap((kind) =>
        groups.map((group, n) => make("li", null, word(`people_${kind}`, {
          group: group.one, n: Math.round(pair[n][kind === "alarm" ? "falseAlarms" : "missed"]),
        }))))));
      return [make("p", { class: "lab-fairness__small" }, make("strong", null, word("people_title"))), list];
    }

    const head = (words) => make("th", { scope: "col" }, words);
    const number = (text) => make("td", { class: "lab-number" }, text);
    const table = (caption, heads, body) =>
      make("div", { class: "lab-scroll" }, make("table", { class: "lab-table" },
        make("caption", null, caption), make("thead", null, make("tr", null, heads.map(head))), body));
    const percent = (x) => (x === null ? word("nobody") : `${one(x)}%`);

    /** The rates of both groups together, from their fields. */
    function together(pair) {
      const sum = Object.fromEntries(FIELDS.map((field) => [field, total(pair, field)]));
      const of = (part, whole) => (whole ? (100 * part) / whole : null);
      const { hits, alarms, misses, quiet } = sum;
      return {
        ...sum, falseAlarms: of(alarms, alarms + quiet), missed: of(misses, hits + misses),
        precision: of(hits, hits + alarms), flagged: of(hits + alarms, hits + alarms + misses + quiet),
      };
    }

    function results() {
      const cells = [...FIELDS, ...RATES].map((key) => ({ key, of: groups.map(() => number("")), sum: number("") }));
      known.push((pair) => {
        const both = together(pair);
        for (const { key, of, sum } of cells) {
          const show = FIELDS.includes(key) ? String : percent;
          of.forEach((cell, n) => (cell.textContent = show(pair[n][key])));
          sum.textContent = show(both[key]);
        }
      });
      const rows = cells.map(({ key, of, sum }) => {
        const [name, means] = word(key).split(/: /);
        const term = [make("strong", null, name), make("span", { class: "lab-fairness__means" }, means)];
        return make("tr", null, make("th", { scope: "row" }, term), of, sum);
      });
      const heads = [word("measure"), ...groups.map(({ name }) => name), word("both")];
      return table(word("table"), heads, make("tbody", null, rows));
    }

    const card = (title, ...inside) =>
      make("div", { class: "lab-card" }, make("p", null, make("strong", null, title)), ...inside);

    function task(step, title, holds, tell, ...inside) {
      const now = make("p", null);
      known.push((pair) => {
        const met = E.judge(pair, tasks)[holds];
        if (met) lab.done(step);
        const more = [tell(pair), E.judge(pair, tasks).useful ? "" : word("not_useful")];
        if (!met && lab.finished().includes(step)) more.push(`(${word("before")})`);
        verdict(now, met, "met", "not_met", ...more);
      });
      return card(title, now, ...inside);
    }

    function tellFew(pair) {
      const alarms = total(pair, "alarms");
      if (!alarms) return word("few_none");
      return word("few_now", { alarms, share: Math.round((100 * pair[1].alarms) / alarms), group: groups[1].one });
    }

    function tellApart([a, b], rate) {
      if (a[rate] === null || b[rate] === null) return word("apart_none");
      const gap = one(Math.abs(a[rate] - b[rate]));
      return word("apart_now", { a: one(a[rate]), b: one(b[rate]), gap });
    }

    function searched(rate) {
      const { ladders, found } = state.now;
      const result = E.search(ladders, rate, tasks);
      const name = word(`short_${rate}`);
      if (!result.useful) return { text: word("search_useless", tasks), said: word("search_useless", tasks) };
      const fine = groups.map((_, n) => E.ladder(judged, found, n, E.cuts(judged, found, n)));
      const proof = E.search(fine, rate, tasks);
      const [i, j] = result.best.at;
      const [a, b] = [ladders[0][i], ladders[1][j]];
      const how = proof.both ? "some" : "none";
      const said = word(`said_${how}`, { rate: name });
      const text = word(`search_${how}`, {
        rate: name, pairs: many(result.pairs), fine: many(proof.pairs), useful: many(result.useful),
        alarms: many(result.alarms), both: many(result.both), a: score(i), b: score(j),
        fa: one(a.falseAlarms), fb: one(b.falseAlarms), ra: one(a[rate]), rb: one(b[rate]),
      });
      return { text: `${said} ${text}`, said, best: result.best.at, isPossible: proof.both > 0 };
    }

    function searching() {
      const out = make("div", null);
      let shown;
      const set = (best) => make("button", { type: "button", class: "lab-button", onclick() {
        state.each = true;
        state.at = [...best];
        draw();
        speak();
      } }, word("set", { a: score(best[0]), b: score(best[1]) }));
      const act = () => {
        const both = ["missed", "precision"].map(searched);
        out.replaceChildren(
          ...both.flatMap(({ text, best }) =>
            [make("p", null, text), best ? make("p", { class: "lab-actions" }, set(best)) : ""]),
          both.some(({ isPossible, best }) => best && !isPossible) ? make("p", { class: "lab-note" }, word("why_none")) : "",
        );
        shown = state.now;
        lab.done("all-at-once");
        lab.say(both.map(({ said }) => said).join(" "));
      };
      known.push(() => shown && shown !== state.now && out.replaceChildren());
      const button = make("button", { type: "button", class: "lab-button", onclick: act }, word("search"));
      const lines = ["missed", "precision"].map((rate) => {
        const now = make("li", null);
        known.push((pair) => verdict(now, E.judge(pair, tasks)[rate], "met", "not_met",
          `${word(`short_${rate}`)}: ${tellApart(pair, rate)}`));
        return now;
      });
      const list = make("ul", { class: "lab-fairness__list" }, lines);
      return card(word("all_task"), list, make("p", { class: "lab-actions" }, button), out);
    }

    function compared() {
      const out = make("div", null);
      known.push((pair) => {
        if (!state.then) return;
        const then = tallies(state.then);
        const rates = ["falseAlarms", "missed"].flatMap((rate) => groups.map((group, n) => [
          word("change_rate", { group: group.name, rate: word(`short_${rate}`) }),
          percent(then[n][rate]), percent(pair[n][rate]),
        ]));
        const sums = [["change_alarms", "alarms"], ["change_hits", "hits"]].map(([key, field]) =>
          [word(key), String(total(then, field)), String(total(pair, field))]);
        const rows = [...rates, ...sums].map(([name, old, now]) =>
          make("tr", null, make("th", { scope: "row" }, name), number(old), number(now)));
        const heads = [word("measure"), word("old"), word("new")];
        const isWithout = !state.names.includes(world.cause);
        const finding = state.names.includes(world.better) ? "replaced" : "without";
        out.replaceChildren(
          table(word("change"), heads, make("tbody", null, rows)),
          isWithout && state.names.length ? make("p", { class: "lab-note" }, word(finding)) : "",
        );
      });
      return out;
    }

    function training() {
      const boxes = features.map(({ id, name }) => {
        const box = make("input", { type: "checkbox", id: lab.uid(`use-${id}`), checked: state.names.includes(id) });
        const weight = make("span", { class: "lab-chip" });
        known.push(() => {
          const n = state.now.model.columns.indexOf(features.findIndex((feature) => feature.id === id));
          weight.textContent = n < 0 ? word("unused") : word("weight", { n: state.now.model.weights[n + 1].toFixed(2) });
        });
        return { id, box, line: make("label", { class: "lab-tick", for: box.id }, box, make("span", null, name, " ", weight)) };
      });
      const told = make("p", null);
      const train = () => {
        state.names = boxes.filter(({ box }) => box.checked).map(({ id }) => id);
        state.then = state.now;
        state.now = learn(state.names);
        told.textContent = word("trained", { n: many(past.length), rounds: state.now.model.rounds });
        draw();
        lab.say(`${told.textContent} ${word("said", {
          a: Math.round(tallies()[0].falseAlarms), b: Math.round(tallies()[1].falseAlarms),
          c: Math.round(tallies()[0].missed), d: Math.round(tallies()[1].missed),
          first: groups[0].one, second: groups[1].one })}`);
        if (!state.names.includes(world.cause)) lab.done("retrain");
      };
      return card(
        word("retrain_task"),
        make("fieldset", { class: "lab-field" }, make("legend", null, word("features")), make("div", null, boxes.map(({ line }) => line))),
        make("p", { class: "lab-actions" }, make("button", { type: "button", class: "lab-button", onclick: train }, word("train"))),
        told, compared(),
      );
    }

    function explaining() {
      const id = lab.uid("explanation");
      const boxes = ["who", "which", "then"].map((key) => {
        const box = make("input", { type: "checkbox", id: lab.uid(key), onchange: () => {
          if (!boxes.every(({ box: each }) => each.checked)) return;
          lab.done("explain");
          lab.say(word("explained"));
        } });
        return { box, line: make("label", { class: "lab-tick", for: box.id }, box, word(`ask_${key}`)) };
      });
      return card(
        word("explain_task"),
        make("div", { class: "lab-field" }, make("label", { for: id }, word("explain")),
          make("textarea", { id, rows: 5, maxlength: 5000, autocomplete: "off" })),
        make("fieldset", { class: "lab-field" }, make("legend", null, word("self_check")), make("div", null, boxes.map(({ line }) => line))),
        make("p", { class: "lab-note" }, word("law")),
      );
    }

    state.now = learn(world.start);
    lab.root.append(
      lab.heading(word("cases_title")),
      make("p", null, word("cases_text", world)),
      make("ul", null, groups.map(({ name, why }) => make("li", null, make("strong", null, name), ` – ${why}`))),
      ...rule(),
      make("div", { class: "lab-row" }, groups.map(figure)),
      make("p", { class: "lab-hint" }, word("legend")),
      ...people(),
      results(),
      lab.heading(word("tasks_title")),
      task("few", word("few", tasks), "few", tellFew),
      task("equal-alarms", word("alarms_task", tasks), "alarms", (pair) => tellApart(pair, "falseAlarms")),
      searching(),
      training(),
      explaining(),
    );
    draw();
  });
})();
