// Requires a product offering for the chosen size only. Without this script, the server does it.
"use strict";

function update() {
  document.querySelectorAll(".size").forEach((size) => {
    const chosen = size.querySelector("input[name=size]").checked;
    size.querySelectorAll(".offerings input").forEach((input) => {
      input.required = chosen;
    });
  });
}

document.addEventListener("change", update);
update();
