import { english as shared } from "../shared/i18n/en";
import { english as own } from "./en";

type Table = Record<string, string>;

/** What each feature says; what more than one says is shared. */
const features = import.meta.glob<Table>("../features/*/en.ts", { import: "english", eager: true });

/** English for every sentence of the pages. */
export const english: Table = Object.assign({}, shared, own, ...Object.values(features));
