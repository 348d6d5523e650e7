// @ts-check
/** The tokens lab: any text in pieces, and the same sentences in two languages. */
(() => {
  const SHOWN = 300; // chips at most
  const MOST = 10000; // characters at most: of more, the browser's own text field is slow
  const BREATH = 12; // milliseconds of work at a time
  const OLDER = ["r50k", "cl100k"];
  /** @type {Map<string, Promise<any>>} vocabularies by name, shared by all places of the page */
  const opened = new Map();

  const rest = () => new Promise((resolve) => setTimeout(resolve));

  /** Does work in slices, the first one at once. `isStale` tells when nobody wants it any more. */
  async function finish(work, isStale = () => false, breath = BREATH) {
    for (;;) {
      const until = performance.now() + breath;
      while (performance.now() < until) {
        const { done, value } = work.next();
        if (done) return value;
      }
      await rest();
      if (isStale()) return undefined;
    }
  }

  function vocabulary(lab, name) {
    if (!opened.has(name)) {
      const made = lab.load(name).then((tokens) => {
        if (typeof tokens !== "string") throw new Error(`${name} is no vocabulary`);
        return finish(tokensEngine.opening(name, tokens), undefined, 3 * BREATH);
      });
      made.catch(() => opened.delete(name));
      opened.set(name, made);
    }
    return opened.get(name);
  }

  const hex = (bytes) =>
    Array.from(bytes, (byte) => byte.charCodeAt(0).toString(16).padStart(2, "0")).join(" ");
  /** What of a text cannot be seen: spaces and line ends. */
  const seen = (text) =>
    text.replace(/ /g, "·").replace(/\r?\n|\r/g, "↵").replace(/\t/g, "→").replace(/[\0-\x1f]/g, "␀");

  /** The list of pieces; keeps the chips that are the same at its beginning and its end. */
  function chips(lab, list) {
    const { make, word } = lab;
    let shown = [];
    const same = (a, b) => a.id === b.id && a.part === b.part;

    function chip({ id, bytes, text, part }) {
      const piece = text || /^[\0-\x7f]+$/.test(bytes) ? seen(text || bytes) : hex(bytes);
      const isPart = !text;
      return make("li", { class: `lab-tokens__chip${isPart ? " lab-tokens__chip--bytes" : ""}` },
        make("span", { class: "lab-tokens__piece" }, piece),
        isPart && part ? make("span", { class: "lab-tokens__part" }, word("piece_part", { part: seen(part) })) : null,
        make("span", { class: "lab-tokens__id" }, `${id}`));
    }

    return (tokens) => {
      let head = 0;
      let tail = 0;
      const short = Math.min(shown.length, tokens.length);
      while (head < short && same(shown[head], tokens[head])) head += 1;
      while (tail < short - head && same(shown.at(-1 - tail), tokens.at(-1 - tail))) tail += 1;
      for (let n = shown.length - tail - head; n > 0; n -= 1) list.children[head].remove();
      const before = list.children[head] ?? null;
      for (const token of tokens.slice(head, tokens.length - tail)) list.insertBefore(chip(token), before);
      shown = tokens;
    };
  }

  /** The part of the lab that cuts what the reader typed. */
  function cutter(lab, words) {
    const { make, word, uid } = lab;
    const whole = new Intl.NumberFormat(lab.language);
    const fine = new Intl.NumberFormat(lab.language, { maximumFractionDigits: 2 });
    const money = new Intl.NumberFormat(lab.language, { maximumSignificantDigits: 3 });
    const pairs = lab.data.pairs.pairs;
    const own = lab.language === "ko" ? "korean" : "english";
    const numbers = {};
    const stat = (key) => make("div", { class: "lab-tokens__stat" },
      make("dt", {}, word(key)), (numbers[key] = make("dd", {}, "–")));
    const list = make("ol", { class: "lab-tokens__chips", "aria-label": word("pieces") });
    const more = make("p", { class: "lab-hint" });
    const notes = make("div", {});
    const cost = make("p", { class: "lab-tokens__cost" }, word("cost_none"));
    const show = chips(lab, list);
    let latest = 0;
    let total = 0;

    const text = lab.bound(make("textarea", {
      id: uid("text"), rows: 4, spellcheck: "false", autocomplete: "off", oninput: () => typed(),
    }), MOST);
    const option = (pair, language) =>
      make("option", { value: `${pair.id}/${language}` }, `${pair.title} (${word(language)})`);
    const ready = make("select", { id: uid("ready"), onchange: () => take() },
      make("option", { value: "" }, word("ready_none")),
      pairs.flatMap((pair) => [option(pair, "english"), option(pair, "korean")]));
    const price = make("input", {
      id: uid("price"), type: "number", min: "0", step: "any", inputmode: "decimal",
      autocomplete: "off", "aria-describedby": uid("price-hint"), oninput: () => count(),
    });

    function typed() {
      ready.value = "";
      run(true);
    }

    function take() {
      const [id, language] = ready.value.split("/");
      const pair = pairs.find((each) => each.id === id);
      if (!pair) return;
      text.value = pair[language];
      run(true);
    }

    function count() {
      const each = Number(price.value) / 1e6;
      const isGiven = price.value !== "" && each >= 0 && Number.isFinite(each);
      const values = { once: money.format(total * each), often: money.format(total * each * 1000) };
      cost.textContent = isGiven ? word("cost", values) : word("cost_none");
    }

    function note(...texts) {
      notes.replaceChildren(...texts.filter(Boolean).map((each) => make("p", { class: "lab-note" }, each)));
    }

    async function run(isReaders) {
      const mine = (latest += 1);
      const isCapped = text.value.length > MOST;
      if (isCapped) text.value = text.value.slice(0, MOST);
      const source = text.value;
      const shown = [];
      const signs = new Set();
      let tokens = 0;
      const take = (ids, piece) => {
        tokens += ids.length;
        if (shown.length < SHOWN) shown.push(...tokensEngine.look(ids, piece, words));
        if (signs.size < 5) {
          for (const sign of piece.slice(0, 200)) if (tokensEngine.outside.test(sign)) signs.add(sign);
        }
      };
      const work = tokensEngine.cutting(source, words, take);
      if (source.length > 10000) numbers.tokens.textContent = word("counting");
      await finish(work, () => mine !== latest);
      if (mine !== latest) return;
      total = tokens;
      let characters = source.length;
      for (let i = 1; i < source.length; i += 1) {
        if ((source.charCodeAt(i) & 0xfc00) === 0xdc00 && (source.charCodeAt(i - 1) & 0xfc00) === 0xd800) characters -= 1;
      }
      numbers.tokens.textContent = whole.format(tokens);
      numbers.characters.textContent = whole.format(characters);
      numbers.rate.textContent = characters ? fine.format(tokens / characters) : "–";
      const visible = shown.slice(0, SHOWN);
      show(visible);
      const hidden = tokens - visible.length;
      more.textContent = hidden ? word("more", { n: whole.format(hidden) }) : "";
      const parts = visible.filter((token) => !token.text).length;
      note(
        isCapped && word("capped", { n: whole.format(MOST) }),
        signs.size > 0 && word("high", { signs: [...signs].slice(0, 5).join(" ") }),
        parts > 0 && word("bytes", { n: parts }),
        !tokens && word("empty"),
      );
      count();
      if (!isReaders || !tokens) return;
      const values = { tokens: whole.format(tokens), characters: whole.format(characters) };
      lab.say(word("counted", values));
      lab.done("cut");
    }

    text.value = pairs[0]?.[own] ?? "";
    lab.root.append(
      make("div", { class: "lab-field" }, make("label", { for: text.id }, word("text")), text),
      make("div", { class: "lab-field" }, make("label", { for: ready.id }, word("ready")), ready),
      make("dl", { class: "lab-tokens__stats" }, stat("tokens"), stat("characters"), stat("rate")),
      lab.heading(word("pieces")),
      make("p", { class: "lab-hint" }, word("pieces_hint")), list, more, notes,
      make("div", { class: "lab-field lab-tokens__price" },
        make("label", { for: price.id }, word("price")),
        make("p", { class: "lab-hint", id: uid("price-hint") }, word("price_hint")), price, cost),
    );
    run(false);
    return { text: () => text.value };
  }

  /** The part that compares the two languages, and on demand the vocabularies of three years. */
  function comparison(lab, words, cut) {
    const { make, word } = lab;
    const pairs = lab.data.pairs.pairs;
    const fine = new Intl.NumberFormat(lab.language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    const counts = (book) => pairs.map((pair) => ({
      english: tokensEngine.encode(pair.english, book).length,
      korean: tokensEngine.encode(pair.korean, book).length,
    }));
    const sum = (rows, language) => rows.reduce((total, row) => total + row[language], 0);
    const times = (rows) => fine.format(sum(rows, "korean") / sum(rows, "english"));

    /** A number with its bar. */
    function cell(count, most) {
      const filled = make("span", {});
      filled.style.width = `${(100 * count) / most}%`;
      return make("td", { class: "lab-number lab-tokens__count" }, `${count}`,
        make("span", { class: "lab-bar", "aria-hidden": "true" }, filled));
    }
    const th = (scope, ...inside) => make("th", { scope }, ...inside);

    function sentences() {
      const rows = counts(words);
      const most = Math.max(...rows.flatMap(({ english, korean }) => [english, korean]));
      const row = (pair, language, n) => make("tr", {},
        make("td", { lang: language === "korean" ? "ko" : "en" }, pair[language]),
        cell(rows[n][language], most));
      const bodies = pairs.map((pair, n) => make("tbody", {},
        make("tr", {}, make("th", { colspan: 2, scope: "rowgroup" }, pair.title)),
        row(pair, "english", n), row(pair, "korean", n)));
      const foot = make("tfoot", {},
        ...["english", "korean"].map((language) => make("tr", {},
          th("row", `${word("total")}: ${word(language)}`),
          make("td", { class: "lab-number" }, `${sum(rows, language)}`))));
      return make("table", { class: "lab-table lab-tokens__pairs" },
        make("caption", { class: "lab-unseen" }, word("pairs")),
        make("thead", {}, make("tr", {}, th("col", word("sentence")), th("col", word("tokens")))),
        bodies, foot);
    }

    function years(books) {
      const all = books.map(({ name, book }) => ({ name, book, rows: counts(book) }));
      const most = Math.max(...all.flatMap(({ rows }) => [sum(rows, "english"), sum(rows, "korean")]));
      const mine = cut.text();
      const lines = all.map(({ name, book, rows }) => make("tr", {},
        th("row", word(`year_${name}`)), cell(sum(rows, "english"), most), cell(sum(rows, "korean"), most),
        make("td", { class: "lab-number" }, times(rows))));
      const own = all.map(({ book }) => tokensEngine.encode(mine, book).length);
      const [old, , now] = all.map(({ rows }) => rows);
      const values = {
        old: sum(old, "korean"), new: sum(now, "korean"),
        same: `${sum(old, "english")} → ${sum(now, "english")}`,
      };
      lab.say(word("compared", values));
      const heads = ["vocabulary", "english", "korean", "ratio"];
      return [
        lab.heading(word("years")),
        make("table", { class: "lab-table lab-tokens__years" },
          make("caption", { class: "lab-unseen" }, word("years")),
          make("thead", {}, make("tr", {}, heads.map((key) => th("col", word(key))))),
          make("tbody", {}, lines)),
        make("p", {}, word("yours", { old: own[0], middle: own[1], new: own[2] })),
      ];
    }

    async function compare({ currentTarget }) {
      const button = currentTarget;
      button.disabled = true;
      lab.say(word("comparing"));
      const older = await Promise.all(OLDER.map((name) => vocabulary(lab, name)));
      const names = [...OLDER, "o200k"];
      const books = [...older, words].map((book, n) => ({ name: names[n], book }));
      const found = years(books);
      button.parentElement.replaceWith(...found);
      found[0].focus();
      lab.done("compare");
    }

    const first = counts(words);
    lab.root.append(
      lab.heading(word("pairs")),
      make("p", { class: "lab-hint" }, word("pairs_hint")),
      sentences(),
      make("p", { class: "lab-tokens__times" }, word("times", { times: times(first) })),
      make("p", { class: "lab-actions" },
        make("button", { type: "button", class: "md-button", onclick: compare }, word("compare"))),
    );
  }

  course.lab("tokens", async (lab) => {
    const words = await vocabulary(lab, "o200k");
    comparison(lab, words, cutter(lab, words));
  });
})();
