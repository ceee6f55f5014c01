import createClient from "openapi-fetch";
import type { paths } from "./intake.gen";

/** What intake tells everybody: asked for without a name, so that the browser may keep it. */
export const open = createClient<paths>();
