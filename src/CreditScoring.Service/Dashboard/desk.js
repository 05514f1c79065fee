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

// Who jumps to what is folded wants to read it.
const unfold = () => {
  const folded = document.querySelector(":target")?.closest("details");
  if (folded) folded.open = true;
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
