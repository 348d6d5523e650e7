// @ts-check
/**
 * What surrounds a page: the menu of a narrow screen, the colour scheme, the other language.
 * Without this script the menu is Material's checkbox with its label, and the scheme the system's.
 */
(() => {
  const WIDE = matchMedia("(min-width: 76.25em)"); // from here on the menu stands beside the page

  function menu() {
    const toggle = document.getElementById("__drawer");
    const button = document.querySelector("[data-menu]");
    const panel = document.getElementById(button.getAttribute("aria-controls"));
    const rest = document.querySelectorAll(".md-header, .md-content, .md-sidebar--secondary, .md-footer");

    function settle() {
      button.setAttribute("aria-expanded", String(toggle.checked));
      for (const part of rest) part.inert = toggle.checked;
    }

    function turn(open, focus) {
      toggle.checked = open;
      settle();
      focus?.focus();
    }

    button.onclick = () => turn(true, panel.querySelector("a"));
    toggle.onchange = settle; // the shade beside the menu is the checkbox's label
    WIDE.onchange = () => turn(false);
    document.addEventListener("keydown", (event) => event.key === "Escape" && toggle.checked && turn(false, button));
  }

  function scheme() {
    const button = document.querySelector("[data-scheme]");
    const { body } = document;
    const system = matchMedia("(prefers-color-scheme: dark)");
    const chosen = () => ["slate", "default"].find((name) => name === course.recall("scheme"));

    function show() {
      const name = chosen() || (system.matches ? "slate" : "default");
      const label = course.word(name === "slate" ? "scheme_light" : "scheme_dark");
      body.setAttribute("data-md-color-scheme", name);
      button.setAttribute("aria-label", label);
      button.title = label;
    }

    button.hidden = false;
    button.onclick = () => {
      course.remember("scheme", body.getAttribute("data-md-color-scheme") === "slate" ? "default" : "slate");
      show();
    };
    system.addEventListener("change", show);
    course.onStorage((key) => [null, "scheme"].includes(key) && show());
    show();
  }

  /** The other language opens at the section that is being read: ids are the same in both. */
  function language() {
    const link = document.querySelector("[data-language]");
    link?.addEventListener("click", () => {
      const read = [...document.querySelectorAll("article h2[id]")].filter(
        (heading) => heading.getBoundingClientRect().top < innerHeight / 2,
      );
      link.hash = scrollY > innerHeight / 2 ? (read.at(-1)?.id ?? "") : "";
    });
  }

  let begun = false;
  /** Firefox gives every page of a folder its own storage: there links carry what was finished. */
  function relay() {
    const script = document.createElement("script");
    script.src = new URL("assets/javascripts/relay.js", window["__md_scope"]).href;
    document.head.append(script);
  }

  if (location.protocol === "file:" && navigator.userAgent.includes("Firefox")) relay();
  course.onPage(() => {
    if (begun) return;
    begun = true;
    menu();
    scheme();
    language();
  });
})();
