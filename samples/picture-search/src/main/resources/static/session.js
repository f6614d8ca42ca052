// Refreshes the state of the session every second. A string is replaced only if it has changed, so
// that a screen reader announces changes only.
"use strict";

const url = new URL("session", document.currentScript.src);

function show(name, text) {
  const element = document.querySelector(`[data-session="${name}"]`);
  if (element && element.textContent !== text) {
    element.textContent = text;
  }
}

async function refresh() {
  try {
    const response = await fetch(url);
    const session = await response.json();
    Object.entries(session).forEach(([name, value]) => show(name, String(value)));
  }
  catch {
    show("summary", "This application is not responding.");
  }
  setTimeout(refresh, 1000);
}

refresh();
