import { among } from "../../shared/lib/words";

const SCREENING: Record<string, string> = {
  SPAM: "Iklan atau kata-kata tidak pantas",
  NO_COMPLAINT: "Tidak memuat hal yang dapat ditangani",
  REPEATED: "Aduan yang sama dari orang yang sama",
};

export const screeningWord = among(SCREENING);

export const SCREENING_REASONS = Object.keys(SCREENING);
