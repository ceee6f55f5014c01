import type { NotificationSchemas } from "../../shared/api/call";
import { STATES } from "./words";

export type State = NotificationSchemas["DeliveryState"];

/** Which deliveries. */
export interface DeliveriesSearch {
  keadaan?: State;
  /** Those of one complaint, by its id. */
  aduan?: string;
  /** With what conversations answered. */
  percakapan?: "ya";
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What the address asks for; what is none of it is left out. */
export const readDeliveriesSearch = ({ keadaan, aduan, percakapan }: Record<string, unknown>): DeliveriesSearch => ({
  ...(STATES.some((state) => state === keadaan) ? { keadaan: keadaan as State } : {}),
  ...(typeof aduan === "string" && UUID.test(aduan) ? { aduan } : {}),
  ...(percakapan === "ya" ? { percakapan } : {}),
});
