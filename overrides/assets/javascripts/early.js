// @ts-check
/**
 * What must run before anything is painted: the four globals that Material's bundle expects
 * (in the theme they are an inline script, which our policy refuses), and the colour scheme.
 * Storage may be refused: then the system's scheme is used and nothing throws.
 */
(() => {
  const scope = new URL(document.currentScript.dataset.base, location.href);
  const key = (name, at) => `${at.pathname}.${name}`;

  window.__md_scope = scope;
  window.__md_hash = (text) => [...text].reduce((sum, c) => (sum << 5) - sum + c.charCodeAt(0), 0);
  window.__md_get = (name, storage, at = scope) => {
    try {
      return JSON.parse((storage || localStorage).getItem(key(name, at)));
    } catch {
      return null;
    }
  };
  window.__md_set = (name, value, storage, at = scope) => {
    try {
      (storage || localStorage).setItem(key(name, at), JSON.stringify(value));
    } catch {
      // refused or full: the choice holds for this page only
    }
  };

  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  let scheme = dark ? "slate" : "default";
  try {
    const id = document.querySelector("meta[name=course]").getAttribute("content");
    const chosen = JSON.parse(localStorage.getItem(`${id}/scheme`));
    if (["slate", "default"].includes(chosen)) scheme = chosen;
  } catch {
    // refused or broken: the system's scheme
  }
  document.body.setAttribute("data-md-color-scheme", scheme);
  document.documentElement.classList.add("course-js");
})();
