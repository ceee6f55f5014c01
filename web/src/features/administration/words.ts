import { among, roleWord } from "../../shared/lib/words";

const KIND: Record<string, string> = {
  OPD: "Perangkat daerah",
  REGIONAL_ENTERPRISE: "BUMD",
  VERTICAL: "Instansi vertikal",
  DISTRICT: "Kecamatan",
};

/** Why nobody works that day. */
export const DAY = {
  PUBLIC_HOLIDAY: "libur nasional",
  JOINT_LEAVE: "cuti bersama",
  VOTING_DAY: "hari pemungutan suara",
};

export const kindWord = among(KIND);

/** The realm writes the roles in its own way: agency-admin. */
export const realmRoleWord = (role: string): string => {
  const code = role.toUpperCase().replaceAll("-", "_");
  const word = roleWord(code);
  return word === code ? role : word;
};
