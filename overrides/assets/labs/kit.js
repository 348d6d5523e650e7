// @ts-check
/**
 * Labs: opens every lab of the page, with what all of them need. A lab registers with
 * `course.lab(name, start)`; if it throws, now or later, its worked example comes back.
 */
(() => {
  const { word } = course;
  const starts = new Map(); // a lab's name -> its start function
  const opened = new WeakSet(); // boxes that are known
  const arrived = new Map(); // a data script's name -> what it handed over
  const asked = new Map(); // a data script's name -> the promise of it

  /** A data script did not come, or is not what it should be: says so in words. */
  class Missing extends Error {}

  const folder = (id) => id.split("/")[0];

  const LOOKS = { main: "md-button md-button--primary", plain: "md-button" };
  const LINES = 1000; // of a pasted text: a browser lays out every one before it draws again

  const pasted = (event) => event.clipboardData?.getData("text/plain") ?? "";

  /** A paste of more than `most` characters is taken before the browser lays it out, which would freeze the page. */
  function onLongPaste(field, most, take) {
    field.addEventListener("paste", (event) => {
      if (field.readOnly || pasted(event).length <= most) return;
      event.preventDefault();
      field.setRangeText(pasted(event));
      take(field.value);
    });
  }

  /** Keeps a field at `most` characters, and one more that tells the lab of it; takes no more lines than it can. */
  function bound(field, most) {
    field.maxLength = most + 1;
    const note = course.make("p", "lab-hint", "");
    note.setAttribute("role", "status");
    field.addEventListener("input", () => note.remove());
    field.addEventListener("paste", (event) => {
      const lines = pasted(event).split("\n", LINES + 1);
      if (lines.length <= LINES) return;
      event.preventDefault();
      const room = most - field.value.length + field.selectionEnd - field.selectionStart;
      const kept = lines.slice(0, LINES).join("\n").slice(0, Math.max(room, 0));
      field.setRangeText(kept, field.selectionStart, field.selectionEnd, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
      note.textContent = word("lab_lines", { lines: LINES });
      field.after(note);
    });
    return field;
  }

  /** An element. `on…` keys with functions are listeners, true and false switch, null is left out. */
  const maker = (guard) => (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes ?? {})) {
      if (typeof value === "function") element.addEventListener(name.slice(2), guard(value));
      else if (typeof value === "boolean") element.toggleAttribute(name, value);
      else if (value !== null && value !== undefined) element.setAttribute(name, value);
    }
    element.append(...children.flat().filter((child) => child !== null && child !== undefined));
    return element;
  };

  /** What a data script holds. Rejects in words if it is missing or damaged. */
  function load(name) {
    if (!asked.has(name)) {
      asked.set(name, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        const settle = () => {
          if (arrived.has(name)) return resolve(arrived.get(name));
          asked.delete(name);
          script.remove();
          reject(new Missing(word("lab_missing", { name })));
        };
        script.src = new URL(`data/labs/${name}.js`, window["__md_scope"]).href;
        script.onload = script.onerror = settle;
        document.head.append(script);
      }));
    }
    return asked.get(name);
  }

  course.labData = (name, value) => arrived.set(name, value);

  /** The finished steps of a lab, of those that it has. */
  const finished = (id, steps) => (course.recall(`lab/${id}`)?.steps ?? []).filter((step) => steps.includes(step));

  function showProgress(box, id, steps) {
    const done = finished(id, steps).length;
    const text = done ? word("lab_progress", { done, total: steps.length }) : "";
    box.querySelector("[data-lab-progress]").textContent = text;
  }

  function fail(box, error) {
    if (box.dataset.state === "failed") return;
    box.dataset.state = "failed";
    box.querySelector("[data-lab-static]").open = true;
    const why = error instanceof Missing ? error.message : word("lab_trouble");
    const said = course.make("p", "course-lab__failed", word("lab_failed", { why }));
    said.setAttribute("role", "alert");
    box.querySelector("[data-lab-room]").replaceChildren(said);
    box.querySelector("[data-lab-said]").textContent = "";
    if (!(error instanceof Missing)) reportError(error);
  }

  /** What a lab gets to work with. */
  function tools(box) {
    const { lab: id, steps: names } = box.dataset;
    const steps = names.split(" ").filter(Boolean);
    const given = JSON.parse(box.querySelector("[data-lab-given]").textContent);
    const said = box.querySelector("[data-lab-said]");
    const guard = (act) => (event) => {
      try {
        Promise.resolve(act(event)).catch((error) => fail(box, error));
      } catch (error) {
        fail(box, error);
      }
    };
    const make = maker(guard);
    const level = Number(box.querySelector(".course-lab__title").tagName[1]) + 1;
    let speaking = 0;
    return {
      id, level, make, bound, onLongPaste,
      root: box.querySelector("[data-lab-room]"),
      data: given.data,
      sources: given.sources,
      modules: given.modules ?? [],
      language: document.documentElement.lang,
      steps,
      word: (key, values = {}) =>
        (given.words[key] ?? key).replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap),
      uid: (name) => `${box.id}-${name}`,
      button: (text, onclick, look = "lab-button", more = {}) =>
        make("button", { type: "button", class: LOOKS[look] ?? look, onclick, ...more }, text),
      heading: (text) => make(`h${level}`, { class: "lab-heading", tabindex: "-1" }, text),
      /** Says it once the reader has paused for a moment. */
      say(text) {
        clearTimeout(speaking);
        speaking = setTimeout(() => (said.textContent = text), 150);
      },
      load: (name) => load(name.includes("/") ? name : `${folder(id)}/${name}`),
      fail: (error) => fail(box, error),
      finished: () => finished(id, steps),
      done(step) {
        if (!steps.includes(step)) throw new Error(`no step “${step}” in the lab “${id}”`);
        const known = finished(id, steps);
        if (known.includes(step)) return;
        course.remember(`lab/${id}`, { steps: [...known, step] });
        showProgress(box, id, steps);
        box.dispatchEvent(new CustomEvent("course:lab", { bubbles: true, detail: { id, step } }));
      },
    };
  }

  async function open(box) {
    box.dataset.state = "opening";
    try {
      await starts.get(folder(box.dataset.lab))(tools(box));
      if (box.dataset.state === "opening") box.dataset.state = "open";
    } catch (error) {
      fail(box, error);
    }
  }

  function ready(box) {
    if (opened.has(box) || !starts.has(folder(box.dataset.lab))) return;
    opened.add(box);
    const { lab: id, steps } = box.dataset;
    showProgress(box, id, steps.split(" "));
    const actions = box.querySelector("[data-lab-actions]");
    if (!actions) return open(box);
    actions.hidden = false;
    box.querySelector("[data-lab-static]").open = false; // long, and the lab shows the same
    actions.querySelector("[data-lab-start]").onclick = async () => {
      actions.hidden = true;
      const room = box.querySelector("[data-lab-room]");
      const said = box.querySelector("[data-lab-said]");
      said.textContent = word("lab_opening");
      room.tabIndex = -1;
      room.focus();
      await open(box);
      if (said.textContent === word("lab_opening")) said.textContent = "";
    };
  }

  const boxes = () => document.querySelectorAll("[data-lab]");

  addEventListener("beforeprint", () => {
    for (const box of boxes()) box.querySelector("[data-lab-static]").open = true;
  });

  /** A lab's script has come: every place of the page that shows it is opened. */
  course.lab = (name, start) => {
    starts.set(name, start);
    course.onPage(() => boxes().forEach(ready));
  };

  course.onStorage((key) => {
    if (key && !key.startsWith("lab/")) return;
    for (const box of boxes()) showProgress(box, box.dataset.lab, box.dataset.steps.split(" "));
  });
})();
