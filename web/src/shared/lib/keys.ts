/** How long "g" waits for its second letter. */
const PATIENCE = 1_200;

/** Reads keys one by one and answers the binding they make, such as "j" or "g t". */
export class KeyReader {
  private first: { key: string; at: number } | undefined;
  private readonly bindings: ReadonlySet<string>;

  constructor(bindings: Iterable<string>) {
    this.bindings = new Set(bindings);
  }

  read(key: string, at: number): string | undefined {
    const before = this.first && at - this.first.at <= PATIENCE ? this.first.key : undefined;
    this.first = undefined;
    if (before !== undefined && this.bindings.has(`${before} ${key}`)) {
      return `${before} ${key}`;
    }
    if ([...this.bindings].some((binding) => binding.startsWith(`${key} `))) {
      this.first = { key, at };
      return undefined;
    }
    return this.bindings.has(key) ? key : undefined;
  }
}

/** Letters typed into a field are text, and a dialog has the keyboard to itself. */
export function isForPage(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
    return false;
  }
  const at = event.target as HTMLElement | null;
  if (document.querySelector("dialog[open]")) {
    return false;
  }
  return !at?.closest("input:not([type=checkbox]), textarea, select, [contenteditable=true]");
}
