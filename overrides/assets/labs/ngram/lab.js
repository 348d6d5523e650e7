// @ts-check
/** Train your own model: a text, a memory, and what the model makes of them. */
(() => {
  const MOST = 60000; // characters at most: of more, the browser's own text field is slow
  const BREATH = 12; // milliseconds of work at a time
  const ROWS = 8; // of what came next
  const PAUSE = 250; // milliseconds after typing
  const STEPS = ["nonsense", "fluent", "copied"];
  const KINDS = ["char", "word"];

  const rest = () => new Promise((resolve) => setTimeout(resolve));

  /** Trains in slices; undefined once `isStale`. */
  async function train(source, kind, isStale) {
    const work = ngramEngine.training(source, kind);
    for (;;) {
      const until = performance.now() + BREATH;
      while (performance.now() < until) {
        const { done, value } = work.next();
        if (done) return value;
      }
      await rest();
      if (isStale()) return undefined;
    }
  }

  async function start(lab) {
    const { make, word, uid, root } = lab;
    const texts = lab.data.texts.texts;
    const first = lab.language === "ko" ? "constitution" : "lessons";
    const fileOf = (id) => (id === "lessons" ? `lessons-${lab.language}` : id);
    const langOf = (id) => (id === "constitution" ? "ko" : lab.language);
    const whole = new Intl.NumberFormat(lab.language);
    let model = null;
    let flat = ""; // the text with single spaces, to look sentences up
    let source = "";
    let seed = 1;
    let training = 0;
    let pause = 0;
    let isCapped = false;
    let chosen = texts.find(({ id }) => id === first) ?? texts[0];
    let kind = first === "lessons" ? "word" : "char";

    const field = (control, label, ...more) =>
      make("div", { class: "lab-field" }, make("label", { for: control.id }, label), ...more, control);

    const choice = make("select", { id: uid("source"), onchange: choose },
      texts.map(({ id, title }) => make("option", { value: id }, title)),
      make("option", { value: "" }, word("own")));
    const note = make("p", { class: "lab-hint" });
    const text = lab.bound(make("textarea", {
      id: uid("text"), rows: 7, spellcheck: "false", autocomplete: "off", class: "lab-ngram__text", oninput: edited,
    }), MOST);
    const radio = (value) => make("label", { class: "lab-tick" },
      make("input", { type: "radio", name: uid("piece"), value, onchange: () => unit(value) }), word(value));
    const units = make("fieldset", { class: "lab-field" },
      make("legend", {}, word("piece")), make("div", { class: "lab-ngram__kinds" }, KINDS.map(radio)));
    const told = make("output", { for: uid("memory"), class: "lab-ngram__told" });
    const memory = make("input", {
      id: uid("memory"), type: "range", min: 1, max: 10, step: 1, oninput: () => write(true),
    });
    const begin = make("input", {
      id: uid("begin"), type: "text", maxlength: 80, autocomplete: "off", spellcheck: "false",
      oninput: () => later(() => write(false)),
    });
    const steps = STEPS.map((name, n) => make("button", {
      type: "button", class: "lab-button", "aria-pressed": "false", onclick: () => go(n),
    }, word(`step_${name}`)));
    const drawn = make("p", { class: "lab-hint" });
    const result = make("div", { class: "lab-ngram__result" });
    const learned = make("p", { class: "lab-hint" });

    const presets = () => (kind === "char" ? chosen.characters : chosen.words);
    const remembered = (n) => word(`memory_${n === 1 ? "one_" : ""}${kind}`, { n });

    function later(act) {
      clearTimeout(pause);
      pause = setTimeout(() => {
        try {
          Promise.resolve(act()).catch(lab.fail);
        } catch (error) {
          lab.fail(error);
        }
      }, PAUSE);
    }

    function go(n) {
      memory.value = `${presets()[n]}`;
      write(true);
    }

    function unit(value) {
      kind = value;
      for (const each of units.querySelectorAll("input")) each.checked = each.value === value;
      memory.max = `${ngramEngine.MEMORY[kind]}`;
      memory.value = `${presets()[0]}`;
      return learn();
    }

    async function choose() {
      const found = texts.find(({ id }) => id === choice.value);
      if (!found) {
        note.textContent = word("own_note");
        text.focus();
        return;
      }
      chosen = found;
      isCapped = false;
      note.textContent = found.note;
      const loaded = await lab.load(fileOf(found.id));
      if (typeof loaded !== "string") throw new Error(`${found.id} is no text`);
      text.value = loaded;
      text.lang = langOf(found.id);
      begin.value = found.start;
      await unit(text.lang === "ko" ? "char" : "word");
    }

    function edited() {
      isCapped = text.value.length > MOST;
      if (isCapped) text.value = text.value.slice(0, MOST);
      choice.value = "";
      note.textContent = word("own_note");
      later(learn);
    }

    async function learn() {
      const mine = (training += 1);
      source = text.value;
      learned.textContent = word("training");
      const since = performance.now();
      const made = await train(source, kind, () => mine !== training);
      if (!made || mine !== training) return;
      model = made;
      flat = ngramEngine.squeeze(source);
      const values = { n: whole.format(model.text.length - 1), ms: Math.ceil(performance.now() - since) };
      const cap = isCapped ? ` ${word("capped", { n: whole.format(MOST) })}` : "";
      learned.textContent = model.text.length > 1 ? word("trained", values) + cap : word("empty");
      write(false);
    }

    /** The written text, what was copied underlined. */
    function output({ parts }) {
      const gap = kind === "word" && !parts[0]?.text.startsWith("\n") ? " " : "";
      return make("p", { class: "lab-out lab-ngram__out", lang: text.lang || lab.language },
        make("strong", {}, begin.value.trimEnd() + gap),
        parts.map((part) => (part.copied ? make("mark", { class: "lab-ngram__copied" }, part.text) : part.text)));
    }

    function bar(share) {
      const filled = make("span", {});
      filled.style.width = `${100 * share}%`;
      return make("span", { class: "lab-bar", "aria-hidden": "true" }, filled);
    }

    function falsehoods(written) {
      const found = ngramEngine.articles(`${written}\n`, source).slice(0, 2);
      if (!found.length) return null;
      return make("div", { class: "lab-card" },
        make("p", {}, make("strong", { class: "lab-bad" }, word("articles"))),
        found.map((each) => make("dl", { class: "lab-ngram__article" },
          make("dt", {}, word("wrote")), make("dd", { lang: "ko" }, each.written),
          make("dt", {}, word("real")), make("dd", { lang: each.real ? "ko" : null }, each.real || word("no_real")))));
    }

    function nexts({ after, total, rows }) {
      const lines = (each) => each.replace(/\n/g, "↵");
      const piece = (each) => (kind === "char" ? lines(each).replace(/ /g, "·") : lines(each));
      const cell = (...inside) => make("td", { class: "lab-number" }, ...inside);
      const hidden = rows.length - ROWS;
      return [
        lab.heading(word("next")),
        make("p", { class: "lab-hint" }, word("next_after", { after: piece(after), total: whole.format(total) })),
        make("table", { class: "lab-table lab-ngram__next" },
          make("caption", { class: "lab-unseen" }, word("next")),
          make("thead", {}, make("tr", {}, ["piece", "count", "share"].map((key) =>
            make("th", { scope: "col" }, word(`next_${key}`))))),
          make("tbody", {}, rows.slice(0, ROWS).map((row) => make("tr", {},
            make("th", { scope: "row", lang: text.lang || null }, piece(row.text)), cell(whole.format(row.count)),
            cell(`${(100 * row.share).toFixed(1)} %`, bar(row.share)))))),
        hidden > 0 ? make("p", { class: "lab-hint" }, word("next_more", { n: whole.format(hidden) })) : null,
      ];
    }

    /** The step that a run of the reader's has shown. */
    function reached(n, share) {
      if (n <= presets()[0]) return "nonsense";
      if (n <= presets()[1]) return "fluent";
      return share >= 0.95 || (share >= 0.6 && n >= presets()[2]) ? "copied" : "";
    }

    function write(isReaders) {
      const n = Number(memory.value);
      told.textContent = remembered(n);
      memory.setAttribute("aria-valuetext", remembered(n));
      steps.forEach((step, k) => step.setAttribute("aria-pressed", `${presets()[k] === n}`));
      drawn.textContent = word("seed", { seed });
      if (!model || model.kind !== kind || model.text.length < 2) return result.replaceChildren();
      const made = ngramEngine.run(model, begin.value, n, seed);
      const { count, invented } = ngramEngine.sentences(`${made.text}\n`, flat);
      const values = { share: Math.round(100 * made.share), count, invented: invented.length, memory: remembered(n) };
      const size = { n: ngramEngine.WINDOW[kind], unit: word(`unit_${kind}`) };
      result.replaceChildren(
        output(made),
        make("p", { class: "lab-ngram__share" }, make("strong", {}, word("share", values)), bar(made.share)),
        make("p", {}, count ? word("invented", values) : word("none")),
        make("p", { class: "lab-hint" }, word("key", size)),
        ...[falsehoods(made.text), ...nexts(made.next)].filter((each) => each !== null),
      );
      if (!isReaders) return undefined;
      lab.say(word("said", values));
      const step = reached(n, made.share);
      if (step) lab.done(step);
      return undefined;
    }

    const again = make("button", { type: "button", class: "lab-button", onclick: () => {
      seed += 1;
      write(true);
    } }, word("again"));
    root.append(
      field(choice, word("source")), note,
      field(text, word("text")), learned,
      make("div", { class: "lab-row" }, units, field(begin, word("begin"))),
      make("div", { class: "lab-field" }, make("label", { for: memory.id }, word("memory")), memory, told),
      make("div", { class: "lab-actions", role: "group", "aria-label": word("steps") }, steps, again),
      lab.heading(word("written")), drawn, result,
    );
    choice.value = chosen.id;
    await choose();
  }

  course.lab("ngram", start);
})();
