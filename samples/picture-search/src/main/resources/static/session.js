// Shows the state of the session anew every second. A text is replaced only when it differs, so that a screen reader
// speaks of changes only.
"use strict";

const address = new URL("session", document.currentScript.src);

function show(name, text) {
  const element = document.querySelector(`[data-session="${name}"]`);
  if (element && element.textContent !== text) {
    element.textContent = text;
  }
}

async function refresh() {
  try {
    const response = await fetch(address);
    const session = await response.json();
    Object.entries(session).forEach(([name, value]) => show(name, String(value)));
  }
  catch {
    show("summary", "This application does not answer.");
  }
  setTimeout(refresh, 1000);
}

refresh();
