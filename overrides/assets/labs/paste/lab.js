// @ts-check
/** Check before you paste: marks, a table and a masked copy; then the parts that the checker missed. */
(() => {
  const LIMIT = 600_000; // characters that are read
  const LONG = 50_000; // a longer text is held in memory; a field of its size would freeze the page
  const SHOWN = 8_000; // characters that are shown; as many are checked at once
  const ROWS = 60;
  const STINT = 30; // ms of work before the page may breathe
  const number = (n) => n.toLocaleString();


  /** The text as nodes, with its findings marked and named. */
  function marked(lab, text, findings) {
    const nodes = [];
    let last = 0;
    for (const { start, end, kind, severity } of findings) {
      const name = lab.make("span", { class: "lab-paste-kind" }, ` ${lab.word(`kind_${kind}`)}`);
      const mark = lab.make("mark", { class: `lab-paste-mark lab-paste-mark--${severity}` }, text.slice(start, end), name);
      nodes.push(text.slice(last, start), mark);
      last = end;
    }
    return [...nodes, text.slice(last)];
  }

  const isMarking = ({ kind }) => kind === "marking";
  const keyOf = (text, { kind, start, end }) => `${kind} ${text.slice(start, end)}`;

  /** Findings with the same words and kind are one value: masked or left together. */
  function valuesOf(text, findings) {
    const values = new Map();
    for (const each of findings) {
      const found = text.slice(each.start, each.end);
      const key = keyOf(text, each);
      const value = values.get(key);
      if (value) value.count++;
      else values.set(key, { ...each, key, found, count: 1 });
    }
    return values;
  }

  /** The checker itself. `step` is told what the reader did. */
  function checker(lab, step) {
    const { make, word, uid, button } = lab;
    const choices = new Map(); // a value's key -> whether it is masked
    let given = "";
    let text = "";
    let findings = [];
    let values = new Map();
    let drawn = ""; // what stands in the table
    let run = 0;

    const area = make("textarea", { id: uid("text"), rows: 8, spellcheck: "false", autocomplete: "off", "aria-describedby": uid("hint"), oninput: () => take(area.value) });
    const verdict = make("p", { class: "lab-note" });
    const copyOf = make("div", { class: "lab-out lab-paste-text", tabindex: "0", role: "region", "aria-label": word("marked") });
    const output = make("textarea", { id: uid("masked"), rows: 8, readonly: true });
    const left = make("p", { class: "lab-hint" });
    const maskAll = button(word("mask_all"), toggleAll, "plain");
    const copyButton = button(word("copy"), copy, "main");
    const rows = make("tbody");
    const more = make("p", { class: "lab-hint" });
    const head = ["mask", "found", "why"].map((key) => make("th", { scope: "col" }, word(`col_${key}`)));
    const table = make("div", { class: "lab-scroll" },
      make("table", { class: "lab-table" }, make("caption", null, word("findings")), make("thead", null, make("tr", null, head)), rows));
    const safe = make("div", null,
      make("div", { class: "lab-field" }, make("label", { for: output.id }, word("masked")), output),
      left,
      make("div", { class: "lab-actions" }, maskAll, copyButton));
    const result = make("div", null, make("div", { class: "lab-row" }, make("div", null, make("strong", null, word("marked")), copyOf), safe), table, more);

    const isMasked = ({ key, severity }) => choices.get(key) ?? severity !== "look";
    const hasMarking = () => findings.some(isMarking);
    const maskedTo = (end) => {
      const isChosen = (each) => each.end <= end && isMasked({ ...each, key: keyOf(text, each) });
      return pasteEngine.mask(text.slice(0, end), findings.filter(isChosen));
    };

    function say(words) {
      verdict.textContent = words;
      lab.say(words);
    }

    function drawCopy() {
      const open = [...values.values()].filter((value) => !isMarking(value) && !isMasked(value)).length;
      const short = text.length > SHOWN ? word("part_shown", { limit: number(SHOWN) }) : "";
      safe.hidden = hasMarking();
      output.value = hasMarking() ? "" : maskedTo(SHOWN);
      left.textContent = `${word(open ? "left" : "all_masked", { count: open })} ${short}`;
    }

    function decided() {
      drawCopy();
      lab.say(left.textContent);
      if (values.size) step("mask");
    }

    function row(value) {
      const { found, kind, severity, certainty, reason, count } = value;
      const isFixed = severity === "block";
      const tick = make("input", {
        type: "checkbox",
        "aria-label": word("mask_this", { found }),
        disabled: isFixed,
        onchange: () => {
          choices.set(value.key, tick.checked);
          decided();
        },
      });
      tick.checked = isMasked(value);
      const note = isFixed ? make("small", null, word(isMarking(value) ? "never" : "always")) : null;
      const times = count > 1 ? ` ${word("times", { count })}` : "";
      return make("tr", null,
        make("td", { class: "lab-paste-tick" }, isMarking(value) ? null : tick, note),
        make("td", null, make("strong", null, found, times), word(`kind_${kind}`)),
        make("td", null,
          make("strong", { class: `lab-paste-${severity}` }, word(`severity_${severity}`)),
          `${word(`why_${reason}`)} (${word(`certainty_${certainty}`)})`));
    }

    function conclude(isCut) {
      const kinds = [...new Set(findings.filter(({ severity }) => severity === "block").map(({ kind }) => word(`kind_${kind}`)))];
      const of = (severity) => findings.filter((each) => each.severity === severity).length;
      const count = findings.length;
      const words = hasMarking()
        ? word("marking_blocks")
        : kinds.length
          ? word("blocked", { kinds: kinds.join(", "), count })
          : count
            ? word("found", { count, mask: of("mask"), look: of("look") })
            : word(text.trim() ? "nothing" : "empty");
      verdict.classList.toggle("lab-paste-stop", kinds.length > 0);
      say(isCut ? `${words} ${word("too_long", { limit: number(LIMIT) })}` : words);
    }

    function draw(isCut) {
      values = valuesOf(text, findings);
      const list = [...values.values()];
      copyOf.replaceChildren(...marked(lab, text.slice(0, SHOWN), findings.filter(({ end }) => end <= SHOWN)));
      const now = list.map(({ key, count }) => key + count).join();
      if (now !== drawn) rows.replaceChildren(...list.slice(0, ROWS).map(row));
      drawn = now;
      more.textContent = list.length > ROWS ? word("rows_shown", { limit: ROWS, count: list.length }) : "";
      for (const { key } of list.slice(ROWS)) choices.set(key, true);
      result.hidden = !text.trim();
      table.hidden = !list.length;
      drawCopy();
      conclude(isCut);
    }

    /** Scans in stints: a short text at once, a long one without freezing the page. */
    async function check() {
      const mine = ++run;
      const read = given.slice(0, LIMIT);
      const steps = pasteEngine.scan(read);
      let until = performance.now() + STINT;
      for (;;) {
        const { done, value } = steps.next();
        if (mine !== run) return;
        if (done) {
          [text, findings] = [read, value];
          draw(given.length > LIMIT);
          if (findings.length) step("check");
          return;
        }
        if (read.length < SHOWN || performance.now() < until) continue;
        verdict.textContent = word("reading");
        await new Promise((resolve) => setTimeout(resolve));
        until = performance.now() + STINT;
      }
    }

    function toggleAll() {
      for (const { key } of values.values()) choices.set(key, true);
      rows.querySelectorAll("input").forEach((tick) => (tick.checked = true));
      decided();
    }

    async function copy() {
      const masked = maskedTo(Infinity);
      try {
        await navigator.clipboard.writeText(masked);
        lab.say(word("copied"));
      } catch {
        output.value = masked;
        output.focus();
        output.select();
        lab.say(word("copy_by_hand"));
      }
    }

    /** A long text is kept here, and the field shows its beginning until it is cleared. */
    function take(words) {
      given = words;
      area.readOnly = words.length > LONG;
      if (area.readOnly) area.value = words.slice(0, SHOWN);
      return check();
    }

    function put(words) {
      area.value = words;
      area.focus();
      return take(words);
    }

    const samples = lab.data?.samples?.samples ?? [];
    const buttons = samples.map((sample) => button(sample.label, () => put(sample.text)));
    const clear = button(word("clear"), () => put(""));
    lab.onLongPaste(area, LONG, take);
    lab.root.append(
      make("div", { class: "lab-field" },
        make("label", { for: area.id }, word("text_label")),
        make("p", { class: "lab-hint", id: uid("hint") }, word("text_hint")),
        area),
      make("div", { class: "lab-actions" }, samples.length ? make("span", null, word("samples")) : null, buttons, clear),
      verdict,
      result);
    result.hidden = true;
    verdict.textContent = word("empty");
  }

  /** The exercise: the parts of a document as buttons; the checker's marks are in them. */
  function exercise(lab, documents) {
    const { make, word } = lab;
    const best = new Map(); // a document -> points
    const total = (document) => document.parts.filter(({ says }) => says === "missed").length;
    const room = make("div");
    const tabs = documents.map((document, n) =>
      lab.button(word("document", { number: n + 1 }), () => open(document)));

    function partButton(part, text, start, findings) {
      const inside = findings
        .filter((each) => each.start >= start && each.end <= start + part.text.length)
        .map((each) => ({ ...each, start: each.start - start, end: each.end - start }));
      const turn = () => (button.ariaPressed = `${button.ariaPressed !== "true"}`);
      const button = lab.button(marked(lab, part.text, inside), turn, "lab-paste-part", { "aria-pressed": "false" });
      return button;
    }

    function judge(document, items) {
      let hits = 0;
      let wrong = 0;
      for (const { part, button, note } of items) {
        const isChosen = button.ariaPressed === "true";
        const isMissed = part.says === "missed";
        if (isChosen) isMissed ? hits++ : wrong++;
        const key = isMissed ? (isChosen ? "part_hit" : "part_over") : isChosen ? "part_false" : "part_fine";
        const mark = make("strong", { class: isChosen === isMissed ? "lab-good" : "lab-bad" }, word(key));
        note.replaceChildren(mark, ` ${part.because}`);
        note.hidden = false;
      }
      const points = Math.max(0, hits - wrong);
      best.set(document, Math.max(points, best.get(document) ?? 0));
      const add = (numbers) => numbers.reduce((a, b) => a + b, 0);
      const sum = add([...best.values()]);
      const most = add(documents.map(total));
      lab.say(word("score", { hits, total: total(document), wrong, points, sum, most }));
      if (sum >= 0.6 * most) lab.done("find-missed");
    }

    function open(document) {
      const { title, parts } = document;
      const text = parts.map((part) => part.text).join("\n");
      const findings = pasteEngine.find(text);
      let start = 0;
      const items = parts.map((part) => {
        const button = partButton(part, text, start, findings);
        start += part.text.length + 1;
        return { part, button, note: make("p", { class: "lab-paste-note", hidden: true }) };
      });
      tabs.forEach((tab, n) => (tab.ariaCurrent = `${documents[n] === document}`));
      room.replaceChildren(
        make("fieldset", { class: "lab-field lab-card" },
          make("legend", { class: "lab-paste-legend" }, title),
          items.map(({ button, note }) => make("div", null, button, note)),
          make("div", { class: "lab-actions" },
            lab.button(word("judge"), () => judge(document, items), "main"))));
    }

    lab.root.append(
      lab.heading(word("missed_title")),
      make("p", null, word("missed_task")),
      make("div", { class: "lab-actions" }, tabs),
      room);
    open(documents[0]);
  }

  course.lab("paste", async (lab) => {
    pasteEngine.use(await lab.load("paste/rules"));
    const isDaily = lab.id.endsWith("/daily");
    checker(lab, (step) => isDaily || lab.done(step));
    if (!isDaily) exercise(lab, lab.data.missed.documents);
  });
})();
