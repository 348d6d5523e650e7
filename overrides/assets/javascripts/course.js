// @ts-check
/** Course: words, memory and starts for all. Keys are `<course>/<key>`, never a path. */
const course = (() => {
  const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.getAttribute("content");
  const attempt = (act, otherwise) => {
    try {
      return act() ?? otherwise;
    } catch {
      return otherwise;
    }
  };
  const id = meta("course");
  const words = window["courseWords"] || {};
  const memory = new Map(); // what storage refused

  const word = (key, values = {}) =>
    (words[key] ?? key).replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);

  const recall = (key, fallback) =>
    memory.get(key) ?? attempt(() => JSON.parse(localStorage.getItem(`${id}/${key}`)), fallback);

  function remember(key, value) {
    try {
      localStorage.setItem(`${id}/${key}`, JSON.stringify(value));
      memory.delete(key);
      return true;
    } catch {
      memory.set(key, value);
      const notes = document.querySelectorAll("[data-storage-warning]");
      notes.forEach((note) => note.removeAttribute("hidden"));
      return false;
    }
  }

  function forget(key) {
    memory.delete(key);
    attempt(() => localStorage.removeItem(`${id}/${key}`));
  }

  const ours = (key) => (key.startsWith(`${id}/`) ? [key.slice(id.length + 1)] : []);

  function keys(prefix = "") {
    const stored = attempt(() => Object.keys(localStorage), []).flatMap(ours);
    return [...new Set([...memory.keys(), ...stored])].filter((key) => key.startsWith(prefix));
  }

  /** Another tab changed a key; null: all of them. */
  function onStorage(read) {
    const tell = ({ key }) => (key ? ours(key) : [null]).forEach((each) => read(each));
    addEventListener("storage", tell);
  }

  /** `start` bears being run twice. */
  function onPage(start) {
    const run = () => start(document);
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", run);
    else run();
    window["document$"]?.subscribe(run);
  }

  function make(tag, name, ...inside) {
    const element = document.createElement(tag);
    element.className = name;
    element.append(...inside);
    return element;
  }

  /** The button asks "Really?" in its own place. */
  function askFirst(button, act) {
    button.hidden = false;
    button.onclick = () => {
      const ask = word("confirm_ask");
      const yes = make("button", "md-button", word("confirm_yes"));
      const no = make("button", "md-button", word("confirm_no"));
      const box = make("span", "course-confirm", ask, yes, no);
      const close = () => {
        box.replaceWith(button);
        button.focus();
      };
      yes.type = no.type = "button";
      yes.onclick = () => act(close());
      no.onclick = close;
      box.role = "group";
      box.ariaLabel = ask;
      button.replaceWith(box);
      no.focus();
    };
  }

  // No single-key shortcuts.
  const typing = "textarea, select, [contenteditable], input:not([type=radio])";
  const quiet = (event) => {
    const { key, ctrlKey, altKey, metaKey, target } = event;
    if (ctrlKey || altKey || metaKey || target.closest?.(typing)) return;
    if (/^\S$/.test(key)) event.stopImmediatePropagation();
  };
  addEventListener("keydown", quiet, true);

  const module = meta("course-module");
  onPage(() => module && remember("last", { module }));
  const memo = { recall, remember, forget, keys, onStorage };
  /** Prints one element of the page: print.css hides all that is not on the marked way to it. */
  function printAlone(element) {
    const way = [];
    for (let each = element; each; each = each.parentElement) way.push(each);
    const mark = (on) => {
      way.forEach((each) => each.classList.toggle("course-print-way", on));
      element.classList.toggle("course-print-alone", on);
    };
    addEventListener("afterprint", () => mark(false), { once: true });
    mark(true);
    window.print();
  }
  return { word, ...memo, onPage, make, askFirst, printAlone };
})();
