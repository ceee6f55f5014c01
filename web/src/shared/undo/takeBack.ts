import { store } from "../lib/store";

/** How something is done: when its time has come, or in the last moment of the page, which waits for no answer. */
export interface Doing {
  /** Sends what is done twice once: a header of the request. */
  headers: { "Idempotency-Key": string };
  /** The request outlives the page. */
  keepalive: boolean;
}

/** Something that was ordered and may be taken back. */
export interface Held {
  /** What it is about; about one thing only one order is held. */
  about: string;
  /** What was ordered, as the officer reads it. */
  said: string;
  /** When it leaves, by `Date.now()`. */
  until: number;
}

interface Order extends Held {
  act: (doing: Doing) => unknown;
  key: string;
  timer: ReturnType<typeof setTimeout>;
}

const orders = store<readonly Order[]>([]);

/** What can be taken back now, the latest last. It outlives the page of the workspace on which it was ordered. */
export const held = { get: (): readonly Held[] => orders.get(), watch: orders.watch };

/** Holds an order for so many milliseconds. While one about the same is held, another is not taken. */
export function hold(about: string, said: string, delay: number, act: (doing: Doing) => unknown): void {
  if (!orders.get().some((order) => order.about === about)) {
    const timer = setTimeout(() => leave(about), delay);
    orders.set([...orders.get(), { about, said, until: Date.now() + delay, act, key: crypto.randomUUID(), timer }]);
  }
}

/** As if it had not been ordered; nothing happens when it has left. */
export function takeBack(about: string): void {
  clearTimeout(withdraw(about)?.timer);
}

/** An order is off the list before it is done, so that it leaves once. */
function leave(about: string, keepalive = false): void {
  const order = withdraw(about);
  clearTimeout(order?.timer);
  order?.act({ headers: { "Idempotency-Key": order.key }, keepalive });
}

function withdraw(about: string): Order | undefined {
  const order = orders.get().find((one) => one.about === about);
  orders.set(orders.get().filter((one) => one !== order));
  return order;
}

// Who closes the page has said what they want, and cannot take it back any more.
addEventListener("pagehide", () => orders.get().forEach(({ about }) => leave(about, true)));
