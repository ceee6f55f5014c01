import type { View } from "../../shared/addresses/queue";
import { person } from "../../shared/auth/person";

/** What somebody sees first: the new cases, or at a division what lies there, or all for who only watches. */
export function homeView(): View {
  const { roles } = person();
  return roles.has("agency-admin") ? "baru" : roles.has("division-staff") ? "bidang" : "semua";
}
