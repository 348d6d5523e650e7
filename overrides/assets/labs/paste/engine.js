// @ts-check
/**
 * Finds and masks personal data in Korean and English text.
 *
 * Rules follow the formats that this course collected from Korean law and agencies (KOR-E-001 to 117 in
 * its notes): a check digit that holds raises certainty, one that fails never clears a number, because
 * numbers given since October 2020 (residents) and 31 January 2025 (corporations) have none.
 *
 * @typedef {"block" | "mask" | "look"} Severity  block: may not leave; mask: replace first; look: ask whether it is public
 * @typedef {"certain" | "likely" | "possible"} Certainty
 * @typedef {{start: number, end: number, kind: string, severity: Severity, certainty: Certainty, reason: string}} Finding
 *   `start` and `end` are UTF-16 offsets in the text as it was given; `reason` is a key for the words.
 */
const pasteEngine = (() => {
  /** Characters scanned at a time, and how far a rule sees beyond them. */
  const SLICE = 8192;
  const AROUND = 240;

  /** Kind: its severity, and what stands for it in the masked text. */
  const KINDS = {
    resident: ["block", "RESIDENT_NO", "주민등록번호"],
    foreigner: ["block", "FOREIGNER_NO", "외국인등록번호"],
    passport: ["block", "PASSPORT", "여권번호"],
    licence: ["block", "LICENCE", "면허번호"],
    card: ["block", "CARD", "카드번호"],
    secret: ["block", "SECRET", "비밀값"],
    marking: ["block", "", ""],
    account: ["mask", "ACCOUNT", "계좌번호"],
    phone: ["mask", "PHONE", "전화번호"],
    address: ["look", "ADDRESS", "주소"],
    case: ["mask", "FILE_NO", "접수번호"],
    insurance: ["mask", "INSURANCE_NO", "보험증번호"],
    customs: ["mask", "CUSTOMS_CODE", "통관부호"],
    sensitive: ["mask", "SENSITIVE", "민감정보"],
    name: ["look", "NAME", "이름"],
    birth: ["look", "BIRTH_DATE", "생년월일"],
    email: ["look", "EMAIL", "이메일"],
    business: ["look", "BUSINESS_NO", "사업자번호"],
    plate: ["look", "PLATE", "차량번호"],
    ip: ["look", "IP", "IP주소"],
    masked: ["look", "MASKED", "가린값"],
  };

  // --- Normalisation -------------------------------------------------------------------------------

  const ODD =
    /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]|[\u2010-\u2015\u2043\u2212\ufe58\ufe63]|[\uff01-\uff5e]|[\u{1d7ce}-\u{1d7ff}]|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[A-Za-z][\u0300-\u036f]+/gu;

  function plainer(odd) {
    const code = odd.charCodeAt(0);
    if (/[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]/.test(odd)) return " ";
    if (/[\u2010-\u2015\u2043\u2212\ufe58\ufe63]/.test(odd)) return "-";
    return code === 0xad || code === 0x180e || code === 0xfeff || (code > 0x2000 && code < 0x2070)
      ? ""
      : odd.normalize("NFKC");
  }

  /** The text in plain digits, hyphens and blanks, and the way back: offset there -> offset here. */
  function normal(text) {
    const to = [0];
    const from = [0];
    let result = "";
    let last = 0;
    for (const { 0: odd, index } of text.matchAll(ODD)) {
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
      const next = low + 1 < from.length ? from[low + 1] : Infinity;
      return Math.min(from[low] + at - to[low], next);
    };
    return { text: result + text.slice(last), back };
  }

  // --- Numbers -------------------------------------------------------------------------------------

  const digitsOf = (text) => text.replace(/\D/g, "");
  const weigh = (digits, weights) => weights.reduce((sum, w, n) => sum + w * Number(digits[n]), 0);

  function isDay(year, month, day) {
    const date = new Date(Date.UTC(year, month - 1, day));
    return year > 1799 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  }

  /** KOR-E-011, KOR-E-021: century by the seventh digit. */
  const century = (g) => ({ 9: 1800, 0: 1800, 1: 1900, 2: 1900, 5: 1900, 6: 1900 })[g] ?? 2000;

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

  // --- What stands before or behind ----------------------------------------------------------------

  const GOODS =
    /(?:주문|송장|등기|바코드|자산|물품|제품|상품|부품|도면|모델|계약|공고|공사|일련|식별|관리|품번|예산|금액|사업비|코드|ISBN|order|item|part|model|tracking|parcel|asset|barcode|product|serial|tender|cost|budget)[^\n\d]{0,9}$/i;
  const COUNTED = /^\s?(?:원|won|건|명|달러|개\b)/;
  const CORPORATE = /(?:법인\s?(?:등록)?\s?번호|법인등록|corporat\w* (?:registration )?(?:number|no))[^\n\d]{0,12}$/i;
  const RESIDENT = /주민|등록번호|resident|rrn|외국인|거소|foreigner|alien/i;
  const CARD = /카드|card|amex|visa|CVC|유효기간|expir/i;
  const LICENCE = /면허|licen[cs]e/i;
  const BANK =
    /(?:계좌|입금|예금|통장|이체|송금|환급|은행|뱅크|농협|수협|신협|새마을|우체국|KB|NH|IBK|SC제일|\bbank\b|\baccount)[^\n]{0,24}$|(?:국민|신한|우리|하나|기업|산업|씨티|부산|대구|경남|광주|전북|제주)[ :(]{0,3}$/i;
  const BANK_AFTER = /^[^\n\d]{0,12}(?:은행|뱅크|농협|수협|신협|예금주|\bbank\b)/i;
  const BUSINESS = /사업자|business/i;
  const PHONE = /(?:전화|연락|휴대|핸드폰|팩스|tel|phone|fax|call|mobile|☎)[^\n\d]{0,12}$/i;

  /** Judges return `[certainty, reason]`, optionally a severity and a kind; nothing: not a finding. */
  const likelyNear = (near, cue, reason) => [cue.test(near.before) ? "certain" : "likely", reason];

  function judgeResident(match, near) {
    const digits = digitsOf(match[0]);
    const g = Number(digits[6]);
    const year = century(g) + Number(digits.slice(0, 2));
    const month = Number(digits.slice(2, 4));
    const isForeign = g > 4 && g < 9;
    if (!isDay(year, month, Number(digits.slice(4, 6))) || CORPORATE.test(near.before)) return null;
    if (match[0] === digits && !RESIDENT.test(near.before)) {
      if (GOODS.test(near.before) || COUNTED.test(near.after)) return null;
    }
    const kind = isForeign ? "foreigner" : "resident";
    if (checkHolds(digits, isForeign ? 13 : 11)) return ["certain", "check_holds", "block", kind];
    const isNew = year > 2020 || (year === 2020 && month > 9);
    return [isNew ? "certain" : "likely", isNew ? "number_new" : "number_shape", "block", kind];
  }

  const isBlankForm = (text) => !/[1-9]/.test(text);

  function judgePassport(match, near) {
    if (isBlankForm(match[0])) return null;
    const isNamed = /여권|passport/i.test(near.before);
    if (!isNamed && (GOODS.test(near.before) || COUNTED.test(near.after))) return null;
    return likelyNear(near, /여권|passport/i, "passport");
  }

  function judgeLicence(match, near) {
    const isNamed = LICENCE.test(near.before) || LICENCE.test(near.after.slice(0, 12));
    if (isNamed) return ["certain", "licence"];
    const isRunTogether = /^\d+$/.test(match[0]);
    return isRunTogether || BANK.test(near.before) || GOODS.test(near.before) ? null : ["likely", "licence"];
  }

  function judgeCard(match, near) {
    const isNamed = CARD.test(near.before.slice(-24)) || CARD.test(near.after.slice(0, 16));
    if (luhn(digitsOf(match[0]))) {
      return !isNamed && GOODS.test(near.before) ? null : ["certain", "card_luhn"];
    }
    return isNamed ? ["possible", "card_named"] : null;
  }

  function judgeBusiness(match, near) {
    const isNamed = BUSINESS.test(near.before);
    if (isBlankForm(match[0])) return null;
    if (BANK.test(near.before) && !isNamed) return null;
    if (businessHolds(digitsOf(match[0]))) return ["certain", "business_check"];
    if (isNamed) return ["likely", "business_named"];
    return /^\d+$/.test(match[0]) || GOODS.test(near.before) ? null : ["possible", "business_shape"];
  }

  function judgeAccount(match, near) {
    const count = digitsOf(match[0]).length;
    const isNear = BANK.test(near.before) || BANK_AFTER.test(near.after);
    return isNear && count > 9 && count < 17 ? ["likely", "account"] : null;
  }

  function judgeLand(match, near) {
    const isRunTogether = /^\d+$/.test(match[0]);
    return isRunTogether && !PHONE.test(near.before) ? null : ["likely", "phone_land", "look"];
  }

  function judgePlate(match, near) {
    return /제\s?$/.test(near.before) || Number(match[0].slice(-4)) < 100 ? null : ["likely", "plate"]; // KOR-E-092
  }

  function judgeIp(match, near) {
    const parts = match[0].split(".").map(Number);
    if (parts.some((part) => part > 255) || parts[0] === 127 || parts[0] === 0) return null;
    if (/(?:\bIP|서버|접속|주소|server|host|login|logged|address)[^\n\d]{0,16}$/i.test(near.before)) return ["certain", "ip"];
    const isVersion = /(?:버전|판|version|v|section|절|항|프로그램|ratio)\s?$/i.test(near.before);
    return isVersion || /^\s?(?:판|절|항|버전)/.test(near.after) || Math.max(...parts) < 100 ? null : ["likely", "ip"];
  }

  const FAMOUS = /(?:선고|결정|대법원|헌법재판소)[^\n]{0,12}$/;
  function judgeCourt(match, near) {
    const isCited = FAMOUS.test(near.before) || /^\s?(?:전원합의체 )?(?:판결|결정)/.test(near.after);
    return isCited ? null : ["likely", "case_court"];
  }

  function judgeDate(text) {
    const [a, b, c] = (text.match(/\d+/g) ?? []).map(Number);
    if (c !== undefined) return isDay(a < 100 ? a + 1900 : a, b, c);
    const digits = digitsOf(text);
    const [month, day] = [Number(digits.slice(-4, -2)), Number(digits.slice(-2))];
    return b !== undefined || isDay(2000, month, day); // an English month, or figures run together
  }

  const judgeMasked = (match) => {
    const isId = /^\d{6}-?[\d*●xX]/.test(match[0]);
    return /\d/.test(match[0]) ? ["certain", isId ? "masked_id" : "masked", isId ? "mask" : "look"] : null;
  };

  // --- Patterns ------------------------------------------------------------------------------------

  const REGION = "서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주";
  const PLATE = "가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주아바사자배하허호";
  const MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}";
  const DAY = `(?:(?:19|20)\\d{2}(?:년|[-./])\\s?\\d{1,2}(?:월|[-./])\\s?\\d{1,2}(?:일|\\.)?|\\d{2}[-./]\\s?\\d{1,2}[-./]\\s?\\d{1,2}\\.?|\\d{8}|\\d{6}|\\d{1,2} ${MONTH} \\d{4}|${MONTH} \\d{1,2}, \\d{4})(?!\\d)`;
  const S = "[-.· ]?";

  /** Kind, pattern, judge. A pattern's capture is its end, and then only that is found. First come wins. */
  const RULES = [
    ["secret", "-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----", () => ["certain", "secret_key"]],
    ["secret", "(?<!\\w)(?:sk-[\\w-]{16,99}|AKIA[A-Z0-9]{16}|gh[pousr]_\\w{20,99}|xox[abp]-[\\w-]{16,99}|AIza[\\w-]{30,50}|eyJ[\\w-]{10,999}\\.[\\w-]{10,999}\\.[\\w-]{0,999})", () => ["certain", "secret_key"]],
    ["secret", "Bearer ([\\w.~+/-]{16,999}=*)", () => ["certain", "secret_key"], "i"],
    ["secret", "(?:API[ _-]?(?:키|key)|secret|토큰|token|access[ _-]?key|인증키)\\s?(?:은|는|:|=|is)\\s?[\"']?((?=[^\\s\\d]{0,40}\\d)[\\w./+-]{12,200})", () => ["certain", "secret_key"], "i"],
    ["secret", "(?:비밀번호|비번|암호|패스워드|passwo?r?d|pwd|passcode)\\s?(?:은|는|:|=|is)?\\s?[\"']?((?=[!-~]{0,20}[a-z])(?=[!-~]{0,20}\\d)[!-~]{6,64})", () => ["likely", "secret_password"], "i"],
    ["resident", "(?<!\\d)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])[-.·~ ]{0,3}\\d{7}(?!\\d)", judgeResident],
    ["masked", "[\\w.]{0,30}\\*{2,20}[\\w.*]{0,30}@[\\w-]{1,40}(?:\\.[\\w-]{1,40}){1,4}", () => ["certain", "masked"]],
    ["email", "(?<![\\w.%+-])[\\w.%+-]{1,64}@[A-Za-z\\d-]{1,63}(?:\\.[A-Za-z\\d-]{1,63}){1,4}", () => ["certain", "email"]],
    ["customs", "(?<!\\w)P\\d{12}(?!\\d)", () => ["certain", "customs"]],
    ["passport", "(?<!\\w)[MSRGOD](?:\\d{8}|\\d{3}[A-Z]\\d{4})(?!\\w)", judgePassport, "i"],
    ["case", "(?<!\\w)\\d[A-Z]{2}-\\d{4}-\\d{6,7}(?!\\d)", () => ["certain", "case_petition"]],
    ["insurance", "(?:건강보험|보험증|증번호|health insurance)[^\\n\\d]{0,24}(\\d-?\\d{10})(?!\\d)", () => ["likely", "insurance"], "i"],
    ["masked", "(?<![\\w*●])(?=[\\d*●xX-]{0,24}[*●xX]{2})[\\d*][\\d*●xX-]{6,24}(?![\\w*])", judgeMasked],
    ["licence", `(?<!\\d)(?:\\d{2}-\\d{2}-\\d{6}-\\d{2}|\\d{2} \\d{2} \\d{6} \\d{2}|\\d{12}|(?:${REGION})\\s?\\d{2}-\\d{6}-\\d{2})(?!-?\\d)`, judgeLicence],
    ["card", `(?<!\\d|\\d-)(?:[2-69]\\d{3}${S}\\d{4}${S}\\d{4}${S}\\d{4}|3[47]\\d{2}${S}\\d{6}${S}\\d{5})(?!-?\\d)`, judgeCard],
    ["phone", `(?<![\\w-]|\\d\\.)(?:\\+?82[-. ]?\\(?0?\\)?|\\(?0)1[016789]\\)?${S}\\d{3,4}${S}\\d{4}(?!-?\\d)`, () => ["certain", "phone_mobile"]],
    ["phone", `(?<![\\w-]|\\d\\.)(?:070|050\\d)${S}\\d{3,4}${S}\\d{4}(?!-?\\d)`, () => ["certain", "phone_personal"]],
    ["phone", "(?<![\\w-]|\\d\\.)(?:\\+?82[-. ]?\\(?0?|\\(?0)(?:2|3[1-3]|4[1-4]|5[1-5]|6[1-4])\\)?[-.) ]{0,2}\\d{3,4}[-. ]?\\d{4}(?!-?\\d)", judgeLand],
    ["case", "(?<!\\d)(?:19|20)\\d{2}(?:가[단합소]|구[단합]|고[단합약정]|드[단합]|느[단합]|카[단합]|타[경기]|헌[가마바]|개회|하단|[나다누두노도머차])\\d{1,7}(?!\\d)", judgeCourt],
    ["case", "(?:사건|접수|민원|신청|청구|진정|고소|직원|수험|학생|회원|case|petition|receipt|application|file|complaint)\\s?(?:번호|no\\.?|number)\\s?(?:은|는|:|is)?\\s?(?:제\\s?)?([\\w가-힣]{0,8}-?\\d[\\w-]{4,24})", () => ["likely", "case_named"], "i"],
    ["case", "(?:사번|군번|학번|교번)\\s?(?:은|는|:)?\\s?((?:\\w{1,4}-)?\\d[\\d-]{4,12})", () => ["likely", "case_named"]],
    ["case", "(?<![가-힣])(?:민원|진정|청구|고소|접수)-(?:19|20)\\d{2}-\\d{3,8}(?!\\d)", () => ["likely", "case_named"]],
    ["business", "(?<![\\w-])(?:\\d{3}[- ]\\d{2}[- ]\\d{5}|\\d{10})(?!-?\\d)", judgeBusiness],
    ["account", "(?<![\\w-])(?:\\d{2,6}(?:-\\d{2,7}){1,4}|\\d{10,16})(?!-?\\d)", judgeAccount],
    ["plate", `(?:(?:${REGION})\\s?)?(?<!\\d)\\d{2,3}\\s?[${PLATE}]\\s?\\d{4}(?!\\d|\\s?(?:년|월|일|원|명|건|개|호|시|㎡|,))`, judgePlate],
    ["birth", `(?:생년월일|출생\\s?일자?|(?<![가-힣])생일|date of birth|birth ?date|DOB|born(?: on)?)[^\\n\\d]{0,10}?(${DAY})`, (match) => (judgeDate(match[1]) ? ["certain", "birth"] : null), "i"],
    ["birth", `(?<!\\d)${DAY}(?=\\s?(?:일\\s?)?(?:생(?![산활성])|출생(?!아|률|신|통)))`, (match) => (judgeDate(match[0]) ? ["certain", "birth"] : null)],
    ["ip", "(?<![\\w.-])\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\w-]|\\.\\d)", judgeIp],
    ["ip", "(?<![\\w:])(?=[\\da-f:]{0,40}::|(?:[\\da-f]{1,4}:){7})[\\da-f]{1,4}(?:::?[\\da-f]{1,4}){1,7}(?![\\w:])", () => ["certain", "ip"], "i"],
    ["marking", "[\\[(<【](대외비|비공개|내부\\s?검토|미공개|[ⅠⅡⅢ]급\\s?비밀|[CS]등급)(?=[\\])>】])", () => ["likely", "marking"]],
    ["marking", "(?:공개\\s?구분|보안\\s?등급|공개\\s?여부|보안)\\s?:\\s?((?:대외비|비공개|부분공개|미공개|[ⅠⅡⅢ]급\\s?비밀|[CS]등급))", () => ["likely", "marking"]],
    ["marking", "(?<!\\w)(?:CONFIDENTIAL|TOP SECRET|RESTRICTED|FOR OFFICIAL USE ONLY)(?!\\w)", () => ["likely", "marking"]],
  ].map(([kind, pattern, judge, flags = ""]) => ({ kind, pattern: new RegExp(pattern, `g${flags}`), judge }));

  // --- Addresses -----------------------------------------------------------------------------------

  const COUNT = "(?!\\d|\\s?(?:명|개|곳|년|월|일(?!원|대)|회|건|원|시|분|차|대(?!로)|배|점|위|편|권|가지|여|만|억|천|%|팀|m|km|㎡|급|단계|세|주|쪽|[.,]\\d))";
  const CORE = new RegExp(
    `(?:(?:대로|로|길)(?:\\s?\\d{1,4}(?:번)?(?:가|나)?길)?\\s?(?:지하\\s?)?|(?:동|리|가)\\s(?:산\\s?)?)\\d{1,5}(?:-\\d{1,4})?(?:번지)?${COUNT}`,
    "g",
  );
  const DETAIL =
    /^(?:\s?\([^()\n]{1,30}\))?(?:,?\s(?:[가-힣A-Za-z\d]{1,14}\s){0,2}[가-힣A-Za-z\d]{0,14}(?:센터|타워|빌딩|회관|청사|[별본신]관|스퀘어|아파트|빌라|오피스텔|맨션|상가|파크|플라자|컨벤시아|단지|역 인근|역)(?![가-힣]))?(?:,?\s(?!\d)[가-힣A-Za-z\d]{2,14}(?=,?\s(?:제?\d{1,4}동|\d{1,5}호)))?(?:,?\s?제?[A-Z가-힣]?\d{0,4}동(?=[\s,]))?(?:,?\s?(?:지하\s?|B)?\d{1,3}층)?(?:,?\s?제?[A-Z]?\d{1,5}(?:-\d{1,5})?호)?(?:\s?\([^()\n]{1,30}\))?/;
  const PLACES = new RegExp(
    `(?:(?:${REGION})\\s|(?<![가-힣])[가-힣]{1,7}(?:특별자치도|특별자치시|특별시|광역시|도|시)\\s?)?(?:(?<![가-힣])[가-힣]{1,5}[시군구]\\s?){0,2}(?:[가-힣]{1,5}[읍면]\\s?)?(?:[가-힣\\d]{1,6}[동리]\\s)?[가-힣\\d·.]{1,12}$`,
  );
  const HOME = /(?:주소|거주|소재|수령지|배송지|현장|사는 곳|위치|address)[^\n\d]{0,12}$/i;
  const NOT_ROAD = /(?:으로|서로|별도로|새로|바로|따로|추가로|도로|경로|통로|주로|실제로|대체로|스스로|임의로|기준으로|최초로|^로|^길)$/;
  const ENGLISH_ADDRESS = new RegExp(
    "(?<![\\w-])(?:\\d[\\w-]{0,9},? ){0,2}[A-Z][a-z]+(?:-[a-z]+)?-(?:ro|daero|gil)(?: \\d{1,4}(?:beon)?-gil)?(?:,? [A-Z][a-z-]+(?:-(?:gu|si|do|dong|myeon|eup|gun)|(?: City)))*|(?<![\\w-])\\d{1,5} (?:[A-Z][a-z]+ ){1,3}(?:Street|Road|Avenue|Lane|Drive|Boulevard|St|Rd|Ave)(?![a-z])",
    "g",
  );

  function* addresses(text) {
    for (const match of text.matchAll(CORE)) {
      const isRoad = /^[대로길]/.test(match[0]);
      const head = /^(?:대로|로|길|동|리|가)/.exec(match[0])[0];
      const before = text.slice(Math.max(0, match.index - 48), match.index);
      const place = (PLACES.exec(before) ?? [""])[0];
      const word = (/[가-힣\d]*$/.exec(place) ?? [""])[0] + head;
      const isPlaced = /[시군구읍면도]\s?(?:\S+\s)?\S*$/.test(place.slice(0, -1)) && /[시군구읍면]\s/.test(place);
      const behind = match.index + match[0].length;
      const detail = (DETAIL.exec(text.slice(behind, behind + 90)) ?? [""])[0];
      const isHome = /[동호층]/.test(detail.replace(/\([^)]*\)/g, ""));
      const isNamed = HOME.test(before.slice(0, before.length - place.length));
      const isLot = !isRoad && (match[0].includes("번지") || isPlaced);
      if (!place || NOT_ROAD.test(word) || !(isPlaced || isHome || isNamed || isLot)) continue;
      if (!isRoad && !(isLot || isNamed)) continue;
      const [start, end] = [match.index - place.length, behind + detail.length];
      yield { start, end, kind: "address", certainty: isPlaced ? "certain" : "likely", reason: isHome ? "address_home" : "address", severity: isHome ? "mask" : "look" };
    }
    for (const { 0: found, index } of text.matchAll(ENGLISH_ADDRESS)) {
      if (!/\d/.test(found)) continue;
      const isHome = /^\d[\w-]*, ?\d|^\d+-\d{3}/.test(found);
      yield { start: index, end: index + found.length, kind: "address", certainty: "likely", reason: isHome ? "address_home" : "address", severity: isHome ? "mask" : "look" };
    }
  }

  // --- Names ---------------------------------------------------------------------------------------

  const DOUBLE = /^(?:남궁|제갈|선우|황보|독고|사공|서문)/;
  const SURNAMES = new Set("김이박최정강조윤장임한오서신권황안송류유홍전고문양손배백허남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선설마길연위표명반왕금옥인맹제모탁국어은편용예경봉");
  const GIVEN = new Set("강건겸경고관광교국권규근금기길나남노누늘니다단달담대덕도동두라란람래려련로록루름리린림마만명모무문미민배백범별병보복봉빈빛사상새샘서석선설섭성세소솔수숙순슬승시식신실아안애양언여연열영예오옥온완용우욱운웅원월유윤율은의이익인일임자장재전정제조종주준중지진찬창채천철청초춘충치태택평필하학한해행향현형혜호홍화환황효훈휘흠흥희");
  const NO_NAMES = new Set(
    "신청 신고 전화 주소 정보 안내 변경 주민 성명 이상 이하 이후 이전 전원 현장 현재 정부 고객 조사 조치 조회 안전 방문 방법 서류 서명 공무 기관 기준 지역 지원 지급 지방 제출 제도 문의 문서 심사 심의 주차 주택 주거 인감 차량 우편 연락 여러 전체 전세 이용 이의 이사 임대 임차 허가 한국 하늘 노인 도로 마을 고지 고발 공고 공사 나머 남녀 민원 배우 변호 선생 선정 성별 소유 소속 손해 송달 시장 양육 어린 오전 오후 원고 위원 위반 유의 은행 장애 장관 정책 정비 진술 진정 최종 최근 최대 최소 추가 추진 한편 함께 현황 홍보 강사 강의 권리 권한 구청 국민 국장 주무 원장 도지 이장 이번 여권 면허 명의 전입 전출 예금 연령 소재 성인 지정 인적 고용 노동 문화 경제 경찰 소방 교육 강당 오늘 내일 어제 주요 유선 현금 선불 조정 정상 지난 원래 인원 연도 제공 전송 전달 공개 고시 유족 임시 임원 직원 전담 주관 주최 인사 성과 안건 조직 도시 환경 건설 건축 위임 위탁 의견 의사 연구 남성 여성 이름 직업 나이 국적 사유 본인 대상 부서 직위 직급 서식".split(" "),
  );
  const JOSA = new Set("은는이가을를의도와과로에만");
  const TAIL =
    /^(?:님|씨|군|양|귀하)?(?:은|는|이|가|을|를|의|에게서?|에|께서?는?|과|와|도|만|으로|로|이나|이며|이고|이란|입니다|이다|이라|라고|라는|부터|까지|측|등|외|한테)?$/;
  const LABELS =
    "성\\s?명|이름|민원인|신청인|신청자|신고인|신고자|대표자?|예금주|보호자|수급자|피해자|대상자|세대주|소유자|작성자|담당자?|기안자?|검토자?|원고|피고인?|참고인|진술인|청구인|환자|학생|대리인|계약자|임차인|임대인|배우자|자녀|아동|참석자|면담자|상담자|채무자|채권자|고발인|고소인|진정인|상속인|참여자|강사|발표자|위 사람|수신자?|발신자?|고객명|회원명|성함|책임자|연구원|응시자|지원자|가족|아버지|어머니|형제|남편|아내|증인|목격자|직원|판사|검사|변호인|변호사|피의자|피고소인|처리자|결재자|참석|서기|의장|위원장|대장|반장|재판장|감사관|조사관|발령자|의뢰인|소속장|회계사|간사|진행|보고자|접수자|확인자|수령인|발신|계약 상대자";
  const TITLES =
    "씨|님|귀하|군|양|주무관|팀장|과장|국장|계장|실장|주임|사무관|서기관|대리|부장|차장|사장|대표|교수|박사|선생|어르신|할머니|할아버지|의원|위원|위원장|시장|구청장|군수|변호사|원장|이사|이사장|간호사|의사|경위|경사|순경|장관|차관|통장|이장|동장|본부장|센터장|소장|회장|반장|사원|연구원|기자|조사관|주사보?|부?이사관|경[감정장]|총경|경무관|치안감|소방[위경령정장감]|소방준감|[대중소]령|[대중]위|[상중하원]사|세무사|노무사|판사|검사|학생|아동|부부|가족";
  const LABEL = new RegExp(`(?:${LABELS})(?:\\([^()\\n]{0,12}\\))?(\\s?[:|=]\\s?|\\s)(?=[가-힣])`, "g");
  const TITLE_AFTER = new RegExp(`(?<![가-힣])([가-힣]{2,4})(\\s?)(?:${TITLES})(?![가-힣]{4}|[앗름])`, "g");
  const TITLE_BEFORE = new RegExp(`(?:과장|팀장|시장|구청장|국장|계장|주무관|대표|원장|사무관|장관|실장|위원장|소장|이사장|회장|교수|의원|부장|센터장)\\s(?=[가-힣]{3})`, "g");
  const AGE_AFTER = /(?<![가-힣])([가-힣]{3,4})\s?\((?=\d{2}\s?세|(?:19|20)?\d{2}[.년]|[\u4e00-\u9fff]|\d{6}|남[,)]|여[,)]|주민|생년)/g;
  const FOREIGN = /(?:성\s?명|이름|성함)(?:\([^()\n]{0,12}\))?\s?[:|]\s?(?!미상|비공개|미기재|해당)([가-힣]{2,7}(?: [가-힣]{1,6}){0,2})(?=\s*(?:$|[\n(,/|]))/g;
  const RUN = /[가-힣]+/y;

  /** The name at the beginning of a run of Hangul, or "". Strong: a colon or a form of address says so. */
  function nameIn(run, isStrong) {
    const lengths = DOUBLE.test(run) ? (JOSA.has(run[3]) ? [3, 4] : [4, 3]) : isStrong ? [3, 2] : [3];
    for (const length of lengths) {
      const name = run.slice(0, length);
      if (name.length < length || !TAIL.test(run.slice(length))) continue;
      if (DOUBLE.test(run)) return name;
      const isWord = NO_NAMES.has(name.slice(0, 2)) && (length === 2 || !isStrong || JOSA.has(name[2]));
      if (length === 2 && name[1] === "모") continue; // “김모 씨” is nobody any more
      if (!SURNAMES.has(name[0]) || isWord || /[과팀국실청처님씨들]$/.test(name.slice(2))) continue;
      if (isStrong || [...name.slice(1)].every((one) => GIVEN.has(one))) return name;
    }
    return "";
  }

  function runAt(text, at) {
    RUN.lastIndex = at;
    return RUN.exec(text)?.[0] ?? "";
  }

  function* koreanNames(text) {
    const hanja = (end) => (/^\s?\([\u4e00-\u9fff]{2,4}\)/.exec(text.slice(end, end + 8)) ?? [""])[0].length;
    const finding = (start, name, certainty, reason) => ({ start, end: start + name.length + hanja(start + name.length), kind: "name", severity: "look", certainty, reason });
    for (const match of text.matchAll(LABEL)) {
      let at = match.index + match[0].length;
      const isStrong = match[1].trim() !== "";
      for (;;) {
        const name = nameIn(runAt(text, at), isStrong);
        if (!name) break;
        yield finding(at, name, isStrong ? "certain" : "likely", "name_label");
        const more = /^(?:\([\u4e00-\u9fff]{2,4}\))?\s?[,·/]\s?/.exec(text.slice(at + name.length, at + name.length + 12));
        if (!more) break;
        at += name.length + more[0].length;
      }
    }
    for (const match of text.matchAll(TITLE_AFTER)) {
      const name = nameIn(match[1], /[씨님귀]/.test(match[0][match[1].length + match[2].length]));
      if (name === match[1]) yield finding(match.index, name, "likely", "name_title");
    }
    for (const match of text.matchAll(TITLE_BEFORE)) {
      const at = match.index + match[0].length;
      const name = nameIn(runAt(text, at), false);
      if (name) yield finding(at, name, "likely", "name_title");
    }
    for (const match of text.matchAll(AGE_AFTER)) {
      const name = nameIn(match[1], false);
      if (name === match[1]) yield finding(match.index, name, "likely", "name_age");
    }
    for (const match of text.matchAll(FOREIGN)) {
      const end = match.index + match[0].length;
      if (!NO_NAMES.has(match[1].slice(0, 2))) yield finding(end - match[1].length, match[1], "likely", "name_label");
    }
    for (const match of text.matchAll(/(?<![가-힣])([가-힣])[○〇*●]{1,2}[가-힣]?(?![가-힣○*●]{2})/g)) {
      if (SURNAMES.has(match[1])) yield { ...finding(match.index, match[0].replace(/[은는이가을를의]$/, ""), "likely", "masked"), kind: "masked" };
    }
  }

  const CAP = "[A-Z][a-z]+(?:[-'][A-Za-z][a-z]*)*";
  const KOREAN =
    "Kim|Lee|Yi|Park|Choi|Jung|Jeong|Kang|Cho|Yoon|Yun|Jang|Lim|Im|Han|Oh|Seo|Shin|Kwon|Hwang|Ahn|An|Song|Ryu|Yoo|Hong|Jeon|Ko|Moon|Yang|Son|Bae|Baek|Heo|Nam|Noh|Ha|Kwak|Sung|Cha|Joo|Woo|Min";
  const ENGLISH_NAMES = [
    [`\\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor)\\.? (${CAP}(?: ${CAP}){0,2})`, "certain", "name_title"],
    [`\\b(?:[Nn]ame|[Aa]pplicant|[Cc]omplainant|[Pp]etitioner|[Pp]atient|[Oo]wner|[Cc]laimant|[Tt]enant|[Gg]uardian|[Aa]ttendees|[Cc]ontact|[Pp]repared by|[Ss]igned by|[Aa]uthor|[Ww]itness|[Dd]ear|[Cc]all|[Rr]esident)(?:: |, | )(${CAP} ${CAP})`, "likely", "name_label"],
    [`\\b(?:Name|Applicant|Complainant|Patient|Owner|Contact): (${CAP}(?: ${CAP}){0,2})`, "certain", "name_label"],
    [`\\b([A-Z][a-z]+-[a-z]+ (?:${KOREAN})|(?:${KOREAN}) [A-Z][a-z]+-[a-z]+)\\b`, "likely", "name_form"],
  ].map(([pattern, certainty, reason]) => ({ pattern: new RegExp(pattern, "g"), certainty, reason }));

  function* englishNames(text) {
    for (const { pattern, certainty, reason } of ENGLISH_NAMES) {
      for (const match of text.matchAll(pattern)) {
        const end = match.index + match[0].length;
        yield { start: end - match[1].length, end, kind: "name", severity: "look", certainty, reason };
      }
    }
  }

  // --- A slice, the whole, the mask ----------------------------------------------------------------

  function* inRules(text) {
    for (const { kind, pattern, judge } of RULES) {
      for (const match of text.matchAll(pattern)) {
        const end = match.index + match[0].length;
        const start = end - (match[1] ?? match[0]).length;
        const near = { before: text.slice(Math.max(0, start - 40), start), after: text.slice(end, end + 24) };
        const judged = judge(match, near);
        if (!judged) continue;
        const [certainty, reason, severity, as = kind] = judged;
        yield { start, end, kind: as, severity: severity ?? KINDS[as][0], certainty, reason };
      }
    }
  }

  /** First come wins: the rules stand in the order of what must not be missed. */
  function settle(findings) {
    const kept = [];
    const taken = new Set(); // blocks of 16 characters that something lies in
    for (const each of findings) {
      const blocks = [];
      for (let n = each.start >> 4; n <= (each.end - 1) >> 4; n++) blocks.push(n);
      const isTaken = blocks.some((n) => taken.has(n));
      if (isTaken && kept.some((one) => one.start < each.end && each.start < one.end)) continue;
      blocks.forEach((n) => taken.add(n));
      kept.push(each);
    }
    return kept;
  }

  function inWindow(text, from, to) {
    const first = Math.max(0, from - AROUND);
    const { text: plain, back } = normal(text.slice(first, to + AROUND));
    const found = settle([...inRules(plain), ...addresses(plain), ...koreanNames(plain), ...englishNames(plain)]);
    return found
      .map((each) => ({ ...each, start: first + back(each.start, false), end: first + back(each.end, true) }))
      .filter(({ start }) => start >= from && start < to);
  }

  const byStart = (a, b) => a.start - b.start;

  /** A name that a cue gave away is found again where it stands without one. */
  function* again(text, findings) {
    const names = new Set(findings.filter(({ kind }) => kind === "name").map(({ start, end }) => text.slice(start, end)));
    const worth = [...names].filter((name) => /^[A-Za-z가-힣 '-]{3,}$/.test(name)).slice(0, 200);
    if (!worth.length) return [];
    const pattern = new RegExp(`(?<![가-힣A-Za-z])(?:${worth.join("|")})(?![A-Za-z])`, "g");
    const more = [];
    for (let from = 0; from < text.length; from += SLICE) {
      for (const { 0: name, index } of text.slice(from, from + SLICE + AROUND).matchAll(pattern)) {
        if (index >= SLICE || !TAIL.test(runAt(text, from + index + name.length))) continue;
        more.push({ start: from + index, end: from + index + name.length, kind: "name", severity: "look", certainty: "likely", reason: "name_again" });
      }
      yield from;
    }
    return more;
  }

  const SENSITIVE =
    /조현병|정신질환|정신과|우울증|공황장애|치매|(?:지체|시각|청각|지적|자폐성?|뇌병변|발달|정신)\s?장애|장애\s?(?:등급|\d급|정도)|후천성면역결핍|HIV|에이즈|결핵|성병|암\s?(?:환자|진단|투병)|임신\s?중|기초생활\s?수급|차상위|한부모|노동조합|노조원|당원|신도|전과\s?\d|범죄\s?경력|집행유예|성범죄|지문|홍채|schizophrenia|depression|dementia|HIV|tuberculosis|cancer|disabled|disability|pregnan(?:t|cy)|basic livelihood|welfare recipient|union member|party member|criminal record|fingerprint/gi;

  /** KOR-E-116: such a word counts where something in the same line says whose it is. */
  function sensitive(text, findings) {
    const who = findings.filter(({ kind }) => !["ip", "marking", "business"].includes(kind));
    const more = [];
    let n = 0;
    for (const { 0: word, index } of text.matchAll(SENSITIVE)) {
      const from = Math.max(text.lastIndexOf("\n", index), index - 200);
      const to = Math.min(text.indexOf("\n", index) < 0 ? text.length : text.indexOf("\n", index), index + 200);
      while (n < who.length && who[n].start < from) n++;
      if (n < who.length && who[n].start < to) {
        more.push({ start: index, end: index + word.length, kind: "sensitive", severity: "mask", certainty: "likely", reason: "sensitive" });
      }
    }
    return more;
  }

  /** A private key is found as a whole, whatever its length. */
  function wholeKeys(text, findings) {
    for (const each of findings) {
      if (!text.startsWith("-----BEGIN", each.start)) continue;
      const end = text.indexOf("-----END", each.end);
      const line = end < 0 ? -1 : text.indexOf("-----", end + 8);
      each.end = line < 0 ? text.length : line + 5;
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
    found.sort(byStart);
    wholeKeys(text, found);
    const names = yield* again(text, found);
    const sorted = [...found, ...names].sort((a, b) => byStart(a, b) || b.end - a.end);
    const rest = [...sorted, ...sensitive(text, sorted)].sort((a, b) => byStart(a, b) || b.end - a.end);
    let last = 0;
    return rest.filter(({ start, end }) => start >= last && (last = end));
  }

  /** @param {string} text @returns {Finding[]} in the order of the text, none overlapping another */
  function find(text) {
    const steps = scan(text);
    for (;;) {
      const { done, value } = steps.next();
      if (done) return /** @type {Finding[]} */ (value);
    }
  }

  /**
   * The text with each finding replaced; the same value gets the same placeholder. A marking such as
   * “confidential” stays: taking it away would make nothing public.
   * @param {string} text
   * @param {Finding[]} findings in the order of the text
   * @param {"en" | "ko"} [language] of the placeholders; without it, Korean if the text has Hangul
   */
  function mask(text, findings, language = /[가-힣]/.test(text) ? "ko" : "en") {
    const known = new Map();
    const count = {};
    let result = "";
    let last = 0;
    for (const { start, end, kind } of findings) {
      if (kind === "marking") continue;
      const value = `${kind} ${normal(text.slice(start, end)).text.replace(/[-.\s·()]/g, "").toLowerCase()}`;
      if (!known.has(value)) known.set(value, (count[kind] = (count[kind] ?? 0) + 1));
      const label = KINDS[kind][language === "ko" ? 2 : 1];
      result += `${text.slice(last, start)}[${label}_${known.get(value)}]`;
      last = end;
    }
    return result + text.slice(last);
  }

  return { find, scan, mask, kinds: Object.keys(KINDS) };
})();
