// @ts-check
/** Errors in the table: cells to mark and to change, checks to run, and what the marks were worth. */
(() => {
  const E = budgetEngine;
  const MOST = 200; // characters of a cell
  const ENOUGH = 60; // score from which a table counts as done

  course.lab("budget", (lab) => {
    const { make, word, button } = lab;
    const tables = lab.data.rows ? [lab.data] : lab.steps.map((step) => lab.data[step]);
    const room = make("div", null);

    /** One table in the room. */
    function open(sheet) {
      const [right, start, decimals] = [E.rightContents(sheet), E.shownContents(sheet), E.decimalsOf(sheet)];
      const contents = { ...start };
      const marks = new Set();
      const fields = new Map(); // a cell's name -> its input and its flag
      const checks = []; // what to do when a check that has been run may have changed
      const id = (name) => lab.uid(`${sheet.id}-${name}`);

      /** What a cell shows: its value, or what stands in it while the reader is in it. */
      function shown(name, values) {
        if (values[name] === null) return "";
        return typeof values[name] === "string" ? contents[name] : E.format(values[name], decimals[name]);
      }

      const mendedLine = make("p", null);

      function draw() {
        const values = E.evaluate(contents);
        for (const [name, { input }] of fields) {
          const isBad = typeof values[name] === "string";
          if (input !== document.activeElement) input.value = shown(name, values);
          input.size = Math.max(4, Math.min(input.value.length, 12));
          input.toggleAttribute("data-bad", isBad);
          input.setAttribute("aria-invalid", String(isBad));
        }
        for (const act of checks) act();
        const [n, all] = [E.mended(sheet, contents).length, sheet.errors.length];
        const isMended = E.wrongCells(sheet, contents).length === 0;
        const said = isMended ? word("all_mended", { all }) : word("mended", { n, all });
        mendedLine.replaceChildren(isMended ? make("span", { class: "lab-good" }, said) : said);
        return values;
      }

      /** Takes what was typed; whether it is something new. */
      function enter(name, text) {
        const kept = text.slice(0, MOST);
        if (kept === contents[name]) return false;
        contents[name] = kept;
        const values = draw();
        const isBad = typeof values[name] === "string";
        const now = word(isBad ? "bad" : "new", { cell: name, value: shown(name, values) || "0" });
        lab.say([text.length > MOST ? word("long", { most: MOST }) : "", now, mendedLine.textContent].filter(Boolean).join(" "));
        return true;
      }

      function move(event, name) {
        const by = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (!by || event.isComposing) return;
        event.preventDefault();
        const next = fields.get(name[0] + (Number(name.slice(1)) + by));
        if (next) next.input.focus();
        else if (event.key === "Enter") enter(name, event.target.value);
      }

      function toggle(name, flag) {
        if (!marks.delete(name)) marks.add(name);
        flag.setAttribute("aria-pressed", String(marks.has(name)));
        lab.say(word(marks.has(name) ? "marked" : "unmarked", { cell: name, n: marks.size }));
      }

      /** An input with its flag. */
      function field(name, label) {
        const input = make("input", {
          type: "text", id: id(name), class: "lab-budget__input", autocomplete: "off", spellcheck: "false",
          maxlength: MOST + 1, // one too many is told
          "aria-label": label,
          onfocus() {
            input.value = contents[name];
            input.select();
          },
          onblur: () => enter(name, input.value) || draw(),
          onkeydown: (event) => move(event, name),
        });
        const flag = make("button", {
          type: "button", class: "lab-budget__flag", "aria-pressed": "false",
          "aria-label": word("mark", { cell: name }), onclick: () => toggle(name, flag),
        }, "⚑");
        fields.set(name, { input, flag });
        return make("span", { class: "lab-budget__cell" }, input, flag);
      }

      function grid() {
        const letters = sheet.columns.map((_, n) => E.nameOf(n, 0)[0]);
        const head = make("tr", { role: "row" },
          make("th", { scope: "col", role: "columnheader" }, sheet.first),
          sheet.columns.map(({ label }, n) => make("th", { scope: "col", role: "columnheader" },
            make("span", { class: "lab-budget__name" }, letters[n]), " ", label)));
        const rows = sheet.rows.map(({ label, cells }, row) => make("tr", { role: "row" },
          make("th", { scope: "row", role: "rowheader" },
            make("span", { class: "lab-budget__name" }, String(row + 2)), " ", label),
          cells.map((_, column) => {
            const name = E.nameOf(column, row);
            const about = sheet.columns[column].label;
            const isEmpty = right[name] === "" && start[name] === "";
            return make("td", { role: "cell", "data-column": `${name[0]} ${about}` },
              isEmpty ? "" : field(name, word("cell", { cell: name, row: label, column: about })));
          })));
        return make("table", { class: "lab-table lab-budget__table", role: "table" },
          make("caption", null, `${sheet.title} (${sheet.unit})`),
          make("thead", { role: "rowgroup" }, head), make("tbody", { role: "rowgroup" }, rows));
      }

      /** A sentence with inputs in place of its {T1}. */
      const sentence = (text) => make("li", null, text.split(/(\{\w+\})/).map((part) => {
        const name = /^\{(\w+)\}$/.exec(part)?.[1];
        return name ? field(name, word("number", { cell: name })) : part;
      }));

      function told(check) {
        const number = (x) => (x === null ? word("broken") : E.format(x, Number.isInteger(x) ? 0 : 2));
        const pairs = E.runCheck(check, contents);
        const failed = pairs.filter(({ holds }) => !holds);
        if (!failed.length) return [make("p", { class: "lab-good" }, word("holds", { n: pairs.length }))];
        const key = check.within >= 5 ? "near" : "pair";
        const lines = failed.map(({ text, left, right: other }) => make("li", null,
          word(key, { text: text.replace(/\*/g, "×"), left: number(left), right: number(other), within: number(check.within) })));
        return [make("p", { class: "lab-bad" }, word("fails")), make("ul", null, lines)];
      }

      const checking = sheet.checks.map((check) => {
        const out = make("div", null);
        let isRun = false;
        const act = () => isRun && out.replaceChildren(...told(check));
        checks.push(act);
        const run = button(check.asks, () => {
          isRun = true;
          act();
          lab.say(out.textContent);
        });
        return make("li", null, run, out);
      });

      const planted = Object.fromEntries(sheet.errors.map((error) => [error.id, error]));
      const traps = Object.fromEntries(sheet.traps.map((trap) => [trap.cell, trap]));
      const cellsOf = ({ cells }) => Object.keys(cells).join(", ");
      const line = (kind, ...inside) => make("li", null, make("p", { class: kind }, inside[0]), inside.slice(1).flat());

      /** Where a missed error is, if the reader wants to know. */
      function place(text) {
        const where = make("p", { hidden: true }, text);
        const show = button(word("show"), () => {
          where.hidden = !where.hidden;
          show.setAttribute("aria-expanded", String(!where.hidden));
        });
        show.setAttribute("aria-expanded", "false");
        return [show, where];
      }

      function feedback() {
        const judged = E.judge(sheet, [...marks]);
        const found = judged.found.map((one) => planted[one]).map((error) => line("lab-good",
          word("found", { cells: cellsOf(error) }), make("p", null, error.why), make("p", null, word("finds", error))));
        const wrong = judged.false.map((cell) => line("lab-bad", word("right", { cell }),
          traps[cell] ? make("p", null, traps[cell].why) : ""));
        const follows = judged.follows.map((cell) => make("li", null, make("p", null, word("follows", { cell }))));
        const missed = judged.missed.map((one) => planted[one]).map((error) => line("lab-bad", word("missed", error),
          place(word("where", { cells: cellsOf(error), why: error.why }))));
        const said = word("result", {
          found: judged.found.length, all: sheet.errors.length, wrong: judged.false.length, score: judged.score,
        });
        if (judged.score >= ENOUGH) lab.done(sheet.id);
        return { said, items: [...found, ...wrong, ...follows, ...missed] };
      }

      const results = make("div", null);
      const check = () => {
        if (!marks.size) {
          results.replaceChildren();
          return lab.say(word("none"));
        }
        const { said, items } = feedback();
        results.replaceChildren(make("p", null, make("strong", null, said)), make("ul", { class: "lab-budget__list" }, items));
        return lab.say(said);
      };
      const clear = () => {
        marks.clear();
        results.replaceChildren();
        for (const { flag } of fields.values()) flag.setAttribute("aria-pressed", "false");
        lab.say(word("none"));
      };
      const back = () => {
        Object.assign(contents, start);
        draw();
        lab.say(mendedLine.textContent);
      };

      room.replaceChildren(
        make("p", null, sheet.story),
        make("p", { class: "lab-hint" }, word("how")),
        make("div", { class: "lab-budget__grid" }, grid()),
        lab.heading(word("text_title")),
        make("ul", { class: "lab-budget__text" }, sheet.sentences.map(sentence)),
        mendedLine,
        make("p", { class: "lab-actions" }, button(word("back"), back)),
        lab.heading(word("checks_title")),
        make("p", { class: "lab-hint" }, word("checks_how")),
        make("ul", { class: "lab-budget__list" }, checking),
        lab.heading(word("done")),
        make("p", { class: "lab-hint" }, word("rule")),
        make("p", { class: "lab-actions" }, button(word("done"), check, "md-button md-button--primary lab-budget__check"), button(word("clear"), clear)),
        results,
      );
      draw();
    }

    const choices = tables.map((sheet) => button(sheet.title, () => {
      choices.forEach((each, n) => each.setAttribute("aria-pressed", String(tables[n] === sheet)));
      open(sheet);
      lab.say(sheet.title);
    }));
    if (tables.length > 1) {
      choices[0].setAttribute("aria-pressed", "true");
      const name = { role: "group", "aria-label": word("choose"), class: "lab-actions" };
      lab.root.append(make("div", name, choices));
      choices.slice(1).forEach((each) => each.setAttribute("aria-pressed", "false"));
    }
    lab.root.append(room);
    open(tables[0]);
  });
})();
