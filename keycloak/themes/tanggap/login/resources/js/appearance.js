// Light or dark as the workspace, which keeps the choice at the same address.
const machine = matchMedia("(prefers-color-scheme: dark)");

function wear() {
  let chosen;
  try {
    chosen = localStorage.getItem("tanggap.theme");
  } catch {
    // A browser that keeps nothing has no choice either.
  }
  const dark = chosen === "dark" || (chosen !== "light" && machine.matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}

machine.addEventListener("change", wear);
wear();
