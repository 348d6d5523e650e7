// @ts-check
/** Worksheets: kept as typed, one key a field, so that two tabs never overwrite each other. */
(() => {
  const { make, word } = course;
  const sheets = new Map(); // a sheet's element -> what was read from it

  const isBox = (field) => field.type === "checkbox";
  const keyOf = (sheet, field) => `worksheet/${sheet.id}/${field.dataset.field}`;

  /** Height by content, where the style sheet cannot do it. */
  function grow(field) {
    if (field.localName !== "textarea" || CSS.supports("field-sizing", "content")) return;
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight + 4}px`;
  }

  function restore(sheet) {
    for (const field of sheet.fields) {
      const kept = course.recall(keyOf(sheet, field));
      if (sheet.changed.has(field)) continue;
      if (isBox(field)) field.checked = kept === true;
      else field.value = typeof kept === "string" ? kept : "";
      grow(field);
    }
  }

  function save(sheet) {
    for (const field of sheet.changed) {
      const value = isBox(field) ? field.checked : field.value;
      if (value) sheet.kept = course.remember(keyOf(sheet, field), value);
      else course.forget(keyOf(sheet, field));
    }
    sheet.changed.clear();
  }

  function tell({ said, kept }) {
    said.textContent = word(kept ? "worksheet_kept" : "worksheet_not_kept");
  }

  function changed(sheet, field) {
    sheet.changed.add(field);
    grow(field);
    sheet.said.textContent = "";
    sheet.timers.forEach(clearTimeout);
    sheet.timers = [setTimeout(save, 300, sheet), setTimeout(tell, 1500, sheet)];
  }

  function clear(sheet) {
    sheet.timers.forEach(clearTimeout);
    sheet.changed.clear();
    course.keys(`worksheet/${sheet.id}/`).forEach(course.forget);
    restore(sheet);
    sheet.said.textContent = word("worksheet_cleared");
  }

  function asText({ box }) {
    const lines = [];
    for (const part of box.querySelectorAll("h2, h3, h4, legend, [data-field]")) {
      const name = (part.ariaLabel ?? (part.labels?.[0] ?? part).textContent).trim();
      if (!part.dataset.field) lines.push("", name, "");
      else if (isBox(part)) lines.push(`[${part.checked ? "x" : " "}] ${name}`);
      else lines.push(`${name}: ${part.value}`);
    }
    return `\ufeff${lines.join("\n").trim()}\n`; // the mark tells old editors that it is UTF-8
  }

  function download(sheet) {
    const link = make("a", "");
    link.href = URL.createObjectURL(new Blob([asText(sheet)], { type: "text/plain" }));
    link.download = `${sheet.id.replace("/", "-")}.txt`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  function begin(box) {
    const sheet = {
      box,
      id: box.dataset.worksheet,
      fields: [...box.querySelectorAll("[data-field]")],
      said: box.querySelector("[data-said]"),
      changed: new Set(),
      timers: [],
      kept: true,
    };
    const on = (name, act) => box.querySelector(name).addEventListener("click", () => act(sheet));
    on("[data-print]", () => course.printAlone(box));
    on("[data-save-text]", download);
    course.askFirst(box.querySelector("[data-clear]"), () => clear(sheet));
    box.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
    box.addEventListener("input", ({ target }) => target.dataset.field && changed(sheet, target));
    restore(sheet);
    sheets.set(box, sheet);
    box.querySelector(".course-worksheet__actions").hidden = false;
  }

  const saveAll = () => sheets.forEach(save);
  addEventListener("pagehide", saveAll);
  document.addEventListener("visibilitychange", saveAll);
  course.onStorage(() => sheets.forEach(restore));
  course.onPage((page) => {
    for (const box of page.querySelectorAll("[data-worksheet]")) {
      try {
        if (!sheets.has(box)) begin(box);
      } catch {} // a part is missing: left as it is, readable
    }
  });
})();
