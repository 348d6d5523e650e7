// @ts-check
/**
 * A small language model in the page: a transformer with the layers of Llama (798,592 numbers), trained for this
 * course on text about an invented city. No page elements in here; also run by Node in the tests.
 *
 *     const model = nextTokenEngine.load(payload);      // the data script “model”: base64 of model.bin
 *     model.likeliest(text, 10);                        // [{id, text, p}], the likeliest first
 *     const said = await model.answer(prompt, {maxTokens: 40, greedy: true}, (piece) => { … });
 *
 * A prompt without a source, and one with a source (the line breaks matter; nothing after the last colon):
 *
 *     Question: How much is the fee for a building permit?      질문: 건축 허가 수수료는 얼마입니까?
 *     Answer:                                                   답변:
 *
 *     Source: The fee for a building permit is 7,000 won.       자료: 건축 허가 수수료는 7,000원입니다.
 *     Question: How much is the fee for a building permit?      질문: 건축 허가 수수료는 얼마입니까?
 *     Answer from the source:                                   자료에 따른 답변:
 *
 * It was trained on sources of one to four sentences. If the source is silent it is to answer
 * “The source does not say.” / «자료에 나와 있지 않습니다.»
 */
const nextTokenEngine = (() => {
  const END = 0;
  const UNKNOWN = 1;
  // As in scripts/city/pieces.py: a word with the space before it, a number, a sign, a blank.
  const CHUNK = / ?[A-Za-z]+| ?[가-힣]+| ?[0-9]+(?:,[0-9]+)*| ?[^A-Za-z가-힣0-9\s]|\s/gu;

  /** @typedef {{id: number, text: string}} Piece a piece of text and its number */
  /** @typedef {Piece & {p: number, chance: number}} Likely `p` as the model has it, `chance` after the settings */
  /**
   * @typedef {object} Settings
   * @property {boolean} [greedy] always take the likeliest piece
   * @property {number} [temperature] above 0; 1 leaves the probabilities as they are
   * @property {number} [topK] keep so many pieces; 0 keeps all
   * @property {number} [topP] keep the likeliest pieces that together have this probability (0 to 1]
   * @property {number} [seed] the same seed draws the same pieces
   * @property {number} [maxTokens] write at most so many pieces
   */

  /** The bytes of a text in base64; without `atob`, which Node's empty context has not. @param {string} text */
  function bytes(text) {
    const value = new Uint8Array(128);
    for (let i = 0; i < 64; i++) value["ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".charCodeAt(i)] = i;
    const end = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
    const made = new Uint8Array((text.length * 3) / 4 - end);
    for (let i = 0, o = 0; i < text.length; i += 4) {
      const four =
        (value[text.charCodeAt(i)] << 18) |
        (value[text.charCodeAt(i + 1)] << 12) |
        (value[text.charCodeAt(i + 2)] << 6) |
        value[text.charCodeAt(i + 3)];
      made[o++] = four >> 16;
      made[o++] = four >> 8; // writing past the end of typed arrays does nothing
      made[o++] = four;
    }
    return made;
  }

  /** A stored model (the format stands in scripts/city/weights.py). @param {string} payload base64 */
  function opened(payload) {
    if (typeof payload !== "string" || payload.length % 4) throw new Error("The model is damaged.");
    const data = bytes(payload);
    const length = new DataView(data.buffer).getUint32(0, true);
    let place = 4 + length;
    let said = "";
    for (let i = 4; i < place; i += 4096) said += String.fromCharCode(...data.subarray(i, Math.min(i + 4096, place)));
    const head = JSON.parse(said);
    /** @type {Record<string, Float32Array>} */
    const weights = {};
    for (const [name, [rows, columns]] of head.tensors) {
      const scales = new Float32Array(data.slice(place, place + 4 * rows).buffer);
      place += 4 * rows;
      weights[name] = scales;
      if (columns) {
        const whole = new Int8Array(data.buffer, place, rows * columns);
        const all = (weights[name] = new Float32Array(rows * columns));
        for (let i = 0, row = 0; row < rows; row++)
          for (const end = i + columns; i < end; i++) all[i] = whole[i] * scales[row];
        place += rows * columns;
      }
    }
    if (place !== data.length) throw new Error("The model is damaged.");
    return { shape: head.shape, pieces: /** @type {string[]} */ (head.pieces), merges: head.merges, weights };
  }

  /** Text to piece numbers and back. @param {string[]} pieces @param {[number, number][]} merges */
  function tokenizer(pieces, merges) {
    const numbers = new Map(pieces.map((piece, number) => [piece, number]));
    const ranks = new Map(merges.map(([left, right], rank) => [`${pieces[left]}\t${pieces[right]}`, rank]));
    /** @param {string} chunk */
    function split(chunk) {
      const whole = numbers.get(chunk);
      if (whole !== undefined) return [whole];
      const parts = [...chunk];
      for (;;) {
        let best = Infinity;
        let at = 0;
        for (let i = 0; i + 1 < parts.length; i++) {
          const rank = ranks.get(`${parts[i]}\t${parts[i + 1]}`) ?? Infinity;
          if (rank < best) [best, at] = [rank, i];
        }
        if (best === Infinity) break;
        parts.splice(at, 2, parts[at] + parts[at + 1]);
      }
      return parts.map((part) => numbers.get(part) ?? UNKNOWN);
    }
    return {
      /** @param {string} text @returns {number[]} */
      encode: (text) => (text.normalize("NFC").match(CHUNK) ?? []).flatMap(split),
      /** @param {number[]} ids */
      decode: (ids) => ids.map((id) => (id === END ? "" : id === UNKNOWN ? "\ufffd" : pieces[id])).join(""),
    };
  }

  /** out = matrix · x, row by row. @param {Float32Array} out @param {Float32Array} matrix @param {Float32Array} x */
  function times(out, matrix, x) {
    const columns = x.length;
    for (let row = 0, i = 0; row < out.length; row++) {
      let sum = 0;
      for (let column = 0; column < columns; column++, i++) sum += matrix[i] * x[column];
      out[row] = sum;
    }
  }

  /** Root-mean-square norm (Zhang and Sennrich 2019). */
  function norm(/** @type {Float32Array} */ x, /** @type {Float32Array} */ weight, /** @type {number} */ epsilon) {
    let squares = 0;
    for (const value of x) squares += value * value;
    const scale = 1 / Math.sqrt(squares / x.length + epsilon);
    return x.map((value, i) => value * scale * weight[i]);
  }

  /** A number from 0 to 1 at each call, the same row for the same seed (mulberry32). @param {number} seed */
  function chances(seed) {
    let state = seed >>> 0;
    return () => {
      state = (state + 0x6d2b79f5) >>> 0;
      let t = Math.imul(state ^ (state >>> 15), state | 1);
      t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
  }

  /** Probabilities of scores. @param {Float32Array} scores @param {number} temperature */
  function softmax(scores, temperature = 1) {
    let most = -Infinity;
    for (const score of scores) if (score > most) most = score;
    const made = scores.map((score) => Math.exp((score - most) / temperature));
    let sum = 0;
    for (const value of made) sum += value;
    return made.map((value) => value / sum);
  }

  /**
   * The chance of each piece to be drawn: temperature, then top-k, then top-p, each on what the one before left.
   * @param {Float32Array} scores @param {Settings} settings
   */
  function drawn(scores, settings) {
    const { greedy = false, temperature = 1, topK = 0, topP = 1 } = settings;
    const p = softmax(scores, greedy ? 1 : Math.max(temperature, 0.01));
    if (!greedy && topP >= 1 && !(topK > 0)) return p;
    const order = Array.from(p.keys()).sort((a, b) => p[b] - p[a] || a - b);
    let keep = greedy ? 1 : topK > 0 ? Math.min(topK, order.length) : order.length;
    let sum = 0;
    for (let i = 0; i < keep; i++) sum += p[order[i]];
    if (!greedy && topP < 1) {
      let so = 0;
      let i = 0;
      while (i < keep && so < topP * sum) so += p[order[i++]];
      keep = Math.max(i, 1);
      sum = so || p[order[0]];
    }
    const made = new Float32Array(p.length);
    for (let i = 0; i < keep; i++) made[order[i]] = p[order[i]] / sum;
    return made;
  }

  /**
   * A model that can be asked.
   * @param {string} payload base64 of model.bin
   * @throws {Error} if the data is damaged
   */
  function load(payload) {
    const { shape, pieces, merges, weights } = opened(payload);
    const { encode, decode } = tokenizer(pieces, merges);
    const { width, layers, heads, inner, context, theta, epsilon } = shape;
    const size = width / heads;
    const half = size / 2;
    // What was read already, with the keys and values of each layer: going on from it costs only the new pieces.
    /** @type {number[]} */
    let read = [];
    let state = new Float32Array(width);
    const cache = Array.from({ length: layers }, () => ({
      keys: new Float32Array(context * width),
      values: new Float32Array(context * width),
    }));
    const make = (/** @type {string} */ layer, /** @type {Float32Array} */ x, rows = width) => {
      const out = new Float32Array(rows);
      times(out, weights[layer], x);
      return out;
    };

    /** Turn each head by the place (rotary positions, in halves). @param {Float32Array} x @param {number} place */
    function turn(x, place) {
      for (let i = 0; i < half; i++) {
        const angle = place * theta ** (-i / half);
        const cos = Math.cos(angle);
        const sin = Math.sin(angle);
        for (let at = i; at < width; at += size) {
          const a = x[at];
          const b = x[at + half];
          x[at] = a * cos - b * sin;
          x[at + half] = b * cos + a * sin;
        }
      }
    }

    /** Attention of the newest piece to all before it. */
    function attended(/** @type {Float32Array} */ q, /** @type {typeof cache[0]} */ { keys, values }, /** @type {number} */ place) {
      const made = new Float32Array(width);
      for (let head = 0; head < width; head += size) {
        const scores = new Float32Array(place + 1);
        for (let t = 0; t <= place; t++) {
          let sum = 0;
          for (let i = head; i < head + size; i++) sum += q[i] * keys[t * width + i];
          scores[t] = sum / Math.sqrt(size);
        }
        softmax(scores).forEach((p, t) => {
          for (let i = head; i < head + size; i++) made[i] += p * values[t * width + i];
        });
      }
      return made;
    }

    /** Read one more piece. @param {number} id */
    function step(id) {
      const place = read.length;
      const x = weights["embed.weight"].slice(id * width, (id + 1) * width);
      for (let l = 0; l < layers; l++) {
        const name = `layers.${l}.`;
        const h = norm(x, weights[`${name}norm_1.weight`], epsilon);
        const q = make(`${name}q.weight`, h);
        const k = make(`${name}k.weight`, h);
        turn(q, place);
        turn(k, place);
        cache[l].keys.set(k, place * width);
        cache[l].values.set(make(`${name}v.weight`, h), place * width);
        make(`${name}o.weight`, attended(q, cache[l], place)).forEach((value, i) => (x[i] += value));
        const g = norm(x, weights[`${name}norm_2.weight`], epsilon);
        const up = make(`${name}up.weight`, g, inner);
        const gate = make(`${name}gate.weight`, g, inner).map((value, i) => (value / (1 + Math.exp(-value))) * up[i]);
        make(`${name}down.weight`, gate).forEach((value, i) => (x[i] += value));
      }
      read.push(id);
      state = x;
    }

    /**
     * The numbers that the model reads for a text: <end>, then the pieces; only the last ones if there are too many.
     * @param {string} text @returns {{ids: number[], cut: number, unknown: number}} `cut` pieces were left out,
     *   `unknown` pieces of the rest are characters that the model never met
     */
    function ids(text) {
      const all = encode(text);
      const cut = Math.max(0, all.length - (context - 1));
      const kept = all.slice(cut);
      return { ids: [END, ...kept], cut, unknown: kept.filter((id) => id === UNKNOWN).length };
    }

    /**
     * Read pieces for at most so many milliseconds; what is known from the last call is not read again.
     * @param {number[]} wanted from `ids` @param {number} budget milliseconds @returns {boolean} whether all is read
     */
    function feed(wanted, budget = Infinity) {
      let same = 0;
      while (same < read.length && same < wanted.length && read[same] === wanted[same]) same++;
      if (same === wanted.length && same < read.length) same--; // the last piece's state is needed again
      read.length = same;
      const until = budget === Infinity ? Infinity : Date.now() + budget;
      while (read.length < wanted.length) {
        step(wanted[read.length]);
        if (Date.now() >= until) break;
      }
      return read.length === wanted.length;
    }

    /** One score for each piece that could be next, after all that was fed. @returns {Float32Array} */
    function scores() {
      const h = norm(state, weights["norm.weight"], epsilon);
      const made = make("embed.weight", h, pieces.length);
      made[UNKNOWN] = -Infinity; // it stands for characters that nobody can write
      return made;
    }

    /**
     * The likeliest next pieces after what was fed.
     * @param {number} n @param {Settings} settings @returns {Likely[]}
     */
    function bars(n, settings = {}) {
      const all = scores();
      const p = softmax(all);
      const chance = drawn(all, settings);
      return Array.from(p.keys())
        .sort((a, b) => p[b] - p[a] || a - b)
        .slice(0, n)
        .map((id) => ({ id, text: pieces[id], p: p[id], chance: chance[id] }));
    }

    /** The likeliest next pieces after a text. @param {string} text @param {number} n @param {Settings} settings */
    function likeliest(text, n = 10, settings = {}) {
      feed(ids(text).ids);
      return bars(n, settings);
    }

    /**
     * Draw the next piece after what was fed.
     * @param {Settings} settings @param {() => number} chance from `chances(seed)` @returns {Piece}
     */
    function draw(settings, chance) {
      const p = drawn(scores(), settings);
      let left = chance();
      let id = -1;
      for (let i = 0; i < p.length; i++) {
        if (!p[i]) continue;
        id = i;
        left -= p[i];
        if (left < 0) break;
      }
      return { id, text: pieces[id] };
    }

    /**
     * Write on, one piece a call, until the model ends its text (null), nothing fits any more, or `maxTokens`.
     * `stopped` says why afterwards: "end", "full" or "length".
     * @param {string} prompt @param {Settings} settings
     */
    function writer(prompt, settings = {}) {
      const so = ids(prompt).ids;
      const chance = chances(settings.seed ?? 1);
      let left = settings.maxTokens ?? 60;
      const self = {
        stopped: "",
        /** @returns {boolean} whether the prompt is read; call again if not */
        ready: (budget = Infinity) => feed(so, budget),
        /** @returns {Piece | null} */
        next() {
          if (so.length >= context) self.stopped = "full";
          else if (left-- <= 0) self.stopped = "length";
          if (self.stopped) return null;
          feed(so);
          const piece = draw(settings, chance);
          if (piece.id === END) {
            self.stopped = "end";
            return null;
          }
          so.push(piece.id);
          return piece;
        },
      };
      return self;
    }

    /** Write at once (for tests; pages use `answer`). @param {string} prompt @param {Settings} settings */
    function write(prompt, settings = {}) {
      const pen = writer(prompt, settings);
      let text = "";
      for (let piece = pen.next(); piece; piece = pen.next()) text += piece.text;
      return text;
    }

    /**
     * Write on, and let the page breathe between the pieces.
     * @param {string} prompt in one of the forms above
     * @param {Settings} settings
     * @param {(piece: Piece, text: string) => (boolean | void)} onToken called with each piece and the text so far;
     *   `false` stops
     * @returns {Promise<{text: string, stopped: string}>} the text without the prompt, and why it stopped:
     *   "end" (the model ended it), "length" (maxTokens), "full" (no more room) or "stopped"
     */
    async function answer(prompt, settings = {}, onToken = () => {}) {
      const breath = () => new Promise((go) => setTimeout(go, 0));
      const pen = writer(prompt, settings);
      while (!pen.ready(15)) await breath();
      let text = "";
      for (let piece = pen.next(); piece; piece = pen.next()) {
        text += piece.text;
        if (onToken(piece, text) === false) return { text, stopped: "stopped" };
        await breath();
      }
      return { text, stopped: pen.stopped };
    }

    return { context, pieces, encode, decode, ids, feed, bars, likeliest, writer, write, answer };
  }

  return { load, chances };
})();
