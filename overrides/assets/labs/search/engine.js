// @ts-check
/**
 * Search: by words (BM25; Robertson and Zaragoza 2009), by meaning (latent semantic analysis; Deerwester
 * et al. 1990), both in one list (reciprocal rank fusion; Cormack et al. 2009), and an answer made of the
 * library's own sentences. The same in NumPy: scripts/site/labs/search_reading.py.
 *
 * A *place* is a section in one language: 2 × section + language (0 English, 1 Korean).
 * @typedef {{place: number, score: number}} Found
 * @typedef {{place: number, sentence: string, score: number}} Quote
 */
const searchEngine = (() => {
  const TITLE = 3, TERM = 2; // what a word of a title, or a glossary term, counts
  const K1 = 1.6, B = 0.75; // BM25
  const FUSED = 20, MEANING = 2; // rank fusion: the constant, the weight of the list by meaning
  const NEAR = 5, QUOTES = 3, WORDS = 0.5, LATER = 0.05, CLOSE = 0.4, LEAST = 0.1; // answers
  const ENOUGH = [0.93, 0.88]; // the least certainty of an answer, by language: measured
  const MOST = 500; // characters of a question that are read
  const SLICE = 4; // sections read at once
  const known = new Map(); // a word -> its parts
  let stop = new Set();

  /** The words of a text in small letters: Latin letters and digits, or Hangul. */
  const words = (text) => text.normalize("NFC").toLowerCase().match(/[a-z0-9]+|[가-힣]+/g) ?? [];

  /** An English word without its ending. */
  function stem(word) {
    if (word.length <= 3 || /^\d/.test(word)) return word;
    for (const [end, instead] of [["ies", "y"], ["sses", "ss"], ["ss", "ss"], ["us", "us"], ["s", ""]]) {
      if (!word.endsWith(end)) continue;
      word = word.slice(0, word.length - end.length) + instead;
      break;
    }
    const end = ["ingly", "edly", "ing", "ed", "ly"].find((e) => word.endsWith(e) && word.length - e.length >= 3);
    if (end) {
      word = word.slice(0, -end.length);
      if (word.length > 3 && word.at(-1) === word.at(-2) && !/[lsz]$/.test(word)) word = word.slice(0, -1);
    }
    if (word.endsWith("e") && word.length > 4) word = word.slice(0, -1);
    return word.endsWith("y") && word.length > 3 ? `${word.slice(0, -1)}i` : word;
  }

  function split(word) {
    if (word < "가") return stop.has(word) ? [] : [stem(word)];
    if (word.length === 1) return [word];
    const found = [`^${word.slice(0, 2)}`];
    for (let at = 0; at < word.length - 1; at++) found.push(word.slice(at, at + 2));
    return found;
  }

  /** What a word counts as: an English stem; of a Korean word every two syllables, and its beginning. */
  function parts(word) {
    let found = known.get(word);
    if (!found) known.set(word, (found = split(word)));
    return found;
  }

  /** Adds the terms of a text to what was counted. */
  function count(text, times = 1, into = new Map()) {
    for (const word of words(text)) {
      for (const term of parts(word)) into.set(term, (into.get(term) ?? 0) + times);
    }
    return into;
  }

  function merge(...counted) {
    const all = new Map();
    for (const one of counted) for (const [term, number] of one) all.set(term, (all.get(term) ?? 0) + number);
    return all;
  }

  function bytes(text) {
    const raw = atob(text);
    return Int8Array.from(raw, (letter) => letter.charCodeAt(0));
  }

  function lengthOne(rows, size) {
    for (let from = 0; from < rows.length; from += size) {
      let sum = 0;
      for (let at = from; at < from + size; at++) sum += rows[at] * rows[at];
      const long = Math.sqrt(sum) || 1;
      for (let at = from; at < from + size; at++) rows[at] /= long;
    }
    return rows;
  }

  /** Appends [number, value] to a term's list. */
  function post(lists, term, number, value) {
    const list = lists.get(term);
    if (list) list.push(number, value);
    else lists.set(term, [number, value]);
  }

  /** For each language: the places of every term, and its rarity. */
  function wordLists(places, language) {
    const lists = new Map();
    let sum = 0;
    let full = 0;
    const long = places.map((counted) => [...counted.values()].reduce((a, b) => a + b, 0));
    for (let place = language; place < places.length; place += 2) {
      for (const [term, number] of places[place]) post(lists, term, place, number);
      sum += long[place];
      full += long[place] ? 1 : 0;
    }
    const rarity = (term) => {
      const n = (lists.get(term)?.length ?? 0) / 2;
      return n ? Math.log(1 + (full - n + 0.5) / (n + 0.5)) : 0;
    };
    const held = (place) => K1 * (1 - B + (B * long[place] * full) / (sum || 1));
    return { lists, rarity, held };
  }

  /** The joint texts as rows of length one, by term; and the IDF of each term. */
  function* meaningLists(joint) {
    const found = new Map();
    for (const counted of joint) for (const term of counted.keys()) found.set(term, (found.get(term) ?? 0) + 1);
    const idf = new Map();
    for (const [term, n] of found) idf.set(term, Math.log(joint.length / n));
    const lists = new Map();
    for (const [number, counted] of joint.entries()) {
      const weights = [...counted].map(([term, n]) => [term, Math.log1p(n) * idf.get(term)]);
      const long = Math.sqrt(weights.reduce((sum, [, w]) => sum + w * w, 0)) || 1;
      for (const [term, weight] of weights) post(lists, term, number, weight / long);
      if (number % (4 * SLICE) === 0) yield null;
    }
    return { idf, lists };
  }

  /** Opens the library piece by piece, so that the page stays usable: the last value is the library. */
  function* opening(given) {
    stop = new Set(given.stop.split(" "));
    known.clear();
    const places = [];
    const joint = [];
    for (const [, , en, enText, enMore, ko, koText, koMore] of given.sections) {
      const one = count(en, TITLE, count(enText));
      const two = count(ko, TITLE, count(koText));
      places.push(one, two);
      joint.push(merge(one, two, count(enMore), count(koMore)));
      if (joint.length % SLICE === 0) yield null;
    }
    for (const [en, enMeans, ko, koMeans] of given.terms) {
      joint.push(count(en, TERM, count(enMeans, 1, count(ko, TERM, count(koMeans)))));
    }
    yield null;
    const english = wordLists(places, 0);
    yield null;
    const byLanguage = [english, wordLists(places, 1)];
    yield null;
    const { idf, lists } = yield* meaningLists(joint);
    yield null;
    const { size, scale } = given;
    const reach = Float32Array.from(bytes(given.reach), (n, at) => n * scale[at % size]);
    const stand = lengthOne(Float32Array.from(bytes(given.places)), size);
    yield { given, places, byLanguage, idf, lists, size, reach, stand, joint: joint.length, read: new Map() };
  }

  /** Opens the library at once. */
  function load(given) {
    let library = null;
    for (const piece of opening(given)) library = piece;
    return library;
  }

  const languageOf = (among) => (place) => among === "both" || place % 2 === (among === "ko" ? 1 : 0);

  function best(scores, among) {
    const wanted = languageOf(among);
    const found = [];
    scores.forEach((score, place) => score > 0 && wanted(place) && found.push({ place, score }));
    return found.sort((one, other) => other.score - one.score || one.place - other.place);
  }

  const asked = (query) => count(query.slice(0, MOST));

  /** A question's place in the space of meaning. */
  function vector({ idf, lists, size, reach, joint }, query) {
    const near = new Float64Array(joint);
    for (const [term, number] of asked(query)) {
      const list = lists.get(term) ?? [];
      const weight = Math.log1p(number) * (idf.get(term) ?? 0);
      for (let at = 0; at < list.length; at += 2) near[list[at]] += weight * list[at + 1];
    }
    const found = new Float64Array(size);
    near.forEach((weight, number) => {
      if (weight) for (let at = 0; at < size; at++) found[at] += weight * reach[number * size + at];
    });
    return lengthOne(found, size);
  }

  /** The places that hold words of the question. `among`: "en", "ko" or "both". @returns {Found[]} */
  function byWords({ places, byLanguage }, query, among) {
    const scores = new Array(places.length).fill(0);
    for (const [term, number] of asked(query)) {
      for (const { lists, rarity, held } of byLanguage) {
        const list = lists.get(term) ?? [];
        const weight = number * rarity(term) * (K1 + 1);
        for (let at = 0; at < list.length; at += 2) {
          scores[list[at]] += (weight * list[at + 1]) / (list[at + 1] + held(list[at]));
        }
      }
    }
    return best(scores, among);
  }

  function towards({ places, stand, size }, direction) {
    return places.map((_, place) => {
      let sum = 0;
      for (let at = 0; at < size; at++) sum += direction[at] * stand[place * size + at];
      return sum;
    });
  }

  /** The places in the question's direction: cosine. @returns {Found[]} */
  const byMeaning = (library, query, among) => best(towards(library, vector(library, query)), among);

  function fuse(library, one, other, among) {
    const scores = new Array(library.places.length).fill(0);
    one.forEach(({ place }, rank) => (scores[place] += 1 / (FUSED + rank)));
    other.forEach(({ place }, rank) => (scores[place] += MEANING / (FUSED + rank)));
    return best(scores, among);
  }

  /** All three lists. @returns {{words: Found[], meaning: Found[], both: Found[]}} */
  function search(library, query, among) {
    const found = { words: byWords(library, query, among), meaning: byMeaning(library, query, among) };
    return { ...found, both: fuse(library, found.words, found.meaning, among) };
  }

  /** Which share of the question the course knows, plus which share its best section holds: 0 to 2. */
  function certainty({ places, byLanguage }, query, near) {
    const unknown = Math.log(places.length + 2); // the rarity of what no section holds
    const terms = [...asked(query).keys()];
    return Math.max(0, ...near.map((place) => {
      const { rarity } = byLanguage[place % 2];
      const sum = (of) => terms.reduce((total, term) => total + of(term), 0);
      const whole = sum((term) => rarity(term) || unknown);
      return whole ? sum((term) => rarity(term) * (places[place].has(term) ? 2 : 1)) / whole : 0;
    }));
  }

  /** How strongly each term points in the question's direction; reckoned when asked for. */
  function pulling({ idf, lists, size, reach, joint }, direction) {
    const near = Float64Array.from({ length: joint }, (_, number) => {
      let sum = 0;
      for (let at = 0; at < size; at++) sum += direction[at] * reach[number * size + at];
      return sum;
    });
    return (term) => {
      const list = lists.get(term) ?? [];
      let sum = 0;
      for (let at = 0; at < list.length; at += 2) sum += near[list[at]] * list[at + 1];
      return sum * (idf.get(term) ?? 0);
    };
  }

  /** The lines of a place, sentences and rows, with their terms; `quoted`: it may stand in an answer. */
  function lines({ given, read }, place) {
    if (!read.has(place)) {
      const text = given.sections[Math.floor(place / 2)][3 + 3 * (place % 2)];
      read.set(place, text.split("\n").filter(Boolean).map((line) => {
        const quoted = line[0] !== "~";
        return { text: quoted ? line : line.slice(1), quoted, terms: [...count(line).keys()] };
      }));
    }
    return read.get(place);
  }

  function quotes(library, terms, pull, place, rank) {
    const { rarity } = library.byLanguage[place % 2];
    const whole = [...terms.keys()].reduce((sum, term) => sum + rarity(term), 0) || 1;
    return lines(library, place).filter(({ quoted }) => quoted).map(({ text, terms: said }) => {
      let meant = 0, long = 0, shared = 0;
      for (const term of said) {
        meant += pull(term);
        long += (library.idf.get(term) ?? 0) ** 2;
        if (terms.has(term)) shared += rarity(term);
      }
      const score = meant / (Math.sqrt(long) || 1) + (WORDS * shared) / whole - LATER * rank;
      return { place, sentence: text, score };
    });
  }

  /**
   * The best sentence of each of the best sections, from `search(…).both`. None where the course does not know
   * enough of the question. @returns {{certainty: number, enough: number, quotes: Quote[]}}
   */
  function answer(library, query, found) {
    const near = found.slice(0, NEAR).map(({ place }) => place);
    const enough = ENOUGH[(near[0] ?? 0) % 2];
    const sure = certainty(library, query, near);
    if (sure < enough) return { certainty: sure, enough, quotes: [] };
    const terms = asked(query);
    const pull = pulling(library, vector(library, query));
    const all = near.flatMap((place, rank) => {
      const found = quotes(library, terms, pull, place, rank);
      return found.length ? [found.reduce((top, one) => (one.score > top.score ? one : top))] : [];
    });
    all.sort((one, other) => other.score - one.score || one.place - other.place);
    const least = Math.max(LEAST, CLOSE * (all[0]?.score ?? 0));
    return { certainty: sure, enough, quotes: all.filter(({ score }) => score >= least).slice(0, QUOTES) };
  }

  /** A line in pieces: `[text, whether it shares a term with the question]`. */
  function marked(query, line) {
    const terms = asked(query);
    const isHit = (word) => words(word).some((each) => parts(each).some((term) => terms.has(term)));
    return line.split(/([A-Za-z0-9]+|[가-힣]+)/).filter(Boolean).map((piece) => [piece, isHit(piece)]);
  }

  /** The line of a place that shares most with the question. */
  function excerpt(library, query, place) {
    const terms = asked(query);
    const { rarity } = library.byLanguage[place % 2];
    const all = lines(library, place);
    return all.reduce((top, line) => {
      const points = line.terms.reduce((sum, term) => sum + (terms.has(term) ? rarity(term) : 0), 0);
      return points > top.points ? { text: line.text, points } : top;
    }, { text: all[0]?.text ?? "", points: 0 }).text;
  }

  return { MOST, words, parts, load, opening, vector, search, answer, marked, excerpt };
})();
