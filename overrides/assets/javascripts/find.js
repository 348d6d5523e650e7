// @ts-check
/**
 * Search: a dialog over the page. Engine and index are scripts, loaded when it is first opened,
 * so that nobody pays for a search that is not made, and so that it works from a folder.
 * Korean: particles are cut off (개인정보를 → 개인정보), and pairs of syllables find words inside
 * compounds (등록번호 in 주민등록번호).
 */
(() => {
  const HANGUL = /^[가-힣]+$/;
  const WORD = /[a-z0-9]+|[가-힣]+/g;
  const PARTICLE =
    /(?<=[가-힣]{2})(?:입니다|합니다|됩니다|이라고|이라는|에서는|으로는|이란|에게|에서|으로|까지|부터|보다|처럼|하고|되면|하면|하는|하기|되는|된|한|은|는|이|가|을|를|의|에|로|와|과|도|만|란)$/;
  const ENDING = /(?<=[a-z]{3})(?:ies|es|s|ed|ing)$/;
  const LIMIT = 20;

  /** @param {string} text @returns {string[]} words in lower case, composed (macOS types NFD) */
  const words = (text) => text.normalize("NFC").toLowerCase().match(WORD) || [];

  /** @param {string} word @returns {string} the word without its ending */
  const stem = (word) => word.replace(HANGUL.test(word) ? PARTICLE : ENDING, "");

  /** @param {string} word @returns {string[]} its pairs of syllables, marked so that no prefix meets them */
  const pairs = (word) =>
    HANGUL.test(word) && word.length > 2 ? [...word].slice(1).map((c, i) => `~${word[i]}${c}`) : [];

  /** One letter is too little; one syllable of Hangul may be a word (법). */
  const isEnough = (query) => query.length > 1 || HANGUL.test(query);

  let engine = null; // the promise of a filled index

  function load(url) {
    return new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = url;
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    });
  }

  async function open(dialog) {
    let rows = [];
    course.searchEntries = (entries) => (rows = entries);
    await Promise.all([load(dialog.dataset.engine), load(dialog.dataset.index)]);
    const index = new MiniSearch({
      fields: ["title", "page", "text"],
      storeFields: ["url", "page", "title", "text"],
      tokenize: words,
      processTerm: (term) => [stem(term), ...pairs(stem(term))],
      searchOptions: {
        boost: { title: 3, page: 2 },
        combineWith: "AND",
        prefix: (term) => !term.startsWith("~"),
        fuzzy: (term) => (/^[a-z]{5,}$/.test(term) ? 0.2 : false),
        processTerm: stem,
      },
    });
    index.addAll(rows.map(([url, page, title, text], id) => ({ id, url, page, title, text })));
    return index;
  }

  /** Whole words first; if none is found, Korean words are looked for inside compounds. */
  function results(index, query) {
    const found = index.search(query);
    if (found.length) return found;
    const inside = words(query).map(stem).filter((word) => HANGUL.test(word));
    const parts = inside.flatMap((word) => (word.length > 2 ? pairs(word) : [`~${word}`]));
    return parts.length ? index.search(parts.join(" "), { tokenize: (t) => t.split(" "), processTerm: (t) => t }) : [];
  }

  /** The words around the first place where the query stands. */
  function excerpt(text, query) {
    const wanted = words(query).map(stem);
    const at = Math.max(0, ...wanted.map((word) => text.toLowerCase().indexOf(word)));
    const from = Math.max(0, text.lastIndexOf(" ", Math.max(0, at - 40)) + 1);
    return (from ? "… " : "") + text.slice(from, from + 160) + (text.length > from + 160 ? " …" : "");
  }

  function show(dialog, query, found) {
    const list = dialog.querySelector("[data-find-results]");
    list.replaceChildren(
      ...found.slice(0, LIMIT).map((hit) => {
        const item = document.createElement("li");
        const link = document.createElement("a");
        const where = document.createElement("span");
        const text = document.createElement("p");
        link.href = new URL(hit.url, new URL(`${dialog.dataset.base}/`, location.href)).href;
        link.textContent = hit.title;
        where.textContent = hit.title === hit.page ? "" : hit.page;
        where.className = "course-find__page";
        text.textContent = excerpt(hit.text, query);
        item.append(link, where, text);
        return item;
      }),
    );
    const some = found.length > LIMIT ? "search_first" : "search_count";
    const key = !isEnough(query) ? "search_hint" : found.length ? some : "search_none";
    const values = { n: found.length, shown: LIMIT, query };
    dialog.querySelector("[data-find-said]").textContent = course.word(key, values);
  }

  course.onPage(() => {
    const dialog = document.querySelector("[data-find]");
    const button = document.querySelector("[data-search-open]");
    if (!dialog || !button || dialog.dataset.ready) return;
    dialog.dataset.ready = "";
    button.hidden = false;
    const input = dialog.querySelector("[data-find-input]");
    const said = dialog.querySelector("[data-find-said]");

    async function search() {
      const query = input.value.trim();
      try {
        const index = await (engine ||= open(dialog));
        if (query === input.value.trim()) show(dialog, query, isEnough(query) ? results(index, query) : []);
      } catch {
        engine = null;
        said.textContent = course.word("search_failed");
      }
    }

    button.addEventListener("click", () => {
      dialog.showModal();
      input.focus();
      if (!engine) said.textContent = course.word("search_loading");
      search();
    });
    input.addEventListener("input", search);
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    dialog.querySelector("[data-find-results]").addEventListener("click", (event) => event.target.closest("a") && dialog.close());
    input.addEventListener("keydown", async (event) => {
      if (event.key !== "Enter" || event.isComposing) return; // Enter opens the first result
      event.preventDefault();
      await search(); // of what stands in the field now, not of what was shown last
      dialog.querySelector("[data-find-results] a")?.click();
    });
  });
})();
