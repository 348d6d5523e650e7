// @ts-check
/** Next token: six steps around one bench, where the reader sees what the model would write, and lets it write. */
course.lab("next-token", async (lab) => {
  const { make, word, data } = lab;
  const MOST = 2000; // characters of the field
  const KINDS = ["common", "rare", "never", "copies", "silent", "copies-untold", "silent-untold"];
  const SLICE = 12; // milliseconds of reading before the page gets a turn
  const [payload, training] = await Promise.all([lab.load("model"), lab.load("training")]);
  const model = nextTokenEngine.load(payload);
  const { steps, lookup } = data.steps;
  const percent = (p) =>
    p > 0 && p < 0.001 ? "< 0.1 %" : p > 0.999 && p < 1 ? "> 99.9 %" : `${(100 * p).toFixed(1)} %`;
  const shown = (text) => (text === "<end>" ? word("end") : text === "\n" ? word("line") : text);
  let step = steps[0];
  let turn = 0; // of reading; a newer one ends the older
  let writing = false;
  let before = ""; // the text before the model wrote
  let covered = false;

  // ---- the bench

  const field = lab.bound(make("textarea", { id: lab.uid("text"), rows: "5", spellcheck: "false", "aria-describedby": lab.uid("hint"), oninput: typed }), MOST);
  const notes = make("p", { class: "lab-hint" });
  const write = make("button", { type: "button", class: "md-button md-button--primary", onclick: pressed }, word("write"));
  const back = make("button", { type: "button", class: "lab-button", onclick: undo, disabled: true }, word("back"));
  const list = make("ol", { class: "lab-next-token__bars" });
  const guessing = make("div", {});
  const looking = make("div", {});

  const noticing = make("div", {});

  const radio = (name, value, text, checked, on) =>
    make("div", {}, make("label", { class: "lab-tick" },
      make("input", { type: "radio", name: lab.uid(name), value, checked, onchange: on }), text));

  const settings = { greedy: true, temperature: 1, topK: 0, topP: 1, seed: 1, maxTokens: 60 };

  /** A number that steers the draw. */
  function knob(key, name, attributes) {
    const id = lab.uid(key);
    const label = make("label", { for: id }, word(name, { value: settings[key] }));
    const input = make("input", { id, ...attributes, value: settings[key], oninput: () => {
      const value = Number(input.value);
      const [low, high] = [Number(attributes.min), Number(attributes.max)];
      if (!input.value || !Number.isFinite(value)) return;
      settings[key] = Math.min(high, Math.max(low, attributes.step ? value : Math.round(value)));
      label.textContent = word(name, { value: settings[key] });
      refresh();
    } });
    return make("div", { class: "lab-field" }, label, input);
  }

  const knobs = make("div", { class: "lab-row", hidden: true },
    knob("temperature", "temperature", { type: "range", min: "0.1", max: "2", step: "0.1" }),
    knob("topK", "top_k", { type: "number", min: "0", max: "1600" }),
    knob("topP", "top_p", { type: "range", min: "0.05", max: "1", step: "0.05" }),
    knob("seed", "seed", { type: "number", min: "0", max: "999999" }),
  );

  function drawing(event) {
    settings.greedy = event.target.value === "greedy";
    knobs.hidden = settings.greedy;
    refresh();
  }

  const text = () => field.value.replace(/ +$/, ""); // the space belongs to the next token

  function typed() {
    writing = false;
    const long = field.value.length > MOST;
    if (long) field.value = field.value.slice(0, MOST);
    back.disabled = true;
    refresh(long ? word("too_long") : "");
  }

  function put(value) {
    writing = false;
    field.value = value;
    back.disabled = true;
    refresh();
  }

  function undo() {
    put(before);
    field.focus();
  }

  const pause = () => new Promise((go) => setTimeout(go, 0));

  /** Read the text, in slices, then show the bars. Returns the likeliest, or nothing if a newer text came. */
  async function refresh(note = "") {
    const mine = ++turn;
    const { ids, cut, unknown } = model.ids(text());
    notes.textContent = [
      note, cut ? word("cut", { count: cut }) : "", unknown ? word("unknown", { count: unknown }) : "",
    ].filter(Boolean).join(" ");
    if (note) lab.say(note);
    await pause();
    while (mine === turn && !model.feed(ids, SLICE)) await pause();
    if (mine !== turn) return undefined;
    const bars = model.bars(10, settings);
    if (!covered) show(bars);
    return bars;
  }

  function show(bars) {
    const most = Math.max(...bars.map(({ p }) => p));
    const rows = bars.map(({ text: piece, p, chance }) => {
      const fill = make("span", {});
      fill.style.width = `${(100 * p) / most}%`;
      const chip = make("span", { class: "lab-chip", lang: lab.language }, shown(piece));
      return make("li", {},
        make("button", { type: "button", class: "lab-next-token__bar", onclick: () => choose(piece) },
          chip, make("span", { class: "lab-next-token__share" }, word("bar", { percent: percent(p), chance: percent(chance) })),
          make("span", { class: "lab-bar", "aria-hidden": "true" }, fill)));
    });
    const held = [...list.children].findIndex((row) => row.contains(document.activeElement));
    list.replaceChildren(...rows);
    if (held >= 0) list.children[held]?.querySelector("button")?.focus();
  }

  const likeliest = ([{ text: piece, p }]) => word("next", { token: shown(piece).trim() || "␣", percent: percent(p) });

  /** The reader's own choice of the next token. */
  async function choose(piece) {
    writing = false;
    if (back.disabled) before = field.value;
    if (piece !== "<end>") field.value = text() + piece;
    back.disabled = false;
    const bars = await refresh();
    if (bars) lab.say(piece === "<end>" ? word("wrote_nothing") : likeliest(bars));
    acted();
  }

  /** Let it write, or stop it: one button, so that the focus stays. */
  async function pressed() {
    if (writing) {
      writing = false;
      return;
    }
    before = text();
    field.value = before;
    writing = true;
    ++turn;
    if (covered) uncover();
    write.textContent = word("stop");
    const { text: made, stopped } = await model.answer(before, settings, (_, so) => {
      if (writing) field.value = before + so;
      field.scrollTop = field.scrollHeight;
      return writing;
    });
    write.textContent = word("write");
    const kept = field.value === before + made;
    writing = false;
    if (!kept) return; // the reader wrote or chose meanwhile
    back.disabled = !made;
    await refresh();
    const said = made.trim();
    lab.say(!said ? word(stopped === "full" ? "full" : "wrote_nothing")
      : word(stopped === "stopped" ? "stopped" : "wrote", { text: said }) + (stopped === "full" ? ` ${word("full")}` : ""));
    if (said) acted();
  }

  /** A step is finished by one real action that belongs to it. */
  function acted() {
    if (step.id !== "look-up" && !covered) finish();
  }

  function finish() {
    lab.done(step.id);
    if (!noticing.firstChild) notice();
  }

  /** What to notice, told afterwards; and the way on. */
  function notice() {
    const number = steps.indexOf(step) + 1;
    const next = steps[number];
    noticing.replaceChildren(make("p", { class: "lab-note" }, step.notice),
      ...(next ? [make("div", { class: "lab-actions" }, make("button", { type: "button", class: "lab-button", onclick: () => go(next, true) },
        word("next_step", { number: number + 1, title: next.title })))] : []));
  }

  // ---- the steps

  const steppers = steps.map((each, n) => make("button", { type: "button", class: "lab-button", onclick: () => go(each, true) }, `${n + 1}. ${each.title}`));
  const stage = make("div", { class: "lab-card" });

  function go(next, isAsked) {
    step = next;
    const number = steps.indexOf(step) + 1;
    steppers.forEach((button, n) => (n + 1 === number ? button.setAttribute("aria-current", "step") : button.removeAttribute("aria-current")));
    const heading = lab.heading(word("step", { number, title: step.title }));
    const ready = step.texts.map(({ label, text: value }) =>
      make("button", { type: "button", class: "lab-button", onclick: async () => {
        put(value);
        field.scrollTop = 0;
        const bars = await refresh();
        if (bars && !covered) lab.say(likeliest(bars));
        if (step.id === "old-and-unfair") acted();
      } }, label));
    stage.replaceChildren(heading, make("p", {}, step.task),
      make("div", { class: "lab-field" }, make("p", { id: lab.uid("ready"), class: "lab-hint" }, word("examples")),
        make("div", { class: "lab-chips", role: "group", "aria-labelledby": lab.uid("ready") }, ...ready)));
    noticing.replaceChildren();
    guessing.replaceChildren();
    looking.replaceChildren();
    covered = step.guesses.length > 0;
    bench.hidden = covered;
    if (covered) cover();
    if (step.id === "look-up") search();
    put(step.texts[0].text);
    if (isAsked) heading.focus();
  }

  /** The bars stay covered until the reader has said what to expect. */
  function cover() {
    list.replaceChildren();
    const name = lab.uid("guess");
    const picked = () => /** @type {HTMLInputElement | null} */ (guessing.querySelector("input:checked"));
    guessing.replaceChildren(
      make("fieldset", { class: "lab-field" }, make("legend", {}, word("covered")),
        ...step.guesses.map((guess) => radio(name, guess, guess, false))),
      make("button", { type: "button", class: "md-button md-button--primary", onclick: async () => {
        const guess = picked()?.value;
        if (!guess) return lab.say(word("choose_first"));
        uncover();
        const bars = await refresh();
        if (!bars) return undefined;
        lab.say(word("guessed", { guess, top: shown(bars[0].text).trim(), percent: percent(bars[0].p) }));
        list.querySelector("button")?.focus();
        return acted();
      } }, word("look")));
  }

  function uncover() {
    covered = false;
    bench.hidden = false;
    guessing.replaceChildren();
  }

  /** What the training text says of a service. */
  function search() {
    const all = training[lab.language];
    const [ask, say] = [lab.uid("service"), lab.uid("contains")];
    const select = make("select", { id: ask, onchange: find }, ...lookup.map((key) => make("option", { value: key }, all[key].name)));
    const input = make("input", { id: say, type: "text", maxlength: "60", autocomplete: "off", oninput: find });
    const out = make("div", {});

    function find(event) {
      const { name, texts, exercises } = all[select.value];
      const wanted = input.value.trim().toLowerCase();
      const hits = texts.filter(([line]) => line.toLowerCase().includes(wanted));
      const sum = (rows) => rows.reduce((so, [, times]) => so + times, 0);
      const said = word(hits.length ? "found" : "found_none", { count: hits.length, times: sum(hits), service: name, all: sum(texts) });
      const row = ([line, times]) => make("tr", {}, make("td", { class: "lab-next-token__line" }, line), make("td", { class: "lab-number" }, String(times)));
      const body = make("tbody", {}, ...hits.slice(0, 8).map(row));
      const rest = hits.slice(8);
      out.replaceChildren(make("p", {}, said),
        ...(exercises ? [make("p", { class: "lab-hint" }, word("exercises", { count: exercises }))] : []),
        ...(hits.length ? [make("div", { class: "lab-scroll" }, make("table", { class: "lab-table" },
          make("thead", {}, make("tr", {}, make("th", { scope: "col" }, word("sentence")), make("th", { scope: "col" }, word("times")))), body))] : []),
        ...(rest.length ? [make("button", { type: "button", class: "lab-button", onclick: ({ target }) => {
          body.append(...rest.map(row));
          const first = /** @type {HTMLElement} */ (body.children[8].firstChild);
          first.tabIndex = -1;
          first.focus();
          target.remove();
        } }, word("more", { count: rest.length }))] : []));
      if (event) {
        lab.say(said);
        finish();
      }
    }

    looking.replaceChildren(make("div", { class: "lab-row" },
      make("div", { class: "lab-field" }, make("label", { for: ask }, word("service")), select),
      make("div", { class: "lab-field" }, make("label", { for: say }, word("contains")), input)), out);
    find();
  }

  // ---- what was measured

  const share = (row, key) => percent(row[key]);
  const rows = data.recall.value.rows;
  const measured = make("details", { class: "lab-next-token__measured" },
    make("summary", {}, word("measured")),
    make("p", { class: "lab-hint" }, word("measured_hint", { exercises: rows.copies.asked })),
    make("div", { class: "lab-scroll" }, make("table", { class: "lab-table" },
      make("thead", {}, make("tr", {}, ...["asked_what", "asked", "right", "says_so"].map((key) => make("th", { scope: "col" }, word(key))))),
      make("tbody", {}, ...KINDS.map((kind) => [kind, rows[kind]]).map(([kind, row]) => make("tr", {}, make("th", { scope: "row" }, word(kind)),
        make("td", { class: "lab-number" }, String(row.asked)),
        make("td", { class: "lab-number" }, share(row, "right")), make("td", { class: "lab-number" }, share(row, "unknown"))))))));

  const bench = make("div", {}, lab.heading(word("bars")), make("p", { class: "lab-hint" }, word("bars_hint")), list);
  lab.root.replaceChildren(
    make("nav", { class: "lab-next-token__steps lab-chips", "aria-label": word("steps") }, ...steppers),
    stage, looking,
    make("div", { class: "lab-next-token__bench" },
      make("div", {},
        make("div", { class: "lab-field" }, make("label", { for: field.id }, word("text")),
          make("p", { class: "lab-hint", id: lab.uid("hint") }, word("text_hint")), field, notes),
        make("div", { class: "lab-actions" }, write, back), guessing),
      bench),
    noticing,
    make("fieldset", { class: "lab-card lab-next-token__settings" }, make("legend", {}, word("settings")),
      radio("draw", "greedy", word("greedy"), true, drawing), radio("draw", "draw", word("draw"), false, drawing), knobs),
    measured);
  go(steps[0], false);
});
