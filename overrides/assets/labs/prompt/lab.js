// @ts-check
/** The workbench: fields for the parts, what the rules say beside them, the prompt, versions. */
course.lab("prompt", async (lab) => {
  const { make, word, data } = lab;
  const { parts, tasks } = data;
  const rules = promptEngine.compile(data.rules);
  const advice = new Map(rules.map((rule) => [rule.id, rule]));
  const BREAK = "\n\u001e\n"; // between the parts, where all of it is masked at once
  const LONG = 6000; // a longer prompt is reviewed when the typing pauses
  const SIGNS = { met: "✓", open: "○", unused: "–", unchecked: "?" };

  let finder = null; // of personal data, once its rules have come
  const searched = new Map(); // a part's text -> the personal data in it
  const fields = new Map(); // a part's id -> its text area
  const lines = new Map(); // a rule's id -> the line that says how it stands
  const chips = new Map(); // a part's id -> how many of its rules are met
  const versions = []; // kept until the page is left
  let baseline = Infinity; // rules met when something to improve came into the workbench
  let met = 0;
  let waiting = 0;

  const values = () => Object.fromEntries([...fields].map(([id, field]) => [id, field.value]));
  const label = (id) => parts.find((part) => part.id === id).label;
  const button = (text, act, isMain = false) => lab.button(text, act, isMain ? "main" : "plain");
  const joined = (written) => parts.map(({ id }) => written[id] ?? "").join(BREAK);

  /** The personal data in one part. What was found last is kept: only the part that changes is searched. */
  function search(text) {
    if (!searched.has(text)) {
      const found = finder.find(text).map((each) => ({ ...each, text: text.slice(each.start, each.end) }));
      if (searched.size > 50) searched.clear();
      searched.set(text, found);
    }
    return searched.get(text);
  }

  const personal = (written) => finder && parts.flatMap(({ id }) => search(written[id] ?? ""));
  const isEmpty = (written) => Object.values(written).every((text) => !text.trim());
  const countMet = (verdicts) => verdicts.filter(({ state }) => state === "met").length;
  const needed = (verdicts) => verdicts.filter(({ state }) => state !== "unused").length;
  const judge = (written) => promptEngine.review(parts, written, rules, personal(written));

  // --- What the rules say ---

  function show(line, { id, state }, said) {
    const key = state + said;
    if (line.dataset.says === key) return;
    line.dataset.says = key;
    line.dataset.state = state;
    const sign = make("span", { "aria-hidden": "true" }, `${SIGNS[state]} `);
    line.replaceChildren(make("strong", { class: "lab-prompt__sign" }, sign, word(state)), ` ${said}`);
  }

  function saying({ id, state }, found) {
    const { praise, advice: how, kind } = advice.get(id);
    if (state === "unchecked") return word("unchecked_text");
    if (state !== "open") return state === "met" ? praise : "";
    if (kind !== "nopii" || !found?.length) return how;
    const all = [...new Set(found.map(({ text }) => `“${text}”`))];
    const texts = all.slice(0, 5).join(", ") + (all.length > 5 ? " …" : "");
    const onlyLook = found.every(({ severity }) => severity === "look");
    return `${word("personal", { texts })} ${onlyLook ? word("look") : how}`;
  }

  function showCount(id, verdicts, isFilled) {
    const own = verdicts.filter(({ part }) => part === id);
    const good = countMet(own);
    const text = isFilled ? word("part_count", { met: good, all: own.length }) : word("part_empty");
    const chip = chips.get(id);
    if (chip.textContent !== text) chip.textContent = text;
    chip.classList.toggle("lab-prompt__full", isFilled && good === own.length);
  }

  function review(written) {
    const found = personal(written);
    const verdicts = promptEngine.review(parts, written, rules, found);
    for (const verdict of verdicts) {
      const line = lines.get(verdict.id);
      const isAsked = verdict.part === "all" || Boolean(written[verdict.part]?.trim());
      line.hidden = !isAsked;
      if (isAsked) show(line, verdict, saying(verdict, found));
    }
    for (const { id } of parts) showCount(id, verdicts, Boolean(written[id].trim()));
    mask.hidden = !found?.length;
    met = countMet(verdicts);
    const open = verdicts.find(({ state }) => state === "open");
    const next = open ? word("first", { advice: advice.get(open.id).advice }) : word("all_met");
    const count = word("count", { met, all: needed(verdicts) });
    total.textContent = count;
    following.textContent = next;
    return `${count} ${next}`;
  }

  function refresh() {
    clearTimeout(waiting);
    const written = values();
    const text = promptEngine.assemble(parts, written);
    const said = review(written);
    output.textContent = text || word("empty");
    output.classList.toggle("lab-prompt__nothing", !text);
    for (const each of needText) each.disabled = !text;
    return said;
  }

  function typed(event) {
    const field = event.target;
    const { text, cut } = promptEngine.cap(field.value);
    if (cut) {
      field.value = text;
      const values = { part: label(field.name), most: promptEngine.MOST, cut };
      warning.textContent = word("cut", values);
    }
    warning.hidden = !cut;
    const update = () => {
      const said = refresh();
      lab.say(cut ? warning.textContent : said);
      const written = values();
      const filled = Object.values(written).filter((each) => each.trim()).length;
      if (written.task.trim() && filled > 1) lab.done("build");
      if (met >= baseline + 2) lab.done("improve");
    };
    clearTimeout(waiting);
    if (joined(values()).length < LONG) update();
    else waiting = setTimeout(update, 200);
  }

  // --- The parts ---

  const line = (rule) => {
    const item = make("li", { class: "lab-prompt__rule", "data-rule": rule.id });
    lines.set(rule.id, item);
    return item;
  };

  function part({ id, label: name, hint, rows, sometimes }) {
    const own = lab.uid(id);
    const field = lab.bound(make("textarea", {
      id: own, name: id, rows, autocomplete: "off", oninput: typed,
      "aria-describedby": `${own}-hint ${own}-says`,
    }), promptEngine.MOST);
    const chip = make("span", { class: "lab-prompt__count" });
    fields.set(id, field);
    chips.set(id, chip);
    const when = sometimes ? make("span", { class: "lab-prompt__when" }, ` (${word("sometimes")})`) : null;
    return make(
      "div", { class: "lab-field lab-prompt__part" },
      make("label", { for: own }, name, when),
      chip,
      make("p", { class: "lab-hint", id: `${own}-hint` }, hint),
      field,
      make("ul", { class: "lab-prompt__rules", id: `${own}-says` },
        rules.filter((rule) => rule.part === id).map(line)),
    );
  }

  function fill(written) {
    for (const [id, field] of fields) field.value = written[id] ?? "";
    warning.hidden = true;
    return refresh();
  }

  // --- Tasks to try ---

  const chosen = () => tasks.find(({ id }) => id === choice.value);

  /** Keeps what stands in the workbench before something else comes in. */
  function rescue() {
    const last = versions[versions.length - 1];
    const written = values();
    const isKnown = tasks.some(({ weak, sound }) => [weak, sound].some((side) => isSame(side.values, written)));
    if (isEmpty(written) || isKnown || (last && isSame(last.values, written))) return "";
    keep();
    return ` ${word("replaced", { number: versions.length })}`;
  }

  const isSame = (a, b) => !promptEngine.changes(parts, a, b).length;

  function put(kind) {
    const task = chosen();
    const side = task[kind];
    const rescued = rescue();
    fill(side.values);
    baseline = met;
    answer.replaceChildren(
      make("p", { class: "lab-prompt__answered" }, make("strong", {}, `${word(kind)} · ${word("output")}`)),
      make("div", { class: "lab-out", tabindex: "0", role: "group", "aria-label": word("output") }, side.output),
      make("p", { class: "lab-note" }, side.note),
    );
    answer.hidden = false;
    lab.say(word("loaded", { title: task.title, met, all: needed(judge(values())) }) + rescued);
  }

  function clear() {
    const rescued = rescue();
    fill({});
    baseline = Infinity;
    answer.hidden = true;
    lab.say(word("cleared") + rescued);
  }

  function choose() {
    const task = chosen();
    situation.textContent = task ? task.situation : word("own_text");
    for (const each of loaders) each.hidden = !task;
    answer.hidden = true;
  }

  // --- Versions ---

  const current = () => ({ values: values(), name: word("now") });
  const at = (select) => versions[Number(select.value)] ?? current();

  function keep() {
    versions.push({ values: values(), name: word("version", { number: versions.length + 1 }) });
    baseline = Math.min(baseline, met);
    keeper.textContent = word("keep", { number: versions.length + 1 });
    const option = () => make("option", { value: versions.length - 1 }, versions[versions.length - 1].name);
    before.insertBefore(option(), before.lastChild);
    after.insertBefore(option(), after.lastChild);
    before.value = String(versions.length - 1);
    after.value = "now";
    comparing.hidden = false;
    none.hidden = true;
    difference.replaceChildren();
  }

  function keepNow() {
    const last = versions[versions.length - 1];
    const number = versions.length;
    if (last && isSame(last.values, values())) return lab.say(word("same", { number }));
    keep();
    lab.say(word("kept", { number: number + 1 }));
  }

  function marked(runs, kind, side) {
    const tag = kind === "gone" ? "del" : "ins";
    const piece = (run) => (run.kind === kind ? make(tag, {}, run[side]) : run[side]);
    return runs.filter((run) => run.kind === "same" || run.kind === kind).map(piece);
  }

  const column = (title, id, pieces) =>
    make("div", {}, make("p", { class: "lab-prompt__column", id }, title),
      make("div", { class: "lab-out", tabindex: "0", role: "group", "aria-labelledby": id }, pieces));

  const countWords = (runs, kind, side) =>
    runs.reduce((sum, run) => sum + (run.kind === kind ? run[side].split(/\s+/u).filter(Boolean).length : 0), 0);

  function compare() {
    const [old, now] = [at(before), at(after)];
    const changed = promptEngine.changes(parts, old.values, now.values);
    if (!changed.length) {
      difference.replaceChildren(make("p", { class: "lab-note" }, word("same_texts")));
      return lab.say(word("same_texts"));
    }
    const texts = [old, now].map((each) => promptEngine.assemble(parts, each.values));
    const runs = promptEngine.diff(texts[0], texts[1]);
    const counted = word("words_changed", {
      gone: countWords(runs, "gone", "old"), added: countWords(runs, "new", "now"),
    });
    const [first, second] = [old, now].map((each) => countMet(judge(each.values)));
    const judged = word("rules_changed", { old: first, new: second });
    const listed = changed.map(({ id, change }) => make("li", {}, word(`part_${change}`, { part: label(id) })));
    difference.replaceChildren(
      make("p", {}, `${judged} ${counted}`),
      make("ul", {}, listed),
      make("p", { class: "lab-hint" }, word("legend")),
      make("div", { class: "lab-row lab-prompt__diff" },
        column(`${word("old")}: ${old.name}`, lab.uid("old"), marked(runs, "gone", "old")),
        column(`${word("new")}: ${now.name}`, lab.uid("new"), marked(runs, "new", "now"))),
    );
    lab.say(`${judged} ${counted}`);
    lab.done("compare");
  }

  function takeBack() {
    const version = versions[Number(before.value)];
    if (!version) return;
    const number = Number(before.value) + 1;
    const rescued = rescue();
    fill(version.values);
    lab.say(word("taken", { number }) + rescued);
  }

  // --- The finished prompt ---

  function select() {
    const range = document.createRange();
    range.selectNodeContents(output);
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
  }

  async function copy() {
    try {
      await navigator.clipboard.writeText(output.textContent);
    } catch {
      select(); // a page over plain http has no clipboard
      if (!document.execCommand("copy")) return lab.say(word("not_copied"));
    }
    lab.say(word("copied"));
  }

  function maskAll() {
    const text = joined(values());
    const pieces = finder.mask(text, finder.find(text), lab.language).split(BREAK);
    fill(Object.fromEntries(parts.map(({ id }, n) => [id, pieces[n] ?? ""])));
    output.focus();
    lab.say(word("masked"));
  }

  // --- The page ---

  const option = (value, text) => make("option", { value }, text);
  const chooser = (name, ...options) =>
    make("select", { id: lab.uid(name), onchange: () => difference.replaceChildren() }, options);

  const choice = make("select", { id: lab.uid("choice"), onchange: choose },
    tasks.map(({ id, title }) => option(id, title)), option("", word("own")));
  const situation = make("p", { class: "lab-prompt__situation" });
  const loaders = ["weak", "sound"].map((kind) => button(word(`put_${kind}`), () => put(kind)));
  const answer = make("div", { class: "lab-prompt__answer", hidden: true });

  const warning = make("p", { class: "lab-note", hidden: true });
  const mask = button(word("mask"), maskAll);
  const total = make("p", { class: "lab-prompt__total" });
  const following = make("p", {});
  const output = make("div", {
    class: "lab-out lab-prompt__output", tabindex: "0", role: "group",
    "aria-label": word("prompt"), "data-prompt-text": "",
  });
  const keeper = button(word("keep", { number: 1 }), keepNow);
  const needText = [button(word("copy"), copy, true), button(word("print"), () => course.printAlone(output)), keeper];

  const before = chooser("before", option("now", word("now")));
  const after = chooser("after", option("now", word("now")));
  const difference = make("div", {});
  const none = make("p", { class: "lab-hint" }, word("no_versions"));
  const comparing = make("div", { hidden: true },
    make("div", { class: "lab-row" },
      make("div", { class: "lab-field" }, make("label", { for: before.id }, word("old")), before),
      make("div", { class: "lab-field" }, make("label", { for: after.id }, word("new")), after)),
    make("div", { class: "lab-actions" }, button(word("versions"), compare, true), button(word("take"), takeBack)),
    difference);

  lab.root.append(
    make("div", { class: "lab-card" },
      make("div", { class: "lab-field" }, make("label", { for: choice.id }, word("tasks")), choice),
      situation,
      make("div", { class: "lab-actions" }, loaders, button(word("clear"), clear)),
      answer),
    lab.heading(word("parts")),
    make("div", { class: "lab-prompt__parts" }, parts.map(part)),
    warning,
    lab.heading(word("review")),
    total, following,
    make("ul", { class: "lab-prompt__rules" }, rules.filter((rule) => rule.part === "all").map(line)),
    make("div", { class: "lab-actions" }, mask),
    make("p", { class: "lab-hint" }, word("form_only")),
    lab.heading(word("prompt")),
    output,
    make("div", { class: "lab-actions" }, needText),
    lab.heading(word("versions")),
    make("p", { class: "lab-hint" }, word("versions_text")),
    none, comparing,
  );
  choose();
  refresh();
  try {
    pasteEngine.use(await lab.load("paste/rules"));
    finder = pasteEngine;
    refresh();
  } catch {
    // its rule goes on saying that nothing was checked
  }
});
