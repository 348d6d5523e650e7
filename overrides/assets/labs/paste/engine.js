// @ts-check
/**
 * Finds and masks personal data in Korean and English text. What it looks for, patterns, cues and word
 * lists, stands in rules.yml and comes in through `use`; the arithmetic is here.
 *
 * A check digit that holds raises certainty; one that fails never clears a number, because numbers given
 * since October 2020 (residents) have none. KOR-E-… are the notes on formats that the rules rest on.
 *
 * @typedef {"block" | "mask" | "look"} Severity  may not leave; replace first; ask whether it is public
 * @typedef {"certain" | "likely" | "possible"} Certainty
 * @typedef {{start: number, end: number, kind: string, severity: Severity, certainty: Certainty, reason: string}} Finding
 *   `start` and `end` are UTF-16 offsets in the text as it was given; `reason` is a key for the words.
 */
const pasteEngine = (() => {
  /** Characters scanned at a time, and how far a rule sees beyond them. */
  const SLICE = 4096;
  const AROUND = 240;

  /** What `use` was given, ready to run. */
  let known = /** @type {any} */ (null);

  function compile(pattern, flags = "") {
    const isAnyCase = pattern.startsWith("(?i)");
    return new RegExp(isAnyCase ? pattern.slice(4) : pattern, isAnyCase ? `${flags}i` : flags);
  }

  const compiled = (patterns, flags) =>
    Object.fromEntries(Object.entries(patterns).map(([name, pattern]) => [name, compile(pattern, flags)]));

  /**
   * Takes the rules; before that nothing can be found.
   * @param {any} rules the data script `paste/rules`, made from rules.yml
   */
  function use(rules) {
    const { kinds, cues, names } = rules;
    const search = ({ pattern, ...rest }) => ({ ...rest, pattern: compile(pattern, "g") });
    known = {
      kinds,
      cues: compiled(cues, ""),
      patterns: compiled(rules.patterns, "g"),
      surnames: new Set(names.surnames),
      double: new Set(names.double.split(" ")),
      given: new Set(names.given),
      words: new Set(names.words.split(" ")),
      endings: compile(names.endings),
      englishNames: rules.english_names.map(search),
      rules: rules.rules.map(search),
    };
  }

  // --- Normalisation -------------------------------------------------------------------------------

  function plainer(odd) {
    if (/[\u2010-\u2015\u2043\u2212\ufe58\ufe63]/.test(odd)) return "-";
    if (/\s/.test(odd) && odd !== "\ufeff") return " ";
    return /\p{Cf}/u.test(odd) ? "" : odd.normalize("NFKC");
  }

  /** The text in plain digits, hyphens and blanks, and the way back: offset there -> offset here. */
  function normal(text) {
    const to = [0];
    const from = [0];
    let result = "";
    let last = 0;
    for (const { 0: odd, index } of text.matchAll(known.patterns.odd)) {
      result += text.slice(last, index);
      to.push(result.length);
      from.push(index);
      result += plainer(odd);
      last = index + odd.length;
      to.push(result.length);
      from.push(last);
    }
    const back = (at, isEnd) => {
      let low = 0;
      let high = to.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (isEnd ? to[middle] < at : to[middle] <= at) low = middle;
        else high = middle - 1;
      }
      if (low % 2) return from[isEnd ? low + 1 : low]; // within something odd
      return from[low] + at - to[low];
    };
    return { text: result + text.slice(last), back };
  }

  // --- Numbers -------------------------------------------------------------------------------------

  const digitsOf = (text) => text.replace(/\D/g, "");
  const weigh = (digits, weights) => weights.reduce((sum, w, n) => sum + w * Number(digits[n]), 0);

  function isDay(year, month, day) {
    const date = new Date(Date.UTC(year, month - 1, day));
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  }

  /** KOR-E-011, KOR-E-021: century by the seventh digit. */
  const century = (g) => [1800, 1900, 1900, 2000, 2000, 1900, 1900, 2000, 2000, 1800][g];

  /** KOR-E-012, KOR-E-021 */
  function checkHolds(digits, base) {
    const sum = weigh(digits, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]);
    return (base - (sum % 11)) % 10 === Number(digits[12]);
  }

  /** KOR-E-080 */
  function luhn(digits) {
    let sum = 0;
    for (let n = 0; n < digits.length; n++) {
      const d = Number(digits[digits.length - 1 - n]) * (1 + (n % 2));
      sum += d > 9 ? d - 9 : d;
    }
    return sum % 10 === 0;
  }

  /** KOR-E-051 */
  function businessHolds(digits) {
    const sum = weigh(digits, [1, 3, 7, 1, 3, 7, 1, 3, 5]) + Math.floor((Number(digits[8]) * 5) / 10);
    return (10 - (sum % 10)) % 10 === Number(digits[9]);
  }

  // --- Judges: what digits and neighbours say -----------------------------------------------------

  const isRunTogether = (text) => !(/\D/).test(text);
  const isBlankForm = (text) => !(/[1-9]/).test(text);

  /**
   * Each gets what matched and what stands `before` and `after` it, and gives certainty and reason, if
   * need be severity and kind; nothing: not a finding.
   */
  const judges = {
    resident(text, { before, after }, cues) {
      const digits = digitsOf(text);
      const g = Number(digits[6]);
      const year = century(g) + Number(digits.slice(0, 2));
      const month = Number(digits.slice(2, 4));
      const isForeign = g > 4 && g < 9;
      if (!isDay(year, month, Number(digits.slice(4, 6))) || cues.corporate.test(before)) return null;
      const isGoods = cues.goods.test(before) || cues.counted.test(after);
      if (text === digits && isGoods && !cues.resident.test(before)) return null;
      const kind = isForeign ? "foreigner" : "resident";
      if (checkHolds(digits, isForeign ? 13 : 11)) return ["certain", "check_holds", "block", kind];
      const isNew = year > 2020 || (year === 2020 && month > 9);
      return [isNew ? "certain" : "likely", isNew ? "number_new" : "number_shape", "block", kind];
    },

    passport(text, { before, after }, cues) {
      if (isBlankForm(text)) return null;
      if (cues.passport.test(before)) return ["certain", "passport"];
      return cues.goods.test(before) || cues.counted.test(after) ? null : ["likely", "passport"];
    },

    licence(text, { before, after }, cues) {
      if (cues.licence.test(before) || cues.licence.test(after.slice(0, 12))) return ["certain", "licence"];
      const isOther = cues.bank.test(before) || cues.goods.test(before);
      return isRunTogether(text) || isOther ? null : ["likely", "licence"];
    },

    card(text, { before, after }, cues) {
      const isNamed = cues.card.test(before.slice(-24)) || cues.card.test(after.slice(0, 16));
      if (!luhn(digitsOf(text))) return isNamed ? ["possible", "card_named"] : null;
      return !isNamed && cues.goods.test(before) ? null : ["certain", "card_luhn"];
    },

    business(text, { before }, cues) {
      const isNamed = cues.business.test(before);
      if (isBlankForm(text) || (cues.bank.test(before) && !isNamed)) return null;
      if (isNamed || !isRunTogether(text)) {
        if (businessHolds(digitsOf(text))) return ["certain", "business_check"];
      }
      if (isNamed) return ["likely", "business_named"];
      return isRunTogether(text) || cues.goods.test(before) ? null : ["possible", "business_shape"];
    },

    account(text, { before, after }, cues) {
      const count = digitsOf(text).length;
      const isNear = cues.bank.test(before) || cues.bank_after.test(after);
      return isNear && count > 9 && count < 17 ? ["likely", "account"] : null;
    },

    land: (text, { before }, cues) =>
      isRunTogether(text) && !cues.phone.test(before) ? null : ["likely", "phone_land", "look"],

    /** KOR-E-092: the last group runs from 0100. */
    plate: (text, { before }) => (/제\s?$/.test(before) || Number(text.slice(-4)) < 100 ? null : ["likely", "plate"]),

    ip(text, { before, after }, cues) {
      const parts = text.split(".").map(Number);
      if (parts.some((part) => part > 255) || parts[0] % 127 === 0) return null;
      if (cues.ip.test(before)) return ["certain", "ip"];
      const isVersion = cues.version.test(before) || cues.version_after.test(after);
      return isVersion || Math.max(...parts) < 100 ? null : ["likely", "ip"];
    },

    /** A ruling that is cited leads to no file of ours. */
    court: (text, { before, after }, cues) =>
      cues.famous.test(before) || cues.ruled_after.test(after) ? null : ["likely", "case_court"],

    date(text) {
      const [a, b, c] = (text.match(/\d+/g) ?? []).map(Number);
      const digits = digitsOf(text);
      const isReal =
        c !== undefined
          ? isDay(a < 100 ? a + 1900 : a, b, c)
          : b !== undefined || isDay(2000, Number(digits.slice(-4, -2)), Number(digits.slice(-2)));
      return isReal ? ["certain", "birth"] : null;
    },

    /** KOR-E-007: a masked number still shows the date of birth. */
    masked(text) {
      if (!/\d/.test(text)) return null;
      return /^\d{6}-?[\d*●xX]/.test(text) ? ["certain", "masked_id", "mask"] : ["certain", "masked", "look"];
    },
  };

  // --- Addresses -----------------------------------------------------------------------------------

  /** KOR-E-101: floor or door turn a place into a home. */
  const addressAt = (start, end, isHome, certainty) => {
    const [severity, reason] = isHome ? ["mask", "address_home"] : ["look", "address"];
    return { start, end, kind: "address", severity, certainty, reason };
  };

  function* addresses(text) {
    const { road, english_address: english } = known.patterns;
    const { place, detail, home, no_road: noRoad } = known.cues;
    const at = (pattern, part) => pattern.exec(part)?.[0] ?? "";
    for (const { 0: core, index } of text.matchAll(road)) {
      const before = text.slice(Math.max(0, index - 48), index);
      const first = at(place, before);
      const isRoad = /^[대로길]/.test(core);
      if (!first || noRoad.test(first + at(/^[가-힣]+/, core))) continue;
      const end = index + core.length;
      const last = at(detail, text.slice(end, end + 90));
      const isHome = /[동호층]/.test(last.replace(/\(.*?\)/g, ""));
      const isPlaced = /[시군구읍면]\s/.test(first);
      const isNamed = home.test(before.slice(0, before.length - first.length));
      if (!isPlaced && !isNamed && !(isRoad ? isHome : core.endsWith("번지"))) continue;
      yield addressAt(index - first.length, end + last.length, isHome, isPlaced ? "certain" : "likely");
    }
    for (const { 0: found, index } of text.matchAll(english)) {
      const isHome = /^\d[\w-]*, ?\d|^\d+-\d{3}/.test(found);
      if (/\d/.test(found)) yield addressAt(index, index + found.length, isHome, "likely");
    }
  }

  // --- Names ---------------------------------------------------------------------------------------

  const JOSA = new Set("은는이가을를의도와과로에만");
  const RUN = /[가-힣]+/y;

  /** The name at the beginning of a run of Hangul, or "". Strong: a colon or a form of address says so. */
  function nameIn(run, isStrong) {
    const isDouble = known.double.has(run.slice(0, 2));
    const lengths = isDouble ? (JOSA.has(run[3]) ? [3, 4] : [4, 3]) : isStrong ? [3, 2] : [3];
    for (const length of lengths) {
      const name = run.slice(0, length);
      if (name.length < length || !known.endings.test(run.slice(length))) continue;
      if (isDouble) return name;
      const isWord = known.words.has(name.slice(0, 2)) && (length === 2 || !isStrong || JOSA.has(name[2]));
      if (length === 2 && name[1] === "모") continue; // “김모 씨” is nobody any more
      if (!known.surnames.has(name[0]) || isWord || /[과팀국실청처님씨들]$/.test(name.slice(2))) continue;
      if (isStrong || [...name.slice(1)].every((one) => known.given.has(one))) return name;
    }
    return "";
  }

  function runAt(text, at) {
    RUN.lastIndex = at;
    return RUN.exec(text)?.[0] ?? "";
  }

  const nameAt = (start, end, certainty, reason) => ({ start, end, kind: "name", severity: "look", certainty, reason });

  function* koreanNames(text) {
    const { patterns, cues } = known;
    const behind = (cue, end) => (cue.exec(text.slice(end, end + 12)) ?? [""])[0].length;
    const finding = (start, name, certainty, reason) => {
      const end = start + name.length;
      return nameAt(start, end + behind(cues.hanja, end), certainty, reason);
    };
    for (const [pattern, reason] of [[patterns.label, "name_label"], [patterns.title_before, "name_title"]]) {
      for (const match of text.matchAll(pattern)) {
        const isStrong = Boolean(match[1]?.trim());
        for (let at = match.index + match[0].length, more = 1; more; ) {
          const name = nameIn(runAt(text, at), isStrong);
          if (name) yield finding(at, name, isStrong ? "certain" : "likely", reason);
          more = name && behind(cues.comma, at + name.length);
          at += name.length + more;
        }
      }
    }
    for (const [pattern, reason] of [[patterns.title_after, "name_title"], [patterns.age_after, "name_age"]]) {
      for (const { 1: run, 2: address, index } of text.matchAll(pattern)) {
        if (nameIn(run, Boolean(address)) === run) yield finding(index, run, "likely", reason);
      }
    }
    for (const match of text.matchAll(patterns.foreign)) {
      const end = match.index + match[0].length;
      if (!known.words.has(match[1].slice(0, 2))) yield finding(end - match[1].length, match[1], "likely", "name_label");
    }
    for (const match of text.matchAll(patterns.masked_name)) {
      if (known.surnames.has(match[1])) yield { ...finding(match.index, match[0].replace(/[은는이가을를의]$/, ""), "likely", "masked"), kind: "masked" };
    }
  }

  function* englishNames(text) {
    for (const { pattern, certainty, reason } of known.englishNames) {
      for (const match of text.matchAll(pattern)) {
        const end = match.index + match[0].length;
        yield nameAt(end - match[1].length, end, certainty, reason);
      }
    }
  }

  // --- A slice, the whole, the mask ----------------------------------------------------------------

  function* inRules(text) {
    for (const { kind, pattern, judge, certainty, reason } of known.rules) {
      for (const match of text.matchAll(pattern)) {
        const end = match.index + match[0].length;
        const found = match[1] ?? match[0];
        const start = end - found.length;
        const near = { before: text.slice(Math.max(0, start - 40), start), after: text.slice(end, end + 24) };
        const judged = judge ? judges[judge](found, near, known.cues) : [certainty, reason];
        if (!judged) continue;
        const [how, why, severity, as = kind] = judged;
        yield { start, end, kind: as, severity: severity ?? known.kinds[as].severity, certainty: how, reason: why };
      }
    }
  }

  /** First come wins: the rules stand in the order of what must not be missed. */
  function settle(findings) {
    const blocks = new Map(); // 16 characters -> what lies in them
    return findings.filter((each) => {
      const lies = [];
      for (let n = each.start >> 4; n <= (each.end - 1) >> 4; n++) lies.push(n);
      const isTaken = lies.some((n) => blocks.get(n)?.some((one) => one.start < each.end && each.start < one.end));
      if (!isTaken) lies.forEach((n) => blocks.set(n, [...(blocks.get(n) ?? []), each]));
      return !isTaken;
    });
  }

  function inWindow(text, from, to) {
    const first = Math.max(0, from - AROUND);
    const { text: plain, back } = normal(text.slice(first, to + AROUND));
    const found = settle([...inRules(plain), ...addresses(plain), ...koreanNames(plain), ...englishNames(plain)]);
    return found
      .map((each) => ({ ...each, start: first + back(each.start, false), end: first + back(each.end, true) }))
      .filter(({ start }) => start >= from && start < to);
  }

  const byStart = (a, b) => a.start - b.start || b.end - a.end;

  /** A name that a cue gave away is found again where it stands without one. */
  function* again(text, findings) {
    const names = new Set(findings.filter(({ kind }) => kind === "name").map(({ start, end }) => text.slice(start, end)));
    const whole = /^[A-Za-z가-힣 '-]{3,}$/;
    const worth = [...names].filter((name) => whole.test(name)).slice(0, 200);
    if (!worth.length) return [];
    const pattern = new RegExp(`(?<![가-힣A-Za-z])(?:${worth.join("|")})(?![A-Za-z])`, "g");
    const more = [];
    for (let from = 0; from < text.length; from += SLICE) {
      for (const { 0: name, index } of text.slice(from, from + SLICE + AROUND).matchAll(pattern)) {
        if (index >= SLICE || !known.endings.test(runAt(text, from + index + name.length))) continue;
        more.push(nameAt(from + index, from + index + name.length, "likely", "name_again"));
      }
      yield from;
    }
    return more;
  }

  /** KOR-E-116: such a word counts where something in the same line says whose it is. */
  function* sensitive(text, findings) {
    const who = findings.filter(({ kind }) => !["ip", "marking", "business"].includes(kind));
    const more = [];
    let n = 0;
    for (let from = 0; from < text.length; from += SLICE) {
      for (const { 0: word, index } of text.slice(from, from + SLICE + AROUND).matchAll(known.patterns.sensitive)) {
        if (index >= SLICE) break;
        const start = from + index;
        const before = text.slice(Math.max(0, start - AROUND), start);
        const after = text.slice(start, start + AROUND).split("\n", 1)[0];
        const first = start - (before.length - 1 - before.lastIndexOf("\n"));
        while (n < who.length && who[n].start < first) n++;
        if (n < who.length && who[n].start < start + after.length) {
          more.push({ start, end: start + word.length, kind: "sensitive", severity: "mask", certainty: "likely", reason: "sensitive" });
        }
      }
      yield from;
    }
    return more;
  }

  /** A private key is found as a whole, whatever its length. */
  function wholeKeys(text, findings) {
    let last = 0;
    for (const each of findings) {
      if (each.start < last || !text.startsWith("-----BEGIN", each.start)) continue;
      const end = text.indexOf("-----END", each.end);
      const line = end < 0 ? -1 : text.indexOf("-----", end + 8);
      each.end = last = line < 0 ? text.length : line + 5;
    }
  }

  /**
   * Scans in slices: run it step by step to keep a page alive; it yields the characters that are done.
   * @param {string} text
   * @returns {Generator<number, Finding[]>}
   */
  function* scan(text) {
    const found = [];
    for (let from = 0; from < text.length; from += SLICE) {
      for (const each of inWindow(text, from, Math.min(from + SLICE, text.length))) found.push(each);
      yield from;
    }
    const sure = [...found, ...(yield* again(text, found))].sort(byStart);
    wholeKeys(text, sure);
    const all = [...sure, ...(yield* sensitive(text, sure))].sort(byStart);
    let last = 0;
    return all.filter(({ start, end }) => start >= last && (last = end));
  }

  /** @param {string} text @returns {Finding[]} in the order of the text, none overlapping another */
  function find(text) {
    const steps = scan(text);
    for (;;) {
      const { done, value } = steps.next();
      if (done) return /** @type {Finding[]} */ (value);
    }
  }

  /** Korean, if more than a fifth of the beginning is Hangul. */
  function languageOf(text) {
    const start = text.slice(0, 400);
    return start.replace(/[^가-힣]/g, "").length * 5 > start.length ? "ko" : "en";
  }

  /**
   * The text with each finding replaced; the same value gets the same placeholder. A marking such as
   * “confidential” stays: taking it away would make nothing public.
   * @param {string} text
   * @param {Finding[]} findings in the order of the text
   * @param {"en" | "ko"} [language] of the placeholders; without it, that of the text
   */
  function mask(text, findings, language = languageOf(text)) {
    const numbers = new Map();
    const count = {};
    let result = "";
    let last = 0;
    for (const { start, end, kind } of findings) {
      if (!known.kinds[kind].en) continue;
      const value = `${kind} ${normal(text.slice(start, end)).text.replace(/[-.\s·()]/g, "").toLowerCase()}`;
      if (!numbers.has(value)) numbers.set(value, (count[kind] = (count[kind] ?? 0) + 1));
      const label = known.kinds[kind][language];
      result += `${text.slice(last, start)}[${label}_${numbers.get(value)}]`;
      last = end;
    }
    return result + text.slice(last);
  }

  return { find, scan, mask, use };
})();
