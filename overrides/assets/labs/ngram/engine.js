// @ts-check
/**
 * A model that continues text with what came next in its training text, and nothing else.
 *
 * Training sorts the places of the text by what stands before them, nearest first. The places that
 * share the last n pieces then stand side by side, for every n at once: what followed there are the
 * counts of an n-gram model, and drawing one of the places draws a piece by its count.
 */
const ngramEngine = (() => {
  /**
   * @typedef {"char" | "word"} Kind what a piece is
   * @typedef {{kind: Kind, pieces: string[], ids: Map<string, number>, text: Int32Array,
   *   order: Uint32Array, first: Uint32Array, depth: number}} Model
   *   `text`: the ids of the pieces, closed by 0; `order`: its places, sorted; `first`: where in
   *   `order` the places after a piece begin
   * @typedef {{from: number, to: number, depth: number}} Range places in `order`, and how many
   *   pieces they share with what was asked
   */

  /** Pieces of a window: so many in a row, found in the text, count as copied. */
  const WINDOW = { char: 20, word: 6 };
  /** How much is written. */
  const LENGTH = { char: 300, word: 70 };
  /** The longest memory. */
  const MEMORY = { char: 10, word: 5 };
  /** Characters or pieces between two breaths of the page. */
  const SLICE = 20000;

  /** A word, or the longest part of one that counts as one piece. */
  const word = /\n|\S{1,60}/g;

  /** @param {string} text @param {Kind} kind */
  const cut = (text, kind) => (kind === "char" ? Array.from(text) : (text.match(word) ?? []));

  /** The text that the pieces make. @param {string[]} pieces @param {Kind} kind */
  function join(pieces, kind) {
    if (kind === "char") return pieces.join("");
    return pieces.join(" ").replace(/ ?\n ?/g, "\n");
  }

  /** Numbers the pieces of a text. @param {string} source @param {Kind} kind */
  function* numbering(source, kind) {
    const pieces = [""]; // 0 stands before the beginning and after the end
    const ids = new Map();
    const text = [];
    for (let from = 0, to = 0; from < source.length; from = to) {
      to = from + SLICE;
      for (const most = to + 60; to < most && /\S/.test(source[to] ?? " "); ) to += 1; // no word in two
      if (/[\udc00-\udfff]/.test(source[to] ?? "")) to += 1; // nor a sign
      for (const piece of cut(source.slice(from, to), kind)) {
        if (!ids.has(piece)) ids.set(piece, pieces.push(piece) - 1);
        text.push(ids.get(piece));
      }
      yield;
    }
    text.push(0);
    return { pieces, ids, text: Int32Array.from(text) };
  }

  /**
   * Trains in slices; `yield`s so that the page can breathe. Sorts from the far piece to the near
   * one, each time in as many steps as the text has pieces.
   * @param {string} source @param {Kind} kind
   * @returns {Generator<void, Model>}
   */
  function* training(source, kind) {
    const { pieces, ids, text } = yield* numbering(source, kind);
    const depth = WINDOW[kind];
    const count = text.length;
    let order = new Uint32Array(count).map((_, place) => place);
    let sorted = new Uint32Array(count);
    let first = new Uint32Array();
    for (let back = depth; back > 0; back -= 1) {
      const before = (place) => (place < back ? 0 : text[place - back]);
      first = new Uint32Array(pieces.length + 1);
      for (let i = 0; i < count; i += 1) first[before(i) + 1] += 1;
      for (let id = 0; id < pieces.length; id += 1) first[id + 1] += first[id];
      const next = first.slice();
      for (let i = 0; i < count; i += 1) {
        const place = order[i];
        sorted[next[before(place)]++] = place;
        if (!(i % SLICE)) yield;
      }
      [order, sorted] = [sorted, order];
    }
    return { kind, pieces, ids, text, order, first, depth };
  }

  /** @param {string} source @param {Kind} kind */
  function train(source, kind) {
    const work = training(source, kind);
    for (;;) {
      const { done, value } = work.next();
      if (done) return value;
    }
  }

  /** The first place from `from` whose piece `back` before it is at least `id`. */
  function bound({ text, order }, from, to, back, id) {
    while (from < to) {
      const middle = (from + to) >> 1;
      const place = order[middle];
      if ((place < back ? 0 : text[place - back]) < id) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /**
   * The places after the longest end of `written` that the text knows, of at most `most` pieces.
   * @param {Model} model @param {number[]} written ids @param {number} most @param {number} end
   * @returns {Range}
   */
  function after(model, written, most, end = written.length) {
    const { order, first } = model;
    let range = { from: 0, to: order.length, depth: 0 };
    for (let back = 1; back <= most && back <= end; back += 1) {
      const id = written[end - back];
      if (!id) break;
      const from = back > 1 ? bound(model, range.from, range.to, back, id) : first[id];
      const to = back > 1 ? bound(model, from, range.to, back, id + 1) : first[id + 1];
      if (from === to) break;
      range = { from, to, depth: back };
    }
    return range;
  }

  /** Numbers in [0, 1), the same for the same seed (mulberry32). @param {number} seed */
  function dice(seed) {
    let state = seed >>> 0;
    return () => {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
  }

  /** @param {Model} model @param {string} text @returns {number[]} 0 for a piece it never saw */
  const idsOf = (model, text) => cut(text, model.kind).map((piece) => model.ids.get(piece) ?? 0);

  /**
   * Continues `start`. Ends early only where the training text ends.
   * @param {Model} model @param {string} start @param {number} memory pieces it looks back
   * @param {number} seed @param {number} [length] pieces to write
   * @returns {number[]} the ids of what was written, without the start
   */
  function write(model, start, memory, seed, length = LENGTH[model.kind]) {
    const { order, text } = model;
    const draw = dice(seed);
    const written = idsOf(model, start);
    const begin = written.length;
    while (written.length - begin < length) {
      const { from, to } = after(model, written, memory);
      const drawn = from + Math.floor(draw() * (to - from));
      // the end of the text is no piece: take a neighbour
      const id = text[order[drawn]] || text[order[drawn + 1 < to ? drawn + 1 : from]];
      if (!id) break;
      written.push(id);
    }
    return written.slice(begin);
  }

  /**
   * Which pieces lie in a window that stands word for word in the training text.
   * @param {Model} model @param {number[]} written
   * @returns {boolean[]}
   */
  function copied(model, written) {
    const size = WINDOW[model.kind];
    const marks = written.map(() => false);
    for (let end = size; end <= written.length; end += 1) {
      if (after(model, written, size, end).depth === size) marks.fill(true, end - size, end);
    }
    return marks;
  }

  /**
   * What came next after the end of `written`: the commonest first.
   * @param {Model} model @param {number[]} written @param {number} memory
   */
  function nexts(model, written, memory) {
    const { from, to, depth } = after(model, written, memory);
    /** @type {Map<number, number>} */
    const counts = new Map();
    let total = 0;
    for (let i = from; i < to; i += 1) {
      const id = model.text[model.order[i]];
      if (!id) continue;
      counts.set(id, (counts.get(id) ?? 0) + 1);
      total += 1;
    }
    const rows = [...counts].sort(([a, n], [b, m]) => m - n || a - b);
    return {
      after: join(written.slice(written.length - depth).map((id) => model.pieces[id]), model.kind),
      total,
      rows: rows.map(([id, count]) => ({ text: model.pieces[id], count, share: count / total })),
    };
  }

  /**
   * One run: what was written, cut into stretches that are copied or not, and the share copied.
   * @param {Model} model @param {string} start @param {number} memory @param {number} seed
   */
  function run(model, start, memory, seed) {
    const written = write(model, start, memory, seed);
    const marks = copied(model, written);
    const pieces = written.map((id) => model.pieces[id]);
    const text = join(pieces, model.kind);
    const parts = [];
    let said = 0; // so much of the text is in the parts
    for (let i = 0; i < written.length; i += 1) {
      if (i + 1 < written.length && marks[i + 1] === marks[i]) continue;
      const upto = join(pieces.slice(0, i + 1), model.kind).length;
      parts.push({ text: text.slice(said, upto), copied: marks[i] });
      said = upto;
    }
    const share = marks.filter(Boolean).length / (marks.length || 1);
    return { text, parts, share, next: nexts(model, [...idsOf(model, start), ...written], memory) };
  }

  const squeeze = (text) => text.replace(/\s+/g, " ").trim();

  /**
   * The whole sentences of what was written: how many, and those that stand nowhere in the source.
   * @param {string} written @param {string} source with single spaces
   */
  function sentences(written, source) {
    const found = Array.from(written.matchAll(/[^.!?\n]{6,}[.!?](?=\s)/g), ([one]) => squeeze(one));
    return { count: found.length, invented: found.filter((one) => !source.includes(one)) };
  }

  /**
   * Articles (“제3조 …”, at the beginning of a line) that the source words otherwise or lacks.
   * @param {string} written @param {string} source
   * @returns {{written: string, real: string}[]} `real` is empty where the source has no such one
   */
  function articles(written, source) {
    const found = [];
    for (const [line, number] of written.matchAll(/^제(\d{1,4})조 [^\n]{5,}$/gm)) {
      const real = source.match(new RegExp(`^제${number}조 [^\\n]*`, "m"))?.[0] ?? "";
      if (!real.startsWith(line)) found.push({ written: line, real });
    }
    return found;
  }

  const shown = { WINDOW, MEMORY, training, train, run, nexts };
  return { ...shown, squeeze, sentences, articles };
})();
