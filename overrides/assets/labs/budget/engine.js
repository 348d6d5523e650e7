// @ts-check
/**
 * A small spreadsheet: reads formulas without eval, recalculates, runs checks and judges marks.
 *
 * A sheet (one YAML file) is `{columns: [{label, decimals}], rows: [{label, cells}], numbers: [{id, formula,
 * decimals}], checks: [{id, pairs: ["left = right"], within}], errors: [{id, cells: {C7: content}}], traps:
 * [{cell}]}`. Columns begin with B, rows with 2, as beside a column and below a row of headings. The text's
 * numbers are cells, too: T1, T2 … A content is "" (empty, counts as 0), a number, or a formula: "=" and
 * + - * / ( ) numbers, cells, SUM(B2:B6), AVERAGE(B2:B6). `scripts/content/labs/budget_model.py` is the same
 * in Python, for `course check` and the printed version; a test holds the two together.
 */
const budgetEngine = (() => {
  const MOST = 200; // characters of a content
  const DEEP = 30; // brackets within brackets

  /** What a formula cannot be: `message` is one of "text", "cell", "circle", "zero". */
  class Wrong extends Error {}

  /** "１，２３４ 천원" typed in full width, "−5", "12%": as plain as Number() wants it. */
  const plain = (text) =>
    text.normalize("NFKC").replace(/[−–]/g, "-").replace(/×/g, "*").replace(/÷/g, "/").trim();

  /** A formula's pieces. */
  function pieces(text) {
    const found = text.match(/\d+(?:\.\d+)?|[A-Za-z]+\d*|[-+*/():,]|\S/g) ?? [];
    if (found.some((piece) => !/^(?:[\d.]+|[A-Za-z]+\d*|[-+*/():,])$/.test(piece))) throw new Wrong("text");
    return found.map((piece) => piece.toUpperCase());
  }

  /** The cells of a range, by rows; only whole columns of B to Z. */
  function range(from, to) {
    const [a, b] = [from, to].map((name) => /^([A-Z])(\d{1,2})$/.exec(name));
    if (!a || !b) throw new Wrong("cell");
    const cells = [];
    for (let row = Number(a[2]); row <= Number(b[2]); row++)
      for (let column = a[1].charCodeAt(0); column <= b[1].charCodeAt(0); column++)
        cells.push(String.fromCharCode(column) + row);
    return cells;
  }

  /**
   * The value of a formula. `look(cell)` gives a cell's value or null where it is empty.
   * Sums and differences of products, read from left to right: one function for each level.
   */
  function calculate(text, look) {
    const rest = pieces(text);
    let depth = 0;
    const take = (...wanted) => (wanted.includes(rest[0]) ? rest.shift() : "");
    const need = (piece) => {
      if (!take(piece)) throw new Wrong("text");
    };

    function list() {
      const cells = [];
      do {
        const name = rest.shift() ?? "";
        cells.push(...(take(":") ? range(name, rest.shift() ?? "") : [name]));
      } while (take(","));
      return cells;
    }

    function named(name) {
      if (name !== "SUM" && name !== "AVERAGE") return look(name) ?? 0;
      need("(");
      const cells = list();
      need(")");
      const values = cells.map(look).filter((value) => value !== null);
      const sum = values.reduce((total, value) => total + value, 0);
      if (name === "SUM") return sum;
      if (!values.length) throw new Wrong("zero");
      return sum / values.length;
    }

    function factor() {
      if (++depth > DEEP) throw new Wrong("text");
      const piece = rest.shift() ?? "";
      let value;
      if (piece === "-") value = -factor();
      else if (piece === "+") value = factor();
      else if (piece === "(") {
        value = sum();
        need(")");
      } else if (/^\d/.test(piece)) value = Number(piece);
      else if (/^[A-Z]/.test(piece)) value = named(piece);
      else throw new Wrong("text");
      depth--;
      return value;
    }

    function product() {
      let value = factor();
      for (let sign = take("*", "/"); sign; sign = take("*", "/")) {
        const by = factor();
        if (sign === "/" && by === 0) throw new Wrong("zero");
        value = sign === "*" ? value * by : value / by;
      }
      return value;
    }

    function sum() {
      let value = product();
      for (let sign = take("+", "-"); sign; sign = take("+", "-"))
        value = sign === "+" ? value + product() : value - product();
      return value;
    }

    const value = sum();
    if (rest.length) throw new Wrong("text");
    return value;
  }

  /** A content's value: a number, or null if it is empty. Throws `Wrong`. */
  function valueOf(content, look) {
    const text = plain(content);
    if (text.length > MOST) throw new Wrong("text");
    if (text.startsWith("=")) return calculate(text.slice(1), look);
    const number = text.replace(/[,\s]|%$|원$/g, "");
    if (!number) return null;
    if (!/^[-+]?\d+(\.\d+)?$/.test(number)) throw new Wrong("text");
    return Number(number);
  }

  /**
   * Every cell's value: a number, null (empty), or what is wrong with it, as a word.
   * @param {Object<string, string>} contents by the cells' names
   */
  function evaluate(contents) {
    const values = {};
    const open = new Set();
    function look(name) {
      if (!Object.hasOwn(contents, name)) throw new Wrong("cell");
      if (open.has(name)) throw new Wrong("circle");
      if (!Object.hasOwn(values, name)) {
        open.add(name);
        try {
          values[name] = valueOf(contents[name], look);
        } catch (error) {
          if (!(error instanceof Wrong)) throw error;
          values[name] = error.message;
        }
        open.delete(name);
      }
      if (typeof values[name] === "string") throw new Wrong(values[name]);
      return values[name];
    }
    for (const name of Object.keys(contents)) {
      try {
        look(name);
      } catch (error) {
        if (!(error instanceof Wrong)) throw error;
      }
    }
    return values;
  }

  /** Rounds half away from zero, as people do. */
  function round(value, decimals) {
    const scale = 10 ** decimals;
    return (Math.sign(value) * Math.floor(Math.abs(value) * scale + 0.5 + 1e-9)) / scale;
  }

  /** “1,234.5”, with a real minus. */
  function format(value, decimals) {
    const text = Math.abs(round(value, decimals)).toFixed(decimals);
    const [whole, part] = text.split(".");
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",") + (part ? `.${part}` : "");
    return round(value, decimals) < 0 ? `−${grouped}` : grouped;
  }

  const nameOf = (column, row) => `${String.fromCharCode(66 + column)}${row + 2}`;

  /** Decimals by cell. */
  function decimalsOf(sheet) {
    const table = sheet.rows.flatMap(({ cells }, row) =>
      cells.map((_, column) => [nameOf(column, row), sheet.columns[column].decimals]));
    return Object.fromEntries([...table, ...sheet.numbers.map(({ id, decimals }) => [id, decimals])]);
  }

  /** What the cells should hold. The text's numbers are typed, so they do not follow the table. */
  function rightContents(sheet) {
    const table = sheet.rows.flatMap(({ cells }, row) =>
      cells.map((content, column) => [nameOf(column, row), content]));
    const contents = Object.fromEntries(table);
    const asked = Object.fromEntries(sheet.numbers.map(({ id, formula }) => [id, `=${formula}`]));
    const values = evaluate({ ...contents, ...asked });
    for (const { id, decimals } of sheet.numbers) contents[id] = String(round(values[id], decimals));
    return contents;
  }

  /** What the cells hold when the reader comes: the right contents with the errors planted. */
  const shownContents = (sheet) =>
    Object.assign(rightContents(sheet), ...sheet.errors.map(({ cells }) => cells));

  const isSame = (a, b, decimals) =>
    (a ?? 0) === (b ?? 0) ||
    (typeof a === "number" && typeof b === "number" && Math.abs(a - b) <= 0.51 * 10 ** -decimals);

  /** The cells whose values are not what they should be. */
  function wrongCells(sheet, contents) {
    const [values, right, decimals] = [evaluate(contents), evaluate(rightContents(sheet)), decimalsOf(sheet)];
    return Object.keys(right).filter((name) => !isSame(values[name], right[name], decimals[name]));
  }

  /** The errors whose cells are all as they should be. */
  function mended(sheet, contents) {
    const wrong = new Set(wrongCells(sheet, contents));
    return sheet.errors.filter(({ cells }) => !Object.keys(cells).some((name) => wrong.has(name))).map(({ id }) => id);
  }

  /** A check's pairs: `{text, left, right, holds}`; what cannot be computed is null and does not hold. */
  function runCheck({ pairs, within }, contents) {
    const values = evaluate(contents);
    const look = (name) => {
      if (!Object.hasOwn(values, name)) throw new Wrong("cell");
      if (typeof values[name] === "string") throw new Wrong(values[name]);
      return values[name];
    };
    const side = (text) => {
      try {
        return calculate(text, look);
      } catch (error) {
        if (!(error instanceof Wrong)) throw error;
        return null;
      }
    };
    return pairs.map((text) => {
      const [left, right] = text.split("=").map(side);
      const holds = left !== null && right !== null && Math.abs(left - right) <= within + 1e-9;
      return { text, left, right, holds };
    });
  }

  /**
   * What the marked cells are worth. `found` and `missed` are errors' ids; `follows` are marked cells that are
   * wrong only because another one is; `false` are marked cells that are right. The score punishes marking
   * everything: (found − false) / errors, in per cent, never below 0.
   */
  function judge(sheet, marks) {
    const marked = new Set(marks);
    const isFound = ({ cells }) => Object.keys(cells).some((name) => marked.has(name));
    const planted = new Set(sheet.errors.flatMap(({ cells }) => Object.keys(cells)));
    const wrong = new Set(wrongCells(sheet, shownContents(sheet)));
    const others = [...marked].filter((name) => !planted.has(name));
    const found = sheet.errors.filter(isFound).map(({ id }) => id);
    const right = others.filter((name) => !wrong.has(name));
    return {
      found,
      missed: sheet.errors.map(({ id }) => id).filter((id) => !found.includes(id)),
      follows: others.filter((name) => wrong.has(name)),
      false: right,
      score: Math.max(0, Math.round((100 * (found.length - right.length)) / sheet.errors.length)),
    };
  }

  return {
    evaluate, format, nameOf, decimalsOf, rightContents, shownContents, wrongCells, mended, runCheck, judge,
  };
})();
