import type { IntakeSchemas } from "../../shared/api/call";

/** What an officer writes down for a citizen. */
export interface CounterForm {
  channel: string;
  type: string;
  visibility: string;
  category: string;
  title: string;
  text: string;
  address: string;
  regionCode: string;
  name: string;
  phone: string;
  email: string;
}

export const EMPTY: CounterForm = {
  channel: "COUNTER",
  type: "ORDINARY",
  visibility: "",
  category: "",
  title: "",
  text: "",
  address: "",
  regionCode: "",
  name: "",
  phone: "",
  email: "",
};

const SHORTEST = 10;
export const isReady = (form: CounterForm): boolean => form.text.trim().length >= SHORTEST;

/** As intake wants it: what was left empty is not said. */
export function complaintOf(form: CounterForm, government: string): IntakeSchemas["SubmitComplaint"] {
  const said = (fields: Record<string, string>) =>
    Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value.trim() ? [[name, value.trim()]] : [])));
  const location = said({ address: form.address, regionCode: form.regionCode });
  const complainant = said({ name: form.name, phone: form.phone, email: form.email });
  return {
    government,
    channel: form.channel,
    type: form.type,
    ...said({ visibility: form.visibility, category: form.category, title: form.title, text: form.text }),
    ...(Object.keys(location).length > 0 ? { location } : {}),
    ...(Object.keys(complainant).length > 0 ? { complainant } : {}),
  } as IntakeSchemas["SubmitComplaint"];
}

/** The field of the form that intake complains of. */
export const fieldOf = (path: string): string => path.split(".").at(-1) ?? path;
