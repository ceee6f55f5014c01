// What was typed is a complaint now.
try {
  for (const name of Object.keys(localStorage).filter((key) => key.startsWith("tanggap.draft."))) {
    localStorage.removeItem(name);
  }
} catch {
  // Nothing was stored.
}

for (const receipt of document.querySelectorAll("article.receipt")) {
  const state = /** @type {HTMLElement} */ (receipt.querySelector(".copied"));
  for (const button of receipt.querySelectorAll("button.copy")) {
    reveal(button, async ({ dataset }) => {
      try {
        await navigator.clipboard.writeText(dataset["copy"] ?? "");
        state.textContent = dataset["done"] ?? "";
      } catch {
        state.textContent = state.dataset["failed"] ?? "";
      }
    });
  }
  for (const button of receipt.querySelectorAll("button.print")) {
    reveal(button, () => print());
  }
}

/**
 * @param {Element} element
 * @param {(button: HTMLElement) => void} pressed
 */
function reveal(element, pressed) {
  const button = /** @type {HTMLElement} */ (element);
  button.hidden = false;
  button.addEventListener("click", () => pressed(button));
}

export {};
