// @ts-check
/** Sends a prompt to a server that the installer named, after a check, and shows the answer as it comes. */
course.lab("send", async (lab) => {
  const { make, word } = lab;
  const meta = (name) => [...document.querySelectorAll(`meta[name="${name}"]`)].map((each) => each.getAttribute("content") ?? "");
  const servers = meta("course-llm");
  let finder = null; // of personal data; without it nothing is sent
  const confirmed = new Set(); // what the reader has said may leave, as it stands in the prompt
  let running = null; // what stops the answer that is coming

  const button = (text, act, isMain = false) => lab.button(text, act, isMain ? "main" : "plain");
  const named = (server) => (server.startsWith("/") ? word("own_host", { path: server }) : server);
  const host = () => (server.value.startsWith("/") ? location.host : new URL(server.value).host);

  // --- Messages ---

  const quiet = () => {
    notice.hidden = true;
    notice.replaceChildren();
  };

  function explain(name, values = {}, detail = "") {
    const text = word(`trouble_${name}`, { host: host(), model: model.value, ...values });
    const says = detail ? make("p", {}, word("server_says", { text: detail })) : null;
    const causes = name === "unreachable" ? list() : null;
    notice.replaceChildren(...[make("p", {}, text), causes, says].filter(Boolean));
    notice.hidden = false;
    lab.say(word("failed"));
  }

  function list() {
    const away = navigator.onLine ? [] : ["offline"];
    const causes = [...away, "off", "cors", "certificate", "redirect", "permission"];
    return make("ul", {}, causes.map((each) => make("li", {}, word(`cause_${each}`, { origin: location.origin }))));
  }

  // --- The check before sending ---

  const snippet = ({ start, end }) => prompt.value.slice(start, end);

  function described(found) {
    const text = snippet(found);
    const mask = finder.mask(text, [{ ...found, start: 0, end: text.length }], lab.language);
    return mask === text ? word("plain", { text }) : word("becomes", { text, mask });
  }

  const masker = () => make("div", { class: "lab-actions" }, button(word("mask"), maskAll));

  function maskAll() {
    const masked = finder.mask(prompt.value, finder.find(prompt.value), lab.language);
    prompt.value = masked;
    confirmed.clear();
    quiet();
    prompt.focus();
    lab.say(word("masked"));
  }

  function tick(found) {
    const box = make("input", {
      type: "checkbox",
      onchange: () => (box.checked ? confirmed.add(snippet(found)) : confirmed.delete(snippet(found))),
    });
    return make("li", {}, make("label", { class: "lab-tick" }, box, make("span", {}, described(found))));
  }

  /** Whether the prompt may go. Says what stands in its way. */
  function mayGo() {
    const { block, ask } = sendEngine.gate(finder.find(prompt.value));
    const open = ask.filter((found) => !confirmed.has(snippet(found)));
    if (!block.length && !open.length) return true;
    const items = block.length
      ? block.map((found) => make("li", {}, described(found)))
      : open.map(tick);
    notice.replaceChildren(
      make("p", {}, make("strong", {}, word(block.length ? "blocked" : "ask"))),
      make("ul", { class: "lab-send__found" }, items),
      masker(),
    );
    notice.hidden = false;
    lab.say(word(block.length ? "blocked_said" : "ask_said", { count: items.length }));
    return false;
  }

  // --- The answer ---

  /** Stops a request that takes too long. */
  function clock(stop) {
    let timer = 0;
    const set = (wait) => {
      clearTimeout(timer);
      timer = setTimeout(() => stop.abort("timeout"), wait);
    };
    return { set, clear: () => clearTimeout(timer) };
  }

  function ask(stop) {
    const { url, body } = sendEngine.request(server.value, model.value.trim(), prompt.value);
    const headers = { "Content-Type": "application/json" };
    if (key.value.trim()) headers.Authorization = `Bearer ${key.value.trim()}`;
    return fetch(url, {
      method: "POST", headers, body, signal: stop.signal,
      credentials: "omit", redirect: "error", referrerPolicy: "no-referrer", cache: "no-store",
    });
  }

  async function refused(response) {
    const body = sendEngine.parsed((await response.text()).slice(0, 20000));
    const detail = sendEngine.detail(body);
    const name = sendEngine.trouble(response.status);
    const seconds = sendEngine.patience(response.headers.get("Retry-After"), Date.now());
    explain(name === "busy" && seconds ? "busy_wait" : name, { status: response.status, seconds }, detail);
  }

  /** Shows the pieces of an answer. Returns why it ended; "" if nobody said. */
  function taker() {
    let ends = "";
    return {
      ends: () => ends,
      take(json) {
        const piece = sendEngine.piece(json);
        if (piece.trouble) throw Object.assign(new Error(piece.trouble), piece);
        if (piece.text && !shown.data) lab.say(word("writing"));
        shown.appendData(piece.text);
        ends = piece.ends && (ends === "" || piece.ends !== "stop") ? piece.ends : ends;
        if (shown.data.length > sendEngine.MOST) throw Object.assign(new Error("much"), { trouble: "much" });
      },
    };
  }

  async function stream(response, timer) {
    const { take, ends } = taker();
    const events = sendEngine.events();
    const decoder = new TextDecoder();
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      timer.set(sendEngine.WAIT.next);
      const text = done ? decoder.decode() : decoder.decode(value, { stream: true });
      for (const each of [...events.push(text), ...(done ? events.end() : [])]) take(each);
      if (done) return ends() || "broken";
    }
  }

  async function whole(response) {
    const { take, ends } = taker();
    take(await response.text());
    return ends() || "stop";
  }

  function finish(ends) {
    if (ends === "broken") return explain("broken");
    if (!shown.data) return explain("nothing");
    lab.done("sent");
    const count = [...shown.data].length;
    lab.say(ends === "length" ? word("length") : word("done", { count }));
  }

  /** Why it failed, in words. A reason of ours comes first: what the browser says of it differs. */
  function failed(error, stop, isOpen) {
    const { trouble, detail } = error;
    if (stop.signal.aborted) return stop.signal.reason === "timeout" ? explain("timeout") : lab.say(word("stopped"));
    if (trouble === "much") return lab.say(word("too_much"));
    if (trouble) return explain(trouble, { status: "200" }, detail);
    if (isOpen) return explain("broken");
    explain(isForbidden ? "policy" : "unreachable");
  }

  async function converse(stop, timer) {
    let isOpen = false;
    try {
      timer.set(sendEngine.WAIT.first);
      const response = await ask(stop);
      isOpen = true;
      if (!response.ok) return await refused(response);
      const isStream = (response.headers.get("Content-Type") ?? "").includes("event-stream");
      finish(await (isStream ? stream(response, timer) : whole(response)));
    } catch (error) {
      failed(error, stop, isOpen);
    } finally {
      timer.clear();
      stop.abort("over"); // ends the connection if we stopped reading
    }
  }

  let isForbidden = false;
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
    isForbidden = isForbidden || effectiveDirective === "connect-src";
  });

  /** What stands in the way before anything is checked; "" if nothing does. */
  function obstacle() {
    if (!finder) return "no_check";
    if (sendEngine.mixed(location.protocol, server.value) === "mixed") return "mixed";
    if (!prompt.value.trim()) return "empty";
    return model.value.trim() ? "" : "no_model";
  }

  async function send() {
    quiet();
    const obstructed = obstacle();
    if (obstructed) return lab.say(word(obstructed));
    if (!mayGo()) return;
    const stop = new AbortController();
    running = stop;
    isForbidden = false;
    shown.data = "";
    result.hidden = false;
    sender.hidden = true;
    stopper.hidden = false;
    stopper.focus();
    lab.say(word("sending", { host: host() }));
    await converse(stop, clock(stop));
    running = null;
    const isHere = document.activeElement === stopper;
    sender.hidden = false;
    stopper.hidden = true;
    if (!shown.data) result.hidden = true;
    if (isHere) (shown.data ? title : sender).focus();
  }

  // --- The fields ---

  function typed() {
    confirmed.clear();
    quiet();
    const { text, cut } = promptEngine.cap(prompt.value, 3 * promptEngine.MOST);
    if (!cut) return;
    prompt.value = text;
    lab.say(word("cut", { most: 3 * promptEngine.MOST, cut }));
  }

  function take() {
    const text = document.querySelector("[data-prompt-text]");
    const isEmpty = !text || text.classList.contains("lab-prompt__nothing");
    if (isEmpty) return lab.say(word("nothing_above"));
    prompt.value = text.textContent;
    typed();
    lab.say(word("taken"));
  }

  function forget() {
    key.value = "";
    lab.say(word("forgotten"));
  }

  function warn() {
    const kind = sendEngine.mixed(location.protocol, server.value);
    mixing.textContent = kind ? word(kind) : "";
    mixing.hidden = !kind;
  }

  const field = (name, control, hint) =>
    make("div", { class: "lab-field" },
      make("label", { for: control.id }, word(name)),
      hint ? make("p", { class: "lab-hint", id: `${control.id}-hint` }, word(hint)) : null, control);
  const input = (name, type, hint) =>
    make("input", {
      id: lab.uid(name), type, autocomplete: "off", autocapitalize: "off", spellcheck: "false",
      "aria-describedby": `${lab.uid(name)}-${hint}`, "data-1p-ignore": "", "data-lpignore": "true",
    });

  const server = make("select", { id: lab.uid("server"), onchange: () => warn() },
    servers.map((each) => make("option", { value: each }, named(each))));
  const model = input("model", "text", "hint");
  const key = input("key", "password", "hint");
  const prompt = make("textarea", {
    id: lab.uid("prompt"), rows: "8", autocomplete: "off", oninput: typed, "aria-describedby": `${lab.uid("prompt")}-hint`,
  });
  const mixing = make("p", { class: "lab-note", hidden: true });
  const notice = make("div", { class: "lab-note lab-send__notice", hidden: true });
  const sender = button(word("send"), send, true);
  const stopper = button(word("stop"), () => running?.abort("stopped"), true);
  const shown = document.createTextNode("");
  const title = lab.heading(word("answer"));
  const result = make("div", { hidden: true },
    title,
    make("p", { class: "lab-note" }, word("answer_note")),
    make("div", { class: "lab-out", tabindex: "0", role: "group", "aria-label": word("answer"), "data-send-answer": "" }, shown));

  if (location.protocol === "file:" || !servers.length) {
    lab.root.append(make("p", { class: "lab-note" }, word("folder")));
    return;
  }
  model.value = meta("course-llm-model")[0] ?? "";
  stopper.hidden = true;
  addEventListener("pagehide", () => (key.value = ""));
  lab.root.append(
    make("div", { class: "lab-row" },
      field("server", server), field("model", model, "model_hint"), field("key", key, "key_hint")),
    make("div", { class: "lab-actions" }, button(word("forget"), forget)),
    mixing,
    field("prompt", prompt, "prompt_hint"),
    make("div", { class: "lab-actions" }, sender, stopper, button(word("take"), take)),
    notice,
    result,
  );
  warn();
  try {
    pasteEngine.use(await lab.load("paste/rules"));
    finder = pasteEngine;
  } catch {
    lab.say(word("no_check"));
  }
});
