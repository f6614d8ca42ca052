// Requests the state of the purchase every 500 ms, and its result at the end. A string is replaced
// only if it has changed, so that a screen reader announces changes only.
"use strict";

const url = document.querySelector("main").dataset.state;

function show(id, text) {
  const element = document.getElementById(id);
  if (element && element.textContent !== text) {
    element.textContent = text;
  }
}

function showProgress(percent) {
  const bar = document.getElementById("progress");
  if (percent === null) {
    bar.removeAttribute("value");
  }
  else {
    bar.value = percent;
  }
}

async function showResult() {
  const response = await fetch(location.href);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  document.getElementById("details").replaceWith(page.getElementById("details"));
}

async function refresh() {
  try {
    const response = await fetch(url);
    const state = await response.json();
    show("bytes", state.progress);
    showProgress(state.percent);
    if (!state.running) {
      await showResult();
    }
    show("summary", state.summary);
    if (!state.running) {
      return;
    }
  }
  catch {
    show("summary", "This application is not responding.");
  }
  setTimeout(refresh, 500);
}

refresh();
