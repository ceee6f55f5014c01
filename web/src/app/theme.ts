import { choose, chosen } from "../shared/kept/kept";
import { store } from "../shared/lib/store";

/** Light or dark: as the machine prefers, unless somebody chose. */
const machine = matchMedia("(prefers-color-scheme: dark)");

export type Choice = "machine" | "light" | "dark";
export const theme = store<Choice>((chosen("theme") as Choice | undefined) ?? "machine");

function apply(): void {
  const dark = theme.get() === "dark" || (theme.get() === "machine" && machine.matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}

export function chooseTheme(choice: Choice): void {
  theme.set(choice);
  choose("theme", choice);
  apply();
}

export function startTheme(): void {
  machine.addEventListener("change", apply);
  apply();
}
