import { states } from "../../../contracts/src/main/resources/contracts/lifecycle.json";
import type { IntakeSchemas } from "#api";

export const GOVERNMENTS: IntakeSchemas["GovernmentView"][] = [
  {
    id: "surakarta",
    name: "Pemerintah Kota Surakarta",
    categories: [{ id: "penerangan-jalan", name: "Penerangan jalan", aliases: [] }],
  },
  {
    id: "karanganyar",
    name: "Pemerintah Kabupaten Karanganyar",
    categories: [
      { id: "jalan", name: "Jalan", aliases: [] },
      { id: "penerangan-jalan", name: "Penerangan jalan umum", aliases: [] },
    ],
  },
];

export const RECEIPT: IntakeSchemas["Receipt"] = {
  id: "0199a1f2-0000-7000-8000-000000000001",
  number: "SKA-4F7K-92XM",
  secret: "7KQ2-9F3M",
  receivedAt: "2026-10-03T02:11:09Z",
  track: "/#lacak/SKA-4F7K-92XM",
};

/** As intake says it. */
const wordOf = (status: IntakeSchemas["PublicState"]) => states.find(({ state }) => state === status)?.words.id ?? "";

export const timeline = (told: Partial<IntakeSchemas["Timeline"]> = {}): IntakeSchemas["Timeline"] => ({
  number: RECEIPT.number,
  status: "IN_PROGRESS",
  statusText: wordOf(told.status ?? "IN_PROGRESS"),
  receivedAt: RECEIPT.receivedAt,
  open: [],
  entries: [{ at: RECEIPT.receivedAt, status: "RECEIVED", text: "Aduan diterima." }],
  ...told,
});
