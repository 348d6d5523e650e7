// @ts-check
/** Sorting: Check judges the items that have a choice. Kept by the ids of items and choices. */
(() => {
  const { make, word } = course;
  const known = new Map(); // a sort's element -> what was read from it

  function readItem(element, key) {
    const id = element.dataset.item;
    const line = key.querySelector(`[data-item="${CSS.escape(id)}"]`);
    const select = element.querySelector("select");
    const goes = line.dataset.goes.split(" ");
    const places = [...select.options].filter(({ value }) => goes.includes(value));
    return {
      id,
      element,
      select,
      goes,
      place: places.map(({ text }) => text).join(" / "),
      said: element.querySelector("[data-item-said]"),
      because: line.querySelector("[data-because]"),
    };
  }

  /** Throws if a part is missing. */
  function read(box) {
    const id = box.dataset.sort;
    const key = document.querySelector(`[data-key="${CSS.escape(id.replace("/", "/sort/"))}"]`);
    return {
      id,
      items: [...box.querySelectorAll("[data-item]")].map((each) => readItem(each, key)),
      form: box.querySelector("form"),
      actions: box.querySelector(".course-sort__actions"),
      show: box.querySelector("[data-show]"),
      again: box.querySelector("[data-again]"),
      said: box.querySelector("[data-said]"),
      shown: false,
    };
  }

  /** Each item's choice in what was kept; "" if it is no longer offered. */
  function saved({ id, items }, part) {
    const kept = course.recall(`sort/${id}`)?.[part];
    const offered = (item, choice) => [...item.select.options].some((o) => o.value === choice);
    return Object.fromEntries(
      items.map((item) => [item.id, offered(item, kept?.[item.id]) ? kept[item.id] : ""]),
    );
  }

  function keep(sort, isChecked) {
    const choices = Object.fromEntries(sort.items.map(({ id, select }) => [id, select.value]));
    const checked = isChecked ? choices : saved(sort, "checked");
    course.remember(`sort/${sort.id}`, { choices, checked });
  }

  function showItem({ element, select, said, goes, place, because }, checked, shown) {
    const isJudged = checked !== "" && checked === select.value;
    const state = goes.includes(checked) ? "right" : "wrong";
    said.replaceChildren();
    element.dataset.state = isJudged ? state : "";
    if (isJudged) {
      const text = word(state === "right" ? "mark_right" : "mark_not_yet");
      said.append(make("strong", `course-mark course-mark--${state}`, text));
    }
    if (shown) said.append(make("p", "course-sort__place", word("sort_place", { place })));
    if (isJudged || shown) said.append(make("div", "", ...because.cloneNode(true).childNodes));
  }

  /** Shows what the last check found; `live` if that was just now. */
  function draw(sort, live = false) {
    const { items, said, show, again, shown } = sort;
    const checked = saved(sort, "checked");
    const total = items.length;
    const right = items.filter(({ id, goes }) => goes.includes(checked[id])).length;
    const open = items.filter(({ id }) => !checked[id]).length;
    for (const item of items) showItem(item, checked[item.id], shown);
    again.hidden = open === total && !shown;
    show.hidden = shown && show !== document.activeElement; // or the focus would be lost
    said.ariaLive = live ? "polite" : "off";
    said.textContent = word(right === total ? "sort_all" : "sort_score", { right, total, open });
    if (open === total) said.textContent = live && !shown ? word("sort_none") : "";
    return right === total;
  }

  function restore(sort) {
    const choices = saved(sort, "choices");
    for (const { id, select } of sort.items) select.value = choices[id];
    draw(sort);
  }

  function begin(sort) {
    const { id, items, form, actions, show, again } = sort;
    for (const item of items) {
      item.select.addEventListener("change", () => {
        keep(sort, false);
        showItem(item, saved(sort, "checked")[item.id], sort.shown);
      });
    }
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      keep(sort, true);
      draw(sort, true);
    });
    show.addEventListener("click", () => {
      sort.shown = true;
      draw(sort, true);
    });
    again.addEventListener("click", () => {
      course.forget(`sort/${id}`);
      sort.shown = false;
      restore(sort);
      items[0].select.focus(); // the button is gone
    });
    actions.hidden = false;
    restore(sort);
  }

  course.onPage((page) => {
    for (const box of page.querySelectorAll("[data-sort]")) {
      if (known.has(box)) continue;
      try {
        known.set(box, read(box));
      } catch {
        continue; // left as it is, readable
      }
      begin(known.get(box));
    }
  });

  course.onStorage((key) => {
    for (const sort of known.values()) {
      if (key === null || key === `sort/${sort.id}`) restore(sort);
    }
  });
})();
