// @ts-check
/** Search: three lists for one question, and an answer with its sources or without. */
course.lab("search", async (lab) => {
  const { make, word, language } = lab;
  const SHOWN = 5;
  const LONG = searchEngine.MOST + 1; // characters that the field keeps: one too many is told
  const LONGEST = 16; // milliseconds of opening before the page gets a turn
  const SIDES = ["en", "ko"];
  const breathe = () => new Promise((go) => setTimeout(go, 0));
  let pending = 0; // an update that waits for the next picture
  let turn = 0; // of answering: a newer one ends the older

  async function open() {
    const given = await lab.load("index");
    let since = performance.now();
    let library = null;
    for (const piece of searchEngine.opening(given)) {
      library = piece;
      if (performance.now() - since < LONGEST) continue;
      await breathe();
      since = performance.now();
    }
    return library;
  }

  const library = await open();
  const { modules, sections } = library.given;

  // ---- what was found

  const titleOf = (place) => sections[Math.floor(place / 2)][2 + 3 * (place % 2)];

  function link(place) {
    const [module, id] = sections[Math.floor(place / 2)];
    const side = SIDES[place % 2];
    const href = new URL(`${side === "en" ? "" : "ko/"}${modules[module][0]}#${id}`, window["__md_scope"]).href;
    return make("a", { href, lang: side }, titleOf(place));
  }

  const about = (place) =>
    make("span", { class: "lab-search__about" },
      make("span", { lang: SIDES[place % 2] }, modules[sections[Math.floor(place / 2)][0]][1 + (place % 2)]),
      make("span", { class: "lab-chip" }, word(SIDES[place % 2])));

  const marked = (query, text) =>
    searchEngine.marked(query, text).map(([piece, isHit]) => (isHit ? make("mark", {}, piece) : piece));

  const entry = (query, place) =>
    make("li", {}, link(place), about(place),
      make("span", { class: "lab-search__line", lang: SIDES[place % 2] },
        marked(query, searchEngine.excerpt(library, query, place))));

  /** One of the three lists: its card, and how to fill it. */
  function column(name) {
    const list = make("ol", {});
    const empty = make("p", { class: "lab-hint", hidden: true });
    const card = make("section", { class: "lab-card", "aria-labelledby": lab.uid(name) },
      make(`h${lab.level}`, { id: lab.uid(name), class: "lab-heading" }, word(`list_${name}`)),
      make("p", { class: "lab-hint" }, word(`hint_${name}`)), list, empty);
    const fill = (query, found) => {
      list.replaceChildren(...found.slice(0, SHOWN).map(({ place }) => entry(query, place)));
      list.hidden = !found.length;
      empty.hidden = found.length > 0;
      const none = name === "words" ? "nothing_words" : "nothing";
      empty.textContent = word(query ? none : "no_question");
    };
    return { card, fill };
  }

  // ---- the bench

  const field = make("input", { id: lab.uid("question"), type: "text", class: "lab-search__question",
    autocomplete: "off", maxlength: LONG, spellcheck: "false", "aria-describedby": lab.uid("hint"), oninput: typed });
  const cut = make("p", { class: "lab-note", hidden: true }, word("cut", { most: searchEngine.MOST }));
  const columns = { words: column("words"), meaning: column("meaning"), both: column("both") };
  const answered = make("div", { class: "lab-search__answer" });

  const radio = (name, value, text, checked, onchange) =>
    make("label", { class: "lab-tick" },
      make("input", { type: "radio", name: lab.uid(name), value, checked, onchange }), text);
  const chosen = (name) => lab.root.querySelector(`input[name="${lab.uid(name)}"]:checked`)["value"];
  const asked = () => field["value"].slice(0, searchEngine.MOST).trim();
  const among = () => chosen("among");
  const other = language === "en" ? "ko" : "en";

  function update() {
    pending = 0;
    const query = asked();
    const found = searchEngine.search(library, query, among());
    for (const [name, { fill }] of Object.entries(columns)) fill(query, found[name]);
    if (!query) return lab.say(word("no_question"));
    const first = (name) => (found[name].length ? titleOf(found[name][0].place) : word("nothing"));
    lab.say(word("found", { words: first("words"), meaning: first("meaning"), both: first("both") }));
    lab.done("words");
  }

  function typed() {
    turn++;
    const length = field["value"].length;
    cut["hidden"] = length <= searchEngine.MOST;
    if (length > LONG) field["value"] = field["value"].slice(0, LONG); // before the browser lays it out
    answered.replaceChildren();
    if (!pending) pending = requestAnimationFrame(update);
  }

  function scoped() {
    typed();
    if (asked()) lab.done("meaning");
  }

  function tried(event) {
    field["value"] = event.currentTarget.textContent;
    typed();
  }

  // ---- answers

  const titled = (name) => make(`h${lab.level}`, { class: "lab-heading" }, word(name));

  const quoted = ({ place, sentence }) =>
    make("li", {}, make("q", { lang: SIDES[place % 2] }, sentence), " ", link(place), about(place));

  function fromSources(query) {
    const { both } = searchEngine.search(library, query, among());
    const { quotes } = searchEngine.answer(library, query, both);
    lab.done("answer");
    if (quotes.length) {
      answered.replaceChildren(make("div", { class: "lab-card" }, titled("answer_from"),
        make("ul", { class: "lab-search__quotes" }, quotes.map(quoted)),
        make("p", { class: "lab-hint" }, word("answer_check"))));
      return lab.say(word("quoted", { n: quotes.length, title: titleOf(quotes[0].place) }));
    }
    answered.replaceChildren(make("div", { class: "lab-card" }, titled("not_found"),
      make("p", {}, word("not_found_why"))));
    lab.say(`${word("not_found")}. ${word("not_found_why")}`);
  }

  async function withoutSources(query) {
    const mine = ++turn;
    const text = make("p", { class: "lab-out" }, word("model_writes"));
    answered.replaceChildren(make("div", { class: "lab-card" }, titled("model_says"), text,
      make("p", { class: "lab-note" }, word("model_note"))));
    const model = await nextTokenModel();
    const begins = word("begins");
    const prompt = word("prompt", { question: query, begins });
    const written = await model.answer(prompt, { maxTokens: 40, greedy: true }, (_, so) => {
      if (mine !== turn) return false;
      text.textContent = begins + so;
    });
    if (mine !== turn) return;
    text.textContent = begins + written.text.trimEnd();
    if (written.stopped === "length") text.append(" ", make("em", {}, word("model_stopped")));
    lab.say(word("model_done", { text: text.textContent }));
    lab.done("without-sources");
  }

  let model = null;

  /** The model of the other lab, loaded when it is first asked for. */
  async function nextTokenModel() {
    model ??= nextTokenEngine.load(await lab.load("next-token/model"));
    return model;
  }

  function answer() {
    const query = asked();
    if (!query) return lab.say(word("no_question"));
    return chosen("how") === "with" ? fromSources(query) : withoutSources(query);
  }

  const tries = ["try_chats", "try_twice", "try_names", "try_boss", "try_off"];
  lab.root.replaceChildren(
    make("div", { class: "lab-field" },
      make("label", { for: lab.uid("question") }, word("question")),
      make("p", { id: lab.uid("hint"), class: "lab-hint" }, word("question_hint")), field, cut),
    make("div", { class: "lab-actions", role: "group", "aria-label": word("tries") },
      tries.map((each) => make("button", { type: "button", class: "lab-button", onclick: tried }, word(each)))),
    make("fieldset", { class: "lab-field" }, make("legend", {}, word("among")),
      make("div", { class: "lab-search__choice" },
        radio("among", language, word("mine"), true, scoped),
        radio("among", "both", word("both_languages"), false, scoped),
        radio("among", other, word("other"), false, scoped))),
    make("div", { class: "lab-row lab-search__lists" }, Object.values(columns).map(({ card }) => card)),
    titled("answering"),
    make("fieldset", { class: "lab-field" }, make("legend", {}, word("how")),
      make("div", {},
        radio("how", "with", word("with_sources"), true, typed),
        radio("how", "without", word("without_sources"), false, typed))),
    make("div", { class: "lab-actions" },
      make("button", { type: "button", class: "md-button md-button--primary", onclick: answer }, word("answer"))),
    answered);
  for (const { fill } of Object.values(columns)) fill("", []);
});
