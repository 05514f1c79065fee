// Nothing here is needed: every page works by links and forms alone.
"use strict";

// What is folded is open on paper, and folded again on the screen.
addEventListener("beforeprint", () => {
  for (const each of document.querySelectorAll("main details:not([open])")) {
    each.open = true;
    each.dataset.printed = "";
  }
});
addEventListener("afterprint", () => {
  for (const each of document.querySelectorAll("details[data-printed]")) {
    each.open = false;
    delete each.dataset.printed;
  }
});

// A browser that cannot show what is folded by its style alone, as a wide window wants it.
if (!CSS.supports("selector(::details-content)") && matchMedia("(min-width: 761px)").matches) {
  for (const each of document.querySelectorAll("details.fold")) each.open = true;
}

// Who jumps to what is folded wants to read it.
const unfold = () => {
  for (let each = document.querySelector(":target"); each; each = each.parentElement) {
    if (each.matches("details")) each.open = true;
  }
};
addEventListener("hashchange", unfold);
unfold();

for (const each of document.querySelectorAll("[data-print]")) {
  each.hidden = false;
  each.addEventListener("click", () => print());
}

// What is live says when something changed, and fetches itself anew; without this the list stands as it was.
const live = document.querySelector("[data-live]");
if (live && window.EventSource) {
  const source = new EventSource(live.dataset.live);
  let [waiting, next] = [false, 0];
  source.addEventListener("changed", () => {
    if (waiting) return;
    waiting = true;
    // The first at once, and no more often than the service can tell many.
    const wait = Math.max(1000, next - Date.now());
    next = Date.now() + wait + 15000;
    setTimeout(async () => {
      waiting = false;
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById(live.id);
      if (!fresh) return;
      live.querySelector("[data-live-list]")?.replaceWith(fresh.querySelector("[data-live-list]") ?? "");
      const said = live.querySelector("[data-live-said]");
      if (said) said.textContent = new Date().toTimeString().slice(0, 5);
    }, wait);
  });
  addEventListener("pagehide", () => source.close());
}

// What is typed is checked as it stands: the same form is sent without being kept, and the parts that say
// what came of it are taken from the answer.
for (const form of document.querySelectorAll("form[data-check]")) {
  let [timer, asked, sent] = [0, 0, null];
  const check = async () => {
    const number = ++asked;
    // What was typed before is not waited for any more, and the service ends what it does for it.
    sent?.abort();
    sent = new AbortController();
    const body = new FormData(form);
    body.set("act", "check");
    const parts = document.querySelectorAll("[data-checked]");
    parts.forEach(each => each.classList.add("busy"));
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(body), headers: { Accept: "text/html" }, signal: sent.signal });
      if (number !== asked) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const each of parts) {
        const fresh = page.getElementById(each.id);
        if (fresh) each.replaceChildren(...fresh.childNodes);
      }
    } catch (fault) {
      if (fault.name !== "AbortError") throw fault;
    } finally {
      if (number === asked) parts.forEach(each => each.classList.remove("busy"));
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(check, 350);
  });
  for (const each of form.querySelectorAll("[data-again]")) {
    each.addEventListener("change", () => {
      clearTimeout(timer);
      form.noValidate = true;
      form.querySelector(`button[value=${each.dataset.again}]`)?.click();
    });
  }
}

// What is being found out says how far it has come, and what came of it.
const follow = () => {
  const part = document.querySelector("[data-follow]");
  if (!part) return;
  setTimeout(async () => {
    try {
      const answer = document.hidden ? null : await fetch(location.href, { headers: { Accept: "text/html" } });
      const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
      const fresh = page?.getElementById(part.id);
      if (fresh && "follow" in fresh.dataset) {
        part.querySelector("[data-follow-said]").textContent = fresh.querySelector("[data-follow-said]").textContent;
        const [bar, now] = [part, fresh].map(each => each.querySelector("[data-follow-bar]"));
        [bar.max, bar.value] = [now.max, now.value];
      } else if (fresh) {
        part.replaceWith(fresh);
      }
    } finally {
      follow();
    }
  }, 1000);
};
follow();

