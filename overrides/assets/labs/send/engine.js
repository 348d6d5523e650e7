// @ts-check
/** What an OpenAI-compatible server is asked, and what its answers and refusals mean. */
const sendEngine = (() => {
  /** Milliseconds: until the first sign of an answer, and from each piece to the next. */
  const WAIT = { first: 60000, next: 30000 };
  /** The longest answer that is shown, in UTF-16 units. */
  const MOST = 100000;

  /** Where a server is asked, and what. `server` has no stroke at its end. */
  const request = (server, model, prompt) => ({
    url: `${server}/chat/completions`,
    body: JSON.stringify({ model, messages: [{ role: "user", content: prompt }], stream: true }),
  });

  const LOOPBACK = /^http:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?:[:/]|$)/i;

  /**
   * Whether a browser lets a page ask this server: "" if so; "loopback" if some do; "mixed" if
   * none does, because the page came over https and the server speaks plain http.
   */
  function mixed(protocol, server) {
    if (protocol !== "https:" || !/^http:/i.test(server)) return "";
    return LOOPBACK.test(server) ? "loopback" : "mixed";
  }

  /** The personal data that stops a prompt, and what must be looked at first. */
  const gate = (found) => ({
    block: found.filter(({ severity }) => severity === "block"),
    ask: found.filter(({ severity }) => severity !== "block"),
  });

  /**
   * Reads server-sent events from text that arrives in pieces, cut anywhere.
   * `push` and `end` return the data of the events that are whole.
   */
  function events() {
    let rest = "";
    let data = [];

    function line(text, found) {
      if (text === "") {
        if (data.length) found.push(data.join("\n"));
        data = [];
      } else if (text.startsWith("data:")) data.push(text.slice(5).replace(/^ /, ""));
      else if (text === "data") data.push("");
    }

    function push(text) {
      rest += text;
      const found = [];
      const lines = rest.split(/\r\n|\n|\r(?!$)/); // a \r at the end may be half of \r\n
      rest = lines.pop() ?? "";
      for (const each of lines) line(each, found);
      return found;
    }

    /** Some servers leave out the last empty line; an event that was cut is none. */
    const end = () => push("\n\n").filter((each) => each.trim() === "[DONE]" || parsed(each) !== undefined);

    return { push, end };
  }

  const text = (value) => (typeof value === "string" ? value : "");

  /** What a server says went wrong, in its own words; "" if it says nothing that can be read. */
  function detail(value) {
    const error = value?.error ?? value?.detail ?? value?.message;
    return text(error?.message ?? error?.[0]?.msg ?? error).slice(0, 300);
  }

  function parsed(json) {
    try {
      return JSON.parse(json);
    } catch {
      return undefined;
    }
  }

  /**
   * What an event, or a whole answer that is not streamed, brings.
   * @returns {{text: string, ends: string, trouble: string, detail: string}}
   *   `ends`: why the answer is over, "" while it is not; `trouble`: "" or what `troubles` names
   */
  function piece(json) {
    if (json.trim() === "[DONE]") return { text: "", ends: "stop", trouble: "", detail: "" };
    const value = parsed(json);
    if (value === null || typeof value !== "object") return { text: "", ends: "", trouble: "garbled", detail: "" };
    if (value.error) return { text: "", ends: "", trouble: "server", detail: detail(value) };
    const choice = value.choices?.[0];
    const said = choice?.delta?.content ?? choice?.message?.content ?? choice?.text;
    return { text: text(said), ends: text(choice?.finish_reason), trouble: "", detail: "" };
  }

  const NAMED = { 401: "key", 403: "forbidden", 404: "notfound", 408: "timeout", 413: "toolong", 429: "busy", 504: "timeout" };

  /** What a status that is no success means: a key of the lab's words, below `trouble_`. */
  const trouble = (status) => NAMED[status] ?? (status >= 500 ? "server" : "refused");

  /** Seconds that a server asks to wait, from `Retry-After`: a number or a date. Else 0. */
  function patience(header, now) {
    const value = (header ?? "").trim();
    const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - now) / 1000;
    return seconds > 0 && seconds <= 86400 ? Math.ceil(seconds) : 0;
  }

  return { WAIT, MOST, request, mixed, gate, events, detail, parsed, piece, trouble, patience };
})();
