// @ts-check
/** Trace back: a document with numbered lines, and a summary whose sentences are led back to them. */
course.lab("trace", (lab) => {
  const { make, word, root } = lab;
  const { LONGEST, parse, judge, total } = traceEngine;
  const PASS = 0.6; // of the score, as in every lab that has one

  const only = lab.data.summary ? lab.data : null;
  const texts = only ? [only] : lab.steps.map((step) => lab.data[step]);
  const kept = new Map(); // a text's id -> what the reader entered; only while the page is open
  const states = new Map(); // a text's id -> its entry in the list
  const room = make("div", {});
  let active = 0; // the sentence that a line's number is for
  let fields = []; // the parts of each sentence's card
  let keys = []; // the buttons with the lines' numbers

  const points = (score) => Math.round(score * 100);

  /** What was entered for a text: the typed lines and "in no line" of each sentence, and the left-out line. */
  function of(text) {
    if (!kept.has(text.id)) kept.set(text.id, { ...empty(text), best: null });
    return kept.get(text.id);
  }

  const empty = (text) => ({
    marks: text.summary.map(() => ({ typed: "", none: false })),
    leftOut: "",
    result: null,
  });

  const numberOf = (text, id) => text.lines.findIndex((line) => line.id === id) + 1;
  const numbers = (text, ids) => ids.map((id) => numberOf(text, id)).sort((a, b) => a - b);
  const truth = (text, { lines, also, none }) => ({ lines: numbers(text, lines), also: numbers(text, also), none });

  function stateOf(text) {
    const { marks, best } = of(text);
    const passed = best >= PASS || lab.finished().includes(text.id);
    if (best !== null) return word(passed ? "passed" : "scored", { score: points(best) });
    if (passed) return word("passed_before");
    return word(marks.some(({ typed, none }) => typed || none) ? "begun" : "not_yet");
  }

  function showList(current) {
    for (const text of texts) {
      const entry = states.get(text.id);
      if (!entry) continue;
      entry.state.textContent = stateOf(text);
      if (text === current) entry.button.setAttribute("aria-current", "true");
      else entry.button.removeAttribute("aria-current");
    }
  }

  function list() {
    const entries = texts.map((text) => {
      const state = make("span", { class: "lab-trace__state" });
      const open = () => show(text, true);
      const button = make("button", { type: "button", class: "lab-button lab-pick", onclick: open },
        make("span", {}, text.title), state);
      states.set(text.id, { button, state });
      return make("li", {}, button);
    });
    return make("div", {}, lab.heading(word("texts")),
      make("p", { class: "lab-hint" }, word("texts_hint")),
      make("ol", { class: "lab-picks" }, ...entries));
  }

  /** The sentence that lines are chosen for: its card and the pressed numbers show it. */
  function activate(text, n) {
    if (of(text).result) return;
    active = n;
    fields.forEach(({ card, now }, each) => {
      card.classList.toggle("lab-trace__sentence--now", each === n);
      now.hidden = each !== n;
    });
    const { lines } = parse(of(text).marks[n].typed, text.lines.length);
    keys.forEach((key, each) => {
      key.setAttribute("aria-pressed", String(lines.includes(each + 1)));
      key.setAttribute("aria-label", word("toggle", { n: each + 1, sentence: n + 1 }));
    });
  }

  /** The typed lines of a sentence have changed. */
  function typed(text, n, value) {
    const mark = of(text).marks[n];
    mark.typed = value;
    if (value) fields[n].none.checked = mark.none = false;
    const { unknown } = parse(value, text.lines.length);
    const { error, input } = fields[n];
    error.textContent = unknown.length ? word("unknown", { text: unknown[0], count: text.lines.length }) : "";
    input.setAttribute("aria-invalid", String(unknown.length > 0));
    activate(text, n);
    showList(text);
  }

  function toggle(text, number) {
    const { lines } = parse(of(text).marks[active].typed, text.lines.length);
    const chosen = lines.includes(number) ? lines.filter((n) => n !== number) : [...lines, number];
    const value = chosen.sort((a, b) => a - b).join(", ");
    fields[active].input.value = value;
    typed(text, active, value);
    const names = { sentence: active + 1, lines: value };
    lab.say(word(value ? "added" : "emptied", names));
  }

  /** One of the numbers is reached with Tab, the others from it with the arrow keys. */
  function move(event) {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const next = keys[keys.indexOf(event.target) + step];
    if (!next) return;
    event.preventDefault();
    for (const key of keys) key.tabIndex = key === next ? 0 : -1;
    next.focus();
  }

  /** What each line turned out to be, once the text has been judged. */
  function noteOf(text, line) {
    if (!of(text).result) return "";
    const over = text.summary.flatMap(({ lines }, n) => (lines.includes(line.id) ? [n + 1] : []));
    if (over.length) return word("supports", { list: over.join(", ") });
    return text.left_out.some((left) => left.important && left.line === line.id) ? word("important") : "";
  }

  function documentPart(text) {
    keys = [];
    const { result } = of(text);
    const lines = text.lines.map((line, n) => {
      const note = noteOf(text, line);
      const key = make("button", {
        type: "button", class: "lab-button lab-trace__key", disabled: Boolean(result),
        tabindex: n ? "-1" : "0", onclick: () => toggle(text, n + 1), onkeydown: move,
      }, String(n + 1));
      keys.push(key);
      return make("li", { class: "lab-trace__line" }, key,
        make("span", {}, note ? make("mark", { class: "lab-found" }, line.text) : line.text,
          note ? make("span", { class: "lab-found-note" }, ` ← ${note}`) : null));
    });
    const region = { class: "lab-trace__document", role: "region", tabindex: "0", "aria-label": word("document") };
    return make("div", region, lab.heading(word("document")),
      make("p", { class: "lab-trace__name" }, text.source),
      make("p", { class: "lab-hint" }, word("document_hint")),
      make("ol", { class: "lab-trace__lines" }, ...lines));
  }

  /** The key of a sentence in words. */
  function keyOf({ lines, also, none }) {
    if (none) return word("key_none");
    return word(also.length ? "key_also" : "key_lines", { lines: lines.join(", "), also: also.join(", ") });
  }

  const markOf = (text, { typed, none }) => ({ lines: parse(typed, text.lines.length).lines, none });

  function feedback(text, sentence, mark) {
    const known = truth(text, sentence);
    const { share, missing, extra } = judge(known, markOf(text, mark));
    const state = share === 1 ? "right" : share > 0 ? "partly" : "wrong";
    const look = { right: "lab-good", partly: "lab-trace__partly", wrong: "lab-bad" }[state];
    const hints = [["missing", missing], ["extra", extra]].filter(([, lines]) => state === "partly" && lines.length);
    return make("div", { class: "lab-feedback" },
      make("p", { class: look }, word(state, { key: keyOf(known) })),
      hints.length ? make("p", {}, hints.map(([key, lines]) => word(key, { lines: lines.join(", ") })).join(" ")) : null,
      make("p", {}, sentence.why));
  }

  function sentenceCard(text, sentence, n) {
    const { marks, result } = of(text);
    const mark = marks[n];
    const id = lab.uid(`${text.id}-${n}`);
    const disabled = Boolean(result);
    const now = make("span", { class: "lab-trace__now", hidden: true }, word("now"));
    const error = make("p", { class: "lab-trace__error", id: `${id}-error` });
    const input = make("input", {
      // one sign more than is read, so that the reader is told
      id, type: "text", maxlength: LONGEST + 1, autocomplete: "off", disabled, "aria-describedby": `${id}-error`,
      oninput: () => typed(text, n, input.value.slice(0, LONGEST + 1)),
    });
    input.value = mark.typed;
    const none = make("input", {
      type: "checkbox", checked: mark.none, disabled,
      onchange: () => {
        if (none.checked) typed(text, n, (input.value = ""));
        mark.none = none.checked;
        showList(text);
      },
    });
    const card = make("fieldset", {
      class: "lab-card lab-trace__sentence", "data-sentence": String(n + 1),
      onfocusin: () => activate(text, n), onclick: () => activate(text, n),
    },
      make("legend", { class: "lab-legend" },
        make("span", { class: "lab-trace__number" }, `${n + 1}.`), ` ${sentence.text} `, now),
      make("div", { class: "lab-trace__answer" },
        make("div", {}, make("label", { for: id }, word("lines")), " ", input),
        make("label", { class: "lab-tick" }, none, word("none"))),
      error,
      result ? feedback(text, sentence, mark) : null);
    fields.push({ card, now, input, none, error });
    return card;
  }

  function leftOutCard(text) {
    const state = of(text);
    const name = lab.uid(`${text.id}-left-out`);
    const options = text.left_out.map((left) => ({ ...left, number: numberOf(text, left.line) }));
    options.sort((a, b) => a.number - b.number);
    const choices = options.map(({ line, number }) => make("label", { class: "lab-tick" },
      make("input", {
        type: "radio", name, value: line, checked: state.leftOut === line, disabled: Boolean(state.result),
        onchange: () => (state.leftOut = line),
      }),
      make("span", {}, `${word("line", { n: number })}: ${text.lines[number - 1].text}`)));
    return make("fieldset", { class: "lab-card lab-trace__sentence", "data-left-out": "" },
      make("legend", { class: "lab-legend" }, word("left_out")),
      make("div", { class: "lab-trace__choices" }, ...choices),
      state.result ? leftOutFeedback(options, state.leftOut) : null);
  }

  function leftOutFeedback(options, chosen) {
    const isRight = options.some(({ line, important }) => important && line === chosen);
    const key = word("line", { n: options.find(({ important }) => important).number });
    const reasons = options.filter(({ important, line }) => important || line === chosen);
    return make("div", { class: "lab-feedback" },
      make("p", { class: isRight ? "lab-good" : "lab-bad" }, word(isRight ? "right" : "wrong", { key })),
      ...reasons.map(({ number, why }) => make("p", {}, `${word("line", { n: number })}: ${why}`)));
  }

  function said({ score, right, partly, total: all, found }) {
    return [
      word("result", { score: points(score), right, total: all }),
      partly ? word("result_partly", { n: partly }) : "",
      word(found ? "result_found" : "result_not_found"),
      word(score >= PASS ? "result_done" : "result_not_done"),
    ].filter(Boolean);
  }

  /** What has no answer yet: names for the reader, and the first field of it. */
  function open(text) {
    const { marks, leftOut } = of(text);
    const isOpen = (mark) => !mark.none && !markOf(text, mark).lines.length;
    const gaps = marks.flatMap((mark, n) => (isOpen(mark) ? [n] : []));
    const names = gaps.map((n) => word("sentence", { n: n + 1 }));
    if (!leftOut) names.push(word("left_out_short"));
    const first = gaps.length ? fields[gaps[0]].input : room.querySelector("[data-left-out] input");
    return { names, first };
  }

  function check(text) {
    const state = of(text);
    const { names, first } = open(text);
    const wrong = fields.find(({ error }) => error.textContent);
    if (names.length || wrong) {
      lab.say(names.length ? word("open", { list: names.join(", ") }) : wrong.error.textContent);
      (names.length ? first : wrong.input).focus();
      return;
    }
    const found = text.left_out.some(({ important, line }) => important && line === state.leftOut);
    const truths = text.summary.map((sentence) => truth(text, sentence));
    state.result = total(truths, state.marks.map((mark) => markOf(text, mark)), found);
    state.best = Math.max(state.best ?? 0, state.result.score);
    if (state.result.score >= PASS) lab.done(text.id);
    show(text, false);
    room.querySelector("[data-result]").focus();
    lab.say(said(state.result).join(" "));
  }

  function again(text) {
    Object.assign(of(text), empty(text));
    show(text, true);
  }

  function actions(text) {
    const button = (key, act, isMain) => lab.button(word(key), act, isMain ? "main" : "plain");
    if (!of(text).result) return make("div", { class: "lab-actions" }, button("check", () => check(text), true));
    const next = texts[texts.indexOf(text) + 1];
    return make("div", { class: "lab-actions" },
      next ? button("next", () => show(next, true), true) : null,
      button("again", () => again(text), !next));
  }

  function resultPart(result) {
    const heading = lab.heading(word("result_heading"));
    heading.dataset.result = "";
    return [heading, make("ul", {}, ...said(result).map((line) => make("li", {}, line)))];
  }

  function show(text, isFocused) {
    const { result } = of(text);
    fields = [];
    const title = only ? null : lab.heading(text.title);
    const source = documentPart(text);
    const summary = make("div", {}, lab.heading(word("summary")),
      make("p", { class: "lab-hint" }, word("summary_hint")),
      ...(result ? resultPart(result) : []),
      ...text.summary.map((sentence, n) => sentenceCard(text, sentence, n)),
      leftOutCard(text), actions(text));
    room.replaceChildren(...[title,
      make("p", { class: "lab-hint" }, word("about")),
      make("p", { class: "lab-note" }, make("strong", {}, `${word("asked")}: `), text.asked),
      make("div", { class: "lab-row" }, source, summary)].filter(Boolean));
    activate(text, 0);
    showList(text);
    if (!isFocused) return;
    lab.say("");
    (title ?? summary.firstChild).focus();
  }

  root.replaceChildren(...(only ? [room] : [list(), room]));
  show(texts[0], false);
});