// A block of a spreadsheet goes into the cells from the one on.
document.querySelector(".edited")?.addEventListener("paste", event => {
  const rows = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "").split(/\r?\n/).map(line => line.split("\t"));
  const from = event.target.dataset?.cell;
  if (!from || (rows.length === 1 && rows[0].length === 1)) return;
  event.preventDefault();
  const [row, column] = from.split(".").map(Number);
  rows.forEach((cells, down) => cells.forEach((text, right) => {
    const field = document.querySelector(`[data-cell="${row + down}.${column + right}"]`);
    if (field) field.value = text.trim();
  }));
  event.target.form.dispatchEvent(new Event("input", { bubbles: true }));
});

// While a formula is typed, the words that can stand at the caret and what the one there means.
const helped = document.querySelector("form[data-words-at]");
if (helped) {
  const list = document.createElement("ul");
  list.className = "words-list";
  list.id = "words-list";
  list.setAttribute("role", "listbox");
  list.hidden = true;
  document.body.append(list);
  let [field, told, chosen, timer, asked] = [null, null, 0, 0, 0];
  const close = () => {
    list.hidden = true;
    field?.removeAttribute("aria-activedescendant");
  };
  const mark = () => [...list.children].forEach((each, at) => {
    each.setAttribute("aria-selected", at === chosen);
    if (at !== chosen) return;
    each.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", each.id);
  });
  const put = at => {
    const word = told.words[at];
    field.setRangeText(word.insert, told.start, told.end, "end");
    close();
    field.focus();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const show = () => {
    list.replaceChildren(...told.words.map((word, at) => {
      const line = document.createElement("li");
      const name = document.createElement("code");
      const about = document.createElement("span");
      line.id = `word-${at}`;
      line.setAttribute("role", "option");
      name.textContent = word.text;
      about.className = "help";
      about.textContent = word.about.split("\n")[0];
      line.append(name, about);
      line.addEventListener("mousedown", event => { event.preventDefault(); put(at); });
      return line;
    }));
    const box = field.getBoundingClientRect();
    list.style.left = `${box.left + scrollX}px`;
    list.style.top = `${box.bottom + scrollY}px`;
    list.hidden = told.words.length === 0;
    chosen = 0;
    if (!list.hidden) mark();
    field.title = told.meaning ?? "";
  };
  const ask = async () => {
    const number = ++asked;
    const body = new URLSearchParams({
      text: field.value, caret: field.selectionStart, way: field.dataset.words, file: helped.dataset.file,
      language: document.documentElement.lang.slice(0, 2),
    });
    const token = helped.querySelector("input[type=hidden]:not([name=content])");
    if (token) body.set(token.name, token.value);
    const answer = await fetch(helped.dataset.wordsAt, { method: "POST", body, headers: { Accept: "text/html" } });
    if (number !== asked || !answer.ok || document.activeElement !== field) return;
    told = await answer.json();
    show();
  };
  for (const each of helped.querySelectorAll("[data-words]")) {
    each.setAttribute("aria-autocomplete", "list");
    each.setAttribute("aria-controls", list.id);
    each.addEventListener("input", event => {
      field = each;
      clearTimeout(timer);
      if (event.isTrusted) timer = setTimeout(ask, 150);
    });
    each.addEventListener("keydown", event => {
      field = each;
      if (event.key === " " && event.ctrlKey) { event.preventDefault(); ask(); return; }
      if (list.hidden) return;
      if (event.key === "Escape") { event.preventDefault(); close(); }
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        chosen = (chosen + (event.key === "ArrowDown" ? 1 : told.words.length - 1)) % told.words.length;
        mark();
      }
      if (event.key === "Enter" || event.key === "Tab") { event.preventDefault(); put(chosen); }
    });
    each.addEventListener("blur", close);
  }
}

// A column of a table can be dragged onto what it is; the list beside does the same.
for (const each of document.querySelectorAll("[data-drag]")) {
  each.draggable = true;
  each.addEventListener("dragstart", event => event.dataTransfer.setData("text/plain", each.dataset.drag));
}
for (const each of document.querySelectorAll("select[data-drop]")) {
  each.addEventListener("dragover", event => { event.preventDefault(); each.classList.add("over"); });
  each.addEventListener("dragleave", () => each.classList.remove("over"));
  each.addEventListener("drop", event => {
    event.preventDefault();
    each.classList.remove("over");
    const header = event.dataTransfer.getData("text/plain");
    if ([...each.options].some(option => option.value === header)) each.value = header;
  });
}
