import { useEffect, useRef } from "react";
import { isForPage, KeyReader } from "../lib/keys";

/** Binds keys for as long as the component is shown. */
export function useKeys(bindings: Record<string, (event: KeyboardEvent) => void>): void {
  const latest = useRef(bindings);
  latest.current = bindings;
  const names = Object.keys(bindings).join("\n");
  useEffect(() => {
    const reader = new KeyReader(names.split("\n"));
    const pressed = (event: KeyboardEvent) => {
      if (!isForPage(event)) {
        return;
      }
      const onControl = (event.target as HTMLElement).closest("button, a, summary");
      if (event.key === "Enter" && onControl) {
        return;
      }
      const name = reader.read(event.key, event.timeStamp);
      if (name !== undefined) {
        event.preventDefault();
        latest.current[name]?.(event);
      }
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, [names]);
}
