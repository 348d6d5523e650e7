// @ts-check
/**
 * Tokens: byte pair encoding with OpenAI's own vocabularies, trimmed at build by
 * `scripts/site/labs/tokens.py`.
 *
 * Everything works on "byte strings": one character for each byte of the UTF-8 text, so that a
 * lookup is a lookup of a string. ASCII text is its own byte string.
 */
const tokensEngine = (() => {
  /**
   * @typedef {{find: (bytes: string, from: number, to: number) => number, longest: number,
   *   split: RegExp, cache: Map<string, number[]>, bytesOf: (id: number) => string}} Vocabulary
   *   `find`: the id of a part of a byte string, or -1; `longest`: the bytes of the longest token
   * @typedef {{id: number, bytes: string, text: string, part: string, exact: boolean}} Token
   *   `text` is empty where the bytes are no whole characters; `part` then holds the characters
   *   that they belong to. `exact` is false in text whose script the vocabulary here lacks.
   */

  const tail = "'(?:[sS]|[dD]|[mM]|[tT]|[lL][lL]|[vV][eE]|[rR][eE])";
  const upper = "\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}";
  const lower = "\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}";
  const other = "[^\\s\\p{L}\\p{N}]+";
  const lead = "[^\\r\\n\\p{L}\\p{N}]?";
  /** How each vocabulary cuts text before anything is looked up (MIT: tiktoken, gpt-tokenizer). */
  const SPLITS = {
    r50k: `'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?${other}|\\s+(?!\\S)|\\s+`,
    cl100k: `${tail}|${lead}\\p{L}+|\\p{N}{1,3}| ?${other}[\\r\\n]*|\\s+$|\\s*[\\r\\n]|\\s+(?!\\S)|\\s`,
    o200k:
      `${lead}[${upper}]*[${lower}]+(?:${tail})?|${lead}[${upper}]+[${lower}]*(?:${tail})?` +
      `|\\p{N}{1,3}| ?${other}[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+`,
  };
  const { imul } = Math;
  const SEPARATOR = 0x7f;
  const SEATS = 2 ** 19; // of the hash table (FNV-1a), at least twice as many as tokens
  const SEED = 0x811c9dc5;
  const PRIME = 0x01000193;
  const KEPT = 5000; // pieces whose tokens are remembered
  const NEVER = 2 ** 52;
  const PLACE = 2 ** 22; // a place in a piece; more than any text here has bytes

  /** The single bytes, in the order of their ids: the same in all three. */
  function singles() {
    const first = [];
    const rest = [];
    for (let byte = 0; byte < 256; byte += 1) {
      const printed = (byte > 32 && byte < 127) || (byte > 160 && byte !== 173);
      (printed ? first : rest).push(String.fromCharCode(byte));
    }
    return [...first, ...rest];
  }

  /**
   * Opens a vocabulary a slice at a time; `yield`s so that the page can breathe. The tokens stay
   * in their one long text; a hash table of numbers says where.
   * @param {keyof typeof SPLITS} name
   * @param {string} tokens every token after the single bytes, a separator between two; an empty
   *   place is one that was trimmed away
   * @returns {Generator<void, Vocabulary>}
   */
  function* opening(name, tokens) {
    const single = singles();
    const idOfByte = new Uint8Array(256);
    single.forEach((byte, id) => (idOfByte[byte.charCodeAt(0)] = id));
    const starts = [0]; // of each token, the first being number 256
    const table = new Int32Array(SEATS);
    let longest = 1;
    let hash = SEED;
    for (let i = 0, from = 0; i <= tokens.length; i += 1) {
      const byte = i < tokens.length ? tokens.charCodeAt(i) : SEPARATOR;
      if (byte !== SEPARATOR) {
        hash = imul(hash ^ byte, PRIME);
        continue;
      }
      if (i > from) {
        let seat = (hash ^ (hash >>> 15)) & (SEATS - 1);
        while (table[seat]) seat = (seat + 1) & (SEATS - 1);
        table[seat] = starts.length + 255;
        longest = Math.max(longest, i - from);
      }
      from = i + 1;
      hash = SEED;
      if (!(starts.push(from) & 8191)) yield;
    }

    function find(bytes, from, to) {
      if (to - from === 1) return idOfByte[bytes.charCodeAt(from)];
      if (to - from > longest) return -1;
      let sum = SEED;
      for (let i = from; i < to; i += 1) sum = imul(sum ^ bytes.charCodeAt(i), PRIME);
      for (let seat = (sum ^ (sum >>> 15)) & (SEATS - 1); table[seat]; seat = (seat + 1) & (SEATS - 1)) {
        const start = starts[table[seat] - 256];
        if (starts[table[seat] - 255] - 1 - start !== to - from) continue;
        let i = from;
        while (i < to && bytes.charCodeAt(i) === tokens.charCodeAt(start + i - from)) i += 1;
        if (i === to) return table[seat];
      }
      return -1;
    }
    const bytesOf = (id) => single[id] ?? tokens.slice(starts[id - 256], starts[id - 255] - 1);
    return { find, longest, bytesOf, split: new RegExp(SPLITS[name], "gu"), cache: new Map() };
  }

  /** @template T @param {Generator<void, T>} work @returns {T} */
  function finish(work) {
    for (;;) {
      const { done, value } = work.next();
      if (done) return /** @type {T} */ (value);
    }
  }

  const utf8 = new TextEncoder();
  /** The bytes of a text; a lone surrogate counts as U+FFFD, as every encoder has it. */
  function bytesOf(text) {
    if (!/[^\0-\x7f]/.test(text)) return text;
    const bytes = utf8.encode(text);
    let made = "";
    for (let i = 0; i < bytes.length; i += 4096) {
      made += String.fromCharCode(...bytes.subarray(i, i + 4096));
    }
    return made;
  }

  /** A heap of numbers, the smallest first. */
  function push(heap, value) {
    let at = heap.push(value) - 1;
    while (at && heap[(at - 1) >> 1] > value) {
      heap[at] = heap[(at - 1) >> 1];
      at = (at - 1) >> 1;
    }
    heap[at] = value;
  }

  function pop(heap) {
    const [least] = heap;
    const value = heap.pop();
    const { length } = heap;
    for (let at = 0; length; ) {
      let child = 2 * at + 1;
      if (child + 1 < length && heap[child + 1] < heap[child]) child += 1;
      if (child >= length || heap[child] >= value) {
        heap[at] = value;
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    return least;
  }

  /**
   * Merges the pair of lowest rank, the leftmost first, until none is left. With a heap, so that
   * a line of 10,000 characters without a space takes n log n steps.
   * @param {string} piece a byte string
   * @param {Vocabulary} vocabulary
   * @returns {Generator<void, number[]>}
   */
  function* merging(piece, { find, longest }) {
    const size = piece.length;
    const next = new Uint32Array(size + 1); // where the part that begins here ends
    const last = new Int32Array(size + 1); // where the part before it begins
    const best = new Float64Array(size + 1).fill(NEVER); // the rank of this part with the next
    const heap = [];
    const weigh = (start) => {
      const end = next[start] < size ? next[next[start]] : 0;
      const id = end && end - start <= longest ? find(piece, start, end) : -1;
      best[start] = id < 0 ? NEVER : id;
      if (best[start] < NEVER) push(heap, best[start] * PLACE + start);
    };
    for (let i = 0; i <= size; i += 1) {
      next[i] = i + 1;
      last[i] = i - 1;
    }
    for (let i = 0; i < size - 1; i += 1) {
      weigh(i);
      if (!(i & 4095)) yield;
    }
    for (let count = 0; heap.length; count += 1) {
      if (!(count & 4095)) yield;
      const top = pop(heap);
      const start = top % PLACE;
      if (best[start] !== (top - start) / PLACE) continue; // merged or changed since
      const gone = next[start];
      best[gone] = NEVER;
      next[start] = next[gone];
      last[next[start]] = start;
      weigh(start);
      if (last[start] >= 0) weigh(last[start]);
    }
    const ids = [];
    for (let i = 0; i < size; i = next[i]) ids.push(find(piece, i, next[i]));
    return ids;
  }

  /**
   * The ids of one piece. @param {string} piece @param {Vocabulary} vocabulary
   * @returns {Generator<void, number[]>}
   */
  function* idsOf(piece, vocabulary) {
    const bytes = bytesOf(piece);
    const whole = vocabulary.find(bytes, 0, bytes.length);
    if (whole >= 0) return [whole];
    const known = vocabulary.cache.get(bytes);
    if (known) return known;
    const ids = yield* merging(bytes, vocabulary);
    if (vocabulary.cache.size >= KEPT) vocabulary.cache.clear();
    if (bytes.length < 200) vocabulary.cache.set(bytes, ids);
    return ids;
  }

  /**
   * Cuts a text a piece at a time, with a `yield` after every few thousand characters.
   * @param {string} text @param {Vocabulary} vocabulary
   * @param {(ids: number[], piece: string) => void} take
   * @returns {Generator<void, void>}
   */
  function* cutting(text, vocabulary, take) {
    const { split } = vocabulary;
    let rest = 4000;
    let from = 0;
    while (from < text.length) {
      split.lastIndex = from; // another text may have been cut in between
      const [piece] = split.exec(text) ?? [""];
      if (!piece) return;
      take(yield* idsOf(piece, vocabulary), piece);
      from = split.lastIndex = from + piece.length;
      rest -= piece.length;
      if (rest < 0) {
        rest = 4000;
        yield;
      }
    }
  }

  /** The ids of a whole text at once. @param {string} text @param {Vocabulary} vocabulary */
  function encode(text, vocabulary) {
    /** @type {number[]} */
    const all = [];
    finish(cutting(text, vocabulary, (ids) => ids.forEach((id) => all.push(id))));
    return all;
  }

  /**
   * Characters whose pieces the vocabularies here have in full; of any other script only the
   * bytes were kept. The same list as in `scripts/site/labs/tokens.py`.
   */
  const outside =
    /[^\0-\x7f\xa0-\xbf×÷áäçèéêïñöøü・Α-Ωα-ω\u1100-\u11ff\u2000-\u2064\u2070-\u209c\u20a0-\u20bf\u2100-\u23ff\u2460-\u27bf\u3000-\u303f\u3130-\u318f\u3200-\u33ff\ua960-\ua97c\uac00-\ud7ff\ufe0f\ufeff\uff01-\ufffd\ud800-\udfff\u{1f300}-\u{1faff}]/u;

  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const isInside = (byte) => (byte & 192) === 128;

  /** @param {string} bytes @returns {string} the text, or "" for what is no whole characters */
  function textOf(bytes) {
    try {
      return decoder.decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
    } catch {
      return "";
    }
  }

  /**
   * What a reader is shown of the tokens of one piece.
   * @param {number[]} ids @param {string} piece @param {Vocabulary} vocabulary
   * @returns {Token[]}
   */
  function look(ids, piece, vocabulary) {
    const all = bytesOf(piece);
    const exact = !outside.test(piece);
    let at = 0;
    return ids.map((id) => {
      const bytes = vocabulary.bytesOf(id);
      const text = textOf(bytes);
      let from = at;
      at += bytes.length;
      let to = at;
      if (text) return { id, bytes, text, part: "", exact };
      while (from > 0 && isInside(all.charCodeAt(from))) from -= 1;
      while (to < all.length && isInside(all.charCodeAt(to))) to += 1;
      return { id, bytes, text, part: textOf(all.slice(from, to)), exact };
    });
  }

  /** The tokens of a short text as a reader is shown them. */
  function view(text, vocabulary) {
    const shown = [];
    finish(
      cutting(text, vocabulary, (ids, piece) => shown.push(...look(ids, piece, vocabulary))),
    );
    return shown;
  }

  const open = (name, tokens) => finish(opening(name, tokens));
  return { open, opening, encode, cutting, look, view, outside };
})();
