import { store } from "../lib/store";

export interface Notice {
  id: number;
  kind: "good" | "bad";
  text: string;
  action?: { word: string; run: () => void };
}

export const notices = store<Notice[]>([]);
let last = 0;
const SHOWN_FOR = 9_000;

export function say(text: string, action?: Notice["action"]): void {
  add({ id: ++last, kind: "good", text, ...(action ? { action } : {}) });
}

export function warn(text: string, action?: Notice["action"]): void {
  add({ id: ++last, kind: "bad", text, ...(action ? { action } : {}) });
}

function add(notice: Notice): void {
  notices.set([...notices.get().slice(-2), notice]);
  if (notice.kind === "good") {
    setTimeout(() => dismiss(notice.id), SHOWN_FOR);
  }
}

export function dismiss(id: number): void {
  notices.set(notices.get().filter((notice) => notice.id !== id));
}
