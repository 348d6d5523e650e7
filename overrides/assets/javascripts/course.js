// @ts-check
/** Course: words, memory and starts for every feature. Keys are `<course>/<key>`, never a path. */
const course = (() => {
  const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.getAttribute("content");
  const attempt = (act, otherwise) => {
    try {
      return act() ?? otherwise;
    } catch {
      return otherwise;
    }
  };
  const id = meta("course") || "course";
  const { lang, classList } = document.documentElement;
  const words = attempt(() => JSON.parse(document.getElementById("course-words").textContent), {});
  const word = (key, values = {}) =>
    (words[key] ?? key).replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);

  const memory = new Map(); // what storage refused lasts as long as the page

  const recall = (key, fallback) =>
    memory.get(key) ?? attempt(() => JSON.parse(localStorage.getItem(`${id}/${key}`)), fallback);

  function remember(key, value) {
    const kept = attempt(() => {
      localStorage.setItem(`${id}/${key}`, JSON.stringify(value));
      return true;
    }, false);
    if (kept) return memory.delete(key) || kept;
    memory.set(key, value);
    for (const note of document.querySelectorAll("[data-storage-warning]")) note.removeAttribute("hidden");
    return kept;
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

  /** Another tab changed a key, or (null) all of them. */
  function onStorage(read) {
    addEventListener("storage", ({ key }) => (key ? ours(key) : [null]).forEach((each) => read(each)));
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
      const [yes, no] = ["confirm_yes", "confirm_no"].map((key) => make("button", "md-button", word(key)));
      const box = make("span", "course-confirm", word("confirm_ask"), yes, no);
      const close = () => {
        box.replaceWith(button);
        button.focus();
      };
      yes.type = no.type = "button";
      yes.onclick = () => act(close());
      no.onclick = close;
      box.role = "group";
      box.ariaLabel = word("confirm_ask");
      button.replaceWith(box);
      no.focus();
    };
  }

  // No single-key shortcuts.
  const typing = "textarea, select, [contenteditable], input:not([type=radio])";
  const quiet = (event) => {
    const free = event.ctrlKey || event.altKey || event.metaKey || event.target.closest?.(typing);
    if (!free && /^\S$/.test(event.key)) event.stopImmediatePropagation();
  };
  addEventListener("keydown", quiet, true);

  classList.add("course-js");
  onPage(() => meta("course-module") && remember("last", { module: meta("course-module") }));
  return { id, lang, words, word, recall, remember, forget, keys, onStorage, onPage, make, askFirst };
})();
