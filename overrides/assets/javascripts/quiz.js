// @ts-check
/**
 * Questions: try, then learn. The build writes each question and its key into the page; here an
 * answer is judged when the learner asks for it, and remembered under the question's id, so that
 * it survives moved pages, new orders and mended typos.
 */
(() => {
  const { make, word } = course;
  const OUTCOMES = ["first", "helped", "shown", "tried"];
  const known = new Map(); // a question's element -> what was read from it

  /** For comparing: Hangul in either form, capitals and spaces make no difference. */
  const plain = (text) => text.normalize("NFC").replace(/\s+/g, "").toLocaleLowerCase();

  function parts(box, selector) {
    const found = [...box.querySelectorAll(selector)];
    if (!found.length) throw new Error(selector);
    return found;
  }

  const part = (box, selector) => parts(box, selector)[0];

  /** One option or one gap, with its line in the key. */
  function readField(input, id, key, isGap) {
    const name = CSS.escape(isGap ? input.dataset.gap : input.value);
    const line = part(key, `[data-${isGap ? "gap" : "option"}="${name}"]`);
    const answers = isGap && JSON.parse(line.dataset.answers).map(plain);
    const note = make(isGap ? "span" : "div", "course-answer");
    note.id = id;
    note.ariaLive = "polite";
    return {
      input, isGap, line, note,
      host: isGap ? input : input.closest(".course-option"),
      used: () => (isGap ? plain(input.value) !== "" : input.checked),
      right: () => (isGap ? answers.includes(plain(input.value)) : line.dataset.right === "true"),
    };
  }

  /** All that a question consists of; throws if a part is missing. */
  function read(box) {
    const { question: id, kind, edition } = box.dataset;
    const key = part(document, `[data-key="${CSS.escape(id)}"]`);
    const isGap = kind === "gaps";
    const inputs = parts(box, isGap ? "[data-gap]" : ".course-option input");
    return {
      id, box, kind, isGap, key,
      edition: Number(edition) || 1,
      fields: inputs.map((input, n) => readField(input, `${box.id}--said-${n}`, key, isGap)),
      form: part(box, "form"),
      actions: part(box, ".course-question__actions"),
      show: part(box, "[data-show]"),
      again: part(box, "[data-again]"),
      said: part(box, "[data-said]"),
      more: make("div", "course-question__more"),
    };
  }

  /** A link to the section that a question is about; none if the page has no such section. */
  function readAgain({ dataset: { section } }) {
    const heading = document.getElementById(section);
    if (!heading) return [];
    const link = make("a", "", word("quiz_read_again", { section: heading.textContent.trim() }));
    link.href = `#${section}`;
    return [link];
  }

  /** A copy for showing, without the ids, which must stay unique. */
  function copy(element, name) {
    const twin = make("div", name, ...element.cloneNode(true).childNodes);
    for (const each of twin.querySelectorAll("[id]")) each.removeAttribute("id");
    return twin;
  }

  /** What is kept of the question, in any edition; null if nothing sound is. */
  function saved({ id, isGap }) {
    const record = course.recall(`answer/${id}`);
    const given = record?.[isGap ? "typed" : "chosen"];
    const isSound =
      record?.v === 1 &&
      OUTCOMES.includes(record.outcome) &&
      [record.edition, record.tries].every(Number.isInteger) &&
      Array.isArray(given) &&
      given.every((each) => typeof each === "string");
    return isSound ? record : null;
  }

  /** The record, if it answers the present edition. */
  function current(question) {
    const record = saved(question);
    return record && record.edition >= question.edition ? record : null;
  }

  /** Right, at the first try or after help. */
  const mastered = (record) => ["first", "helped"].includes(record?.outcome);

  function keep({ id, edition, isGap, fields }, outcome, tries) {
    const values = fields.filter(({ used }) => isGap || used()).map(({ input }) => input.value);
    const record = { v: 1, edition, outcome, tries, [isGap ? "typed" : "chosen"]: values };
    course.remember(`answer/${id}`, record);
  }

  /** Judges the answer in the form by the key in the page. */
  function judge({ isGap, fields }) {
    const used = fields.filter((field) => field.used());
    const good = used.filter((field) => field.right()).length;
    const wanted = fields.filter((field) => isGap || field.right()).length;
    const right = good === wanted && good === used.length;
    return { right, good, wanted, chosen: used.length, missing: wanted - good };
  }

  /** Read out if `live`; what is found on arriving is not. */
  function say({ said }, tone, text, live = false) {
    said.ariaLive = live ? "polite" : "off";
    said.replaceChildren(make("p", `course-said course-said--${tone}`, text));
  }

  /** Says beside an option or a gap whether it is right, and why; or takes that away. */
  function showNote({ input, isGap, host, line, note, right }, isShown, live = false) {
    const state = right() ? "right" : "wrong";
    const feedback = line.querySelector("[data-feedback]");
    const text = word(state === "right" ? "mark_right" : isGap ? "mark_not_yet" : "mark_not");
    note.ariaLive = live ? "polite" : "off";
    note.replaceChildren();
    host.removeAttribute("data-state");
    input.removeAttribute("aria-describedby");
    if (!isShown) return;
    host.dataset.state = state;
    input.setAttribute("aria-describedby", note.id);
    note.append(make("strong", `course-mark course-mark--${state}`, text));
    if (feedback) note.append(copy(feedback, "course-answer__why"));
  }

  /** Shows what holds for the answer that stands in the form. */
  function draw(question, live = false, reveal = false) {
    const { box, key, kind, isGap, fields, show, again, said, more } = question;
    const record = current(question);
    const all = reveal || record?.outcome === "shown";
    const judged = judge(question);
    const { right } = judged;

    box.dataset.outcome = record?.outcome ?? "open";
    const isBegun = record && (judged.chosen || record.outcome !== "tried"); // not just emptied
    again.hidden = !isBegun;
    show.hidden = all && show !== document.activeElement; // or the focus would be lost
    said.replaceChildren();
    more.replaceChildren();
    for (const field of fields) {
      showNote(field, record && (field.used() || (all && !isGap)), live);
    }
    if (!isBegun) return;

    let told = mastered(record) && (right || !judged.chosen) ? record.outcome : `tried_${kind}`;
    if (all && !(right && mastered(record))) told = "shown";
    say(question, told.split("_")[0], word(`quiz_said_${told}`, judged), live);

    const explanation = key.querySelector("[data-explanation]");
    if (all && isGap) more.append(...fields.map(({ line }) => copy(line, "course-question__gap")));
    if ((all || right) && explanation) more.append(copy(explanation, "course-question__why"));
    if (!right && !mastered(record)) more.append(...readAgain(box));
  }

  /** How the questions of the page stand; read out when none is open. */
  function summarise() {
    const summary = document.querySelector("[data-summary]");
    const text = summary?.querySelector("[data-summary-text]");
    const sections = summary?.querySelector("[data-summary-sections]");
    if (!text || !sections) return;

    const boxes = [...known.keys()];
    const standing = (outcome) => boxes.filter((box) => box.dataset.outcome === outcome);
    const done = boxes.length - standing("open").length;
    const bar = make("div", "course-summary__bar");
    const counts = make("dl", "course-summary__counts");
    for (const outcome of [...OUTCOMES, "open"]) {
      const part = `course-summary__part--${outcome}`;
      const n = standing(outcome).length;
      const name = make("dt", "", word(`summary_${outcome}`));
      counts.append(make("div", part, name, make("dd", "", n)));
      if (n) bar.appendChild(make("span", part)).style.flexGrow = n;
    }
    summary.toggleAttribute("hidden", !done);
    text.ariaLive = done === boxes.length ? "polite" : "off";
    const lead = word("summary_answered", { done, total: boxes.length });
    text.replaceChildren(make("p", "course-summary__lead", lead), bar, counts);

    const weak = [...standing("shown"), ...standing("tried")];
    const once = [...new Map(weak.map((box) => [box.dataset.section, box])).values()];
    sections.replaceChildren(...once.flatMap(readAgain).map((link) => make("li", "", link)));
  }

  /** Puts the record's answer into the form; an empty one without a record. */
  function fill({ fields, isGap }, record) {
    fields.forEach(({ input }, index) => {
      if (isGap) input.value = record?.typed[index] ?? "";
      else input.checked = Boolean(record?.chosen.includes(input.value));
    });
  }

  /** Records an outcome and shows it. */
  function answer(question, outcome, tries, reveal) {
    if (outcome) keep(question, outcome, tries);
    draw(question, true, reveal);
    summarise();
  }

  function check(question) {
    const { isGap, fields } = question;
    const before = current(question);
    const { chosen, right } = judge(question);
    if (chosen < (isGap ? fields.length : 1)) {
      return say(question, "note", word(isGap ? "quiz_fill" : "quiz_choose"), true);
    }
    let outcome = before?.outcome ?? "tried"; // what was right once stays so
    if (right && outcome === "tried") outcome = before ? "helped" : "first"; // a shown one stays shown
    answer(question, (right || !mastered(before)) && outcome, (before?.tries ?? 0) + 1);
  }

  function show(question) {
    const before = current(question);
    answer(question, !mastered(before) && "shown", before?.tries ?? 0, true);
  }

  /** Begins a question anew; that help was needed is not forgotten: right is then right after help. */
  function retry(question) {
    const before = current(question);
    if (!before || mastered(before)) return reset(question);
    fill(question, null);
    keep(question, "tried", before.tries);
    draw(question);
    summarise();
  }

  function reset(question) {
    course.forget(`answer/${question.id}`);
    fill(question, null);
    draw(question);
    summarise();
  }

  function restore(question) {
    const record = current(question);
    fill(question, record);
    draw(question);
    if (!record && saved(question)) say(question, "note", word("quiz_changed"));
  }

  function begin(question) {
    const { form, actions, fields, isGap, said, more } = question;
    for (const field of fields) {
      isGap ? field.host.after(field.note) : field.host.append(field.note);
      // what was said of a gap was said of its old text
      if (isGap) field.input.addEventListener("input", () => showNote(field, false));
    }
    said.after(more);
    actions.hidden = false;
    question.box.dataset.outcome = "open";
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      check(question);
    });
    question.show.addEventListener("click", () => show(question));
    question.again.addEventListener("click", () => {
      retry(question);
      fields[0].input.focus(); // the button is gone
    });
    if (saved(question)) restore(question);
  }

  course.onPage((page) => {
    for (const box of known.keys()) if (!box.isConnected) known.delete(box);
    for (const box of page.querySelectorAll("[data-question]")) {
      if (known.has(box)) continue;
      try {
        known.set(box, read(box));
      } catch {
        continue; // left as it is, readable
      }
      begin(known.get(box));
    }
    summarise();
    for (const button of page.querySelectorAll("[data-reset-module]")) {
      course.askFirst(button, () => {
        const questions = [...known.values()];
        questions.forEach(reset);
        questions[0].fields[0].input.focus();
      });
    }
  });

  course.onStorage((key) => {
    for (const question of known.values()) {
      if (key === null || key === `answer/${question.id}`) restore(question);
    }
    summarise();
  });
})();
