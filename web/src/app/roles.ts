import type { Person } from "../shared/auth/person";

/** Which pages are for whom. It only decides what is offered; the services decide what is given. */
export type Page =
  | "queue"
  | "destinations"
  | "group"
  | "overview"
  | "recap"
  | "past"
  | "administration"
  | "access-log"
  | "rebuild"
  | "quarantine"
  | "deliveries"
  | "letters"
  | "counter"
  | "incoming";

const FOR: Record<Page, readonly string[]> = {
  queue: ["agency-admin", "division-staff", "coordinator", "head", "patron", "auditor"],
  destinations: ["coordinator", "head"],
  group: ["agency-admin", "coordinator", "head"],
  overview: ["agency-admin", "coordinator", "head", "patron", "auditor"],
  recap: ["intake-officer", "coordinator", "analyst", "head", "archivist", "auditor"],
  past: ["analyst"],
  administration: ["agency-admin", "division-staff", "coordinator", "head", "auditor"],
  "access-log": ["auditor"],
  rebuild: ["operator"],
  quarantine: ["operator"],
  deliveries: ["coordinator", "auditor"],
  letters: ["intake-officer", "coordinator"],
  counter: ["intake-officer"],
  incoming: ["intake-officer"],
};

export const mayOpen = (page: Page, person: Person): boolean => FOR[page].some((role) => person.roles.has(role));
