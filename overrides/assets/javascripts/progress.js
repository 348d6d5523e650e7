// @ts-check
/** Progress: says what this browser remembers, and forgets it when asked to. */
(() => {
  const { make, word } = course;
  const all = (selector) => [...document.querySelectorAll(selector)];

  /** `data-questions` has ids; `id@2` counts no earlier edition. */
  function showModule(element) {
    const { moduleProgress: module, questions = "" } = element.dataset;
    const ids = questions.split(" ").filter(Boolean);
    const records = ids.map((each) => {
      const [id, edition = 1] = each.split("@");
      const record = course.recall(`answer/${module}/${id}`);
      return record?.outcome && record.edition >= Number(edition) && record;
    });
    const total = ids.length;
    const done = records.filter(Boolean).length;
    const first = records.filter((record) => record?.outcome === "first").length;
    const state = done ? (done < total ? "some" : "all") : "none";
    const text = element.querySelector(".course-progress__text") ?? element;
    const bar = element.querySelector("[data-bar]");
    text.textContent = word(`progress_${state}`, { done, total, first });
    if (bar) bar.style.width = `${(100 * done) / (total || 1)}%`;
  }

  /** Leads to the module read last, if this page links to it. */
  function showContinue(place) {
    const last = course.recall("last")?.module;
    const link = all("[data-module-link]").find((each) => each.dataset.moduleLink === last);
    const way = place.querySelector("a");
    place.hidden = !link || !way;
    if (place.hidden) return;
    const { textContent: title } = link.querySelector(".course-card__title") ?? link;
    way.textContent = word("progress_continue", { title: title.trim() });
    way.href = link.href;
  }

  /** What the theme keeps, under the site's path. */
  function themeKeys() {
    try {
      const start = `${window["__md_scope"].pathname}.__`;
      return Object.keys(localStorage).filter((key) => key.startsWith(start));
    } catch {
      return [];
    }
  }

  function showStorage(place) {
    const names = ["answer", "lab", "worksheet", "sort", "setting"];
    const kinds = new Map(names.map((name) => [name, new Set()]));
    for (const key of [...course.keys(), ...themeKeys()]) {
      const kind = kinds.get(key.split("/")[0]) ?? kinds.get("setting");
      kind.add(key.replace(/^(worksheet\/.*)\/.*/, "$1")); // which has a key a field
    }
    const lines = [...kinds]
      .filter(([, found]) => found.size)
      .map(([kind, found]) => make("li", "", word(`storage_${kind}`, { n: found.size })));
    place.replaceChildren(lines.length ? make("ul", "", ...lines) : word("storage_nothing"));
  }

  function erase() {
    course.keys().forEach(course.forget);
    themeKeys().forEach((key) => localStorage.removeItem(key));
    show();
  }

  function show() {
    all("[data-module-progress]").forEach(showModule);
    all("[data-continue]").forEach(showContinue);
    all("[data-storage-list]").forEach(showStorage);
    all("[data-erase-all]").forEach((button) => course.askFirst(button, erase));
  }

  course.onPage(show);
  course.onStorage(show);
})();
