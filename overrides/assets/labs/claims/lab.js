// @ts-check
/** Find the fabricated claim: the cases, one of them open, its sentences marked and judged. */
course.lab("claims", (lab) => {
  const { make, word, root } = lab;
  const { VERDICTS, judge } = claimsEngine;
  const PASS = 0.6; // of the score, as in every lab that has one

  const only = lab.data.answer ? lab.data : null;
  const cases = only ? [only] : lab.steps.map((step) => lab.data[step]);
  const kept = new Map(); // a case's id -> { marks, result, best }; only while the page is open
  const room = make("div", { class: "lab-claims__room" });
  const states = new Map(); // a case's id -> what shows its state in the list

  const points = (score) => Math.round(score * 100);

  function of(item) {
    if (!kept.has(item.id)) kept.set(item.id, { marks: item.answer.map(() => ""), result: null, best: null });
    return kept.get(item.id);
  }

  function stateOf(item) {
    const { marks, best } = of(item);
    const passed = best >= PASS || lab.finished().includes(item.id);
    if (best !== null) return word(passed ? "passed" : "scored", { score: points(best) });
    if (passed) return word("passed_before");
    return word(marks.some(Boolean) ? "begun" : "not_yet");
  }

  function showList(current) {
    for (const item of cases) {
      const entry = states.get(item.id);
      if (!entry) continue;
      entry.state.textContent = stateOf(item);
      if (item === current) entry.button.setAttribute("aria-current", "true");
      else entry.button.removeAttribute("aria-current");
    }
  }

  function list() {
    const entries = cases.map((item) => {
      const state = make("span", { class: "lab-claims__state" });
      const level = make("span", { class: "lab-claims__level" }, word(`level_${item.level}`), " · ", state);
      const open = () => show(item, true);
      const button = make("button", { type: "button", class: "lab-button lab-pick", onclick: open },
        make("span", {}, item.title), level);
      states.set(item.id, { button, state });
      return make("li", {}, button);
    });
    return make("div", {}, lab.heading(word("cases")),
      make("p", { class: "lab-hint" }, word("cases_hint")),
      make("ol", { class: "lab-picks" }, ...entries));
  }

  /** Which sentences of the answer each sentence of a source decides, once they have been judged. */
  function decided(item, source, number) {
    if (!of(item).result) return [];
    const hits = (claim) => claim.source === source.id && claim.sentences.includes(number);
    return item.answer.flatMap((claim, n) => (hits(claim) ? [n + 1] : []));
  }

  function sourceCard(item, source) {
    const lines = source.sentences.map((text, n) => {
      const over = decided(item, source, n + 1);
      if (!over.length) return make("li", {}, text);
      const note = word("decides", { n: over.join(", ") });
      return make("li", {}, make("mark", { class: "lab-found" }, text),
        make("span", { class: "lab-found-note" }, ` ← ${note}`));
    });
    return make("div", { class: "lab-card" },
      make("p", { class: "lab-claims__source" }, source.title),
      make("ol", { class: "lab-claims__lines" }, ...lines));
  }

  /** What the check found about a sentence: the verdict, the kind of error, why, and the place. */
  function feedback(item, claim, mark) {
    const names = { verdict: word(claim.verdict), mark: word(mark) };
    const isRight = mark === claim.verdict;
    const parts = [
      make("p", { class: isRight ? "lab-good" : "lab-bad" }, word(isRight ? "right" : "wrong", names)),
      claim.kind ? make("p", {}, word("kind", { kind: word(`kind_${claim.kind}`) })) : null,
      make("p", {}, claim.why),
    ];
    const source = item.sources.find(({ id }) => id === claim.source);
    for (const n of source ? claim.sentences : []) {
      parts.push(make("blockquote", { class: "lab-claims__quote" },
        make("p", {}, source.sentences[n - 1]),
        make("footer", {}, word("place", { source: source.title, n }))));
    }
    return make("div", { class: "lab-feedback" }, ...parts);
  }

  function sentence(item, claim, n) {
    const state = of(item);
    const name = lab.uid(`${item.id}-${n}`);
    const choices = VERDICTS.map((verdict) => {
      const input = make("input", {
        type: "radio", name, value: verdict, checked: state.marks[n] === verdict, disabled: Boolean(state.result),
        onchange: () => {
          state.marks[n] = verdict;
          showList(item);
        },
      });
      return make("label", { class: "lab-tick" }, input, word(verdict));
    });
    return make("fieldset", { class: "lab-card lab-claims__sentence", "data-sentence": String(n + 1) },
      make("legend", { class: "lab-legend" },
        make("span", { class: "lab-claims__number" }, `${n + 1}.`), ` ${claim.text}`),
      make("div", { class: "lab-claims__choices" }, ...choices),
      state.result ? feedback(item, claim, state.marks[n]) : null);
  }

  /** The result in sentences. */
  function said({ score, right, total, trusted, doubted, confused }) {
    const lines = [word("result", { score: points(score), right, total })];
    if (trusted) lines.push(word("trusted", { n: trusted }));
    if (doubted) lines.push(word("doubted", { n: doubted }));
    if (confused) lines.push(word("confused", { n: confused }));
    if (right === total) lines.push(word("result_all"));
    lines.push(word(score >= PASS ? "result_done" : "result_not_done"));
    return lines;
  }

  function check(item) {
    const state = of(item);
    const open = state.marks.flatMap((mark, n) => (mark ? [] : [n + 1]));
    if (open.length) {
      lab.say(word("open", { list: open.join(", ") }));
      room.querySelector(`[data-sentence="${open[0]}"] input`).focus();
      return;
    }
    state.result = judge(item.answer.map(({ verdict }) => verdict), state.marks);
    state.best = Math.max(state.best ?? 0, state.result.score);
    if (state.result.score >= PASS) lab.done(item.id);
    show(item, false);
    room.querySelector("[data-result]").focus();
    lab.say(said(state.result).join(" "));
  }

  function again(item) {
    Object.assign(of(item), { marks: item.answer.map(() => ""), result: null });
    show(item, true);
  }

  function actions(item) {
    const button = (key, act, isMain) => lab.button(word(key), act, isMain ? "main" : "plain");
    const { result } = of(item);
    if (!result) return make("div", { class: "lab-actions" }, button("check", () => check(item), true));
    const next = cases[cases.indexOf(item) + 1];
    return make("div", { class: "lab-actions" },
      next ? button("next", () => show(next, true), true) : null,
      button("again", () => again(item), !next));
  }

  function resultCard(result) {
    const heading = lab.heading(word("result_heading"));
    heading.dataset.result = "";
    return [heading, make("ul", { class: "lab-claims__result" }, ...said(result).map((text) => make("li", {}, text)))];
  }

  const meanings = () =>
    make("dl", { class: "lab-claims__meanings" }, ...VERDICTS.map((verdict) =>
      make("div", {}, make("dt", {}, word(verdict)), make("dd", {}, word(`${verdict}_means`)))));

  function show(item, isFocused) {
    const { result } = of(item);
    const title = only ? null : lab.heading(item.title);
    const region = { class: "lab-claims__sources", role: "region", tabindex: "0", "aria-label": word("sources") };
    const sources = make("div", region,
      lab.heading(word("sources")), ...item.sources.map((source) => sourceCard(item, source)));
    const answer = make("div", {},
      lab.heading(word("answer")),
      make("p", { class: "lab-hint" }, word("mark_hint")), meanings(),
      ...(result ? resultCard(result) : []),
      ...item.answer.map((claim, n) => sentence(item, claim, n)), actions(item));
    room.replaceChildren(...[title,
      make("p", { class: "lab-hint" }, item.about || word("about")),
      make("p", { class: "lab-note" }, make("strong", {}, `${word("asked")}: `), item.question),
      make("div", { class: "lab-row lab-claims__desk" }, sources, answer)].filter(Boolean));
    showList(item);
    if (!isFocused) return;
    lab.say("");
    (title ?? answer.firstChild).focus();
  }

  root.replaceChildren(...(only ? [room] : [list(), room]));
  show(cases[0], false);
});
