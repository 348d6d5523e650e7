// @ts-check
/** The glossary's filter: leaves the terms that contain what is typed, in either language. */
(() => {
  const plain = (text) => text.normalize("NFC").toLowerCase().replace(/\s+/g, "");

  course.onPage(() => {
    const box = document.querySelector("[data-filter]");
    if (!box || !box.hidden) return;
    box.hidden = false;
    const input = box.querySelector("input");
    const said = box.querySelector("[data-filter-said]");
    const list = document.getElementById(input.dataset.filterFor);
    input.addEventListener("input", () => {
      const wanted = plain(input.value);
      let n = 0;
      for (const entry of list.children) {
        entry.hidden = !plain(entry.textContent).includes(wanted);
        n += entry.hidden ? 0 : 1;
      }
      said.textContent = course.word("glossary_found", { n });
    });
  });
})();
