import { english as shared } from "../shared/i18n/en";
import { english as desk } from "../shared/lib/desk";
import { english as own } from "./en";

type Table = Record<string, string>;

/** What each feature says; what more than one says is shared. */
const features = import.meta.glob<Table>("../features/*/en.ts", { import: "english", eager: true });

/** English for every sentence of the pages. */
export const english: Table = Object.assign({}, desk, shared, own, ...Object.values(features));
