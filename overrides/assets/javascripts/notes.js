// @ts-check
/** Presenter notes: out of a learner's way until somebody asks for them; the choice is kept. */
(() => {
  function show(button, on) {
    document.documentElement.classList.toggle("course-notes", on);
    button.setAttribute("aria-pressed", String(on));
    button.textContent = course.word(on ? "notes_hide" : "notes_show");
    for (const note of document.querySelectorAll("details.instructor")) note.open = on;
  }

  course.onPage(() => {
    const button = document.querySelector("[data-notes]");
    if (!button || !document.querySelector("details.instructor") || !button.hidden) return;
    button.hidden = false;
    show(button, course.recall("notes", false) === true);
    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      course.remember("notes", on);
      show(button, on);
    });
  });
})();
